//! After the profile: a link for linking an account. One request per click, with the documented shape, and the link
//! that it returns.

use crate::fixtures::cases::to_serde;
use crate::fixtures::everything_shown::everything;
use crate::fixtures::guide::Person;
use crate::fixtures::link::{LINK, asked, link_of, named, session};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Copy, Effect, Message, Target};
use stackone_connector_profile::features::guide::Step;
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::i18n::TextKey;

#[test]
fn a_link_is_asked_for_by_one_request_of_the_documented_shape() {
    for (config, base) in [("", "https://api.stackone.com"), (r#", "apiBaseUrl": "/stackone/""#, "/stackone")] {
        let mut person = Person::done();
        person.state.settings = Person::configured(&format!(r#"{{"view": "guide"{config}}}"#)).state.settings;
        person.link(LinkMessage::OwnerIdEdited(" customer-7 ".to_owned()));
        person.link(LinkMessage::OwnerNameEdited("Acme \"Q\"\n".to_owned()));
        let before = person.sent.len();
        person.link(LinkMessage::Pressed);
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
        person.link(LinkMessage::LabelEdited(typed.to_owned()));
        person.link(LinkMessage::Pressed);
        let (_, request) = person.sent.last().unwrap();
        let body = to_serde(request.body.as_ref().unwrap());
        assert_eq!((&body["label"], body.as_object().unwrap().len()), (&sent, if sent.is_null() { 4 } else { 5 }));
        assert_eq!(person.state.linking.label, typed, "what was typed stays");
    }
    let mut person = asked();
    person.answer(201, &session(LINK));
    person.link(LinkMessage::LabelEdited("Second".to_owned()));
    assert!(link_of(&person).is_none(), "that link was made without a label");
}

#[test]
fn an_owner_needs_an_id_and_a_name() {
    for (id, name, lacks_id) in
        [("", "", true), ("", "Acme", true), ("7", "", false), (" \n", "Acme", true), ("7", "\u{a0}", false)]
    {
        let mut person = Person::done();
        person.link(LinkMessage::OwnerIdEdited(id.to_owned()));
        person.link(LinkMessage::OwnerNameEdited(name.to_owned()));
        let before = person.sent.len();
        person.link(LinkMessage::Pressed);
        assert_eq!(person.sent.len(), before, "{id:?} {name:?}");
        assert_eq!(person.focus(), Some(Target::Owner { id: lacks_id }), "{id:?} {name:?}");
        assert_eq!(person.view().link().message.as_deref(), Some(TextKey::LinkUnnamed.english()));
        let linking = &person.state.linking;
        assert_eq!([&linking.owner_id, &linking.owner_name], [id, name], "what was typed stays");
        person.link(LinkMessage::OwnerIdEdited("7".to_owned()));
        person.link(LinkMessage::OwnerNameEdited("Acme".to_owned()));
        person.link(LinkMessage::Pressed);
        assert_eq!(person.sent.len(), before + 1);
        assert_eq!(person.view().link().message, None);
    }
}

#[test]
fn a_second_click_sends_nothing_while_a_request_is_out_and_something_after() {
    let mut person = asked();
    let before = person.sent.len();
    assert!(person.view().link().busy);
    for _ in 0..3 {
        person.link(LinkMessage::Pressed);
        person.link(LinkMessage::OwnerNameEdited("Another".to_owned()));
    }
    assert_eq!(person.sent.len(), before);
    person.answer(500, &Value::Null);
    assert!(!person.view().link().busy);
    person.link(LinkMessage::Pressed);
    assert_eq!(person.sent.len(), before + 1);
    person.answer(201, &session(LINK));
    person.link(LinkMessage::Pressed);
    assert_eq!(person.sent.len(), before + 2, "an expired link is made again");
}

#[test]
fn the_link_shows_and_can_be_copied() {
    for body in [session(LINK), json!({"auth_link_url": LINK})] {
        let mut person = asked();
        assert!(link_of(&person).is_none());
        person.say(Message::CopyPressed(Copy::Link));
        assert!(person.effects.is_empty(), "there is nothing to copy yet: {:?}", person.effects);
        person.answer(201, &body);
        assert_eq!(link_of(&person).as_deref(), Some(LINK));
        assert_eq!((person.view().link().message, person.view().link().busy), (None, false));
        person.say(Message::CopyPressed(Copy::Link));
        let copied = |effect: &Effect| matches!(effect, Effect::Copy(Copy::Link, text) if text.expose() == LINK);
        assert!(person.effects.iter().any(copied), "{:?}", person.effects);
        let reported = format!("{:?}{:?}{:?}", person.state, person.effects, everything(&person.state));
        assert!(!reported.contains("Q7l1nkT0ken"), "anyone with the link can link an account: {reported}");
        assert!(person.state.is_done(), "the profile is unchanged");
    }
}

#[test]
fn there_is_no_link_without_a_profile() {
    let mut person = Person::filled(Step::Profile);
    for msg in [
        LinkMessage::OwnerIdEdited("7".into()),
        LinkMessage::OwnerNameEdited("Acme".into()),
        LinkMessage::LabelEdited("A".into()),
        LinkMessage::Pressed,
    ] {
        person.link(msg);
        assert!(person.effects.is_empty(), "{:?}", person.effects);
    }
    assert_eq!((person.sent.len(), person.state.linking.owner_id.as_str()), (0, ""));
}

/// An expired link no longer counts as copied. Other copied values still do.
#[test]
fn another_owner_resets_that_the_link_was_copied() {
    for (copy, stays) in [(Copy::Link, false), (Copy::Bundle, true)] {
        let mut person = asked();
        person.answer(201, &session(LINK));
        person.say(Message::CopyFinished(copy, true));
        assert_eq!(person.state.copied, Some((copy, true)));
        person.link(LinkMessage::OwnerNameEdited("Another".to_owned()));
        assert_eq!(person.state.copied.is_some(), stays, "{copy:?}");
    }
}
