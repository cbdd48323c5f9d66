//! The real clipboard of the browser, used as a person does: by copying out of and pasting into a text area that a test
//! puts on the page beside the form.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::Page;

/// Puts the text area there, with a text in it that is selected.
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

    /// Pastes what is on the clipboard where the focus is.
    pub async fn paste(&self) -> Result<()> {
        self.chord(Key::Control, 'v').await
    }

    /// What is on the clipboard. The focus is nowhere afterwards.
    pub async fn clipboard(&self) -> Result<String> {
        self.until_with("a text area", AREA, json!("")).await?;
        self.paste().await?;
        let text = self.until("a pasted text", "return document.querySelector('#beside').value").await?;
        self.ask::<Option<()>>("document.querySelector('#beside').remove()").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
