//! How the sign-in ends: asked of the session, else of the owner's accounts, else of the person.

use crate::fixtures::cases::{API_KEY, SECRET, to_serde};
use crate::fixtures::guide::Person;
use crate::fixtures::link::{LINK, attempt, ready, seen, session, waiting};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Copy, Effect, Event, Message, Shown, Target, copied_text, worded};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn, Source};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::{Answer, TransportError};

/// What the last message says to the host page about an account.
fn told(person: &Person) -> Option<Value> {
    person.effects.iter().find_map(|effect| match effect {
        Effect::Emit(event @ Event::Linked { .. }) => {
            let worded = worded(&person.state, event);
            assert_eq!(worded.name(), "account-linked");
            Some(to_serde(worded.detail()))
        }
        _ => None,
    })
}

/// How long the last message waits for the page, and whether for its focus too.
fn waits(person: &Person) -> Option<(u32, bool)> {
    person.effects.iter().find_map(|effect| match effect {
        Effect::AwaitPage { wait, ms, focused } if *wait == person.state.linking.wait => Some((*ms, *focused)),
        _ => None,
    })
}

/// Nobody opened the link yet.
fn unopened() -> Value {
    let mut unopened = session(LINK);
    unopened["latest_connection_attempt"] = Value::Null;
    unopened
}

fn last(person: &Person) -> String {
    let (_, request) = person.sent.last().unwrap();
    format!("{} {}", request.method, request.url.trim_start_matches("https://api.stackone.com"))
}

fn sign_in(person: &Person) -> SignIn {
    person.state.linking.sign_in.clone()
}

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
    let shown = person.view().link().ids.iter().map(|id| id.text.expose().to_owned()).collect::<Vec<_>>();
    assert_eq!(shown, ["p1", "a1"]);
    assert_eq!(
        [Copy::ProfileId, Copy::AccountId].map(|copy| copied_text(&person.state, copy).unwrap().expose().to_owned()),
        ["p1", "a1"]
    );
    // It is said once, and nothing is asked any more.
    let sent = person.sent.len();
    seen(&mut person, 9);
    person.clock(9, 0);
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
        let ticks = |person: &Person| person.view().guiding().steps();
        let before = ticks(&person);
        person.answer(201, &session("https://app.stackone.com/link/second"));
        assert_eq!(person.view().link().main, TextKey::LinkAgain);
        assert_eq!(person.view().link().href.unwrap().0.expose(), "https://app.stackone.com/link/second");
        if let Some(step) = meaning.go {
            // It is shown again at the step where it is mended.
            person.guide(GuideMessage::RemedyPressed(step));
            assert_eq!(
                (person.step(), person.view().guiding().remedy().map(|remedy| remedy.go)),
                (step, Some(Some(Step::Connect)))
            );
            person.guide(GuideMessage::StepPressed(Step::Connect));
        }
        person.link(LinkMessage::SignInOpened);
        assert_eq!((sign_in(&person), result(&person).meaning.is_none()), (SignIn::Waiting, true));
        assert_eq!((ticks(&person), last(&person).as_str()), (before, "GET /connect_sessions/s1"));
    }
}

