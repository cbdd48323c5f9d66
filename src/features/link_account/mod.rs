//! After the profile: the link with which an account is linked to it.

pub(crate) mod component;
mod state;
mod update;
pub mod view;

pub use state::{LinkMessage, LinkPhase, Linking};
pub use update::Output;
