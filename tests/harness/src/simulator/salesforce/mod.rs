//! The parts of Salesforce that create an app and link an account: the sign-in at its login hosts, the consent, the
//! code, the tokens, and a Setup where a person creates and changes an app. It fails with Salesforce's own codes, texts
//! and pages. `routes` is the entry; the clock, the log and the faults are the simulator's.

pub mod routes;
pub mod token;

mod app;
mod authorize;
mod consent;
mod grants;
mod host;
mod memory;
mod redirect;
mod refusal;
mod scopes;
mod setup;
mod signin;

pub use app::{AppError, Registration};
pub use host::Host;
pub use memory::Salesforce;
pub use redirect::with_parameters;
pub use refusal::Refusal;
