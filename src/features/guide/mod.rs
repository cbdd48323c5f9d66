//! The guide: the same form in five steps, from an empty Salesforce org to a profile. Its state adds to the form's: the
//! step, which steps are done, when the app was created, what Salesforce showed. The tasks of the steps are a table.
//! Called by `app`.

pub(crate) mod component;
mod component_drawing;
pub(crate) mod component_explanation;
mod component_questions;
pub(crate) mod component_task;
mod kept;
mod message;
mod progress;
pub mod step;
pub mod task;
mod update;
pub mod view;
pub mod view_explanation;
pub mod view_task;

pub use message::GuideMessage;
pub use progress::{AppCreated, Guide, Pkce, Saw};
pub use step::Step;
pub use task::{Extra, TASKS, Task};
pub use update::Output;
