//! A link for linking an account that does not come, or that does not lead anywhere: said in words by its kind, and the
//! profile stands.

use crate::fixtures::cases::{API_KEY, SECRET};
use crate::fixtures::link::{LINK, asked, link_of, session};
use serde_json::json;
use stackone_connector_profile::form::guide::Saw;
use stackone_connector_profile::form::{GuideMsg, Msg, Phase, Step};
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::Unanswered;
use stackone_connector_profile::text::{Key, plain};

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
        assert!(person.view().link_message().unwrap().contains(Key::LinkUnreadable.english()), "{body}");
    }
}

#[test]
fn a_failure_shows_in_words_by_its_kind() {
    let answered = [
        (401, Key::Unauthorized),
        (403, Key::Forbidden),
        (404, Key::NotOffered),
        (501, Key::NotOffered),
        (400, Key::RejectedField),
        (422, Key::RejectedField),
        (429, Key::RateLimited),
        (408, Key::NothingSent),
        (503, Key::NothingSent),
    ];
    let mut kinds = Vec::new();
    for (status, key) in answered {
        let mut person = asked();
        assert!(!person.view().link_failed(), "it is out");
        person.answer(status, &json!({"statusCode": status, "message": format!("no {API_KEY}")}));
        assert!(person.view().link_failed(), "{status}");
        kinds.push((format!("{status}"), person.view().link_message().unwrap(), key));
        assert!(matches!(person.state.phase, Phase::Done(_)));
    }
    let unanswered = [
        (Unanswered::Offline, Key::BlockedOffline),
        (Unanswered::Network, Key::Blocked),
        (Unanswered::TimedOut, Key::NothingSent),
        (Unanswered::NoAuthorization("no".into()), Key::NothingSent),
    ];
    for (why, key) in unanswered {
        let mut person = asked();
        let seq = person.sent.last().unwrap().0;
        person.say(Msg::Answered(seq, Err(why.clone())));
        let key = if matches!(why, Unanswered::NoAuthorization(_)) { Key::NoAuthorization } else { key };
        kinds.push((format!("{why:?}"), person.view().link_message().unwrap(), key));
    }
    let frame = Key::LinkFailed.english().split("{why}").map(plain).collect::<Vec<_>>();
    for (kind, message, key) in kinds {
        let said = plain(&message);
        let words = plain(key.english()).replace("{words}", "no ");
        assert!(said.contains(&words), "{kind}: {message}");
        assert!(said.starts_with(&frame[0]) && said.ends_with(&frame[1]), "{kind}: {message}");
        assert!(!message.contains(API_KEY), "{kind}: {message}");
    }
}

/// The words of a failed create do not fit: the profile stands, and there is no request below.
#[test]
fn no_failure_of_the_link_says_that_the_profile_was_not_created() {
    let mut odd = Vec::new();
    let answers = [401, 403, 404, 408, 409, 422, 429, 500].map(|status| (status, None));
    let none = [Unanswered::Offline, Unanswered::ForbiddenByPolicy, Unanswered::Network, Unanswered::TimedOut];
    for (status, why) in answers.into_iter().chain(none.map(|why| (0, Some(why)))) {
        let mut person = asked();
        match why.clone() {
            Some(why) => person.say(Msg::Answered(person.sent.last().unwrap().0, Err(why))),
            None => person.answer(status, &json!({"message": "no"})),
        }
        let message = person.view().link_message().unwrap();
        let wrong =
            ["Nothing was created", "nothing was created", "create the profile", "request below", "profile like this"];
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
    let message = person.view().link_message().unwrap();
    assert!(message.contains("origin_owner_id must be shorter"), "{message}");
}

#[test]
fn a_refusal_without_words_quotes_none() {
    let mut person = asked();
    person.answer(422, &json!({}));
    let why = [Key::Rejected.english(), "."].concat();
    assert_eq!(person.view().link_message().unwrap(), Key::LinkFailed.english().replace("{why}", &why));
}

#[test]
fn where_linking_fails_the_guide_goes_back_to_the_check_and_changes_that_profile() {
    let mut person = asked();
    person.answer(201, &session(LINK));
    assert!(person.state.guided() && link_of(&person).is_some());
    person.guide(GuideMsg::TroubleShot);
    assert_eq!((person.step(), person.state.editing.as_ref().unwrap().id.as_str()), (Step::Check, "p1"));
    assert!(person.view().done().is_none() && person.state.guide.saw == Some(Saw::Error));
    person.guide(GuideMsg::Went(Step::Profile));
    person.say(Msg::Typed(Field::ClientSecret, Secret::from(SECRET)));
    person.say(Msg::Submitted);
    let (_, request) = person.sent.last().unwrap();
    assert_eq!((request.method.as_str(), request.url.ends_with("/connector_profiles/p1")), ("PATCH", true));
}
