//! StackOne, a gateway or an error page echoes the secrets of a request, plain or encoded. They are removed before
//! anything reads the answer, so that they appear neither on the page nor in an event.

use crate::fixtures::cases::{API_KEY, SECRET, to_serde};
use crate::fixtures::everything_shown::everything;
use crate::fixtures::session::{Session, created, list, with};
use crate::fixtures::world::said_back;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::profile::Secret;
use stackone_connector_profile::stackone::secrets::{carried, cleaned};

/// Both secrets in every encoding, each identified by its position.
fn echoes() -> Vec<String> {
    [SECRET, API_KEY].into_iter().flat_map(said_back).collect()
}

/// No echo is shown, reported or stored.
fn assert_clean(session: &Session, echo: &str) {
    let events = session.events.iter().map(|event| to_serde(event.detail()).to_string()).collect::<String>();
    let all = format!("{events}{}{:?}{:?}", everything(&session.state), session.state, session.effects);
    assert!(!all.to_lowercase().contains(&echo.to_lowercase()), "{echo}");
}

#[test]
fn id_and_name_of_a_new_profile_are_clean() {
    for echo in echoes() {
        let mut session = Session::sending();
        session.answer(201, &with(created(&format!("p1-{echo}")), json!({"name": format!("Sales {echo}")})));
        let done = session.done();
        assert!(done.id.contains(Secret::REDACTED) && done.name.starts_with("Sales "), "{echo}: {done:?}");
        assert_clean(&session, &echo);
    }
}

#[test]
fn refusals_lists_and_odd_answers_are_clean() {
    for echo in echoes() {
        for status in [400, 403, 409, 422] {
            let mut session = Session::sending();
            session.answer(status, &json!({"message": [format!("name {echo} is odd"), echo]}));
            assert_clean(&session, &echo);
        }
        let mut session = Session::sending();
        session.answer_text(200, &format!("<p>{echo}</p>"), None);
        session.answer(200, &list(&[]));
        assert_eq!(session.failed(), "unreadable");
        assert_clean(&session, &echo);
        let mut session = Session::filled();
        session.profiles(ProfilesMessage::Toggled);
        session.answer(200, &list(&[with(created("p1"), json!({"name": echo}))]));
        assert_clean(&session, &echo);
    }
}

/// The key was wiped while a request with it was in flight.
#[test]
fn a_key_belongs_to_its_request_until_that_is_answered() {
    for echo in said_back(API_KEY) {
        let mut session = Session::filled();
        session.profiles(ProfilesMessage::Toggled);
        session.say(Message::Form(FormMessage::ForgetKeyPressed));
        session.answer(400, &json!({"message": echo}));
        assert_clean(&session, &echo);
    }
}

#[test]
fn what_stands_around_a_secret_stays_and_json_stays_json() {
    let secrets = [Secret::from(SECRET)];
    for (text, clean) in [
        (format!(r#"{{"id":"{SECRET}","n":1}}"#), r#"{"id":"‹redacted›","n":1}"#),
        (format!("key={SECRET}&x"), "key=‹redacted›&x"),
        (format!("a {} b", SECRET.to_lowercase()), "a ‹redacted› b"),
        (format!(r#"{{"m":"{{\"s\":\"{}\"}}"}}"#, SECRET.to_lowercase()), r#"{"m":"{\"s\":\"‹redacted›\"}"}"#),
    ] {
        assert_eq!(cleaned(&text, &secrets), clean);
    }
    assert_eq!(cleaned("data id name", &["data".into(), "".into(), " ".into()]), "data id name", "an everyday word");
}

#[test]
fn a_header_carries_its_word_and_what_that_stands_for() {
    let decode = |token: &str| String::from_utf8(STANDARD.decode(token).ok()?).ok();
    let texts = |value: &str| {
        carried(&value.into(), decode).iter().map(|secret| secret.expose().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts("Basic djEuZXUxLmdvb2Q6"), ["djEuZXUxLmdvb2Q6", "v1.eu1.good"]);
    assert_eq!(texts("Bearer a.b.c"), ["a.b.c"]);
    assert_eq!(texts("a-token"), ["a-token"]);
}

proptest! {
    /// In any text, at any position, in any of the encodings.
    #[test]
    fn no_echo_comes_through(
        secret in "[!-~&&[^\"<>\\\\]]{8,80}", way in 0..12_usize, before in "[a-z ]{0,9}", after in "[a-z ]{0,9}",
    ) {
        let echo = said_back(&secret).swap_remove(way);
        let clean = cleaned(&format!("{before}{echo}{after}"), &[Secret::from(secret.as_str())]);
        prop_assert!(!clean.contains(&echo), "{clean}");
    }
}
