//! Every way in which a click can fail: its code, its text and the next step. Nothing that was typed is lost.
//! `form_unknown_outcome` covers what follows an unknown outcome.

use crate::fixtures::cases::{API_KEY, SECRET};
use crate::fixtures::everything_shown::everything;
use crate::fixtures::session::{self, Session, created, list};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

pub fn envelope(status: u16, message: Value) -> Value {
    json!({"statusCode": status, "message": message, "timestamp": "2026-11-23T16:45:09.000Z"})
}

/// The same answer to the list and to the create.
pub fn refused(status: u16, body: &Value) -> [Session; 2] {
    let mut listing = Session::filled();
    listing.say(Message::Submit(SubmitMessage::Pressed));
    [listing, Session::sending()].map(|mut session| {
        session.answer(status, body);
        session.assert_nothing_lost();
        assert!(!session.state.is_busy());
        session
    })
}

#[test]
fn a_key_that_is_not_accepted_is_said_at_the_key() {
    for mut session in refused(401, &envelope(401, json!("Unauthorized"))) {
        assert_eq!(session.failed(), "unauthorized");
        assert_eq!(session.focus(), Some(Target::Field(Field::ApiKey)));
        assert_eq!(session.said_of(Field::ApiKey), ["StackOne didn’t accept this API key"]);
        assert!(session.view().form().field(Field::ApiKey).invalid);
        session.type_in(Field::ApiKey, "v1.eu1.another");
        assert!(session.view().failure().is_none() && session.said_of(Field::ApiKey).is_empty());
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!(session.just_sent(), ["GET"]);
    }
}

