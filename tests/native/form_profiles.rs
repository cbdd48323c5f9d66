//! The list of profiles: read completely, searched, and described. Also duplicating a profile, and opening the one that
//! the page names.

use crate::fixtures::cases::{API_KEY, KEY, SECRET};
use crate::fixtures::session::{Session, created, list, page, profile, with};
use crate::fixtures::state_ext::StateExt;
use serde_json::{Value, json};
use stackone_connector_profile::app::{Authorize, Effect, Message, Shown, Target};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Answer, TransportError, UnixTime};

fn names(session: &Session) -> Vec<String> {
    session.view().profiles().found().into_iter().map(|profile| profile.name.clone()).collect()
}

fn numbered(numbers: std::ops::Range<usize>) -> Vec<Value> {
    numbers.map(|number| profile(&format!("p{number}"), &format!("P{number}"), "production")).collect()
}

fn failed(session: &Session) -> String {
    session.state.list_failure().unwrap_or_default()
}

#[test]
fn a_missing_key_is_said_at_the_key_and_nothing_is_sent() {
    for auth in ["", " "] {
        let mut session = Session::configured("{}");
        session.type_in(Field::ApiKey, auth);
        session.profiles(ProfilesMessage::Toggled);
        assert_eq!((session.focus(), session.said_of(Field::ApiKey)), (Some(Target::Step), vec![]));
        session.profiles(ProfilesMessage::ReadPressed);
        assert_eq!(session.focus(), Some(Target::Field(Field::ApiKey)));
        assert_eq!(session.said_of(Field::ApiKey).len(), 1);
        assert!(session.sent.is_empty() && !session.state.reads_profiles());
        session.type_in(Field::ApiKey, API_KEY);
        session.profiles(ProfilesMessage::ReadPressed);
        assert_eq!(session.just_sent(), ["GET"]);
        let sent = session.effects.iter().find_map(|effect| match effect {
            Effect::Send { authorize: Authorize::Value(value), .. } => Some(value.expose()),
            _ => None,
        });
        assert!(sent.unwrap().starts_with("Basic "));
    }
}

#[test]
fn the_list_is_read_to_its_end() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    assert!(session.state.shows_list());
    assert_eq!((session.just_sent(), session.focus()), (vec!["GET"], Some(Target::Step)));
    session.profiles(ProfilesMessage::ReadPressed);
    assert!(session.just_sent().is_empty(), "once at a time");
    for (number, from, to) in [(1, 0, 25), (2, 25, 50)] {
        session.answer(200, &page(number, 51, &numbered(from..to)));
        assert_eq!(session.just_sent(), ["GET"]);
        assert!(!session.state.profiles.read && session.state.reads_profiles());
    }
    assert!(session.sent.last().unwrap().1.url.ends_with("connector_key=salesforce&page=3&page_size=25"));
    session.answer(200, &page(3, 51, &numbered(50..51)));
    assert!(session.just_sent().is_empty() && !session.state.reads_profiles());
    assert!(session.state.profiles.read);
    assert_eq!(names(&session), (0..51).map(|number| format!("P{number}")).collect::<Vec<_>>());
    assert!(!session.state.is_busy() && session.state.is_typing());
    session.assert_nothing_lost();
}

#[test]
fn a_reading_that_fails_says_why_and_can_be_done_again() {
    for (status, says) in [
        (403, "StackOne didn’t allow this request"),
        (404, "This address doesn’t accept the request."),
        (429, "Too many requests."),
        (500, "StackOne isn’t available right now."),
        (200, "StackOne sent an unexpected answer."),
    ] {
        let mut session = Session::filled();
        session.profiles(ProfilesMessage::Toggled);
        session.answer_text(status, "no list", None);
        assert!(failed(&session).contains(says), "{status}: {}", failed(&session));
        assert!(
            session.view().failure().is_none() && session.events.iter().all(|event| event.name() != "profile-failed")
        );
        session.assert_nothing_lost();
        session.profiles(ProfilesMessage::ReadPressed);
        assert_eq!((session.just_sent(), failed(&session).as_str()), (vec!["GET"], ""));
        session.answer(200, &list(&[created("p1")]));
        assert_eq!((names(&session).len(), failed(&session).as_str()), (1, ""));
    }
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    session.no_answer(TransportError::Offline);
    assert!(!failed(&session).is_empty());
}

