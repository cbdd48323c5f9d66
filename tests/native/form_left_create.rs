//! A create that is in flight when the page is left, or when the host page resets the form: it is mentioned afterwards,
//! and no secret is stored for it.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, settings};
use crate::fixtures::session::{Session, created, list};
use crate::fixtures::state_ext::StateExt;
use stackone_connector_profile::app::{Effect, Message};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::TransportError;

const VIEWS: [&str; 2] = [r#"{"view": "guide", "step": "profile"}"#, "{}"];

/// A form whose create is in flight, and what the page stores for the next load.
fn sending(config: &str) -> (Session, String) {
    let mut session = Session::configured(config);
    session.fill();
    session.type_in(Field::Name, "Ours");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("before")]));
    assert_eq!(session.just_sent(), ["POST"]);
    let kept = kept(&session).unwrap();
    (session, kept)
}

fn kept(session: &Session) -> Option<String> {
    session.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveProgress(text) => Some(text.clone()),
        _ => None,
    })
}

/// The page after a reload, with what was stored.
fn back(config: &str, kept: &str) -> Session {
    let mut session = Session::configured(config);
    session.say(Message::Mounted(Box::new(settings(config))));
    session.say(Message::Guide(GuideMessage::ProgressRestored(kept.to_owned())));
    session.say(Message::Rendered);
    session
}

fn asked(session: &Session) -> Vec<String> {
    assert!(matches!(session.failure(), Failure::AmbiguousMatch(_)), "{:?}", session.failure());
    session.failure_view().profiles.into_iter().map(|(profile, _)| profile.id).collect()
}

#[test]
fn what_is_kept_of_it_has_no_secret() {
    for view in VIEWS {
        let (_, kept) = sending(view);
        assert!(kept.contains("before") && kept.contains("Ours"), "{kept}");
        assert!([KEY, SECRET, API_KEY].iter().all(|secret| !kept.contains(secret)), "{kept}");
    }
}

/// A key in the name is not stored either. A secret there is an error, and nothing is sent.
#[test]
fn a_key_in_the_name_is_not_kept() {
    for view in VIEWS {
        let mut session = Session::configured(view);
        session.fill();
        session.type_in(Field::Name, &format!("Ours {KEY}"));
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        assert!(kept(&session).is_none_or(|kept| !kept.contains(KEY)), "{view}");
    }
}

/// Without a key the list cannot be read: the form says so, and needs only the key.
#[test]
fn it_is_compared_once_there_is_a_key() {
    for view in VIEWS {
        let (_, kept) = sending(view);
        let mut session = back(view, &kept);
        assert_eq!(session.failed(), "outcome-unknown", "{view}");
        assert_eq!(session.buttons(), ["Check again"]);
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert!(session.just_sent().is_empty(), "the key is missing");
        session.type_in(Field::ApiKey, API_KEY);
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!(session.just_sent(), ["GET"], "{view}: neither secret nor key of the app is needed to look");
        session.answer(200, &list(&[created("before"), created("ours")]));
        assert_eq!((asked(&session), session.count("POST")), (vec!["ours".to_owned()], 0), "{view}");
        session.say(Message::Submit(session.failure_view().profiles[0].1.msg.clone()));
        assert_eq!(session.done().id, "ours");
        session.answer(200, &list(&[created("before"), created("ours")]));
        assert!(!kept_now(&session).contains("attempt"), "it is known now");
    }
}

fn kept_now(session: &Session) -> String {
    kept(session).unwrap_or_else(|| panic!("nothing is said of what is kept: {:?}", session.effects))
}

#[test]
fn it_is_compared_at_once_where_no_key_is_typed() {
    for config in [r#"{"auth": "none"}"#, r#"{"auth": "none", "view": "guide", "step": "profile"}"#] {
        let mut session = Session::configured(config);
        session.type_in(Field::ClientId, KEY);
        session.type_in(Field::ClientSecret, SECRET);
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        let kept = kept(&session).unwrap();
        let mut session = back(config, &kept);
        assert!(session.state.is_comparing());
        session.answer(200, &list(&[]));
        assert_eq!(*session.failure(), Failure::NotListed);
        assert_eq!(session.count("POST"), 0);
    }
}

