//! Connects an account to the profile. Requests a session as soon as the result is shown, so that the button is a real
//! link. `watch` asks StackOne how the sign-in ended or, if StackOne does not offer that, asks the person.

pub(crate) mod component;
mod component_moment;
mod message;
mod state;
mod update;
pub mod view;
mod watch;

pub use message::LinkMessage;
pub use state::{LinkPhase, Linking, Owner, SignIn, Source};
pub use update::{LinkedTo, Output};
