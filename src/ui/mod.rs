//! The form on the screen. `App` is the one component that is mounted; the others show a slice of the view model
//! each and send messages. Whatever there is to decide was decided in `form::view`. Called by `embed`, which gives it a
//! place to draw and a way to run effects.

mod action_list;
mod action_picker;
mod app;
mod copy_text;
mod created_twice;
mod dispatch;
mod explanation;
mod field;
mod form;
mod guide;
mod link_account;
mod profiles;
mod questions;
mod screen;
mod submit;
mod task;

pub use app::{App, AppProps};
pub use screen::{Screen, ScreenProps};
