//! The fields of a profile: their texts and messages, quick fixes, the authorization URL, and the summary of errors.

pub mod api_key;
pub mod authorization;
pub(crate) mod component;
pub(crate) mod component_field;
mod message;
mod quick_fix;
mod state;
mod update;
pub mod view;
pub mod view_field;

pub use message::{FormMessage, Toggle};
pub use quick_fix::{Found, QuickFix};
pub use state::{Form, Open};
pub use update::Output;