#[test]
fn a_refused_key_is_said_at_its_field_until_it_is_edited_and_the_list_is_not_called_empty() {
    let mut session = Session::listing(&[]);
    let shown = |session: &Session| match session.view().screen().shown {
        Shown::ProfileList(list, key) => {
            let key = key.unwrap();
            let said = key.messages.iter().map(|message| message.words.clone()).collect::<Vec<_>>().join(" ");
            (list.is_empty, list.failed.clone(), key.invalid, said)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(shown(&session), (true, None, false, String::new()));
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(401, &json!({}));
    let (empty, failed, invalid, said) = shown(&session);
    assert!(!empty && failed.is_none() && invalid && said.contains("didn’t accept this API key"), "{failed:?} {said}");
    session.type_in(Field::ApiKey, "v1.eu1.another");
    let (_, failed, invalid, said) = shown(&session);
    assert_eq!((failed, invalid, said.as_str()), (None, false, ""));
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(names(&session).len(), 1);
}

#[test]
fn a_reading_that_fails_halfway_leaves_the_list_before() {
    let mut session = Session::listing(&numbered(0..2));
    session.profiles(ProfilesMessage::ReadPressed);
    session.answer(200, &page(1, 26, &numbered(10..35)));
    session.answer(503, &json!({}));
    assert_eq!((names(&session), failed(&session).is_empty()), (vec!["P0".into(), "P1".into()], false));
}

#[test]
fn late_answers_are_dropped() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    let first = session.last_id();
    session.answer(500, &json!({}));
    session.profiles(ProfilesMessage::ReadPressed);
    let answer = Answer {
        status: 200,
        retry_after: None,
        now: UnixTime::default(),
        body: list(&[created("late")]).to_string(),
        ..Answer::default()
    };
    session.say(Message::AnswerArrived(first, Ok(answer)));
    assert!(session.effects.is_empty() && names(&session).is_empty() && session.state.reads_profiles());
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(session.state.known[0].id, "p1");
}

#[test]
fn the_search_finds_parts_of_names_in_any_case() {
    let mut session =
        Session::listing(&["Acme Sales", "ACME (Sandbox)", "Österreich"].map(|name| profile(name, name, "")));
    for (search, found) in [
        ("", &["Acme Sales", "ACME (Sandbox)", "Österreich"][..]),
        ("  ", &["Acme Sales", "ACME (Sandbox)", "Österreich"]),
        ("acme", &["Acme Sales", "ACME (Sandbox)"]),
        (" ME s", &["Acme Sales"]),
        ("(SAND", &["ACME (Sandbox)"]),
        ("österreich", &["Österreich"]),
        ("ÖS", &["Österreich"]),
        ("acmes", &[]),
        ("a much longer text than any name has", &[]),
    ] {
        session.profiles(ProfilesMessage::SearchEdited(search.to_owned()));
        assert_eq!(names(&session), found, "{search:?}");
        assert_eq!(session.state.profiles.search, search, "verbatim");
    }
}

/// A browser takes seconds to draw thousands.
#[test]
fn of_many_profiles_a_hundred_more_are_drawn_at_a_click() {
    let many = (0..250).map(|at| profile(&format!("p{at}"), &format!("Profile {at}"), "production"));
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    for (number, some) in (1..).zip(many.collect::<Vec<_>>().chunks(25)) {
        session.answer(200, &page(number, 250, some));
    }
    let drawn = |session: &Session| {
        let rows = session.view().profiles().list(None).rows.unwrap();
        (rows.found.len(), rows.has_more, rows.count)
    };
    assert_eq!(drawn(&session), (100, true, "Showing 100 of 250".to_owned()));
    session.profiles(ProfilesMessage::MorePressed);
    assert_eq!(drawn(&session), (200, true, "Showing 200 of 250".to_owned()));
    session.profiles(ProfilesMessage::MorePressed);
    assert_eq!(drawn(&session), (250, false, "Showing 250 of 250".to_owned()));
    session.profiles(ProfilesMessage::SearchEdited("Profile 24".to_owned()));
    assert_eq!(drawn(&session), (11, false, "Showing 11 of 250".to_owned()));
    session.profiles(ProfilesMessage::SearchEdited(String::new()));
    assert_eq!(drawn(&session), (100, true, "Showing 100 of 250".to_owned()));
}

#[test]
fn the_facts_of_a_profile_fit_one_line() {
    let whole = json!({
        "default": true, "active": false, "connector_version": "1.2.1", "connector_pinned_version": "1.2.x",
    });
    let bare = json!({"id": "p3", "name": "Bare"});
    let session = Session::listing(&[created("p1"), with(profile("p2", "All", "sandbox"), whole), bare]);
    let words = session.state.words();
    let facts = session.view().profiles().found().into_iter().map(|one| one.facts(words)).collect::<Vec<_>>();
    assert_eq!(facts[0], "production · 2026-11-23 16:45 UTC");
    assert_eq!(facts[1], "sandbox · default · disabled · 1.2.1 · pinned to 1.2.x · 2026-11-23 16:45 UTC");
    assert_eq!(facts[2], "");
}

#[test]
fn the_way_to_a_new_profile_closes_the_list() {
    let mut session = Session::listing(&[]);
    assert!(session.state.profiles.read && names(&session).is_empty());
    session.profiles(ProfilesMessage::Toggled);
    assert_eq!((session.state.shows_list(), session.focus()), (false, Some(Target::Field(Field::ClientId))));
    session.assert_nothing_lost();
    let mut session = Session::configured(r#"{"view": "guide"}"#);
    session.profiles(ProfilesMessage::Toggled);
    session.profiles(ProfilesMessage::Toggled);
    assert_eq!((session.state.guide.step, session.focus()), (Step::Start, Some(Target::Step)));
}

#[test]
fn after_a_result_the_way_to_a_new_profile_starts_over() {
    for duplicates in [false, true] {
        let mut session = Session::configured(r#"{"view": "guide"}"#);
        session.fill();
        session.say(Message::Guide(GuideMessage::StepPressed(Step::Profile)));
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        session.answer(201, &created("p1"));
        session.profiles(ProfilesMessage::Toggled);
        session.answer(200, &list(&[created("p1")]));
        let known = session.state.known[0].clone();
        session.profiles(if duplicates { ProfilesMessage::DuplicatePressed(known) } else { ProfilesMessage::Toggled });
        assert!(session.view().done().is_none() && session.view().failure().is_none());
        assert_eq!((session.state.guide.step, session.focus()), (Step::Start, Some(Target::Step)));
        assert_eq!(session.state.form.draft.client_id, "", "the key of another profile");
    }
}

#[test]
fn a_duplicate_is_a_new_draft_for_a_sandbox() {
    let mut session = Session::listing(&[profile("p1", "Sales", "production")]);
    session.profiles(ProfilesMessage::DuplicatePressed(session.known("Sales")));
    let draft = &session.state.form.draft;
    assert_eq!((draft.name.as_str(), draft.environment.as_str()), ("Sales (Sandbox)", "sandbox"));
    assert!(!session.state.shows_list() && !session.state.is_changing() && session.state.opened().is_none());
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    session.assert_nothing_lost();
    assert!(session.just_sent().is_empty());
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("p1", "Sales", "production")]));
    assert_eq!(session.just_sent(), ["POST"]);
    let body = session.last_body();
    assert_eq!((&body["name"], &body["environment"]), (&json!("Sales (Sandbox)"), &json!("sandbox")));
    assert_eq!(body["credentials"], json!({"clientId": KEY, "clientSecret": SECRET}), "what was typed");
}

