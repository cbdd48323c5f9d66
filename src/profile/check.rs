//! Checks a draft and returns a report. Finds all issues at once, so that nobody fixes one field only to see the next
//! error. Pure.

use std::rc::Rc;

use super::{CheckContext, Code, Draft, Field, Issue, Profile, Secret, trim};
use super::{actions, client_id, client_secret, environment, my_domain, name, scopes};
use crate::salesforce::{Environment, Host, ScopeList};

/// The fields that are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All fields.
    Whole,
    /// All fields except the client secret, for callers that have none.
    WithoutSecret,
    /// Changes to an existing profile. A blank client ID keeps the client ID and the secret. A blank or unknown
    /// environment keeps the environment, because StackOne lists profiles without one.
    Changes,
}

/// A draft after trimming and normalizing, with or without errors. It never contains the secret.
#[derive(Clone, Debug)]
pub struct Normalized {
    /// Name, trimmed.
    pub name: String,
    /// Client ID, trimmed.
    pub client_id: String,
    /// Scope names.
    pub scopes: ScopeList,
    /// Environment as typed, trimmed.
    pub environment: String,
    /// The org's host, if the address is valid.
    pub my_domain: Option<Host>,
    /// The selected actions; `None` for all.
    pub actions: Option<Rc<Vec<String>>>,
}

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Report {
    /// All issues, in the order of the checks.
    pub issues: Vec<Issue>,
    /// The draft, normalized.
    pub normalized: Normalized,
    /// The environment, if it is valid.
    pub environment: Option<Environment>,
    client_secret: Secret,
}

impl Report {
    /// Whether no issue is an error.
    pub fn is_valid(&self) -> bool {
        !self.issues.iter().any(Issue::is_error)
    }

    /// Whether any of `fields` has an error.
    pub fn has_error_in(&self, fields: &[Field]) -> bool {
        self.issues.iter().any(|issue| issue.is_error() && fields.contains(&issue.field))
    }

    /// The profile, if no issue is an error.
    pub fn profile(&self) -> Option<Profile> {
        self.is_valid().then(|| self.typed())
    }

    /// The profile as typed, even with errors.
    pub fn typed(&self) -> Profile {
        let normalized = self.normalized.clone();
        Profile {
            name: Some(normalized.name).filter(|name| !name.is_empty()),
            client_id: normalized.client_id,
            client_secret: self.client_secret.clone(),
            scopes: normalized.scopes.names,
            environment: self.environment,
            my_domain: normalized.my_domain,
            actions: normalized.actions,
        }
    }
}

/// Checks a draft.
///
/// ```
/// use stackone_connector_profile::profile::{Code, Draft, CheckContext, Extent, check};
/// let draft = Draft { scopes: "api".into(), ..Draft::default() };
/// let report = check(&draft, &CheckContext::default(), Extent::Whole);
/// let codes = report.issues.iter().map(|issue| issue.code).collect::<Vec<_>>();
/// assert_eq!(codes, [Code::Required, Code::Required, Code::MissingRefreshScope, Code::Required]);
/// ```
pub fn check(draft: &Draft, context: &CheckContext, extent: Extent) -> Report {
    let mut issues = Vec::new();
    let mut note = |field, code: Option<Code>| {
        if let Some(code) = code {
            issues.push(Issue::new(field, code));
        }
    };

    let name = trim(&draft.name);
    let effective = if name.is_empty() { &context.default_name } else { name };
    let client_id = trim(&draft.client_id);
    let secret = trim(draft.client_secret.expose());
    note(Field::Name, name::validate(effective, secret, context));
    let kept = extent == Extent::Changes && client_id.is_empty();
    if !kept {
        note(Field::ClientId, client_id::validate(client_id));
    }
    if extent != Extent::WithoutSecret && !(kept && secret.is_empty()) {
        note(Field::ClientSecret, client_secret::validate(secret, client_id));
    }

    let scopes = ScopeList::parse(&draft.scopes);
    issues.extend(scopes::validate(&draft.scopes, &scopes, secret));

    let mut note = |field, code: Code| issues.push(Issue::new(field, code));
    let environment = match environment::validate(trim(&draft.environment)) {
        Ok(environment) => Some(environment),
        Err(_) if extent == Extent::Changes => None,
        Err(code) => {
            note(Field::Environment, code);
            None
        }
    };
    let domain = my_domain::validate(trim(&draft.my_domain), environment);
    let domain = domain.map_err(|code| note(Field::MyDomain, code)).ok().flatten();
    if let Some(domain) = &domain {
        let about = domain.host.as_str().to_owned();
        for remark in &domain.notes {
            issues.push(Issue { field: Field::MyDomain, code: my_domain::warning(*remark), about: about.clone() });
        }
    }

    let selected = draft.actions.as_ref().map(|selected| selected.as_slice());
    issues.extend(actions::validate(selected, &context.unknown_actions, secret));

    Report {
        issues,
        normalized: Normalized {
            name: name.to_owned(),
            client_id: client_id.to_owned(),
            scopes,
            environment: trim(&draft.environment).to_owned(),
            my_domain: domain.map(|domain| domain.host),
            actions: draft.actions.clone(),
        },
        environment,
        client_secret: Secret::from(secret),
    }
}
