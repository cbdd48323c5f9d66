//! `cargo run -p harness -- simulator`: the simulated StackOne and Salesforce without the page, and so without its
//! build. For programs that test against it, such as `tests/node/sdk.test.mjs`.

use std::io::{Write, stdout};

use anyhow::Result;

use crate::simulator::Server;

/// Serves until Ctrl-C. Port 0 takes a free one.
pub async fn run(port: u16) -> Result<()> {
    // A folder that does not exist: no page.
    let server = Server::builder("/nonexistent").port(port).start().await?;
    println!("ready {}", server.url());
    stdout().flush()?;
    tokio::signal::ctrl_c().await?;
    Ok(())
}
