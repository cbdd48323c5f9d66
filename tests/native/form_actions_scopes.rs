//! The minimal scopes for the selected actions: proposed where StackOne says what they need, compared with what is
//! typed, and applied only on request.

use crate::fixtures::actions::{action, good};
use crate::fixtures::session::{Session, changing};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::i18n::plain;
use stackone_connector_profile::profile::Field;

/// Actions whose ids say what they need.
fn offer() -> Value {
    let mut list = vec![
        action("plain", &[]),
        action("needs_api", &["api"]),
        action("needs_chatter", &["chatter_api"]),
        action("needs_wave", &["wave_api", "api"]),
        action("needs_offline", &["offline_access", "api"]),
    ];
    list.extend((1..=7).map(|at| action(&format!("needs_pardot_{at}"), &["pardot_api"])));
    let scopes = json!([{"name": "api", "includes": ["chatter_api"]}, {"name": "web", "includes": []}]);
    json!({"next": null, "data": [{"actions": list, "scope_definitions": scopes}]})
}

/// The proposal for these actions and these scopes.
fn least(ids: &str, scopes: &str) -> Option<Vec<String>> {
    let mut session = Session::choosing();
    session.answer(200, &offer());
    session.type_ids(ids);
    session.type_in(Field::Scopes, scopes);
    assert_eq!(session.state.form.draft.scopes, scopes, "nothing is taken unasked");
    said(&session)
}

fn said(session: &Session) -> Option<Vec<String>> {
    session.view().action_picker().minimal().map(|said| said.iter().map(|words| plain(words)).collect())
}

#[test]
fn the_fewest_scopes_are_proposed_with_one_for_refreshing() {
    for (ids, scopes) in [
        ("needs_api", "api refresh_token"),
        ("needs_chatter", "chatter_api refresh_token"),
        ("needs_chatter needs_api plain", "api refresh_token"),
        ("needs_wave needs_chatter", "wave_api api refresh_token"),
        ("needs_offline", "offline_access api"),
    ] {
        let said = least(ids, scopes).unwrap();
        assert_eq!(said, [format!("These actions need {scopes}.")], "and they are typed");
    }
}

#[test]
fn a_scope_that_is_missing_is_named_with_how_much_fails_without_it() {
    let need = |scopes: &str| format!("These actions need {scopes}.");
    let none_needs = |scopes: &str| format!("Not needed for these actions: {scopes}.");
    for (ids, scopes, expected) in [
        (
            "needs_wave",
            "api refresh_token",
            vec![need("wave_api api refresh_token"), "Add wave_api, or 1 of these actions won’t work.".to_owned()],
        ),
        (
            "needs_wave",
            "",
            vec![need("wave_api api refresh_token"), "Add wave_api, or 1 of these actions won’t work.".to_owned()],
        ),
        (
            "needs_api needs_wave",
            "wave_api refresh_token",
            vec![need("api wave_api refresh_token"), "Add api, or 2 of these actions won’t work.".to_owned()],
        ),
        (
            "needs_chatter",
            "web refresh_token",
            vec![
                need("chatter_api refresh_token"),
                "Add chatter_api, or 1 of these actions won’t work.".to_owned(),
                none_needs("web"),
            ],
        ),
        (
            "needs_pardot_1 needs_pardot_2 needs_pardot_3 needs_pardot_4 needs_pardot_5 needs_pardot_6 needs_pardot_7",
            "pardot refresh_token",
            vec![
                need("pardot_api refresh_token"),
                "Add pardot_api, or 7 of these actions won’t work.".to_owned(),
                none_needs("pardot"),
            ],
        ),
    ] {
        assert_eq!(least(ids, scopes).unwrap(), expected, "{ids}: {scopes}");
    }
}

#[test]
fn a_scope_that_nothing_needs_is_named() {
    for (ids, scopes, spare) in [
        ("needs_api", "api web refresh_token id", Some("web id")),
        ("needs_api", "api refresh_token offline_access", None),
        ("needs_api", "", None),
        // The only scope that covers it also grants more.
        ("needs_chatter", "api refresh_token", None),
        ("needs_chatter", "api chatter_api refresh_token", Some("api")),
        ("needs_wave", "full refresh_token", None),
        ("needs_wave", "full api refresh_token", None),
        ("needs_wave", "full api wave_api refresh_token", Some("full")),
        ("needs_api", "API, full, refresh_token", Some("full")),
    ] {
        let said = least(ids, scopes).unwrap();
        let expected = spare.map(|spare| format!("Not needed for these actions: {spare}."));
        assert_eq!(said.get(1), expected.as_ref(), "{ids}: {scopes}");
    }
}

