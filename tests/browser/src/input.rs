//! What a person does with the form: click, type, press keys. `fill` sets all fields at once, for cases that are not
//! about typing.

use anyhow::{Context, Result, bail};
use harness::drivers::Engine;
use serde_json::json;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{Key, TypingData, WebElement};

use crate::{Page, Typed};

const BRING_INTO_VIEW: &str = "$(input).scrollIntoView({ block: 'center', behavior: 'instant' });";

/// Waits until the position of an element is stable for a frame, and returns the position.
const STABLE_PLACE: &str = "return new Promise((resolve) => {
        let before;
        const look = () => {
            const { x, y } = $(input)?.getBoundingClientRect() ?? {};
            if (before === `${x} ${y}`) return resolve(before);
            before = `${x} ${y}`;
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });";

/// Whether the pointer is over an element that has not moved.
const UNDER_THE_POINTER: &str = "const { x, y } = $(input[0])?.getBoundingClientRect() ?? {};
    return $(input[0])?.matches(':hover') === true && input[1] === `${x} ${y}`;";

impl Page {
    /// Clicks the first element that matches.
    pub async fn click(&self, selector: &str) -> Result<()> {
        // `element.click()` fails in WebKit, which reports an element in a shadow tree as covered by its host.
        for _ in 0..20 {
            let element = self.find(selector).await?;
            let place = self.bring_into_view(selector).await?;
            // WebKit and Firefox scroll to a newly focused field late, so the element may move away from the pointer.
            // Firefox reports a point outside the viewport as an error.
            let moved = if self.framed {
                self.point_through(selector).await.is_ok()
            } else {
                self.input().move_to_element_center(&element).perform().await.is_ok()
            };
            if moved && self.ask_with::<bool>(UNDER_THE_POINTER, json!([selector, place])).await? {
                return self.with_pointer(self.input().click()).await.with_context(|| format!("clicking {selector}"));
            }
            // After *Back*, Firefox notices the pointer only once it moves.
            self.with_pointer(self.input().move_to(1, 1)).await?;
        }
        bail!("the pointer does not get to {selector}")
    }

    /// Scrolls an element to where the pointer can reach it.
    pub async fn in_view(&self, selector: &str) -> Result<WebElement> {
        let element = self.find(selector).await?;
        self.bring_into_view(selector).await?;
        Ok(element)
    }

    async fn bring_into_view(&self, selector: &str) -> Result<String> {
        // Firefox scrolls the host of a frame late. `point_through` scrolls it at once.
        let late = self.framed && self.fixture.engine() == Engine::Firefox;
        let scroll = if late { "" } else { BRING_INTO_VIEW };
        self.ask_with(&format!("{scroll}{STABLE_PLACE}"), json!(selector)).await
    }

    /// Clicks the button with this label.
    pub async fn press(&self, words: &str) -> Result<()> {
        let script = "$$('[data-pressed]').forEach((node) => delete node.dataset.pressed);
            const found = $$('button, a, .choice').find((node) => words(node) === input);
            if (found) found.dataset.pressed = '';
            return !!found;";
        self.until_with(&format!("a button {words:?}"), script, json!(words)).await?;
        self.click("[data-pressed]").await
    }

    /// Clicks a field and waits for its focus. Keys sent earlier would go elsewhere.
    pub async fn enter(&self, field: &str) -> Result<()> {
        self.click(&format!("[name={field}]")).await?;
        self.until_focus(field).await
    }

    /// Types into a field, key by key.
    pub async fn type_into(&self, field: &str, text: &str) -> Result<()> {
        self.enter(field).await?;
        self.keys(text).await
    }

    /// Inserts text into a field at once, as pasting does. A hundred keystrokes take seconds.
    pub async fn put_into(&self, field: &str, text: &str) -> Result<()> {
        let script = "const control = root.activeElement;
            control.setRangeText(input, control.selectionStart, control.selectionEnd, 'end');
            const kind = { inputType: 'insertFromPaste', data: input, bubbles: true, composed: true };
            control.dispatchEvent(new InputEvent('input', kind));";
        self.enter(field).await?;
        self.ask_with::<Option<()>>(script, json!(text)).await.map(drop)
    }

    /// Clears a field with the keyboard.
    pub async fn empty(&self, field: &str) -> Result<()> {
        self.enter(field).await?;
        self.chord(Key::Control, 'a').await?;
        self.keys(Key::Backspace).await
    }

    /// Types into the focused control.
    pub async fn keys(&self, text: impl Into<TypingData>) -> Result<()> {
        Ok(self.input().send_keys(text).perform().await?)
    }

    /// Presses a key while another one is held.
    pub async fn chord(&self, held: Key, pressed: impl Into<char>) -> Result<()> {
        let pressed = pressed.into();
        Ok(self.input().key_down(held.clone()).key_down(pressed).key_up(pressed).key_up(held).perform().await?)
    }

    /// An action chain without delays.
    pub fn input(&self) -> ActionChain {
        self.web().action_chain_with_delay(None, Some(std::time::Duration::ZERO))
    }

    /// Sets all fields at once.
    pub async fn fill(&self, typed: &Typed) -> Result<()> {
        let script = "for (const [name, value] of Object.entries(input)) {
                const control = $(`[name=${name}]`);
                control.value = value;
                control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            }";
        let fields = json!({
            "clientId": typed.client_id, "clientSecret": typed.client_secret, "scopes": typed.scopes,
            "name": typed.name, "apiKey": typed.api_key,
        });
        self.ask_with::<Option<()>>(script, fields).await?;
        self.click(&format!("[name=environment][value={}]", typed.environment)).await?;
        let filled = self.typed().await?;
        anyhow::ensure!(filled == *typed, "the form holds {filled:?}");
        Ok(())
    }

    /// Clicks the main button.
    pub async fn submit(&self) -> Result<()> {
        self.click("button[type=submit]").await
    }
}
