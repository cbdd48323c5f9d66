//! Salesforce, as far as an app is made in it and an account is linked through it: the sign-in at its login hosts, the
//! consent, the code, the tokens, and a Setup where a person can make and mend an app. It fails with Salesforce's own
//! codes and texts in Salesforce's own places. `routes` is the door; the clock, the log and the faults are
//! the simulator's.

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
