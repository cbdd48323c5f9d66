//! The explanation of an error.

use strum::{IntoStaticStr, VariantArray};

/// What a Salesforce error means. `⟦…⟧` encloses words from Salesforce's screens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Whether the catalogue has the error. If not, only `error` and `description` are set, from the text.
    pub recognised: bool,
    /// The step at which it occurs; `None` if it does not answer a sign-in.
    pub step: Option<Step>,
    /// The error's name; may be empty.
    pub error: String,
    /// The error's description, or the redacted text if the error is unknown; may be empty.
    pub description: String,
    /// Why it occurs.
    pub cause: &'static str,
    /// What to do, in order.
    pub fixes: &'static [&'static str],
    /// The step of the guide that has the fix.
    pub guide_step: Option<GuideStep>,
    /// Whether the app may be too new or too recently changed: Salesforce needs minutes to apply changes.
    pub wait_may_help: bool,
}

/// The step of the sign-in at which an error occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Step {
    /// In the browser, when the user allows the app.
    Authorize,
    /// When StackOne fetches the first tokens.
    Token,
    /// When StackOne fetches a new access token.
    Refresh,
}

impl Step {
    /// The name for JavaScript.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The step of the guide that has a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum GuideStep {
    /// Create the app.
    CreateApp,
    /// Callback URL, PKCE and policies.
    OauthSettings,
    /// Consumer key and secret.
    Credentials,
    /// Production or sandbox, My Domain.
    Environment,
    /// The scopes.
    Scopes,
    /// Create the profile.
    Profile,
}

impl GuideStep {
    /// All steps, in order.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name for JavaScript.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
