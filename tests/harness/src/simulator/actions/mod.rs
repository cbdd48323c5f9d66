//! `GET /stackone/actions`: what the connector can do, 400 actions in pages. `catalogue` makes them from two small tables,
//! `list` answers for them. It may not know what a profile has enabled: StackOne's list is the same for everybody.

mod catalogue;
mod list;

pub use catalogue::{Action, actions};
pub use list::list;
