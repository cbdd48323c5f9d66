//! Describes how the built page is served in one case: its configuration, policy and files, with the simulator on the
//! same origin. Every page loads `recorder.js` before its own scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use harness::hosts::{Host, Running};
use harness::simulator::{Answer, Builder, CONTENT_SECURITY_POLICY, Server};
use harness::workspace;
use serde_json::{Value, json};

use crate::{Fixture, Page};

/// A page that shows the page under test in a frame.
const FRAME: &str = "narrow.html";

/// The element in the page under test.
const TAG: &str = "<stackone-connector-profile>";

/// Defines `violations(url)`, which dispatches two violations that have nothing to do with that request: one from a
/// report-only policy and one for another URL.
pub const VIOLATIONS: &str = "const violations = (url) => {
        const tell = (disposition, blockedURI) => document.dispatchEvent(new SecurityPolicyViolationEvent(
            'securitypolicyviolation',
            { effectiveDirective: 'connect-src', violatedDirective: 'connect-src', disposition, blockedURI,
                documentURI: location.href, originalPolicy: '', statusCode: 200 },
        ));
        tell('report', new URL(url, location).href);
        tell('enforce', 'https://elsewhere.example/counter');
    };
    const send = window.fetch;";

/// Describes a served page.
pub struct Site {
    builder: Builder,
    before: String,
    index: String,
    headers: Vec<(String, String)>,
    expected: Vec<String>,
    narrow: bool,
    guided: bool,
    behind: Option<(Host, Option<&'static str>)>,
}

impl Site {
    /// The built page. `cargo bundle` builds it.
    pub fn new() -> Result<Self> {
        Self::of(&dist()).context("there is no built page; `cargo bundle` makes it")
    }

    /// Another built page, such as one that embeds the element. `cargo verify` builds it.
    pub fn of(folder: &Path) -> Result<Self> {
        let index = folder.join("index.html");
        let index = fs::read_to_string(&index).with_context(|| format!("there is no {}", index.display()))?;
        Ok(Self {
            builder: Server::builder(folder),
            before: include_str!("recorder.js").to_owned(),
            index,
            headers: Vec::new(),
            expected: Vec::new(),
            narrow: false,
            guided: false,
            behind: None,
        })
    }

    /// Replaces the page by a host page with this body, which must define the element.
    #[must_use]
    pub fn host(mut self, body: &str) -> Self {
        self.index = format!(
            "<!doctype html><html lang=\"en\"><head><title>Host</title>\
            <link rel=\"icon\" href=\"./icon.svg\"></head><body>{body}</body></html>"
        );
        self
    }

    /// Edits the page, as an intermediary would.
    #[must_use]
    pub fn rewritten(mut self, rewrite: impl FnOnce(&str) -> String) -> Self {
        self.index = rewrite(&self.index);
        self
    }

    /// Another header of the page.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The HTML of the page.
    pub fn index(&self) -> &str {
        &self.index
    }

    /// Overrides members of `config.json`.
    #[must_use]
    pub fn config(self, members: Value) -> Self {
        let mut config = json!({ "apiBaseUrl": "/stackone", "auth": "api-key", "theme": "auto" });
        for (name, value) in members.as_object().into_iter().flatten() {
            config[name] = value.clone();
        }
        self.overlay("/config.json", Answer::json(&config))
    }

    /// Shows the guide, which is the default of the page. Most cases show the form alone.
    #[must_use]
    pub fn guided(mut self) -> Self {
        self.guided = true;
        self
    }

    /// Replaces the policy.
    #[must_use]
    pub fn csp(mut self, policy: &str) -> Self {
        self.builder = self.builder.csp(policy);
        self
    }

    /// Serves this answer at a path relative to the page's folder.
    #[must_use]
    pub fn overlay(mut self, path: &str, answer: Answer) -> Self {
        self.builder = self.builder.overlay(path, answer);
        self
    }

    /// Serves the page below this path.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        self.builder = self.builder.mount_under(path);
        self
    }

    /// A script that runs before the page's own.
    #[must_use]
    pub fn before(mut self, script: &str) -> Self {
        self.before.push_str(script);
        self
    }

    /// Makes time pass a hundred times faster. `window.pauses` records the requested pauses.
    #[must_use]
    pub fn hurried(self) -> Self {
        self.before(
            "const later = window.setTimeout;
            window.pauses = [];
            window.setTimeout = (work, time = 0, ...more) => {
                window.pauses.push(time);
                return later(work, time / 100, ...more);
            };",
        )
    }

