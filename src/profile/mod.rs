//! Validates what a person typed: turns a draft into issues and, if none is an error, a profile. One file per field;
//! `check` combines them. Called by `features`, `app` and `embed`; knows Salesforce, not StackOne.

mod actions;
pub mod check;
mod client_id;
mod client_secret;
mod context;
mod credential;
pub mod draft;
mod environment;
pub mod field;
pub mod issue;
mod my_domain;
mod name;
mod pasted;
mod scopes;
pub mod secret;

pub use check::{Extent, Normalized, Report, check};
pub use context::CheckContext;
pub use draft::{Draft, Profile};
pub use environment::environment_name;
pub use field::{Field, Group};
pub use issue::{Code, Issue, Severity};
pub use name::is_between_words;
pub use pasted::trim;
pub use secret::Secret;
