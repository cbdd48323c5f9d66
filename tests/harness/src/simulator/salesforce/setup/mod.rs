//! The simulated Setup: where a person makes an External Client App, reads its key and secret, and mends its settings,
//! with the names that Salesforce's own Setup uses. It has no sign-in: whoever runs the simulator is the
//! administrator. It is all an empty org needs to be set up by the guide alone.

mod credentials;
mod draft;
mod form;
mod manager;

pub use manager::{LIST, router};
