//! StackOne's HTTP API as data: builds requests and parses answers, but sends nothing. StackOne documents everything
//! except two assumptions: how `write` creates a profile, and how `connect_session` reads a session again. Called by
//! `features`, `app` and `embed`.

pub mod accounts;
mod action_name;
pub mod actions;
pub mod answer;
pub mod authorization;
pub mod config;
pub mod config_sources;
pub mod connect_session;
pub mod error_body;
pub mod json;
mod lenient;
pub mod pins;
mod profile_change;
mod profile_in_words;
pub mod profiles;
pub mod request;
pub mod retry_after;
pub mod secrets;
mod unix_time;
pub mod write;
pub mod write_shape;

pub use answer::{Answer, TransportError};
pub use config::{ApiConfig, Auth};
pub use config_sources::{ConfigSource, ConfigSources};
pub use connect_session::{ConnectSession, Progress};
pub use error_body::ErrorBody;
pub use json::{Json, Show};
pub use profile_change::{Flag, ProfileChange, ProfileFlags};
pub use profiles::{ConnectorProfile, Page};
pub use request::Request;
pub use unix_time::UnixTime;

/// The scopes that StackOne requests if the field is blank (StackOne's guide).
pub const DEFAULT_SCOPES: [&str; 3] = ["api", "refresh_token", "offline_access"];

/// The address to which Salesforce redirects people: StackOne's callback (StackOne's guide).
pub const CALLBACK_URL: &str = "https://api.stackone.com/connect/oauth2/salesforce/callback";

/// StackOne's key of the connector.
pub const CONNECTOR_KEY: &str = "salesforce";

/// The name that StackOne suggests for the app in Salesforce (StackOne's guide).
pub const APP_NAME: &str = "StackOne Integration";

/// StackOne's public host (its API reference).
pub const API_BASE_URL: &str = "https://api.stackone.com";

/// The scopes to send for a list: the list itself, or StackOne's own if it is empty.
pub fn effective_scopes(names: &[String]) -> Vec<String> {
    let mut scopes = names.to_vec();
    if scopes.is_empty() {
        for name in DEFAULT_SCOPES {
            scopes.push(name.to_owned());
        }
    }
    scopes
}
