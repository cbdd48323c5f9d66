//! Successful sessions: from an empty form to a profile, and on to the next one.

use crate::fixtures::cases::{self, API_KEY, KEY, SECRET, settings};
use crate::fixtures::session::{NOW, Session, created, list, page, profile};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Authorize, Effect, Event, Message, Target};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::RequestId;
use stackone_connector_profile::stackone::{Answer, TransportError};

#[test]
fn typed_credentials_become_a_profile() {
    let mut session = Session::filled();
    assert_eq!(session.view().button(), "Create profile");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["GET"]);
    assert!(session.state.is_busy());
    session.answer(200, &list(&[]));
    assert_eq!(session.just_sent(), ["POST"]);
    let expected = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "production",
        "name": "Salesforce (Production)", "default": false, "credentials": { "clientId": KEY, "clientSecret": SECRET },
    });
    assert_eq!(session.last_body(), expected);
    session.answer(201, &created("p1"));
    assert_eq!(session.done().id, "p1");
    assert_eq!(session.focus(), Some(Target::Done));
    assert_eq!(session.last_event().0, "profile-created");
    let done = session.view().done().unwrap();
    let facts = done.facts.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>();
    assert_eq!(facts, ["Salesforce (Production)", "Production", "2026-11-23 16:45 UTC"]);
    assert_eq!(done.id.unwrap().text.expose(), "p1");
    assert_eq!((session.count("GET"), session.count("POST")), (2, 1));
}

#[test]
fn every_request_carries_the_key_and_waits_half_a_minute() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    let header = "Basic djEuZXUxLmM0bjRyeVE3a2V5Og==";
    let Some(Effect::Send { authorize: Authorize::Value(value), timeout_ms: 30_000, .. }) = session.effects.first()
    else {
        panic!("{:?}", session.effects)
    };
    assert_eq!(value.expose(), header);
    session.answer(200, &list(&[]));
    let Some(Effect::Send { authorize: Authorize::Value(value), .. }) = session.effects.first() else { panic!() };
    assert_eq!(value.expose(), header);
}

#[test]
fn without_a_key_of_ones_own_the_host_page_or_a_proxy_authorises() {
    for (auth, is_right) in [
        ("host", (|authorize| matches!(authorize, Authorize::Host)) as fn(&Authorize) -> bool),
        ("none", |authorize| matches!(authorize, Authorize::Nobody)),
    ] {
        let mut session = Session::configured(&json!({ "auth": auth }).to_string());
        session.fill();
        assert!(!session.view().form().asks_for_key);
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert!(
            matches!(session.effects.first(), Some(Effect::Send { authorize, .. }) if is_right(authorize)),
            "{auth}"
        );
    }
}

#[test]
fn a_second_click_does_nothing_at_any_moment() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    for _ in 0..3 {
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert!(session.effects.is_empty());
    }
    session.answer(200, &list(&[]));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.effects.is_empty());
    session.answer(201, &created("p1"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.effects.is_empty(), "an existing profile is not created again");
    assert_eq!(session.count("POST"), 1);
}

#[test]
fn a_repeated_or_late_answer_is_dropped() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    let first = session.last_id();
    session.answer(200, &list(&[]));
    let post = session.last_id();
    for seq in [first, RequestId(first.0.wrapping_sub(1)), RequestId(post.0 + 1)] {
        session.say(Message::AnswerArrived(seq, Err(TransportError::TimedOut)));
        assert!(session.effects.is_empty() && session.state.is_writing(), "{seq:?}");
    }
    session.answer(201, &created("p1"));
    session.say(Message::AnswerArrived(post, Err(TransportError::TimedOut)));
    assert!(session.effects.is_empty());
    assert_eq!(session.done().id, "p1");
}

