//! The simulator: StackOne's API and Salesforce in memory and the static page, on one origin and without a network.
//! `server` is the entry; every other file or folder simulates one thing. It must not use the product's code, because a
//! mistake in both would go unnoticed.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use harness::simulator::{Answer, Server};
//! let server = Server::builder("dist")
//!     .overlay("/config.json", Answer::json(&serde_json::json!({ "apiBaseUrl": "/stackone" })))
//!     .start()
//!     .await?;
//! println!("{}", server.url());
//! # Ok(())
//! # }
//! ```

pub mod openapi;

mod actions;
mod api;
mod clock;
mod connect;
mod connection;
mod control;
mod cors;
mod echo;
mod envelope;
mod faults;
mod fields;
mod forward;
mod gate;
mod html;
mod intermediary;
mod key;
mod log;
mod overlay;
mod pages;
mod pins;
mod profiles;
mod random;
mod reception;
mod renaming;
mod salesforce;
mod server;
mod spoil;
mod state;

pub use connect::Account;
pub use faults::{Fault, FaultError, Kind};
pub use log::Received;
pub use overlay::Answer;
pub use pages::CONTENT_SECURITY_POLICY;
pub use salesforce::AppError;
pub use server::{Builder, Server};
pub use state::Simulator;
