//! The guide's clock: 20 minutes from when the app was created, on any device, across midnight and reloads.

use crate::fixtures::cases::properties;
use crate::fixtures::guide::Person;
use proptest::prelude::*;
use stackone_connector_profile::app::{Effect, Message};
use stackone_connector_profile::features::guide::GuideMessage;
use stackone_connector_profile::features::guide::{AppCreated, Guide};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::stackone::UnixTime;

const GUIDE: &str = r#"{"view": "guide"}"#;
const NOON: u64 = 20_780 * 86_400 + 12 * 3600;

/// A person who created the app at that time.
fn made(seconds: u64) -> Person {
    let mut person = Person::new();
    person.create_app();
    person.clock(seconds);
    person
}

/// The time until the next tick.
fn asks(person: &Person) -> Option<u32> {
    person.effects.iter().find_map(|effect| match effect {
        Effect::ReadClock(clock, after) if *clock == person.state.guide.clock => Some(*after),
        _ => None,
    })
}

fn runs(minutes: &str) -> Option<String> {
    Some(TextKey::ClockRuns.english().replace("{minutes}", minutes))
}

#[test]
fn it_counts_twenty_minutes_down_and_stops() {
    let mut person = Person::new();
    assert_eq!((person.view().guide().clock(), person.state.guide.left()), (None, None));
    person.create_app();
    assert_eq!(asks(&person), Some(0), "the time is asked for at once");
    for (passed, left, words) in [
        (0, 1200, runs("20")),
        (1, 1199, runs("20")),
        (60, 1140, runs("19")),
        (1140, 60, runs("1")),
        (1199, 1, runs("1")),
    ] {
        person.clock(NOON + passed);
        assert_eq!((person.state.guide.left(), asks(&person)), (Some(left), Some(1000)), "{passed}");
        assert_eq!(person.view().guide().clock(), words, "{passed}");
    }
    for passed in [1200, 1201, 100_000] {
        person.clock(NOON + passed);
        assert_eq!((person.state.guide.left(), asks(&person)), (Some(0), None), "{passed}");
        assert_eq!(person.view().guide().clock().as_deref(), Some(TextKey::ClockDone.english()));
    }
}

#[test]
fn it_survives_a_reload() {
    let kept = made(NOON).kept().unwrap().to_owned();
    for (passed, left) in [(0, 1200), (600, 600), (1200, 0), (90_000, 0)] {
        let mut person = Person::restored(GUIDE, Some(&kept));
        person.say(Message::Rendered);
        assert_eq!(asks(&person), Some(0), "it asks for the time again");
        person.clock(NOON + passed);
        assert_eq!(person.state.guide.left(), Some(left), "{passed}");
        assert_eq!(asks(&person), (left > 0).then_some(1000), "{passed}");
    }
}

/// Before the first tick, the time is unknown.
#[test]
fn no_time_is_shown_before_the_first_tick() {
    let kept = made(NOON).kept().unwrap().to_owned();
    let mut person = Person::restored(GUIDE, Some(&kept));
    person.say(Message::Rendered);
    let before = person.view().guide().clock();
    let mut person = Person::new();
    person.create_app();
    assert_eq!([before, person.view().guide().clock()], [None, None]);
}

#[test]
fn a_device_whose_clock_goes_backwards_waits_no_longer_than_twenty_minutes() {
    let mut person = made(NOON);
    person.clock(NOON + 300);
    person.clock(NOON - 3600);
    assert_eq!((person.state.guide.left(), asks(&person)), (Some(1200), Some(1000)));
    assert_eq!(person.view().guide().clock(), runs("20"));
    let kept = person.kept().unwrap().to_owned();
    for mut person in [person, Person::restored(GUIDE, Some(&kept))] {
        person.say(Message::Rendered);
        person.clock(NOON - 3600 + 1199);
        assert_eq!(person.state.guide.left(), Some(1));
        person.clock(NOON - 3600 + 1200);
        assert_eq!((person.state.guide.left(), asks(&person)), (Some(0), None));
    }
}

#[test]
fn a_moment_in_the_future_that_was_kept_counts_as_now() {
    for made_at in [(NOON + 86_400).to_string(), u64::MAX.to_string()] {
        let mut person = Person::restored(GUIDE, Some(&format!("{{\"madeAt\": {made_at}}}")));
        person.say(Message::Rendered);
        person.clock(NOON);
        assert_eq!(
            (person.state.guide.left(), person.state.guide.app),
            (Some(1200), Some(AppCreated::At(UnixTime(NOON)))),
            "{made_at}"
        );
        person.clock(NOON + 1200);
        assert_eq!(person.state.guide.left(), Some(0), "{made_at}");
    }
}

/// Who looks at that step again has not created another app.
#[test]
fn it_runs_from_the_first_time_on_until_everything_starts_over() {
    let mut person = made(NOON);
    person.clock(NOON + 1000);
    person.create_app();
    person.clock(NOON + 1001);
    assert_eq!((person.state.guide.left(), person.state.guide.app), (Some(199), Some(AppCreated::At(UnixTime(NOON)))));
    let old = person.state.guide.clock;
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    person.create_app();
    assert_ne!(person.state.guide.clock, old);
    person.guide(GuideMessage::ClockRead(old, UnixTime(NOON + 5000)));
    assert_eq!((person.state.guide.app, person.effects.len()), (Some(AppCreated::JustNow), 0), "of a clock before");
}

proptest! {
    #![proptest_config(properties(300))]

    #[test]
    fn whatever_the_device_says_the_wait_ends(
        times in prop::collection::vec(prop_oneof![any::<u64>(), NOON..NOON + 5000], 1..8),
        kept in prop::option::of(any::<u64>()),
    ) {
        let mut person = Person::restored(GUIDE, kept.map(|made_at| format!("{{\"madeAt\": {made_at}}}")).as_deref());
        person.say(Message::Rendered);
        if kept.is_none() {
            person.create_app();
        }
        for seconds in times {
            person.clock(seconds);
            let guide = &person.state.guide;
            let left = guide.left().unwrap();
            prop_assert!(left <= 1200 && matches!(guide.app, Some(AppCreated::At(UnixTime(made))) if made <= seconds));
            prop_assert_eq!(asks(&person), (left > 0).then_some(1000));
            // The same state, without storing and restoring it.
            let same = Guide { app: guide.app, now: UnixTime(seconds), ..Guide::default() };
            prop_assert_eq!(same.left(), Some(left));
        }
    }
}
