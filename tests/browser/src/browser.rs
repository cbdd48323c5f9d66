//! A browser: one engine, its driver, and the session with it. Cases share browsers, because starting one takes
//! seconds. Each case has its own server, and so an origin that the browser has not seen.

use std::time::Duration;

use anyhow::{Context, Result};
use harness::drivers::{Driver, Engine};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::Look;

/// A running browser. Dropping it closes it.
pub struct Browser {
    pub engine: Engine,
    pub look: Look,
    pub web: WebDriver,
    _driver: Driver,
}

impl Browser {
    /// Starts a browser.
    pub async fn start(engine: Engine, look: Look) -> Result<Self> {
        let driver = Driver::start(engine).await?;
        let mut asked = driver.capabilities().clone();
        look.ask(engine, &mut asked);
        let Value::Object(asked) = asked else { anyhow::bail!("capabilities are no object") };
        let builder = WebDriver::builder(driver.url(), Capabilities::from(asked));
        let web = builder.request_timeout(Duration::from_secs(100)).await.context("no session")?;
        let browser = Self { engine, look, web, _driver: driver };
        if engine == Engine::Chromium {
            browser.emulate(look, None).await?;
        }
        Ok(browser)
    }

    /// Changes the look of Chromium, and the width of its window in pixels, until the case ends. Without a width the window
    /// has its own.
    pub async fn emulate(&self, look: Look, width: Option<u32>) -> Result<()> {
        self.chromium("Emulation.setEmulatedMedia", look.media()).await?;
        if let Some(width) = width {
            let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            self.chromium("Emulation.setDeviceMetricsOverride", metrics).await?;
        } else {
            self.chromium("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
        Ok(())
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn chromium(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.web.cdp().send_raw(command, parameters).await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The session ends with its driver. Ending it here would block on an answer.
        let _ = self.web.clone().leak();
    }
}
