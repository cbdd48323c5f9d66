//! The form in a frame: a host page on one origin, the form on another, each under its own strict policy and each with
//! `recorder.js`. The browser stands in one of the two at a time.

use std::sync::Arc;

use anyhow::Result;
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY, Server};
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;

use crate::{Fixture, HostEvent, Page, built, dist};

/// The host's element.
pub const TAG: &str = "stackone-connector-profile-frame";

/// What every script in the host page can use.
const ELEMENT: &str = "const element = document.querySelector('stackone-connector-profile-frame');
    const frame = element?.shadowRoot?.querySelector('iframe') ?? document.querySelector('iframe');\n";

/// A host page with a frame to be.
pub struct Framing {
    body: String,
    script: String,
    config: Value,
    also: String,
    in_its_place: Option<Answer>,
    missing: Option<String>,
    headers: Vec<(String, String)>,
}

impl Framing {
    /// The element with these attributes.
    pub fn new(attributes: &str) -> Self {
        Self::with_body(&format!("<{TAG} {attributes}></{TAG}>"))
    }

    /// Another body than the element; `FORM` stands for the address of the form's folder.
    pub fn with_body(body: &str) -> Self {
        Self {
            body: body.to_owned(),
            script: String::new(),
            config: json!({ "apiBaseUrl": "/stackone" }),
            also: String::new(),
            in_its_place: None,
            missing: None,
            headers: Vec::new(),
        }
    }

    /// A script that runs when the body is there and the element is not yet defined.
    #[must_use]
    pub fn script(mut self, script: &str) -> Self {
        self.script = script.to_owned();
        self
    }

    /// Members of the form's `config.json`; without `frameOrigins` it names the host page's.
    #[must_use]
    pub fn config(mut self, members: Value) -> Self {
        for (name, value) in members.as_object().into_iter().flatten() {
            self.config[name] = value.clone();
        }
        self
    }

    /// Another origin that the host page may show in frames.
    #[must_use]
    pub fn showing(mut self, origin: &str) -> Self {
        self.also = origin.to_owned();
        self
    }

    /// Another answer where the frame's page should be.
    #[must_use]
    pub fn in_its_place(mut self, answer: Answer) -> Self {
        self.in_its_place = Some(answer);
        self
    }

    /// A file of the form that is not there.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.missing = Some(path.to_owned());
        self
    }

    /// Another header that the host page comes with.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Serves both and shows the host page.
    pub async fn show(mut self, fixture: &Fixture) -> Result<Framed> {
        let script = |text: &str| Answer::new(200, "text/javascript", text);
        let recorder = include_str!("recorder.js");
        // A module of another origin comes only where that origin allows it.
        let element = script(&built("frame.js")?).with_header("access-control-allow-origin", "*");
        let form = Server::builder(dist()).overlay("/recorder.js", script(recorder)).overlay("/frame.js", element);
        let form = Arc::new(form.start().await?);
        let page = Answer::html(&self.html(&form.url()));
        let page = self.headers.iter().fold(page, |page, (name, value)| page.with_header(name, value));
        let host = Server::builder("/nonexistent")
            .csp(&format!(
                "default-src 'none'; script-src 'self' {0}; frame-src {0} {1}; img-src 'self'; base-uri 'none'; \
                 form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
                form.origin(),
                self.also
            ))
            .overlay("/favicon.ico", Answer::new(200, "image/svg+xml", built("icon.svg")?))
            .overlay("/recorder.js", script(&format!("{recorder}{}", include_str!("host.js"))))
            .overlay("/own.js", script(&self.script.replace("FORM", &form.url())))
            .overlay("/index.html", page);
        let host = Arc::new(host.start().await?);
        if self.config.get("frameOrigins").is_none() {
            self.config["frameOrigins"] = json!([host.origin()]);
        }
        form.set_overlay("/config.json", Some(Answer::json(&self.config)));
        if let Some(path) = self.missing {
            form.set_overlay(&path, Some(Answer::status(404)));
        }
        let form = Page { framed: true, ..Page::new(fixture, form, None) };
        let framed = Framed { host: Page::new(fixture, host, None), form };
        match self.in_its_place {
            Some(answer) => framed.form.server.set_overlay("/embed.html", Some(answer)),
            None => framed.let_in()?,
        }
        framed.host.go(&framed.host.url()).await?;
        Ok(framed)
    }

    /// The same, and goes into the frame and waits for the form.
    pub async fn open(self, fixture: &Fixture) -> Result<Framed> {
        let framed = self.show(fixture).await?;
        framed.inside().await?;
        framed.until_form().await?;
        Ok(framed)
    }

    /// The host page. It loads the element twice, as a page does whose parts do not know of each other.
    fn html(&self, form: &str) -> String {
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <script src=\"recorder.js\"></script>\
             <script type=\"module\" src=\"{form}frame.js\"></script>\
             <script type=\"module\" src=\"{form}frame.js?again\"></script></head>\
             <body><p><button id=\"before\">Before</button></p>{}<p><button id=\"after\">After</button></p>\
             <script src=\"own.js\"></script></body></html>",
            self.body.replace("FORM", form)
        )
    }
}

