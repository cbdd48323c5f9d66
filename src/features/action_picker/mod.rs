//! The action picker: all actions, or a selection from StackOne's list, which is read page by page, or by typed ids.
//! The form works without the list. The draft contains the selection, sorted by id.

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
pub use state::{ActionPicker, AdoptedScopes, Selection};
pub use update::Output;
