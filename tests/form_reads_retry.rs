//! A request that only reads is sent again by itself, twice, where the failure may pass: after which answers, after
//! which pauses, and that nothing which writes ever is.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "fixtures/cases.rs"]
mod cases;
#[path = "fixtures/session.rs"]
mod session;

use std::time::{Duration, UNIX_EPOCH};

use serde_json::json;
use session::{NOW, Session, answer, changing, created, list, page, profile, save};
use stackone_connector_profile::form::{Authorize, Effect, Failure, LinkMsg, Msg, Phase, ProfilesMsg, Settings};
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Answer, Unanswered};

type Outcome = Result<Answer, Unanswered>;

/// The list, as it is read for each of the reasons there are; each request is out.
fn readings() -> [(&'static str, Session); 4] {
    let [mut quiet, mut checking, mut listing] = [(); 3].map(|()| Session::filled());
    quiet.say(Msg::Left(Field::ApiKey));
    checking.say(Msg::Submitted);
    listing.profiles(ProfilesMsg::Toggled);
    let mut comparing = Session::sending();
    comparing.once(Err(Unanswered::TimedOut));
    let readings = [("quiet", quiet), ("checking", checking), ("comparing", comparing), ("listing", listing)];
    for (why, reading) in &readings {
        assert_eq!((reading.just_sent(), reading.pause()), (vec!["GET"], None), "{why}: at once");
    }
    readings
}

fn status(status: u16) -> Outcome {
    Ok(answer(status, "<html>", None))
}

fn asks(status: u16, retry_after: &str) -> Outcome {
    Ok(answer(status, "{}", Some(retry_after)))
}

fn good() -> Outcome {
    Ok(answer(200, &list(&[]).to_string(), None))
}

/// What may be gone a moment later.
fn passing() -> Vec<Outcome> {
    let unanswered = [Unanswered::Network, Unanswered::TimedOut, Unanswered::BrokenOff(200)].map(Err);
    let broken_off = [408, 429, 503].map(|status| Answer::arrived(status, None, NOW, None));
    let errors = [408, 429, 500, 502, 503, 504, 507, 599].map(status);
    unanswered.into_iter().chain(broken_off).chain(errors).collect()
}

/// What comes back just the same.
fn lasting() -> Vec<Outcome> {
    let no_key = Unanswered::NoAuthorization(String::new());
    let unanswered = [Unanswered::Offline, Unanswered::ForbiddenByPolicy, no_key].map(Err);
    let refusals = [400, 401, 402, 403, 404, 405, 406, 409, 410, 418, 422, 428, 451, 501].map(status);
    let odd = [200, 204, 299, 304].map(status);
    unanswered.into_iter().chain(refusals).chain(odd).collect()
}

/// Nothing more is sent, and nothing waits.
fn assert_ended(reading: &Session, why: &str) {
    assert!(reading.just_sent().is_empty() && !reading.state.is_busy(), "{why}: {:?}", reading.effects);
    assert!(reading.state.quiet.is_none() && reading.state.profiles.reading.is_none(), "{why}");
}

#[test]
fn what_may_pass_is_tried_twice_more_with_growing_pauses() {
    for outcome in passing() {
        for (why, mut reading) in readings() {
            let mut seen = vec![reading.last_seq()];
            let url = reading.sent.last().unwrap().1.url.clone();
            for pause in [500, 1500] {
                reading.once(outcome.clone());
                assert_eq!((reading.just_sent(), reading.pause()), (vec!["GET"], Some(pause)), "{why}: {outcome:?}");
                assert_eq!(reading.sent.last().unwrap().1.url, url);
                assert!(!seen.contains(&reading.last_seq()), "a number of its own");
                seen.push(reading.last_seq());
            }
            reading.once(outcome.clone());
            assert_ended(&reading, why);
            let failed = reading.events.iter().filter(|event| event.name() == "profile-failed").count();
            assert_eq!(failed, usize::from(matches!(why, "checking" | "comparing")), "{why}: said once");
            assert_eq!(reading.state.profiles.failed.is_some(), why == "listing");
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
            assert!(reading.view().failure().is_none() && reading.state.profiles.failed.is_none(), "{why}");
        }
        reading.once(good());
        assert_eq!(reading.count("GET"), reading.sent.len() - reading.count("POST"));
        assert!(reading.view().failure().is_none_or(|_| why == "comparing"), "{why}");
    }
}

#[test]
fn a_pause_that_is_asked_for_counts_instead() {
    let date = |seconds: u64| httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
    let (soon, past) = (date(NOW + 3), date(NOW - 3));
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
        ("99999999999999999999999", 500),
        ("Sun, 99 Nov 1994 08:49:37 GMT", 500),
    ] {
        for status in [408, 429, 500, 503] {
            for (why, mut reading) in readings() {
                reading.once(asks(status, header));
                assert_eq!(reading.pause(), Some(pause), "{why}: {status} {header:?}");
                // The second is its own.
                reading.once(asks(status, "2"));
                assert_eq!(reading.pause(), Some(2000), "{why}");
                reading.once(asks(status, "2"));
                assert_ended(&reading, why);
            }
        }
    }
}

