//! After the profile: an account is connected to it. The session is made as soon as the result is shown, so that the button
//! is a true link; how the sign-in ended is read from StackOne (`watch`), or the person is asked.

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