/// A host page with a frame. `host` and `form` are for what is done in the one or the other, once the browser is there.
pub struct Framed {
    pub host: Page,
    pub form: Page,
}

impl Framed {
    /// Serves the frame's page, with the recorder, under the policy of production but for the host page.
    pub fn let_in(&self) -> Result<()> {
        let page = built("embed.html")?.replacen("<head>", "<head><script src=\"recorder.js\"></script>", 1);
        let ancestors = format!("frame-ancestors {}", self.host.server.origin());
        let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &ancestors);
        let page = Answer::html(&page).with_header("content-security-policy", &policy);
        self.form.server.set_overlay("/embed.html", Some(page));
        Ok(())
    }

    /// Goes into the frame.
    pub async fn inside(&self) -> Result<()> {
        self.outside().await?;
        self.until_at_host("a frame", "return !!frame").await?;
        self.form.step_in().await
    }

    /// Goes out to the host page.
    pub async fn outside(&self) -> Result<()> {
        self.host.fixture.collect().await?;
        Ok(self.host.web().enter_default_frame().await?)
    }

    /// Waits for the form, inside.
    pub async fn until_form(&self) -> Result<()> {
        self.form.until("the form", "return $('[name=clientId]')").await.map(drop)
    }

    /// The events of that name that the host page received, outside.
    pub async fn events(&self, name: &str) -> Result<Vec<HostEvent>> {
        self.host.ask_with("return window.received.events.filter((event) => event.name === input)", json!(name)).await
    }

    /// Runs a script in the host page that finds the element as `element` and its frame as `frame`.
    pub async fn at_host(&self, script: &str) -> Result<()> {
        self.outside().await?;
        self.host.ask::<Option<Value>>(&format!("{ELEMENT}{script}")).await.map(drop)
    }

    /// Waits outside until a script of that kind returns something that counts as true.
    pub async fn until_at_host(&self, what: &str, script: &str) -> Result<Value> {
        self.outside().await?;
        self.host.until(what, &format!("{ELEMENT}{script}")).await
    }
}

/// The pointer of a page in a frame. Drivers do not find the way through a frame in a shadow tree, and WebKit lets a frame
/// of another origin scroll nothing outside itself; so the way goes out to the host page and in again.
impl Page {
    pub(crate) async fn point_through(&self, selector: &str) -> Result<()> {
        let middle = "const { x, y, width, height } = $(input).getBoundingClientRect();
            return [x + width / 2, y + height / 2]";
        let middle: Value = self.ask_with(middle, json!(selector)).await?;
        self.web().enter_default_frame().await?;
        let bring_into_view = "const before = frame.getBoundingClientRect();
            scrollBy({ top: before.y + input[1] - innerHeight / 2, behavior: 'instant' });
            const { x, y } = frame.getBoundingClientRect();
            return [x + input[0], y + input[1]].map(Math.round)";
        let (x, y): (i64, i64) = self.ask_with(&format!("{ELEMENT}{bring_into_view}"), middle).await?;
        self.with_pointer(self.input().move_to(x, y)).await
    }

    pub(crate) async fn with_pointer(&self, input: ActionChain) -> Result<()> {
        if !self.framed {
            return Ok(input.perform().await?);
        }
        self.web().enter_default_frame().await?;
        input.perform().await?;
        self.step_in().await
    }

    async fn step_in(&self) -> Result<()> {
        let frame = self.web().execute(format!("{ELEMENT}return frame"), Vec::new()).await?.element()?;
        Ok(frame.enter_frame().await?)
    }
}
