//! The outcome of a click on the main button. All failures are checked here.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::{Page, Typed};

/// A failure as the person and the host page see it.
#[derive(Clone, Copy, Debug)]
pub struct Failed<'a> {
    pub code: &'a str,
    /// A part of the message on the page.
    pub says: &'a str,
    /// The control that gets the focus.
    pub focus: &'a str,
    /// Whether the same request can be sent again.
    pub retryable: bool,
}

impl Page {
    /// Waits until click `count` has failed this way, and checks that every field kept its value.
    pub async fn until_failed(&self, count: usize, failed: Failed<'_>, typed: &Typed) -> Result<()> {
        let script = "const all = window.seen.events.filter((event) => event.name.startsWith('profile-'));
            return all.length >= input && all.at(-1);";
        let last = self.until_with(&format!("failure {count}, {failed:?}"), script, json!(count)).await?;
        ensure!(last["name"] == "profile-failed", "{last}");
        let detail = &last["detail"];
        let members: Vec<_> = detail.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        ensure!(members.len() == 3 && detail["code"] == failed.code, "{detail}");
        ensure!(detail["retryable"] == failed.retryable, "{detail}");
        ensure!(detail["message"].as_str().is_some_and(|words| words.len() > 10 && !words.contains("**")), "{detail}");
        self.until_words("form", failed.says).await?;
        self.until_focus(failed.focus).await?;
        let busy: String = self.ask("return $('form').ariaBusy ?? $('form').getAttribute('aria-busy')").await?;
        ensure!(busy == "false", "the form is still busy");
        let now = self.typed().await?;
        ensure!(now == *typed, "the form holds {now:?}");
        Ok(())
    }

    /// Waits for the result and checks that it is the profile of this draft.
    pub async fn until_created(&self, typed: &Typed) -> Result<()> {
        self.until_done().await?;
        let profile = &self.server.simulator().connector_profiles();
        let profile = profile.last().ok_or_else(|| anyhow::anyhow!("there is no profile"))?;
        let facts = self.words("[part=done] dl").await?;
        ensure!(facts.contains(&profile.id) && facts.contains(&profile.name), "{facts}");
        ensure!(profile.name == typed.name, "{profile:?}");
        ensure!(profile.environment.as_deref() == Some(&typed.environment), "{profile:?}");
        let created = self.events("profile-created").await?;
        ensure!(created.len() == 1 && created[0].detail["profile"]["id"] == profile.id.as_str(), "{created:?}");
        self.until_focus("done").await
    }
}
