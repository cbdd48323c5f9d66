//! How the sign-in ends where its session doesn't tell: read from the owner's accounts, from the person, or not at all.

use crate::fixtures::cases::{API_KEY, SECRET};
use crate::fixtures::guide::Person;
use crate::fixtures::link::{
    LINK, asked, attempt, last, ready, result, seen, session, sign_in, told, unopened, waiting, waits,
};
use serde_json::json;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn, Source};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::UnixTime;

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
    let mut person = asked();
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
fn help_is_offered_once_somebody_may_have_tried() {
    let mut person = ready();
    assert!(!person.view().link().offers_help);
    person.link(LinkMessage::ShareToggled);
    person.link(LinkMessage::ShareToggled);
    assert!(person.view().link().offers_help, "the link may have been sent");
    person.link(LinkMessage::AnotherPressed);
    assert!(!person.view().link().offers_help, "the next account");
}

#[test]
fn a_wait_can_be_given_up_and_its_answer_is_dropped() {
    let mut person = waiting();
    let (id, _) = person.sent.last().unwrap().clone();
    person.link(LinkMessage::WaitCancelled);
    assert_eq!((sign_in(&person), person.view().link().href.is_some()), (SignIn::Offered, true));
    assert!(person.view().link().offers_help, "Salesforce may have shown an error");
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
    person.link(LinkMessage::PageSeen(old, UnixTime(3)));
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
    person.say(Message::Profiles(ProfilesMessage::ReplaceCredentialsPressed));
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
