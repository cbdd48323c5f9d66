//! What there is to do in each step: a table. What is shown with the words is one of the
//! extras.

use crate::features::guide::Step;
use crate::i18n::TextKey;
use crate::profile::Field;
use crate::salesforce::SetupPage;

/// One thing to do. Its title also names it where progress is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// The step it belongs to.
    pub step: Step,
    /// What, in a few words.
    pub title: TextKey,
    /// How, in words.
    pub body: TextKey,
    /// What else there is.
    pub extra: Extra,
}

/// What is below the words of a task.
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

    /// Whether the person ticks it off. The profile task is done once the profile exists.
    pub fn is_ticked(self) -> bool {
        self != Self::Profile
    }

    /// Whether it asks something, so that passing it is no answer.
    pub fn asks(self) -> bool {
        matches!(self, Self::Pkce | Self::Saw)
    }
}

const fn task(step: Step, title: TextKey, body: TextKey, extra: Extra) -> Task {
    Task { step, title, body, extra }
}

/// Everything there is to do, in order.
pub static TASKS: [Task; 20] = [
    task(Step::Start, TextKey::StartAdmin, TextKey::StartAdminBody, Extra::Words),
    task(Step::Start, TextKey::StartOrg, TextKey::StartOrgBody, Extra::Org),
    task(Step::Start, TextKey::StartApp, TextKey::StartAppBody, Extra::Setup(SetupPage::Home)),
    task(Step::CreateApp, TextKey::CreateSetup, TextKey::CreateSetupBody, Extra::Setup(SetupPage::Home)),
    task(Step::CreateApp, TextKey::CreateManager, TextKey::CreateManagerBody, Extra::Setup(SetupPage::AppManager)),
    task(Step::CreateApp, TextKey::CreateBasics, TextKey::CreateBasicsBody, Extra::AppName),
    task(Step::Oauth, TextKey::OauthEnable, TextKey::OauthEnableBody, Extra::Words),
    task(Step::Oauth, TextKey::OauthCallback, TextKey::OauthCallbackBody, Extra::Callback),
    task(Step::Oauth, TextKey::OauthScopes, TextKey::OauthScopesBody, Extra::ScopeLabels),
    task(Step::Oauth, TextKey::OauthSecrets, TextKey::OauthSecretsBody, Extra::Security),
    task(Step::Oauth, TextKey::OauthPkce, TextKey::OauthPkceBody, Extra::Pkce),
    task(Step::Oauth, TextKey::OauthSave, TextKey::OauthSaveBody, Extra::Clock),
    task(Step::Credentials, TextKey::CredentialsOpen, TextKey::CredentialsOpenBody, Extra::Credentials),
    task(Step::Credentials, TextKey::CredentialsCopy, TextKey::CredentialsCopyBody, Extra::Keys),
    task(Step::Environment, TextKey::EnvironmentWhere, TextKey::EnvironmentWhereBody, Extra::Org),
    task(Step::Environment, TextKey::EnvironmentScopes, TextKey::EnvironmentScopesBody, Extra::Scopes),
    task(Step::Check, TextKey::CheckWait, TextKey::CheckWaitBody, Extra::Clock),
    task(Step::Check, TextKey::CheckOpen, TextKey::CheckOpenBody, Extra::SignIn),
    task(Step::Check, TextKey::CheckSaw, TextKey::CheckSawBody, Extra::Saw),
    task(Step::Profile, TextKey::ProfileFacts, TextKey::ProfileByHand, Extra::Profile),
];
