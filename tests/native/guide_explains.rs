//! A Salesforce error pasted into the guide: the cause, the fixes in order, and the step. Nothing that may be a code or
//! a token comes out again.

use crate::fixtures::everything_shown::everything;
use std::collections::HashSet;

use crate::fixtures::cases::{properties, rows};
use crate::fixtures::guide::{NOW, Person};
use proptest::prelude::*;
use serde_json::json;
use stackone_connector_profile::app::Copy;
use stackone_connector_profile::features::guide::Saw;
use stackone_connector_profile::features::guide::view_explanation::Meaning;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::salesforce::errors::{self, GuideStep};

/// A person who saw an error and pasted it.
fn pasted(text: &str) -> Person {
    let mut person = Person::filled(Step::Connect);
    person.guide(GuideMessage::SawAnswered(Saw::Error));
    person.paste(text);
    person
}

fn meaning_of(person: &Person) -> Meaning {
    person.view().guide().meaning().unwrap()
}

/// The text that a person copies for a row of the error table: StackOne passes on the JSON of Salesforce's answer.
fn copied(row: &[String]) -> String {
    let [step, error, description, ..] = row else { panic!("{row:?}") };
    match (step.as_str(), error.as_str(), description.as_str()) {
        (_, "", description) => description.to_owned(),
        (_, error, "") => error.to_owned(),
        ("authorize", error, description) => format!("error={error}&error_description={description}"),
        (_, error, description) => json!({"error": error, "error_description": description}).to_string(),
    }
}

#[test]
fn every_error_shows_its_cause_its_fixes_in_their_order_and_the_step_where() {
    for row in rows("salesforce_errors.tsv") {
        let text = copied(&row);
        let (person, known) = (pasted(&text), errors::explain(&text));
        let meaning = meaning_of(&person);
        assert!(known.recognised, "{text}");
        assert_eq!((meaning.cause.as_str(), meaning.fixes), (known.cause, known.fixes), "{text}");
        assert!(!meaning.cause.is_empty() && !meaning.fixes.is_empty() && !meaning.title.is_empty(), "{text}");
        assert!(meaning.title.contains(&known.error) && meaning.title.contains(&known.description), "{text}");
        assert_eq!(meaning.quote, None, "{text}");
        let step = Some(row[3].as_str()).filter(|step| *step != "-").map(|step| Step::named(step).unwrap());
        assert_eq!(meaning.go, step, "{text}");
    }
}

#[test]
fn every_step_of_the_table_of_errors_is_one_of_the_guide_and_can_be_gone_to() {
    let expected = [Step::CreateApp, Step::CreateApp, Step::Credentials, Step::Start, Step::Profile, Step::Profile];
    for (named, step) in GuideStep::ALL.iter().zip(expected) {
        assert_eq!(Step::named(named.name()), Some(step), "{named:?}");
    }
    let mut seen = HashSet::new();
    for row in rows("salesforce_errors.tsv") {
        let mut person = pasted(&copied(&row));
        if let Some(step) = meaning_of(&person).go {
            person.guide(GuideMessage::StepPressed(step));
            assert_eq!(person.step(), step);
            assert!(!person.view().tasks().is_empty());
            seen.insert(step.name());
        }
    }
    assert_eq!(seen, HashSet::from(["start", "create-app", "credentials", "profile"]));
}

