//! From a click on the main button to a profile: read the list, send once, compare where the outcome got lost.

pub(crate) mod compare;
pub(crate) mod component;
pub(crate) mod component_created_twice;
mod message;
mod outcome;
mod recheck;
mod state;
mod update;
pub mod view;
pub mod view_failure;

pub use message::SubmitMessage;
pub use state::{Attempt, Done, How, Phase, Recheck};
