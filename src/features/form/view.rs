//! The views of the fields and of the parts around them.

use std::rc::Rc;

use super::view_field::{FieldMessage, FieldText, FieldView, Token};
use super::{Form, QuickFix};
use crate::components::{CopyView, Tone};
use crate::i18n::{TextKey, Words};
use crate::profile::{Code, Field, Group, Issue, Report, Severity};
use crate::salesforce::Environment;
use crate::salesforce::scopes::{find, is_scope_name};
use crate::stackone::DEFAULT_SCOPES;

/// The errors in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many.
    pub title: String,
    /// Each field with an error.
    pub fields: Vec<Field>,
}

/// One environment to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The environment.
    pub environment: Environment,
    /// Where it signs in.
    pub hint: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Which org it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgView {
    /// The two environments.
    pub choices: [Choice; 2],
    /// Their hint and messages.
    pub environment: Rc<FieldView>,
    /// My Domain, once it is asked for.
    pub my_domain: Option<Rc<FieldView>>,
    /// Whether My Domain comes first, because the environment follows from it.
    pub address_first: bool,
    /// Whether nothing can be chosen now.
    pub disabled: bool,
}

/// The box of the authorization URL.
#[derive(Clone, Debug, PartialEq)]
pub struct UrlView {
    /// The URL, while the draft allows one.
    pub url: Option<Rc<CopyView>>,
}

/// The fields, with what their view models need to know.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    /// What was typed.
    pub form: &'a Form,
    /// All wording.
    pub words: &'a Words,
    /// All issues.
    pub issues: &'a [Issue],
    /// The draft as it was checked.
    pub report: &'a Report,
    /// The name that a blank one becomes.
    pub default_name: &'a str,
    /// What StackOne says of the values that it was sent.
    pub verdicts: &'a [(Field, String)],
    /// Whether the names that are taken are known.
    pub names_known: bool,
    /// Whether a profile that exists is changed.
    pub edits: bool,
    /// Whether nothing can be typed now.
    pub busy: bool,
    /// Whether a person types the API key.
    pub asks_for_key: bool,
    /// Whether the guide leads through them.
    pub guided: bool,
}

