//! Everything that runs and checks the product: `simulator` simulates StackOne and serves the built page, `setup` finds
//! or installs the tools, `drivers` starts browsers for tests, `hosts` starts the web servers of `static/hosting`, and
//! `commands` has `cargo demo`, `cargo verify` and `cargo bundle`. The end-to-end tests use this library, too. Nothing
//! here is part of the page or of the npm package.

pub mod commands;
pub mod drivers;
pub mod hosts;
pub mod running;
pub mod setup;
pub mod simulator;
pub mod workspace;
