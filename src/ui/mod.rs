//! Floor 4: the form on the screen. Functions that draw a slice of the view model and send messages; whatever there is
//! to decide was decided in `form::view`. Called by `embed`, which gives it a place to draw and a way to run effects.

mod actions;
pub mod app;
mod ask;
mod choose;
mod copy_box;
mod done;
mod environment;
mod failure;
mod field;
mod form;
mod guide;
mod hear;
mod link;
mod picture;
mod profiles;
mod tree;

pub use app::{App, Props};
pub use hear::Ears;
