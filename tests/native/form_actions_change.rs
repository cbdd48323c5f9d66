//! The selection of actions together with changing a profile, restarting, and storage.

use crate::fixtures::actions::{good, named};
use crate::fixtures::cases::{API_KEY, KEY, SECRET};
use crate::fixtures::guide::Person;
use crate::fixtures::session::{Session, created, list, sales, save, tests};
use serde_json::{Value, json};
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::guide::Pkce;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;

/// The summary of a change.
fn changes(session: &Session) -> Vec<(String, String)> {
    let view = session.view();
    view.profiles().changes().into_iter().map(|(key, text)| (view.words().get(key).to_owned(), text)).collect()
}

/// A person who had selected one action and now changes *Sales*.
fn changing() -> Session {
    let mut session = Session::offered(&["salesforce_get_lead", "salesforce_get_case"]);
    session.type_ids("salesforce_get_lead");
    session.profiles(ProfilesMessage::Toggled);
    session.answer(200, &list(&[sales(), tests()]));
    session.profiles(ProfilesMessage::EditPressed(session.known("Sales")));
    assert!(session.state.is_changing());
    session
}

#[test]
fn a_change_leaves_the_actions_alone_unless_some_are_chosen() {
    let mut session = changing();
    assert!(session.state.form.draft.actions.is_none() && session.state.picker.typed.is_none());
    session.type_in(Field::Name, "Sales 2");
    assert_eq!(changes(&session).len(), 1);
    save(&mut session);
    assert_eq!(session.last_body(), json!({"name": "Sales 2"}));

    let mut session = changing();
    session.act(ActionsMessage::ExtentPicked { all: false });
    assert_eq!(session.chosen(), [""; 0], "what was chosen for the other one is nothing to it");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty() && !session.said_of(Field::Actions).is_empty(), "none is no choice");
    session.type_ids("salesforce_get_case salesforce_get_lead");
    assert_eq!(changes(&session), [("Actions".to_owned(), "2 selected".to_owned())]);
    save(&mut session);
    assert_eq!(session.last_body(), json!({"enabled_actions": ["salesforce_get_case", "salesforce_get_lead"]}));
    session.answer(200, &sales());
    session.done();
}

#[test]
fn the_earlier_selection_comes_back_after_cancel() {
    for change in ["", "x y"] {
        let mut session = changing();
        if !change.is_empty() {
            session.type_ids(change);
            session.act(ActionsMessage::ExtentPicked { all: true });
        }
        session.say(Message::Submit(SubmitMessage::RestartPressed));
        assert_eq!(session.chosen(), ["salesforce_get_lead"]);
        assert_eq!((&session.state.picker.typed, &session.state.picker.unknown), (&None, &vec![]));
        session.act(ActionsMessage::ExtentPicked { all: true });
        session.act(ActionsMessage::ExtentPicked { all: false });
        assert_eq!(session.chosen(), ["salesforce_get_lead"], "and nothing of the change");
    }
}

#[test]
fn a_new_beginning_has_all_of_them_and_knows_the_list() {
    let mut session = Session::offered(&["salesforce_get_lead"]);
    session.type_ids("salesforce_get_lead x");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(201, &created("p1"));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    let choosing = &session.state.picker;
    assert!(session.state.form.draft.actions.is_none() && choosing.typed.is_none() && choosing.unknown.is_empty());
    session.act(ActionsMessage::ExtentPicked { all: false });
    assert_eq!((session.chosen(), session.shown(), session.just_sent()), (vec![], vec!["salesforce_get_lead"], vec![]));
}

#[test]
fn clearing_everything_clears_the_list_and_ends_its_reading() {
    let mut session = Session::choosing();
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    let reading = session.last_id();
    session.type_ids("salesforce_get_lead");
    session.act(ActionsMessage::SearchEdited("lead".to_owned()));
    session.say(Message::ResetRequested);
    session.say(Message::AnswerArrived(reading, Ok(good(&named(&["salesforce_get_case"], Some("c3"))))));
    assert!(session.just_sent().is_empty(), "there is no key to ask with");
    let choosing = &session.state.picker;
    assert!(session.state.form.draft.actions.is_none() && choosing.search.is_empty() && choosing.shown.is_empty());
    assert!(choosing.list.count() == 0 && !session.state.reads_actions() && choosing.typed.is_none());
    session.act(ActionsMessage::ExtentPicked { all: false });
    assert_eq!(session.chosen(), [""; 0]);
}

#[test]
fn another_form_knows_nothing_of_the_one_before() {
    for msg in [Message::Unmounted, Message::Mounted(Box::default())] {
        let mut session = Session::choosing();
        let reading = session.last_id();
        session.say(msg);
        session.say(Message::AnswerArrived(reading, Ok(good(&named(&["salesforce_get_case"], Some("c3"))))));
        assert!(session.just_sent().is_empty() && session.shown().is_empty());
        assert!(session.state.form.draft.actions.is_none());
    }
}

