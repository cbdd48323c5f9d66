//! Actions are selected one by one, as a part of the table, and by id. Checks what is shown and what is sent.

use crate::fixtures::actions::{everything, good, named, one};
use crate::fixtures::html::screen;
use crate::fixtures::session::{self, Session, created, list};
use serde_json::json;
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::components::Tone;
use stackone_connector_profile::features::action_picker::{ActionsMessage, Preset};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

const THREE: [&str; 3] = ["salesforce_get_case", "salesforce_get_lead", "salesforce_create_lead"];

fn said(session: &Session) -> Vec<(Tone, String)> {
    let messages = session.view().form().field(Field::Actions).messages;
    messages.into_iter().map(|message| (message.tone, message.words)).collect()
}

#[test]
fn one_is_selected_and_cleared() {
    let mut session = Session::offered(&THREE);
    assert_eq!((session.shown(), session.chosen()), (THREE.to_vec(), vec![]));
    session.act(one("salesforce_create_lead"));
    session.act(one("salesforce_get_lead"));
    assert_eq!(session.chosen(), ["salesforce_create_lead", "salesforce_get_lead"], "in the order of the ids");
    assert_eq!(session.view().action_picker().selected_text().as_str(), "2 selected");
    session.act(one("salesforce_get_lead"));
    assert_eq!(session.chosen(), ["salesforce_create_lead"]);
    session.act(one("salesforce_fly"));
    assert_eq!(session.chosen(), ["salesforce_create_lead"], "it is not offered");
    session.act(ActionsMessage::ExtentPicked { all: true });
    for msg in [one("salesforce_get_lead"), everything()] {
        session.act(msg);
        assert!(session.state.form.draft.actions.is_none(), "all are all");
    }
}

#[test]
fn a_check_box_stands_for_what_fits_the_search() {
    let mut session = Session::offered(&THREE);
    session.act(one("salesforce_get_case"));
    session.act(ActionsMessage::SearchEdited(" LEAD ".to_owned()));
    assert_eq!(session.view().action_picker().shown(), "Showing 2 of 3");
    session.act(everything());
    assert_eq!(session.chosen(), ["salesforce_create_lead", "salesforce_get_case", "salesforce_get_lead"]);
    session.act(ActionsMessage::SearchEdited("create".to_owned()));
    session.act(everything());
    assert_eq!(session.chosen(), ["salesforce_get_case", "salesforce_get_lead"], "all of it was selected");
    session.act(ActionsMessage::SearchEdited("nothing like it".to_owned()));
    session.act(everything());
    assert_eq!(session.chosen(), ["salesforce_get_case", "salesforce_get_lead"]);
    session.act(ActionsMessage::SearchEdited(String::new()));
    session.act(everything());
    assert_eq!(session.chosen().len(), 3, "what is missing is added first");
    session.act(everything());
    assert!(session.chosen().is_empty() && session.shown().len() == 3);
}

