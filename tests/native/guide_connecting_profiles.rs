//! A sign-in, its explanation and its outcome belong to one profile: none of them shows beside another.

use crate::fixtures::cases::{API_KEY, settings};
use crate::fixtures::guide::Person;
use crate::fixtures::link::{attempt, result, sign_in, waiting};
use crate::fixtures::session::{Session, created, list, profile, sales, tests};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Effect, Event, Message, Route, Shown, Target};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::guide::{GuideMessage, Pkce, Step};
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::ConnectorProfile;

/// Salesforce refused, and the error is explained.
fn refused() -> Person {
    let mut person = waiting();
    person.answer(200, &attempt("error", json!({"oauth_error_code": "invalid_client"})));
    assert!(result(&person).meaning.is_some());
    person
}

#[test]
fn an_explanation_is_not_shown_beside_another_profile_and_comes_back_with_its_own() {
    let mut person = refused();
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    person.answer(200, &list(&[tests()]));
    let tests = person.state.known[0].clone();
    person.say(Message::Profiles(ProfilesMessage::LinkPressed(tests)));
    assert!(result(&person).meaning.is_none() && !result(&person).link.can_update);
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(person.view().guide().meaning().is_some(), "its own profile is there again");
}

/// It may contain a code or a token.
#[test]
fn a_pasted_error_is_forgotten_with_what_it_was_for() {
    for msg in [Message::Submit(SubmitMessage::RestartPressed), Message::ResetRequested] {
        let mut session = Session::sending();
        session.answer(201, &created("p1"));
        session.say(Message::Link(LinkMessage::ErrorPasted("error=invalid_client&code=aPrxQ7canary".into())));
        assert!(!session.state.guide.pasted.is_blank());
        session.say(msg.clone());
        assert!(session.state.guide.pasted.is_blank() && session.state.guide.saw.is_none(), "{msg:?}");
    }
}

#[test]
fn of_two_created_profiles_the_other_one_is_not_connected() {
    let mut session = Session::sending();
    session.answer(201, &created("p1"));
    session.answer(200, &list(&[created("p1"), created("twin")]));
    session.state.linking.sign_in = SignIn::Connected(Some("a1".to_owned()));
    let twin = session.state.created_twice()[1].clone();
    session.say(Message::Submit(SubmitMessage::KeepPressed(twin)));
    assert_eq!((session.done().id.as_str(), &session.state.linking.sign_in), ("twin", &SignIn::Offered));
}

