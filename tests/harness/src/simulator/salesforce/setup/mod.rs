//! The simulated Setup: where a person creates an External Client App, reads its key and secret, and changes its
//! settings, with the names of Salesforce's own Setup. It has no sign-in: whoever runs the simulator is the
//! administrator. With it, the guide alone can set up an empty org.

mod credentials;
mod draft;
mod form;
mod manager;

pub use manager::{LIST, router};