#[test]
fn an_empty_form_says_all_that_is_missing_and_sends_nothing() {
    let mut session = Session::configured("{}");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    assert_eq!(
        session.last_event(),
        (
            "profile-failed",
            json!({"code": "invalid-draft", "message": "Fix the marked fields to continue.", "retryable": false})
        )
    );
    let summary = session.view().form().summary().unwrap();
    assert_eq!(summary.title, "Fix 3 fields to continue");
    assert_eq!(summary.fields, [Field::ClientId, Field::ClientSecret, Field::ApiKey]);
    session.type_in(Field::ClientId, KEY);
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientSecret)));
    session.type_in(Field::ClientSecret, SECRET);
    assert_eq!(session.view().form().summary().unwrap().fields.len(), 1);
    session.type_in(Field::ApiKey, API_KEY);
    assert!(session.view().form().summary().is_none(), "it goes with the last error");
    assert!(session.sent.is_empty());
}

#[test]
fn an_error_appears_when_a_field_is_left_and_disappears_once_fixed() {
    let mut session = Session::configured("{}");
    session.type_in(Field::ClientId, "abc");
    assert!(session.said_of(Field::ClientId).is_empty());
    session.say(Message::Form(FormMessage::Blurred(Field::ClientId)));
    assert_eq!(session.said_of(Field::ClientId).len(), 1);
    assert!(session.view().form().field(Field::ClientId).invalid);
    session.type_in(Field::ClientId, KEY);
    assert!(session.said_of(Field::ClientId).is_empty());
}

#[test]
fn the_host_page_gets_validation_only_when_it_changes() {
    let mut session = Session::configured("{}");
    let validations = |session: &Session| session.events.iter().filter(|event| event.name() == "validation").count();
    assert_eq!(session.events.iter().map(|event| event.name()).collect::<Vec<_>>(), ["ready", "validation"]);
    session.type_in(Field::Name, "Sales");
    session.say(Message::Form(FormMessage::Blurred(Field::Name)));
    assert_eq!(validations(&session), 1);
    session.type_in(Field::ClientId, "abc");
    assert_eq!(validations(&session), 2);
    let detail = cases::to_serde(session.events.last().unwrap().detail());
    assert_eq!(detail["valid"], false);
    assert_eq!(detail["issues"][0]["field"], "clientId");
    assert_eq!(detail["issues"][0]["code"], "too-short");
    assert_eq!(detail["issues"][0]["severity"], "error");
    assert!(detail["issues"][0]["message"].as_str().unwrap().starts_with("This looks cut off."));
    session.fill();
    assert_eq!(cases::to_serde(session.events.last().unwrap().detail()), json!({"valid": true, "issues": []}));
}

#[test]
fn create_another_starts_over_and_keeps_only_the_api_key() {
    let mut session = Session::sending();
    session.answer(201, &created("p1"));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(session.state.form.draft.client_id, "");
    assert_eq!(session.state.form.draft.environment, "production");
    assert_eq!(session.state.form.api_key.expose(), API_KEY);
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    assert!(session.view().done().is_none() && session.view().form().summary().is_none());
    session.fill();
    session.type_in(Field::Name, "Second");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(session.last_body()["name"], "Second");
    session.answer(201, &profile("p2", "Second", "production"));
    assert_eq!(session.done().id, "p2");
}

#[test]
fn forgetting_the_key_wipes_it_and_nothing_else() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::ForgetKeyPressed));
    assert_eq!(session.state.form.api_key.expose(), "");
    assert_eq!(session.state.form.draft.client_secret.expose(), SECRET);
    assert_eq!(session.focus(), Some(Target::Field(Field::ApiKey)));
}

#[test]
fn the_whole_list_is_read_before_the_create_page_by_page() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    for number in 1..=3 {
        assert!(session.sent.last().unwrap().1.url.contains(&format!("page={number}&")), "{:?}", session.sent.last());
        let profiles = (0..25).map(|at| profile(&format!("{number}-{at}"), "Other", "production")).collect::<Vec<_>>();
        session.answer(200, &page(number, 60, &profiles[..if number < 3 { 25 } else { 10 }]));
    }
    assert_eq!(session.last_method(), "POST");
    assert_eq!(session.state.known.len(), 60);
    assert_eq!(session.count("GET"), 3);
}

