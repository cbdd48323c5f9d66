//! The answer to a change got lost, but the change arrived. It counts as the person's own change, not as another
//! user's.

use crate::fixtures::cases::{KEY, SECRET};
use crate::fixtures::session::{Session, changing, list, sales, save, tests, with};
use serde_json::{Value, json};
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::{Flag, TransportError};

/// *Sales* after another change.
fn now(members: Value) -> Value {
    with(with(sales(), json!({"updated_at": "2026-11-25T10:00:00.000Z"})), members)
}

fn renamed() -> Value {
    now(json!({"name": "Sales 2", "default": true}))
}

/// A new name and the default, sent with an unknown outcome.
fn lost() -> Session {
    let mut session = changing();
    session.type_in(Field::Name, " Sales 2 ");
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    save(&mut session);
    session.once(Err(TransportError::TimedOut));
    assert_eq!((session.failed().as_str(), session.failure()), ("outcome-unknown", &Failure::NotSaved));
    session
}

fn look(session: &mut Session, profiles: &[Value]) {
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &list(profiles));
}

#[test]
fn a_change_that_arrived_is_not_sent_again() {
    let mut session = lost();
    look(&mut session, &[renamed(), tests()]);
    assert_eq!((session.done().name.as_str(), session.last_event().0), ("Sales 2", "profile-updated"));
    assert_eq!(session.count("PATCH"), 1);
    assert!(session.view().done().is_some());
}

#[test]
fn nor_after_an_unreadable_answer() {
    let mut session = changing();
    session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled));
    save(&mut session);
    session.answer_text(200, "<html>", None);
    assert_eq!(session.failed(), "unreadable");
    look(&mut session, &[now(json!({"active": false})), tests()]);
    assert_eq!((session.done().active, session.count("PATCH")), (false, 1));
}

#[test]
fn where_it_did_not_arrive_it_is_sent_again() {
    let mut session = lost();
    look(&mut session, &[sales(), tests()]);
    assert_eq!(session.last_body(), json!({"name": "Sales 2", "default": true}));
    session.once(Err(TransportError::Network));
    look(&mut session, &[renamed()]);
    assert_eq!((session.done().name.as_str(), session.count("PATCH")), ("Sales 2", 2));
}

/// The list does not contain these values, and changing them twice does no harm.
#[test]
fn keys_and_scopes_are_sent_again_and_nothing_else() {
    for (typed, body) in [
        (vec![(Field::Scopes, "api refresh_token")], json!({"scopes": "api refresh_token"})),
        (vec![(Field::ClientSecret, SECRET)], json!({"clientSecret": SECRET})),
        (vec![(Field::ClientId, KEY), (Field::ClientSecret, SECRET)], json!({"clientId": KEY, "clientSecret": SECRET})),
    ] {
        let mut session = changing();
        session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
        session.type_in(Field::Environment, "sandbox");
        for (field, text) in typed {
            session.type_in(field, text);
        }
        save(&mut session);
        session.once(Err(TransportError::Network));
        look(&mut session, &[now(json!({"environment": "sandbox"}))]);
        assert_eq!((session.just_sent(), session.last_body()), (vec!["PATCH"], json!({ "credentials": body })));
        session.answer(200, &now(json!({"environment": "sandbox"})));
        assert_eq!(session.done().environment, "sandbox");
    }
}

#[test]
fn what_was_typed_since_is_sent_on_top() {
    for (name, sent) in [("Sales 3", "Sales 3"), ("Sales", "Sales")] {
        let mut session = lost();
        session.type_in(Field::Name, name);
        look(&mut session, &[renamed()]);
        assert_eq!(session.last_body(), json!({ "name": sent }), "what it is already is left out");
    }
}

#[test]
fn another_users_change_is_still_shown() {
    for members in [
        json!({"name": "Theirs", "default": true}),
        json!({"name": "Sales 2"}),
        json!({"name": "Sales 2", "default": true, "active": false}),
        json!({"name": "Sales 2", "default": true, "environment": "sandbox"}),
    ] {
        let mut session = lost();
        look(&mut session, &[now(members.clone()), tests()]);
        assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 1), "{members}");
    }
    let mut session = lost();
    look(&mut session, &[with(renamed(), json!({"id": "p9"}))]);
    assert_eq!(*session.failure(), Failure::ChangedMeanwhile(None), "another one that looks like it");
}

/// Only a change with an unknown outcome can have arrived.
#[test]
fn a_change_that_was_refused_is_not_taken_for_arrived() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    save(&mut session);
    session.answer(403, &json!({}));
    look(&mut session, &[now(json!({"name": "Sales 2"}))]);
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 1));
}

#[test]
fn nor_is_one_that_was_let_go_of() {
    let mut session = lost();
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.profiles(ProfilesMessage::EditPressed(session.known("Sales")));
    session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled));
    look(&mut session, &[renamed(), tests()]);
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 1));
}
