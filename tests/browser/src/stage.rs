//! A stage: what one case is given. It stands for the browser, keeps the servers alive until the case is over, and
//! collects trouble – what no page may cause: violations of the policy, errors, words on the console.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};
use harness::drivers::Engine;
use harness::hosts::Running;
use harness::simulator::Server;
use serde_json::Value;

use crate::Browser;

/// The stage of one case.
#[derive(Clone)]
pub struct Stage {
    pub browser: Arc<Browser>,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    servers: Vec<(Arc<Server>, Option<Arc<Running>>)>,
    expected: Vec<String>,
    trouble: Vec<String>,
}

impl Stage {
    /// A stage that nothing has happened on yet.
    pub fn new(browser: Arc<Browser>) -> Self {
        Self { browser, kept: Arc::default() }
    }

    /// The engine it stands for.
    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    pub(crate) fn keep(&self, server: Arc<Server>, front: Option<Arc<Running>>) {
        self.kept().servers.push((server, front));
    }

    /// Notes trouble that the case provokes: a part of what the browser will report.
    pub fn expect(&self, part: &str) {
        self.kept().expected.push(part.to_owned());
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes down the trouble of the document that is shown. To be called before it is left.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn collect(&self) -> Result<()> {
        let script = "const { violations = [], errors = [], console = [] } = window.seen ?? {};
            return [...violations, ...errors, ...console];";
        let mut found: Vec<String> = self.browser.web.execute(script, Vec::<Value>::new()).await?.convert()?;
        if self.engine() == Engine::Chromium {
            let log = self.browser.web.browser_log().await?;
            // Anything less is the browser's own advice; what the page itself writes, the recorder has.
            found.extend(log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message));
        }
        self.kept().trouble.extend(found);
        Ok(())
    }

    /// Collects once more, in the frame where the browser is and in the page around it, leaves the page, and judges.
    ///
    /// # Errors
    /// When there is trouble that the case did not expect.
    pub async fn judge(&self) -> Result<()> {
        self.collect().await?;
        self.browser.web.enter_default_frame().await?;
        self.collect().await?;
        self.browser.web.goto("about:blank").await?;
        let kept = self.kept();
        let unexpected = |found: &&String| !kept.expected.iter().any(|part| found.contains(part.as_str()));
        let unexpected: Vec<_> = kept.trouble.iter().filter(unexpected).collect();
        ensure!(unexpected.is_empty(), "the browser reports {unexpected:#?}");
        Ok(())
    }
}
