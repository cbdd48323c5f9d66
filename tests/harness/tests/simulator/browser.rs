//! A browser without scripts or styles: follows redirects on the simulator's origin, fills in and submits the form of a
//! page, and records everything, so that a test can search all of it for a secret.

use harness::simulator::Server;

use crate::client::*;

pub struct Browser<'a> {
    server: &'a Server,
    /// The current path of this origin, or the foreign URL that it was redirected to and did not open.
    pub at: String,
    pub reply: Reply,
    /// Every URL and every page so far.
    pub seen: String,
}

impl<'a> Browser<'a> {
    pub async fn open(server: &'a Server, path: &str) -> Self {
        let reply = ask(server, "GET", path, &[], "").await;
        let mut browser = Self { server, at: path.to_owned(), reply, seen: format!("{path}\n") };
        browser.follow().await;
        browser
    }

    async fn follow(&mut self) {
        self.note();
        while self.reply.status == 303 {
            self.at = self.reply.header("location").to_owned();
            if !self.at.starts_with('/') {
                self.seen += &self.at;
                return;
            }
            self.reply = ask(self.server, "GET", &self.at, &[], "").await;
            self.note();
        }
    }

    fn note(&mut self) {
        self.seen += &format!("{}\n{}\n", self.at, self.reply.text());
    }

    /// Submits the form with its own values, except for these. `None` unchecks or clears a control; the name of a
    /// button presses it.
    pub async fn submit(&mut self, changes: &[(&str, Option<&str>)]) {
        let page = self.reply.text();
        let form = page.split("<form").nth(1).unwrap_or_else(|| panic!("no form at {}: {page}", self.at));
        let form = form.split("</form>").next().unwrap();
        let action = attribute(form.split('>').next().unwrap(), "action");
        let mut pairs = own_values(form);
        pairs.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        pairs.extend(changes.iter().filter_map(|(name, value)| Some((name.to_string(), value.as_ref()?.to_string()))));
        let body: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.at = action.unwrap_or_else(|| self.at.clone());
        let headers = [("Content-Type", "application/x-www-form-urlencoded")];
        self.reply = ask(self.server, "POST", &self.at, &headers, &body.join("&")).await;
        self.follow().await;
    }

    pub fn heading(&self) -> String {
        let page = self.text();
        page.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default().to_owned()
    }

    /// The page with decoded entities, including its tags.
    pub fn text(&self) -> String {
        unescaped(&self.reply.text())
    }

    #[track_caller]
    pub fn assert_shows(&self, text: &str) {
        assert!(self.text().contains(text), "{text:?} is not at {}: {}", self.at, self.text());
    }

    /// The value of the control with this id.
    pub fn value(&self, id: &str) -> String {
        let page = self.reply.text();
        let tag = page.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap());
        let tag = tag.into_iter().find(|tag| attribute(tag, "id").as_deref() == Some(id));
        tag.and_then(|tag| attribute(tag, "value")).unwrap_or_else(|| panic!("no control {id} at {}", self.at))
    }
}

fn own_values(form: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for part in form.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let ticked =
            !matches!(attribute(tag, "type").as_deref(), Some("checkbox" | "radio")) || tag.contains(" checked");
        let value = match tag.split(' ').next() {
            Some("input") if ticked => attribute(tag, "value").unwrap_or_else(|| "on".to_owned()),
            Some("textarea") => unescaped(after),
            // Every test uses the first option.
            Some("option") => {
                pairs.push(("profile".to_owned(), attribute(tag, "value").unwrap()));
                continue;
            }
            _ => continue,
        };
        pairs.extend(attribute(tag, "name").map(|name| (name, value)));
    }
    pairs
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(unescaped(rest.split('"').next()?))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Percent-encoding by RFC 3986, implemented here, because the server's own encoder is under test.
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
