//! Taken names, and changing the existing profile instead of creating one.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, settings};
use crate::fixtures::session::{REFUSALS, Session, created, list, page, profile};
use serde_json::json;
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::{ConnectorProfile, TransportError, UnixTime};

const TAKEN: &str = "You already have a profile with this name. A different name makes them easier to tell apart.";

/// A form that StackOne refused because of an existing profile, which is then edited.
fn editing(existing: &serde_json::Value) -> Session {
    let mut session = Session::filled();
    session.type_in(Field::Name, existing["name"].as_str().unwrap());
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("other", "Other", "production"), existing.clone()]));
    session.answer(409, &json!({}));
    let way = session.failure_view().profiles[0].1.clone();
    session.say(Message::Submit(way.msg));
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    session.assert_nothing_lost();
    session
}

#[test]
fn the_names_are_read_quietly_once_the_api_key_is_left() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert_eq!(session.just_sent(), ["GET"]);
    assert!(!session.state.is_busy() && session.view().button() == "Create profile");
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert!(session.just_sent().is_empty(), "once at a time");
    session.answer(200, &page(1, 26, &vec![profile("a", "Other", "production"); 25]));
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &page(2, 26, &[created("p1")]));
    assert!(session.said_of(Field::Name).is_empty(), "a blank name becomes a free one");
    session.type_in(Field::Name, "Salesforce (Production)");
    assert_eq!(session.said_of(Field::Name), [TAKEN]);
    session.type_in(Field::Name, "Second");
    assert!(session.said_of(Field::Name).is_empty());
    session.type_in(Field::Name, " Other ");
    assert_eq!(session.said_of(Field::Name), [TAKEN]);
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert!(session.just_sent().is_empty(), "they are known");
}

/// Another key may belong to another project of StackOne, where other names are taken.
#[test]
fn the_names_of_one_key_say_nothing_once_another_is_typed() {
    let read = || {
        let mut session = Session::filled();
        session.type_in(Field::Name, "Salesforce (Production)");
        session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
        session.answer(200, &list(&[created("p1")]));
        assert_eq!(session.said_of(Field::Name), [TAKEN]);
        session
    };
    let mut session = read();
    session.type_in(Field::ApiKey, &format!(" {API_KEY}"));
    assert_eq!(session.said_of(Field::Name), [TAKEN], "the same key");
    session.type_in(Field::ApiKey, "v1.eu1.another");
    assert!(session.said_of(Field::Name).is_empty());
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert_eq!(session.just_sent(), ["GET"], "its own are read");

    let mut session = read();
    session.say(Message::Form(FormMessage::ForgetKeyPressed));
    assert!(session.said_of(Field::Name).is_empty());

    let mut session = read();
    session.say(Message::Configured(Box::new(settings(r#"{"apiBaseUrl": "/other"}"#))));
    assert!(session.said_of(Field::Name).is_empty());

    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    session.type_in(Field::ApiKey, "v1.eu1.another");
    session.answer(200, &list(&[created("p1")]));
    assert!(session.said_of(Field::Name).is_empty(), "an answer to the key before");
}

/// The rows that one key can read are not shown with another.
#[test]
fn the_list_of_one_key_goes_with_it() {
    let mut session = Session::listing(&[created("p1")]);
    session.type_in(Field::ApiKey, "v1.eu1.another");
    let view = session.view().profiles().list(None);
    assert!(view.rows.is_none() && !view.is_empty, "nothing is known");
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(200, &list(&[]));
    assert!(session.view().profiles().list(None).is_empty);
}

#[test]
fn a_field_counts_as_left_once() {
    let mut session = Session::filled();
    for _ in 0..3 {
        session.say(Message::Form(FormMessage::Blurred(Field::Name)));
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.no_answer(TransportError::Offline);
    }
    assert!(session.state.form.touched.len() <= Field::ALL.len());
}

#[test]
fn a_blank_key_or_another_field_reads_nothing() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ClientId)));
    session.type_in(Field::ApiKey, " ");
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert!(session.sent.is_empty());
}

#[test]
fn a_quiet_reading_that_fails_says_nothing() {
    for status in [401, 403, 404, 429, 500, 200] {
        let mut session = Session::filled();
        session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
        session.answer_text(status, "<html>", None);
        assert!(session.view().failure().is_none() && session.effects.is_empty(), "{status}");
        session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
        assert_eq!(session.just_sent(), ["GET"], "and can be done again");
    }
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    session.no_answer(TransportError::Network);
    assert!(session.view().failure().is_none() && session.effects.is_empty());
}

#[test]
fn a_click_does_not_wait_for_a_quiet_reading_and_drops_its_answer() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    let quiet = session.last_id();
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["GET"]);
    let answer = stackone_connector_profile::stackone::Answer {
        status: 200,
        retry_after: None,
        now: UnixTime::default(),
        body: list(&[]).to_string(),
        ..Default::default()
    };
    session.say(Message::AnswerArrived(quiet, Ok(answer)));
    assert!(session.effects.is_empty());
    session.answer(200, &list(&[]));
    assert_eq!((session.last_method(), session.count("POST")), ("POST", 1));
}