fn result(person: &Person) -> std::rc::Rc<stackone_connector_profile::app::ResultPage> {
    match person.view().screen().shown {
        Shown::Guide(page) => page.result.clone().unwrap(),
        Shown::Result(page) => page,
        other => panic!("{other:?}"),
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

#[test]
fn where_a_session_tells_nothing_the_accounts_of_the_owner_do() {
    let old = json!([{"id": "a0", "provider": "salesforce"}]);
    let list = "GET /accounts?origin_owner_id=Sales&page_size=100";
    for (status, body) in [
        (404, json!({})),
        (405, json!({})),
        (501, json!({})),
        (403, json!({})),
        (200, json!({"id": 1})),
        (200, json!("odd")),
    ] {
        let mut person = waiting();
        person.answer(status, &body);
        assert_eq!((last(&person).as_str(), waits(&person)), (list, None), "{status}");
        for second in [2, 4] {
            person.answer(200, &old);
            assert_eq!((waits(&person), sign_in(&person)), (Some((2000, false)), SignIn::Waiting), "{status}");
            seen(&mut person, second);
            assert_eq!(last(&person), list);
        }
        let both = json!([{"id": "a0", "provider": "salesforce"}, {"id": "a1", "provider": "salesforce", "connector_profile_id": "p1"}]);
        person.answer(200, &both);
        assert_eq!(told(&person), Some(json!({"accountId": "a1", "profileId": "p1"})), "{status}");
        // The next account is compared with what is there then.
        person.link(LinkMessage::AnotherPressed);
        person.answer(201, &session(LINK));
        person.link(LinkMessage::SignInOpened);
        assert_eq!(last(&person), list);
        person.answer(200, &both);
        assert_eq!((sign_in(&person), told(&person)), (SignIn::Waiting, None));
    }
    // Without an id there is no session to ask.
    let mut person = crate::fixtures::link::asked();
    person.answer(201, &json!({"auth_link_url": LINK}));
    person.link(LinkMessage::SignInOpened);
    assert_eq!(last(&person), list);
}

#[test]
fn where_neither_tells_the_person_is_asked_once_they_are_back() {
    for worked in [true, false] {
        let mut person = waiting();
        person.answer(404, &json!({}));
        person.answer(404, &json!({}));
        assert_eq!((&person.state.linking.source, waits(&person)), (&Source::Person, Some((2000, true))));
        assert_eq!((sign_in(&person), person.view().link().body), (SignIn::Waiting, TextKey::LinkWaitingBlind));
        let sent = person.sent.len();
        seen(&mut person, 30);
        assert_eq!((sign_in(&person), person.view().link().title.as_str()), (SignIn::Asking, "Did it work?"));
        person.link(LinkMessage::OutcomeAnswered { worked });
        if worked {
            assert_eq!(told(&person), Some(json!({"accountId": null, "profileId": "p1"})));
            assert_eq!((sign_in(&person), person.sent.len()), (SignIn::Connected(None), sent));
            assert_eq!(person.view().link().ids.len(), 1, "the account's is not known");
        } else {
            assert_eq!((sign_in(&person), told(&person)), (SignIn::Offered, None));
            assert!(person.view().link().pasted.is_some(), "the field for what Salesforce shows");
            person.link(LinkMessage::SignInOpened);
            assert_eq!((sign_in(&person), waits(&person)), (SignIn::Waiting, Some((2000, true))), "it is known now");
        }
        person.link(LinkMessage::OutcomeAnswered { worked: true });
        assert_eq!(told(&person), None, "nobody asked");
    }
}

#[test]
fn an_error_can_be_pasted_in_place() {
    let mut person = waiting();
    let sent = person.sent.len();
    person.link(LinkMessage::HelpToggled);
    person.link(LinkMessage::ErrorPasted(Secret::from(
        "error=invalid_client_id&error_description=client%20identifier%20invalid",
    )));
    let page = result(&person);
    assert!(page.meaning.as_ref().unwrap().title.contains("invalid_client_id") && page.link.can_update);
    assert_eq!((sign_in(&person), person.sent.len()), (SignIn::Waiting, sent), "it may still work");
    assert!(!format!("{:?}", person.state).contains("client%20identifier"), "it may hold a code");
    person.answer(200, &attempt("authenticated", json!({"account_secure_id": "a1"})));
    let page = result(&person);
    assert!(page.meaning.is_none() && page.link.pasted.is_none(), "it worked");
}

#[test]
fn a_wait_can_be_given_up_and_its_answer_is_dropped() {
    let mut person = waiting();
    let (id, _) = person.sent.last().unwrap().clone();
    person.link(LinkMessage::WaitCancelled);
    assert_eq!((sign_in(&person), person.view().link().href.is_some()), (SignIn::Offered, true));
    person.answer_to(id, 200, &attempt("authenticated", json!({"account_secure_id": "a1"})).to_string());
    assert_eq!((told(&person), sign_in(&person)), (None, SignIn::Offered));
}

#[test]
fn late_answers_are_dropped() {
    type Away = fn(&mut Person);
    let away: [(&str, Away); 4] = [
        ("started over", |person| person.say(Message::Submit(SubmitMessage::RestartPressed))),
        ("another owner", |person| person.link(LinkMessage::OwnerIdEdited("8".to_owned()))),
        ("another profile", |person| {
            person.say(Message::Profiles(ProfilesMessage::LinkPressed(
                stackone_connector_profile::stackone::ConnectorProfile {
                    id: "p2".to_owned(),
                    name: "Tests".to_owned(),
                    ..Default::default()
                },
            )));
        }),
        ("gone", |person| person.say(Message::Unmounted)),
    ];
    for (how, go) in away {
        let mut person = waiting();
        let (late, _) = person.sent.last().unwrap().clone();
        go(&mut person);
        person.answer_to(late, 200, &attempt("authenticated", json!({"account_secure_id": "a1"})).to_string());
        assert_eq!(told(&person), None, "{how}");
        assert!(!matches!(sign_in(&person), SignIn::Connected(_)), "{how}");
    }
    // A wait that was replaced counts for nothing.
    let mut person = waiting();
    person.answer(200, &unopened());
    let old = person.state.linking.wait;
    seen(&mut person, 2);
    person.answer(200, &unopened());
    let sent = person.sent.len();
    person.link(LinkMessage::PageSeen(old, 3));
    assert_eq!(person.sent.len(), sent);
}

/// Who has the link may be somebody else, who needs no button here.
#[test]
fn a_shared_link_is_watched_too() {
    let mut person = ready();
    let sent = person.sent.len();
    seen(&mut person, 1);
    assert_eq!(person.sent.len(), sent, "nobody has it");
    person.link(LinkMessage::ShareToggled);
    assert_eq!(last(&person), "GET /connect_sessions/s1");
    person.answer(200, &attempt("authenticated", json!({"account_secure_id": "a1"})));
    assert_eq!(told(&person), Some(json!({"accountId": "a1", "profileId": "p1"})));
}

#[test]
fn what_is_wrong_in_the_profile_is_changed_there_and_the_result_comes_back() {
    let mut person = waiting();
    person.answer(
        200,
        &attempt(
            "error",
            json!({"oauth_error_code": "invalid_client", "oauth_error_description": "invalid client credentials"}),
        ),
    );
    person.answer(201, &session(LINK));
    person.link(LinkMessage::UpdatePressed);
    assert_eq!(person.state.opened().map(|opened| opened.id.as_str()), Some("p1"));
    // Left as it is, it leads back too.
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(person.state.opened().is_none() && person.view().done().is_some() && !person.state.profiles.shown);
    assert!(result(&person).meaning.is_some(), "nothing changed");
    person.link(LinkMessage::UpdatePressed);
    person.say(Message::Profiles(ProfilesMessage::ReplaceKeysPressed));
    person.say(Message::Form(FormMessage::Edited(Field::ClientSecret, Secret::from(SECRET))));
    person.say(Message::Submit(SubmitMessage::Pressed));
    let list = json!({"data": [{"id": "p1", "name": "Sales", "environment": "production"}]});
    person.answer(200, &list);
    assert_eq!(last(&person), "PATCH /connector_profiles/p1");
    person.answer(200, &json!({"id": "p1", "name": "Sales", "environment": "production"}));
    assert!(person.state.opened().is_none() && person.view().done().is_some());
    assert_eq!((last(&person).as_str(), sign_in(&person)), ("POST /connect_sessions", SignIn::Offered));
    assert!(result(&person).meaning.is_none() && person.state.form.api_key.expose() == API_KEY);
}
