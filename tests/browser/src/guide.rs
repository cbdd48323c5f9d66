//! Drives the guide as a person does, and the simulated Salesforce: its Setup, its sign-in and its error pages.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use harness::simulator::Server;
use serde_json::{Value, json};
use thirtyfour::{Key, WindowHandle};
use tokio::time::sleep;

use crate::Page;

/// The callback that StackOne uses.
pub const CALLBACK: &str = "https://api.stackone.com/connect/oauth2/salesforce/callback";

/// A script for `Site::before` that keeps external links in this tab, because no external site is reachable.
pub const STAY_HERE: &str = "addEventListener('click', (event) => {
    if (event.composedPath().some((node) => node.localName === 'a' && node.target === '_blank')) event.preventDefault();
});";

/// Whether a control has the focus: its name, its id, its label, or the label of a button.
const AT: &str = "const at = root.activeElement;
    return !!at && [at.name, at.id, at.getAttribute('aria-label'), words(at)].includes(input);";

/// Whether the focus has moved.
const MOVED: &str = "return !!root.activeElement && !('left' in root.activeElement.dataset)";

/// Clicks the control with this label on a page of the simulator, and marks the document that it leaves.
const FOLLOW: &str = "const found = [...document.querySelectorAll('button, a')];
    const way = found.find((node) => node.textContent.trim() === input);
    if (way) document.documentElement.dataset.left = '';
    way?.click();
    return !!way;";

/// The content of a page of the simulator.
#[derive(Clone, Debug)]
pub struct Shown {
    pub address: String,
    pub text: String,
}

/// The way back from another tab.
pub struct Away {
    home: WindowHandle,
    narrow: bool,
}

/// A step of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    YourOrg = 1,
    CreateApp,
    Credentials,
    Profile,
    Connect,
}

impl Step {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::YourOrg => "Which org are you connecting?",
            Self::CreateApp => "Create the app",
            Self::Credentials => "Paste the key and secret",
            Self::Profile => "Create the profile",
            Self::Connect => "Connect your org",
        }
    }
}

impl Page {
    /// Waits until the step is shown and its heading has the focus.
    pub async fn until_step(&self, step: Step) -> Result<()> {
        self.until_shown(step).await?;
        self.until_focus("step").await
    }

    /// Waits until the step is shown.
    pub async fn until_shown(&self, step: Step) -> Result<()> {
        self.until_with(step.title(), "return words($('#step')) === input", json!(step.title())).await.map(drop)
    }

    /// Goes to a step through the list of steps, which narrow screens fold.
    pub async fn go_to(&self, step: Step) -> Result<()> {
        let folded = self.ask("return !$('.rail-list').checkVisibility()").await?;
        if folded {
            self.click(".stepper summary").await?;
        }
        let list = if folded { ".stepper-list" } else { ".rail-list" };
        self.click(&format!("{list} li:nth-child({}) button", step as usize)).await?;
        self.until_step(step).await
    }

    /// Shows the fields for scopes and actions, at the step of the profile.
    pub async fn open_advanced(&self) -> Result<()> {
        if self.ask("return !$('[name=scopes]')").await? {
            self.press("Advanced: scopes and actions").await?;
            self.until("the fields", "return $('[name=scopes]')").await?;
        }
        Ok(())
    }

    /// Presses Tab until this control has the focus.
    pub async fn tab_to(&self, place: &str) -> Result<()> {
        for _ in 0..40 {
            let mark =
                "$('[data-left]')?.removeAttribute('data-left'); root.activeElement?.setAttribute('data-left', '')";
            self.ask::<Option<()>>(mark).await?;
            self.keys(Key::Tab).await?;
            self.until(&format!("the focus elsewhere, on the way to {place}"), MOVED).await?;
            if self.ask_with(AT, json!(place)).await? {
                return Ok(());
            }
        }
        bail!("Tab does not lead to {place}")
    }

    /// Tabs to a control and presses a key.
    pub async fn tab_and(&self, place: &str, key: Key) -> Result<()> {
        self.tab_to(place).await?;
        self.keys(key).await
    }

    /// Tabs to a control and types.
    pub async fn tab_and_type(&self, place: &str, text: &str) -> Result<()> {
        self.tab_to(place).await?;
        self.keys(text).await
    }

