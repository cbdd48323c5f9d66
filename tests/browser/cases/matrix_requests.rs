//! The requests of the matrix, one row each: the setup, the button that sends it, and where its failure is shown. A new
//! request needs a row here, in `matrix` and in `harness::matrix`.

use browser_tests::PROFILES;

use crate::matrix_expected::{self as expected, Expected};
use crate::matrix_faults::Class;

/// The state of the page before a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A valid draft, and no profile in StackOne.
    Draft,
    /// A profile whose name was edited.
    Change,
    /// A profile that was just created, with the account's owner filled in.
    Session,
    /// A profile without a pin that is being changed, and another pin typed each time.
    Pin,
    /// A profile with a pin.
    Unpin,
}

/// A request.
pub struct Request {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub scene: Scene,
    /// How many requests the same click sends before it.
    pub after: u32,
    /// The label of the button.
    pub main: &'static str,
    /// Where a failure is shown.
    pub place: &'static str,
    /// The text before the reason.
    pub prefix: &'static str,
    /// Whether the host page gets an event.
    pub event: bool,
    /// Whether it follows a create whose answer gets lost. Every other time, that create succeeded.
    pub lost: bool,
    pub expected: fn(Class) -> Expected,
    /// What it writes in StackOne: method and path.
    pub writes: (&'static str, &'static str),
}

const FORM: Request = Request {
    name: "",
    method: "GET",
    path: PROFILES,
    scene: Scene::Draft,
    after: 0,
    main: "button[type=submit]",
    place: "#failure",
    prefix: "",
    event: true,
    lost: false,
    expected: expected::list,
    writes: ("POST", PROFILES),
};

const SESSIONS: &str = "/stackone/connect_sessions";
const PROFILE: &str = "/stackone/connector_profiles/sim_profile_1";
const PIN_PATH: &str = "/stackone/connector_profiles/sim_profile_1/pinned_version";

pub const LIST: Request = Request { name: "list", ..FORM };
pub const CREATE: Request = Request { name: "create", method: "POST", after: 1, expected: expected::create, ..FORM };
pub const COMPARE: Request = Request { name: "compare", after: 2, lost: true, expected: expected::compare, ..FORM };
pub const CHANGE: Request = Request {
    name: "change",
    method: "PATCH",
    path: PROFILE,
    scene: Scene::Change,
    after: 1,
    expected: expected::change,
    writes: ("PATCH", PROFILE),
    ..FORM
};
pub const SESSION: Request = Request {
    name: "session",
    method: "POST",
    path: SESSIONS,
    scene: Scene::Session,
    main: ".link-account [type=submit]",
    place: ".link-account [role=alert]",
    prefix: "We couldn’t start the sign-in.",
    event: false,
    expected: expected::session,
    writes: ("POST", SESSIONS),
    ..FORM
};
pub const PIN: Request = Request {
    name: "pin",
    method: "PUT",
    path: PIN_PATH,
    scene: Scene::Pin,
    main: "[aria-labelledby=pins] [type=submit]",
    place: "[aria-labelledby=pins] [role=alert]",
    event: false,
    expected: expected::pin,
    writes: ("PUT", PIN_PATH),
    ..FORM
};
pub const UNPIN: Request = Request {
    name: "unpin",
    method: "DELETE",
    scene: Scene::Unpin,
    main: "[aria-labelledby=pins] .button-row :nth-child(2)",
    writes: ("DELETE", PIN_PATH),
    ..PIN
};
