//! `cargo run -p harness -- bench`: times that a person feels, in Chromium, of the page that `cargo bundle` left in `dist/`:
//! how long it takes to load, and how long the choice among 20,000 actions keeps it from doing anything else.

mod actions;
mod loading;
mod session;

use anyhow::Result;

/// Measures, prints, and says whether all of it is within the limits.
pub async fn run() -> Result<bool> {
    let loads = loading::run().await?;
    let chooses = actions::run().await?;
    Ok(loads && chooses)
}
