//! After the profile: the session that connects an account, asked for by itself, with what is filled in already.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, to_serde};
use crate::fixtures::everything_shown::everything;
use crate::fixtures::guide::Person;
use crate::fixtures::link::{LINK, asked, link_of, ready, seen, session};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Authorize, Copy, Effect, Message, Target};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;

/// The body of the newest request.
fn body(person: &Person) -> Value {
    to_serde(person.sent.last().unwrap().1.body.as_ref().unwrap())
}

#[test]
fn the_session_is_asked_for_once_with_the_documented_shape_as_soon_as_there_is_a_result() {
    for (config, base) in [("", "https://api.stackone.com"), (r#", "apiBaseUrl": "/stackone/""#, "/stackone")] {
        let mut person = Person::filled(Step::Profile);
        person.state.settings = Person::configured(&format!(r#"{{"view": "guide"{config}}}"#)).state.settings;
        person.say(Message::Submit(SubmitMessage::Pressed));
        person.answer(200, &json!({"data": []}));
        person.answer(201, &json!({"id": "p1", "name": "Sales", "environment": "production"}));
        let asked = person.sent.iter().filter(|(_, request)| request.url.ends_with("/connect_sessions"));
        let [(_, request)] = &*asked.collect::<Vec<_>>() else { panic!("{:?}", person.sent) };
        assert_eq!((request.method, request.url.clone()), ("POST", [base, "/connect_sessions"].concat()));
        let expected = json!({
            "origin_owner_id": "Sales", "origin_owner_name": "Sales", "provider": "salesforce",
            "connector_profile_id": "p1",
        });
        assert_eq!(body(&person), expected);
        person.answer(201, &session(LINK));
        person.say(Message::CopyFinished(Copy::Callback, true));
        person.clock(0);
        assert!(person.sent.last().unwrap().1.url.ends_with("/connect_sessions"), "one is enough");
    }
}

#[test]
fn the_owner_is_the_org_where_its_address_is_known() {
    let mut person = Person::filled(Step::Profile);
    person.type_in(Field::MyDomain, "https://acme--uat.sandbox.lightning.force.com/x");
    person.type_in(Field::Environment, "sandbox");
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(200, &json!({"data": []}));
    person.answer(201, &json!({"id": "p1", "name": "Sales"}));
    assert_eq!(
        (&body(&person)["origin_owner_id"], &body(&person)["origin_owner_name"]),
        (&json!("acme--uat"), &json!("acme--uat"))
    );
    assert_eq!(person.view().link().title, "Sign in to acme--uat.sandbox.my.salesforce.com");
}

/// Each way to authorize: the key is in the header only, and without one nothing is asked for.
#[test]
fn every_kind_of_authorization_asks_for_the_session() {
    for auth in ["api-key", "host", "none"] {
        let mut person = Person::configured(&format!(r#"{{"view": "guide", "step": "profile", "auth": "{auth}"}}"#));
        for (field, text) in [(Field::ClientId, KEY), (Field::ClientSecret, SECRET), (Field::ApiKey, API_KEY)] {
            person.type_in(field, text);
        }
        person.say(Message::Submit(SubmitMessage::Pressed));
        person.answer(200, &json!({"data": []}));
        person.answer(201, &json!({"id": "p1", "name": "Sales"}));
        let sent = person.effects.iter().find_map(|effect| match effect {
            Effect::Send { request, authorize, .. } if request.url.ends_with("/connect_sessions") => {
                Some((request, authorize))
            }
            _ => None,
        });
        let (request, authorize) = sent.unwrap_or_else(|| panic!("{auth}: {:?}", person.effects));
        assert!(match authorize {
            Authorize::Value(_) => auth == "api-key",
            Authorize::Host => auth == "host",
            Authorize::Nobody => auth == "none",
        });
        let written = format!("{}{}", request.url, body(&person));
        assert!(!written.contains(API_KEY) && !written.contains(SECRET), "{auth}: {written}");
    }
}

#[test]
fn without_a_key_the_card_asks_for_it_and_then_for_the_session() {
    let mut person = ready();
    person.type_in(Field::ApiKey, "");
    person.link(LinkMessage::OwnerIdEdited("7".to_owned()));
    let sent = person.sent.len();
    person.link(LinkMessage::Pressed);
    assert_eq!((person.sent.len(), person.focus()), (sent, Some(Target::Field(Field::ApiKey))));
    let Some(page) = result(&person) else { panic!("the result is shown") };
    assert!(page.api_key.is_some() && !page.link.busy);
    person.type_in(Field::ApiKey, API_KEY);
    person.link(LinkMessage::Pressed);
    assert_eq!((person.sent.len(), &body(&person)["origin_owner_id"]), (sent + 1, &json!("7")));
    assert!(result(&person).unwrap().api_key.is_none());
    person.answer(401, &json!({}));
    assert!(result(&person).unwrap().api_key.is_some(), "it may be wrong");
}

fn result(person: &Person) -> Option<std::rc::Rc<stackone_connector_profile::app::ResultPage>> {
    match person.view().screen().shown {
        stackone_connector_profile::app::Shown::Guide(page) => page.result.clone(),
        _ => None,
    }
}

#[test]
fn what_is_typed_over_makes_another_session() {
    for (leave, label) in [(LinkMessage::Pressed, ""), (LinkMessage::DetailsLeft, " First \"one\"")] {
        let mut person = ready();
        let sent = person.sent.len();
        person.link(LinkMessage::OwnerIdEdited(" customer-7 ".to_owned()));
        person.link(LinkMessage::OwnerNameEdited("Acme \"Q\"\n".to_owned()));
        person.link(LinkMessage::LabelEdited(label.to_owned()));
        assert!(link_of(&person).is_none() && person.view().link().href.is_none(), "that link is of another owner");
        assert!(person.view().link().opens_details && person.sent.len() == sent);
        person.link(leave);
        let mut expected = json!({
            "origin_owner_id": "customer-7", "origin_owner_name": "Acme \"Q\"", "provider": "salesforce",
            "connector_profile_id": "p1",
        });
        if !label.is_empty() {
            expected["label"] = json!(label.trim());
        }
        assert_eq!((person.sent.len(), body(&person)), (sent + 1, expected));
        assert_eq!(person.state.linking.label, label, "what was typed stays");
        person.answer(201, &session(LINK));
        person.link(LinkMessage::DetailsLeft);
        assert_eq!((person.sent.len(), link_of(&person).as_deref()), (sent + 1, Some(LINK)), "nothing changed since");
    }
}

#[test]
fn an_owner_needs_an_id_and_a_name() {
    for (id, name, lacks) in [
        ("", "", [true, true]),
        ("", "Acme", [true, false]),
        ("7", "", [false, true]),
        (" \n", "Acme", [true, false]),
        ("7", "\u{a0}", [false, true]),
    ] {
        for pressed in [true, false] {
            let mut person = ready();
            person.link(LinkMessage::OwnerIdEdited(id.to_owned()));
            person.link(LinkMessage::OwnerNameEdited(name.to_owned()));
            let before = person.sent.len();
            person.link(if pressed { LinkMessage::Pressed } else { LinkMessage::DetailsLeft });
            assert_eq!(person.sent.len(), before, "{id:?} {name:?}");
            assert_eq!(
                person.focus(),
                pressed.then_some(if lacks[0] { Target::OwnerId } else { Target::OwnerName }),
                "{id:?} {name:?}"
            );
            assert_eq!(person.view().link().lacks, lacks, "{id:?} {name:?}");
            assert!(person.view().link().opens_details);
            let owner = &person.state.linking.owner;
            assert_eq!([&owner.id, &owner.name], [id, name], "what was typed stays");
            person.link(LinkMessage::OwnerIdEdited("7".to_owned()));
            person.link(LinkMessage::OwnerNameEdited("Acme".to_owned()));
            assert_eq!(person.view().link().lacks, [false, false]);
            person.link(LinkMessage::Pressed);
            assert_eq!(person.sent.len(), before + 1);
        }
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
        person.link(LinkMessage::DetailsLeft);
    }
    assert_eq!(person.sent.len(), before);
    person.answer(500, &Value::Null);
    assert!(!person.view().link().busy);
    person.link(LinkMessage::Pressed);
    assert_eq!(person.sent.len(), before + 1);
}

#[test]
fn the_link_opens_and_can_be_copied_for_somebody_else() {
    for body in [session(LINK), json!({"auth_link_url": LINK})] {
        let mut person = asked();
        assert!(link_of(&person).is_none() && person.view().link().href.is_none());
        person.say(Message::CopyPressed(Copy::Link));
        assert!(person.effects.is_empty(), "there is nothing to copy yet: {:?}", person.effects);
        person.answer(201, &body);
        assert_eq!(person.view().link().href.unwrap().0.expose(), LINK);
        assert_eq!((person.view().link().message, person.view().link().busy), (None, false));
        assert!(person.view().link().shared.is_none());
        person.link(LinkMessage::ShareToggled);
        assert_eq!(person.view().link().shared.unwrap().0.text.expose(), LINK);
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
        LinkMessage::SignInOpened,
        LinkMessage::ShareToggled,
        LinkMessage::UpdatePressed,
    ] {
        person.link(msg);
        assert!(person.effects.is_empty(), "{:?}", person.effects);
    }
    assert_eq!((person.sent.len(), person.state.linking.owner.id.as_str()), (0, ""));
}

/// Other steps can be read again meanwhile; nothing is asked for there.
#[test]
fn the_session_is_made_where_it_is_shown() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(200, &json!({"data": []}));
    let create = person.sent.last().unwrap().0;
    person.answer_to(create, 201, &json!({"id": "p1", "name": "Sales"}).to_string());
    let before = person.sent.len();
    person.guide(GuideMessage::StepPressed(Step::Start));
    person.guide(GuideMessage::StepPressed(Step::Connect));
    assert_eq!(person.sent.len(), before, "it is out");
    seen(&mut person, 0);
    assert_eq!((person.sent.len(), &person.state.linking.sign_in), (before, &SignIn::Offered));
}

/// An expired link no longer counts as copied. Other copied values still do.
#[test]
fn another_owner_resets_that_the_link_was_copied() {
    for (copy, stays) in [(Copy::Link, false), (Copy::Bundle, true)] {
        let mut person = ready();
        person.say(Message::CopyFinished(copy, true));
        assert_eq!(person.state.copied, Some((copy, true)));
        person.link(LinkMessage::OwnerNameEdited("Another".to_owned()));
        assert_eq!(person.state.copied.is_some(), stays, "{copy:?}");
    }
}

#[test]
fn the_words_of_the_main_button_follow() {
    let person = asked();
    assert_eq!(person.view().link().main, TextKey::LinkMaking);
    assert_eq!(ready().view().link().main, TextKey::LinkOpen);
}
