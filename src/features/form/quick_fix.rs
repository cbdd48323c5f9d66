//! Mends: for some issues the form knows what was meant and offers to do it.

use crate::i18n::TextKey;
use crate::profile::{Code, Draft, Field, Issue, Normalized, Secret, trim};
use crate::salesforce::{Environment, ScopeList, credentials};

/// One mend that is offered beside a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickFix {
    /// Client ID and secret change places.
    SwapKeys,
    /// `refresh_token` joins the scopes.
    AddRefresh,
    /// The field holds the tidied scopes.
    UseTidied,
    /// White space within a key goes.
    RemoveSpaces(Field),
    /// The other environment.
    Switch(Environment),
    /// The field holds the host.
    UseHost,
    /// No My Domain.
    ClearDomain,
}

impl QuickFix {
    /// The mend for an issue, if there is one.
    pub fn of(issue: &Issue, draft: &Draft) -> Option<Self> {
        match issue.code {
            Code::LooksLikeSecret => Some(Self::SwapKeys),
            Code::LooksLikeClientId => (!credentials::looks_like_key(trim(&draft.client_id))).then_some(Self::SwapKeys),
            Code::MissingRefreshScope => Some(Self::AddRefresh),
            Code::Normalised => Some(Self::UseTidied),
            Code::WhitespaceInside => Some(Self::RemoveSpaces(issue.field)),
            Code::EnvironmentMismatch => match Environment::from_name(trim(&draft.environment)) {
                Some(Environment::Production) => Some(Self::Switch(Environment::Sandbox)),
                Some(Environment::Sandbox) | None => Some(Self::Switch(Environment::Production)),
            },
            Code::RewrittenHost => Some(Self::UseHost),
            Code::GenericHost => Some(Self::ClearDomain),
            _ => None,
        }
    }

    /// The words of its link.
    pub fn key(self) -> TextKey {
        match self {
            Self::SwapKeys => TextKey::SwapKeys,
            Self::AddRefresh => TextKey::AddRefresh,
            Self::UseTidied => TextKey::UseTidied,
            Self::RemoveSpaces(_) => TextKey::RemoveSpaces,
            Self::Switch(Environment::Sandbox) => TextKey::UseSandbox,
            Self::Switch(Environment::Production) => TextKey::UseProduction,
            Self::UseHost => TextKey::UseHost,
            Self::ClearDomain => TextKey::ClearDomain,
        }
    }

    /// The field where the person goes on.
    pub fn field(self) -> Field {
        match self {
            Self::SwapKeys => Field::ClientId,
            Self::AddRefresh | Self::UseTidied => Field::Scopes,
            Self::RemoveSpaces(field) => field,
            Self::Switch(_) => Field::Environment,
            Self::UseHost | Self::ClearDomain => Field::MyDomain,
        }
    }

    /// Does it.
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
            Self::UseHost => {
                draft.my_domain =
                    normalized.my_domain.as_ref().map(|host| host.as_str().to_owned()).unwrap_or_default();
            }
            Self::ClearDomain => draft.my_domain.clear(),
        }
    }
}

fn without_spaces(text: &str) -> String {
    trim(text).chars().filter(|c| !c.is_whitespace()).collect()
}
