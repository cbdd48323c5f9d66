//! The requests of the matrix, a row each: what leads to it, which button sends it and where its failure is told.
//! Another request is another row here, in `matrix` and in `harness::matrix`.

use browser_tests::PROFILES;

use crate::matrix_expected::{self as expected, Expected};
use crate::matrix_faults::Class;

/// What is on the page before a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A good draft, and nothing in StackOne.
    Draft,
    /// A profile with another name typed in.
    Change,
    /// A profile that was just created, with the owner of an account named.
    Session,
    /// A profile that is changed, without a pin, and another one typed each time.
    Pin,
    /// The same with a pin.
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
    /// The button.
    pub main: &'static str,
    /// Where a failure is told.
    pub place: &'static str,
    /// What is said before the reason.
    pub prefix: &'static str,
    /// Whether the host page hears of it.
    pub event: bool,
    /// Whether a create whose answer gets lost leads to it: was it done all the same, every other time?
    pub lost: bool,
    pub expected: fn(Class) -> Expected,
    /// What there is in StackOne once it is done: by the method and path with which it is written.
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
    main: ".link-account > button.first",
    place: ".link-account [aria-live]",
    prefix: "There is no link yet.",
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
    main: "[aria-labelledby=pins] .ways :nth-child(2)",
    writes: ("DELETE", PIN_PATH),
    ..PIN
};
