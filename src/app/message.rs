//! What can happen to the app.

use crate::app::{Route, Settings};
use crate::features::action_picker::ActionsMessage;
use crate::features::form::FormMessage;
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::SubmitMessage;
use crate::requests::{RequestId, TimerId};
use crate::stackone::{Answer, TransportError, UnixTime};

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A form begins with these settings, and nothing is left of one before it.
    Mounted(Box<Settings>),
    /// It is drawn.
    Rendered,
    /// It left its page. Nothing that was typed is kept, and nothing is drawn until another one begins.
    Unmounted,
    /// The settings changed. What was typed stays.
    Configured(Box<Settings>),
    /// A request came back.
    AnswerArrived(RequestId, Result<Answer, TransportError>),
    /// A second passed, or more: when it is now.
    CountdownTicked(TimerId, UnixTime),
    /// A copy button was pressed.
    CopyPressed(Copy),
    /// Copying worked, or did not.
    CopyFinished(Copy, bool),
    /// Everything is cleared, the API key too.
    ResetRequested,
    /// The person went back or forward in the browser.
    RouteChanged(Route),
    /// Something happened to the fields.
    Form(FormMessage),
    /// Something happened to the create or the change.
    Submit(SubmitMessage),
    /// Something happened in the guide.
    Guide(GuideMessage),
    /// Something happened to the connection of an account.
    Link(LinkMessage),
    /// Something happened to the list of profiles.
    Profiles(ProfilesMessage),
    /// Something happened to the choice of actions.
    Actions(ActionsMessage),
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// The authorization URL.
    Url,
    /// The request as a command.
    Curl,
    /// The request's body.
    Json,
    /// The name for the app in Salesforce.
    AppName,
    /// The callback URL.
    Callback,
    /// The request to Salesforce Support.
    Support,
    /// The link with which an account is linked.
    Link,
    /// What StackOne's support needs.
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

    /// The id of the element that shows the text.
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

    /// What the element of that id shows.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|copy| copy.id() == id)
    }
}
