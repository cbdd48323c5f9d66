//! The machinery of the end-to-end tests: `run` plays every case in every engine, `Stage` is what a case is given,
//! `Site` the page as the case wants it served, `Page` the page as it is shown – with scripts (`page`), with eyes
//! (`form`) and with hands (`hands`) – and `Framing` a host page that shows it in a frame. The cases themselves are in
//! `cases/`, a file for each topic.
//!
//! One topic in one engine: `E2E_BROWSERS=firefox cargo test -p browser-tests -- pasting`. A picture of the page is taken
//! of every case that fails. The page is the one in `dist/`; `E2E_DIST` names another, as for a mutation of it.

mod browser;
mod clipboard;
mod form;
mod framed;
mod guide;
mod hands;
mod look;
mod outcome;
mod page;
mod run;
mod site;
mod stage;
mod troupe;

pub use browser::Browser;
pub use form::{Heard, Message, Typed, good};
pub use framed::{Framed, Framing, TAG};
pub use guide::{Away, CALLBACK, STAY_HERE, Shown};
pub use look::Look;
pub use outcome::Failed;
pub use page::{PROFILES, Page};
pub use run::{Case, run};
pub use site::{Site, VIOLATIONS, built, dist, hashed};
pub use stage::Stage;
