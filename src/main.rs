//! The module that a browser loads: what [`stackone_connector_profile::embed`] offers to JavaScript.
//!
//! It is a program because rustc optimises a program across all of its crates as it links them, but not a library that
//! other crates link.

use stackone_connector_profile as _;

fn main() {}