/// The fix stays visible at the step where it is done, with a link back to the check.
#[test]
fn the_remedy_goes_along_to_its_step_until_the_check_is_back() {
    let mut person = pasted(r#"{"error":"OAUTH_APP_BLOCKED"}"#);
    assert!(person.view().guide().remedy().is_none(), "at the check the explanation itself is there");
    let explained = meaning_of(&person);
    let step = explained.go.unwrap();
    person.guide(GuideMessage::RemedyPressed(step));
    assert_eq!(person.step(), step);
    let remedy = person.view().guide().remedy().unwrap();
    assert_eq!((remedy.cause, remedy.fixes), (explained.cause, explained.fixes));
    assert_eq!(remedy.go, Some(Step::Connect));
    person.guide(GuideMessage::StepPressed(Step::Start));
    assert!(person.view().guide().remedy().is_some(), "a remedy may take more than one step");
    person.guide(GuideMessage::RemedyPressed(Step::Connect));
    assert!(person.step() == Step::Connect && person.view().guide().remedy().is_none());
    assert_eq!(meaning_of(&person).go, Some(step), "the explanation still leads there");
    person.guide(GuideMessage::StepPressed(step));
    assert!(person.view().guide().remedy().is_none(), "another way to the step is no fix");
}

#[test]
fn nothing_is_explained_where_nothing_is_pasted_or_no_error_was_seen() {
    for text in ["", " ", "\n\u{a0}"] {
        assert!(pasted(text).view().guide().meaning().is_none(), "{text:?}");
    }
    let mut person = pasted("error=invalid_client_id");
    assert!(person.view().guide().accepted().is_none());
    person.guide(GuideMessage::SawAnswered(Saw::Consent));
    assert!(person.view().guide().meaning().is_none());
    assert_eq!(person.view().guide().accepted(), Some(TextKey::SawConsentBody));
    person.guide(GuideMessage::SawAnswered(Saw::Error));
    assert_eq!(person.state.guide.pasted.expose(), "error=invalid_client_id", "it is not lost");
    assert!(person.view().guide().meaning().is_some());
}

#[test]
fn an_unknown_text_is_shown_without_a_step() {
    for (text, quote) in [
        ("Something went wrong, friend", "Something went wrong, friend"),
        ("error=brand_new&error_description=never+seen", "brand_new: never seen"),
        ("https://x.example/?error=brand_new", "brand_new"),
    ] {
        let meaning = meaning_of(&pasted(text));
        assert_eq!(meaning.title, TextKey::ExplainUnknown.english(), "{text}");
        assert_eq!(meaning.cause, TextKey::ExplainUnknownBody.english(), "{text}");
        assert_eq!(meaning.quote.as_deref(), Some(quote));
        assert!(meaning.fixes.is_empty() && meaning.go.is_none() && meaning.wait.is_none(), "{meaning:?}");
    }
}

/// A text that ends with a colon must be followed by something.
#[test]
fn nothing_is_quoted_where_nothing_of_it_may_be_shown() {
    for text in ["code=aPrxQ7canary", "?access_token=00Dxx0000000001!AQ7canary"] {
        let meaning = meaning_of(&pasted(text));
        assert_ne!(meaning.quote.as_deref(), Some(""), "{text}");
    }
}

/// Whether waiting is mentioned: for errors that waiting can fix or not, at a time since the app was created.
#[test]
fn waiting_is_mentioned_where_it_may_help_and_only_then() {
    for row in rows("salesforce_errors.tsv") {
        let text = copied(&row);
        let may_help = row[4] == "wait";
        assert_eq!(errors::explain(&text).wait_may_help, may_help, "{text}");
        let waiting = |seconds: Option<u64>| {
            let mut person = pasted(&text);
            if let Some(seconds) = seconds {
                person.create_app();
                person.clock(NOW);
                person.clock(NOW + seconds);
            }
            meaning_of(&person).wait
        };
        let expected = |words: String| Some(words).filter(|_| may_help);
        let runs = |minutes: &str| TextKey::ClockRuns.english().replace("{minutes}", minutes);
        assert_eq!(waiting(None), None, "{text}: a fix says it already");
        let fixes = errors::explain(&text).fixes;
        assert_eq!(fixes.iter().any(|fix| fix.contains("wait 20 minutes")), may_help, "{text}: {fixes:?}");
        assert_eq!(waiting(Some(0)), expected(runs("20")), "{text}");
        assert_eq!(waiting(Some(19 * 60 + 59)), expected(runs("1")), "{text}");
        assert_eq!(waiting(Some(20 * 60)), None, "{text}: the app must work now");
    }
}

/// Everything in the view and in the effects, except for what the person typed and pasted.
fn reported(person: &Person) -> String {
    let copies = [Copy::Url, Copy::AppName, Copy::Callback, Copy::Support].map(|copy| person.view().copy(copy));
    let copies = copies.into_iter().flatten().map(|copy| copy.text.expose().to_owned()).collect::<String>();
    format!("{}{copies}{:?}{:?}", everything(&person.state), person.effects, person.state).to_lowercase()
}

proptest! {
    #![proptest_config(properties(200))]

    #[test]
    fn no_code_and_no_token_of_a_paste_shows_anywhere(
        before in prop_oneof![
            "[ -~]{0,30}", "\\PC{0,20}",
            prop::sample::select(vec![
                "https://api.stackone.com/connect/oauth2/salesforce/callback?",
                "error=brand_new&error_description=never seen&", "error=invalid_client_id&error_description=",
                "{\"error\": \"brand_new\", \"", "https://acme.my.salesforce.com/#",
            ]).prop_map(str::to_owned),
        ],
        name in prop::sample::select(vec!["code", "access_token", "refresh_token", "client_secret", "sid", "state", "id_token"]),
        mark in prop::sample::select(vec!["=", "%3D", "\":\"", ": "]),
        canary in "Q7[A-Z0-9]{9,40}",
        after in "[ -~]{0,20}",
        step in prop::sample::select(Step::ALL.to_vec()),
        made in any::<bool>(),
    ) {
        let mut person = pasted(&[&before, "&", name, mark, &canary, "&", &after].concat());
        if made {
            person.create_app();
        }
        for _ in 0..2 {
            let reported = reported(&person);
            prop_assert!(!reported.contains(&canary.to_lowercase()), "{reported}");
            prop_assert_eq!(person.kept().filter(|kept| kept.contains(&canary)), None);
            person.guide(GuideMessage::StepPressed(step));
        }
    }

    #[test]
    fn no_token_shows_even_without_a_name(
        before in "[ -~]{0,20}",
        token in "00D[A-Za-z0-9]{12}![A-Za-z0-9._]{60}|5Aep861[A-Za-z0-9._]{60}|[0-9A-F]{64}|aPrx[A-Za-z0-9._]{60}==",
    ) {
        let reported = reported(&pasted(&[&before, " ", &token].concat()));
        let token = token.to_lowercase();
        for at in (0..token.len() - 15).step_by(4) {
            prop_assert!(!reported.contains(&token[at..at + 15]), "{reported}");
        }
    }
}
