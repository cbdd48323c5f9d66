//! Looks up in `catalog` what a text says. The description decides, then the error's name, then the step; where several
//! fit alike, the first entry. Called by `explain`.

use super::catalog::{ErrorEntry, Phrase, entries};
use super::explanation::Step;
use super::normalize::words;

/// Stands in words where punctuation does.
pub const MARK: char = '|';

/// A text in which an entry of the catalogue is looked for, as words.
pub struct Text {
    /// Where the error's name is to stand.
    pub error: String,
    /// Where the description is to stand.
    pub description: String,
    /// The same with marks where punctuation parts the words.
    pub marked: String,
    /// Whether it is running text, where a common phrase proves nothing.
    pub is_prose: bool,
    /// Whether a mere heading proves nothing either.
    pub is_told: bool,
    /// The step of which the text's form tells.
    pub step: Option<Step>,
}

/// The entry that fits a text best.
#[derive(Clone, Copy)]
pub struct Found {
    /// The entry.
    pub entry: &'static ErrorEntry,
    /// Its name that stands in the text; empty where none does.
    pub error: &'static str,
    /// Its description that stands there; empty where none does.
    pub description: &'static str,
}

/// Finds the entry that fits a text best.
pub fn find(text: &Text) -> Option<Found> {
    let mut best = None;
    // By the length of what is said, then by the error's name, then by the step.
    let mut best_rank = None;
    for entry in entries() {
        let is_said = |name: &&&str| (!text.is_prose || name.contains('_')) && text.error.contains(&words(name, ' '));
        let mut error = entry.names.iter().find(is_said).copied().unwrap_or_default();
        let mut description = "";
        let mut said = 0;
        for phrase in entry.phrases {
            let (Phrase::Clear(phrase_words) | Phrase::Common(phrase_words) | Phrase::Heading(phrase_words)) = phrase;
            let is_heading = matches!(phrase, Phrase::Heading(_));
            let is_said = if text.is_prose && matches!(phrase, Phrase::Common(_)) && error.is_empty() {
                text.marked.contains(&words(phrase_words, MARK))
            } else {
                text.description.contains(&words(phrase_words, ' '))
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
