//! The messages of the guide.

use crate::features::guide::{Pkce, Saw, Step};
use crate::profile::{Field, Secret};
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// What happened in the guide.
#[derive(Clone, Debug)]
pub enum GuideMessage {
    /// The progress of an earlier load was read.
    ProgressRestored(String),
    /// The person opened the guide from the form.
    Opened,
    /// The person went to a step.
    StepPressed(Step),
    /// The person went to the step that fixes an error, or back to the sign-in.
    RemedyPressed(Step),
    /// The person wants to change a value of the review: a field, or `None` for the answer on PKCE.
    EditPressed(Option<Field>),
    /// The question about PKCE was answered.
    PkceAnswered(Pkce),
    /// The clock with this number was read.
    ClockRead(TimerId, UnixTime),
    /// The authorization URL was opened.
    SignInOpened,
    /// The question *What does Salesforce show?* was answered.
    SawAnswered(Saw),
    /// Salesforce's error was pasted.
    ErrorPasted(Secret),
    /// The question *Clear everything?* was shown or hidden.
    ClearToggled,
    /// The person confirmed that question.
    ClearPressed,
}
