//! A link expires after half an hour. After that, or after another link or owner, a late answer does not bring it back.

use crate::fixtures::guide::{NOW, Person};
use crate::fixtures::link::{LINK, asked, attempt, link_of, ready, seen, session, waiting};
use serde_json::Value;
use stackone_connector_profile::app::{Copy, Effect, Message, State};
use stackone_connector_profile::features::guide::GuideMessage;
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::plain;
use stackone_connector_profile::requests::Tracker;
use stackone_connector_profile::stackone::Answer;
use stackone_connector_profile::stackone::UnixTime;

/// The documented half hour, by the device's clock, from when the answer arrived.
#[test]
fn a_link_counts_down_and_goes_when_it_is_over() {
    let ticks = |person: &Person| {
        let clock = person.state.guide.clock;
        person
            .effects
            .iter()
            .filter(|effect| matches!(effect, Effect::ReadClock(number, _) if *number == clock))
            .count()
    };
    let mut person = asked();
    let seq = person.sent.last().unwrap().0;
    let body = session(LINK).to_string();
    person.say(Message::AnswerArrived(
        seq,
        Ok(Answer { status: 201, retry_after: None, now: UnixTime(NOW), body, ..Answer::default() }),
    ));
    assert_eq!(ticks(&person), 1, "{:?}", person.effects);
    let first = person.sent.len();
    person.link(LinkMessage::ShareToggled);
    let works = |person: &Person| plain(&person.view().link().shared.unwrap().1);
    assert!(works(&person).starts_with("Expires in 30 min."), "before the first tick: {}", works(&person));
    // Setting the clock back must not extend it.
    for (passed, minutes) in [(0, "30"), (-5000, "30"), (1, "30"), (60, "29"), (61, "29"), (1740, "1"), (1799, "1")] {
        person.clock(NOW.saturating_add_signed(passed));
        assert!(works(&person).starts_with(&format!("Expires in {minutes} min.")), "{passed}: {}", works(&person));
        assert_eq!((link_of(&person).as_deref(), ticks(&person)), (Some(LINK), 1), "{passed}");
        assert_eq!(person.view().link().message, None);
    }
    person.clock(NOW + 1800);
    assert_eq!((link_of(&person), ticks(&person)), (None, 0), "{:?}", person.effects);
    // Another session is made once somebody looks at the page, and not before.
    let waits = |effect: &Effect| matches!(effect, Effect::AwaitPage { ms: 0, focused: false, .. });
    assert!(person.effects.iter().any(waits), "{:?}", person.effects);
    assert_eq!(person.sent.len(), first + 1, "that of the shared link");
    seen(&mut person, 9000);
    assert_eq!((person.sent.len(), person.view().link().busy), (first + 2, true));
    person.answer(201, &session(LINK));
    assert_eq!(link_of(&person).as_deref(), Some(LINK));
}

/// The clock of an expired or replaced link has no effect.
#[test]
fn the_clock_of_an_earlier_link_is_ignored() {
    let mut person = ready();
    let old = person.state.guide.clock;
    let late = Message::Guide(GuideMessage::ClockRead(old, UnixTime(4000)));
    person.link(LinkMessage::Pressed);
    person.answer(201, &session(LINK));
    person.say(late.clone());
    assert!(link_of(&person).is_some() && person.effects.is_empty(), "{:?}", person.effects);
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    person.say(late);
    assert!(person.effects.is_empty() && person.state.guide.now == UnixTime::default(), "{:?}", person.effects);
}

#[test]
fn a_late_answer_is_dropped() {
    type Away = fn(&mut Person);
    let away: [(&str, Away); 3] = [
        ("started over", |person| person.say(Message::Submit(SubmitMessage::RestartPressed))),
        ("restarted", |person| person.say(Message::Mounted(Box::default()))),
        ("asked again", |person| {
            person.answer(500, &Value::Null);
            person.link(LinkMessage::Pressed);
        }),
    ];
    for (how, go) in away {
        let mut person = asked();
        let late = person.sent.last().unwrap().0;
        go(&mut person);
        // The support log appears nowhere else.
        let shown = |person: &Person| format!("{:?}", State { requests: Tracker::default(), ..person.state.clone() });
        let before = shown(&person);
        person.answer_to(late, 201, &session(LINK).to_string());
        assert_eq!(shown(&person), before, "{how}");
        assert!(person.effects.is_empty(), "{how}: {:?}", person.effects);
        person.say(Message::CopyPressed(Copy::Link));
        assert!(person.effects.is_empty(), "{how}: {:?}", person.effects);
    }
}

/// A link belongs to its owner: a link for another owner is not shown, whenever it was requested.
#[test]
fn another_owner_has_no_link_yet() {
    let mut early = asked();
    early.link(LinkMessage::OwnerIdEdited("8".to_owned()));
    let seq = early.sent.last().unwrap().0;
    early.answer_to(seq, 201, &session(LINK).to_string());
    let mut late = asked();
    let seq = late.sent.last().unwrap().0;
    late.answer_to(seq, 201, &session(LINK).to_string());
    assert!(link_of(&late).is_some());
    late.link(LinkMessage::OwnerNameEdited("Somebody else".to_owned()));
    for person in [early, late] {
        assert!(link_of(&person).is_none() && person.view().link().message.is_none() && !person.view().link().busy);
    }
}

/// A wait is no longer than the session.
#[test]
fn a_wait_ends_with_its_session() {
    for by_clock in [true, false] {
        let mut person = waiting();
        person.answer(200, &attempt("pending", serde_json::json!({})));
        let sent = person.sent.len();
        if by_clock {
            person.clock(NOW + 1800);
        } else {
            seen(&mut person, 1800);
        }
        assert_eq!((&person.state.linking.sign_in, person.sent.len()), (&SignIn::Expired, sent));
        assert_eq!(person.view().link().title, "Sign-in took too long");
        seen(&mut person, 1801);
        assert!(person.sent.last().unwrap().1.url.ends_with("/connect_sessions"), "the next one");
    }
}