    /// Shows the link for somebody else.
    pub async fn make_link(&self) -> Result<()> {
        self.press("Send a link to someone else").await?;
        self.until("the link", "return words($('#auth-link'))").await.map(drop)
    }

    /// Opens another tab and switches to it.
    pub async fn away(&self) -> Result<Away> {
        let narrow = self.ask("return window !== top").await?;
        let home = self.web().window().await?;
        let tab = self.web().new_tab().await?;
        self.web().switch_to_window(tab).await?;
        Ok(Away { home, narrow })
    }

    /// Closes that tab and switches back to the page.
    pub async fn home(&self, away: Away) -> Result<()> {
        self.fixture.collect().await?;
        self.web().close_window().await?;
        self.web().switch_to_window(away.home).await?;
        if away.narrow {
            self.web().enter_frame(0).await?;
        }
        Ok(())
    }

    /// The simulator's URL for a Salesforce URL.
    pub fn simulated_url(&self, address: &str) -> Result<String> {
        simulated_url(&self.server, address)
    }

    /// Clicks a link or button of a simulator page and waits for the next page.
    pub async fn follow(&self, words: &str) -> Result<()> {
        ensure!(self.ask_with::<bool>(FOLLOW, json!(words)).await?, "there is no {words:?}: {:?}", self.shown().await?);
        let start = Instant::now();
        let script = "return !('left' in document.documentElement.dataset) && document.readyState === 'complete'";
        // The script fails while the documents are being replaced.
        while !self.ask::<bool>(script).await.unwrap_or(false) {
            ensure!(start.elapsed() < Duration::from_secs(15), "nothing comes after {words:?}");
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// The content of the current simulator page.
    pub async fn shown(&self) -> Result<Shown> {
        let (address, text) = self.ask("return [location.href, document.body.innerText]").await?;
        Ok(Shown { address, text })
    }

    /// Opens the simulated sign-in for an authorization URL and signs in, as a user of the app's org or of another one.
    pub async fn sign_in(&self, url: &str, org: Option<&str>) -> Result<Shown> {
        self.go(&self.simulated_url(url)?).await?;
        if self.ask("return !!document.querySelector('#username')").await? {
            if let Some(org) = org {
                self.set(json!({ "org": org })).await?;
            }
            self.follow("Log In").await?;
        }
        self.shown().await
    }

    /// Fills in a form of the simulator: controls by id, scopes by value.
    pub async fn set(&self, values: Value) -> Result<()> {
        let script = "for (const [id, value] of Object.entries(input)) {
                if (id === 'scopes' || id === 'environment') {
                    const all = [...document.querySelectorAll(`[name=${id}]`)];
                    all.forEach((one) => { one.checked = value.includes(one.value); });
                    if (!all.some((one) => one.checked)) throw new Error(`no ${value}`);
                } else {
                    const control = document.getElementById(id);
                    control[typeof value === 'boolean' ? 'checked' : 'value'] = value;
                }
            }";
        self.ask_with(script, values).await
    }

    /// Changes the only app in Setup.
    pub async fn change_app(&self, values: Value) -> Result<()> {
        self.go(&format!("{}/salesforce/setup/apps/1", self.server.origin())).await?;
        self.set(values).await?;
        self.follow("Save").await?;
        let shown = self.shown().await?;
        ensure!(!shown.text.contains("Review the errors"), "{shown:?}");
        Ok(())
    }

    /// Registers an app in the simulator, valid except for what `wrong` names.
    pub fn register(&self, key: &str, secret: &str, wrong: &Value) -> Result<()> {
        let mut app = json!({
            "clientId": key, "clientSecret": secret, "callbacks": [CALLBACK], "scopes": ["api", "refresh_token"],
            "contactEmail": "admin@acme.example",
        });
        for (name, value) in wrong.as_object().into_iter().flatten() {
            app[name] = value.clone();
        }
        self.server.simulator().register_app(app).map_err(|error| anyhow::anyhow!("{error:?}"))
    }
}

fn simulated_url(server: &Server, address: &str) -> Result<String> {
    let (host, rest) = address.strip_prefix("https://").and_then(|rest| rest.split_once('/')).context("no address")?;
    let host = match host {
        "login.salesforce.com" => "login",
        "test.salesforce.com" => "test",
        own => own,
    };
    Ok(format!("{}/salesforce/{host}/{rest}", server.origin()))
}
