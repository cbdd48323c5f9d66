//! A read is retried twice if its failure may be temporary: after which answers, and after which pauses.
//! `form_read_retries_overlap.rs` covers what else happens in the meantime.

use std::time::{Duration, UNIX_EPOCH};

use crate::fixtures::read_requests::{Outcome, asks, assert_ended, good, passing, readings, status};
use crate::fixtures::session::{NOW, Session, answer};
use crate::fixtures::state_ext::StateExt;
use stackone_connector_profile::app::{Effect, Message};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::stackone::TransportError;

/// Outcomes that a retry would not change.
fn lasting() -> Vec<Outcome> {
    let no_key = TransportError::NoAuthorization(String::new());
    let unanswered = [TransportError::Offline, TransportError::ForbiddenByPolicy, no_key].map(Err);
    let refusals = [400, 401, 402, 403, 404, 405, 406, 409, 410, 418, 422, 428, 451, 501].map(status);
    let odd = [200, 204, 299, 304].map(status);
    unanswered.into_iter().chain(refusals).chain(odd).collect()
}

#[test]
fn what_may_pass_is_tried_twice_more_with_growing_pauses() {
    for outcome in passing() {
        for (why, mut reading) in readings() {
            let mut seen = vec![reading.last_id()];
            let url = reading.sent.last().unwrap().1.url.clone();
            for pause in [500, 1500] {
                reading.once(outcome.clone());
                assert_eq!((reading.just_sent(), reading.pause()), (vec!["GET"], Some(pause)), "{why}: {outcome:?}");
                assert_eq!(reading.sent.last().unwrap().1.url, url);
                assert!(!seen.contains(&reading.last_id()), "a number of its own");
                seen.push(reading.last_id());
            }
            reading.once(outcome.clone());
            assert_ended(&reading, why);
            let failed = reading.events.iter().filter(|event| event.name() == "profile-failed").count();
            assert_eq!(failed, usize::from(matches!(why, "checking" | "comparing")), "{why}: said once");
            assert_eq!(reading.state.list_failure().is_some(), why == "listing");
            reading.assert_nothing_lost();
        }
    }
}

#[test]
fn what_lasts_is_said_at_once() {
    for outcome in lasting() {
        for (why, mut reading) in readings() {
            reading.once(outcome.clone());
            assert_eq!(reading.pause(), None, "{why}: {outcome:?}");
            assert_ended(&reading, why);
        }
    }
}

#[test]
fn what_lasts_ends_it_in_the_middle_too() {
    for (why, mut reading) in readings() {
        reading.once(status(503));
        reading.once(status(403));
        assert_ended(&reading, why);
    }
}

#[test]
fn while_it_tries_it_looks_as_before() {
    for (why, mut reading) in readings() {
        let (busy, button, events) = (reading.state.is_busy(), reading.view().button(), reading.events.len());
        for _ in 0..2 {
            reading.once(status(500));
            assert_eq!((reading.state.is_busy(), reading.view().button()), (busy, button.clone()), "{why}");
            assert_eq!((reading.events.len(), reading.focus(), reading.tick()), (events, None, None), "{why}");
            assert!(reading.view().failure().is_none() && reading.state.list_failure().is_none(), "{why}");
        }
        reading.once(good());
        assert_eq!(reading.count("GET"), reading.sent.len() - reading.count("POST"));
        assert!(reading.view().failure().is_none_or(|_| why == "comparing"), "{why}");
    }
}

#[test]
fn a_pause_that_is_asked_for_counts_instead() {
    let date = |seconds: u64| httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
    let (soon, past) = (date(NOW.0 + 3), date(NOW.0 - 3));
    for (header, pause) in [
        ("0", 1000),
        ("1", 1000),
        ("7", 7000),
        (" 10 ", 10_000),
        (&soon, 3000),
        (&past, 1000),
        ("soon", 500),
        ("-5", 500),
        ("1.5", 500),
        ("", 500),
        ("Sun, 99 Nov 1994 08:49:37 GMT", 500),
    ] {
        for status in [408, 429, 500, 503] {
            for (why, mut reading) in readings() {
                reading.once(asks(status, header));
                assert_eq!(reading.pause(), Some(pause), "{why}: {status} {header:?}");
                // The second pause is its own.
                reading.once(asks(status, "2"));
                assert_eq!(reading.pause(), Some(2000), "{why}");
                reading.once(asks(status, "2"));
                assert_ended(&reading, why);
            }
        }
    }
}

#[test]
fn a_long_pause_is_not_waited_for_in_the_background() {
    let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(NOW.0 + 42));
    for (header, seconds) in [("11", 11), ("600", 600), ("99999", 600), ("99999999999999999999999", 600), (&date, 42)] {
        for status in [408, 429, 503] {
            for (why, mut reading) in readings() {
                reading.once(asks(status, header));
                assert_ended(&reading, why);
            }
        }
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.once(status(500));
        session.once(asks(429, header));
        assert_eq!(session.failed(), "rate-limited");
        assert!(session.failure_view().countdown.unwrap().contains(&format!(" {seconds} ")), "{header}");
    }
}

/// The header arrived although the body did not.
#[test]
fn an_error_keeps_its_pause_without_its_body() {
    for status in [408, 429, 503] {
        for (why, mut reading) in readings() {
            reading.once(answer(status, "", Some("7")).arrived(None));
            assert_eq!(reading.pause(), Some(7000), "{why}: {status}");
        }
    }
    let whole = answer(201, "", None).arrived(Some("{}".to_owned()));
    assert_eq!(whole, Ok(answer(201, "{}", None)));
    assert_eq!(answer(201, "", None).arrived(None), Err(TransportError::BrokenOff(201)));
    assert_eq!(answer(404, "", None).arrived(None), Ok(answer(404, "", None)));
}

#[test]
fn the_pause_is_apart_from_the_time_that_the_answer_has() {
    let mut session = Session::configured(r#"{"timeoutSeconds": 7}"#);
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.once(asks(503, "9"));
    let waits = session.effects.iter().find_map(|effect| match effect {
        Effect::Send { delay_ms, timeout_ms, .. } => Some((*delay_ms, *timeout_ms)),
        _ => None,
    });
    assert_eq!(waits, Some((9000, 7000)));
}
