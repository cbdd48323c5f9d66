//! The connector version of a profile that is being changed: reading the versions, and pinning with one request per
//! click. `form_pins_outcome.rs` covers the outcome.

use crate::fixtures::cases::{API_KEY, to_serde};
use crate::fixtures::pins::{OFF, ON, failed, pinned, pinning, put, shown, type_pin};
use crate::fixtures::session::{Session, answer, changing, list, sales, save, tests, with};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Effect, Message, Target};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

#[test]
fn the_versions_are_read_and_with_them_what_is_in_use() {
    let mut session = Session::changing(&[pinned("1.2.x", "1.2.1"), tests()]);
    assert_eq!(
        (shown(&session), session.state.profiles.pinning.typed.as_str()),
        (["1.2.1", "1.2.x"].map(str::to_owned), "1.2.x")
    );
    session.profiles(ProfilesMessage::VersionsPressed);
    assert_eq!(session.just_sent(), ["GET", "GET"]);
    let urls = session.sent.iter().rev().map(|(_, request)| request.url.clone()).collect::<Vec<_>>();
    assert!(urls[0].ends_with("/connector_profiles/p1/versions") && urls[1].contains("page=1"), "{urls:?}");
    session.profiles(ProfilesMessage::VersionsPressed);
    assert!(session.just_sent().is_empty(), "once at a time");
    let before = session.sent[session.sent.len() - 2].0;
    session.answer(200, &json!({"data": [{"version": "2.0.0"}, {"version": "1.2.1"}]}));
    assert_eq!(session.state.profiles.pinning.versions, ["2.0.0", "1.2.1"]);
    let read = list(&[pinned("1.2.x", "1.2.2"), tests()]).to_string();
    session.say(Message::AnswerArrived(before, Ok(answer(200, &read, None))));
    assert_eq!(shown(&session), ["1.2.2", "1.2.x"]);
    assert!(session.effects.is_empty() && failed(&session).is_empty() && !session.state.is_busy());
    session.profiles(ProfilesMessage::VersionsPressed);
    assert_eq!(session.just_sent(), ["GET", "GET"], "and again");
    assert_eq!(session.count("GET"), session.sent.len(), "it only reads");
}

/// The list may still be in flight when reading the versions has failed and is retried.
#[test]
fn asking_again_removes_the_message() {
    let mut session = changing();
    session.profiles(ProfilesMessage::VersionsPressed);
    session.answer(404, &json!({}));
    assert!(!failed(&session).is_empty());
    session.profiles(ProfilesMessage::VersionsPressed);
    assert_eq!((session.just_sent(), failed(&session).as_str()), (vec!["GET"], ""));
    session.answer(200, &json!(["1.2.0"]));
    assert_eq!((&*session.state.profiles.pinning.versions, failed(&session).as_str()), (&["1.2.0".to_owned()][..], ""));
}

#[test]
fn missing_versions_are_requested_twice_more() {
    let mut session = changing();
    session.profiles(ProfilesMessage::VersionsPressed);
    for pause in [500, 1500] {
        session.once(Err(TransportError::TimedOut));
        assert_eq!((session.just_sent(), session.pause()), (vec!["GET"], Some(pause)));
        assert!(session.sent.last().unwrap().1.url.ends_with("/p1/versions"));
    }
    session.once(Err(TransportError::TimedOut));
    assert_eq!((session.just_sent().len(), failed(&session).as_str()), (0, "StackOne isn’t available right now."));
    for (status, body, says) in [
        (200, json!({"data": 7}), "StackOne sent an unexpected answer."),
        (401, json!({"message": "no"}), "didn’t accept this API key"),
        (404, json!({}), "This address doesn’t accept the request."),
        (422, json!({"message": format!("no {API_KEY}")}), "StackOne says: no "),
    ] {
        let mut session = changing();
        session.profiles(ProfilesMessage::VersionsPressed);
        session.answer(status, &body);
        assert!(
            failed(&session).contains(says) && !failed(&session).contains(API_KEY),
            "{status}: {}",
            failed(&session)
        );
        type_pin(&mut session, "1.2.x");
        session.profiles(ON);
        assert_eq!(session.just_sent(), ["PUT"], "an unreadable list blocks nothing");
    }
}

#[test]
fn a_pin_is_one_request_and_the_list_shows_the_version() {
    for moves in [false, true] {
        let mut session = changing();
        session.type_in(Field::Name, "Sales 2");
        type_pin(&mut session, " 1.2.X\n");
        session.profiles(ON);
        let (_, request) = session.sent.last().unwrap();
        assert_eq!((request.method, request.url.ends_with("/connector_profiles/p1/pinned_version")), ("PUT", true));
        assert_eq!(session.last_body(), json!({"pinned_version": "1.2.x"}));
        session.answer(200, &put("1.2.x"));
        assert_eq!(session.just_sent(), ["GET"]);
        assert_eq!(shown(&session), ["–", "1.2.x"], "the list has no version yet");
        assert!(session.state.is_busy());
        // It is not documented whether StackOne counts a pin as a change of the profile.
        let now = with(
            pinned("1.2.x", "1.2.1"),
            if moves { json!({}) } else { json!({"updated_at": sales()["updated_at"]}) },
        );
        session.answer(200, &list(&[now.clone(), tests()]));
        assert_eq!(shown(&session), ["1.2.1", "1.2.x"]);
        assert_eq!((session.known("Sales").pin.as_str(), session.known("Sales").version.as_str()), ("1.2.x", "1.2.1"));
        assert!(!session.state.is_busy() && session.effects.is_empty() && failed(&session).is_empty());
        assert!(session.state.is_typing());
        assert_eq!(
            (session.state.form.draft.name.as_str(), session.view().profiles().changes().len()),
            ("Sales 2", 1),
            "the draft stays"
        );
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[now, tests()]));
        assert_eq!((session.just_sent(), session.last_body()), (vec!["PATCH"], json!({"name": "Sales 2"})));
        assert_eq!(session.count("PUT"), 1);
    }
}

