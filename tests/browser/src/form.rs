//! The form as a person sees it: the values of its controls, the messages, the focus, and the events that the host page
//! received.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Page;

/// The values of the controls.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct Typed {
    pub client_id: String,
    pub client_secret: String,
    pub scopes: String,
    pub environment: String,
    pub name: String,
    pub api_key: String,
}

/// A valid draft.
pub fn good() -> Typed {
    Typed {
        client_id: format!("3MVG9{}", "A1b2C3d4_.".repeat(8)),
        client_secret: "0123456789ABCDEF".repeat(4),
        scopes: String::new(),
        environment: "sandbox".into(),
        name: "Acme".into(),
        api_key: "v1.eu1.end-to-end".into(),
    }
}

/// A message below a field.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Message {
    pub error: bool,
    pub words: String,
}

/// An event that the host page received.
#[derive(Clone, Debug, Deserialize)]
pub struct HostEvent {
    pub name: String,
    /// The id of the element that dispatched it.
    pub from: String,
    pub detail: Value,
}

impl Page {
    /// The values of the controls.
    pub async fn typed(&self) -> Result<Typed> {
        let script = "const of = (name) => $(`[name=${name}]`).value;
            return { clientId: of('clientId'), clientSecret: of('clientSecret'), scopes: of('scopes'),
                environment: $('[name=environment]:checked')?.value ?? '', name: of('name'), apiKey: of('apiKey') };";
        self.ask(script).await
    }

    /// The messages below a field.
    pub async fn messages(&self, field: &str) -> Result<Vec<Message>> {
        let script = "return $$(`#${input}-messages .message`).map((node) =>
            ({ error: node.classList.contains('is-bad'), words: words(node) }));";
        self.ask_with(script, json!(field)).await
    }

    /// The text of the first element that matches, or an empty text.
    pub async fn words(&self, selector: &str) -> Result<String> {
        self.ask_with("return words($(input))", json!(selector)).await
    }

    /// Unfolds the request that the form could not send.
    pub async fn open_request(&self) -> Result<()> {
        self.click("[part=request] > summary").await?;
        self.until("the request", "return $('[part=request]').open").await.map(drop)
    }

    /// Waits for the authorization URL.
    pub async fn authorization_url(&self) -> Result<String> {
        let url = self.until("an authorization URL", "return words($('#authorization-url'))").await?;
        Ok(url.as_str().unwrap_or_default().to_owned())
    }

    /// The focused control: its name, its id, or the label of a button.
    pub async fn focus(&self) -> Result<String> {
        self.ask("const at = root.activeElement; return at ? at.name || at.id || words(at) : ''").await
    }

    /// Waits until this control has the focus.
    pub async fn until_focus(&self, place: &str) -> Result<()> {
        let script = "const at = root.activeElement; return !!at && [at.name, at.id, words(at)].includes(input)";
        self.until_with(&format!("the focus on {place}"), script, json!(place)).await.map(drop)
    }

    /// Waits until the first element that matches contains this text.
    pub async fn until_words(&self, selector: &str, said: &str) -> Result<()> {
        let what = format!("{said:?} in {selector}");
        self.until_with(&what, "return words($(input[0])).includes(input[1])", json!([selector, said])).await.map(drop)
    }

    /// The events of this name so far.
    pub async fn events(&self, name: &str) -> Result<Vec<HostEvent>> {
        self.ask_with("return window.seen.events.filter((event) => event.name === input)", json!(name)).await
    }

    /// The codes of all failures so far.
    pub async fn failures(&self) -> Result<Vec<String>> {
        let code = |event: HostEvent| event.detail["code"].as_str().unwrap_or_default().to_owned();
        Ok(self.events("profile-failed").await?.into_iter().map(code).collect())
    }

    /// Waits for the result.
    pub async fn until_done(&self) -> Result<()> {
        self.until("the result", "return $('#done')").await.map(drop)
    }
}
