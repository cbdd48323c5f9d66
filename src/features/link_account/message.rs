//! Everything that can happen while an account is being connected.

use crate::profile::Secret;
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// One thing that happened.
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
    /// The person stops waiting.
    WaitCancelled,
    /// The person says whether it worked.
    OutcomeAnswered {
        /// Whether it did.
        worked: bool,
    },
    /// The link to send to someone else is shown or hidden.
    ShareToggled,
    /// The field for an error is shown or hidden.
    HelpToggled,
    /// The text that Salesforce shows.
    ErrorPasted(Secret),
    /// The person wants to change the profile.
    UpdatePressed,
    /// The person wants to connect another account.
    AnotherPressed,
}
