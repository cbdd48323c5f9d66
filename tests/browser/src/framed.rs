//! The form in a frame: a host page on one origin and the form on another, each with its own strict policy and with
//! `recorder.js`. WebDriver commands apply to one of the two at a time.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use harness::simulator::{Answer, CONTENT_SECURITY_POLICY, Server};
use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;

use crate::{Fixture, HostEvent, Page, built, dist};

/// The element of the host page.
pub const TAG: &str = "stackone-connector-profile-frame";

/// A prelude for scripts in the host page.
const ELEMENT: &str = "const element = document.querySelector('stackone-connector-profile-frame');
    const frame = element?.shadowRoot?.querySelector('iframe') ?? document.querySelector('iframe');\n";

/// Describes a host page with a frame.
pub struct Framing {
    body: String,
    script: String,
    config: Value,
    also: String,
    in_its_place: Option<Answer>,
    instead: Option<(String, Answer)>,
    headers: Vec<(String, String)>,
}

impl Framing {
    /// A host page that contains the element with these attributes.
    pub fn new(attributes: &str) -> Self {
        Self::with_body(&format!("<{TAG} {attributes}></{TAG}>"))
    }

    /// A host page with this body. `FORM` is replaced by the URL of the form's folder.
    pub fn with_body(body: &str) -> Self {
        Self {
            body: body.to_owned(),
            script: String::new(),
            config: json!({ "apiBaseUrl": "/stackone" }),
            also: String::new(),
            in_its_place: None,
            instead: None,
            headers: Vec::new(),
        }
    }

    /// A script that runs after the body is parsed and before the element is defined.
    #[must_use]
    pub fn script(mut self, script: &str) -> Self {
        self.script = script.to_owned();
        self
    }

    /// Members of the form's `config.json`. `frameOrigins` defaults to the host page's origin.
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

    /// Serves this answer as the frame's page.
    #[must_use]
    pub fn in_its_place(mut self, answer: Answer) -> Self {
        self.in_its_place = Some(answer);
        self
    }

    /// Answers 404 for a file of the form.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.instead = Some((path.to_owned(), Answer::status(404)));
        self
    }

    /// Never answers a request for a file of the form.
    #[must_use]
    pub fn never_sends(mut self, path: &str) -> Self {
        self.instead = Some((path.to_owned(), Answer::status(200).delayed(Duration::from_secs(600))));
        self
    }

    /// Another header of the host page.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Starts both servers and opens the host page.
    pub async fn show(mut self, fixture: &Fixture) -> Result<Framed> {
        let script = |text: &str| Answer::new(200, "text/javascript", text);
        let recorder = include_str!("recorder.js");
        // A module of another origin loads only if that origin allows it.
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
        if let Some((path, answer)) = self.instead {
            form.set_overlay(&path, Some(answer));
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

    /// Opens the host page, enters the frame and waits for the form.
    pub async fn open(self, fixture: &Fixture) -> Result<Framed> {
        let framed = self.show(fixture).await?;
        framed.inside().await?;
        framed.until_form().await?;
        Ok(framed)
    }

    /// The host page loads the script twice, as pages with independent parts do.
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

/// A host page with a frame. `host` and `form` work while the browser is in that document.
pub struct Framed {
    pub host: Page,
    pub form: Page,
}

impl Framed {
    /// Serves the frame's page with the recorder and a policy that allows the host page.
    pub fn let_in(&self) -> Result<()> {
        let page = built("embed.html")?.replacen("<head>", "<head><script src=\"recorder.js\"></script>", 1);
        let ancestors = format!("frame-ancestors {}", self.host.server.origin());
        let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &ancestors);
        let page = Answer::html(&page).with_header("content-security-policy", &policy);
        self.form.server.set_overlay("/embed.html", Some(page));
        Ok(())
    }

    /// Enters the frame.
    pub async fn inside(&self) -> Result<()> {
        self.outside().await?;
        self.until_at_host("a frame", "return !!frame").await?;
        self.form.step_in().await
    }

    /// Returns to the host page.
    pub async fn outside(&self) -> Result<()> {
        self.host.fixture.collect().await?;
        Ok(self.host.web().enter_default_frame().await?)
    }

    /// Waits for the form. Call it inside the frame.
    pub async fn until_form(&self) -> Result<()> {
        self.form.until("the form", "return $('[name=clientId]')").await.map(drop)
    }

    /// The events of this name that the host page received. Call it outside the frame.
    pub async fn events(&self, name: &str) -> Result<Vec<HostEvent>> {
        self.host.ask_with("return window.received.events.filter((event) => event.name === input)", json!(name)).await
    }

    /// Runs a script in the host page. `element` is the element and `frame` its iframe.
    pub async fn at_host(&self, script: &str) -> Result<()> {
        self.outside().await?;
        self.host.ask::<Option<Value>>(&format!("{ELEMENT}{script}")).await.map(drop)
    }

    /// Waits until such a script returns a truthy value.
    pub async fn until_at_host(&self, what: &str, script: &str) -> Result<Value> {
        self.outside().await?;
        self.host.until(what, &format!("{ELEMENT}{script}")).await
    }
}

/// Pointer actions inside a frame. Drivers cannot reach a frame in a shadow tree, and in WebKit a cross-origin frame
/// cannot scroll its host. So the pointer moves in the host page's coordinates, and then the browser enters the frame
/// again.
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
