//! `cargo run -p harness -- bench`: what a person notices in Chromium, for the page that `cargo bundle` left in
//! `dist/`: how long it takes to load, and how long the action picker blocks it with 20,000 actions.

mod actions;
mod loading;
mod session;

use anyhow::Result;

/// Measures and prints. True if everything is within the limits.
pub async fn run() -> Result<bool> {
    let loads = loading::run().await?;
    let chooses = actions::run().await?;
    Ok(loads && chooses)
}
