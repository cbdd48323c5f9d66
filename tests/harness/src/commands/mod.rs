//! The commands that people type: one file each, and what they share – how the page is built and how other
//! programs are run.

pub mod bundle;
pub mod costs;
pub mod demo;
pub mod verify;

mod page;
mod running;
mod slim;
