//! What can happen to the form.

use super::{ActionsMsg, GuideMsg, LinkMsg, Mend, ProfilesMsg, Settings};
use crate::profile::{Field, Secret};
use crate::stackone::{Answer, ConnectorProfile, Unanswered};

/// One thing that happened. Typed text travels as a `Secret` whichever field it is from, so that no message can be
/// printed by accident.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A form begins with these settings, and nothing is left of one before it.
    Began(Box<Settings>),
    /// It is drawn.
    Started,
    /// It left its page. Nothing that was typed is kept, and nothing is drawn until another one begins.
    Ended,
    /// The settings changed. What was typed stays.
    Configured(Box<Settings>),
    /// Something about the configuration has to be said.
    Noticed(String),
    /// A field holds this text now.
    Typed(Field, Secret),
    /// The focus left a field.
    Left(Field),
    /// A link to a field was followed.
    Followed(Field),
    /// Something was opened, closed, shown or hidden.
    Toggled(Toggle),
    /// An offered mend was taken.
    Mended(Mend),
    /// The main button was pressed, or Enter in a field.
    Submitted,
    /// A request came back.
    Answered(u32, Result<Answer, Unanswered>),
    /// A second passed.
    Ticked(u32),
    /// A copy button was pressed.
    CopyPressed(Copy),
    /// Copying worked, or did not.
    CopyEnded(Copy, bool),
    /// The person says which of several profiles is the one just made.
    Picked(ConnectorProfile),
    /// The person says that none of them is.
    PickedNone,
    /// Change this profile instead of making one.
    EditPressed(ConnectorProfile),
    /// Go to the name, to choose another.
    RenamePressed,
    /// Wipe the API key.
    KeyForgotten,
    /// Start over with an empty form.
    Restarted,
    /// Everything is cleared, the API key too.
    Cleared,
    /// Something happened in the guide.
    Guide(GuideMsg),
    /// Something happened to the link with which an account is linked.
    Link(LinkMsg),
    /// Something happened to the list of profiles.
    Profiles(ProfilesMsg),
    /// Something happened to the choice of actions.
    Actions(ActionsMsg),
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
