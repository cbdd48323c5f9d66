//! What can happen in the guide.

use crate::features::guide::{Now, Pkce, Saw, Step};
use crate::i18n::TextKey;
use crate::profile::Secret;
use crate::requests::TimerId;

/// One thing that happened in the guide.
#[derive(Clone, Debug)]
pub enum GuideMessage {
    /// What was kept before a reload.
    ProgressRestored(String),
    /// The page's address names this step.
    AddressChanged(Step),
    /// The person goes to a step.
    StepPressed(Step),
    /// The person goes to the step with the remedy of an error, or back to the check.
    RemedyPressed(Step),
    /// A task was ticked, or no longer is.
    TaskToggled(TextKey),
    /// The answer on PKCE.
    PkceAnswered(Pkce),
    /// The app was made just now.
    AppCreated,
    /// The time, asked for by the clock of that number.
    ClockRead(TimerId, Now),
    /// The authorization URL was opened.
    SignInOpened,
    /// What Salesforce showed.
    SawAnswered(Saw),
    /// What was pasted from it.
    ErrorPasted(Secret),
    /// The list of steps was opened or closed.
    StepsToggled,
    /// The question *Clear everything?* was opened or closed.
    ClearToggled,
    /// The person confirmed that everything is to be cleared.
    ClearPressed,
    /// The profile stays as it is: back to the result.
    ResultPressed,
    /// Linking an account failed: find out why, and change the profile that was made.
    TroubleshootPressed,
}