#[test]
fn a_list_without_end_is_not_read_forever() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    while session.last_method() == "GET" && session.sent.len() < 1000 {
        let id = session.sent.len().to_string();
        session.answer(200, &page(1, 1_000_000, &[profile(&id, "Other", "production")]));
    }
    assert_eq!((session.last_method(), session.count("GET")), ("POST", 200));
}

#[test]
fn a_repeated_page_ends_the_list_without_duplicates() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    let names = |ids: &[&str]| ids.iter().map(|id| profile(id, "Other", "production")).collect::<Vec<_>>();
    session.answer(200, &page(1, 75, &names(&["a", "b"])));
    session.answer(200, &page(2, 75, &names(&["b", "c"])));
    session.answer(200, &page(3, 1_000_000, &names(&["c", "b"])));
    assert_eq!((session.last_method(), session.count("GET")), ("POST", 3));
    let ids = session.state.known.iter().map(|known| known.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[test]
fn a_form_that_begins_again_knows_nothing_of_the_one_before() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    let late = session.state.requests.newest();
    let other = Box::new(settings(r#"{"name": "Other"}"#));
    for msg in [Message::Unmounted, Message::Mounted(other)] {
        session.say(msg);
        assert_eq!(session.state.requests.newest(), late, "numbers go on");
    }
    assert!(session.effects.is_empty(), "it speaks once it is drawn: {:?}", session.effects);
    assert_eq!(session.state.form.draft.name, "Other");
    assert!(session.state.form.draft.client_secret.is_blank() && session.state.form.api_key.is_blank());
    session.say(Message::Rendered);
    assert!(session.effects.iter().any(|effect| matches!(effect, Effect::Emit(Event::Ready))));
    let answer =
        Answer { status: 201, retry_after: None, now: NOW, body: created("Sales").to_string(), ..Answer::default() };
    session.say(Message::AnswerArrived(late, Ok(answer)));
    assert!(session.state.is_typing(), "{:?}", session.state.failure());
    assert!(session.effects.is_empty());
}

/// Two profiles of one default name could not be told apart.
#[test]
fn a_blank_name_becomes_the_first_that_is_free() {
    let taken =
        ["Salesforce (Production)", "Salesforce (Production) 2", "Salesforce (Production) 4", "Salesforce (Sandbox)"];
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    let known = taken.map(|name| profile(name, name, "production"));
    session.answer(200, &list(&known));
    assert_eq!(session.last_body()["name"], "Salesforce (Production) 3");
    session.answer(201, &profile("own", "Salesforce (Production) 3", "production"));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.type_in(Field::Environment, "sandbox");
    assert_eq!(session.state.name(), "Salesforce (Sandbox) 2");
}

/// A key in the secret's field is half of a swap, unless the other field has a key, too.
#[test]
fn what_is_known_of_the_others_stays_and_the_new_one_is_known_too() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("p0", "Other", "sandbox")]));
    session.answer(201, &created("p1"));
    let known: Vec<_> = session.state.known.iter().map(|known| known.id.as_str()).collect();
    assert_eq!(known, ["p0", "p1"]);
}

/// StackOne may change the format of its keys without notice.
#[test]
fn an_unusual_key_is_remarked_on_and_sent_all_the_same() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert!(session.said_of(Field::ApiKey).is_empty());
    session.type_in(Field::ApiKey, "no key of StackOne");
    session.say(Message::Form(FormMessage::Blurred(Field::ApiKey)));
    assert_eq!(session.said_of(Field::ApiKey).len(), 1, "{:?}", session.said_of(Field::ApiKey));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["GET"]);
}