#[test]
fn an_authorization_of_the_host_page_that_is_not_accepted_is_said_above() {
    let mut session = Session::configured(r#"{"auth": "host"}"#);
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(401, &envelope(401, json!("Unauthorized")));
    assert_eq!(session.failed(), "unauthorized");
    assert_eq!(session.focus(), Some(Target::Failure));
}

#[test]
fn a_missing_authorization_can_be_requested_again() {
    for mut session in [Session::filled(), Session::sending()] {
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.no_answer(TransportError::NoAuthorization(String::new()));
        assert_eq!(session.failed(), "unauthorized");
        assert!(session.failure().is_retryable());
        session.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!(session.just_sent(), ["GET"]);
    }
}

#[test]
fn a_key_without_the_scope_is_said_with_stackones_own_words() {
    for session in refused(403, &envelope(403, json!("Missing scope connector_profiles:write"))) {
        assert_eq!(session.failed(), "forbidden");
        assert_eq!(session.focus(), Some(Target::Failure));
        assert_eq!(session.failure_view().quote, ["Missing scope connector_profiles:write"]);
        assert!(session.failure_view().body.concat().contains("Platform API write"));
    }
}

#[test]
fn a_path_that_is_not_offered_shows_the_request() {
    for status in [404, 405, 501] {
        for session in refused(status, &json!({})) {
            assert_eq!(session.failed(), "not-offered", "{status}");
            assert!(session.failure_view().request);
        }
    }
}

#[test]
fn a_profile_like_this_is_shown_and_can_be_edited_or_another_name_chosen() {
    let mut session = Session::filled();
    session.type_in(Field::Name, "Salesforce (Production)");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1"), session::profile("p2", "Other", "production")]));
    session.answer(409, &envelope(409, json!("Conflict")));
    assert_eq!(session.failed(), "conflict");
    session.assert_nothing_lost();
    let shown = session.failure_view();
    assert_eq!(shown.profiles.iter().map(|(profile, _)| profile.id.as_str()).collect::<Vec<_>>(), ["p1"]);
    assert_eq!(shown.profiles[0].1.words, TextKey::EditIt);
    assert_eq!(session.buttons(), ["Use another name"]);
    session.say(Message::Submit(shown.buttons[0].msg.clone()));
    assert_eq!(session.focus(), Some(Target::Field(Field::Name)));
    session.type_in(Field::Name, "Another");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(session.last_body()["name"], "Another");
}

#[test]
fn a_complaint_that_names_a_field_is_said_at_the_field() {
    for status in [400, 422] {
        let mut session = Session::sending();
        session.answer(status, &envelope(status, json!(["credentials.clientId is not known", "Something else"])));
        assert_eq!(session.failed(), "rejected");
        session.assert_nothing_lost();
        assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
        assert_eq!(session.said_of(Field::ClientId), ["StackOne says: credentials.clientId is not known"]);
        assert_eq!(session.failure_view().quote, ["Something else"]);
        session.type_in(Field::ClientSecret, SECRET);
        assert!(session.view().failure().is_some(), "another field does not fix it");
        session.type_in(Field::ClientId, "MyCompanyStackOne2026");
        assert!(session.view().failure().is_none());
        assert!(!session.said_of(Field::ClientId).concat().contains("StackOne says"));
    }
}

#[test]
fn an_error_message_is_found_in_every_shape() {
    for (message, quote) in [
        (json!("One"), vec!["One"]),
        (json!(["One", "Two"]), vec!["One", "Two"]),
        (json!("{\"message\": \"One\"}"), vec!["One"]),
        (json!(null), vec![]),
    ] {
        let mut session = Session::sending();
        session.answer(400, &envelope(400, message));
        assert_eq!(session.failed(), "rejected");
        assert_eq!(session.focus(), Some(Target::Failure));
        assert_eq!(session.failure_view().quote, quote);
        assert_eq!(session.failure_view().body.is_empty(), !quote.is_empty(), "without a reason, what to do instead");
    }
    for body in ["<html>400</html>", "", "Bad Request"] {
        let mut session = Session::sending();
        session.answer_text(400, body, None);
        assert_eq!(session.failed(), "rejected");
        assert!(!session.failure_view().body.is_empty());
    }
}

#[test]
fn every_other_refusal_is_a_rejection() {
    for status in [402, 406, 410, 412, 413, 415, 418, 451] {
        for session in refused(status, &envelope(status, json!("No"))) {
            assert_eq!(session.failed(), "rejected", "{status}");
            assert_eq!(session.failure_view().quote, ["No"]);
        }
    }
}

#[test]
fn a_list_that_cannot_be_read_creates_nothing_and_can_be_tried_again() {
    let unanswered = [TransportError::TimedOut, TransportError::BrokenOff(200), TransportError::BrokenOff(503)];
    for outcome in unanswered.into_iter().map(Err).chain([408, 500, 502, 503, 504, 599].map(Ok)) {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        match outcome {
            Ok(status) => session.answer_text(status, "<html>", None),
            Err(why) => session.no_answer(why),
        }
        assert_eq!(session.failed(), "outcome-unknown");
        assert_eq!((session.buttons(), session.count("POST")), (vec!["Try again".to_owned()], 0));
        session.assert_nothing_lost();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        assert_eq!(session.just_sent(), ["POST"]);
    }
}

#[test]
fn an_unsent_request_is_blocked_with_its_reason() {
    for (why, body, retryable) in [
        (TransportError::Offline, "offline", true),
        (TransportError::ForbiddenByPolicy, "connect-src", false),
        (TransportError::Network, "config.json", true),
    ] {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.no_answer(why);
        assert_eq!(session.failed(), "blocked");
        assert!(session.failure_view().body.join(" ").contains(body));
        assert_eq!(session.failure().is_retryable(), retryable);
        assert!(session.failure_view().request);
        session.assert_nothing_lost();
    }
    let mut session = Session::sending();
    session.once(Err(TransportError::ForbiddenByPolicy));
    assert_eq!(session.just_sent(), ["GET"], "a create may have failed: the list decides");
}

#[test]
fn a_list_of_another_shape_is_unreadable_and_creates_nothing() {
    for body in ["<html>", "", "[]", "{}", r#"{"data": null}"#, r#"{"data": [{"id": "a", "name": "A"}]"#] {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer_text(200, body, None);
        assert_eq!(session.failed(), "unreadable", "{body}");
        let quote = session.failure_view().quote.concat();
        assert_eq!(quote, body, "what came");
        assert_eq!(session.count("POST"), 0);
        session.assert_nothing_lost();
    }
}

#[test]
fn a_secret_that_stackone_repeats_is_never_passed_on() {
    let echo = |text: &str| envelope(400, json!(["clientSecret ", SECRET, " of ", API_KEY, text].concat()));
    for (status, body) in [(400, echo("")), (403, echo("")), (422, echo("")), (200, echo(""))] {
        let mut session = Session::sending();
        session.answer(status, &body);
        session.answer(200, &list(&[]));
        let shown = format!("{} {:?} {:?}", everything(&session.state), session.state, session.events);
        assert!(!shown.contains(SECRET) && !shown.contains(API_KEY), "{status}: {shown}");
    }
}

#[test]
fn nor_is_one_that_was_forgotten_or_typed_over_while_the_request_was_out() {
    for change in [
        Message::Form(FormMessage::ForgetKeyPressed),
        Message::Form(FormMessage::Edited(Field::ClientSecret, "another1".into())),
        Message::Form(FormMessage::Edited(Field::ApiKey, "v1.us1.x".into())),
    ] {
        let mut session = Session::sending();
        session.say(change.clone());
        session.answer(400, &envelope(400, json!([API_KEY, " and ", SECRET].concat())));
        let shown = format!("{} {:?} {:?}", everything(&session.state), session.state, session.events);
        assert!(!shown.contains(SECRET) && !shown.contains(API_KEY), "{change:?}: {shown}");
    }
}
