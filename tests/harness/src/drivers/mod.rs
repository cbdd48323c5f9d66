//! Starts the WebDriver server of an engine for a test, and ends it with everything it started. Any client can use its
//! URL and capabilities.
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
