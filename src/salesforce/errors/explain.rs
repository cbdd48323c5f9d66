//! Explains pasted text. The entry point of the folder; `embed` and the guide call it.

use super::explanation::{Explanation, Step};
use super::lookup::{Found, MARK, Text, find};
use super::normalize::normalize_words;
use super::parse::{Pasted, past};
use super::redact::{cut, opened, redact};
use crate::salesforce::decode::decoded;

/// The number of bytes read at each end of a long text.
const READ: usize = 6 * 1024;
/// The number of bytes also read on each side of the first `error_description` in between.
const AROUND: usize = 1000;
/// The number of encoding layers that are searched.
const LAYERS: usize = 4;

/// Explains a Salesforce error from copied text: an address, a page's text, JSON, an error's name or description, with
/// anything around it. An unknown error returns the parts of the text that `redact` allows.
///
/// ```
/// use stackone_connector_profile::salesforce::errors::{GuideStep, explain};
/// let page = "error=invalid_client_id&error_description=client%20identifier%20invalid";
/// assert_eq!(explain(page).guide_step, Some(GuideStep::Credentials));
/// assert_eq!(explain("https://x.example/?code=aPrxYY").description, "https://x.example/?");
/// ```
pub fn explain(text: &str) -> Explanation {
    let mut layer = read(text);
    let mut unknown = Explanation::default();
    for _ in 0..LAYERS {
        let pasted = Pasted::read(&layer);
        if !(pasted.error.is_empty() && pasted.description.is_empty()) {
            let told = told(&pasted);
            let text = Text {
                error: normalize_words(&opened(pasted.error), ' '),
                description: normalize_words(&opened(pasted.description), ' '),
                marked: String::new(),
                is_prose: false,
                is_told: false,
                step: pasted.step,
            };
            if let Some(mut found) = find(&text) {
                // Only the name is known, so the description is from a tool or a standard. Salesforce's own may be
                // elsewhere in the text.
                if found.description.is_empty() && !told.description.is_empty() {
                    let beside = find(&Text { step: pasted.step, ..prose(&layer, true) });
                    found = beside.filter(|beside| !beside.description.is_empty()).unwrap_or(found);
                }
                return explained(told, found, pasted.step);
            }
            if is_silent(&unknown) {
                unknown = told;
            }
        }
        match decoded(&layer) {
            Some(next) => layer = next,
            None => break,
        }
    }
    match find(&prose(&layer, !is_silent(&unknown))) {
        Some(found) => explained(unknown, found, None),
        None if is_silent(&unknown) => Explanation { description: redact(text), ..unknown },
        None => unknown,
    }
}

/// Headlines that the Salesforce CLI and OmniAuth put before any answer of Salesforce, so they prove nothing.
const HEADLINES: [&str; 2] =
    ["Invalid client credentials. Verify the OAuth client secret and ID.", "Authentication failure!"];

/// A layer as prose, without the headlines of tools. `is_told`: see [`Text::is_told`].
fn prose(layer: &str, is_told: bool) -> Text {
    let text = HEADLINES.iter().fold(layer.to_owned(), |text, headline| text.replace(headline, "\n"));
    Text {
        error: normalize_words(&text, ' '),
        description: normalize_words(&text, ' '),
        marked: normalize_words(&text, MARK),
        is_prose: true,
        is_told,
        step: None,
    }
}

/// The explanation for an entry. If the text has no name, or no step that fits, takes the entry's first one.
fn explained(told: Explanation, found: Found, step: Option<Step>) -> Explanation {
    let Found { entry, error, description } = found;
    let usual = entry.names.first().copied().unwrap_or_default();
    let error = if told.error.is_empty() && error.is_empty() { usual } else { error };
    let or = |found: &str, told: String| if found.is_empty() { told } else { found.to_owned() };
    Explanation {
        recognised: true,
        step: step.filter(|step| entry.steps.contains(step)).or(entry.steps.first().copied()),
        error: or(error, told.error),
        description: or(description, told.description),
        cause: entry.cause,
        fixes: entry.fixes,
        guide_step: entry.guide_step,
        wait_may_help: entry.wait_may_help,
    }
}

fn is_silent(explanation: &Explanation) -> bool {
    explanation.error.is_empty() && explanation.description.is_empty()
}

/// The explanation for an unknown error: only what the text says, redacted.
fn told(pasted: &Pasted) -> Explanation {
    let name = pasted.error.get(..past(pasted.error, 0, |b| b > b' ')).unwrap_or_default();
    let mut spaced = String::new();
    for c in pasted.description.chars() {
        spaced.push(if c == '+' && pasted.step == Some(Step::Authorize) { ' ' } else { c });
    }
    Explanation { error: redact(name), description: redact(&spaced), ..Explanation::default() }
}

/// The part of a text that is searched, see [`READ`] and [`AROUND`].
fn read(text: &str) -> String {
    let Some(end) = text.len().checked_sub(READ).filter(|end| *end > READ) else { return text.to_owned() };
    let name = b"error_description";
    let middle = text.as_bytes().get(READ..end).unwrap_or_default();
    let is_it = |part: &[u8]| part.get(5) == Some(&b'_') && part.eq_ignore_ascii_case(name);
    let at = READ + middle.windows(name.len()).position(is_it).unwrap_or_default();
    [cut(text, 0, READ), "\n", cut(text, at - AROUND, at + AROUND), "\n", cut(text, end, text.len())].concat()
}
