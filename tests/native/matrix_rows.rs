//! The rows of the matrix: the requests of the page.

use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;

use crate::matrix_expected::{self as expected, Expected};
use crate::matrix_faults::Class;

/// A request, the steps that lead to it, and its expected outcome.
pub struct Row {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    /// The number of requests that the same click sends before it.
    pub after: usize,
    /// The text before the reason.
    pub prefix: &'static str,
    /// Whether the host page gets an event.
    pub event: bool,
    /// The click.
    pub press: fn() -> Message,
    pub expected: fn(Class) -> Expected,
    /// The method and path of its write.
    pub writes: (&'static str, &'static str),
}

pub const PROFILES: &str = "/connector_profiles";
const PIN_PATH: &str = "/connector_profiles/p1/pinned_version";
pub const PINS: ProfilesMessage = ProfilesMessage::PinPressed { on: true };

pub const LIST: Row = Row {
    name: "list",
    method: "GET",
    path: PROFILES,
    after: 0,
    prefix: "",
    event: true,
    press: || Message::Submit(SubmitMessage::Pressed),
    expected: expected::list,
    writes: ("POST", PROFILES),
};
pub const PIN: Row = Row {
    name: "pin",
    method: "PUT",
    path: PIN_PATH,
    event: false,
    press: || Message::Profiles(PINS),
    expected: expected::pin,
    writes: ("PUT", PIN_PATH),
    ..LIST
};
pub const CREATE: Row = Row { name: "create", method: "POST", after: 1, expected: expected::create, ..LIST };
pub const COMPARE: Row = Row { name: "compare", after: 2, expected: expected::compare, ..LIST };
pub const PROFILE_LIST: Row = Row {
    name: "profiles",
    event: false,
    press: || Message::Profiles(ProfilesMessage::ReadPressed),
    expected: expected::profiles,
    ..LIST
};
pub const CHANGE: Row = Row {
    name: "change",
    method: "PATCH",
    path: "/connector_profiles/p1",
    after: 1,
    expected: expected::change,
    writes: ("PATCH", "/connector_profiles/p1"),
    ..LIST
};
pub const SESSION: Row = Row {
    name: "session",
    method: "POST",
    path: "/connect_sessions",
    prefix: "We couldn’t start the sign-in.",
    event: false,
    press: || Message::Link(LinkMessage::Pressed),
    expected: expected::session,
    writes: ("POST", "/connect_sessions"),
    ..LIST
};
pub const ACTIONS: Row = Row {
    name: "actions",
    path: "/actions",
    event: false,
    press: || Message::Actions(ActionsMessage::ReadPressed),
    expected: expected::actions,
    ..LIST
};
pub const VERSIONS: Row = Row {
    name: "versions",
    path: "/connector_profiles/p1/versions",
    event: false,
    press: || Message::Profiles(ProfilesMessage::VersionsPressed),
    expected: expected::versions,
    ..LIST
};
pub const UNPIN: Row = Row {
    name: "unpin",
    method: "DELETE",
    press: || Message::Profiles(ProfilesMessage::PinPressed { on: false }),
    writes: ("DELETE", PIN_PATH),
    ..PIN
};
pub const PINNED: Row = Row {
    name: "pinned",
    method: "GET",
    path: PROFILES,
    after: 1,
    prefix: "Saved. We couldn’t check which version is in use now.",
    expected: expected::pinned,
    ..PIN
};
