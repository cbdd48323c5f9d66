//! Runs the end-to-end tests. `run` runs every case in every engine. A case gets a `Fixture`, describes how the page is
//! served with a `Site`, and works with the shown `Page`: scripts and waiting in `page`, what a person sees in `form`, what
//! a person does in `input`. `Framing` shows the form in a frame of a host page. The cases are in `cases/`, a file for each
//! topic.
//!
//! `E2E_BROWSERS=firefox cargo test -p browser-tests -- pasting` runs one topic in one engine. A screenshot is saved of each
//! case that fails. `dist/` holds the page under test; `E2E_DIST` names another folder.

mod browser;
mod browser_pool;
mod clipboard;
mod engines;
mod fixture;
mod form;
mod framed;
mod guide;
mod input;
mod look;
mod outcome;
mod page;
mod run;
mod site;

pub use browser::Browser;
pub use fixture::Fixture;
pub use form::{HostEvent, Message, Typed, good};
pub use framed::{Framed, Framing, TAG};
pub use guide::{Away, CALLBACK, STAY_HERE, Shown, Step};
pub use look::Look;
pub use outcome::Failed;
pub use page::{PROFILES, Page};
pub use run::{Case, run};
pub use site::{Site, VIOLATIONS, built, dist, hashed};
