//! Every sentence of StackOne's published guide is covered by the step that the file names, by characteristic words.
//! The file is complete.

use std::collections::HashSet;

use crate::fixtures::cases::rows;
use crate::fixtures::guide::{Person, shown};
use stackone_connector_profile::features::guide::{GuideMessage, Step};

/// The rows of the file: 72 sentences, bullets and headings, one of which appears in two steps.
const ROWS: usize = 73;
const SENTENCES: usize = 72;

/// Step, sentence, and its characteristic words.
fn sentences() -> Vec<(String, String, Vec<String>)> {
    let row = |row: Vec<String>| {
        let [step, sentence, words] = row.try_into().unwrap();
        (step, sentence, words.split(" | ").map(str::to_owned).collect())
    };
    rows("guide-sentences.tsv").into_iter().map(row).collect()
}

/// What a step shows before anything was typed, or what the result shows.
fn text_of(step: &str) -> String {
    let mut person = if step == "done" { Person::done() } else { Person::new() };
    if step != "done" {
        let step = Step::ALL.into_iter().find(|known| known.name() == step).unwrap_or_else(|| panic!("no step {step}"));
        person.guide(GuideMessage::StepPressed(step));
    }
    shown(&person.state)
}

#[test]
fn every_sentence_of_the_published_guide_is_covered_by_its_step() {
    let mut missing = Vec::new();
    for (step, sentence, words) in sentences() {
        let text = text_of(&step);
        for words in words.iter().filter(|words| !text.contains(words.as_str())) {
            missing.push(format!("{step}: “{sentence}”: nothing says “{words}”"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_file_has_every_sentence_once_for_a_step_and_asks_for_real_words() {
    let rows = sentences();
    assert_eq!(rows.len(), ROWS);
    assert_eq!(rows.iter().map(|(_, sentence, _)| sentence).collect::<HashSet<_>>().len(), SENTENCES);
    assert_eq!(rows.iter().map(|(step, sentence, _)| (step, sentence)).collect::<HashSet<_>>().len(), ROWS);
    for (step, sentence, words) in &rows {
        assert!(!sentence.trim().is_empty(), "a row of {step} has no sentence");
        assert!(words.iter().all(|words| words.trim() == words && words.len() >= 7), "{sentence}: {words:?}");
    }
    let steps = rows.iter().map(|(step, ..)| step.as_str()).collect::<HashSet<_>>();
    let real = Step::ALL.map(Step::name).into_iter().chain(["done"]).collect::<HashSet<_>>();
    assert_eq!(steps, real, "every step carries some of it");
}

/// Otherwise the words of another step could cover a sentence.
#[test]
fn a_step_shows_its_own_words_only() {
    let mut texts = Step::ALL.map(|step| text_of(step.name())).to_vec();
    texts.push(text_of("done"));
    let telling = [
        "admin privileges",
        "API Name",
        "Settings › OAuth Settings",
        "chatter_api",
        "Test without connecting",
        "Send a link to someone else",
    ];
    for (at, words) in telling.iter().enumerate() {
        let found = texts.iter().map(|text| text.contains(words)).collect::<Vec<_>>();
        let expected = (0..texts.len()).map(|other| other == at).collect::<Vec<_>>();
        assert_eq!(found, expected, "{words}");
    }
    assert!(texts.iter().all(|text| !text.contains(['⟦', '⟧', '{', '}'])), "{texts:?}");
}
