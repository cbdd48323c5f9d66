//! StackOne's side of linking an account: a connect session, its link, the redirects to Salesforce and back, and the
//! accounts. It uses the stored profile, with key, secret, scopes and environment, so that a wrong value causes the
//! same error as in StackOne.

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
pub use sessions::{create, show};

/// Whose pages these are.
const PLAYER: &str = "StackOne";
