//! The module that a page loads: the library and nothing else. It is a program of its own because cargo optimises
//! across crates for a program, and not for a library that other crates can use too: 7 KB less under brotli.
#![cfg_attr(target_family = "wasm", no_main)]

use stackone_connector_profile as _;

/// Other targets build it as well, to check it.
#[cfg(not(target_family = "wasm"))]
fn main() {}
