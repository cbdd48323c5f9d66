//! The choice of actions: all of them, or those that are chosen – from StackOne's list, read page by page, or by their
//! ids. An unreadable list blocks nothing. The draft holds the selection, in the order of the ids.

pub(crate) mod component;
mod component_matrix;
mod message;
mod preset;
mod selection;
mod state;
mod update;
pub mod view;
mod view_matrix;
mod view_scopes;

pub use message::{ActionsMessage, Part};
pub use preset::Preset;
pub use selection::restored;
pub use state::{ActionPicker, Selection, TakenScopes};
pub use update::Output;
