//! Every state of the page, rendered without a browser, as HTML snapshots for review. The names are those of
//! `tests/browser/cases/states.rs`, which says how a person gets there.

use crate::fixtures::actions::{action, actions, one};
use crate::fixtures::cases::{API_KEY, KEY, SECRET};
use crate::fixtures::guide::Person;
use crate::fixtures::html::{lines, screen};
use crate::fixtures::link::{LINK, asked, attempt, ready, seen, session as link_session, waiting};
use crate::fixtures::session::{Session, changing, created, list, profile, sales, tests};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Copy, Message, Notice, Settings};
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::form::Toggle;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::guide::{Pkce, Saw};
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

/// A submitted form whose list got this answer.
fn listed(status: u16, body: &Value) -> Session {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(status, body);
    session
}

/// A submitted form with an empty list and this answer to the create.
fn created_with(status: u16, body: &Value) -> Session {
    let mut session = Session::sending();
    session.answer(status, body);
    session
}

/// A create whose answer got lost, and the list afterwards.
fn lost(body: &Value) -> Session {
    let mut session = Session::sending();
    session.no_answer(TransportError::Network);
    session.answer(200, body);
    session
}

fn twice() -> Session {
    let mut session = created_with(201, &created("p1"));
    session.answer(200, &list(&[created("p1"), created("p2")]));
    session
}

fn conflict() -> Session {
    let mut session = Session::filled();
    session.type_in(Field::Name, "Salesforce (Production)");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[created("p1")]));
    session.answer(409, &json!({}));
    session
}

fn filled(steps: &[Message]) -> Session {
    let mut session = Session::filled();
    steps.iter().for_each(|msg| session.say(msg.clone()));
    session
}

fn warnings() -> Session {
    let mut session = Session::filled();
    for (field, text) in [
        (Field::ClientId, "set.by.hand"),
        (Field::ClientSecret, "set-by-hand"),
        (Field::Scopes, "API, refresh_token, my_own"),
        (Field::ApiKey, "unusual-key"),
        (Field::MyDomain, "https://acme--uat.sandbox.lightning.force.com/x"),
    ] {
        session.type_in(field, text);
        session.say(Message::Form(FormMessage::Blurred(field)));
    }
    session.say(Message::Form(FormMessage::Toggled(Toggle::MyDomain)));
    session
}

/// The states of `tests/browser/cases/states.rs`.
fn states() -> Vec<(&'static str, Session)> {
    let echo = format!("{KEY} with {SECRET} is not what {API_KEY} may");
    let mut config_notice = Session::configured("{}");
    let settings = Settings { notices: vec![Notice::ConfigMalformed], ..Settings::default() };
    config_notice.say(Message::Configured(Box::new(settings)));
    let mut changing = conflict();
    let edit = changing.failure_view().profiles.remove(0).1;
    changing.say(Message::Submit(edit.msg));
    let mut errors = Session::configured("{}");
    errors.say(Message::Submit(SubmitMessage::Pressed));
    let mut unknown = Session::sending();
    unknown.no_answer(TransportError::Network);
    unknown.answer(503, &json!({}));
    let mut rate_limited = Session::sending();
    rate_limited.answer_text(429, "{}", Some("60"));
    let mut blocked = Session::filled();
    blocked.say(Message::Submit(SubmitMessage::Pressed));
    blocked.no_answer(TransportError::ForbiddenByPolicy);
    vec![
        ("empty", Session::configured("{}")),
        ("filled", Session::filled()),
        ("config_notice", config_notice),
        ("errors", errors),
        ("warnings", warnings()),
        ("copying_impossible", filled(&[Message::CopyFinished(Copy::Url, false)])),
        (
            "secrets_in_clear",
            filled(&[Toggle::ClientSecret, Toggle::ApiKey].map(|it| Message::Form(FormMessage::Toggled(it)))),
        ),
        ("busy", filled(&[Message::Submit(SubmitMessage::Pressed)])),
        ("creating", Session::sending()),
        ("unauthorized", listed(401, &json!({}))),
        ("forbidden", created_with(403, &json!({}))),
        ("not_offered", created_with(404, &json!({}))),
        ("conflict", conflict()),
        ("changing", changing),
        ("rejected", created_with(422, &json!({"message": echo}))),
        ("rejected_field", created_with(422, &json!({"message": ["clientSecret is wrong", "name is taken"]}))),
        ("rate_limited", rate_limited),
        ("nothing_sent", listed(500, &json!({}))),
        ("unknown", unknown),
        ("not_listed", lost(&list(&[]))),
        ("several", lost(&list(&[created("p1"), created("p2")]))),
        ("blocked", blocked),
        ("unreadable", created_with(200, &json!(echo))),
        ("done", created_with(201, &created("p1"))),
        ("created_twice", twice()),
    ]
}

