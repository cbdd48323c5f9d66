//! From a click on the main button to a profile: read the list, send once, compare where the outcome got lost.

pub(in crate::form) mod compare;
mod outcome;
mod recheck;
mod state;
mod update;

pub use state::{Attempt, Done, How, Phase, Recheck};
