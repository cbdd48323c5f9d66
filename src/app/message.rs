//! What can happen to the form.

use crate::app::{Notice, Settings};
use crate::features::action_picker::ActionsMessage;
use crate::features::form::QuickFix;
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::features::profiles::ProfilesMessage;
use crate::profile::{Field, Secret};
use crate::requests::{RequestId, TimerId};
use crate::stackone::{Answer, ConnectorProfile, TransportError};

/// One thing that happened. Typed text travels as a `Secret` whichever field it is from, so that no message can be
/// printed by accident.
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
    /// Something about the configuration has to be said.
    NoticeArrived(Notice),
    /// A field holds this text now.
    FieldEdited(Field, Secret),
    /// The focus left a field.
    FieldBlurred(Field),
    /// A link to a field was followed.
    FieldLinkPressed(Field),
    /// Something was opened, closed, shown or hidden.
    Toggled(Toggle),
    /// An offered mend was taken.
    QuickFixPressed(QuickFix),
    /// The main button was pressed, or Enter in a field.
    SubmitPressed,
    /// A request came back.
    AnswerArrived(RequestId, Result<Answer, TransportError>),
    /// A second passed.
    CountdownTicked(TimerId),
    /// A copy button was pressed.
    CopyPressed(Copy),
    /// Copying worked, or did not.
    CopyFinished(Copy, bool),
    /// The person says which of several profiles is the one just made.
    MatchPicked(ConnectorProfile),
    /// The person says that none of them is.
    NoMatchPicked,
    /// The person says which of the profiles of one click is to be used.
    KeepPressed(ConnectorProfile),
    /// Change this profile instead of making one.
    EditPressed(ConnectorProfile),
    /// Go to the name, to choose another.
    RenamePressed,
    /// Wipe the API key.
    ForgetKeyPressed,
    /// Start over with an empty form.
    RestartPressed,
    /// Everything is cleared, the API key too.
    ResetRequested,
    /// Something happened in the guide.
    Guide(GuideMessage),
    /// Something happened to the link with which an account is linked.
    Link(LinkMessage),
    /// Something happened to the list of profiles.
    Profiles(ProfilesMessage),
    /// Something happened to the choice of actions.
    Actions(ActionsMessage),
}

/// What can be opened or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// The client secret in clear.
    ClientSecret,
    /// The API key in clear.
    ApiKey,
    /// The field for My Domain.
    MyDomain,
    /// Secrets in the request that is shown.
    RequestSecrets,
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
}

impl Copy {
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
        }
    }
}
