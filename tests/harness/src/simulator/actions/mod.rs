//! `GET /stackone/actions`: the actions of the connector, 400 in pages. `catalogue` makes them from two small tables,
//! `list` returns them. The list does not depend on the actions that a profile enables, as in StackOne.

mod catalogue;
mod list;

pub use catalogue::{Action, actions};
pub use list::list;
