//! Quick fixes: for some issues, the form knows what the person meant and offers it.

use crate::i18n::TextKey;
use crate::profile::{Code, Draft, Field, Issue, Normalized, Secret, trim};
use crate::salesforce::{Environment, PastedCredentials, ScopeList, credentials};

/// A quick fix next to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickFix {
    /// Swap client ID and secret.
    SwapKeys,
    /// Add `refresh_token` to the scopes.
    AddRefresh,
    /// Replace the scopes with the normalized ones.
    UseTidied,
    /// Remove white space from a credential.
    RemoveSpaces(Field),
    /// Switch to the other environment.
    Switch(Environment),
    /// Replace the scheme of My Domain by `https`.
    UseHttps,
    /// Clear My Domain.
    ClearDomain,
    /// Move a credential found inside this field's text to its own field, and drop the rest of the text.
    UseFound(Field, Found),
}

/// The credentials found in a pasted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Only a client ID.
    Key,
    /// Only a client secret.
    Secret,
    /// Both.
    Both,
}

impl QuickFix {
    /// The quick fix for an issue, if there is one.
    pub fn of(issue: &Issue, draft: &Draft) -> Option<Self> {
        let found = credentials_in(issue.field, draft);
        match (found.key, found.secret) {
            (Some(_), Some(_)) => return Some(Self::UseFound(issue.field, Found::Both)),
            (Some(_), None) => return Some(Self::UseFound(issue.field, Found::Key)),
            (None, Some(_)) => return Some(Self::UseFound(issue.field, Found::Secret)),
            (None, None) => {}
        }
        match issue.code {
            Code::LooksLikeSecret => (issue.field == Field::ClientId).then_some(Self::SwapKeys),
            Code::LooksLikeClientId => (!credentials::looks_like_key(trim(&draft.client_id))).then_some(Self::SwapKeys),
            Code::MissingRefreshScope => Some(Self::AddRefresh),
            Code::Normalised => Some(Self::UseTidied),
            Code::WhitespaceInside => Some(Self::RemoveSpaces(issue.field)),
            Code::EnvironmentMismatch => match Environment::from_name(trim(&draft.environment)) {
                Some(Environment::Production) => Some(Self::Switch(Environment::Sandbox)),
                Some(Environment::Sandbox) | None => Some(Self::Switch(Environment::Production)),
            },
            Code::NotHttps => Some(Self::UseHttps),
            Code::GenericHost => Some(Self::ClearDomain),
            _ => None,
        }
    }

    /// The label of its link.
    pub fn key(self) -> TextKey {
        match self {
            Self::SwapKeys => TextKey::SwapKeys,
            Self::AddRefresh => TextKey::AddRefresh,
            Self::UseTidied => TextKey::UseTidied,
            Self::RemoveSpaces(_) => TextKey::RemoveSpaces,
            Self::Switch(Environment::Sandbox) => TextKey::UseSandbox,
            Self::Switch(Environment::Production) => TextKey::UseProduction,
            Self::UseHttps => TextKey::UseHttps,
            Self::ClearDomain => TextKey::ClearDomain,
            Self::UseFound(_, Found::Key) => TextKey::UseFoundKey,
            Self::UseFound(_, Found::Secret) => TextKey::UseFoundSecret,
            Self::UseFound(_, Found::Both) => TextKey::UseFoundBoth,
        }
    }

    /// The field that gets the focus afterwards.
    pub fn field(self) -> Field {
        match self {
            Self::SwapKeys => Field::ClientId,
            Self::AddRefresh | Self::UseTidied => Field::Scopes,
            Self::RemoveSpaces(field) | Self::UseFound(field, _) => field,
            Self::Switch(_) => Field::Environment,
            Self::UseHttps | Self::ClearDomain => Field::MyDomain,
        }
    }

    /// Applies the quick fix.
    pub(crate) fn apply(self, draft: &mut Draft, normalized: &Normalized) {
        match self {
            Self::SwapKeys => {
                let id = std::mem::take(&mut draft.client_id);
                draft.client_id = draft.client_secret.expose().to_owned();
                draft.client_secret = Secret::new(id);
            }
            Self::AddRefresh => {
                let names = ScopeList::joined(&normalized.scopes.names);
                draft.scopes = format!("{names} refresh_token");
            }
            Self::UseTidied => draft.scopes = ScopeList::joined(&normalized.scopes.names),
            Self::RemoveSpaces(Field::ClientSecret) => {
                draft.client_secret = Secret::new(without_spaces(draft.client_secret.expose()));
            }
            Self::RemoveSpaces(_) => draft.client_id = without_spaces(&draft.client_id),
            Self::Switch(environment) => draft.environment = environment.name().to_owned(),
            Self::UseHttps => {
                let rest = draft.my_domain.split_once(':').map_or("", |(_, rest)| rest);
                draft.my_domain = format!("https://{}", rest.trim_start_matches(['/', '\\']));
            }
            Self::ClearDomain => draft.my_domain.clear(),
            Self::UseFound(field, _) => {
                let found = credentials_in(field, draft);
                let (key, secret) = (found.key.map(str::to_owned), found.secret.map(Secret::from));
                match field {
                    Field::ClientSecret => draft.client_secret = Secret::default(),
                    _ => draft.client_id.clear(),
                }
                draft.client_id = key.unwrap_or(std::mem::take(&mut draft.client_id));
                draft.client_secret = secret.unwrap_or(draft.client_secret.clone());
            }
        }
    }
}

/// The credentials found inside a longer text in `field`; none for fields that hold no credential.
fn credentials_in(field: Field, draft: &Draft) -> PastedCredentials<'_> {
    match field {
        Field::ClientId => PastedCredentials::find(trim(&draft.client_id)),
        Field::ClientSecret => PastedCredentials::find(trim(draft.client_secret.expose())),
        _ => PastedCredentials::default(),
    }
}

fn without_spaces(text: &str) -> String {
    trim(text).chars().filter(|c| !c.is_whitespace()).collect()
}
