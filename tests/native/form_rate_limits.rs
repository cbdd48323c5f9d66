//! Too many requests: the pause that StackOne asks for, and its countdown.

use crate::fixtures::session::{NOW, Session, answer, list};
use crate::fixtures::state_ext::StateExt;
use crate::form_failures::envelope;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::requests::TimerId;
use stackone_connector_profile::stackone::Answer;
use stackone_connector_profile::stackone::UnixTime;

#[test]
fn a_pause_is_counted_down_and_ends_in_try_again() {
    let mut session = Session::sending();
    session.answer_text(429, &envelope(429, json!("Too Many Requests")).to_string(), Some("3"));
    assert_eq!(session.failed(), "rate-limited");
    session.assert_nothing_lost();
    for left in (1..=3).rev() {
        assert_eq!(session.failure_view().countdown.unwrap(), format!("You can try again in {left} seconds."));
        assert!(session.buttons().is_empty());
        let tick = session.tick().unwrap();
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert!(session.effects.is_empty(), "not before the pause ends");
        session.say(Message::CountdownTicked(tick.next(), UnixTime::default()));
        session.say(Message::CountdownTicked(TimerId(tick.0.wrapping_sub(1)), UnixTime::default()));
        assert!(session.effects.is_empty(), "a tick of another countdown");
        session.say(Message::CountdownTicked(tick, UnixTime::default()));
    }
    assert_eq!(session.tick(), None);
    assert_eq!(session.failure_view().countdown.unwrap(), "You can try again now.");
    assert_eq!(session.buttons(), ["Try again"]);
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &list(&[]));
    assert_eq!(session.just_sent(), ["POST"]);
}

#[test]
fn a_pause_may_be_a_date_or_missing_and_may_concern_the_list() {
    let date = httpdate::fmt_http_date(std::time::UNIX_EPOCH + std::time::Duration::from_secs(NOW.0 + 42));
    for (header, seconds) in
        [(Some("7"), 7), (Some(date.as_str()), 42), (Some("soon"), 60), (None, 60), (Some("99999"), 600)]
    {
        let mut listing = Session::filled();
        listing.say(Message::Submit(SubmitMessage::Pressed));
        for mut session in [listing, Session::sending()] {
            session.answer_text(429, "", header);
            assert_eq!(session.failed(), "rate-limited");
            assert!(session.failure_view().countdown.unwrap().contains(&format!(" {seconds} ")), "{header:?}");
        }
    }
}

/// A device sleeps for ten minutes between two ticks; and its clock may be set back.
#[test]
fn a_pause_ends_by_the_clock() {
    let mut session = Session::sending();
    session.answer_text(429, "", Some("300"));
    let tick = session.tick().unwrap();
    let mut back = session.clone();
    session.say(Message::CountdownTicked(tick, NOW.after(600)));
    assert_eq!(session.failure_view().countdown.unwrap(), "You can try again now.");
    assert_eq!(session.buttons(), ["Try again"]);
    back.say(Message::CountdownTicked(tick, UnixTime(NOW.0 - 5000)));
    assert_eq!(back.failure_view().countdown.unwrap(), "You can try again in 299 seconds.");
}

/// The clock of the device is wrong, and the answer says what StackOne’s says.
#[test]
fn a_date_is_held_against_the_date_of_the_answer() {
    let date = |seconds| httpdate::fmt_http_date(std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds));
    for (asked, said, seconds) in [(42, 0, 42), (42, 100, 0), (100_000, 0, 600)] {
        let mut session = Session::sending();
        let headers = Answer {
            retry_after: Some(date(1_000_000 + asked)),
            date: Some(date(1_000_000 + said)),
            ..answer(429, "", None)
        };
        session.once(Ok(headers));
        let expected = match seconds {
            0 => "You can try again now.".to_owned(),
            seconds => format!("You can try again in {seconds} seconds."),
        };
        assert_eq!(session.failure_view().countdown.unwrap(), expected);
    }
}

#[test]
fn a_pause_that_the_person_leaves_by_starting_over_stops_ticking() {
    let mut session = Session::sending();
    session.answer_text(429, "", Some("3"));
    let tick = session.tick().unwrap();
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.say(Message::CountdownTicked(tick, UnixTime::default()));
    assert!(session.effects.is_empty() && session.state.is_typing());
}

/// A tick of the form before must not count for the next one.
#[test]
fn the_countdown_of_a_form_that_left_counts_for_no_other() {
    let mut session = Session::sending();
    session.answer_text(429, "", Some("9"));
    let before = session.tick();
    session.say(Message::Mounted(Box::default()));
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer_text(429, "", Some("9"));
    assert!(before.is_some() && session.tick().is_some() && before != session.tick());
}
