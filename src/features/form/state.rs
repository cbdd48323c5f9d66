//! What was typed, and what is open or shown in clear.

use super::api_key;
use crate::profile::{Draft, Field, Issue, Secret, trim};
use crate::stackone::Auth;

/// The fields as the person left them. What was typed is kept verbatim.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// What was typed.
    pub draft: Draft,
    /// The StackOne API key as typed.
    pub api_key: Secret,
    /// Fields that were left or submitted: their issues are shown.
    pub touched: Vec<Field>,
    /// Whether errors are summed up above the form.
    pub summed_up: bool,
    /// What is open or shown in clear.
    pub open: Open,
}

/// What is open or shown in clear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The client secret.
    pub client_secret: bool,
    /// The API key.
    pub api_key: bool,
    /// The field for My Domain.
    pub my_domain: bool,
    /// The fields that few people need.
    pub advanced: bool,
    /// The fields for key and secret of a profile that is changed.
    pub keys: bool,
    /// Secrets in the request that is shown.
    pub request_secrets: bool,
}

impl Form {
    /// A form that holds these values.
    pub fn new(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    /// What to say about the API key.
    pub fn api_key_issue(&self, auth: Auth) -> Option<Issue> {
        api_key::validate(&self.api_key, auth)
    }

    /// Whether StackOne cannot be asked because no key is typed.
    pub fn lacks_key(&self, auth: Auth) -> bool {
        self.api_key_issue(auth).is_some_and(|issue| issue.is_error())
    }

    /// Shows the issues of a field from now on.
    pub fn touch(&mut self, field: Field) {
        if !self.touched.contains(&field) {
            self.touched.push(field);
        }
    }

    /// Another draft: nothing is said of the one before.
    pub fn untouch(&mut self) {
        self.touched.clear();
        self.summed_up = false;
    }

    /// Whether a secret was typed.
    pub fn holds_secret(&self) -> bool {
        !self.draft.client_secret.is_blank() || !self.api_key.is_blank()
    }

    /// Whether an API key was typed.
    pub fn has_key(&self) -> bool {
        !trim(self.api_key.expose()).is_empty()
    }
}
