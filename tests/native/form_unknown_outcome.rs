//! A create with an unknown outcome: nothing is resent automatically, the list is read and compared, and one click
//! creates at most one profile.

use crate::fixtures::session::{REFUSALS, Session, answer, created, list, page, profile};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::form::Toggle;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::features::submit::view_failure::FailureButton;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::TransportError;

/// Sessions that lost the answer to a create in every possible way and now read the list.
pub fn lost() -> Vec<Session> {
    let unanswered = [TransportError::TimedOut, TransportError::Network, TransportError::Offline];
    let broken_off = [201, 500, 408].map(|status| answer(status, "", None).arrived(None));
    let errors = [408, 500, 502, 503, 504, 599].map(|status| Ok(answer(status, "<html>", None)));
    let sessions = unanswered.into_iter().map(Err).chain(broken_off).chain(errors).map(|outcome| {
        let mut session = Session::sending();
        session.once(outcome);
        assert_eq!(session.just_sent(), ["GET"], "the list is read at once");
        assert!(session.state.is_busy());
        session.assert_nothing_lost();
        session
    });
    sessions.collect()
}

/// A session whose create timed out.
pub fn timed_out() -> Session {
    let mut session = Session::sending();
    session.no_answer(TransportError::TimedOut);
    session
}

pub fn press(session: &mut Session, words: &str) {
    let buttons: Vec<FailureButton> = session.failure_view().buttons;
    let button =
        buttons.into_iter().find(|button| button.words.english() == words).unwrap_or_else(|| panic!("no {words}"));
    session.say(Message::Submit(button.msg));
}

/// The person says that a profile is theirs.
pub fn pick(session: &mut Session, id: &str) {
    let profiles = session.failure_view().profiles;
    let button = profiles.into_iter().find(|(profile, _)| profile.id == id).unwrap_or_else(|| panic!("no {id}")).1;
    session.say(Message::Submit(button.msg));
}

/// Ids that the person is asked about, in their order.
pub fn asked(session: &Session) -> Vec<String> {
    assert_eq!(session.failed(), "outcome-unknown");
    assert!(matches!(session.failure(), Failure::AmbiguousMatch(_)), "{:?}", session.failure());
    session.failure_view().profiles.into_iter().map(|(profile, _)| profile.id).collect()
}

#[test]
fn a_profile_that_is_new_in_the_list_is_the_one_when_the_person_says_so() {
    for mut session in lost() {
        session.answer(200, &list(&[profile("x", "Other", "production"), created("p1")]));
        assert_eq!(asked(&session), ["p1", "x"], "the likeliest first");
        session.assert_nothing_lost();
        assert_eq!(session.view().failure().unwrap().buttons.len(), 1);
        pick(&mut session, "p1");
        assert_eq!(session.done().id, "p1");
        assert!(session.view().done().unwrap().body == TextKey::DoneCompared);
        assert_eq!(session.count("POST"), 1);
    }
}

#[test]
fn a_profile_that_is_not_in_the_list_can_be_created_after_one_more_look() {
    for mut session in lost() {
        session.answer(200, &list(&[]));
        assert_eq!(session.failed(), "outcome-unknown");
        assert_eq!(*session.failure(), Failure::NotListed);
        session.assert_nothing_lost();
        assert!(session.just_sent().is_empty(), "nothing is tried again by itself");
        press(&mut session, "Try again");
        assert_eq!(session.just_sent(), ["GET"]);
        session.answer(200, &list(&[]));
        assert_eq!(session.just_sent(), ["POST"]);
        session.answer(201, &created("p2"));
        assert_eq!((session.done().id.as_str(), session.count("POST")), ("p2", 2));
    }
}

#[test]
fn a_profile_that_arrives_late_is_found_at_the_next_click() {
    let mut session = timed_out();
    session.answer(200, &list(&[]));
    press(&mut session, "Try again");
    session.answer(200, &list(&[created("late")]));
    assert_eq!((asked(&session), session.count("POST")), (vec!["late".to_owned()], 1));
}

#[test]
fn it_is_found_too_where_the_next_click_came_to_nothing_for_another_reason() {
    let mut session = timed_out();
    session.answer(200, &list(&[]));
    session.type_in(Field::Scopes, "api");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.last_event().1["code"], "invalid-draft");
    session.type_in(Field::Scopes, "");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.no_answer(TransportError::TimedOut);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("late")]));
    assert_eq!((asked(&session), session.count("POST")), (vec!["late".to_owned()], 1));
}

#[test]
fn profiles_that_were_there_before_are_not_it() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("before")]));
    session.no_answer(TransportError::TimedOut);
    session.answer(200, &list(&[created("before")]));
    assert_eq!(*session.failure(), Failure::NotListed);
}

#[test]
fn a_profile_without_an_environment_can_match() {
    let mut session = timed_out();
    session.answer(200, &list(&[profile("p0", "Other", ""), json!({"id": "p1", "name": "Salesforce (Production)"})]));
    assert_eq!(asked(&session), ["p1", "p0"]);
}

