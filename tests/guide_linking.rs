//! After the profile: a link for linking an account. One request for a click, of the documented shape, and its answer in
//! words.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "fixtures/cases.rs"]
mod cases;
#[path = "fixtures/guide.rs"]
mod guide;
#[path = "fixtures/seen.rs"]
mod seen;

use cases::{API_KEY, SECRET, to_serde};
use guide::{NOW, Person};
use seen::everything;
use serde_json::{Value, json};
use stackone_connector_profile::form::State;
use stackone_connector_profile::form::guide::{Now, Saw};
use stackone_connector_profile::form::{Copy, Effect, GuideMsg, LinkMsg, Msg, Phase, Step, Target};
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::{Answer, Unanswered};
use stackone_connector_profile::text::{Key, plain};

const LINK: &str = "https://app.stackone.com/link/Q7l1nkT0ken";

/// A person who has named the owner; nothing is asked for yet.
fn named() -> Person {
    let mut person = Person::done();
    person.link(LinkMsg::OwnerId(" customer-7 ".to_owned()));
    person.link(LinkMsg::OwnerName("Acme \"Q\"\n".to_owned()));
    person
}

/// A person whose request is out.
fn asked() -> Person {
    let mut person = named();
    person.link(LinkMsg::Pressed);
    person
}

fn session(link: &str) -> Value {
    json!({
        "id": "s1", "organization_id": 7, "project_id": "p", "origin_owner_id": "customer-7",
        "origin_owner_name": "Acme", "created_at": "2026-11-23T16:45:09.000Z", "token": "Q7t0ken", "auth_link_url": link,
    })
}

/// The link that is shown below the result.
fn link_of(person: &Person) -> Option<String> {
    assert!(person.view().done().is_some());
    person.view().copy(Copy::Link).map(|copy| copy.text.expose().to_owned())
}

