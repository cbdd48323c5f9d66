//! What stands below the words of a task, as plain data.

use std::rc::Rc;

use crate::app::view::View;
use crate::features::action_picker::view::ActionPickerView;
use crate::features::form::view::{AccountView, OrgView, UrlView};
use crate::features::form::view_field::{FieldText, FieldView};
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::{Extra, Pkce, Saw};
use crate::i18n::TextKey;
use crate::profile::Field;

/// What stands below the words of a task.
#[derive(Clone, Debug, PartialEq)]
pub enum ExtraView {
    /// Nothing.
    None,
    /// More words.
    Hint(TextKey),
    /// The scopes to select in the app.
    ScopeLabels(Rc<[String]>),
    /// The question whether PKCE can be switched off, the answer, and what that means and whether all is well.
    Pkce(Option<Pkce>, Option<(TextKey, bool)>),
    /// What to say of the time since the app was made.
    Clock(Option<String>),
    /// Which org it is.
    Org(Rc<OrgView>),
    /// Client ID and secret.
    Keys([Rc<FieldView>; 2]),
    /// The field for scopes and what to select in the app.
    Scopes(Rc<FieldView>, Rc<[String]>),
    /// The authorization URL with a link that opens it.
    SignIn(UrlView),
    /// The question what Salesforce showed.
    Saw(Rc<SawView>),
    /// All values, and the fields for StackOne.
    Profile(Rc<ProfileView>),
}

/// The question what Salesforce showed.
#[derive(Clone, Debug, PartialEq)]
pub struct SawView {
    /// The answer.
    pub answer: Option<Saw>,
    /// What it means, and whether all is well.
    pub accepted: Option<(TextKey, bool)>,
    /// What was pasted, where it was an error, and what that means.
    pub error: Option<(FieldText, Option<Rc<Meaning>>)>,
}

/// All values, and the fields for StackOne.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileView {
    /// What is known so far, each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// Name and API key.
    pub account: AccountView,
    /// The choice of actions.
    pub actions: Rc<ActionPickerView>,
}

impl View<'_> {
    pub(crate) fn extra(&self, extra: Extra) -> ExtraView {
        let guide = &self.state.guide;
        match extra {
            Extra::Words | Extra::Setup(_) | Extra::AppName | Extra::Callback | Extra::Security => ExtraView::None,
            Extra::Credentials => ExtraView::Hint(TextKey::CredentialsOld),
            Extra::ScopeLabels => ExtraView::ScopeLabels(self.scope_labels().into()),
            Extra::Pkce => ExtraView::Pkce(guide.pkce, self.pkce_means()),
            Extra::Clock => ExtraView::Clock(self.clock()),
            Extra::Org => ExtraView::Org(self.org()),
            Extra::Keys => ExtraView::Keys(self.keys()),
            Extra::Scopes => ExtraView::Scopes(self.shared_field(Field::Scopes), self.scope_labels().into()),
            Extra::SignIn => ExtraView::SignIn(self.url()),
            Extra::Saw => ExtraView::Saw(Rc::new(SawView {
                answer: guide.saw,
                accepted: self.accepted(),
                error: (guide.saw == Some(Saw::Error))
                    .then(|| (FieldText::Secret(guide.pasted.clone()), self.meaning().map(Rc::new))),
            })),
            Extra::Profile => ExtraView::Profile(Rc::new(ProfileView {
                facts: self.facts().into(),
                account: self.account(),
                actions: Rc::new(self.action_picker()),
            })),
        }
    }
}