#[test]
fn of_several_the_person_says_which() {
    let mut session = timed_out();
    session.answer(200, &list(&[created("p1"), created("p2"), created("p3")]));
    assert_eq!(asked(&session), ["p1", "p2", "p3"]);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1"), created("p2")]));
    assert_eq!(session.count("POST"), 1, "the main button does not create a third");
    pick(&mut session, "p1");
    assert_eq!(session.done().id, "p1");
}

#[test]
fn of_several_none_may_be_it() {
    let mut session = timed_out();
    session.answer(200, &list(&[created("p1"), created("p2")]));
    press(&mut session, "None of these. Create mine");
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &list(&[created("p1"), created("p2")]));
    assert_eq!(session.just_sent(), ["POST"]);
}

#[test]
fn where_the_list_fails_too_the_person_can_look_again_and_nothing_is_created() {
    for status in [401, 404, 408, 429, 500, 503] {
        let mut session = timed_out();
        session.answer(status, &json!({}));
        assert_eq!(session.failed(), "outcome-unknown", "{status}");
        assert_eq!(session.buttons(), ["Check again"]);
        session.assert_nothing_lost();
        press(&mut session, "Check again");
        assert_eq!(session.just_sent(), ["GET"]);
        session.no_answer(TransportError::Network);
        assert_eq!(session.failed(), "outcome-unknown");
        press(&mut session, "Check again");
        session.answer(200, &list(&[created("p1")]));
        assert_eq!((asked(&session), session.count("POST")), (vec!["p1".to_owned()], 1));
    }
}

#[test]
fn after_looking_again_without_finding_it_it_can_be_created() {
    let mut session = timed_out();
    session.no_answer(TransportError::TimedOut);
    press(&mut session, "Check again");
    session.answer_text(200, "<html>", None);
    assert_eq!(session.buttons(), ["Check again"]);
    press(&mut session, "Check again");
    session.answer(200, &list(&[]));
    assert_eq!((session.count("POST"), session.buttons()), (1, vec!["Try again".to_owned()]));
}

#[test]
fn the_comparison_reads_every_page() {
    let mut session = timed_out();
    let others = (0..25).map(|at| profile(&format!("o{at}"), "Other", "production")).collect::<Vec<_>>();
    session.answer(200, &page(1, 26, &others));
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &page(2, 26, &[created("p1")]));
    assert_eq!(asked(&session)[0], "p1");
}

#[test]
fn a_success_of_another_shape_is_compared_and_what_came_is_shown() {
    for body in [
        "<html>Welcome</html>",
        "",
        "[]",
        r#"{"id": "p1"}"#,
        r#"{"data": {"id": "p1", "name": "N"}}"#,
        r#"{"id": "p1", "na"#,
    ] {
        let mut session = Session::sending();
        session.answer_text(201, body, None);
        assert_eq!(session.just_sent(), ["GET"], "{body}");
        session.answer(200, &list(&[created("p1")]));
        assert_eq!(asked(&session), ["p1"]);

        let mut session = Session::sending();
        session.answer_text(201, body, None);
        session.answer(200, &list(&[]));
        assert_eq!(session.failed(), "unreadable", "{body}");
        assert_eq!(session.failure_view().quote.concat(), body);
        assert_eq!(session.buttons(), ["Try again"], "it was looked for");
        session.assert_nothing_lost();
    }
}

#[test]
fn what_came_is_shown_up_to_a_size() {
    let mut session = Session::sending();
    session.answer_text(200, &"é".repeat(100_000), None);
    session.answer(200, &list(&[]));
    assert!(session.failure_view().quote.concat().chars().count() <= 501);
}

#[test]
fn a_success_of_another_shape_does_not_end_in_a_dead_end() {
    let mut session = Session::sending();
    session.answer_text(200, "<html>Sign in to the Wi-Fi</html>", None);
    session.answer(200, &list(&[]));
    // The list does not contain it: the list is read once more, and the profile can be created.
    for _ in 0..2 {
        session.say(Message::Submit(SubmitMessage::Pressed));
        while session.last_method() == "GET" && session.state.is_busy() {
            session.answer(200, &list(&[]));
        }
    }
    assert_eq!(session.count("POST"), 2, "{:?}", session.state.failure());
}

#[test]
fn a_refusal_that_breaks_off_is_still_a_refusal() {
    for (status, code) in REFUSALS {
        let mut session = Session::sending();
        session.once(answer(status, "", Some("7")).arrived(None));
        assert_eq!(session.failed(), code);
        assert!(session.just_sent().is_empty());
        assert_eq!(session.failure_view().countdown.is_some_and(|words| words.contains(" 7 ")), status == 429);
    }
}

#[test]
fn nothing_else_that_happens_meanwhile_changes_what_is_compared() {
    let mut session = timed_out();
    let seq = session.last_id();
    session.type_in(Field::Name, "Renamed");
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.say(Message::Submit(SubmitMessage::NoMatchPicked));
    session.say(Message::Form(FormMessage::Toggled(Toggle::MyDomain)));
    assert!(session.state.is_comparing() && session.last_id() == seq);
    session.answer(200, &list(&[created("p1")]));
    assert_eq!(asked(&session), ["p1"]);
}
