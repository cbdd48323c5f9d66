//! A browser: one engine with one look, its driver, and the session with it. Starting one takes seconds, so a fixture
//! keeps it for many cases; every case has its own server and with it an origin that is new to the browser.

use std::time::Duration;

use anyhow::{Context, Result};
use harness::drivers::{Driver, Engine};
use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};

use crate::Look;

/// A running browser. It ends when this is dropped.
pub struct Browser {
    pub engine: Engine,
    pub look: Look,
    pub web: WebDriver,
    _driver: Driver,
}

impl Browser {
    /// Starts one.
    pub async fn start(engine: Engine, look: Look) -> Result<Self> {
        let driver = Driver::start(engine).await?;
        let mut asked = driver.capabilities().clone();
        look.ask(engine, &mut asked);
        let Value::Object(asked) = asked else { anyhow::bail!("capabilities are no object") };
        let builder = WebDriver::builder(driver.url(), Capabilities::from(asked));
        let web = builder.request_timeout(Duration::from_secs(100)).await.context("no session")?;
        let browser = Self { engine, look, web, _driver: driver };
        if engine == Engine::Chromium {
            browser.chromium("Emulation.setEmulatedMedia", look.media()).await?;
        }
        Ok(browser)
    }

    /// A command that only Chromium knows.
    pub async fn chromium(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.web.cdp().send_raw(command, parameters).await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The session ends with its driver; asking for its end here would wait for an answer.
        let _ = self.web.clone().leak();
    }
}
