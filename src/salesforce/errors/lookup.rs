//! Looks up in `catalog` what a text says. The description decides, then the error's name, then the step; where several
//! fit alike, the first row. Called by `explain`.

use super::catalog::TABLE;
use super::explanation::{Explanation, GuideStep, Step};
use super::normalize::words;

/// Stands in words where punctuation does.
pub const MARK: char = '|';

/// A text in which a row of the table is looked for, as words.
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

/// Completes what a text tells by the row that fits best; otherwise returns it as it is, not recognised.
pub fn find(text: &Text, told: &mut Explanation) {
    let mut best = ("", "", "");
    // By the length of what is said, then by the error's name, then by the step.
    let mut best_rank = None;
    for row in TABLE.split('\n') {
        let mut parts = row.split('\t');
        let mut part = || parts.next().unwrap_or_default();
        let (step, names, phrases) = (part(), part(), part());
        let mut error = "";
        for name in names.split('|') {
            let is_telling = !name.is_empty() && (!text.is_prose || name.contains('_'));
            if error.is_empty() && is_telling && text.error.contains(&words(name, ' ')) {
                error = name;
            }
        }
        let mut description = "";
        let mut said = 0;
        for phrase in phrases.split('|') {
            let mark = phrase.bytes().next().filter(|b| matches!(b, b'=' | b'~'));
            let bare = phrase.get(usize::from(mark.is_some())..).unwrap_or_default();
            let is_heading = mark == Some(b'~');
            let is_said = if text.is_prose && mark == Some(b'=') && error.is_empty() {
                text.marked.contains(&words(bare, MARK))
            } else {
                text.description.contains(&words(bare, ' '))
            };
            if is_heading && text.is_told {
                error = "";
            } else if is_said && bare.len() > description.len() {
                description = bare;
                said = if is_heading { 0 } else { bare.len() };
            }
        }
        let is_step = text.step.is_some_and(|asked| asked.name() == step);
        let rank = Some((said, !error.is_empty(), is_step));
        if !(error.is_empty() && description.is_empty()) && rank > best_rank {
            best_rank = rank;
            best = (row, error, description);
        }
    }
    let (row, error, description) = best;
    let mut parts = row.split('\t');
    let mut part = || parts.next().unwrap_or_default();
    let (step, names, _, guide, wait, cause) = (part(), part(), part(), part(), part(), part());
    let usual = names.split('|').next().unwrap_or_default();
    let error = if told.error.is_empty() && error.is_empty() { usual } else { error };
    for (place, found) in [(&mut told.error, error), (&mut told.description, description)] {
        if !found.is_empty() {
            *place = found.to_owned();
        }
    }
    told.recognised = best_rank.is_some();
    told.step = Step::ALL.iter().copied().find(|known| known.name() == step);
    told.cause = cause;
    told.fixes.extend(parts);
    told.guide_step = GuideStep::ALL.iter().copied().find(|step| step.name() == guide);
    told.wait_may_help = wait == "wait";
}
