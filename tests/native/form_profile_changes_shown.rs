//! What the form shows of a change before it is saved.

use crate::fixtures::cases::{KEY, SECRET};
use crate::fixtures::session::{Session, changing, list, profile, sales, tests, with};
use crate::fixtures::state_ext::StateExt;
use crate::form_profile_changes::changes;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::Flag;

#[test]
fn what_changes_is_said_before() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    session.type_in(Field::Environment, "sandbox");
    session.type_in(Field::Scopes, "API");
    session.type_in(Field::ClientId, KEY);
    session.type_in(Field::ClientSecret, SECRET);
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    let expected = [
        ["Client ID", "replaced"],
        ["Client Secret", "replaced"],
        ["OAuth Scopes", "api"],
        ["Environment", "Production → Sandbox"],
        ["Profile name", "Sales → Sales 2"],
        ["Default Salesforce profile", "no → yes"],
    ];
    assert_eq!(changes(&session), expected);
}

/// Nothing is said of a secret, which may not have been typed.
#[test]
fn what_was_saved_is_in_use() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.answer(200, &with(sales(), json!({"name": "Sales 2"})));
    let done = session.view().done().unwrap();
    assert_eq!([done.title, done.body].map(TextKey::english), ["Changes saved", "StackOne is using them now."]);
}

#[test]
fn it_warns_where_it_matters() {
    let mut session = changing();
    let notes = |session: &Session| Flag::ALL.map(|flag| session.view().profiles().flag_note(flag));
    assert_eq!(notes(&session), [None, None]);
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled));
    let [default, enabled] = notes(&session).map(Option::unwrap);
    assert_eq!(default, "This replaces “Tests” as the default.");
    assert!(enabled.starts_with("Connected accounts stop working"), "{enabled}");
    // The other direction affects no other profile.
    let off = json!({"default": true, "active": false});
    let mut session = Session::changing(&[with(sales(), off)]);
    assert_eq!(notes(&session), [None, None]);
    for flag in Flag::ALL {
        session.profiles(ProfilesMessage::FlagToggled(flag));
    }
    assert_eq!(notes(&session), [None, None]);
    // Without a default profile, none is replaced.
    let mut session = Session::changing(&[sales()]);
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    assert_eq!(notes(&session), [None, None]);
    assert_eq!(session.state.flags(), [true, true]);
}

#[test]
fn keeping_the_default_replaces_no_other() {
    let mut session = changing();
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(
        200,
        &list(&[with(sales(), json!({"default": true, "updated_at": "later"})), profile("p2", "Tests", "")]),
    );
    assert_eq!(session.failed(), "conflict");
    assert_eq!(session.view().profiles().flag_note(Flag::Default), None);
    // Nor if StackOne lists two defaults.
    let session = Session::changing(&[sales(), tests()].map(|profile| with(profile, json!({"default": true}))));
    assert_eq!((session.state.flags()[0], session.view().profiles().flag_note(Flag::Default)), (true, None));
}
