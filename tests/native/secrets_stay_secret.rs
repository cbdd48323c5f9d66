//! No issue, no `Debug` output and no event repeats the client secret or the API key, wherever it was typed.

use crate::fixtures::cases::{self, SECRET, properties, written_out};
use crate::fixtures::session::{Session, created, list};
use proptest::prelude::*;
use stackone_connector_profile::app::issue_message;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::{Message, Settings, State, update};
use stackone_connector_profile::features::form::Form;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::Words;
use stackone_connector_profile::profile::{CheckContext, Draft, Extent, Field, Secret, check};

/// A secret that does not occur by chance, in one of the formats that the check knows.
fn secret() -> impl Strategy<Value = String> {
    let whole = "[A-Z0-9]{20,64}";
    let shaped = prop::sample::select(vec![
        "", "3MVG9", "5Aep861", "00D", "https://", "a@b.", "x y", "\"", " ", "v1.eu1.", "\u{a0}",
    ]);
    (shaped, whole, prop::sample::select(vec!["", "!", " ", "\n", "é", ".salesforce.com"]))
        .prop_map(|(before, secret, after)| [before, &secret, after].concat())
}

/// The part of a secret that nothing else contains.
fn core(secret: &str) -> String {
    let runs = secret.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit());
    runs.max_by_key(|run| run.len()).unwrap().to_owned()
}

#[test]
fn a_secret_among_the_ids_of_actions_is_not_repeated() {
    let mut session = Session::offered(&["salesforce_get_lead"]);
    let (whole, longer, lower) = (SECRET.to_owned(), format!("x{SECRET}y"), SECRET.to_lowercase());
    for ids in [whole, longer, format!("salesforce_get_lead {lower}")] {
        session.type_ids(&ids);
        session.say(Message::Form(FormMessage::Blurred(Field::Actions)));
        let issues = session.state.issues();
        assert!(issues.iter().any(|issue| issue.field == Field::Actions && issue.about == Secret::REDACTED), "{ids}");
        let reported =
            format!("{issues:?}{:?}{:?}", session.effects, view(&session.state).form().field(Field::Actions));
        assert!(!reported.to_lowercase().contains(&SECRET.to_lowercase()), "{reported}");
    }
}

/// The first letters of a secret occur in many names.
#[test]
fn a_scope_that_salesforce_lists_is_one_whatever_the_secret() {
    for secret in ["e", "API", "refresh_token"] {
        let draft =
            Draft { scopes: "api refresh_token".into(), client_secret: Secret::from(secret), ..cases::good_draft() };
        let issues = check(&draft, &CheckContext::default(), Extent::Whole).issues;
        assert!(issues.iter().all(|issue| issue.field != Field::Scopes), "{secret}: {issues:?}");
    }
}

/// Also if it is not in its own field.
#[test]
fn what_looks_like_a_secret_is_not_repeated() {
    let upper = SECRET.to_uppercase();
    for text in [SECRET, &upper, "1234567890123456789", "v1.eu1.abcdefgh", cases::KEY, "5Aep861abc", "00D5g00000!AQ.x"]
    {
        let draft = Draft {
            scopes: format!("refresh_token {text}"),
            client_secret: Secret::default(),
            actions: Some(vec![text.to_owned()].into()),
            ..cases::good_draft()
        };
        let context = CheckContext { unknown_actions: vec![text.to_owned()], ..CheckContext::default() };
        let mut reported = String::new();
        for issue in check(&draft, &context, Extent::Whole).issues {
            if matches!(issue.field, Field::Scopes | Field::Actions) {
                assert_eq!(issue.about, Secret::REDACTED, "{text}");
                reported.push_str(&issue_message(&issue, &Words::default()));
            }
        }
        assert!(reported.contains(Secret::REDACTED) && !reported.contains(&text[..8]), "{reported}");
    }
}

#[test]
fn a_secret_prints_as_redacted_and_a_blank_one_too() {
    for text in ["", "a", SECRET] {
        assert_eq!(format!("{:?} {0:#?}", Secret::from(text)), "‹redacted› ‹redacted›");
    }
}

#[test]
fn a_message_prints_no_text_that_was_typed_into_any_field() {
    for &field in Field::ALL {
        assert!(
            !format!("{:?}", Message::Form(FormMessage::Edited(field, Secret::from(SECRET)))).contains(SECRET),
            "{field:?}"
        );
    }
}