/// What a request is made of stays until it is answered, so the field takes no text then: it would be gone afterwards.
#[test]
fn no_ids_can_be_typed_during_a_request() {
    let field = |session: &Session| {
        let html = screen(&session.state);
        html.lines().find(|line| line.contains("id=\"action-ids\"")).map(str::to_owned).unwrap()
    };
    let mut session = Session::filled();
    session.act(ActionsMessage::ExtentPicked { all: false });
    session.act(ActionsMessage::TypingToggled);
    session.act(ActionsMessage::Typed("salesforce_get_case".to_owned()));
    assert!(!field(&session).contains("readonly"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(field(&session).contains("readonly"));
    session.no_answer(TransportError::Offline);
    assert!(!field(&session).contains("readonly"));
}

/// Each is a message on the screen and in an event, at each letter.
#[test]
fn of_thousands_of_unknown_ids_a_hundred_are_told() {
    let mut session = Session::offered(&THREE);
    let ids = (0..20_000).rev().map(|at| format!("salesforce_do_{at}")).collect::<Vec<_>>();
    session.type_ids(&format!("{} {}", ids.join(" "), ids[0]));
    let chosen = session.chosen();
    assert!(chosen.len() == 20_000 && chosen.is_sorted(), "each once, in order");
    session.say(Message::Form(FormMessage::Blurred(Field::Actions)));
    assert_eq!(said(&session).len(), 100);
}

#[test]
fn ids_can_be_typed() {
    let mut session = Session::offered(&THREE);
    let text = " salesforce_get_lead,salesforce_create_lead\n\n x\u{a0}salesforce_get_lead\t,, ";
    session.act(ActionsMessage::TypingToggled);
    assert_eq!(session.state.picker.typed.as_deref(), Some(""));
    session.type_ids(text);
    assert_eq!(session.state.picker.typed.as_deref(), Some(text), "as it was typed");
    assert_eq!(session.chosen(), ["salesforce_create_lead", "salesforce_get_lead", "x"]);
    session.act(ActionsMessage::TypingToggled);
    assert_eq!((session.state.picker.typed.as_deref(), session.chosen().len()), (None, 3));
    session.act(ActionsMessage::TypingToggled);
    assert_eq!(session.state.picker.typed.as_deref(), Some("salesforce_create_lead\nsalesforce_get_lead\nx"));
    for msg in [one("salesforce_get_case"), everything(), ActionsMessage::ExtentPicked { all: true }] {
        let mut session = session.clone();
        session.act(msg);
        assert_eq!(session.state.picker.typed, None, "the text would no longer be the choice");
    }
    session.type_ids("");
    assert!(session.chosen().is_empty());
}

#[test]
fn an_id_that_is_not_offered_is_remarked_on_once_the_whole_list_is_known() {
    let mut session = Session::choosing();
    session.type_ids("salesforce_get_lead salesforce_fly salesforce_get_case");
    session.say(Message::Form(FormMessage::Blurred(Field::Actions)));
    assert!(said(&session).is_empty(), "unknown");
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    assert!(said(&session).is_empty(), "it may be on the next page");
    session.answer(200, &named(&["salesforce_get_case"], None));
    let warned = (Tone::Warn, "StackOne doesn’t offer “salesforce_fly”.".to_owned());
    assert_eq!(said(&session), [warned]);
    assert!(session.state.report().is_valid());
    session.type_ids("salesforce_get_lead");
    assert!(said(&session).is_empty());
}

#[test]
fn nothing_chosen_is_said_and_nothing_is_sent() {
    let mut session = Session::offered(&THREE);
    let sent = session.sent.len();
    assert!(said(&session).is_empty(), "not before the person is through");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((session.sent.len(), session.focus()), (sent, Some(Target::Field(Field::Actions))));
    assert_eq!(said(&session), [(Tone::Bad, "Select at least one action, or choose all actions.".to_owned())]);
    assert_eq!(session.view().form().summary().unwrap().fields, [Field::Actions]);
    session.act(one("salesforce_get_case"));
    assert!(said(&session).is_empty() && session.view().form().summary().is_none());
}

#[test]
fn what_is_chosen_is_sent_and_all_are_not() {
    let mut session = Session::offered(&THREE);
    session.type_ids("z salesforce_get_lead a");
    for (all, expected) in [(false, json!(["a", "salesforce_get_lead", "z"])), (true, json!(null))] {
        let mut session = session.clone();
        session.act(ActionsMessage::ExtentPicked { all });
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        let body = session.last_body();
        assert_eq!((session.last_method(), &body["enabled_actions"]), ("POST", &expected));
        assert_eq!(body.as_object().unwrap().contains_key("enabled_actions"), !all);
        session.answer(201, &created("p1"));
        session.done();
    }
}

#[test]
fn the_selection_comes_back_after_all() {
    let mut session = Session::offered(&THREE);
    session.act(one("salesforce_get_lead"));
    for _ in 0..2 {
        session.act(ActionsMessage::ExtentPicked { all: true });
        session.act(ActionsMessage::ExtentPicked { all: true });
        assert!(session.state.form.draft.actions.is_none());
        session.act(ActionsMessage::ExtentPicked { all: false });
        session.act(ActionsMessage::ExtentPicked { all: false });
        assert_eq!(session.chosen(), ["salesforce_get_lead"]);
    }
}

#[test]
fn nothing_of_the_choice_moves_while_a_create_is_out() {
    let mut session = Session::choosing();
    session.answer(200, &named(&THREE, Some("c2")));
    let reading = session.last_id();
    session.act(one("salesforce_get_case"));
    session.act(ActionsMessage::TypingToggled);
    session.say(Message::Submit(SubmitMessage::Pressed));
    for answered in [false, true] {
        if answered {
            session.answer(200, &list(&[]));
        }
        assert!(session.state.is_busy());
        let held = |session: &Session| {
            (
                session.state.form.draft.actions.clone(),
                session.state.form.draft.scopes.clone(),
                session.state.picker.typed.clone(),
            )
        };
        let before = held(&session);
        for msg in [
            ActionsMessage::ExtentPicked { all: true },
            one("salesforce_get_lead"),
            everything(),
            ActionsMessage::Typed("salesforce_x".to_owned()),
            ActionsMessage::PresetPicked(Preset::Everything),
            ActionsMessage::ScopesTaken,
            ActionsMessage::ScopesRestored,
        ] {
            session.act(msg);
            assert_eq!(held(&session), before);
            assert!(session.effects.is_empty());
        }
        session.act(ActionsMessage::SearchEdited("create".to_owned()));
        assert_eq!(session.shown().len(), 1, "one may look");
        session.act(ActionsMessage::SearchEdited(String::new()));
    }
    let writing = session.last_id();
    session.say(Message::AnswerArrived(reading, Ok(good(&named(&["salesforce_x"], None)))));
    assert!(session.state.picker.read && session.shown().len() == 4, "and the list may come");
    session.say(Message::AnswerArrived(writing, Ok(session::answer(201, &created("p1").to_string(), None))));
    session.done();
}

#[test]
fn a_message_about_the_selection_stays_until_it_changes() {
    let mut session = Session::choosing();
    session.answer(200, &named(&THREE, Some("c2")));
    let reading = session.last_id();
    session.act(one("salesforce_get_case"));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(422, &json!({"message": ["enabled_actions.0 is retired"]}));
    assert_eq!((session.failed().as_str(), session.focus()), ("rejected", Some(Target::Field(Field::Actions))));
    let verdict = said(&session);
    assert!(verdict.len() == 1 && verdict[0].1.contains("enabled_actions.0 is retired"), "{verdict:?}");
    session.say(Message::AnswerArrived(reading, Ok(good(&named(&["salesforce_x"], None)))));
    for msg in [
        ActionsMessage::SearchEdited("x".to_owned()),
        ActionsMessage::EndSeen,
        ActionsMessage::TypingToggled,
        ActionsMessage::StopPressed,
    ] {
        session.act(msg);
        assert_eq!(said(&session), verdict, "the choice is the same");
    }
    for msg in [
        one("salesforce_get_case"),
        everything(),
        ActionsMessage::PresetPicked(Preset::ReadOnly),
        ActionsMessage::ExtentPicked { all: true },
        ActionsMessage::Typed("salesforce_get_lead".to_owned()),
    ] {
        let mut session = session.clone();
        session.act(msg);
        assert!(said(&session).is_empty());
    }
}
