//! After a lost answer: which profiles of the list can be the new one, and when the list is read again.

use crate::fixtures::session::{REFUSALS, Session, answer, created, list, profile};
use crate::fixtures::state_ext::StateExt;
use crate::form_unknown_outcome::{asked, pick, press, timed_out};
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::{Answer, TransportError};

/// StackOne may write a name otherwise: trimmed, composed, with a number behind it; or an environment in capitals.
#[test]
fn whatever_is_new_can_be_it_however_it_is_written() {
    for other in [
        profile("p1", "Salesforce  (Production)", "production"),
        profile("p1", "Salesforce (Production) (2)", "production"),
        profile("p1", "Salesforce (Production)", "PRODUCTION"),
        profile("p1", "Salesforce (Production)", "sandbox"),
    ] {
        let mut session = timed_out();
        session.answer(200, &list(std::slice::from_ref(&other)));
        assert_eq!((asked(&session), session.count("POST")), (vec!["p1".to_owned()], 1), "{other}");
        pick(&mut session, "p1");
        assert_eq!(session.done().id, "p1");
    }
}

/// A colleague made one of the same name just then, and StackOne failed for us.
#[test]
fn a_profile_of_somebody_else_is_not_taken_and_nothing_is_wiped() {
    let mut session = Session::sending();
    session.answer(500, &json!({}));
    session.answer(200, &list(&[created("theirs")]));
    assert_eq!(asked(&session), ["theirs"]);
    session.assert_nothing_lost();
    press(&mut session, "None of these. Create mine");
    session.answer(200, &list(&[created("theirs")]));
    assert_eq!(session.just_sent(), ["POST"], "once the person said that it is another's");
    session.answer(201, &created("ours"));
    assert_eq!(session.done().id, "ours");
}

/// The first create was late, and the values were corrected meanwhile.
#[test]
fn corrected_values_are_not_taken_for_those_that_were_sent_first() {
    let mut session = timed_out();
    session.answer(200, &list(&[]));
    session.type_in(Field::Name, "Corrected");
    press(&mut session, "Try again");
    session.answer(200, &list(&[created("late")]));
    assert_eq!(asked(&session), ["late"]);
    assert_eq!(session.state.form.draft.name, "Corrected");
}

/// A browser sent the create twice; the first one counted, the second one was refused.
#[test]
fn after_a_refusal_what_is_new_is_asked_about_before_anything_is_created() {
    for (status, _) in REFUSALS {
        let mut session = Session::sending();
        session.answer_text(status, "{}", Some("0"));
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[created("first")]));
        assert_eq!((asked(&session), session.count("POST")), (vec!["first".to_owned()], 1), "{status}");
    }
}

/// What was lost before the last attempt is not forgotten with it.
#[test]
fn a_first_create_that_comes_late_is_told_after_the_second_was_answered() {
    let mut session = timed_out();
    session.answer(200, &list(&[]));
    press(&mut session, "Try again");
    session.answer(200, &list(&[]));
    session.answer(201, &created("second"));
    assert_eq!(session.done().id, "second");
    session.answer(200, &list(&[created("second"), created("first")]));
    let told = session.state.created_twice().iter().map(|profile| profile.id.as_str()).collect::<Vec<_>>();
    assert_eq!(told, ["second", "first"]);
}

#[test]
fn what_says_nothing_of_the_work_leaves_it_unknown() {
    for (status, body, code) in [
        (302, "", "outcome-unknown"),
        (304, "", "outcome-unknown"),
        (204, "", "unreadable"),
        (200, "<!doctype html><h1>Set-up</h1>", "unreadable"),
        (403, "<html>Attention Required!", "forbidden"),
    ] {
        let mut session = Session::sending();
        session.answer_text(status, body, None);
        assert_eq!(session.just_sent(), ["GET"], "{status}: the list is compared");
        session.answer(200, &list(&[created("p1")]));
        assert_eq!(asked(&session), ["p1"], "{status}");

        let mut session = Session::sending();
        session.answer_text(status, body, None);
        session.answer(200, &list(&[]));
        assert_eq!(session.failed(), code, "{status}");
        let message = session.last_event().1["message"].as_str().unwrap().to_owned();
        assert!(!message.contains("not created") && !message.contains("wasn’t created"), "{message}");
    }
}

/// One from a cache, and one without what was there before.
#[test]
fn a_list_that_may_be_late_is_read_again_after_a_pause() {
    let cached = |body| Ok(Answer { age: Some("7".to_owned()), ..answer(200, body, None) });
    let [none, before, both] = [list(&[]), list(&[created("old")]), list(&[created("old"), created("p1")])];
    for late in [cached(&before.to_string()), Ok(answer(200, &none.to_string(), None))] {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &before);
        session.no_answer(TransportError::TimedOut);
        for pause in [2000, 4000] {
            session.once(late.clone());
            assert_eq!((session.just_sent(), session.pause()), (vec!["GET"], Some(pause)));
            assert!(session.state.is_comparing());
        }
        let mut given_up = session.clone();
        given_up.once(late);
        assert_eq!(*given_up.failure(), Failure::NotListed, "not for ever");
        session.answer(200, &both);
        assert_eq!((asked(&session), session.count("POST")), (vec!["p1".to_owned()], 1));
    }
}

/// It cannot be told from a colleague's, and is shown.
#[test]
fn a_late_list_that_has_something_new_is_enough() {
    let mut session = timed_out();
    let aged = Answer { age: Some("7".to_owned()), ..answer(200, &list(&[created("p1")]).to_string(), None) };
    session.once(Ok(aged));
    assert_eq!(asked(&session), ["p1"]);
}