#[test]
fn nothing_is_proposed_without_enough_information() {
    for ids in ["", "plain", "unheard_of", "needs_api unheard_of"] {
        assert_eq!(least(ids, "web refresh_token"), None, "{ids}");
    }
    let mut session = Session::choosing();
    session.type_ids("needs_api needs_wave");
    assert_eq!(said(&session), None, "nothing is read yet");
    let mut first = offer();
    first["next"] = json!("c2");
    first["data"][0]["actions"].as_array_mut().unwrap().truncate(2);
    let reading = session.last_id();
    session.say(Message::AnswerArrived(reading, Ok(good(&first))));
    assert_eq!(said(&session), None, "what the other one needs comes later");
    session.answer(200, &offer());
    assert!(said(&session).is_some());
    session.act(ActionsMessage::ExtentPicked { all: true });
    assert_eq!(said(&session), None, "all need what StackOne asks for");
}

#[test]
fn it_is_taken_when_asked() {
    let mut session = Session::choosing();
    session.answer(200, &offer());
    session.type_in(Field::Scopes, "web x-y");
    session.type_ids("needs_wave needs_chatter");
    session.act(ActionsMessage::ScopesTaken);
    assert_eq!(session.state.form.draft.scopes, "wave_api api refresh_token");
    assert_eq!(session.focus(), Some(Target::Field(Field::Scopes)));
    assert!(session.state.report().is_valid());
    assert_eq!(said(&session).unwrap().len(), 1);
    session.type_ids("needs_api");
    assert_eq!(session.state.form.draft.scopes, "wave_api api refresh_token", "once");
}

/// The offer to undo stays as long as the field holds what was taken over for this selection.
#[test]
fn taking_it_can_be_undone() {
    let taken = || {
        let mut session = Session::choosing();
        session.answer(200, &offer());
        session.type_in(Field::Scopes, "web  x-y");
        session.type_ids("needs_wave needs_chatter");
        session.act(ActionsMessage::ScopesTaken);
        session
    };
    let note = |session: &Session| session.view().action_picker().view().selection.unwrap().scopes.unwrap();
    let undo = Some((TextKey::LeastUndo, ActionsMessage::ScopesRestored));
    let mut session = taken();
    assert_eq!(
        (note(&session).paragraphs, note(&session).button),
        (vec!["Scopes updated. These actions need only ⟦wave_api api refresh_token⟧.".to_owned()], undo)
    );
    for _ in 0..2 {
        session.act(ActionsMessage::ScopesRestored);
        assert_eq!(session.state.form.draft.scopes, "web  x-y", "as it was typed");
        assert_eq!(note(&session).button, Some((TextKey::LeastTake, ActionsMessage::ScopesTaken)));
    }
    let mut typed = taken();
    typed.type_in(Field::Scopes, "api");
    assert!(!note(&typed).done);
    let mut other = taken();
    other.type_ids("needs_wave");
    assert!(!note(&other).done);
    other.act(ActionsMessage::ScopesRestored);
    assert_eq!(other.state.form.draft.scopes, "wave_api api refresh_token", "it is of another selection");
}

/// The proposal is smaller whenever a typed scope is not needed.
#[test]
fn fewer_are_offered_where_there_are_some() {
    for (ids, scopes, fewer) in [
        ("needs_api", "api refresh_token", false),
        ("needs_api", "offline_access api refresh_token", false),
        ("needs_api", "", false),
        ("needs_chatter", "", true),
        ("needs_chatter", "api refresh_token", true),
        ("needs_wave", "full refresh_token", true),
        ("needs_api", "api web", true),
    ] {
        let mut session = Session::choosing();
        session.answer(200, &offer());
        session.type_ids(ids);
        session.type_in(Field::Scopes, scopes);
        assert_eq!(session.view().action_picker().has_more_than_minimal(), fewer, "{ids}: {scopes}");
        session.act(ActionsMessage::ScopesTaken);
        assert!(!session.view().action_picker().has_more_than_minimal(), "{ids}: {scopes}");
    }
}

#[test]
fn a_profile_that_keeps_its_scopes_may_have_them() {
    let mut session = changing();
    session.act(ActionsMessage::ExtentPicked { all: false });
    session.answer(200, &offer());
    session.type_ids("needs_wave");
    assert_eq!(said(&session).unwrap(), ["These actions need wave_api api refresh_token."]);
    session.type_in(Field::Scopes, "api web refresh_token");
    assert_eq!(said(&session).unwrap().len(), 3);
}
