//! The outcome of a pin: a refusal is explained, and an unknown outcome is read from the list. A pin neither hides
//! another user's change nor counts as one.

use crate::fixtures::pins::{OFF, ON, failed, pinned, pinning, put, shown, type_pin};
use crate::fixtures::session::{NOW, Session, answer, changing, list, sales, tests, with};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Answer, TransportError};

fn unknown() -> String {
    [TextKey::NotSaved.english(), ". ", TextKey::NotSavedBody.english()].concat()
}

#[test]
fn a_refusal_says_why_and_the_pin_stays() {
    for (status, says) in [
        (400, "StackOne says: pinned_version names no version."),
        (401, "didn’t accept this API key"),
        (403, "StackOne didn’t allow this request"),
        (404, "This address doesn’t accept the request."),
        (409, "StackOne didn’t accept these details."),
        (422, "StackOne says: pinned_version names no version."),
        (429, "Too many requests."),
    ] {
        let mut session = pinning("1.4.x");
        session.once(Ok(answer(status, &json!({"message": "pinned_version names no version."}).to_string(), None)));
        assert!(session.effects.is_empty() && !session.state.is_busy(), "{status}: {:?}", session.effects);
        assert!(failed(&session).contains(says), "{status}: {}", failed(&session));
        assert_eq!((shown(&session)[1].as_str(), session.state.profiles.pinning.typed.as_str()), ("–", "1.4.x"));
        session.profiles(ON);
        assert_eq!((session.just_sent(), failed(&session).as_str()), (vec!["PUT"], ""), "{status}");
    }
    let mut session = pinning("1.2.x");
    session.once(Err(TransportError::NoAuthorization("no".into())));
    assert!(session.effects.is_empty() && !session.state.is_busy());
    assert!(failed(&session).contains("couldn’t get its authorization"));
}

/// The pin is never resent automatically: the list shows its outcome.
#[test]
fn the_list_is_read_after_an_unknown_outcome() {
    let outcomes: Vec<Result<Answer, TransportError>> = [408, 500, 502, 503, 504]
        .map(|status| Ok(answer(status, "<html>", Some("1"))))
        .into_iter()
        .chain(
            [
                TransportError::TimedOut,
                TransportError::Network,
                TransportError::Offline,
                TransportError::ForbiddenByPolicy,
                TransportError::BrokenOff(200),
            ]
            .map(Err),
        )
        .collect();
    for outcome in outcomes {
        let lost = || {
            let mut session = pinning("1.2.x");
            session.once(outcome.clone());
            assert_eq!(
                (session.just_sent(), failed(&session).as_str()),
                (vec!["GET"], unknown().as_str()),
                "{outcome:?}"
            );
            session
        };
        let mut arrived = lost();
        arrived.answer(200, &list(&[pinned("1.2.x", "1.2.1"), tests()]));
        assert_eq!((shown(&arrived), failed(&arrived).as_str()), (["1.2.1", "1.2.x"].map(str::to_owned), ""));

        let mut not_yet = lost();
        not_yet.answer(200, &list(&[sales(), tests()]));
        assert_eq!((shown(&not_yet), failed(&not_yet).as_str()), (["–", "–"].map(str::to_owned), unknown().as_str()));
        assert!(!not_yet.state.is_busy());

        let mut unread = lost();
        unread.no_answer(TransportError::TimedOut);
        assert_eq!(failed(&unread), unknown(), "an unknown outcome matters more than its reason");
        assert!(!unread.state.is_busy() && unread.just_sent().is_empty());
        unread.profiles(ProfilesMessage::VersionsPressed);
        let (reading, _) = unread.sent.iter().rfind(|(_, request)| request.url.contains("page=1")).unwrap().clone();
        let late = list(&[pinned("1.2.x", "1.2.1"), tests()]).to_string();
        unread.say(Message::AnswerArrived(reading, Ok(answer(200, &late, None))));
        assert_eq!((shown(&unread), failed(&unread).as_str()), (["1.2.1", "1.2.x"].map(str::to_owned), ""));
        for session in [arrived, not_yet, unread] {
            assert_eq!(session.count("PUT"), 1, "{outcome:?}");
        }
    }
}

/// The typed pin stays until StackOne has removed the pin.
#[test]
fn what_is_typed_outlasts_an_unpin_that_fails() {
    let mut session = Session::changing(&[pinned("1.2.x", "1.2.1"), tests()]);
    type_pin(&mut session, "1.1.x");
    for status in [400, 503] {
        session.profiles(OFF);
        session.once(Ok(answer(status, "{}", None)));
        if status == 503 {
            session.answer(200, &list(&[pinned("1.2.x", "1.2.1"), tests()]));
        }
        assert_eq!(session.state.profiles.pinning.typed, "1.1.x", "{status}");
        assert!(!failed(&session).is_empty() && !session.state.is_busy(), "{status}");
    }
    session.profiles(OFF);
    session.once(Ok(answer(503, "{}", None)));
    session.answer(200, &list(&[pinned("", "2.0.0"), tests()]));
    assert_eq!(
        (failed(&session).as_str(), session.state.profiles.pinning.typed.as_str()),
        ("", ""),
        "done, though unconfirmed"
    );
}

