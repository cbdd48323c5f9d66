//! The composition root: what JavaScript calls, configuration in, and what happens when something breaks. It connects
//! `app` and `browser`, and nothing uses it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::MountContext;

mod config;
mod crash;
mod draft;
mod exports;
mod instance;
mod members;

pub use exports::*;
pub use instance::Instance;

/// Where a form is mounted; `None` while it is in the idle pool.
type CurrentContext = Rc<RefCell<Option<MountContext>>>;
