//! The form as a state machine. `update` takes a state and a message and gives the next state and what is to
//! be done in the world, as data; `view` says what there is to see. Nothing here draws, sends, waits or remembers, so a
//! test plays a whole session by sending messages. Called by `ui` and `embed`.

pub mod action_picker;
pub mod api_key;
pub mod authorization;
mod copied_text;
pub mod effect;
pub mod event;
pub mod guide;
mod in_flight;
mod link_account;
pub mod message;
mod mode;
mod profiles;
mod purpose;
pub mod quick_fix;
pub mod settings;
pub mod state;
mod submit;
mod support_bundle;
mod update;
pub mod view;

pub use action_picker::{ActionPicker, ActionsMessage};
pub use copied_text::copied_text;
pub use effect::{Authorize, Effect, Target};
pub use event::{Event, FailedBecause};
pub use guide::{Guide, GuideMessage, Step};
pub use link_account::{LinkMessage, LinkPhase, Linking};
pub use message::{Copy, Message, Toggle};
pub use mode::{Edit, Mode, SavedForm};
pub use profiles::{Pinning, Profiles, ProfilesFailure, ProfilesMessage};
pub use purpose::{ListReason, Purpose};
pub use quick_fix::QuickFix;
pub use settings::{Notice, Settings, Storage, Theme};
pub use state::{Open, State};
pub use submit::{Attempt, Done, How, Phase, Recheck};
pub use update::update;

pub use crate::requests::{Failure, FailureCode, RequestId};
