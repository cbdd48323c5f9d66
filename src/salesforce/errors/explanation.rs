//! What an explanation says.

use strum::{IntoStaticStr, VariantArray};

/// What an error of Salesforce means. `⟦…⟧` in its words marks words of Salesforce's screens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Whether the catalogue has it. If not, only `error` and `description` say something: what was found.
    pub recognised: bool,
    /// At which step it comes; `None` where it is no answer to a sign-in.
    pub step: Option<Step>,
    /// Name of the error; may be empty.
    pub error: String,
    /// Its description, or as much of an unknown text as may be shown; may be empty.
    pub description: String,
    /// Why it comes.
    pub cause: &'static str,
    /// What to do, first things first.
    pub fixes: &'static [&'static str],
    /// The step of the guide that holds the remedy.
    pub guide_step: Option<GuideStep>,
    /// Whether it can be that the app is too new.
    pub wait_may_help: bool,
}

/// At which step of the sign-in an error comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// In the browser, where the user allows the app.
    Authorize,
    /// When StackOne fetches the first tokens.
    Token,
    /// When StackOne fetches a new access token.
    Refresh,
}

impl Step {
    /// The name on the outside.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The step of the guide that holds a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum GuideStep {
    /// Create the app.
    CreateApp,
    /// Callback URL, PKCE and policies.
    OauthSettings,
    /// Key and secret.
    Credentials,
    /// Production or sandbox, My Domain.
    Environment,
    /// The scopes.
    Scopes,
    /// Create the profile.
    Profile,
}

impl GuideStep {
    /// All, in their order.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name on the outside.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
