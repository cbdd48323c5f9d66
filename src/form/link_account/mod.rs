//! After the profile: the link with which an account is linked to it.

mod state;
mod update;

pub use state::{LinkMessage, LinkPhase, Linking};
