//! While a read is retried: earlier pages are kept, the person can continue, late answers are dropped, and no write is
//! ever resent.

use crate::fixtures::read_requests::{asks, good, passing, readings, status};
use crate::fixtures::session::{Session, answer, changing, created, list, page, profile, save};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Authorize, Effect, Message, Settings};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::TransportError;

#[test]
fn after_one_failure_it_goes_on_as_ever() {
    for outcome in passing() {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.once(outcome);
        session.once(good());
        assert_eq!((session.just_sent(), session.pause()), (vec!["POST"], None), "once the list was read");
        session.answer(201, &created("p1"));
        assert_eq!((session.done().id.as_str(), session.count("POST"), session.count("GET")), ("p1", 1, 3));
        let reported = session.events.iter().filter(|event| event.name() == "profile-failed").count();
        assert_eq!(reported, 0);
    }
}

#[test]
fn each_page_has_its_own_retries_and_what_was_read_is_kept() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    let names = |from: usize| (from..from + 25).map(|at| profile(&format!("p{at}"), "P", "")).collect::<Vec<_>>();
    for (number, shown) in [(1, names(0)), (2, names(25)), (3, vec![created("last")])] {
        for pause in [500, 1500] {
            session.once(status(502));
            assert_eq!(session.pause(), Some(pause), "page {number}");
            assert!(session.sent.last().unwrap().1.url.contains(&format!("&page={number}&")));
        }
        session.answer(200, &page(number, 51, &shown));
    }
    assert_eq!((session.state.known.len(), session.count("GET")), (51, 9));
}

#[test]
fn what_writes_is_never_sent_again_by_itself() {
    for outcome in passing().into_iter().chain([asks(429, "1"), asks(503, "1")]) {
        let mut creating = Session::sending();
        let mut saving = changing();
        saving.type_in(Field::Name, "Sales 2");
        save(&mut saving);
        let mut linking = Session::sending();
        linking.answer(201, &created("p1"));
        linking.say(Message::AnswerArrived(linking.sent_to_connect[0].0, outcome.clone()));
        assert!(linking.just_sent().is_empty() && linking.sent_to_connect.len() == 1, "{outcome:?}");
        for mut session in [creating.clone(), saving] {
            assert_ne!(session.last_method(), "GET");
            session.once(outcome.clone());
            assert!(session.just_sent().iter().all(|method| *method == "GET"), "{outcome:?}");
            assert_eq!(session.pause(), None, "{outcome:?}: what is read then is read at once");
        }
        creating.once(outcome.clone());
        // Regardless of what the list says.
        for _ in 0..3 {
            if creating.state.is_busy() {
                creating.once(status(500));
            }
        }
        assert!(!creating.state.is_busy() && creating.count("POST") == 1, "{outcome:?}");
    }
}

#[test]
fn a_late_answer_to_the_try_before_is_dropped() {
    for (why, mut reading) in readings() {
        let first = reading.last_id();
        reading.once(Err(TransportError::TimedOut));
        let second = reading.last_id();
        let known = reading.state.known.len();
        reading.say(Message::AnswerArrived(first, Ok(answer(200, &list(&[created("late")]).to_string(), None))));
        assert!(reading.effects.is_empty() && reading.state.known.len() == known, "{why}");
        reading.say(Message::AnswerArrived(first, status(503)));
        assert!(reading.effects.is_empty() && reading.last_id() == second, "{why}: nor is it tried again");
        reading.once(Ok(answer(200, &list(&[created("p1")]).to_string(), None)));
        assert_eq!(reading.state.known[0].id, "p1", "{why}");
    }
}

#[test]
fn a_click_does_not_wait_for_a_quiet_retry() {
    let [(_, mut quiet), ..] = readings();
    quiet.once(status(503));
    let dropped = quiet.last_id();
    quiet.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((quiet.just_sent(), quiet.pause()), (vec!["GET"], None));
    quiet.say(Message::AnswerArrived(dropped, status(503)));
    assert!(quiet.effects.is_empty());
    quiet.once(good());
    assert_eq!(quiet.just_sent(), ["POST"]);
}

#[test]
fn a_lost_create_is_looked_up_until_the_list_arrives() {
    for failures in 0..3 {
        let mut session = Session::sending();
        session.once(Err(TransportError::TimedOut));
        for _ in 0..failures {
            session.once(Err(TransportError::Network));
            session.say(Message::Submit(SubmitMessage::Pressed));
            assert!(session.effects.is_empty() && session.state.is_comparing());
        }
        session.answer(200, &list(&[created("p1")]));
        let (asked, _) = session.failure_view().profiles[0].clone();
        assert_eq!((asked.id.as_str(), session.count("POST")), ("p1", 1), "{failures}");
    }
    let mut session = Session::sending();
    session.once(Err(TransportError::TimedOut));
    session.no_answer(TransportError::Network);
    assert_eq!((session.failure(), session.count("POST"), session.count("GET")), (&Failure::OutcomeUnknown, 1, 4));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.once(status(429));
    session.answer(200, &list(&[]));
    assert_eq!((session.failure(), session.count("POST")), (&Failure::NotListed, 1));
}

#[test]
fn a_form_that_is_gone_tries_nothing() {
    for msg in [Message::Unmounted, Message::Mounted(Box::<Settings>::default())] {
        for (why, mut reading) in readings() {
            reading.once(status(503));
            reading.say(msg.clone());
            for outcome in [status(503), Err(TransportError::Network), good()] {
                reading.once(outcome);
                assert!(reading.just_sent().is_empty() && reading.state.known.is_empty(), "{why}");
            }
        }
    }
}

#[test]
fn a_key_that_is_typed_meanwhile_goes_with_the_next_try() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    let authorization = |session: &Session| {
        session.effects.iter().find_map(|effect| match effect {
            Effect::Send { authorize: Authorize::Value(value), .. } => Some(value.expose().to_owned()),
            _ => None,
        })
    };
    let before = authorization(&session);
    session.type_in(Field::ApiKey, "v1.us1.another");
    session.once(status(503));
    assert!(before.is_some() && authorization(&session).is_some() && authorization(&session) != before);
}

#[test]
fn support_sees_every_try() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.once(status(503));
    session.once(Err(TransportError::TimedOut));
    session.answer(200, &json!({"data": []}));
    let copy = session.view().copy(stackone_connector_profile::app::Copy::Bundle).unwrap();
    let ends = copy.text.expose().lines().filter(|line| line.starts_with("GET")).map(|line| {
        let (_, end) = line.split_once("page_size=25 ").unwrap();
        end.to_owned()
    });
    assert_eq!(ends.collect::<Vec<_>>(), ["16:45:09Z 503", "timed out", "16:45:09Z 200"]);
}
