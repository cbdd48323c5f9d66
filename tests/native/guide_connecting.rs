//! How the sign-in ends, read from its session.

use crate::fixtures::guide::Person;
use crate::fixtures::link::{attempt, last, result, seen, session, sign_in, told, unopened, waiting, waits};
use crate::fixtures::session::{Session, created, list};
use serde_json::json;
use stackone_connector_profile::app::{Copy, Message, Shown, Target, copied_text};
use stackone_connector_profile::features::guide::{GuideMessage, Saw, Step};
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::stackone::{Answer, TransportError};

#[test]
fn the_session_is_asked_every_other_second_while_the_page_is_seen_until_an_account_is_connected() {
    let mut person = waiting();
    assert_eq!(
        (last(&person).as_str(), person.view().link().title.as_str()),
        ("GET /connect_sessions/s1", "Waiting for Salesforce…")
    );
    for (second, answer) in [(2, unopened()), (4, attempt("pending", json!({}))), (6, attempt("opened", json!({})))] {
        person.answer(200, &answer);
        let sent = person.sent.len();
        assert_eq!((waits(&person), person.sent.len()), (Some((2000, false)), sent), "nothing is asked before");
        seen(&mut person, second);
        assert_eq!((person.sent.len(), last(&person).as_str()), (sent + 1, "GET /connect_sessions/s1"));
        // Only one request is out, whatever the page tells.
        seen(&mut person, second);
        assert_eq!(person.sent.len(), sent + 1);
    }
    person.answer(200, &attempt("authenticated", json!({"account_secure_id": "a1"})));
    assert_eq!(told(&person), Some(json!({"accountId": "a1", "profileId": "p1"})));
    assert_eq!(
        (sign_in(&person), person.focus()),
        (SignIn::Connected(Some("a1".to_owned())), Some(Target::Connection))
    );
    assert_eq!((waits(&person), person.view().link().title.as_str()), (None, "Connected to Salesforce"));
    assert_eq!(person.state.page_title(), "You’re connected");
    let shown = person.view().link().ids.iter().map(|id| id.text.expose().to_owned()).collect::<Vec<_>>();
    assert_eq!(shown, ["p1", "a1"]);
    assert_eq!(
        [Copy::ProfileId, Copy::AccountId].map(|copy| copied_text(&person.state, copy).unwrap().expose().to_owned()),
        ["p1", "a1"]
    );
    // It is said once, and nothing is asked any more.
    let sent = person.sent.len();
    seen(&mut person, 9);
    person.clock(9);
    person.link(LinkMessage::SignInOpened);
    assert_eq!((person.sent.len(), told(&person)), (sent, None));
    // Another account has a session of its own.
    person.link(LinkMessage::AnotherPressed);
    assert_eq!((sign_in(&person), last(&person).as_str()), (SignIn::Offered, "POST /connect_sessions"));
}

