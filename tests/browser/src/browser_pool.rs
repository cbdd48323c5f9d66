//! Browsers that are running and idle. Starting one takes seconds, so a case takes one from here and puts it back.

use std::sync::{Arc, Mutex};

use anyhow::Result;
use harness::drivers::Engine;
use tokio::runtime::Runtime;

use crate::run::lock;
use crate::{Browser, Look};

#[derive(Default)]
pub(crate) struct BrowserPool(Mutex<Vec<Browser>>);

impl BrowserPool {
    /// An idle browser with this look, or a new one that replaces an idle browser with another look.
    pub(crate) fn take(&self, runtime: &Runtime, engine: Engine, look: Look) -> Result<Arc<Browser>> {
        let other = {
            let mut idle = lock(&self.0);
            if let Some(at) = idle.iter().position(|browser| browser.engine == engine && browser.look == look) {
                return Ok(Arc::new(idle.swap_remove(at)));
            }
            idle.pop()
        };
        // Closes the old browser before the new one starts.
        let _entered = runtime.enter();
        drop(other);
        Ok(Arc::new(runtime.block_on(Browser::start(engine, look))?))
    }

    pub(crate) fn put_back(&self, browser: Arc<Browser>) {
        lock(&self.0).extend(Arc::into_inner(browser));
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }
}