#[test]
fn a_secret_in_another_field_is_not_reported_to_the_host_page() {
    for (field, text) in [
        (Field::Scopes, "⟨SECRET⟩"),
        (Field::Scopes, "refresh_token ⟨SECRET⟩"),
        (Field::Scopes, "refresh_token ⟨SECRET⟩-"),
        (Field::ClientId, "⟨SECRET⟩"),
        (Field::MyDomain, "⟨SECRET⟩"),
        (Field::Environment, "⟨SECRET⟩"),
        (Field::Name, "⟨SECRET⟩"),
    ] {
        let mut session = Session::filled();
        session.type_in(field, &written_out(text));
        session.say(Message::Form(FormMessage::Blurred(field)));
        session.say(Message::Submit(SubmitMessage::Pressed));
        let reported =
            session.events.iter().map(|event| cases::to_serde(event.detail()).to_string()).collect::<String>();
        // The form shows the label of a scope to the person. An event goes to the page.
        assert!(!reported.contains(&SECRET[..12]), "{text} in {field:?}: {reported}");
    }
}

proptest! {
    #![proptest_config(properties(600))]

    #[test]
    fn no_issue_and_no_debug_repeats_it(
        secret in secret(), key in secret(), client_id in prop_oneof![Just(cases::KEY.to_owned()), any::<String>()],
        scopes in prop_oneof![Just(String::new()), any::<String>()], name in any::<String>(), extent in 0..3_usize,
    ) {
        let cores = [core(&secret), core(&key)];
        let (client_secret, environment) = (Secret::new(secret), "production".to_owned());
        let draft = Draft { name, client_id, client_secret, scopes, environment, ..Draft::default() };
        let extent = [Extent::Whole, Extent::WithoutSecret, Extent::Changes][extent];
        let report = check(&draft, &CheckContext::default(), extent);
        let messages = report.issues.iter().map(|issue| issue_message(issue, &Words::default())).collect::<String>();
        let state = State {
 form: Form { draft: draft.clone(), api_key: Secret::new(key), ..Form::default() }, ..State::new(Settings::default()) };
        let mut shown = format!("{messages}{draft:?}{report:?}{:?}{state:?}{:?}", report.profile(), view(&state));
        let mut state = state;
        for msg in [Message::Form(FormMessage::Blurred(Field::ClientSecret)), Message::Form(FormMessage::Blurred(Field::ApiKey)), Message::Submit(SubmitMessage::Pressed)] {
            let (next, effects) = update(&state, msg);
            shown.push_str(&format!("{next:?}{effects:?}{:?}", view(&next)));
            state = next;
        }
        for core in cores {
            prop_assert!(!shown.contains(&core), "{core} in {shown}");
        }
    }

    #[test]
    fn a_whole_session_reveals_no_secret(
        secret in "[A-Za-z0-9]{20,64}", key in "v1\\.eu1\\.[A-Za-z0-9]{20}",
        status in prop::sample::select(vec![201_u16, 400, 401, 404, 409, 429, 500]),
    ) {
        let mut session = Session::filled();
        session.type_in(Field::ClientSecret, &secret);
        session.type_in(Field::ApiKey, &key);
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        let mut shown = format!("{:?}", session.effects);
        session.answer_text(status, &[&secret, " ", &key].concat(), None);
        session.answer(200, &list(&[]));
        shown.push_str(&format!("{:?}{:?}{:?}{:?}", session.effects, session.events, session.state, session.view()));
        prop_assert!(!shown.contains(&secret) && !shown.contains(&key), "{shown}");
    }
}

/// Browsers report a typed text again when its control disappears.
#[test]
fn what_a_control_reports_after_the_result_is_not_taken() {
    let mut session = Session::sending();
    session.answer(201, &created("p1"));
    assert!(session.state.is_done());
    for field in [Field::ClientId, Field::ClientSecret, Field::Name] {
        session.type_in(field, SECRET);
        assert!(session.state.form.draft.client_secret.is_blank(), "{field:?}");
        assert_ne!(session.state.form.draft.text(field).map(String::as_str), Some(SECRET), "{field:?}");
    }
    // The key is still asked for, in the list of profiles.
    session.type_in(Field::ApiKey, "v1.eu1.another");
    assert_eq!(session.state.form.api_key.expose(), "v1.eu1.another");
}
