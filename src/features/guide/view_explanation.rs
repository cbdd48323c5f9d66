//! The view model of an explanation: the cause, what to do, and at which step.

use super::view::GuideContext;
use super::{Saw, Step};
use crate::i18n::TextKey;
use crate::salesforce::errors;

/// An explanation to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Error and description in Salesforce's words, or that the error is unknown.
    pub title: String,
    /// The cause.
    pub cause: String,
    /// How long the app may still be activating.
    pub wait: Option<String>,
    /// What to do, in order.
    pub fixes: &'static [&'static str],
    /// The redacted text, if the error is unknown.
    pub quote: Option<String>,
    /// The step that has the fix.
    pub go: Option<Step>,
}

impl GuideContext<'_> {
    /// The explanation of the pasted error; `None` if none was pasted.
    pub fn meaning(&self) -> Option<Meaning> {
        let (words, guide) = (self.words, self.guide);
        if guide.saw != Some(Saw::Error) || guide.pasted.is_blank() {
            return None;
        }
        let found = errors::explain(guide.pasted.expose());
        let both = if found.error.is_empty() || found.description.is_empty() { "" } else { ": " };
        let named = [found.error.as_str(), both, &found.description].concat();
        if !found.recognised {
            // Redaction may leave nothing of the text.
            let (title, cause) = match named.is_empty() {
                true => (TextKey::ExplainNothing, TextKey::ExplainNothingBody),
                false => (TextKey::ExplainUnknown, TextKey::ExplainUnknownBody),
            };
            return Some(Meaning {
                title: words.get(title).to_owned(),
                cause: words.get(cause).to_owned(),
                wait: None,
                fixes: &[],
                quote: Some(named).filter(|named| !named.is_empty()),
                go: None,
            });
        }
        // Without a running clock, one of the fixes says how long to wait.
        let runs = guide.left().is_some_and(|left| left > 0);
        Some(Meaning {
            title: named,
            cause: found.cause.to_owned(),
            wait: self.clock().filter(|_| runs && found.wait_may_help),
            fixes: found.fixes,
            quote: None,
            go: match guide.shows_remedy {
                true => Some(Step::Connect),
                false => found.guide_step.and_then(|step| Step::named(step.name())),
            },
        })
    }
}