#[test]
fn nobody_waits_for_a_long_pause_unseen() {
    let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(NOW + 42));
    for (header, seconds) in [("11", 11), ("3600", 3600), ("99999", 3600), (&date, 42)] {
        for status in [408, 429, 503] {
            for (why, mut reading) in readings() {
                reading.once(asks(status, header));
                assert_ended(&reading, why);
            }
        }
        let mut session = Session::filled();
        session.say(Msg::Submitted);
        session.once(status(500));
        session.once(asks(429, header));
        assert_eq!(session.failed(), "rate-limited");
        assert!(session.failure_view().countdown.unwrap().contains(&format!(" {seconds} ")), "{header}");
    }
}

/// The header came although the body did not.
#[test]
fn an_error_keeps_its_pause_without_its_body() {
    for status in [408, 429, 503] {
        for (why, mut reading) in readings() {
            reading.once(Answer::arrived(status, Some("7".to_owned()), NOW, None));
            assert_eq!(reading.pause(), Some(7000), "{why}: {status}");
        }
    }
    let whole = Answer::arrived(201, None, NOW, Some("{}".to_owned()));
    assert_eq!(whole, Ok(answer(201, "{}", None)));
    assert_eq!(Answer::arrived(201, None, NOW, None), Err(Unanswered::BrokenOff(201)));
    assert_eq!(Answer::arrived(404, None, NOW, None), Ok(answer(404, "", None)));
}

#[test]
fn the_pause_is_apart_from_the_time_that_the_answer_has() {
    let mut session = Session::configured(r#"{"timeoutSeconds": 7}"#);
    session.fill();
    session.say(Msg::Submitted);
    session.once(asks(503, "9"));
    let waits = session.effects.iter().find_map(|effect| match effect {
        Effect::Send { delay_ms, timeout_ms, .. } => Some((*delay_ms, *timeout_ms)),
        _ => None,
    });
    assert_eq!(waits, Some((9000, 7000)));
}

#[test]
fn after_one_failure_it_goes_on_as_ever() {
    for outcome in passing() {
        let mut session = Session::filled();
        session.say(Msg::Submitted);
        session.once(outcome);
        session.once(good());
        assert_eq!((session.just_sent(), session.pause()), (vec!["POST"], None), "once the list was read");
        session.answer(201, &created("p1"));
        assert_eq!((session.done().id.as_str(), session.count("POST"), session.count("GET")), ("p1", 1, 2));
        let told = session.events.iter().filter(|event| event.name() == "profile-failed").count();
        assert_eq!(told, 0);
    }
}

#[test]
fn each_page_has_its_own_retries_and_what_was_read_is_kept() {
    let mut session = Session::filled();
    session.profiles(ProfilesMsg::Toggled);
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
        for msg in [LinkMsg::OwnerId("o1".into()), LinkMsg::OwnerName("Acme".into()), LinkMsg::Pressed] {
            linking.say(Msg::Link(msg));
        }
        for mut session in [creating.clone(), saving, linking] {
            assert_ne!(session.last_method(), "GET");
            session.once(outcome.clone());
            assert!(session.just_sent().iter().all(|method| *method == "GET"), "{outcome:?}");
            assert_eq!(session.pause(), None, "{outcome:?}: what is read then is read at once");
        }
        creating.once(outcome.clone());
        // Whatever the list says then, or does not.
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
        let first = reading.last_seq();
        reading.once(Err(Unanswered::TimedOut));
        let second = reading.last_seq();
        let known = reading.state.known.len();
        reading.say(Msg::Answered(first, Ok(answer(200, &list(&[created("late")]).to_string(), None))));
        assert!(reading.effects.is_empty() && reading.state.known.len() == known, "{why}");
        reading.say(Msg::Answered(first, status(503)));
        assert!(reading.effects.is_empty() && reading.last_seq() == second, "{why}: nor is it tried again");
        reading.once(Ok(answer(200, &list(&[created("p1")]).to_string(), None)));
        assert_eq!(reading.state.known[0].id, "p1", "{why}");
    }
}

