//! The texts of the explanations: complete, plain, with the real callback URL, and as reviewed. After an intended
//! change, `INSTA_UPDATE=always cargo test` updates the snapshot.

use crate::fixtures::cases::rows;
use serde_json::json;
use stackone_connector_profile::i18n::plain;
use stackone_connector_profile::salesforce::errors::{Explanation, GuideStep, Step, explain};
use stackone_connector_profile::stackone::CALLBACK_URL;

#[test]
fn the_words_are_whole_and_name_the_callback_that_is_used() {
    for explanation in each() {
        for words in explanation.fixes.iter().chain([&explanation.cause]) {
            assert_eq!(words.matches('⟦').count(), words.matches('⟧').count(), "{words}");
            assert!(words.ends_with('.') && plain(words).len() < 200, "{words}");
            assert!(!words.contains("https://") || words.contains(&[CALLBACK_URL, ", "].concat()), "{words}");
        }
    }
    assert!(each().iter().any(|explanation| explanation.fixes.iter().any(|fix| fix.contains(CALLBACK_URL))));
}

/// Every explanation, once.
fn each() -> Vec<Explanation> {
    let mut each = Vec::<Explanation>::new();
    for row in rows("salesforce_errors.tsv") {
        let [_, error, description, ..] = row.as_slice() else { panic!("{row:?}") };
        for text in [
            format!("error={error}"),
            format!("error={error}&error_description={description}"),
            json!({ "error": error, "error_description": description }).to_string(),
            description.clone(),
        ] {
            let got = explain(&text);
            if got.recognised && each.iter().all(|other| (other.cause, other.step) != (got.cause, got.step)) {
                each.push(got);
            }
        }
    }
    each
}

#[test]
fn the_words_of_all_explanations_are_as_reviewed() {
    let entry = |it: &Explanation| {
        let guide = it.guide_step.map_or("–", GuideStep::name);
        let wait = if it.wait_may_help { ", waiting may help" } else { "" };
        let step = it.step.map_or("–", Step::name);
        let fixes = it.fixes.iter().map(|fix| format!("\n  - {fix}")).collect::<String>();
        format!("{step} · {} · {} → {guide}{wait}\n  {}{fixes}", it.error, it.description, it.cause)
    };
    insta::assert_snapshot!("explanations", each().iter().map(entry).collect::<Vec<_>>().join("\n\n"));
}

/// In running text, a common phrase counts only between punctuation marks, whatever the whitespace.
#[test]
fn punctuation_sets_a_phrase_apart_with_and_without_white_space() {
    for text in ["It says (Internal server error) and stops", "It says ( Internal  server error ) and stops"] {
        assert!(explain(text).recognised, "{text}");
    }
    assert!(!explain("It says internal server error and stops").recognised);
}

/// The step at which a person sees an error.
#[test]
fn a_name_without_a_step_belongs_to_the_first_one() {
    for name in ["redirect_uri_mismatch", "invalid_client_id"] {
        assert_eq!(explain(name).step, Some(Step::Authorize), "{name}");
    }
}
