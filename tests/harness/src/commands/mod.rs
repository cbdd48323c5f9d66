//! The commands that people type, one file each, and what they share: building the page and running other programs.

pub mod bench;
pub mod bundle;
pub mod consumers;
pub mod demo;
pub mod fresh;
pub mod mutants;
pub mod simulator;
pub mod verify;

mod compress;
mod one_tag;
mod page;

pub use compress::brotli_11;
