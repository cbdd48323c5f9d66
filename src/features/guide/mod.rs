//! The guide: the same form, led through in five steps from an empty Salesforce org to a profile. What it knows beyond
//! the form – the step, which steps are done, when the app was made, what Salesforce showed – is here; what the steps hold is
//! a table. Called by `app`.

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
pub use progress::{AppCreated, Guide, Now, Pkce, Saw};
pub use step::Step;
pub use task::{Extra, TASKS, Task};
pub use update::Output;
