//! Drivers: starts the WebDriver server of an engine for a test, ready to take a session, and ends it with all it
//! started. Speaks no WebDriver itself: it hands out an address and capabilities for any client.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use harness::drivers::{Driver, Engine};
//! let driver = Driver::start(Engine::Firefox).await?;
//! println!("{} {}", driver.url(), driver.capabilities());
//! # Ok(())
//! # }
//! ```

mod capabilities;
mod display;
mod driver;
mod engine;
pub(crate) mod process;

pub use capabilities::{capabilities, headed};
pub use driver::Driver;
pub use engine::Engine;
