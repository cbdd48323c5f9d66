//! wasm-opt, which makes the module of the page smaller: a package from npm that runs in Node, both of Debian where they
//! are missing. The page can be built without; so this never fails.

use anyhow::Result;

use super::{debian, npm, say};

/// Makes sure of it where that is possible, and else says what is lost.
pub fn ensure() {
    if let Err(error) = brought() {
        say(&format!("without wasm-opt the page is 5 KB larger: {error:#}"));
    }
}

fn brought() -> Result<()> {
    debian::ensure(&["node"], |_| ["node", "npm"].iter().all(|name| debian::find(&[name]).is_some()))?;
    npm::ensure("binaryen")
}
