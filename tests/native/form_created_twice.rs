//! After an answered create, the list is read once more, because a browser may have resent the create. Two profiles
//! from one click are reported and shown. Whatever that read returns, the result stays.

use crate::fixtures::cases::to_serde;
use crate::fixtures::read_requests::{asks, good, passing, status};
use crate::fixtures::session::{Session, answer, created, list, page, profile};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;

/// A form whose create was answered and that reads the list again.
fn answered() -> Session {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("before")]));
    session.answer(201, &created("p1"));
    assert_eq!(session.done().id, "p1", "the list blocks nothing");
    assert_eq!(session.just_sent(), ["GET"]);
    session
}

fn told_ids(session: &Session) -> Vec<&str> {
    session.state.created_twice().iter().map(|profile| profile.id.as_str()).collect()
}

fn count(session: &Session, event: &str) -> usize {
    session.events.iter().filter(|one| one.name() == event).count()
}

/// The result is shown and was reported once.
fn assert_stands(session: &Session, id: &str) {
    assert_eq!(session.done().id, id);
    assert_eq!((count(session, "profile-created"), count(session, "profile-failed")), (1, 0));
    assert_eq!((session.count("POST"), session.state.is_busy()), (1, false));
}

#[test]
fn one_profile_of_one_click_is_no_news() {
    let mut session = answered();
    session.answer(200, &list(&[created("before"), created("p1")]));
    assert_eq!(told_ids(&session), [""; 0]);
    assert_stands(&session, "p1");
    assert_eq!(session.count("GET"), 2);
}

#[test]
fn two_profiles_of_one_click_are_reported_and_shown() {
    let mut session = answered();
    session.answer(200, &list(&[created("before"), created("twin"), created("p1")]));
    assert_eq!(told_ids(&session), ["p1", "twin"]);
    assert_stands(&session, "p1");
    // The list of profiles has both, too.
    session.known("Salesforce (Production)");
    assert!(["p1", "twin"].iter().all(|id| session.state.known.iter().any(|known| known.id == *id)));
}

/// StackOne may have written the name of the second one otherwise.
#[test]
fn whatever_else_is_new_is_told() {
    for other in [
        profile("x", "Salesforce (Production) (2)", "production"),
        profile("x", "Salesforce (Production)", "PRODUCTION"),
        profile("x", "Other", "sandbox"),
    ] {
        let mut session = answered();
        session.answer(200, &list(&[created("before"), created("p1"), other]));
        assert_eq!(told_ids(&session), ["p1", "x"]);
        assert_stands(&session, "p1");
    }
    let mut session = answered();
    session.answer(200, &list(&[created("p1"), created("before")]));
    assert_eq!(told_ids(&session), [""; 0]);
}

#[test]
fn every_page_is_read() {
    let others = (0..25).map(|at| profile(&format!("o{at}"), "Other", "production")).collect::<Vec<_>>();
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &page(1, 26, &others));
    session.answer(200, &page(2, 26, &[created("before")]));
    session.answer(201, &created("p1"));
    session.answer(200, &page(1, 27, &others));
    assert_eq!(session.just_sent(), ["GET"]);
    session.answer(200, &page(2, 27, &[created("p1"), created("twin")]));
    assert_eq!(told_ids(&session), ["p1", "twin"]);
}

#[test]
fn a_failed_read_keeps_the_result() {
    for outcome in passing().into_iter().chain([status(401), status(403), status(200), asks(429, "700")]) {
        let mut session = answered();
        for _ in 0..3 {
            session.once(outcome.clone());
            assert_stands(&session, "p1");
        }
        assert!(session.just_sent().is_empty() && !session.state.reads_again());
    }
}

#[test]
fn the_list_is_read_again_after_a_failure() {
    for outcome in passing() {
        let mut session = answered();
        session.once(outcome);
        assert!(session.pause().is_some());
        session.answer(200, &list(&[created("before"), created("p1"), created("twin")]));
        assert_eq!(told_ids(&session), ["p1", "twin"]);
        assert_stands(&session, "p1");
    }
}

