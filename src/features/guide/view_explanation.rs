//! What Salesforce showed, explained: the cause, what to do, and the step where.

use super::view::Guiding;
use super::{Saw, Step};
use crate::i18n::TextKey;
use crate::salesforce::errors;

/// What an error means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Error and description as Salesforce writes them, or that it is unknown.
    pub title: String,
    /// The cause in words.
    pub cause: String,
    /// Whether waiting may help, in words.
    pub wait: Option<String>,
    /// What to do, the likeliest first.
    pub fixes: &'static [&'static str],
    /// What was found, where it is unknown.
    pub quote: Option<String>,
    /// The step with the remedy.
    pub go: Option<Step>,
}

impl Guiding<'_> {
    /// The error that was pasted, explained; `None` where there is none.
    pub fn meaning(&self) -> Option<Meaning> {
        let (words, guide) = (self.words, self.guide);
        if guide.saw != Some(Saw::Error) || guide.pasted.is_blank() {
            return None;
        }
        let found = errors::explain(guide.pasted.expose());
        let both = if found.error.is_empty() || found.description.is_empty() { "" } else { ": " };
        let named = [found.error.as_str(), both, &found.description].concat();
        if !found.recognised {
            // Codes and tokens are taken out, and then nothing may be left.
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
        let wait = match guide.left() {
            None => Some(words.get(TextKey::ExplainWait).to_owned()),
            Some(0) => None,
            Some(_) => self.clock(),
        };
        Some(Meaning {
            title: named,
            cause: found.cause.to_owned(),
            wait: wait.filter(|_| found.wait_may_help),
            fixes: found.fixes,
            quote: None,
            go: match guide.remedies {
                true => Some(Step::Connect),
                false => found.guide_step.and_then(|step| Step::named(step.name())),
            },
        })
    }
}