/// Further screens: the list, a change, the action picker, and the guide step by step.
fn more_states() -> Vec<(String, String)> {
    let mut choosing = Session::choosing();
    let read = action("salesforce_get_account", &["api"]);
    choosing.answer(200, &actions(&[read, action("salesforce_create_lead", &["full"])], None));
    choosing.act(one("salesforce_get_account"));
    choosing.act(ActionsMessage::ObjectToggled("account".to_owned()));
    choosing.act(ActionsMessage::TypingToggled);
    let states = [
        ("profiles", Session::listing(&[sales(), tests(), profile("p3", "Old", "production")])),
        ("edit", changing()),
        ("actions", choosing),
        ("actions_reading", Session::choosing()),
    ];
    let mut screens = states.map(|(name, session)| (name.to_owned(), screen(&session.state))).to_vec();
    for step in Step::ALL {
        let mut person = Person::filled(step);
        match step {
            Step::Start => person.guide(GuideMessage::PkceAnswered(Pkce::Locked)),
            Step::Connect => {
                person.guide(GuideMessage::SawAnswered(Saw::Error));
                person
                    .paste("error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration");
            }
            _ => {}
        }
        screens.push((format!("guide_{}", step.name()), screen(&person.state)));
    }
    screens.push(("guide_done".to_owned(), screen(&Person::done().state)));
    screens.extend(connections().map(|(name, person)| (format!("connect_{name}"), screen(&person.state))));
    screens
}

/// Each way in which the sign-in can go.
fn connections() -> [(&'static str, Person); 9] {
    let ended = |status: &str, more: Value| {
        let mut person = waiting();
        person.answer(200, &attempt(status, more));
        person.answer(201, &link_session(LINK));
        person
    };
    let mut shared = ready();
    shared.link(LinkMessage::ShareToggled);
    let mut unnamed = ready();
    unnamed.link(LinkMessage::OwnerIdEdited(String::new()));
    unnamed.link(LinkMessage::Pressed);
    let mut failed = asked();
    failed.answer(401, &json!({}));
    let mut asking = waiting();
    asking.answer(404, &json!({}));
    asking.answer(404, &json!({}));
    seen(&mut asking, 9);
    let refused =
        json!({"oauth_error_code": "invalid_client", "oauth_error_description": "invalid client credentials"});
    let connected = json!({"account_secure_id": "a1"});
    [
        ("ready", ready()),
        ("shared", shared),
        ("unnamed", unnamed),
        ("failed", failed),
        ("waiting", waiting()),
        ("asking", asking),
        ("refused", ended("error", refused)),
        ("cancelled", ended("cancelled", json!({}))),
        ("connected", ended("authenticated", connected)),
    ]
}

#[test]
fn each_state() {
    for (name, session) in states() {
        insta::assert_snapshot!(name, screen(&session.state));
    }
}

#[test]
fn the_list_and_the_guide() {
    for (name, html) in more_states() {
        insta::assert_snapshot!(name, html);
    }
}

/// Otherwise a state added there would be rendered in browsers only.
#[test]
fn the_states_are_those_that_browsers_are_led_to() {
    let source = include_str!("../browser/cases/states.rs");
    let rows = source.split_once("\nstates! {").unwrap().1;
    let names = rows.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": \"")).map(|(name, _)| name);
    let names = names.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect::<Vec<_>>();
    assert_eq!(names, states().iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

/// If a secret is shown at all, it is in its own control.
#[test]
fn a_secret_is_in_its_control_only() {
    for (name, session) in states() {
        for line in screen(&session.state).lines().filter(|line| line.contains(SECRET) || line.contains(API_KEY)) {
            assert!(line.contains("<input") && line.contains("part=\"input\""), "{name}: {line}");
        }
    }
}

/// A label, a description or a form's name is an element of the same screen.
#[test]
fn every_reference_has_its_element() {
    let screens = states().into_iter().map(|(name, session)| (name.to_owned(), screen(&session.state)));
    for (name, html) in screens.chain(more_states()) {
        for attribute in [" for=", " aria-labelledby=", " aria-describedby="] {
            let values = html.split(attribute).skip(1).filter_map(|rest| rest.split('"').nth(1));
            for id in values.flat_map(str::split_whitespace) {
                assert!(html.contains(&format!(" id=\"{id}\"")), "{name}: nothing has the id {id}");
            }
        }
    }
}

#[test]
fn an_element_with_nothing_but_a_text_has_one_line() {
    let html = "<p>a<b>c</b></p><br><i></i>";
    assert_eq!(lines(html), "<p>a\n  <b>c</b>\n</p>\n<br>\n<i></i>");
}
