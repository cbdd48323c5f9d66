//! Opening an existing profile saves the result, its link, and a change that the guide began. All of it comes back
//! afterwards, and none of it affects the other profile.

use crate::fixtures::guide::Person;
use crate::fixtures::link::{LINK, asked, link_of, ready, session as link_session};
use crate::fixtures::session::{Session, created, list, profile, sales, tests};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Copy, Message, Target};
use stackone_connector_profile::features::guide::Step;
use stackone_connector_profile::features::link_account::{LinkMessage, Linking};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::ConnectorProfile;

/// A person with a result opens another profile.
fn opens_another(person: &mut Person, msg: fn(ConnectorProfile) -> ProfilesMessage) {
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    person.answer(200, &list(&[tests()]));
    let tests = person.state.known[0].clone();
    person.say(Message::Profiles(msg(tests)));
    assert!(person.state.is_changing() && !person.state.guided());
}

#[test]
fn a_result_and_its_link_are_there_again_after_a_look_at_another_profile() {
    let mut person = asked();
    person.answer(201, &link_session(LINK));
    opens_another(&mut person, ProfilesMessage::EditPressed);
    assert!(person.view().done().is_none() && person.view().copy(Copy::Link).is_none());
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(person.state.shows_list() && !person.state.is_changing());
    assert!(person.state.result().is_some_and(|done| done.profile.id == "p1"));
    assert_eq!(link_of(&person).as_deref(), Some(LINK));
    // The countdown continues from when the link was made.
    person.clock(1800);
    assert_eq!(link_of(&person), None);
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    let draft = &person.state.form.draft;
    assert_eq!((draft.client_id.as_str(), draft.name.as_str(), person.step()), ("", "", Step::Start));
}

#[test]
fn a_link_is_offered_for_no_other_profile_than_its_own() {
    let mut session = Session::changing(&[sales(), tests()]);
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.answer(200, &profile("p1", "Sales 2", "production"));
    let link = || Ok(crate::fixtures::session::answer(201, &link_session(LINK).to_string(), None));
    let asked = session.sent_to_connect.last().unwrap().0;
    session.say(Message::AnswerArrived(asked, link()));
    assert!(session.view().copy(Copy::Link).is_some());
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.profiles(ProfilesMessage::Toggled);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.answer(201, &created("new"));
    assert!(session.view().done().is_some() && session.view().copy(Copy::Link).is_none());
    session.say(Message::AnswerArrived(asked, link()));
    assert!(session.view().copy(Copy::Link).is_none(), "nor by a late answer");
}

#[test]
fn a_link_that_was_asked_for_is_not_waited_for_beside_another_profile() {
    let mut person = asked();
    let seq = person.sent.last().unwrap().0;
    opens_another(&mut person, ProfilesMessage::LinkPressed);
    person.answer_to(seq, 201, &link_session(LINK).to_string());
    assert_eq!(link_of(&person), None);
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(!person.view().link().busy && link_of(&person).is_none());
    assert_eq!(person.state.linking.owner.id, "Sales");
}

#[test]
fn an_account_is_linked_to_a_profile_of_the_list() {
    let mut person = ready();
    person.link(LinkMessage::OwnerIdEdited(" customer-7 ".to_owned()));
    let own = |linking: &Linking| linking.owner.id.clone();
    opens_another(&mut person, ProfilesMessage::LinkPressed);
    assert_eq!((person.focus(), own(&person.state.linking).as_str()), (Some(Target::Done), "Tests"));
    let done = person.view().done().unwrap();
    assert_eq!((done.title, done.facts[0].1.as_str()), (TextKey::ListedTitle, "Tests"));
    let body = crate::fixtures::cases::to_serde(person.sent.last().unwrap().1.body.as_ref().unwrap());
    assert!(body.to_string().contains("\"p2\""), "{body}");
    person.answer(201, &link_session(LINK));
    assert_eq!(link_of(&person).as_deref(), Some(LINK));
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(person.state.shows_list() && person.view().done().unwrap().facts[0].1 == "Sales");
    assert_eq!((link_of(&person), own(&person.state.linking).as_str()), (None, " customer-7 "));
}

#[test]
fn nothing_is_linked_from_the_list_while_a_request_is_out_or_a_profile_is_changed() {
    for mut session in [Session::sending(), Session::changing(&[sales()])] {
        let sales = ConnectorProfile { id: "sales".to_owned(), ..ConnectorProfile::default() };
        session.profiles(ProfilesMessage::LinkPressed(sales));
        assert!(session.effects.is_empty() && session.view().done().is_none());
    }
}

#[test]
fn the_list_does_not_hide_the_outcome_of_a_create() {
    for (status, body) in [(201, created("p1")), (400, json!({"message": "no"}))] {
        let mut session = Session::sending();
        session.profiles(ProfilesMessage::Toggled);
        assert!(session.state.shows_list());
        session.answer(status, &body);
        assert!(!session.state.shows_list(), "{status}");
        let expected = if status == 201 { Target::Done } else { Target::Failure };
        assert_eq!(session.focus(), Some(expected));
    }
    // Leaving a change returns to the list.
    let mut session = Session::changing(&[sales()]);
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(403, &json!({}));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(session.state.shows_list());
}
