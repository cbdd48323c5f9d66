//! The entry point for JavaScript: exported functions, configuration, and crash handling. Connects `app` and `browser`;
//! no other folder uses it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::MountContext;

mod config;
mod crash;
mod draft;
mod exports;
mod instance;
mod members;
mod wiping;

pub use exports::*;
pub use instance::Instance;

/// A form's place; `None` while it is in the idle pool.
type CurrentContext = Rc<RefCell<Option<MountContext>>>;
