//! From a click on the main button to a profile. `create` creates one, `recheck` then looks for duplicates.
//! `app::wiring` connects this with the fields, the guide and the list.

pub(crate) mod component;
pub(crate) mod component_created_twice;
mod create;
mod message;
mod recheck;
mod state;
mod update;
pub mod view;
pub mod view_failure;

pub use message::SubmitMessage;
pub use state::{Attempt, Done, How, Phase, Recheck, Submission};
pub use update::Output;
