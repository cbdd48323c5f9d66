//! Finds the catalogue entry for a text. The longest description wins, then a matching name, then a matching step;
//! among equals the first entry. Called by `explain`.

use super::catalog::{ErrorEntry, Phrase, entries};
use super::explanation::Step;
use super::normalize::normalize_words;

/// Replaces punctuation between words, see [`normalize_words`].
pub const MARK: char = '|';

/// The text to search, as `normalize_words` returns it.
pub struct Text {
    /// The part in which to search for an error's name.
    pub error: String,
    /// The part in which to search for a description.
    pub description: String,
    /// Like `description`, with `MARK` in place of punctuation. Read only for prose.
    pub marked: String,
    /// Whether it is prose, in which a common phrase alone proves nothing.
    pub is_prose: bool,
    /// Whether the text also names an error in a parameter. Then a page's heading proves nothing.
    pub is_told: bool,
    /// The step that the text's format suggests.
    pub step: Option<Step>,
}

/// The best entry for a text.
#[derive(Clone, Copy)]
pub struct Found {
    /// The entry.
    pub entry: &'static ErrorEntry,
    /// The name of the entry that is in the text, or empty.
    pub error: &'static str,
    /// The description of the entry that is in the text, or empty.
    pub description: &'static str,
}

/// Returns the best entry for a text, or `None` if none matches.
pub fn find(text: &Text) -> Option<Found> {
    let mut best = None;
    // By the length of the description, then by the name, then by the step.
    let mut best_rank = None;
    for entry in entries() {
        let is_said =
            |name: &&&str| (!text.is_prose || name.contains('_')) && text.error.contains(&normalize_words(name, ' '));
        let mut error = entry.names.iter().find(is_said).copied().unwrap_or_default();
        let mut description = "";
        let mut said = 0;
        for phrase in entry.phrases {
            let (Phrase::Clear(phrase_words) | Phrase::Common(phrase_words) | Phrase::Heading(phrase_words)) = phrase;
            let is_heading = matches!(phrase, Phrase::Heading(_));
            let is_said = if text.is_prose && matches!(phrase, Phrase::Common(_)) && error.is_empty() {
                text.marked.contains(&normalize_words(phrase_words, MARK))
            } else {
                text.description.contains(&normalize_words(phrase_words, ' '))
            };
            if is_heading && text.is_told {
                error = "";
            } else if is_said && phrase_words.len() > description.len() {
                description = phrase_words;
                said = if is_heading { 0 } else { phrase_words.len() };
            }
        }
        let is_step = text.step.is_some_and(|step| entry.steps.contains(&step));
        let rank = Some((said, !error.is_empty(), is_step));
        if !(error.is_empty() && description.is_empty()) && rank > best_rank {
            best_rank = rank;
            best = Some(Found { entry, error, description });
        }
    }
    best
}
