//! What can happen while an account is connected.

use crate::profile::Secret;
use crate::requests::TimerId;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum LinkMessage {
    /// The owner's id was typed.
    OwnerIdEdited(String),
    /// The owner's name was typed.
    OwnerNameEdited(String),
    /// The label was typed.
    LabelEdited(String),
    /// The fields were left.
    DetailsLeft,
    /// A session is asked for: by Enter, or by a button.
    Pressed,
    /// The link was opened.
    SignInOpened,
    /// The wait of that number is over and the page is seen: when it is now, in seconds since 1970.
    PageSeen(TimerId, u64),
    /// The person waits no more.
    WaitCancelled,
    /// Whether it worked, where only the person knows.
    OutcomeAnswered {
        /// Whether it did.
        worked: bool,
    },
    /// The link for somebody else is shown, or no longer.
    ShareToggled,
    /// The field for an error is shown, or no longer.
    HelpToggled,
    /// What Salesforce shows.
    ErrorPasted(Secret),
    /// The profile is to be changed.
    UpdatePressed,
    /// Another account is to be connected.
    AnotherPressed,
}
