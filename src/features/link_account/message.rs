//! The messages of the card that connects an account.

use crate::profile::Secret;
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// What happened while an account is being connected.
#[derive(Clone, Debug)]
pub enum LinkMessage {
    /// The owner's id was typed.
    OwnerIdEdited(String),
    /// The owner's name was typed.
    OwnerNameEdited(String),
    /// The label was typed.
    LabelEdited(String),
    /// The focus left the fields.
    DetailsLeft,
    /// The person requests a session, by Enter or by a button.
    Pressed,
    /// The link was opened.
    SignInOpened,
    /// The wait with this id is over and the page is visible, at this time.
    PageSeen(TimerId, UnixTime),
    /// The person stopped waiting.
    WaitCancelled,
    /// The person answered whether the sign-in worked.
    OutcomeAnswered {
        /// Whether it worked.
        worked: bool,
    },
    /// The link to send to someone else was shown or hidden.
    ShareToggled,
    /// The field for an error was shown or hidden.
    HelpToggled,
    /// Salesforce's error was pasted.
    ErrorPasted(Secret),
    /// The person wants to change the profile.
    UpdatePressed,
    /// The person wants to connect another account.
    AnotherPressed,
}
