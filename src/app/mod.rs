//! The app: what it knows, what can happen to it, and what is to be done then. `update` takes a state and a message and
//! gives the next state and its effects, as data, so a test plays a whole session by sending messages. It routes to the
//! features and wires them together; the one component that is mounted is here too. Called by `browser` and `embed`.

mod component;
pub(crate) mod component_copy_text;
pub(crate) mod component_dispatch;
mod component_screen;
mod copied_text;
mod effect;
mod host_event;
mod in_flight;
mod message;
mod mode;
mod purpose;
mod settings;
mod state;
mod support_bundle;
mod update;
pub mod view;
mod view_screen;
mod worded_event;

pub use component::{App, AppProps};
pub use component_screen::{Screen, ScreenProps};
pub use copied_text::copied_text;
pub use effect::{Authorize, Effect, Target};
pub use host_event::{Event, FailedBecause};
pub use message::{Copy, Message, Toggle};
pub use mode::{Edit, Mode, SavedForm};
pub use purpose::{ListReason, Purpose};
pub use settings::{Notice, Settings, Storage, Theme};
pub use state::{Open, State, default_name};
pub use update::update;
pub use view_screen::{ScreenView, Shown};
pub use worded_event::{WordedEvent, issue_json, issue_message, issues_json, worded};
