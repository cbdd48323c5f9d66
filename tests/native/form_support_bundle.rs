//! The text for StackOne's support: what it contains, and what it never contains.

use crate::fixtures::cases::{API_KEY, KEY, SECRET};
use crate::fixtures::link::waiting;
use crate::fixtures::session::{NOW, Session, answer, created, list, page, profile};
use serde_json::json;
use stackone_connector_profile::app::{Copy, Message};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Answer, TransportError, UnixTime};

fn bundle(session: &Session) -> Vec<String> {
    let copy = session.view().copy(Copy::Bundle).unwrap();
    let text = copy.text.expose();
    for secret in [SECRET, API_KEY, KEY] {
        assert!(!text.contains(secret), "{text}");
    }
    text.lines().map(str::to_owned).collect()
}

#[test]
fn it_has_version_failure_issues_and_requests_with_time_and_status() {
    assert_eq!(NOW.0 % 86400, 60309, "16:45:09");
    let mut session = Session::sending();
    session.answer(403, &json!({ "message": ([SECRET, " ", API_KEY].concat()) }));
    let list = "https://api.stackone.com/connector_profiles?connector_key=salesforce&page=1&page_size=25";
    let expected = [
        concat!("stackone-connector-profile ", env!("CARGO_PKG_VERSION")),
        "step profile, failure forbidden",
        &format!("GET {list} 16:45:09Z 200"),
        "POST https://api.stackone.com/connector_profiles 16:45:09Z 403",
    ];
    assert_eq!(bundle(&session), expected);
    session.type_in(Field::ClientId, "");
    assert!(bundle(&session).contains(&"issue clientId required".to_owned()));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(bundle(&session).contains(&"step profile, failure -".to_owned()));
}

#[test]
fn it_says_why_no_answer_arrived() {
    for (why, words) in [
        (TransportError::Offline, "offline"),
        (TransportError::ForbiddenByPolicy, "forbidden by policy"),
        (TransportError::Network, "no answer"),
        (TransportError::TimedOut, "timed out"),
        (TransportError::BrokenOff(200), "broken off 200"),
        (TransportError::NoAuthorization(API_KEY.to_owned()), "no authorization"),
    ] {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert!(bundle(&session).last().unwrap().ends_with("page_size=25 -"), "it is out");
        session.no_answer(why);
        assert!(bundle(&session).last().unwrap().ends_with(&format!("page_size=25 {words}")), "{words}");
    }
}

#[test]
fn it_keeps_the_last_forty_requests() {
    let mut session = Session::filled();
    for _ in 0..50 {
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(500, &json!({}));
    }
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(201, &created("p1"));
    let requests = bundle(&session).into_iter().filter(|line| line.contains("https://")).collect::<Vec<_>>();
    assert_eq!(requests.len(), 40);
    assert!(requests[37].starts_with("POST") && requests[37].ends_with(" 201"), "{requests:?}");
    assert!(requests[38].starts_with("GET"), "the list is read after it");
    assert!(requests[39].contains("/connect_sessions"), "the account is connected next");
}

#[test]
fn it_is_copied_like_any_other_text() {
    let mut session = Session::filled();
    session.say(Message::CopyPressed(Copy::Bundle));
    session.say(Message::CopyFinished(Copy::Bundle, true));
    assert_eq!(session.view().copy(Copy::Bundle).unwrap().outcome, Some(true));
}

#[test]
fn times_have_two_digits_each() {
    for (seconds, time) in [(0, "00:00:00Z"), (9 * 3661, "09:09:09Z"), (10 * 3661, "10:10:10Z"), (86_399, "23:59:59Z")]
    {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.once(Ok(Answer { now: UnixTime(seconds), ..answer(404, "{}", None) }));
        assert!(bundle(&session).last().unwrap().contains(&format!(" {time} ")), "{:?}", bundle(&session));
    }
}

/// Support needs to know what failed.
#[test]
fn pages_of_lists_do_not_push_out_what_was_written() {
    let mut session = Session::sending();
    session.answer(400, &json!({}));
    session.say(Message::Submit(SubmitMessage::Pressed));
    for number in 1..=60 {
        let other = profile(&format!("p{number}"), "Other", "production");
        session.answer(200, &page(number, 1_000_000, &[other]));
    }
    let lines = bundle(&session);
    let requests = lines.iter().filter(|line| line.contains("/connector_profiles")).collect::<Vec<_>>();
    assert_eq!(requests.len(), 40);
    assert!(requests[0].starts_with("POST ") && requests[0].ends_with("Z 400"), "{requests:?}");
}

/// The customer's id may have been typed.
#[test]
fn it_does_not_have_the_id_of_the_customer() {
    let mut person = waiting();
    person.answer(404, &json!({}));
    let text = person.view().copy(Copy::Bundle).unwrap().text.expose().to_owned();
    assert!(text.contains("/accounts?") && !text.contains("origin_owner_id"), "{text}");
}
