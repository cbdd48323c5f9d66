//! The web servers that have a recipe in `static/hosting`, started with these very files in front of the simulator.
//! Only what an operator edits is edited: the address, the folder, the API's URL, the certificate.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use harness::hosts::{Host, Running};
//! use harness::simulator::Server;
//! let api = Server::builder("/nonexistent").bare_api().start().await?;
//! let host = Running::start(Host::Caddy, &harness::workspace::dist(), api.origin(), None).await?;
//! println!("{}", host.url());
//! # Ok(())
//! # }
//! ```

mod apache;
mod caddy;
mod nginx;
mod place;
mod running;

pub use place::Api;
pub use running::{Host, Running};
