//! The composition root. What JavaScript calls, configuration in, events out, and what happens when something
//! breaks. Puts `app` and `browser` together; nobody above it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::Page;

mod config;
mod crash;
mod draft;
mod exports;
mod instance;
mod members;

pub use exports::*;
pub use instance::Instance;

/// The page that a form is on, if it is on one.
type Place = Rc<RefCell<Option<Page>>>;
