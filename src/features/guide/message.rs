//! What can happen in the guide.

use crate::features::guide::{Now, Pkce, Saw, Step};
use crate::profile::{Field, Secret};
use crate::requests::TimerId;

/// One thing that happened in the guide.
#[derive(Clone, Debug)]
pub enum GuideMessage {
    /// What was kept before a reload.
    ProgressRestored(String),
    /// The person asked for the guide where the form is shown alone.
    Opened,
    /// The person goes to a step.
    StepPressed(Step),
    /// The person goes to the step with the remedy of an error, or back to the sign-in.
    RemedyPressed(Step),
    /// The person changes a value of the review: that of a field, or the answer on PKCE.
    EditPressed(Option<Field>),
    /// The answer on PKCE.
    PkceAnswered(Pkce),
    /// The time, asked for by the clock of that number.
    ClockRead(TimerId, Now),
    /// The authorization URL was opened.
    SignInOpened,
    /// What Salesforce showed.
    SawAnswered(Saw),
    /// What was pasted from it.
    ErrorPasted(Secret),
    /// The question *Clear everything?* was opened or closed.
    ClearToggled,
    /// The person confirmed that everything is to be cleared.
    ClearPressed,
}
