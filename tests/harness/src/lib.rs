//! The harness: all that is not the product but lets people run and check it. `simulator` plays StackOne and
//! serves the built page, `setup` finds or installs the tools, `drivers` starts browsers for tests, `commands`
//! are `cargo demo`, `cargo verify` and `cargo bundle`, and `hosts` starts the web servers of `static/hosting`. The
//! end-to-end tests use this library too. Nothing here is part of the page or of the npm package.

pub mod commands;
pub mod drivers;
pub mod hosts;
pub mod running;
pub mod setup;
pub mod simulator;
pub mod workspace;