#[test]
fn a_result_that_was_restored_can_be_changed() {
    let kept = r#"{"done": {"id": "p1", "name": "Sales", "environment": "production", "updatedAt": "2026-11-23T17:00:00.000Z"}}"#;
    let mut person = Person::restored(r#"{"view": "guide", "step": "connect"}"#, Some(kept));
    person.say(Message::Rendered);
    person.type_in(Field::ApiKey, API_KEY);
    person.link(LinkMessage::UpdatePressed);
    let edit = person.state.mode.edit().unwrap();
    assert!(edit.flags.enabled, "a created profile is enabled");
    person.type_in(Field::Name, "Sales 2");
    person.say(Message::Submit(SubmitMessage::Pressed));
    let listed = json!({
        "id": "p1", "name": "Sales", "environment": "production", "active": true,
        "updated_at": "2026-11-23T17:00:00.000Z",
    });
    person.answer(200, &list(&[listed]));
    assert_eq!(person.sent.last().unwrap().1.method, "PATCH", "nobody changed it meanwhile");
}

#[test]
fn cancelling_a_change_that_began_at_the_result_moves_the_focus_there() {
    let mut person = refused();
    person.link(LinkMessage::UpdatePressed);
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(person.focus(), Some(Target::Done));
}

/// The button that was pressed is gone.
#[test]
fn after_each_answer_of_the_card_the_focus_is_at_its_outcome() {
    let mut person = waiting();
    person.link(LinkMessage::WaitCancelled);
    assert_eq!(person.focus(), Some(Target::Connection));
    let mut person = waiting();
    person.state.linking.sign_in = SignIn::Asking;
    person.link(LinkMessage::OutcomeAnswered { worked: false });
    assert_eq!(person.focus(), Some(Target::Connection));
    person.state.linking.sign_in = SignIn::Connected(None);
    person.link(LinkMessage::AnotherPressed);
    assert_eq!(person.focus(), Some(Target::Connection));
}

#[test]
fn a_sign_in_for_another_owner_is_not_waited_for() {
    let mut person = waiting();
    person.link(LinkMessage::OwnerNameEdited("Acme".to_owned()));
    assert_eq!(sign_in(&person), SignIn::Offered);
}

/// After a reload, nobody asked for the key.
#[test]
fn leaving_the_details_without_a_key_does_not_move_the_focus() {
    let mut person = waiting();
    person.link(LinkMessage::OwnerNameEdited("Acme".to_owned()));
    person.say(Message::Form(FormMessage::ForgetKeyPressed));
    person.link(LinkMessage::DetailsLeft);
    assert_eq!((person.focus(), person.effects.len()), (None, 0), "{:?}", person.effects);
}

#[test]
fn clearing_the_key_leaves_the_guide_where_it_is() {
    let mut person = Person::filled(Step::Start);
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    person.say(Message::Form(FormMessage::ForgetKeyPressed));
    assert_eq!((person.step(), person.focus()), (Step::Start, Some(Target::Field(Field::ApiKey))));
    assert!(!person.effects.iter().any(|effect| matches!(effect, Effect::Emit(Event::Step(_)))));
}

#[test]
fn a_guide_that_was_opened_from_the_form_promises_nothing_and_stays_open_when_it_is_cleared() {
    let mut person = Person::configured("{}");
    person.guide(GuideMessage::Opened);
    person.guide(GuideMessage::PkceAnswered(Pkce::Off));
    person.guide(GuideMessage::ClearToggled);
    let Shown::Guide(page) = person.view().screen().shown else { panic!("no guide") };
    assert!(!page.bar.is_kept, "only the guide of the page is saved");
    person.guide(GuideMessage::ClearPressed);
    assert!(person.state.guided() && person.state.guide.pkce.is_none() && person.focus() == Some(Target::Step));
    person.say(Message::ResetRequested);
    assert!(!person.state.guided(), "the host page gets its form back");
}

#[test]
fn a_view_that_becomes_the_list_is_read() {
    let mut session = Session::configured(r#"{"auth": "none", "view": "form"}"#);
    session.answer(200, &list(&[]));
    session.say(Message::Configured(Box::new(settings(r#"{"auth": "none", "view": "profiles"}"#))));
    assert_eq!((session.just_sent(), session.focus()), (vec!["GET"], None));
    session.answer(200, &list(&[tests()]));
    assert_eq!(
        session.view().profiles().found().iter().map(|one: &&ConnectorProfile| &*one.id).collect::<Vec<_>>(),
        ["p2"]
    );
}

/// A refused sign-in of a listed profile is not a reason to change the result that was left for it.
#[test]
fn a_listed_profile_that_is_updated_does_not_become_the_result_that_was_left() {
    let mut person = Person::done();
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    person.answer(200, &list(&[tests()]));
    let tests = person.state.known[0].clone();
    person.say(Message::Profiles(ProfilesMessage::LinkPressed(tests)));
    person.link(LinkMessage::UpdatePressed);
    person.type_in(Field::Name, "Tests 2");
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(200, &list(&[crate::fixtures::session::tests()]));
    person.answer(200, &json!({"id": "p2", "name": "Tests 2", "environment": "sandbox"}));
    assert_eq!(person.view().done().unwrap().title, TextKey::SavedTitle);
    let left = person.state.mode.saved().unwrap();
    assert!(format!("{left:?}").contains("\"p1\""), "{left:?}");
}

/// The field would vanish with its first letter.
#[test]
fn the_field_for_the_key_stays_while_the_key_is_typed() {
    let kept = r#"{"done": {"id": "p1", "name": "Sales", "environment": "production"}}"#;
    let mut person = Person::restored(r#"{"view": "guide", "step": "connect"}"#, Some(kept));
    person.say(Message::Rendered);
    for typed in ["v", "v1", API_KEY] {
        person.type_in(Field::ApiKey, typed);
        assert!(result(&person).api_key.is_some(), "{typed}");
    }
    person.link(LinkMessage::Pressed);
    assert!(result(&person).api_key.is_none() && person.focus() == Some(Target::Connection));
}

#[test]
fn a_profile_named_while_another_is_saved_opens_afterwards() {
    let mut session = Session::changing(&[sales(), tests()]);
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.say(Message::Configured(Box::new(settings(r#"{"profileId": "p2"}"#))));
    session.answer(200, &profile("p1", "Sales 2", "production"));
    session.answer(200, &list(&[sales(), tests()]));
    assert_eq!(session.state.opened().map(|opened| opened.id.as_str()), Some("p2"));
}

#[test]
fn browser_back_from_the_list_moves_the_focus_into_the_form() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    session.say(Message::RouteChanged(Route::Step(Step::Start)));
    assert_eq!((session.state.shows_list(), session.focus()), (false, Some(Target::Field(Field::ClientId))));
    let mut session = Session::sending();
    session.answer(201, &created("p1"));
    session.profiles(ProfilesMessage::Toggled);
    session.say(Message::RouteChanged(Route::Step(Step::Start)));
    assert_eq!((session.done().id.as_str(), session.focus()), ("p1", Some(Target::Done)), "the result stays");
}

/// StackOne would get an empty change, and the host page a `profile-updated` for nothing.
#[test]
fn nothing_is_sent_for_an_existing_profile_that_is_opened_and_left_as_it_is() {
    let mut session = Session::filled();
    session.type_in(Field::Name, "Sales");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales()]));
    session.answer(409, &json!({}));
    session.say(Message::Submit(SubmitMessage::EditPressed(session.known("Sales"))));
    assert!(session.state.opened().is_some());
    for field in [Field::ClientId, Field::ClientSecret] {
        session.type_in(field, "");
    }
    let sent = session.sent.len();
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((session.sent.len(), session.focus()), (sent, Some(Target::Field(Field::ClientId))));
}
