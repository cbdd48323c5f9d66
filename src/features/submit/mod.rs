//! From a click on the main button to a profile. `create` is the story of a new one; `update` judges, and changes one that
//! exists; `outcome` ends a click, `recheck` and `late_list` read the list once more where one reading does not tell.

pub(crate) mod component;
pub(crate) mod component_created_twice;
mod create;
mod late_list;
mod message;
mod outcome;
mod recheck;
mod state;
mod update;
pub mod view;
pub mod view_failure;

pub use message::SubmitMessage;
pub use state::{Attempt, Done, How, Phase, Recheck};
