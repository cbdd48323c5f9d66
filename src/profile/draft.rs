//! The draft, exactly as typed, and the profile that results from a valid draft.

use std::rc::Rc;

use super::{Field, Secret};
use crate::salesforce::{Environment, Host};

/// What a person typed. Only the check trims and normalizes it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Name of the profile. Blank means `CheckContext::default_name`.
    pub name: String,
    /// Salesforce's consumer key.
    pub client_id: String,
    /// Salesforce's consumer secret.
    pub client_secret: Secret,
    /// OAuth scopes as free text. Blank means StackOne's own list.
    pub scopes: String,
    /// `production` or `sandbox`.
    pub environment: String,
    /// The org's own login address, or blank. Used only in the authorization URL.
    pub my_domain: String,
    /// Ids of the actions to enable; `None` enables all. An `Rc`, because drafts are cloned and may contain thousands.
    pub actions: Option<Rc<Vec<String>>>,
}

impl Draft {
    /// The text of a field; `None` for secrets, and for actions.
    pub fn text(&self, field: Field) -> Option<&String> {
        match field {
            Field::Name => Some(&self.name),
            Field::ClientId => Some(&self.client_id),
            Field::Scopes => Some(&self.scopes),
            Field::Environment => Some(&self.environment),
            Field::MyDomain => Some(&self.my_domain),
            Field::ClientSecret | Field::ApiKey | Field::Actions => None,
        }
    }

    /// Like [`Draft::text`], but mutable.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        match field {
            Field::Name => Some(&mut self.name),
            Field::ClientId => Some(&mut self.client_id),
            Field::Scopes => Some(&mut self.scopes),
            Field::Environment => Some(&mut self.environment),
            Field::MyDomain => Some(&mut self.my_domain),
            Field::ClientSecret | Field::ApiKey | Field::Actions => None,
        }
    }
}

/// A draft that passed the check.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The name typed, if any.
    pub name: Option<String>,
    /// Consumer key.
    pub client_id: String,
    /// Consumer secret, trimmed.
    pub client_secret: Secret,
    /// Scope names; empty means StackOne's own list.
    pub scopes: Vec<String>,
    /// Production or sandbox; `None` if a change keeps it.
    pub environment: Option<Environment>,
    /// The org's own login host, if one was typed.
    pub my_domain: Option<Host>,
    /// Ids of the actions to enable; `None` enables all.
    pub actions: Option<Rc<Vec<String>>>,
}
