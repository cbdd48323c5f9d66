//! From pasted text to an explanation. Called by `embed` and by the guide; the other files of the folder are its parts.

use super::decode::decoded;
use super::explanation::{Explanation, Step};
use super::lookup::{MARK, Text, find};
use super::normalize::words;
use super::parse::{Pasted, past};
use super::redact::{cut, opened, shown};

/// Of a long text so much of its beginning and of its end is read, in bytes,
const READ: usize = 6 * 1024;
/// and between them so much before and after the first `error_description`.
const AROUND: usize = 1000;
/// So often a whole text is taken out of its encoding.
const LAYERS: usize = 4;

/// Explains what was copied: an address, a page's text, JSON, a name of an error or its description, with anything
/// around it. What is unknown comes back as `redact` allows.
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
            let mut told = told(&pasted);
            let text = Text {
                error: words(&opened(pasted.error), ' '),
                description: words(&opened(pasted.description), ' '),
                marked: String::new(),
                is_prose: false,
                is_told: false,
                step: pasted.step,
            };
            find(&text, &mut told);
            if told.recognised {
                return told;
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
    let prose = Text {
        error: words(&layer, ' '),
        description: words(&layer, ' '),
        marked: words(&layer, MARK),
        is_prose: true,
        is_told: !is_silent(&unknown),
        step: None,
    };
    find(&prose, &mut unknown);
    if is_silent(&unknown) && !unknown.recognised {
        unknown.description = shown(text);
    }
    unknown
}

fn is_silent(explanation: &Explanation) -> bool {
    explanation.error.is_empty() && explanation.description.is_empty()
}

/// What a text says of the error, with nothing known of it.
fn told(pasted: &Pasted) -> Explanation {
    let name = pasted.error.get(..past(pasted.error, 0, |b| b > b' ')).unwrap_or_default();
    let mut spaced = String::new();
    for c in pasted.description.chars() {
        spaced.push(if c == '+' && pasted.step == Some(Step::Authorize) { ' ' } else { c });
    }
    Explanation { error: shown(name), description: shown(&spaced), ..Explanation::default() }
}

/// As much of a text as is read.
fn read(text: &str) -> String {
    let Some(end) = text.len().checked_sub(READ).filter(|end| *end > READ) else { return text.to_owned() };
    let name = b"error_description";
    let middle = text.as_bytes().get(READ..end).unwrap_or_default();
    let is_it = |part: &[u8]| part.get(5) == Some(&b'_') && part.eq_ignore_ascii_case(name);
    let at = READ + middle.windows(name.len()).position(is_it).unwrap_or_default();
    [cut(text, 0, READ), "\n", cut(text, at - AROUND, at + AROUND), "\n", cut(text, end, text.len())].concat()
}
