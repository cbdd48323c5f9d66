//! An open page: scripts that run in it, waiting for its content, and the simulator behind it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use harness::hosts::Running;
use harness::simulator::{Fault, Received, Server};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};
use tokio::time::sleep;

use crate::Fixture;

/// The timeout for content that appears at once on an idle machine.
const PATIENCE: Duration = Duration::from_secs(15);

/// A prelude for every script: the element (the chosen one, if there are several), its shadow root, and its visible
/// text.
const PRELUDE: &str = "const host = document.querySelector('stackone-connector-profile[data-chosen]')
        ?? document.querySelector('stackone-connector-profile');
    const root = host?.shadowRoot;
    const $ = (selector) => root?.querySelector(selector);
    const $$ = (selector) => [...root?.querySelectorAll(selector) ?? []];
    const words = (node) => (node?.innerText ?? '').replace(/\\s+/g, ' ').trim();
    const input = arguments[0];\n";

/// The path of the profiles.
pub const PROFILES: &str = "/stackone/connector_profiles";

/// Marks requests that a test sends itself.
const ARRANGED: &str = "x-arranged";

/// An open page.
#[derive(Clone)]
pub struct Page {
    pub fixture: Fixture,
    pub server: Arc<Server>,
    pub(crate) front: Option<Arc<Running>>,
    /// Whether the page is in a frame of another origin.
    pub(crate) framed: bool,
}

impl Page {
    pub(crate) fn new(fixture: &Fixture, server: Arc<Server>, front: Option<Arc<Running>>) -> Self {
        fixture.keep(server.clone(), front.clone());
        Self { fixture: fixture.clone(), server, front, framed: false }
    }

    /// Allows a problem that the next steps provoke; see [`crate::Site::expecting`].
    #[must_use]
    pub fn expecting(self, part: &str) -> Self {
        self.fixture.expect(part);
        self
    }

    /// The WebDriver session.
    pub fn web(&self) -> &WebDriver {
        &self.fixture.browser.web
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        self.front.as_ref().map_or_else(|| self.server.url(), |front| front.url())
    }

    /// Kills the workers of the server in front, and so all of their connections.
    pub fn kill_workers(&self) {
        if let Some(front) = &self.front {
            front.kill_workers();
        }
    }

    /// Collects the problems so far, then navigates.
    pub async fn go(&self, url: &str) -> Result<()> {
        self.fixture.collect().await?;
        self.web().enter_default_frame().await?;
        Ok(self.web().goto(url).await?)
    }

    /// Reloads the page and waits for the form.
    pub async fn reload(&self) -> Result<()> {
        self.fixture.collect().await?;
        self.web().refresh().await?;
        self.until("the form after a reload", "return $('[name=clientId]')").await?;
        Ok(())
    }

    /// Runs a script and returns its result.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_with(script, Value::Null).await
    }

    /// Runs a script that takes `input`, and returns its result.
    pub async fn ask_with<T: DeserializeOwned>(&self, script: &str, input: Value) -> Result<T> {
        let answer = self.web().execute(format!("{PRELUDE}{script}"), vec![input]).await;
        let answer = answer.with_context(|| format!("in the page: {script}"))?;
        answer.convert().with_context(|| format!("in the page: {script} gave {}", answer.json()))
    }

    /// Waits for an element in the shadow root.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.until_with(selector, "return !!$(input)", json!(selector)).await?;
        let script = format!("{PRELUDE}return $(input)");
        Ok(self.web().execute(script, vec![json!(selector)]).await?.element()?)
    }

    /// Waits until a script returns a truthy value, and returns that value.
    pub async fn until(&self, what: &str, script: &str) -> Result<Value> {
        self.until_with(what, script, Value::Null).await
    }

    /// Waits until a script that takes `input` returns a truthy value.
    pub async fn until_with(&self, what: &str, script: &str, input: Value) -> Result<Value> {
        let start = Instant::now();
        loop {
            let answer: Value = self.ask_with(script, input.clone()).await?;
            let empty = [Value::Null, false.into(), "".into(), 0.into()].contains(&answer);
            if !empty {
                return Ok(answer);
            }
            if start.elapsed() > PATIENCE {
                let shown: String = self.ask("return words($('.scp') ?? $('[data-failure]') ?? document.body)").await?;
                bail!("waited in vain for {what}; the page shows: {shown}");
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Adds a fault to the simulator. The fields are those of `POST /_simulator/faults`; the path is that of the
    /// profiles.
    pub fn fault(&self, method: &str, kind: &str, more: Value) {
        let mut fault = json!({ "method": method, "path": PROFILES, "kind": kind });
        for (name, value) in more.as_object().into_iter().flatten() {
            fault[name] = value.clone();
        }
        self.server.simulator().add_fault(Fault::from_json(fault).expect("a fault"));
    }

    /// Lets one request go that the fault `hold` holds, or the next one.
    pub fn release(&self) {
        self.server.simulator().release();
    }

    /// The requests with this method that the simulator received from the form, without those that connect an account:
    /// they are sent without a click, as soon as there is a result.
    pub fn received(&self, method: &str) -> Vec<Received> {
        let connects = |path: &str| path.starts_with("/stackone/connect_sessions") || path == "/stackone/accounts";
        let mut requests = self.sent();
        requests.retain(|request| request.method == method && !connects(&request.path));
        requests
    }

    /// All requests that the simulator received from the form.
    pub fn sent(&self) -> Vec<Received> {
        let mut requests = self.server.simulator().requests();
        requests.retain(|request| !request.headers.contains_key(ARRANGED));
        requests
    }

    /// Waits for this many requests. The list is read after a create without any visible sign.
    pub async fn until_received(&self, method: &str, count: usize) -> Result<Vec<Received>> {
        let start = Instant::now();
        loop {
            let received = self.received(method);
            if received.len() >= count || start.elapsed() > PATIENCE {
                ensure!(received.len() == count, "{} requests of {method}, not {count}", received.len());
                return Ok(received);
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The names of all profiles in the simulator.
    pub fn profiles(&self) -> Vec<String> {
        self.server.simulator().connector_profiles().into_iter().map(|profile| profile.name).collect()
    }

    /// Waits until the simulator has this many, which the page may not know.
    pub async fn until_profiles(&self, count: usize) -> Result<()> {
        let start = Instant::now();
        while self.profiles().len() < count {
            ensure!(start.elapsed() < PATIENCE, "there are {:?}", self.profiles());
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Adds a profile to the simulator, as another user would.
    pub async fn add_profile(&self, name: &str, environment: &str) -> Result<()> {
        let body = json!({
            "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": environment,
            "name": name, "credentials": { "clientId": "another id", "clientSecret": "another secret" },
        });
        self.arrange("POST", "", body).await
    }

    /// Sends a request to the simulator, as another user would. `below` follows the path of the profiles.
    pub async fn arrange(&self, method: &str, below: &str, body: Value) -> Result<()> {
        let script = "return fetch(input.path, {
                method: input.method,
                headers: {
                    'Content-Type': 'application/json', Authorization: `Basic ${btoa('v1.other:')}`, [input.mark]: '1',
                },
                body: JSON.stringify(input.body),
            }).then((answer) => answer.status)";
        let path = format!("{PROFILES}{below}");
        let input = json!({ "path": path, "mark": ARRANGED, "method": method, "body": body });
        let status: u16 = self.ask_with(script, input).await?;
        ensure!(matches!(status, 200 | 201), "the simulator answered {status}");
        Ok(())
    }

    /// The number of creates that the simulator received.
    pub fn posts(&self) -> usize {
        self.received("POST").len()
    }
}