#[test]
fn what_cannot_be_read_of_it_is_passed_over() {
    for kept in ["{}", r#"{"attempt": 7}"#, r#"{"attempt": {}}"#, r#"{"attempt": null}"#, "no JSON"] {
        let session = back(VIEWS[1], kept);
        assert!(session.state.is_typing() && session.state.submission.attempt.is_none(), "{kept}");
    }
}

/// A second profile that a browser may have created is asked about before the next create, even after another load.
#[test]
fn one_that_was_answered_is_kept_until_the_list_is_read() {
    for view in VIEWS {
        let (mut session, _) = sending(view);
        session.answer(201, &created("ours"));
        let kept = kept_now(&session);
        let mut later = back(view, &kept);
        // In the guide it is shown again.
        assert_eq!(later.state.is_done(), view.contains("guide"));
        if later.state.is_done() {
            later.say(Message::Submit(SubmitMessage::RestartPressed));
            later.say(Message::Guide(GuideMessage::StepPressed(Step::Profile)));
        }
        assert!(later.state.is_typing(), "nothing is said yet");
        later.fill();
        later.say(Message::Submit(SubmitMessage::Pressed));
        later.answer(200, &list(&[created("before"), created("ours"), created("twin")]));
        assert_eq!((asked(&later), later.count("POST")), (vec!["twin".to_owned()], 0));
        session.answer(200, &list(&[created("before"), created("ours")]));
        assert!(!kept_now(&session).contains("attempt"));
    }
}

/// In both views, a browser asks before it discards what was typed, or a create in flight.
#[test]
fn a_page_with_a_secret_is_not_left_without_a_question() {
    for view in VIEWS {
        let mut session = Session::configured(view);
        let asks = |session: &Session| {
            session.effects.iter().find_map(|effect| match effect {
                Effect::GuardUnload(asks) => Some(*asks),
                _ => None,
            })
        };
        session.type_in(Field::ClientSecret, SECRET);
        assert_eq!(asks(&session), Some(true), "{view}");
        session.type_in(Field::ClientSecret, "");
        assert_eq!(asks(&session), Some(false), "{view}");
    }
}

#[test]
fn a_reset_lets_a_create_go_and_says_so() {
    for comparing in [false, true] {
        for view in VIEWS {
            let (mut session, _) = sending(view);
            let create = session.last_id();
            if comparing {
                session.no_answer(TransportError::TimedOut);
            }
            let out = session.last_id();
            session.say(Message::ResetRequested);
            let (name, detail) = session.last_event();
            assert!(session.events.iter().any(|event| event.name() == "profile-failed"), "{name}");
            assert!(session.effects.iter().any(|effect| format!("{effect:?}").contains("OutcomeUnknown")), "{detail}");
            assert!(session.state.is_typing() && !session.state.is_busy());
            assert!(session.state.form.draft.client_secret.is_blank() && session.state.form.api_key.is_blank());
            assert_eq!((session.state.form.draft.name.as_str(), session.state.known.len()), ("", 0));
            assert_eq!(kept_now(&session), "");
            for id in [create, out] {
                let answer = crate::fixtures::session::answer(201, &created("late").to_string(), None);
                session.say(Message::AnswerArrived(id, Ok(answer)));
                assert!(session.effects.is_empty() && session.state.is_typing(), "a late answer is dropped");
            }
        }
    }
}

#[test]
fn a_reset_while_the_list_is_read_has_nothing_to_say() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.say(Message::ResetRequested);
    assert!(session.events.iter().all(|event| event.name() != "profile-failed"));
    assert!(session.state.is_typing() && session.state.form.draft.client_secret.is_blank());
    session.say(Message::AnswerArrived(session.last_id(), Ok(crate::fixtures::session::answer(200, "{}", None))));
    assert!(session.just_sent().is_empty());
}

#[test]
fn a_reset_lets_a_change_go_and_says_so() {
    let mut session = crate::fixtures::session::changing();
    session.type_in(Field::Name, "Renamed");
    crate::fixtures::session::save(&mut session);
    session.say(Message::ResetRequested);
    let (name, detail) = session.last_event();
    assert_eq!((name, detail["code"].as_str()), ("profile-failed", Some("outcome-unknown")));
    assert!(!session.state.is_changing() && session.state.is_typing());
    session.profiles(ProfilesMessage::Toggled);
    assert!(session.just_sent().is_empty(), "the key is gone, too");
}