#[test]
fn a_link_is_asked_for_by_one_request_of_the_documented_shape() {
    for (config, base) in [("", "https://api.stackone.com"), (r#", "apiBaseUrl": "/stackone/""#, "/stackone")] {
        let mut person = Person::done();
        person.state.settings = Person::configured(&format!(r#"{{"view": "guide"{config}}}"#)).state.settings;
        person.link(LinkMsg::OwnerId(" customer-7 ".to_owned()));
        person.link(LinkMsg::OwnerName("Acme \"Q\"\n".to_owned()));
        let before = person.sent.len();
        person.link(LinkMsg::Pressed);
        let [(_, request)] = &person.sent[before..] else { panic!("{:?}", person.effects) };
        assert_eq!((request.method.as_str(), request.url.clone()), ("POST", [base, "/connect_sessions"].concat()));
        let expected = json!({
            "origin_owner_id": "customer-7",
            "origin_owner_name": "Acme \"Q\"",
            "provider": "salesforce",
            "connector_profile_id": "p1",
        });
        assert_eq!(to_serde(request.body.as_ref().unwrap()), expected);
    }
}

#[test]
fn a_label_goes_along_where_one_is_typed() {
    for (typed, sent) in [("", Value::Null), (" \n", Value::Null), (" First \"one\"", json!("First \"one\""))] {
        let mut person = named();
        person.link(LinkMsg::Label(typed.to_owned()));
        person.link(LinkMsg::Pressed);
        let (_, request) = person.sent.last().unwrap();
        let body = to_serde(request.body.as_ref().unwrap());
        assert_eq!((&body["label"], body.as_object().unwrap().len()), (&sent, if sent.is_null() { 4 } else { 5 }));
        assert_eq!(person.state.linking.label, typed, "what was typed stays");
    }
    let mut person = asked();
    person.answer(201, &session(LINK));
    person.link(LinkMsg::Label("Second".to_owned()));
    assert!(link_of(&person).is_none(), "that link was made without a label");
}

/// The documented half hour, by the device's clock, from the moment at which the answer came.
#[test]
fn a_link_counts_down_and_goes_when_it_is_over() {
    let ticks = |person: &Person| {
        let clock = person.state.guide.clock;
        person.effects.iter().filter(|effect| matches!(effect, Effect::Clock(number, _) if *number == clock)).count()
    };
    let mut person = asked();
    let seq = person.sent.last().unwrap().0;
    let body = session(LINK).to_string();
    person.say(Msg::Answered(seq, Ok(Answer { status: 201, retry_after: None, now: NOW, body })));
    assert_eq!(ticks(&person), 1, "{:?}", person.effects);
    let works = |person: &Person| plain(&person.view().link_works());
    assert!(works(&person).starts_with("Valid for 30 min."), "nobody has told the time yet: {}", works(&person));
    // A clock that was put back must not make it longer.
    for (passed, minutes) in [(0, "30"), (-5000, "30"), (1, "30"), (60, "29"), (61, "29"), (1740, "1"), (1799, "1")] {
        person.clock(NOW.saturating_add_signed(passed), 60);
        assert!(works(&person).starts_with(&format!("Valid for {minutes} min.")), "{passed}: {}", works(&person));
        assert_eq!((link_of(&person).as_deref(), ticks(&person)), (Some(LINK), 1), "{passed}");
        assert_eq!(person.view().link_message(), None);
    }
    person.clock(NOW + 1800, 60);
    assert_eq!((link_of(&person), ticks(&person)), (None, 0), "{:?}", person.effects);
    assert_eq!(person.view().link_message().as_deref(), Some("The link has expired. Make another one."));
    person.link(LinkMsg::Pressed);
    assert_eq!((person.view().link_message(), person.view().is_linking()), (None, true));
    person.answer(201, &session(LINK));
    assert_eq!(link_of(&person).as_deref(), Some(LINK));
}

/// The clock of a link that is gone, or that another one followed, counts nothing.
#[test]
fn the_clock_of_a_link_before_is_not_heard() {
    let mut person = asked();
    person.answer(201, &session(LINK));
    let old = person.state.guide.clock;
    let late = Msg::Guide(GuideMsg::Clocked(old, Now { seconds: 4000, zone: 0 }));
    person.link(LinkMsg::Pressed);
    person.answer(201, &session(LINK));
    person.say(late.clone());
    assert!(link_of(&person).is_some() && person.effects.is_empty(), "{:?}", person.effects);
    person.say(Msg::Restarted);
    person.say(late);
    assert!(person.effects.is_empty() && person.state.guide.now == Now::default(), "{:?}", person.effects);
}

#[test]
fn an_owner_needs_an_id_and_a_name() {
    for (id, name, lacks_id) in
        [("", "", true), ("", "Acme", true), ("7", "", false), (" \n", "Acme", true), ("7", "\u{a0}", false)]
    {
        let mut person = Person::done();
        person.link(LinkMsg::OwnerId(id.to_owned()));
        person.link(LinkMsg::OwnerName(name.to_owned()));
        let before = person.sent.len();
        person.link(LinkMsg::Pressed);
        assert_eq!(person.sent.len(), before, "{id:?} {name:?}");
        assert_eq!(person.focus(), Some(Target::Owner { id: lacks_id }), "{id:?} {name:?}");
        assert_eq!(person.view().link_message().as_deref(), Some(Key::LinkUnnamed.english()));
        let linking = &person.state.linking;
        assert_eq!([&linking.owner_id, &linking.owner_name], [id, name], "what was typed stays");
        person.link(LinkMsg::OwnerId("7".to_owned()));
        person.link(LinkMsg::OwnerName("Acme".to_owned()));
        person.link(LinkMsg::Pressed);
        assert_eq!(person.sent.len(), before + 1);
        assert_eq!(person.view().link_message(), None);
    }
}

#[test]
fn a_second_click_sends_nothing_while_a_request_is_out_and_something_after() {
    let mut person = asked();
    let before = person.sent.len();
    assert!(person.view().is_linking());
    for _ in 0..3 {
        person.link(LinkMsg::Pressed);
        person.link(LinkMsg::OwnerName("Another".to_owned()));
    }
    assert_eq!(person.sent.len(), before);
    person.answer(500, &Value::Null);
    assert!(!person.view().is_linking());
    person.link(LinkMsg::Pressed);
    assert_eq!(person.sent.len(), before + 1);
    person.answer(201, &session(LINK));
    person.link(LinkMsg::Pressed);
    assert_eq!(person.sent.len(), before + 2, "a link that ran out is made anew");
}

#[test]
fn the_link_shows_and_can_be_copied() {
    for body in [session(LINK), json!({"auth_link_url": LINK})] {
        let mut person = asked();
        assert!(link_of(&person).is_none());
        person.say(Msg::CopyPressed(Copy::Link));
        assert!(person.effects.is_empty(), "there is nothing to copy yet: {:?}", person.effects);
        person.answer(201, &body);
        assert_eq!(link_of(&person).as_deref(), Some(LINK));
        assert_eq!((person.view().link_message(), person.view().is_linking()), (None, false));
        person.say(Msg::CopyPressed(Copy::Link));
        let copied = |effect: &Effect| matches!(effect, Effect::Copy(Copy::Link, text) if text.expose() == LINK);
        assert!(person.effects.iter().any(copied), "{:?}", person.effects);
        let told = format!("{:?}{:?}{:?}", person.state, person.effects, everything(&person.state));
        assert!(!told.contains("Q7l1nkT0ken"), "whoever has the link can link an account: {told}");
        assert!(matches!(person.state.phase, Phase::Done(_)), "the profile stands as before");
    }
}

#[test]
fn an_answer_without_a_link_that_a_browser_opens_says_so() {
    for body in [
        json!({}),
        json!([]),
        session(""),
        session("javascript:alert(1)"),
        session("//x"),
        json!({"auth_link_url": null}),
    ] {
        let mut person = asked();
        person.answer(201, &body);
        assert!(link_of(&person).is_none(), "{body}");
        assert!(person.view().link_message().unwrap().contains(Key::LinkUnreadable.english()), "{body}");
    }
}

#[test]
fn a_failure_shows_in_words_by_its_kind() {
    let answered = [
        (401, Key::Unauthorized),
        (403, Key::Forbidden),
        (404, Key::NotOffered),
        (501, Key::NotOffered),
        (400, Key::RejectedField),
        (422, Key::RejectedField),
        (429, Key::RateLimited),
        (408, Key::NothingSent),
        (503, Key::NothingSent),
    ];
    let mut kinds = Vec::new();
    for (status, key) in answered {
        let mut person = asked();
        person.answer(status, &json!({"statusCode": status, "message": format!("no {API_KEY}")}));
        kinds.push((format!("{status}"), person.view().link_message().unwrap(), key));
        assert!(matches!(person.state.phase, Phase::Done(_)));
    }
    let unanswered = [
        (Unanswered::Offline, Key::BlockedOffline),
        (Unanswered::Network, Key::Blocked),
        (Unanswered::TimedOut, Key::NothingSent),
        (Unanswered::NoAuthorization("no".into()), Key::NothingSent),
    ];
    for (why, key) in unanswered {
        let mut person = asked();
        let seq = person.sent.last().unwrap().0;
        person.say(Msg::Answered(seq, Err(why.clone())));
        let key = if matches!(why, Unanswered::NoAuthorization(_)) { Key::NoAuthorization } else { key };
        kinds.push((format!("{why:?}"), person.view().link_message().unwrap(), key));
    }
    let frame = Key::LinkFailed.english().split("{why}").map(plain).collect::<Vec<_>>();
    for (kind, message, key) in kinds {
        let said = plain(&message);
        let words = plain(key.english()).replace("{words}", "no ");
        assert!(said.contains(&words), "{kind}: {message}");
        assert!(said.starts_with(&frame[0]) && said.ends_with(&frame[1]), "{kind}: {message}");
        assert!(!message.contains(API_KEY), "{kind}: {message}");
    }
}

/// The words of a failed create do not fit: the profile stands, and there is no request below.
#[test]
fn no_failure_of_the_link_says_that_the_profile_was_not_created() {
    let mut odd = Vec::new();
    let answers = [401, 403, 404, 408, 409, 422, 429, 500].map(|status| (status, None));
    let none = [Unanswered::Offline, Unanswered::ForbiddenByPolicy, Unanswered::Network, Unanswered::TimedOut];
    for (status, why) in answers.into_iter().chain(none.map(|why| (0, Some(why)))) {
        let mut person = asked();
        match why.clone() {
            Some(why) => person.say(Msg::Answered(person.sent.last().unwrap().0, Err(why))),
            None => person.answer(status, &json!({"message": "no"})),
        }
        let message = person.view().link_message().unwrap();
        let wrong =
            ["Nothing was created", "nothing was created", "create the profile", "request below", "profile like this"];
        odd.extend(
            wrong.iter().filter(|words| message.contains(*words)).map(|words| format!("{status} {why:?}: {words}")),
        );
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

#[test]
fn what_stackone_says_of_a_refused_owner_is_shown() {
    let mut person = asked();
    person.answer(422, &json!({"statusCode": 422, "message": "origin_owner_id must be shorter"}));
    let message = person.view().link_message().unwrap();
    assert!(message.contains("origin_owner_id must be shorter"), "{message}");
}

#[test]
fn a_late_answer_is_dropped() {
    type Away = fn(&mut Person);
    let away: [(&str, Away); 3] = [
        ("started over", |person| person.say(Msg::Restarted)),
        ("began anew", |person| person.say(Msg::Began(Box::default()))),
        ("asked again", |person| {
            person.answer(500, &Value::Null);
            person.link(LinkMsg::Pressed);
        }),
    ];
    for (how, go) in away {
        let mut person = asked();
        let late = person.sent.last().unwrap().0;
        go(&mut person);
        // What is remembered for support is for support alone.
        let shown = |person: &Person| format!("{:?}", State { log: Vec::new(), ..person.state.clone() });
        let before = shown(&person);
        person.answer_to(late, 201, &session(LINK).to_string());
        assert_eq!(shown(&person), before, "{how}");
        assert!(person.effects.is_empty(), "{how}: {:?}", person.effects);
        person.say(Msg::CopyPressed(Copy::Link));
        assert!(person.effects.is_empty(), "{how}: {:?}", person.effects);
    }
}

#[test]
fn there_is_no_link_without_a_profile() {
    let mut person = Person::filled(Step::Profile);
    for msg in
        [LinkMsg::OwnerId("7".into()), LinkMsg::OwnerName("Acme".into()), LinkMsg::Label("A".into()), LinkMsg::Pressed]
    {
        person.link(msg);
        assert!(person.effects.is_empty(), "{:?}", person.effects);
    }
    assert_eq!((person.sent.len(), person.state.linking.owner_id.as_str()), (0, ""));
}

#[test]
fn where_linking_fails_the_guide_goes_back_to_the_check_and_changes_that_profile() {
    let mut person = asked();
    person.answer(201, &session(LINK));
    assert!(person.state.guided() && link_of(&person).is_some());
    person.guide(GuideMsg::TroubleShot);
    assert_eq!((person.step(), person.state.editing.as_ref().unwrap().id.as_str()), (Step::Check, "p1"));
    assert!(person.view().done().is_none() && person.state.guide.saw == Some(Saw::Error));
    person.guide(GuideMsg::Went(Step::Profile));
    person.say(Msg::Typed(Field::ClientSecret, Secret::from(SECRET)));
    person.say(Msg::Submitted);
    let (_, request) = person.sent.last().unwrap();
    assert_eq!((request.method.as_str(), request.url.ends_with("/connector_profiles/p1")), ("PATCH", true));
}

/// A link is for the owner it was made for: one for somebody else is not shown, whenever it was asked for.
#[test]
fn another_owner_has_no_link_yet() {
    let mut early = asked();
    early.link(LinkMsg::OwnerId("8".to_owned()));
    let seq = early.sent.last().unwrap().0;
    early.answer_to(seq, 201, &session(LINK).to_string());
    let mut late = asked();
    let seq = late.sent.last().unwrap().0;
    late.answer_to(seq, 201, &session(LINK).to_string());
    assert!(link_of(&late).is_some());
    late.link(LinkMsg::OwnerName("Somebody else".to_owned()));
    for person in [early, late] {
        assert!(link_of(&person).is_none() && person.view().link_message().is_none() && !person.view().is_linking());
    }
}
