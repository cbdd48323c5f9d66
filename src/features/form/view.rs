//! The view models of the fields and of the parts around them.

use std::rc::Rc;

use super::view_field::{FieldMessage, FieldText, FieldView, Token};
use super::{Form, QuickFix};
use crate::components::{CopyView, Tone};
use crate::i18n::{TextKey, Words};
use crate::profile::{Code, Field, Group, Issue, Report, Severity};
use crate::salesforce::Environment;
use crate::salesforce::scopes::{find, is_scope_name};
use crate::stackone::DEFAULT_SCOPES;

/// The error summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The number of fields with an error, as text.
    pub title: String,
    /// The fields with an error.
    pub fields: Vec<Field>,
}

/// An environment to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The environment.
    pub environment: Environment,
    /// The host where it signs in.
    pub hint: String,
    /// Whether it is picked.
    pub selected: bool,
}

/// The fields for the org.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgView {
    /// The two environments.
    pub choices: [Choice; 2],
    /// The hint and messages of the environment.
    pub environment: Rc<FieldView>,
    /// My Domain, once the person opens it.
    pub my_domain: Option<Rc<FieldView>>,
    /// Whether My Domain is the first field, because it determines the environment.
    pub address_first: bool,
    /// Whether the environment cannot change now.
    pub disabled: bool,
}

/// The authorization URL in its box.
#[derive(Clone, Debug, PartialEq)]
pub struct UrlView {
    /// The URL; `None` while the draft does not allow one.
    pub url: Option<Rc<CopyView>>,
}

/// The fields, with the context for their view models.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    /// The state of the fields.
    pub form: &'a Form,
    /// The texts in use.
    pub words: &'a Words,
    /// All issues.
    pub issues: &'a [Issue],
    /// The checked draft.
    pub report: &'a Report,
    /// The name to send if the field is blank.
    pub default_name: &'a str,
    /// StackOne's messages about the values that were sent, by field.
    pub verdicts: &'a [(Field, String)],
    /// Whether the names of existing profiles are known.
    pub names_known: bool,
    /// Whether an existing profile is changed.
    pub edits: bool,
    /// Whether the fields are read-only now.
    pub busy: bool,
    /// Whether a person types the API key.
    pub asks_for_key: bool,
    /// Whether the guide is shown.
    pub guided: bool,
}

impl FormContext<'_> {
    /// The error summary, once the main button was pressed.
    pub fn summary(&self) -> Option<Summary> {
        let has_error = |field: &Field| self.issues.iter().any(|issue| issue.is_error() && issue.field == *field);
        let fields = Field::ALL.iter().copied().filter(has_error).collect::<Vec<_>>();
        let key = if fields.len() == 1 { TextKey::Summary } else { TextKey::SummaryMany };
        let title = self.words.fill(key, &[("count", &fields.len().to_string())]);
        (self.form.summed_up && !fields.is_empty()).then_some(Summary { title, fields })
    }

    /// The scopes that will be sent.
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
                selected: self.report.environment == Some(environment),
            }
        })
    }

    /// The fields for client ID and secret.
    pub fn credentials(&self) -> [Rc<FieldView>; 2] {
        [self.shared_field(Field::ClientId), self.shared_field(Field::ClientSecret)]
    }

    /// The fields for the org.
    pub fn org(&self) -> Rc<OrgView> {
        Rc::new(OrgView {
            choices: self.choices(),
            environment: self.shared_field(Field::Environment),
            my_domain: (self.guided || self.form.open.my_domain).then(|| self.shared_field(Field::MyDomain)),
            address_first: self.guided,
            disabled: self.busy,
        })
    }

    /// The fields that StackOne needs besides the values from Salesforce, with the API key if a person types it.
    pub fn account(&self) -> Rc<[Rc<FieldView>]> {
        let fields = Group::Account.fields().filter(|field| *field != Field::ApiKey || self.asks_for_key);
        fields.map(|field| self.shared_field(field)).collect()
    }

    /// The field for the API key, if a person types it.
    pub fn api_key(&self) -> Option<Rc<FieldView>> {
        self.asks_for_key.then(|| self.shared_field(Field::ApiKey))
    }

    /// The view model of a field, in an `Rc`.
    pub fn shared_field(&self, field: Field) -> Rc<FieldView> {
        Rc::new(self.field(field))
    }

    /// The view model of a field.
    pub fn field(&self, field: Field) -> FieldView {
        let (Form { draft, api_key, open, .. }, messages) = (self.form, self.messages(field));
        FieldView {
            field,
            label_note: field.label_note(),
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
            cleared: if field == Field::ApiKey { self.form.cleared } else { 0 },
            tokens: (field == Field::Scopes).then(|| self.tokens()),
            can_forget: field == Field::ApiKey && !api_key.expose().is_empty(),
        }
    }

    fn hint(&self, field: Field) -> String {
        let key = match field {
            // The form's introduction says that a blank field keeps its value.
            Field::Name if self.edits => return String::new(),
            Field::Scopes if self.edits => TextKey::EditScopes,
            _ => field.hint(),
        };
        self.words.fill(key, &[("name", self.default_name), ("scopes", &DEFAULT_SCOPES.join(" "))])
    }

    /// StackOne's message about the field, then the issues, once the person left the field. Two messages are shown
    /// earlier, while the person types: a duplicate name, because nobody can foresee it, and the host found in an
    /// address.
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

/// The tone of an issue. A rewritten host is a confirmation here, although `validate` calls it a warning.
fn tone(code: Code) -> Tone {
    match code.severity() {
        _ if code == Code::RewrittenHost => Tone::Good,
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warn,
    }
}