#[test]
fn the_person_says_which_is_used() {
    let mut session = answered();
    session.answer(200, &list(&[created("p1"), created("twin")]));
    let [first, twin] = [0, 1].map(|at| session.state.created_twice()[at].clone());
    session.say(Message::Submit(SubmitMessage::KeepPressed(first)));
    assert!(session.effects.is_empty(), "it is used already");
    session.say(Message::Submit(SubmitMessage::KeepPressed(twin)));
    assert_eq!(told_ids(&session), ["twin", "p1"]);
    assert_eq!((session.last_event().0, session.done().id.as_str()), ("profile-updated", "twin"));
    assert_eq!(count(&session, "profile-created"), 1);
    let sessions = session.sent_to_connect.iter().map(|(_, request)| to_serde(request.body.as_ref().unwrap()));
    let profiles = sessions.map(|body| body["connector_profile_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(profiles, ["p1", "twin"]);
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(told_ids(&session), [""; 0], "it was read");
}

#[test]
fn an_unreported_profile_cannot_be_kept() {
    let mut session = answered();
    session.answer(200, &list(&[created("before"), created("p1"), created("twin")]));
    session.say(Message::Submit(SubmitMessage::KeepPressed(session.known("Salesforce (Production)"))));
    assert!(session.effects.is_empty());
    assert_stands(&session, "p1");
}

#[test]
fn it_is_reported_after_moving_on() {
    let mut session = answered();
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.answer(200, &list(&[created("p1"), created("twin")]));
    assert_eq!(told_ids(&session), ["p1", "twin"]);

    let mut session = answered();
    let reading = session.last_id();
    session.say(Message::Profiles(ProfilesMessage::Toggled));
    session.once(good());
    session.say(Message::AnswerArrived(
        reading,
        Ok(answer(200, &list(&[created("p1"), created("twin")]).to_string(), None)),
    ));
    assert_eq!(told_ids(&session), ["p1", "twin"]);
}

/// The list that is read before the next create shows the outcome of the previous one.
#[test]
fn the_next_create_does_not_count() {
    let mut session = answered();
    let late = session.last_id();
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1"), created("twin")]));
    assert_eq!((told_ids(&session), session.just_sent()), (vec!["p1", "twin"], vec!["POST"]));
    session.answer(201, &created("p2"));
    session.say(Message::AnswerArrived(late, good()));
    session.answer(200, &list(&[created("p1"), created("twin"), created("p2")]));
    assert_eq!(told_ids(&session), ["p1", "twin"]);
    assert_eq!(session.done().id, "p2");
}

#[test]
fn after_a_change_the_list_is_not_read_again() {
    let mut session = Session::changing(&[profile("p1", "Sales", "production")]);
    session.say(Message::Form(FormMessage::Edited(stackone_connector_profile::profile::Field::Name, "New".into())));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("p1", "Sales", "production")]));
    session.answer(200, &profile("p1", "New", "production"));
    assert!(session.just_sent().is_empty());
}

/// The create was late, and the person took the profile of a colleague for theirs.
#[test]
fn after_a_profile_was_picked_what_comes_late_is_told() {
    let mut session = Session::sending();
    session.answer(503, &json!({}));
    session.answer(200, &list(&[created("theirs"), created("other")]));
    session.say(Message::Submit(session.failure_view().profiles[0].1.msg.clone()));
    assert_eq!((session.done().id.as_str(), session.just_sent()), ("theirs", vec!["GET"]));
    session.answer(200, &list(&[created("theirs"), created("other"), created("late")]));
    assert_eq!(told_ids(&session), ["theirs", "late"], "the person was asked about the other one");
    assert_eq!(count(&session, "profile-created"), 1);
}

#[test]
fn nothing_is_reported_to_a_cleared_form() {
    let mut session = answered();
    session.say(Message::ResetRequested);
    session.answer(200, &list(&[created("p1"), created("twin")]));
    assert_eq!(told_ids(&session), [""; 0]);
}

/// The first create got lost, the second one was answered, and then StackOne executed the first one, too.
#[test]
fn a_lost_create_that_is_executed_after_the_result_is_asked_about_before_the_next_one() {
    let mut session = Session::sending();
    session.answer(408, &json!({}));
    session.answer(200, &list(&[]));
    assert_eq!(session.buttons(), ["Try again"]);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(201, &created("p1"));
    session.answer(200, &list(&[created("p1")]));
    assert_eq!((session.done().id.as_str(), told_ids(&session)), ("p1", vec![]));

    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1"), created("lost")]));
    let asked = session.failure_view().profiles.iter().map(|(profile, _)| profile.id.clone()).collect::<Vec<_>>();
    assert_eq!((asked, session.count("POST")), (vec!["lost".to_owned()], 2));
}
