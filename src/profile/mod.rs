//! What a person typed, validated. A draft goes in; all issues and, where no error is among them, a profile come
//! out. One field, one file; `check` puts them together. Called by `features`, `app` and `embed`; knows Salesforce, not StackOne.

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
pub use pasted::trim;
pub use secret::Secret;
