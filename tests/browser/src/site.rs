//! A site: the built page as one case wants it served – with another configuration, another policy, other files –
//! and the simulator on the same origin. Every page gets `recorder.js` before its own scripts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use harness::hosts::{Host, Running};
use harness::simulator::{Answer, Builder, CONTENT_SECURITY_POLICY, Server};
use harness::workspace;
use serde_json::{Value, json};

use crate::{Fixture, Page};

/// The page that shows the page in a frame.
const FRAME: &str = "narrow.html";

/// The element in the page.
const TAG: &str = "<stackone-connector-profile>";

/// Defines `violations(url)`, which tells the document of two that say nothing of that request: one of a policy that only
/// reports, and one of another request.
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

/// A site to be.
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
    /// The page as it was built.
    pub fn new() -> Result<Self> {
        Self::of(&dist()).context("there is no built page; `cargo bundle` makes it")
    }

    /// Another page, such as one that holds the element.
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

    /// A page of somebody else in place of ours, with this in its body. It is to define the element.
    #[must_use]
    pub fn host(mut self, body: &str) -> Self {
        self.index = format!(
            "<!doctype html><html lang=\"en\"><head><title>Host</title>\
            <link rel=\"icon\" href=\"./icon.svg\"></head><body>{body}</body></html>"
        );
        self
    }

    /// The page as something on the way changes it.
    #[must_use]
    pub fn rewritten(mut self, rewrite: impl FnOnce(&str) -> String) -> Self {
        self.index = rewrite(&self.index);
        self
    }

    /// Another header that the page itself comes with.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The text of the page.
    pub fn index(&self) -> &str {
        &self.index
    }

    /// Another `config.json`: that of the page with these members.
    #[must_use]
    pub fn config(self, members: Value) -> Self {
        let mut config = json!({ "apiBaseUrl": "/stackone", "auth": "api-key", "theme": "auto" });
        for (name, value) in members.as_object().into_iter().flatten() {
            config[name] = value.clone();
        }
        self.overlay("/config.json", Answer::json(&config))
    }

    /// With the guide, as the page is for everybody. Most cases are about the form and have it alone.
    #[must_use]
    pub fn guided(mut self) -> Self {
        self.guided = true;
        self
    }

    /// Another policy.
    #[must_use]
    pub fn csp(mut self, policy: &str) -> Self {
        self.builder = self.builder.csp(policy);
        self
    }

    /// Another answer at a path that is counted from the page's folder.
    #[must_use]
    pub fn overlay(mut self, path: &str, answer: Answer) -> Self {
        self.builder = self.builder.overlay(path, answer);
        self
    }

    /// The page below this path.
    #[must_use]
    pub fn below(mut self, path: &str) -> Self {
        self.builder = self.builder.mount_under(path);
        self
    }

    /// A script that runs in the page before its own.
    #[must_use]
    pub fn before(mut self, script: &str) -> Self {
        self.before.push_str(script);
        self
    }

    /// The page where time passes a hundred times as fast, so that pauses cost none; `window.pauses` has how long they are.
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

    /// The page as a screen of 320 pixels shows it: in a frame, because not every browser's window gets so narrow.
    #[must_use]
    pub fn narrow(self) -> Self {
        self.framed(320, 400)
    }

    /// The page as a screen of so many pixels shows it.
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

    /// Served by a web server with its recipe, and the simulator behind it as the API; with a key, the server adds it and
    /// nobody types one. Overlays do not reach there.
    #[must_use]
    pub fn behind(mut self, host: Host, key: Option<&'static str>) -> Self {
        self.behind = Some((host, key));
        self.builder = self.builder.bare_api();
        self
    }

    /// Trouble that this case provokes: a part of what the browser will report.
    #[must_use]
    pub fn expecting(mut self, part: &str) -> Self {
        self.expected.push(part.to_owned());
        self
    }

    /// The same for every request that fails: Chromium writes each to its log, and files that do not come are told by
    /// an event.
    #[must_use]
    pub fn with_failures(self) -> Self {
        self.expecting("Failed to load resource").expecting("net::ERR_").expecting("not loaded: ")
    }

    /// Serves it and shows it.
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

    /// Serves it, shows it, and waits for the form or the guide.
    pub async fn open(self, fixture: &Fixture) -> Result<Page> {
        let sign = if self.guided { "#step" } else { "[name=clientId]" };
        let page = self.show(fixture).await?;
        page.until_with("the form", "return $(input)", sign.into()).await?;
        Ok(page)
    }
}

/// The folder of the built page; `E2E_DIST` names another, to test the tests.
pub fn dist() -> PathBuf {
    std::env::var_os("E2E_DIST").map_or_else(workspace::dist, PathBuf::from)
}

/// A file of the built page.
pub fn built(name: &str) -> Result<String> {
    Ok(fs::read_to_string(dist().join(name))?)
}

/// The hashed name of the built file that ends so, as a path.
pub fn hashed(end: &str) -> Result<String> {
    let names = fs::read_dir(dist())?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut fitting = names.filter(|name| name.starts_with(workspace::PACKAGE) && name.ends_with(end));
    Ok(format!("/{}", fitting.next().with_context(|| format!("no file of the page ends in {end}"))?))
}
