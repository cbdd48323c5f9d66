//! `profileId`: the page names the profile to change, and the list is read to find it.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, settings};
use crate::fixtures::guide::Person;
use crate::fixtures::session::{Session, answer, created, list, page, profile};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::UnixTime;

fn two() -> serde_json::Value {
    list(&[profile("p1", "Sales", "production"), profile("p2", "Tests", "sandbox")])
}

fn assert_changes_tests(session: &Session) {
    let state = &session.state;
    assert_eq!(state.opened().map(|profile| profile.id.as_str()), Some("p2"));
    assert_eq!((state.form.draft.name.as_str(), state.form.draft.environment.as_str()), ("Tests", "sandbox"));
    assert_eq!((state.is_changing(), session.focus()), (true, Some(Target::Field(Field::Name))));
    assert_eq!(state.profiles.wanted, None);
}

#[test]
fn where_no_key_is_typed_it_opens_by_itself() {
    for config in [
        r#"{"auth": "none", "profileId": "p2"}"#,
        r#"{"auth": "host", "profileId": "p2"}"#,
        r#"{"auth": "none", "profileId": "p2", "view": "guide"}"#,
    ] {
        let mut session = Session::configured(config);
        assert_eq!((session.just_sent(), session.focus()), (vec!["GET"], Some(Target::Step)), "{config}");
        session.answer(200, &two());
        assert_changes_tests(&session);
        assert!(!session.state.guided(), "a change goes without the guide");
    }
}

#[test]
fn a_key_is_asked_for_first() {
    let mut session = Session::configured(r#"{"profileId": "p2"}"#);
    assert!(session.sent.is_empty() && session.state.shows_list());
    session.type_in(Field::ApiKey, API_KEY);
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(401, &json!({}));
    assert!(!session.state.is_changing() && session.state.list_failure().is_some());
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(200, &two());
    assert_changes_tests(&session);
}

#[test]
fn it_may_be_on_any_page_of_the_list() {
    let mut session = Session::configured(r#"{"auth": "none", "profileId": "p2"}"#);
    let many = (10..35).map(|number| profile(&number.to_string(), "Other", "")).collect::<Vec<_>>();
    session.answer(200, &page(1, 26, &many));
    assert!(!session.state.is_changing());
    session.answer(200, &page(2, 26, &[profile("p2", "Tests", "sandbox")]));
    assert_changes_tests(&session);
}

#[test]
fn an_unlisted_profile_is_reported_and_the_list_is_shown() {
    let mut session = Session::configured(r#"{"auth": "none", "profileId": "gone-1"}"#);
    session.answer(200, &two());
    let said = session.state.list_failure().unwrap();
    assert!(said.contains("We couldn’t find Salesforce profile gone-1."), "{said}");
    assert!(session.state.shows_list() && !session.state.is_changing());
    assert_eq!(session.view().profiles().found().len(), 2);
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(200, &two());
    assert_eq!(session.state.list_failure(), None, "said once");
}

#[test]
fn a_blank_one_is_none() {
    let session = Session::configured(r#"{"profileId": ""}"#);
    assert!(!session.state.shows_list() && session.sent.is_empty());
}

#[test]
fn a_profile_named_later_opens_then() {
    let mut session = Session::configured(r#"{"auth": "none"}"#);
    session.answer(200, &list(&[]));
    session.type_in(Field::Name, "Typed");
    session.say(Message::Configured(Box::new(settings(r#"{"auth": "none", "profileId": "p2"}"#))));
    session.answer(200, &two());
    assert_changes_tests(&session);
    session.say(Message::Configured(Box::new(settings(r#"{"auth": "none", "profileId": "p2", "theme": "dark"}"#))));
    assert!(session.effects.is_empty() && session.state.is_changing(), "the same one again is no news");
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(session.state.form.draft.name, "Typed");
}

/// The person moved on.
#[test]
fn a_list_that_was_closed_opens_nothing() {
    let mut session = Session::configured(r#"{"auth": "none", "profileId": "p2"}"#);
    session.profiles(ProfilesMessage::Toggled);
    session.answer(200, &two());
    assert!(!session.state.is_changing() && !session.state.shows_list());
}

#[test]
fn a_create_that_is_out_is_not_dropped_for_it() {
    let mut session = Session::configured(r#"{"auth": "none", "profileId": "p2"}"#);
    let reading = session.last_id();
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    assert_eq!(session.just_sent(), ["POST"]);
    let create = session.last_id();
    let answer = |body: serde_json::Value| {
        Ok(stackone_connector_profile::stackone::Answer {
            status: 200,
            retry_after: None,
            now: UnixTime::default(),
            body: body.to_string(),
            ..Default::default()
        })
    };
    session.say(Message::AnswerArrived(reading, answer(two())));
    assert!(session.state.is_busy() && !session.state.is_changing());
    session.say(Message::AnswerArrived(create, answer(profile("p3", "New", "production"))));
    assert_eq!(session.done().id, "p3");
}

/// It opens when the click is answered; what the create made stays in the form behind it.
#[test]
fn one_that_the_page_gives_during_a_create_opens_after_it() {
    for (status, made) in [(201, true), (422, false)] {
        let mut session = Session::configured(r#"{"auth": "none"}"#);
        session.answer(200, &list(&[]));
        session.fill();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        session.say(Message::Configured(Box::new(settings(r#"{"auth": "none", "profileId": "p2"}"#))));
        assert_eq!((session.just_sent(), session.state.profiles.shown), (vec![], false), "the create goes first");
        session.answer(status, &profile("p3", "New", "production"));
        assert!(session.state.profiles.shown && session.just_sent().contains(&"GET"));
        session.answer(200, &two());
        assert_changes_tests(&session);
        session.say(Message::Submit(SubmitMessage::RestartPressed));
        assert_eq!(session.state.is_done(), made);
    }
}

/// A list that was asked for before arrives in between.
#[test]
fn an_older_list_does_not_drop_it() {
    let mut session = Session::configured(r#"{"auth": "none"}"#);
    session.answer(200, &list(&[]));
    session.profiles(ProfilesMessage::Toggled);
    let older = session.last_id();
    session.profiles(ProfilesMessage::Toggled);
    for (field, text) in [(Field::ClientId, KEY), (Field::ClientSecret, SECRET)] {
        session.type_in(field, text);
    }
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    let create = session.last_id();
    session.say(Message::Configured(Box::new(settings(r#"{"auth": "none", "profileId": "p2"}"#))));
    session.say(Message::AnswerArrived(older, Ok(answer(200, &two().to_string(), None))));
    session.say(Message::AnswerArrived(create, Ok(answer(201, &created("p3").to_string(), None))));
    session.answer(200, &two());
    assert_changes_tests(&session);
}

/// Nothing is sent before the form is rendered.
#[test]
fn what_was_kept_does_not_open_it_early() {
    let person = Person::restored(r#"{"auth": "none", "profileId": "p2", "view": "guide"}"#, Some("{}"));
    assert!(person.sent.is_empty() && !person.state.shows_list());
}

/// Settings that say nothing new of the view leave the list that the person opened.
#[test]
fn other_settings_do_not_close_the_list() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    session.say(Message::Configured(Box::new(settings(r#"{"theme": "dark"}"#))));
    assert!(session.state.shows_list());
}
