//! What a case gets: a browser, and the servers it starts, which run until it ends. Collects problems that no page may
//! cause: violations of the policy, errors, console messages.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};
use harness::drivers::Engine;
use harness::hosts::Running;
use harness::simulator::Server;
use serde_json::Value;

use crate::Browser;

#[derive(Clone)]
pub struct Fixture {
    pub browser: Arc<Browser>,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    servers: Vec<(Arc<Server>, Option<Arc<Running>>)>,
    expected: Vec<String>,
    problems: Vec<String>,
}

impl Fixture {
    pub fn new(browser: Arc<Browser>) -> Self {
        Self { browser, kept: Arc::default() }
    }

    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    pub(crate) fn keep(&self, server: Arc<Server>, front: Option<Arc<Running>>) {
        self.kept().servers.push((server, front));
    }

    /// Allows a problem that the case provokes: a part of what the browser will report.
    pub fn expect(&self, part: &str) {
        self.kept().expected.push(part.to_owned());
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Collects the problems of the current document. Must run before the browser leaves it.
    pub async fn collect(&self) -> Result<()> {
        let script = "const { violations = [], errors = [], console = [] } = window.seen ?? {};
            return [...violations, ...errors, ...console];";
        let mut found: Vec<String> = self.browser.web.execute(script, Vec::<Value>::new()).await?.convert()?;
        if self.engine() == Engine::Chromium {
            let log = self.browser.web.browser_log().await?;
            // Lower levels are advice from the browser. The recorder collects what the page itself logs.
            found.extend(log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message));
        }
        self.kept().problems.extend(found);
        Ok(())
    }

    /// Collects the problems of the current frame and of the page around it, then leaves the page and its look.
    pub async fn check(&self) -> Result<()> {
        self.collect().await?;
        self.browser.web.enter_default_frame().await?;
        self.collect().await?;
        self.browser.web.goto("about:blank").await?;
        if self.engine() == Engine::Chromium {
            self.browser.emulate(self.browser.look, None).await?;
            // An answer that came while the page was being left would be reported by the next case.
            self.browser.web.browser_log().await?;
        }
        let kept = self.kept();
        let unexpected = |found: &&String| !kept.expected.iter().any(|part| found.contains(part.as_str()));
        let unexpected: Vec<_> = kept.problems.iter().filter(unexpected).collect();
        ensure!(unexpected.is_empty(), "the browser reports {unexpected:#?}");
        Ok(())
    }
}