impl Fields<'_> {
    /// The errors in one place, after a click on the main button.
    pub fn summary(&self) -> Option<Summary> {
        let has_error = |field: &Field| self.issues.iter().any(|issue| issue.is_error() && issue.field == *field);
        let fields = Field::ALL.iter().copied().filter(has_error).collect::<Vec<_>>();
        let key = if fields.len() == 1 { TextKey::Summary } else { TextKey::SummaryMany };
        let title = self.words.fill(key, &[("count", &fields.len().to_string())]);
        (self.form.summed_up && !fields.is_empty()).then_some(Summary { title, fields })
    }

    /// The scopes as they will be sent.
    pub fn tokens(&self) -> Vec<Token> {
        let token = |name: &String| {
            let known = find(name).is_some();
            let key = if is_scope_name(name) { TextKey::ScopeCustom } else { TextKey::ScopeMalformed };
            let words = if known { name.clone() } else { self.words.fill(key, &[("name", name)]) };
            Token { words, known }
        };
        self.report.normalized.scopes.names.iter().map(token).collect()
    }

    /// The two environments.
    pub fn choices(&self) -> [Choice; 2] {
        [Environment::Production, Environment::Sandbox].map(|environment| {
            let hint = match environment {
                Environment::Production => TextKey::ProductionHint,
                Environment::Sandbox => TextKey::SandboxHint,
            };
            Choice {
                environment,
                hint: self.words.fill(hint, &[("host", environment.login_host().as_str())]),
                chosen: self.report.environment == Some(environment),
            }
        })
    }

    /// Key and secret.
    pub fn keys(&self) -> [Rc<FieldView>; 2] {
        [self.shared_field(Field::ClientId), self.shared_field(Field::ClientSecret)]
    }

    /// Which org it is.
    pub fn org(&self) -> Rc<OrgView> {
        Rc::new(OrgView {
            choices: self.choices(),
            environment: self.shared_field(Field::Environment),
            my_domain: (self.guided || self.form.open.my_domain).then(|| self.shared_field(Field::MyDomain)),
            address_first: self.guided,
            disabled: self.busy,
        })
    }

    /// What StackOne needs beside the values from Salesforce. The API key is among it where a person types it.
    pub fn account(&self) -> Rc<[Rc<FieldView>]> {
        let fields = Group::Account.fields().filter(|field| *field != Field::ApiKey || self.asks_for_key);
        fields.map(|field| self.shared_field(field)).collect()
    }

    /// The API key, where a person types it.
    pub fn api_key(&self) -> Option<Rc<FieldView>> {
        self.asks_for_key.then(|| self.shared_field(Field::ApiKey))
    }

    /// A field.
    pub fn shared_field(&self, field: Field) -> Rc<FieldView> {
        Rc::new(self.field(field))
    }

    /// A field.
    pub fn field(&self, field: Field) -> FieldView {
        let (Form { draft, api_key, open, .. }, messages) = (self.form, self.messages(field));
        FieldView {
            field,
            aside: field.aside(),
            hint: self.hint(field),
            value: match field {
                Field::ClientSecret => FieldText::Secret(draft.client_secret.clone()),
                Field::ApiKey => FieldText::Secret(api_key.clone()),
                _ => FieldText::Plain(draft.text(field).cloned().unwrap_or_default()),
            },
            shown: match field {
                Field::ClientSecret => Some(open.client_secret),
                Field::ApiKey => Some(open.api_key),
                _ => None,
            },
            invalid: messages.iter().any(|message| message.tone == Tone::Bad),
            messages,
            readonly: self.busy,
            tokens: (field == Field::Scopes).then(|| self.tokens()),
            can_forget: field == Field::ApiKey && !api_key.expose().is_empty(),
        }
    }

    fn hint(&self, field: Field) -> String {
        let key = match field {
            Field::ClientId | Field::ClientSecret | Field::Name if self.edits => TextKey::EditKept,
            Field::Scopes if self.edits => TextKey::EditScopes,
            _ => field.hint(),
        };
        self.words.fill(key, &[("name", self.default_name), ("scopes", &DEFAULT_SCOPES.join(" "))])
    }

    /// What StackOne said about the field, then what the check found, once the person has left the field. Two messages appear
    /// while typing: that a name is taken, which nobody can know, and to which org an address leads.
    fn messages(&self, field: Field) -> Vec<FieldMessage> {
        let verdicts = self.verdicts.iter().filter(|(about, _)| *about == field).map(|(_, words)| FieldMessage {
            tone: Tone::Bad,
            words: words.clone(),
            quick_fix: None,
        });
        let shown = self.form.touched.contains(&field) || (field == Field::Name && self.names_known);
        let about_it = || self.issues.iter().filter(|issue| issue.field == field);
        let issues = about_it().filter(|issue| shown || tone(issue.code) == Tone::Good).map(|issue| FieldMessage {
            tone: tone(issue.code),
            words: self.words.issue(field.name(), issue.code.name(), &issue.about),
            quick_fix: QuickFix::of(issue, &self.form.draft),
        });
        let host = self.report.normalized.my_domain.as_ref().filter(|_| field == Field::MyDomain);
        let found = host.filter(|_| about_it().next().is_none()).map(|host| FieldMessage {
            tone: Tone::Good,
            words: self.words.fill(TextKey::MyDomainFound, &[("host", host.as_str())]),
            quick_fix: None,
        });
        verdicts.chain(issues).chain(found).collect()
    }
}

/// That an address was rewritten confirms it, although `validate` calls it a warning.
fn tone(code: Code) -> Tone {
    match code.severity() {
        _ if code == Code::RewrittenHost => Tone::Good,
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warn,
    }
}
