//! Connects an account to the profile. Requests a session as soon as the result is shown, so that the button is a real
//! link. StackOne tells how the sign-in ended (`watch`), or else the person does.

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
