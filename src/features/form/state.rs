//! The state of the form's fields.

use super::api_key;
use crate::profile::{Draft, Field, Issue, Secret};
use crate::stackone::Auth;

/// The fields. Typed text is kept verbatim.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// What was typed.
    pub draft: Draft,
    /// The StackOne API key, as typed.
    pub api_key: Secret,
    /// Fields that were left or submitted, so that their issues are shown.
    pub touched: Vec<Field>,
    /// How often the key was cleared. Its control is replaced each time: Yew keeps the text with which a control appeared
    /// as long as the control is there.
    pub cleared: u32,
    /// Whether the error summary is shown.
    pub summed_up: bool,
    /// What is shown or hidden.
    pub open: Open,
}

/// What is shown or hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The client secret, in clear text.
    pub client_secret: bool,
    /// The API key, in clear text.
    pub api_key: bool,
    /// The field for My Domain.
    pub my_domain: bool,
    /// The advanced fields.
    pub advanced: bool,
    /// The credential fields of an existing profile.
    pub credentials: bool,
    /// The secrets in the displayed request.
    pub request_secrets: bool,
}

impl Form {
    /// A form with these initial values.
    pub fn new(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    /// The issue of the API key, if any.
    pub fn api_key_issue(&self, auth: Auth) -> Option<Issue> {
        api_key::validate(&self.api_key, auth)
    }

    /// Whether requests are impossible because the API key is missing.
    pub fn lacks_key(&self, auth: Auth) -> bool {
        self.api_key_issue(auth).is_some_and(|issue| issue.is_error())
    }

    /// Shows the issues of a field from now on.
    pub fn touch(&mut self, field: Field) {
        if !self.touched.contains(&field) {
            self.touched.push(field);
        }
    }

    /// Hides all issues, for another draft.
    pub fn untouch(&mut self) {
        self.touched.clear();
        self.summed_up = false;
    }

    /// Whether a secret was typed.
    pub fn holds_secret(&self) -> bool {
        !self.draft.client_secret.is_blank() || !self.api_key.is_blank()
    }
}
