//! The existing profiles: the list, the change of a profile, and its connector version. Changes by other users are
//! never overwritten without asking.

pub(crate) mod component;
mod edit;
mod message;
mod pin;
mod pinning;
mod state;
mod update;
pub mod view;

pub use edit::Edit;
pub use message::ProfilesMessage;
pub use pinning::Pinning;
pub use state::{Profiles, ProfilesFailure};
pub use update::Output;