#[test]
fn what_salesforce_refuses_is_explained_without_pasting_and_tried_again_in_a_new_session() {
    for (error, description, cause, step) in [
        ("invalid_client", "invalid client credentials", "Consumer Secret", Some(Step::Credentials)),
        ("invalid_request", "missing required code challenge", "PKCE", Some(Step::CreateApp)),
        ("access_denied", "end-user denied authorization", "Deny", None),
        ("redirect_uri_mismatch", "redirect_uri must match configuration", "Callback URL", Some(Step::CreateApp)),
    ] {
        let mut person = waiting();
        person
            .answer(200, &attempt("error", json!({"oauth_error_code": error, "oauth_error_description": description})));
        assert_eq!(
            (sign_in(&person), told(&person), person.focus()),
            (SignIn::Refused, None, Some(Target::Connection))
        );
        let page = result(&person);
        let meaning = page.meaning.as_ref().unwrap();
        assert!(meaning.title.contains(error) && meaning.cause.contains(cause), "{meaning:?}");
        if let Some(step) = step {
            assert_eq!(meaning.go, Some(step), "{error}");
        }
        assert_eq!(page.link.can_update, meaning.go.is_some_and(|step| step != Step::CreateApp), "{error}");
        assert_eq!(last(&person), "POST /connect_sessions", "its own session");
        let ticks = |person: &Person| person.view().guide().steps();
        let before = ticks(&person);
        person.answer(201, &session("https://app.stackone.com/link/second"));
        assert_eq!(person.view().link().main, TextKey::LinkAgain);
        assert_eq!(person.view().link().href.unwrap().0.expose(), "https://app.stackone.com/link/second");
        if let Some(step) = meaning.go {
            // It is shown again at the step where it is mended.
            person.guide(GuideMessage::RemedyPressed(step));
            assert_eq!(
                (person.step(), person.view().guide().remedy().map(|remedy| remedy.go)),
                (step, Some(Some(Step::Connect)))
            );
            person.guide(GuideMessage::StepPressed(Step::Connect));
        }
        person.link(LinkMessage::SignInOpened);
        assert_eq!((sign_in(&person), result(&person).meaning.is_none()), (SignIn::Waiting, true));
        assert_eq!((ticks(&person), last(&person).as_str()), (before, "GET /connect_sessions/s1"));
    }
}

#[test]
fn an_end_without_an_error_says_so_and_a_new_session_is_there() {
    for (status, expected, title) in [
        ("cancelled", SignIn::Cancelled, TextKey::LinkCancelled),
        ("expired", SignIn::Expired, TextKey::LinkExpired),
        ("error", SignIn::Refused, TextKey::LinkRefused),
    ] {
        let mut person = waiting();
        person.answer(200, &attempt(status, json!({})));
        assert_eq!((sign_in(&person), person.view().link().title.as_str()), (expected, title.english()));
        assert!(result(&person).meaning.is_none(), "there is nothing to explain");
        assert_eq!((last(&person).as_str(), told(&person)), ("POST /connect_sessions", None));
    }
}

/// Neither a moment without network nor a pause that StackOne asks for ends it.
#[test]
fn a_passing_failure_is_waited_out() {
    let failures = [
        (Ok((503, None)), 2000),
        (Ok((429, Some("7"))), 7000),
        (Ok((429, Some("0"))), 2000),
        (Ok((408, None)), 2000),
        (Err(TransportError::Network), 2000),
        (Err(TransportError::Offline), 2000),
        (Err(TransportError::TimedOut), 2000),
        (Err(TransportError::NoAuthorization("later".into())), 2000),
    ];
    for (failure, ms) in failures {
        let mut person = waiting();
        let (id, _) = person.sent.last().unwrap().clone();
        let sent = person.sent.len();
        let answer = failure.clone().map(|(status, retry_after)| Answer {
            status,
            retry_after: retry_after.map(str::to_owned),
            body: "{}".to_owned(),
            ..Answer::default()
        });
        person.say(Message::AnswerArrived(id, answer));
        assert_eq!((waits(&person), person.sent.len()), (Some((ms, false)), sent), "{failure:?}");
        seen(&mut person, 9);
        assert_eq!((last(&person).as_str(), sign_in(&person)), ("GET /connect_sessions/s1", SignIn::Waiting));
    }
}

/// Without the guide there is no step to go to.
#[test]
fn in_the_form_alone_an_error_is_explained_and_leads_nowhere() {
    for (config, step) in [("{}", None), (r#"{"view": "guide", "step": "profile"}"#, Some(Step::CreateApp))] {
        let mut session = Session::configured(config);
        session.fill();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(&[]));
        session.answer(201, &created("p1"));
        for msg in [GuideMessage::SawAnswered(Saw::Error), GuideMessage::ErrorPasted("error=invalid_client".into())] {
            session.say(Message::Guide(msg));
        }
        let meaning = match session.view().screen().shown {
            Shown::Result(page) => page.meaning.clone(),
            Shown::Guide(page) => page.result.as_ref().unwrap().meaning.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(meaning.unwrap().go, step, "{config}");
    }
}