fn act(person: &mut Person, msg: ActionsMessage) {
    person.say(Message::Actions(msg));
}

/// What is stored of the selection if these ids are typed.
fn kept_of(ids: &str) -> (String, Value) {
    let mut person = Person::new();
    act(&mut person, ActionsMessage::ExtentPicked { all: false });
    act(&mut person, ActionsMessage::Typed(ids.to_owned()));
    person.guide(GuideMessage::PkceAnswered(Pkce::Off));
    let kept = person.kept().unwrap().to_owned();
    let json: Value = serde_json::from_str(&kept).unwrap();
    (kept, json["actions"].clone())
}

fn restored(kept: &str) -> Option<Vec<String>> {
    let person = Person::restored(r#"{"view": "guide"}"#, Some(kept));
    assert!(person.sent.is_empty());
    person.state.form.draft.actions.map(|chosen| chosen.to_vec())
}

#[test]
fn the_choice_is_kept_for_the_next_load() {
    for (ids, expected) in [
        ("", json!([])),
        ("salesforce_get_lead salesforce_get_case", json!(["salesforce_get_case", "salesforce_get_lead"])),
        // Anything else that was pasted there.
        (&*format!("salesforce_get_lead {KEY} {SECRET} {API_KEY} get_case"), json!(["salesforce_get_lead"])),
    ] {
        let (kept, actions) = kept_of(ids);
        assert_eq!(actions, expected, "{ids}");
        assert_eq!(json!(restored(&kept)), expected);
        assert!([KEY, SECRET, API_KEY].iter().all(|secret| !kept.contains(secret)));
    }
    let mut person = Person::new();
    act(&mut person, ActionsMessage::Typed("salesforce_x".to_owned()));
    act(&mut person, ActionsMessage::ExtentPicked { all: true });
    person.guide(GuideMessage::PkceAnswered(Pkce::Off));
    assert!(!person.kept().unwrap().contains("salesforce_x"));
    assert_eq!(restored(person.kept().unwrap()), None, "all are all");
}

#[test]
fn a_selection_of_thousands_is_restored_as_empty() {
    for (count, expected) in [(999, 999), (1000, 0)] {
        let ids = (0..count).map(|at| format!("salesforce_get_{at:04} ")).collect::<String>();
        let (kept, actions) = kept_of(&ids);
        assert_eq!(actions.as_array().map(Vec::len), Some(expected));
        assert_eq!(restored(&kept).map(|ids| ids.len()), Some(expected));
    }
}

#[test]
fn only_ids_are_restored_from_an_odd_selection() {
    for (actions, expected) in [
        (json!(null), None),
        (json!("salesforce_x"), None),
        (json!({}), None),
        (json!(7), None),
        (
            json!([null, "", " ", {}, [], "salesforce_b", "salesforce_a", "salesforce_b", "two words", "a,b"]),
            Some("salesforce_a salesforce_b"),
        ),
    ] {
        let expected = expected.map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(restored(&json!({ "actions": actions }).to_string()), expected, "{actions}");
    }
}

#[test]
fn a_restored_selection_is_compared_with_the_list() {
    let mut person = Person::filled(Step::Profile);
    act(&mut person, ActionsMessage::ReadPressed);
    person.answer(200, &named(&["salesforce_get_lead"], None));
    let kept = json!({"actions": ["salesforce_get_lead", "salesforce_fly"]}).to_string();
    person.guide(GuideMessage::ProgressRestored(kept));
    assert_eq!(person.state.picker.unknown, ["salesforce_fly"]);
}

#[test]
fn while_a_profile_is_changed_the_choice_before_is_kept() {
    let mut person = Person::filled(Step::Profile);
    act(&mut person, ActionsMessage::Typed("salesforce_get_lead".to_owned()));
    let kept = person.kept().unwrap().to_owned();
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    person.answer(200, &list(&[sales()]));
    let profile = person.state.known[0].clone();
    person.say(Message::Profiles(ProfilesMessage::EditPressed(profile)));
    act(&mut person, ActionsMessage::Typed("salesforce_get_case".to_owned()));
    assert!(person.kept().is_none_or(|now| now == kept));
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(person.state.form.draft.actions.as_ref().unwrap().to_vec(), ["salesforce_get_lead"]);
    assert!(person.kept().is_none_or(|now| now == kept));
}

#[test]
fn the_guide_says_how_many_are_chosen() {
    let fact = |person: &Person| {
        let facts = person.view().facts();
        facts.into_iter().find(|fact| fact.name == TextKey::ActionsLabel).unwrap().value
    };
    let mut person = Person::new();
    assert_eq!(fact(&person), "All actions");
    act(&mut person, ActionsMessage::Typed("a b".to_owned()));
    assert_eq!(fact(&person), "2 selected");
}