#[test]
fn a_click_does_not_wait_for_a_quiet_retry() {
    let [(_, mut quiet), ..] = readings();
    quiet.once(status(503));
    let dropped = quiet.last_seq();
    quiet.say(Msg::Submitted);
    assert_eq!((quiet.just_sent(), quiet.pause()), (vec!["GET"], None));
    quiet.say(Msg::Answered(dropped, status(503)));
    assert!(quiet.effects.is_empty());
    quiet.once(good());
    assert_eq!(quiet.just_sent(), ["POST"]);
}

#[test]
fn a_create_whose_answer_got_lost_is_looked_for_until_the_list_comes() {
    for failures in 0..3 {
        let mut session = Session::sending();
        session.once(Err(Unanswered::TimedOut));
        for _ in 0..failures {
            session.once(Err(Unanswered::Network));
            session.say(Msg::Submitted);
            assert!(session.effects.is_empty() && matches!(session.state.phase, Phase::Comparing(..)));
        }
        session.answer(200, &list(&[created("p1")]));
        assert_eq!((session.done().id.as_str(), session.count("POST")), ("p1", 1), "{failures}");
    }
    let mut session = Session::sending();
    session.once(Err(Unanswered::TimedOut));
    session.no_answer(Unanswered::Network);
    assert_eq!((session.failure(), session.count("POST"), session.count("GET")), (&Failure::Unread, 1, 4));
    session.say(Msg::Submitted);
    session.once(status(429));
    session.answer(200, &list(&[]));
    assert_eq!((session.failure(), session.count("POST")), (&Failure::NotCreated, 1));
}

#[test]
fn a_form_that_is_gone_tries_nothing() {
    for msg in [Msg::Ended, Msg::Began(Box::<Settings>::default())] {
        for (why, mut reading) in readings() {
            reading.once(status(503));
            reading.say(msg.clone());
            for outcome in [status(503), Err(Unanswered::Network), good()] {
                reading.once(outcome);
                assert!(reading.just_sent().is_empty() && reading.state.known.is_empty(), "{why}");
            }
        }
    }
}

#[test]
fn a_key_that_is_typed_meanwhile_goes_with_the_next_try() {
    let mut session = Session::filled();
    session.say(Msg::Submitted);
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
    session.say(Msg::Submitted);
    session.once(status(503));
    session.once(Err(Unanswered::TimedOut));
    session.answer(200, &json!({"data": []}));
    let copy = session.view().copy(stackone_connector_profile::form::Copy::Bundle).unwrap();
    let ends = copy.text.expose().lines().filter(|line| line.starts_with("GET")).map(|line| {
        let (_, end) = line.split_once("page_size=25 ").unwrap();
        end.to_owned()
    });
    assert_eq!(ends.collect::<Vec<_>>(), ["16:45:09Z 503", "timed out", "16:45:09Z 200"]);
}
