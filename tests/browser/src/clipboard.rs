//! The browser's real clipboard, used as a person uses it: by cutting from and pasting into a text area that a test
//! adds to the page.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::Page;

/// Adds the text area with its text selected.
const AREA: &str = "const area = document.createElement('textarea');
    area.id = 'beside';
    area.value = input;
    document.body.prepend(area);
    area.focus();
    area.select();
    return document.activeElement === area;";

impl Page {
    /// Puts a text on the clipboard.
    pub async fn cut(&self, text: &str) -> Result<()> {
        self.until_with("a text area", AREA, json!(text)).await?;
        self.chord(Key::Control, 'x').await?;
        self.until("an empty text area", "return document.querySelector('#beside').value === ''").await?;
        self.ask("document.querySelector('#beside').remove()").await
    }

    /// Pastes the clipboard into the focused control.
    pub async fn paste(&self) -> Result<()> {
        self.chord(Key::Control, 'v').await
    }

    /// The text on the clipboard. Removes the focus.
    pub async fn clipboard(&self) -> Result<String> {
        self.until_with("a text area", AREA, json!("")).await?;
        self.paste().await?;
        let text = self.until("a pasted text", "return document.querySelector('#beside').value").await?;
        self.ask::<Option<()>>("document.querySelector('#beside').remove()").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
