//! What there is to do in each step: a table. A row may be added by anybody; what stands beside the words is one of the
//! extras.

use super::Step;
use crate::profile::Field;
use crate::salesforce::SetupPage;
use crate::text::Key;

/// One thing to do. Its title also names it where progress is kept.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// The step it belongs to.
    pub step: Step,
    /// What, in a few words.
    pub title: Key,
    /// How, in words.
    pub body: Key,
    /// What else there is.
    pub extra: Extra,
}

/// What stands below the words of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Nothing.
    Words,
    /// A way into Setup.
    Setup(SetupPage),
    /// The name for the app, to copy.
    AppName,
    /// The callback URL, to copy.
    Callback,
    /// The scopes to select in the app.
    ScopeLabels,
    /// A drawing of the Security section.
    Security,
    /// The question whether PKCE can be switched off.
    Pkce,
    /// The time since the app was made.
    Clock,
    /// The fields for environment and My Domain.
    Org,
    /// Where key and secret are.
    Credentials,
    /// The fields for key and secret.
    Keys,
    /// The field for scopes and what to select in the app.
    Scopes,
    /// The authorization URL with a link that opens it.
    SignIn,
    /// The question what Salesforce showed.
    Saw,
    /// All values, the fields for StackOne, and the main button.
    Profile,
}

impl Extra {
    /// The fields whose controls it has.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Org => &[Field::Environment, Field::MyDomain],
            Self::Keys => &[Field::ClientId, Field::ClientSecret],
            Self::Scopes => &[Field::Scopes],
            Self::Profile => &[Field::Name, Field::ApiKey],
            _ => &[],
        }
    }

    /// Whether the person ticks it off. The profile is done when it stands.
    pub fn is_ticked(self) -> bool {
        self != Self::Profile
    }

    /// Whether it asks something, so that passing it is no answer.
    pub fn asks(self) -> bool {
        matches!(self, Self::Pkce | Self::Saw)
    }
}

const fn task(step: Step, title: Key, body: Key, extra: Extra) -> Task {
    Task { step, title, body, extra }
}

/// Everything there is to do, in order.
pub static TASKS: [Task; 20] = [
    task(Step::Start, Key::StartAdmin, Key::StartAdminBody, Extra::Words),
    task(Step::Start, Key::StartOrg, Key::StartOrgBody, Extra::Org),
    task(Step::Start, Key::StartApp, Key::StartAppBody, Extra::Setup(SetupPage::Home)),
    task(Step::CreateApp, Key::CreateSetup, Key::CreateSetupBody, Extra::Setup(SetupPage::Home)),
    task(Step::CreateApp, Key::CreateManager, Key::CreateManagerBody, Extra::Setup(SetupPage::AppManager)),
    task(Step::CreateApp, Key::CreateBasics, Key::CreateBasicsBody, Extra::AppName),
    task(Step::Oauth, Key::OauthEnable, Key::OauthEnableBody, Extra::Words),
    task(Step::Oauth, Key::OauthCallback, Key::OauthCallbackBody, Extra::Callback),
    task(Step::Oauth, Key::OauthScopes, Key::OauthScopesBody, Extra::ScopeLabels),
    task(Step::Oauth, Key::OauthSecrets, Key::OauthSecretsBody, Extra::Security),
    task(Step::Oauth, Key::OauthPkce, Key::OauthPkceBody, Extra::Pkce),
    task(Step::Oauth, Key::OauthSave, Key::OauthSaveBody, Extra::Clock),
    task(Step::Credentials, Key::CredentialsOpen, Key::CredentialsOpenBody, Extra::Credentials),
    task(Step::Credentials, Key::CredentialsCopy, Key::CredentialsCopyBody, Extra::Keys),
    task(Step::Environment, Key::EnvironmentWhere, Key::EnvironmentWhereBody, Extra::Org),
    task(Step::Environment, Key::EnvironmentScopes, Key::EnvironmentScopesBody, Extra::Scopes),
    task(Step::Check, Key::CheckWait, Key::CheckWaitBody, Extra::Clock),
    task(Step::Check, Key::CheckOpen, Key::CheckOpenBody, Extra::SignIn),
    task(Step::Check, Key::CheckSaw, Key::CheckSawBody, Extra::Saw),
    task(Step::Profile, Key::ProfileFacts, Key::ProfileByHand, Extra::Profile),
];
