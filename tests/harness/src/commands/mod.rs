//! The commands that people type: one file each, and what they share – how the page is built and how other
//! programs are run.

pub mod bench;
pub mod bundle;
pub mod consumers;
pub mod costs;
pub mod demo;
pub mod mutants;
pub mod simulator;
pub mod verify;

mod arrange;
mod minify;
mod one_tag;
mod optimize;
mod page;
mod page_only;
mod prune;
mod running;
mod short_names;
mod slim;
mod watch;
