//! The profiles that exist: the list as the person looks at it, the change of one of them, and the version of its
//! connector. Nothing is overwritten unseen.

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
