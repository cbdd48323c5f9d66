//! The messages of the app.

use crate::app::{Route, Settings};
use crate::features::action_picker::ActionsMessage;
use crate::features::form::FormMessage;
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::SubmitMessage;
use crate::requests::{RequestId, TimerId};
use crate::stackone::{Answer, TransportError, UnixTime};

/// What happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A form was mounted with these settings.
    Mounted(Box<Settings>),
    /// The form was rendered after it was mounted.
    Rendered,
    /// The form was unmounted. Drops everything that was typed; nothing is rendered until the next mount.
    Unmounted,
    /// The settings changed. Keeps everything that was typed.
    Configured(Box<Settings>),
    /// The answer to a request arrived.
    AnswerArrived(RequestId, Result<Answer, TransportError>),
    /// A second or more passed. Contains the time.
    CountdownTicked(TimerId, UnixTime),
    /// A copy button was pressed.
    CopyPressed(Copy),
    /// Copying succeeded (true) or failed.
    CopyFinished(Copy, bool),
    /// The host page cleared the form, including the API key.
    ResetRequested,
    /// The person used *Back* or *Forward*.
    RouteChanged(Route),
    /// A message of the form's fields.
    Form(FormMessage),
    /// A message of the create or the change.
    Submit(SubmitMessage),
    /// A message of the guide.
    Guide(GuideMessage),
    /// A message of the connection of an account.
    Link(LinkMessage),
    /// A message of the profile list.
    Profiles(ProfilesMessage),
    /// A message of the action picker.
    Actions(ActionsMessage),
}

/// A text that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// The authorization URL.
    Url,
    /// The request as a curl command.
    Curl,
    /// The request's body, as JSON.
    Json,
    /// The name for the app in Salesforce.
    AppName,
    /// The callback URL.
    Callback,
    /// The request to Salesforce Support.
    Support,
    /// The link that connects an account.
    Link,
    /// The details for StackOne's support.
    Bundle,
    /// The id of the profile.
    ProfileId,
    /// The id of the account.
    AccountId,
}

impl Copy {
    /// All of them.
    const ALL: [Self; 10] = [
        Self::Url,
        Self::Curl,
        Self::Json,
        Self::AppName,
        Self::Callback,
        Self::Support,
        Self::Link,
        Self::Bundle,
        Self::ProfileId,
        Self::AccountId,
    ];

    /// The id of the element that contains the text.
    pub fn id(self) -> &'static str {
        match self {
            Self::Url => "authorization-url",
            Self::Curl => "request-curl",
            Self::Json => "request-json",
            Self::AppName => "app-name",
            Self::Callback => "callback-url",
            Self::Support => "support-text",
            Self::Link => "auth-link",
            Self::Bundle => "support-bundle",
            Self::ProfileId => "profile-id",
            Self::AccountId => "account-id",
        }
    }

    /// The text in the element with this id.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|copy| copy.id() == id)
    }
}