/// The list decides, whatever the answer was.
#[test]
fn a_pin_that_the_list_does_not_have_is_not_taken_for_done() {
    let mut session = pinning("1.2.x");
    session.answer(200, &put("1.2.x"));
    session.answer(200, &list(&[sales(), tests()]));
    assert_eq!((shown(&session)[1].as_str(), failed(&session).as_str()), ("–", unknown().as_str()));
    assert!(!session.state.is_busy());

    let mut gone = pinning("1.2.x");
    gone.answer(200, &put("1.2.x"));
    gone.answer(200, &list(&[tests()]));
    assert_eq!(failed(&gone), [TextKey::Meanwhile.english(), ". ", TextKey::MeanwhileGone.english()].concat());
    assert!(!gone.state.is_busy(), "the way back to the list is open");
}

#[test]
fn a_failed_list_after_a_pin_keeps_the_outcome() {
    let cases: [(fn(&mut Session), _); 4] = [
        (|session| session.answer(500, &json!({})), "StackOne isn’t available right now."),
        (|session| session.answer(400, &json!({"message": "No"})), "StackOne says: No."),
        (|session| session.no_answer(TransportError::Offline), "Your browser couldn’t reach StackOne."),
        (
            |session| session.no_answer(TransportError::NoAuthorization("No".into())),
            "This page couldn’t get its authorization for StackOne.",
        ),
    ];
    for (list, why) in cases {
        let mut session = pinning("latest");
        session.answer(200, &put("latest"));
        list(&mut session);
        let said = [TextKey::PinDone.english(), " ", why].concat();
        assert_eq!((shown(&session), failed(&session).as_str()), (["–", "latest"].map(str::to_owned), said.as_str()));
        assert!(!session.state.is_busy());
    }
}

#[test]
fn a_pin_hides_no_change_by_another_user() {
    let mut session = changing();
    session.type_in(Field::Name, "Mine");
    type_pin(&mut session, "1.2.x");
    session.profiles(ON);
    session.answer(200, &put("1.2.x"));
    let theirs = with(pinned("1.2.x", "1.2.1"), json!({"environment": "sandbox"}));
    session.answer(200, &list(&[theirs.clone(), tests()]));
    assert_eq!(shown(&session), ["1.2.1", "1.2.x"]);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[theirs, tests()]));
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 0));
}

/// Without a pin in flight, the list is read for the versions only.
#[test]
fn reading_the_versions_hides_no_change_by_another_user() {
    let mut session = changing();
    session.type_in(Field::Name, "Mine");
    session.profiles(ProfilesMessage::VersionsPressed);
    let listing = session.sent[session.sent.len() - 2].0;
    let theirs = with(sales(), json!({"updated_at": "2026-11-24T11:00:00.000Z"}));
    let now = list(&[theirs, tests()]);
    session.say(Message::AnswerArrived(listing, Ok(answer(200, &now.to_string(), None))));
    assert!(!session.state.reads_profiles());
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &now);
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 0));
}

/// A list that was requested before the pin does not show its outcome.
#[test]
fn late_answers_are_dropped() {
    let mut session = changing();
    session.profiles(ProfilesMessage::VersionsPressed);
    let [old_list, old_versions] = [2, 1].map(|back| session.sent[session.sent.len() - back].0);
    type_pin(&mut session, "1.2.x");
    session.profiles(ON);
    let put_seq = session.last_id();
    let stale = list(&[sales(), tests()]).to_string();
    session.say(Message::AnswerArrived(old_list, Ok(answer(200, &stale, None))));
    assert!(session.state.is_busy() && session.effects.is_empty());
    session.answer(200, &put("1.2.x"));
    session.say(Message::AnswerArrived(old_list, Ok(answer(200, &stale, None))));
    assert_eq!(shown(&session), ["–", "1.2.x"]);
    session.answer(200, &list(&[pinned("1.2.x", "1.2.1"), tests()]));

    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.answer(200, &list(&[pinned("1.2.x", "1.2.1"), tests()]));
    session.profiles(ProfilesMessage::EditPressed(session.known("Tests")));
    let late =
        Answer { status: 200, retry_after: None, now: NOW, body: r#"["9.9.9"]"#.to_owned(), ..Answer::default() };
    for seq in [old_versions, put_seq, old_list] {
        session.say(Message::AnswerArrived(seq, Ok(late.clone())));
        assert!(session.effects.is_empty() && session.state.profiles.pinning.versions.is_empty(), "{seq:?}");
        assert_eq!((shown(&session)[1].as_str(), failed(&session).as_str()), ("–", ""));
    }
}