/// The names that the form offers differ in the environment alone.
#[test]
fn a_duplicate_of_a_profile_for_production_is_named_after_the_sandbox() {
    for (name, expected) in
        [("Salesforce (Production)", "Salesforce (Sandbox)"), ("X (Production) Y", "X (Production) Y (Sandbox)")]
    {
        let mut session = Session::listing(&[profile("p1", name, "production")]);
        session.profiles(ProfilesMessage::DuplicatePressed(session.known(name)));
        assert_eq!(session.state.form.draft.name, expected);
    }
}

/// A profile that a refusal led to stays open.
#[test]
fn a_duplicate_changes_nothing_that_exists() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    session.answer(409, &json!({}));
    session.say(Message::Submit(SubmitMessage::EditPressed(session.state.known[0].clone())));
    assert!(session.state.opened().is_some());
    session.profiles(ProfilesMessage::DuplicatePressed(session.state.known[0].clone()));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    assert_eq!((session.just_sent(), session.count("PATCH")), (vec!["POST"], 0));
}

#[test]
fn nothing_is_duplicated_while_a_request_that_writes_is_out_or_a_profile_is_changed() {
    let mut sending = Session::sending();
    let mut changing = Session::changing(&[created("p1")]);
    let profile = changing.state.known[0].clone();
    for session in [&mut sending, &mut changing] {
        let before = (session.state.form.draft.name.clone(), session.state.form.draft.environment.clone());
        session.profiles(ProfilesMessage::DuplicatePressed(profile.clone()));
        assert_eq!((&session.state.form.draft.name, &session.state.form.draft.environment), (&before.0, &before.1));
        assert!(session.effects.is_empty());
    }
}
