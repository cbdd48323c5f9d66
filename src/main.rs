//! The module that a browser loads: the functions of [`stackone_connector_profile::embed`], for JavaScript.
//!
//! A binary, because rustc optimises a binary across all of its crates, but not a library.

use stackone_connector_profile as _;

fn main() {}
