//! StackOne's side of linking an account: a connect session, its link, the way to Salesforce and back, and the accounts
//! that came of it. It uses the profile as it was stored – key, secret, scopes, environment – so that a wrong value
//! in it leads to the very error that it would lead to.

mod accounts;
mod callback;
mod dashboard;
mod flow;
pub mod hub;
mod link;
mod memory;
mod sessions;

pub use accounts::{Account, list as accounts};
pub use callback::callback;
pub use dashboard::{link, show as dashboard};
pub use link::{open, start};
pub use memory::Connect;
pub use sessions::create;

/// Whose pages these are.
const PLAYER: &str = "StackOne";
