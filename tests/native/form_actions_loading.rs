//! Reading StackOne's list of actions: when it starts, page by page, and when it ends. A list that cannot be read never
//! blocks the form.

use crate::fixtures::actions::{good, many, named};
use crate::fixtures::cases::{API_KEY, SECRET};
use crate::fixtures::session::{Session, answer, created, list};
use crate::fixtures::state_ext::StateExt;
use serde_json::json;
use stackone_connector_profile::app::{Authorize, Effect, Message, Target};
use stackone_connector_profile::features::action_picker::ActionsMessage;

use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::authorization::basic;
use stackone_connector_profile::stackone::{Answer, TransportError};

const FIRST: &str = "https://api.stackone.com/actions?filter[connectors]=salesforce&page_size=100";

fn authorize(session: &Session) -> Option<String> {
    session.effects.iter().find_map(|effect| match effect {
        Effect::Send { authorize: Authorize::Value(value), .. } => Some(value.expose().to_owned()),
        Effect::Send { authorize, .. } => Some(format!("{authorize:?}")),
        _ => None,
    })
}

fn failed(session: &Session) -> String {
    session.state.actions_failure().unwrap()
}

#[test]
fn who_chooses_some_gets_the_list() {
    for (config, by) in [
        ("{}", basic(&Secret::from(API_KEY)).expose().to_owned()),
        (r#"{"auth": "host"}"#, "Host".to_owned()),
        (r#"{"auth": "none"}"#, "Nobody".to_owned()),
    ] {
        let mut session = Session::configured(config);
        session.fill();
        session.act(ActionsMessage::ExtentPicked { all: true });
        assert!(session.just_sent().is_empty(), "all are known by no name");
        session.act(ActionsMessage::ExtentPicked { all: false });
        assert_eq!((session.just_sent(), session.last_url(), authorize(&session)), (vec!["GET"], FIRST, Some(by)));
        assert_eq!((session.chosen(), session.state.is_busy()), (vec![], false));
        for msg in [
            ActionsMessage::ExtentPicked { all: false },
            ActionsMessage::ReadPressed,
            ActionsMessage::ExtentPicked { all: true },
        ] {
            session.act(msg);
            assert!(session.just_sent().is_empty(), "once");
        }
        session.answer(200, &named(&["salesforce_get_lead"], None));
        assert_eq!((session.shown(), session.state.picker.read), (vec!["salesforce_get_lead"], true));
        session.act(ActionsMessage::ExtentPicked { all: false });
        assert!(session.just_sent().is_empty(), "it is there");
    }
}

#[test]
fn without_a_key_nothing_is_sent_and_the_button_leads_to_it() {
    let mut session = Session::configured("{}");
    session.act(ActionsMessage::ExtentPicked { all: false });
    assert!(session.sent.is_empty() && session.chosen().is_empty() && session.said_of(Field::ApiKey).is_empty());
    session.act(ActionsMessage::ReadPressed);
    assert_eq!((session.sent.len(), session.focus()), (0, Some(Target::Field(Field::ApiKey))));
    assert!(!session.said_of(Field::ApiKey).is_empty(), "it says why");
    session.type_in(Field::ApiKey, API_KEY);
    session.act(ActionsMessage::ReadPressed);
    assert_eq!((session.last_url(), session.focus()), (FIRST, None));
}

#[test]
fn pages_are_read_to_the_end_and_shown_as_they_arrive() {
    let mut session = Session::choosing();
    for (page, next) in [(0..100, Some("c/1")), (100..200, Some("c2")), (200..250, None)] {
        let last = page.end;
        session.answer(200, &many(page, next));
        assert_eq!(session.shown().len(), last);
        assert_eq!(session.view().action_picker().shown(), format!("Showing {last} of {last}"));
        let expected = next.map(|next| [FIRST, "&next=", &next.replace('/', "%2F")].concat());
        assert_eq!(
            (session.just_sent().len(), session.state.picker.read),
            (usize::from(next.is_some()), next.is_none())
        );
        assert!(expected.is_none_or(|url| session.last_url() == url));
    }
    assert_eq!((session.count("GET"), session.state.reads_actions()), (3, false));
}

#[test]
fn reading_stops_and_resumes_and_drops_late_pages() {
    let mut session = Session::choosing();
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    let late = session.last_id();
    session.act(ActionsMessage::StopPressed);
    assert!(session.effects.is_empty() && !session.state.reads_actions());
    session.say(Message::AnswerArrived(late, Ok(good(&named(&["salesforce_get_case"], Some("c3"))))));
    assert!(session.just_sent().is_empty());
    assert_eq!((session.shown(), session.state.picker.read), (vec!["salesforce_get_lead"], false));
    session.act(ActionsMessage::ReadPressed);
    assert_eq!(session.last_url(), [FIRST, "&next=c2"].concat());
    session.say(Message::AnswerArrived(late, Err(TransportError::Network)));
    assert!(session.just_sent().is_empty() && session.state.actions_failure().is_none(), "of the one before");
    session.answer(200, &named(&["salesforce_get_task"], None));
    assert_eq!(session.shown(), ["salesforce_get_lead", "salesforce_get_task"]);
}

#[test]
fn a_page_is_tried_twice_more_then_it_says_why_and_can_be_read_again() {
    let mut session = Session::choosing();
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    let url = session.last_url().to_owned();
    for _ in 0..2 {
        for pause in [500, 1500] {
            session.once(Ok(answer(503, "", None)));
            assert_eq!((session.pause(), session.last_url()), (Some(pause), url.as_str()));
            assert!(session.state.actions_failure().is_none());
        }
        session.once(Ok(answer(503, "", None)));
        assert!(session.just_sent().is_empty() && !session.state.reads_actions());
        assert!(failed(&session).ends_with('.') && !session.state.picker.read);
        assert_eq!(session.shown(), ["salesforce_get_lead"], "what was read stays");
        session.act(ActionsMessage::ReadPressed);
        assert_eq!((session.last_url(), session.pause()), (url.as_str(), None));
        assert!(session.state.actions_failure().is_none(), "it is being tried");
    }
    session.once(Err(TransportError::TimedOut));
    session.act(ActionsMessage::StopPressed);
    for again in [ActionsMessage::ExtentPicked { all: false }, ActionsMessage::ReadPressed] {
        session.act(again);
        session.once(Err(TransportError::TimedOut));
        assert_eq!(session.pause(), Some(500), "with all its tries");
        session.act(ActionsMessage::StopPressed);
    }
    session.act(ActionsMessage::ReadPressed);
    session.answer(200, &named(&[], None));
    assert!(session.state.picker.read);
    let reported = session.events.iter().any(|event| event.name() == "profile-failed");
    assert!(!reported, "no profile failed");
}

#[test]
fn a_pause_that_is_asked_for_counts() {
    let mut session = Session::choosing();
    session.once(Ok(answer(429, "", Some("7"))));
    assert_eq!(session.pause(), Some(7000));
    session.once(Ok(answer(429, "", Some("70"))));
    assert!(session.pause().is_none() && !failed(&session).is_empty());
}

#[test]
fn what_is_no_list_is_said() {
    for body in ["<html>", "", "{}", r#"{"data": null}"#, "[]"] {
        let mut session = Session::choosing();
        session.answer_text(200, body, None);
        assert!(session.just_sent().is_empty() && !failed(&session).is_empty(), "{body}");
        assert!(!session.state.picker.read && session.shown().is_empty());
    }
}

#[test]
fn a_list_without_an_end_ends() {
    let mut session = Session::choosing();
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    session.answer(200, &named(&["salesforce_get_case"], Some("c2")));
    assert!(session.just_sent().is_empty() && session.state.picker.read, "the same again leads nowhere");

    let mut session = Session::choosing();
    for page in 1..400 {
        session.answer(200, &named(&[], Some(&format!("c{}", page % 2))));
        assert_eq!(session.just_sent(), ["GET"], "{page}");
    }
    session.answer(200, &named(&[], Some("c0")));
    assert!(session.just_sent().is_empty() && session.state.picker.read);
    assert_eq!(session.count("GET"), 400);
    session.type_ids("salesforce_x");
    session.say(Message::Form(FormMessage::Blurred(Field::Actions)));
    assert!(session.said_of(Field::Actions).is_empty(), "the rest is unknown");
}

type Outcome = Result<Answer, TransportError>;

/// Every way in which reading the list can fail.
fn failures() -> Vec<Outcome> {
    let statuses = [400, 401, 403, 404, 409, 422, 429, 500, 501, 503, 304];
    let answers = statuses.map(|status| answer(status, r#"{"message": "no"}"#, None)).into_iter();
    let unreadable = [answer(200, "<html>", None), answer(204, "", None)];
    let unanswered =
        [TransportError::Offline, TransportError::Network, TransportError::TimedOut, TransportError::ForbiddenByPolicy];
    answers.chain(unreadable).map(Ok).chain(unanswered.map(Err)).collect()
}

#[test]
fn an_unreadable_list_blocks_nothing() {
    for outcome in failures() {
        for typed in [true, false] {
            let mut session = Session::choosing();
            for _ in 0..3 {
                session.once(outcome.clone());
            }
            assert!(!session.state.reads_actions() && !failed(&session).is_empty(), "{outcome:?}");
            assert!(session.state.is_typing() && session.focus().is_none());
            let expected = if typed {
                session.act(ActionsMessage::TypingToggled);
                session.type_ids("salesforce_get_lead");
                json!(["salesforce_get_lead"])
            } else {
                session.act(ActionsMessage::ExtentPicked { all: true });
                json!(null)
            };
            session.say(Message::Submit(SubmitMessage::Pressed));
            session.answer(200, &list(&[]));
            assert_eq!((session.last_method(), &session.last_body()["enabled_actions"]), ("POST", &expected));
            session.answer(201, &created("p1"));
            assert_eq!(session.done().id, "p1");
        }
    }
}

#[test]
fn a_late_answer_repeats_no_secret() {
    let echo = |status: u16| Ok(answer(status, &json!({"message": [format!("{API_KEY} {SECRET}")]}).to_string(), None));
    let seen = |session: &Session| format!("{:?}{:?}", session.state, session.failure_view_or_none());
    // The list was requested with another key.
    for end in [
        Message::Submit(SubmitMessage::Pressed),
        Message::Form(FormMessage::ForgetKeyPressed),
        Message::Profiles(ProfilesMessage::Toggled),
    ] {
        let mut session = Session::choosing();
        let reading = session.last_id();
        session.act(ActionsMessage::ExtentPicked { all: true });
        session.type_in(Field::ApiKey, "v1.us1.another");
        session.say(end);
        session.say(Message::AnswerArrived(reading, echo(422)));
        assert!(!failed(&session).is_empty() && !seen(&session).contains(API_KEY), "{}", seen(&session));
    }
    // Also for the secret of a create, during which a page of the list was requested.
    let mut session = Session::choosing();
    let reading = session.last_id();
    session.act(ActionsMessage::ExtentPicked { all: true });
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    let writing = session.last_id();
    session.type_in(Field::ClientSecret, "C4n4ryOther");
    session.say(Message::AnswerArrived(reading, Ok(good(&named(&[], Some("c2"))))));
    let reading = session.last_id();
    assert_eq!((session.just_sent(), session.state.is_busy()), (vec!["GET"], true));
    let mut refused = session.clone();
    refused.say(Message::AnswerArrived(writing, echo(422)));
    assert!(refused.failed() == "rejected" && !seen(&refused).contains(SECRET), "{}", seen(&refused));
    // The profile is done while the list is still in flight.
    session.say(Message::AnswerArrived(writing, Ok(answer(201, &created("p1").to_string(), None))));
    session.say(Message::AnswerArrived(reading, echo(422)));
    assert!(!failed(&session).is_empty() && !seen(&session).contains(API_KEY), "{}", seen(&session));
}

impl Session {
    fn failure_view_or_none(&self) -> Option<String> {
        self.view().failure().map(|failure| format!("{failure:?}"))
    }
}