#[test]
fn where_a_proxy_authorises_the_names_are_read_at_the_start() {
    let mut session = Session::configured(r#"{"auth": "none"}"#);
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &list(&[created("p1")]));
    session.type_in(Field::Name, "Salesforce (Production)");
    assert_eq!(session.said_of(Field::Name), [TAKEN]);
}

#[test]
fn a_taken_name_never_blocks() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(session.just_sent(), ["POST"]);
    session.answer(201, &created("p2"));
    assert_eq!(session.done().id, "p2");
}

#[test]
fn a_change_sends_only_what_changed() {
    let mut session = editing(&created("p1"));
    assert_eq!(session.view().button(), "Save changes");
    assert!(session.state.opened().is_some());
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["PATCH"]);
    assert_eq!(session.sent.last().unwrap().1.url, "https://api.stackone.com/connector_profiles/p1");
    assert_eq!(session.last_body(), json!({"credentials": {"clientId": KEY, "clientSecret": SECRET}}));
    session.answer(200, &created("p1"));
    assert_eq!(session.done().id, "p1");
    assert_eq!(session.last_event().0, "profile-updated");
    assert_eq!(session.count("POST"), 1);
}

#[test]
fn a_change_of_name_environment_and_scopes_leaves_the_keys_alone() {
    let mut session = editing(&created("p1"));
    session.type_in(Field::ClientId, "");
    session.type_in(Field::ClientSecret, " ");
    session.type_in(Field::Name, "Sales");
    session.type_in(Field::Environment, "sandbox");
    session.type_in(Field::Scopes, "API refresh_token");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(
        session.last_body(),
        json!({"name": "Sales", "environment": "sandbox", "credentials": {"scopes": "api refresh_token"}})
    );
}

#[test]
fn ones_own_name_is_not_taken() {
    let mut session = editing(&created("p1"));
    assert!(session.said_of(Field::Name).is_empty());
    session.type_in(Field::Name, "Other");
    assert_eq!(session.said_of(Field::Name), [TAKEN]);
}

#[test]
fn a_second_click_while_a_change_is_out_does_nothing() {
    let mut session = editing(&created("p1"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.effects.is_empty());
    assert_eq!(session.count("PATCH"), 1);
}

#[test]
fn a_change_whose_outcome_is_unknown_can_be_sent_again() {
    let mut session = editing(&created("p1"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.no_answer(TransportError::TimedOut);
    assert_eq!(session.failed(), "outcome-unknown");
    assert_eq!(*session.failure(), Failure::NotSaved);
    session.assert_nothing_lost();
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["PATCH"]);
    session.answer_text(200, "<html>", None);
    assert_eq!(session.failed(), "unreadable");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &created("p1"));
    assert_eq!(session.done().id, "p1");
}

#[test]
fn a_change_that_is_refused_is_said_as_a_create_would_be() {
    for (status, code) in REFUSALS {
        let mut session = editing(&created("p1"));
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(status, &json!({"message": "clientId is not known"}));
        assert_eq!(session.failed(), code);
        session.assert_nothing_lost();
    }
}

#[test]
fn a_change_can_be_left_alone() {
    let mut session = editing(&created("p1"));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(session.view().button(), "Create profile");
    assert!(session.state.opened().is_none());
    assert_eq!(session.state.form.api_key.expose(), API_KEY);
    session.assert_nothing_lost();
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    // A reset by the host page clears it.
    let mut session = editing(&created("p1"));
    session.say(Message::ResetRequested);
    let state = &session.state;
    assert!(
        state.opened().is_none() && state.form.draft.client_id.is_empty() && state.form.draft.client_secret.is_blank()
    );
}

/// A taken name asks for another one. The profile being changed is not replaced by the profile with that name.
#[test]
fn a_name_that_is_taken_by_another_profile_stops_a_change() {
    let mut session = Session::changing(&[profile("a", "A", "production"), profile("b", "B", "production")]);
    session.type_in(Field::Name, "C");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("a", "A", "production"), profile("b", "C", "production")]));
    session.answer(409, &json!({}));
    let failure = session.view().failure().unwrap();
    assert_eq!((failure.title, failure.body, failure.profiles.len()), (TextKey::Conflict, vec![], 0));
    assert_eq!(failure.buttons.iter().map(|way| way.words).collect::<Vec<_>>(), [TextKey::UseAnotherName]);
}

/// Only after a conflict. A second click on *Change that profile* finds it open already.
#[test]
fn a_profile_is_not_opened_where_there_was_no_conflict() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::EditPressed(ConnectorProfile {
        id: "p1".to_owned(),
        ..ConnectorProfile::default()
    })));
    assert!(session.state.opened().is_none() && session.focus().is_none());
}
