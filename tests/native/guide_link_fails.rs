//! A link that StackOne refuses or that leads nowhere: each kind of failure has its text, and the profile stays.

use crate::fixtures::cases::API_KEY;
use crate::fixtures::link::{asked, link_of, session};
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::i18n::{TextKey, plain};
use stackone_connector_profile::stackone::TransportError;

#[test]
fn an_answer_without_a_link_that_a_browser_opens_says_so() {
    for body in [
        json!({}),
        json!([]),
        session(""),
        session("javascript:alert(1)"),
        session("//x"),
        json!({"auth_link_url": null}),
    ] {
        let mut person = asked();
        person.answer(201, &body);
        assert!(link_of(&person).is_none(), "{body}");
        assert!(person.view().link().message.unwrap().contains(TextKey::LinkUnreadable.english()), "{body}");
    }
}

#[test]
fn a_failure_shows_in_words_by_its_kind() {
    let answered = [
        (401, TextKey::Unauthorized),
        (403, TextKey::Forbidden),
        (404, TextKey::NotOffered),
        (501, TextKey::NotOffered),
        (400, TextKey::RejectedField),
        (422, TextKey::RejectedField),
        (429, TextKey::RateLimited),
        (408, TextKey::NothingSent),
        (503, TextKey::NothingSent),
    ];
    let mut kinds = Vec::new();
    for (status, key) in answered {
        let mut person = asked();
        assert!(person.view().link().bundle.is_none(), "it is out");
        person.answer(status, &json!({"statusCode": status, "message": format!("no {API_KEY}")}));
        assert!(person.view().link().bundle.is_some(), "{status}");
        kinds.push((format!("{status}"), person.view().link().message.unwrap(), key));
        assert!(person.state.is_done());
    }
    let unanswered = [
        (TransportError::Offline, TextKey::BlockedOffline),
        (TransportError::Network, TextKey::Blocked),
        (TransportError::TimedOut, TextKey::NothingSent),
        (TransportError::NoAuthorization("no".into()), TextKey::NoAuthorization),
    ];
    for (why, key) in unanswered {
        let mut person = asked();
        let seq = person.sent.last().unwrap().0;
        person.say(Message::AnswerArrived(seq, Err(why.clone())));
        kinds.push((format!("{why:?}"), person.view().link().message.unwrap(), key));
    }
    let frame = TextKey::LinkFailed.english().split("{why}").map(plain).collect::<Vec<_>>();
    for (kind, message, key) in kinds {
        let said = plain(&message);
        let words = plain(key.english()).replace("{words}", "no ");
        assert!(said.contains(&words), "{kind}: {message}");
        assert!(said.starts_with(&frame[0]) && said.ends_with(&frame[1]), "{kind}: {message}");
        assert!(!message.contains(API_KEY), "{kind}: {message}");
    }
}

/// The text of a failed create does not apply: the profile exists, and no request is shown.
#[test]
fn no_failure_of_the_link_says_that_the_profile_was_not_created() {
    let mut odd = Vec::new();
    let answers = [401, 403, 404, 408, 409, 422, 429, 500].map(|status| (status, None));
    let none =
        [TransportError::Offline, TransportError::ForbiddenByPolicy, TransportError::Network, TransportError::TimedOut];
    for (status, why) in answers.into_iter().chain(none.map(|why| (0, Some(why)))) {
        let mut person = asked();
        match why.clone() {
            Some(why) => person.say(Message::AnswerArrived(person.sent.last().unwrap().0, Err(why))),
            None => person.answer(status, &json!({"message": "no"})),
        }
        let message = person.view().link().message.unwrap();
        let wrong =
            ["created nothing", "nothing was created", "create the profile", "request below", "profile already exists"];
        odd.extend(
            wrong.iter().filter(|words| message.contains(*words)).map(|words| format!("{status} {why:?}: {words}")),
        );
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

#[test]
fn what_stackone_says_of_a_refused_owner_is_shown() {
    let mut person = asked();
    person.answer(422, &json!({"statusCode": 422, "message": "origin_owner_id must be shorter"}));
    let message = person.view().link().message.unwrap();
    assert!(message.contains("origin_owner_id must be shorter"), "{message}");
}

#[test]
fn a_refusal_without_words_quotes_none() {
    let mut person = asked();
    person.answer(422, &json!({}));
    let why = [TextKey::Rejected.english(), "."].concat();
    assert_eq!(person.view().link().message.unwrap(), TextKey::LinkFailed.english().replace("{why}", &why));
}
