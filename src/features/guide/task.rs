//! The tasks of the steps, as a table. An extra adds something to a task's text.

use crate::features::guide::Step;
use crate::i18n::TextKey;
use crate::salesforce::SetupPage;

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// The step that it belongs to.
    pub step: Step,
    /// What to do, in a few words.
    pub title: TextKey,
    /// How to do it.
    pub body: TextKey,
    /// The Setup page to link to, if the org is known.
    pub setup: Option<SetupPage>,
    /// A question and its answer, folded because few people need them.
    pub more: Option<(TextKey, TextKey)>,
    /// What is below the text.
    pub extra: Extra,
}

/// What is below a task's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Nothing.
    None,
    /// The fields for My Domain and environment.
    Org,
    /// The question *Can you turn off PKCE?*
    Pkce,
    /// The suggested name for the app, to copy.
    AppName,
    /// The callback URL, to copy.
    Callback,
    /// The scopes to select in the app.
    ScopeLabels,
    /// A drawing of the section *Security*.
    SecurityPicture,
    /// A drawing of the page with consumer key and secret.
    CredentialsPicture,
    /// The fields for client ID and secret.
    Credentials,
    /// The fields for StackOne, and the advanced fields.
    Account,
    /// All values, each with a button to change it.
    Review,
    /// The authorization URL with a link that opens it.
    SignIn,
    /// The question *What does Salesforce show?*
    Saw,
}

impl Task {
    const fn new(step: Step, title: TextKey, body: TextKey, extra: Extra) -> Self {
        Self { step, title, body, setup: None, more: None, extra }
    }

    const fn opens(self, page: SetupPage) -> Self {
        Self { setup: Some(page), ..self }
    }

    const fn more(self, question: TextKey, answer: TextKey) -> Self {
        Self { more: Some((question, answer)), ..self }
    }
}

/// All tasks, in order.
pub static TASKS: [Task; 14] = [
    Task::new(Step::Start, TextKey::StartOrg, TextKey::StartOrgBody, Extra::Org)
        .more(TextKey::StartWhich, TextKey::StartWhichBody),
    Task::new(Step::Start, TextKey::StartPkce, TextKey::StartPkceBody, Extra::Pkce)
        .opens(SetupPage::AppManager)
        .more(TextKey::StartAdmin, TextKey::StartAdminBody),
    Task::new(Step::CreateApp, TextKey::CreateOpen, TextKey::CreateOpenBody, Extra::None)
        .opens(SetupPage::AppManager)
        .more(TextKey::CreateFind, TextKey::CreateFindBody),
    Task::new(Step::CreateApp, TextKey::CreateBasics, TextKey::CreateBasicsBody, Extra::AppName),
    Task::new(Step::CreateApp, TextKey::CreateOauth, TextKey::CreateOauthBody, Extra::Callback),
    Task::new(Step::CreateApp, TextKey::CreateScopes, TextKey::CreateScopesBody, Extra::ScopeLabels)
        .more(TextKey::CreateOther, TextKey::CreateOtherBody),
    Task::new(Step::CreateApp, TextKey::CreateSecurity, TextKey::CreateSecurityBody, Extra::SecurityPicture),
    Task::new(Step::CreateApp, TextKey::CreateSave, TextKey::CreateSaveBody, Extra::None),
    Task::new(Step::Credentials, TextKey::CredentialsOpen, TextKey::CredentialsOpenBody, Extra::CredentialsPicture)
        .opens(SetupPage::ExternalClientApps)
        .more(TextKey::CredentialsOld, TextKey::CredentialsOldBody),
    Task::new(Step::Credentials, TextKey::CredentialsPaste, TextKey::CredentialsPasteBody, Extra::Credentials),
    Task::new(Step::Profile, TextKey::ProfileAccount, TextKey::ProfileAccountBody, Extra::Account),
    Task::new(Step::Profile, TextKey::ProfileReview, TextKey::ProfileReviewBody, Extra::Review)
        .more(TextKey::ProfileElsewhere, TextKey::ProfileElsewhereBody),
    Task::new(Step::Connect, TextKey::TestOpen, TextKey::TestOpenBody, Extra::SignIn),
    Task::new(Step::Connect, TextKey::TestSaw, TextKey::TestSawBody, Extra::Saw),
];