#[test]
fn unpinning_needs_nothing_typed() {
    let mut session = Session::changing(&[pinned("1.2.x", "1.2.1"), tests()]);
    type_pin(&mut session, "nonsense");
    session.profiles(OFF);
    let (_, request) = session.sent.last().unwrap();
    assert_eq!((request.method, request.body.is_none()), ("DELETE", true));
    session.answer_text(204, "", None);
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &list(&[pinned("", "2.0.0"), tests()]));
    assert_eq!(shown(&session), ["2.0.0", "–"]);
    assert_eq!((failed(&session).as_str(), session.state.profiles.pinning.typed.as_str()), ("", ""));
}

#[test]
fn what_is_no_pin_is_not_sent() {
    let mut session = changing();
    for odd in ["", " ", "^1.2.0", "~1.2.0", "1.2", "newest"] {
        type_pin(&mut session, odd);
        session.profiles(ON);
        assert!(session.just_sent().is_empty(), "{odd}");
        assert_eq!(
            (failed(&session).as_str(), session.state.profiles.pinning.typed.as_str()),
            (TextKey::PinHint.english(), odd)
        );
    }
    session.type_in(Field::ApiKey, "");
    type_pin(&mut session, "latest");
    session.profiles(ON);
    assert_eq!((session.just_sent().len(), session.focus()), (0, Some(Target::Field(Field::ApiKey))));
    session.type_in(Field::ApiKey, API_KEY);
    session.profiles(ON);
    assert_eq!((session.just_sent(), failed(&session).as_str()), (vec!["PUT"], ""));
}

#[test]
fn one_request_that_writes_at_a_time() {
    let mut session = pinning("1.2.x");
    let sent = session.sent.len();
    assert_eq!(session.view().button(), "Saving…");
    for msg in [
        Message::Submit(SubmitMessage::Pressed),
        Message::Profiles(ON),
        Message::Profiles(OFF),
        Message::Profiles(ProfilesMessage::ReadPressed),
        Message::Profiles(ProfilesMessage::VersionsPressed),
        Message::Profiles(ProfilesMessage::EditPressed(session.known("Tests"))),
        Message::Profiles(ProfilesMessage::PinEdited("2.x.x".to_owned())),
        Message::Submit(SubmitMessage::RestartPressed),
    ] {
        session.say(msg.clone());
        let sends = session.effects.iter().any(|effect| matches!(effect, Effect::Send { .. }));
        assert!(!sends && session.state.is_changing() && session.sent.len() == sent, "{msg:?}");
    }
    assert_eq!(
        (session.state.profiles.pinning.typed.as_str(), session.state.form.draft.name.as_str()),
        ("1.2.x", "Sales")
    );
    session.answer(200, &put("1.2.x"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty(), "not before the list is read");
    session.answer(200, &list(&[pinned("1.2.x", "1.2.1"), tests()]));
    assert_eq!(session.view().button(), "Save changes");

    let mut saving = changing();
    saving.type_in(Field::Name, "Sales 2");
    save(&mut saving);
    saving.profiles(ON);
    saving.profiles(OFF);
    assert!(saving.just_sent().is_empty());
    saving.answer(200, &sales());
    type_pin(&mut saving, "latest");
    saving.profiles(ON);
    assert!(saving.just_sent().is_empty() && saving.state.is_done(), "it is done");
}

#[test]
fn without_a_profile_that_is_changed_nothing_is_pinned() {
    let mut session = Session::filled();
    for msg in [ProfilesMessage::PinEdited("latest".to_owned()), ON, OFF] {
        session.profiles(msg);
        assert!(session.sent.is_empty());
    }
    for event in &session.events {
        assert!(!to_serde(event.detail()).to_string().contains("latest"));
    }
}

/// A request keeps its own secrets until it is answered.
#[test]
fn an_echoed_key_is_hidden_after_it_was_forgotten() {
    let mut session = changing();
    session.profiles(ProfilesMessage::VersionsPressed);
    let versions = session.last_id();
    let (list_id, _) = session.sent[session.sent.len() - 2].clone();
    let unchanged = list(&[sales(), tests()]).to_string();
    session.say(Message::AnswerArrived(list_id, Ok(answer(200, &unchanged, None))));
    session.say(Message::Form(FormMessage::ForgetKeyPressed));
    let echo = json!({"message": format!("no such key: {API_KEY}")}).to_string();
    session.say(Message::AnswerArrived(versions, Ok(answer(422, &echo, None))));
    assert!(failed(&session).contains("no such key"), "{}", failed(&session));
    assert!(!failed(&session).contains(API_KEY) && !format!("{:?}", session.state).contains(API_KEY));
}
