//! Linked accounts, and the list of them at `GET /stackone/accounts`, which is a plain array.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::super::envelope::now;
use super::super::state::Simulator;
use super::memory::Session;

/// An account as StackOne returns it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    pub id: String,
    pub provider: String,
    pub status: String,
    pub origin_owner_id: String,
    pub origin_owner_name: String,
    pub connector_profile_id: String,
    pub label: Option<String>,
    pub created_at: String,
    pub updated_at: String,
}

impl Account {
    /// An account that was just linked through this profile.
    pub fn new(number: usize, session: &Session, profile_id: &str) -> Self {
        let moment = now();
        Self {
            id: format!("sim_account_{number}"),
            provider: "salesforce".to_owned(),
            status: "active".to_owned(),
            origin_owner_id: session.owner_id.clone(),
            origin_owner_name: session.owner_name.clone(),
            connector_profile_id: profile_id.to_owned(),
            label: session.label.clone(),
            created_at: moment.clone(),
            updated_at: moment,
        }
    }
}

/// The query of a list, which the gate has checked.
#[derive(Deserialize)]
pub struct Filter {
    provider: Option<String>,
    origin_owner_id: Option<String>,
    #[serde(default = "first_page")]
    page: usize,
    #[serde(default = "usual_size")]
    page_size: usize,
}

fn first_page() -> usize {
    1
}

fn usual_size() -> usize {
    25
}

/// Returns a page of the matching accounts.
pub async fn list(State(simulator): State<Arc<Simulator>>, Query(filter): Query<Filter>) -> Response {
    let fits = |account: &&Account| {
        filter.provider.as_ref().is_none_or(|provider| *provider == account.provider)
            && filter.origin_owner_id.as_ref().is_none_or(|owner| *owner == account.origin_owner_id)
    };
    let connect = simulator.connect();
    let before = (filter.page - 1).saturating_mul(filter.page_size);
    let accounts: Vec<_> = connect.accounts().iter().filter(fits).skip(before).take(filter.page_size).collect();
    Json(accounts).into_response()
}