    /// Shows the page in a frame of 320 pixels, because not every browser window gets that narrow.
    #[must_use]
    pub fn narrow(self) -> Self {
        self.framed(320, 400)
    }

    /// Shows the page in a frame of this width.
    #[must_use]
    pub fn framed(mut self, width: u32, height: u32) -> Self {
        let frame = format!(
            "<!doctype html><html lang=\"en\"><title>Narrow</title>\
            <style>iframe {{ position: fixed; inset: 0; width: {width}px; height: {height}px; border: 0 }}</style>\
            <iframe src=\"./\"></iframe>"
        );
        let policy = "default-src 'none'; frame-src 'self'; style-src 'unsafe-inline'";
        let answer = Answer::html(&frame).with_header("content-security-policy", policy);
        self.narrow = true;
        self.csp(&CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
            .overlay(&format!("/{FRAME}"), answer)
    }

    /// Serves the page through a web server with its recipe, and the simulator behind it as the API. With a key, the
    /// server adds the header and the form has no key field. Overlays do not apply to that server.
    #[must_use]
    pub fn behind(mut self, host: Host, key: Option<&'static str>) -> Self {
        self.behind = Some((host, key));
        self.builder = self.builder.bare_api();
        self
    }

    /// Allows a problem that this case provokes: a part of what the browser will report.
    #[must_use]
    pub fn expecting(mut self, part: &str) -> Self {
        self.expected.push(part.to_owned());
        self
    }

    /// Allows every failed request, since Chromium logs each one and a missing file fires an event.
    #[must_use]
    pub fn with_failures(self) -> Self {
        self.expecting("Failed to load resource").expecting("net::ERR_").expecting("not loaded: ")
    }

    /// Starts the server and opens the page.
    pub async fn show(self, fixture: &Fixture) -> Result<Page> {
        let index = self.index.replacen("<head>", "<head><script src=\"./recorder.js\"></script>", 1);
        let tag = if self.guided { TAG } else { "<stackone-connector-profile view=\"form\">" };
        let index = index.replacen(TAG, tag, 1);
        let recorder = Answer::new(200, "text/javascript", self.before.as_str());
        let page = self.headers.iter().fold(Answer::html(&index), |page, (name, value)| page.with_header(name, value));
        let builder = self.builder.overlay("/index.html", page).overlay("/recorder.js", recorder);
        let server = Arc::new(builder.start().await?);
        let front = match self.behind {
            None => None,
            Some((host, key)) => {
                let front = Running::start(host, &dist(), server.origin(), key).await?;
                front.write("index.html", &index)?;
                front.write("recorder.js", &self.before)?;
                if key.is_some() {
                    front.write("config.json", json!({ "apiBaseUrl": "/stackone", "auth": "none" }).to_string())?;
                }
                Some(Arc::new(front))
            }
        };
        let page = Page::new(fixture, server, front);
        self.expected.iter().for_each(|part| fixture.expect(part));
        if self.narrow {
            page.go(&format!("{}{FRAME}", page.url())).await?;
            page.web().enter_frame(0).await?;
        } else {
            page.go(&page.url()).await?;
        }
        Ok(page)
    }

    /// Opens the page and waits for the form or the guide.
    pub async fn open(self, fixture: &Fixture) -> Result<Page> {
        let sign = if self.guided { "#step" } else { "[name=clientId]" };
        let page = self.show(fixture).await?;
        page.until_with("the form", "return $(input)", sign.into()).await?;
        Ok(page)
    }
}

/// The folder of the built page. `E2E_DIST` names another one, to test the tests.
pub fn dist() -> PathBuf {
    std::env::var_os("E2E_DIST").map_or_else(workspace::dist, PathBuf::from)
}

/// The text of a built file.
pub fn built(name: &str) -> Result<String> {
    Ok(fs::read_to_string(dist().join(name))?)
}

/// The path of the built file whose hashed name ends with this.
pub fn hashed(end: &str) -> Result<String> {
    let names = fs::read_dir(dist())?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut fitting = names.filter(|name| name.starts_with(workspace::PACKAGE) && name.ends_with(end));
    Ok(format!("/{}", fitting.next().with_context(|| format!("no file of the page ends in {end}"))?))
}
