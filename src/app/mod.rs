//! The app: state, messages and effects. `update` takes a state and a message, and returns the next state and its
//! effects as data, so a test plays a whole session by sending messages. It routes messages to the features and
//! connects them. Contains the component that is mounted. Called by `browser` and `embed`.

mod component;
mod component_form_page;
mod component_guide_page;
mod component_result_page;
mod component_screen;
mod component_senders;
mod component_submit_form;
mod copied_text;
mod effect;
mod host_event;
mod in_flight;
mod kept;
mod late_list;
mod message;
mod mode;
mod purpose;
mod route;
mod settings;
mod state;
mod support_bundle;
mod update;
pub mod view;
mod view_pages;
mod view_screen;
mod wiring;
mod worded_event;

pub use component::{App, AppProps};
pub use component_screen::{Screen, ScreenProps};
pub use component_senders::Senders;
pub use copied_text::copied_text;
pub use effect::{Authorize, Effect, Target};
pub use host_event::{Event, FailedBecause};
pub use message::{Copy, Message};
pub use mode::{Mode, SavedForm};
pub use purpose::{ListReason, Listing, Purpose};
pub use route::Route;
pub use settings::{MEMBERS, Notice, Settings, StartView, StaticPage, Storage, Theme};
pub use state::State;
pub use update::update;
pub use view_pages::{
    ActionsPart, AdvancedView, FootView, FormPage, GuidePage, HeadView, Inside, ResultPage, ScreenView, Shown,
    StepPage, TaskPage,
};
pub use worded_event::{WordedEvent, issue_json, issue_message, issues_json, worded};
