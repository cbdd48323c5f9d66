//! The draft, verbatim as typed, and the profile that a draft without errors becomes.

use std::rc::Rc;

use super::{Field, Secret};
use crate::salesforce::{Environment, Host};

/// What a person typed. Nothing in it is trimmed or normalized; that happens in the check.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Name of the profile; blank means the one that is offered.
    pub name: String,
    /// Salesforce's consumer key.
    pub client_id: String,
    /// Salesforce's consumer secret.
    pub client_secret: Secret,
    /// OAuth scopes as free text; blank means StackOne's own list.
    pub scopes: String,
    /// `production` or `sandbox`.
    pub environment: String,
    /// The org's own login address, or blank. Steers the authorization URL only.
    pub my_domain: String,
    /// Ids of the actions to enable; `None` enables all. There may be thousands, and drafts are copied: hence `Rc`.
    pub actions: Option<Rc<Vec<String>>>,
}

impl Draft {
    /// The text of a field, where it is one that may be seen.
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

    /// The same, to change it.
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
    /// Production or sandbox; `None` where a change leaves it as it is.
    pub environment: Option<Environment>,
    /// Where the org signs in, if it was said.
    pub my_domain: Option<Host>,
    /// Ids of the actions to enable; `None` enables all.
    pub actions: Option<Rc<Vec<String>>>,
}
