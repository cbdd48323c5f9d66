//! The boxes with text to copy: the authorization URL, and the request that could not be sent, without secrets unless
//! the person shows them.

use std::collections::BTreeSet;

use crate::fixtures::cases::{API_KEY, KEY, SECRET, settings};
use crate::fixtures::everything_shown::{COPIES, everything};
use crate::fixtures::session::{Session, created, list};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Copy, Effect, Event, Message, Theme};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::form::Toggle;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

fn not_offered() -> Session {
    let mut session = Session::sending();
    session.answer(404, &json!({}));
    session
}

/// The texts of the two boxes.
fn boxes(session: &Session) -> [String; 2] {
    assert!(session.failure_view().request);
    [Copy::Curl, Copy::Json].map(|copy| session.view().copy(copy).unwrap().text.expose().to_owned())
}

#[test]
fn the_request_is_shown_without_secrets() {
    let session = not_offered();
    let [command, json] = boxes(&session);
    assert!(command.starts_with("curl --request POST 'https://api.stackone.com/connector_profiles'"), "{command}");
    for text in [&command, &json] {
        assert!(!text.contains(SECRET) && !text.contains(API_KEY), "{text}");
        assert!(text.contains(KEY) && text.contains("‹redacted›"), "{text}");
    }
    assert!(!session.state.form.open.request_secrets);
}

#[test]
fn secrets_are_shown_once_asked_for_and_hidden_again() {
    let mut session = not_offered();
    session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    assert!(session.state.form.open.request_secrets);
    let [command, json] = boxes(&session);
    assert!(command.contains(SECRET) && command.contains(API_KEY));
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap()["credentials"]["clientSecret"], SECRET);
    let debug = format!("{} {:?}", everything(&session.state), session.state);
    assert!(!debug.contains(SECRET) && !debug.contains(API_KEY));
    session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    assert!(!boxes(&session).concat().contains(SECRET));
}

#[test]
fn the_next_failure_hides_them_again() {
    let mut session = not_offered();
    session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.no_answer(TransportError::Network);
    assert!(!boxes(&session).concat().contains(SECRET));
}

#[test]
fn a_box_copies_what_it_shows() {
    let mut session = not_offered();
    for secrets in [false, true] {
        let shown = boxes(&session);
        for (copy, text) in [Copy::Curl, Copy::Json].into_iter().zip(shown) {
            session.say(Message::CopyPressed(copy));
            let [Effect::Copy(copied, copied_text)] = session.effects.as_slice() else {
                panic!("{:?}", session.effects)
            };
            assert_eq!((*copied, copied_text.expose()), (copy, text.as_str()));
            assert_eq!(text.contains(SECRET), secrets);
            assert!(!format!("{:?}", session.effects).contains(SECRET));
        }
        session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    }
}

#[test]
fn the_authorization_url_is_copied_and_says_so() {
    let mut session = Session::filled();
    let outcome = |session: &Session| session.view().copy(Copy::Url).unwrap().outcome;
    assert_eq!(outcome(&session), None);
    session.say(Message::CopyPressed(Copy::Url));
    let [Effect::Emit(Event::Authorize { url }), Effect::Copy(Copy::Url, text)] = session.effects.as_slice() else {
        panic!("{:?}", session.effects)
    };
    assert_eq!(url, text.expose(), "the host page hears of it");
    assert!(
        text.expose()
            .starts_with("https://login.salesforce.com/services/oauth2/authorize?response_type=code&client_id=3MVG9")
    );
    assert!(!text.expose().contains(SECRET));
    session.say(Message::CopyFinished(Copy::Url, true));
    assert_eq!(outcome(&session), Some(true));
    session.say(Message::CopyFinished(Copy::Url, false));
    assert_eq!(outcome(&session), Some(false));
    session.type_in(Field::Scopes, "refresh_token");
    assert_eq!(outcome(&session), None, "it is another URL now");
}

#[test]
fn there_is_no_url_to_copy_while_a_field_of_it_is_wrong() {
    let mut session = Session::filled();
    for (field, text) in
        [(Field::ClientId, ""), (Field::Scopes, "api"), (Field::Environment, "x"), (Field::MyDomain, "x")]
    {
        session.type_in(field, text);
        assert!(session.view().copy(Copy::Url).is_none(), "{field:?}");
        session.say(Message::CopyPressed(Copy::Url));
        assert!(session.effects.is_empty());
    }
}

#[test]
fn without_a_key_of_ones_own_a_place_is_left_for_one() {
    let mut session = Session::configured(r#"{"auth": "host", "apiBaseUrl": "/stackone"}"#);
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.no_answer(TransportError::Network);
    session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    let [command, _] = boxes(&session);
    assert!(command.contains("'YOUR_STACKONE_API_KEY:'"), "{command}");
    assert!(command.contains("'https://api.stackone.com/connector_profiles'"), "{command}");
}

#[test]
fn the_request_that_is_shown_is_the_one_that_was_sent() {
    let mut session = not_offered();
    session.say(Message::Form(FormMessage::Toggled(Toggle::RequestSecrets)));
    let sent = session.last_body();
    assert_eq!(serde_json::from_str::<Value>(&boxes(&session)[1]).unwrap(), sent);
}

#[test]
fn settings_that_change_keep_what_was_typed() {
    let mut session = Session::filled();
    let config =
        r#"{"name": "Offered", "environment": "sandbox", "scopes": "api refresh_token", "apiBaseUrl": "/stackone"}"#;
    let settings = settings(config);
    assert!(settings.notices.is_empty());
    session.say(Message::Configured(Box::new(settings)));
    session.assert_nothing_lost();
    assert_eq!(session.state.form.draft.environment, "production");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.sent.last().unwrap().1.url.starts_with("/stackone/connector_profiles?"));
}

#[test]
fn initial_values_come_from_the_settings_and_return_when_starting_over() {
    let mut session =
        Session::configured(r#"{"name": "Offered", "environment": "sandbox", "scopes": "api refresh_token"}"#);
    let first = |session: &Session| {
        let draft = &session.state.form.draft;
        (draft.name.clone(), draft.environment.clone(), draft.scopes.clone())
    };
    let expected = ("Offered".to_owned(), "sandbox".to_owned(), "api refresh_token".to_owned());
    assert_eq!(first(&session), expected);
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(201, &created("p1"));
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert_eq!(first(&session), expected);
}

/// Where the browser cannot copy, the page finds the box by this id.
#[test]
fn every_box_has_an_id_of_its_own() {
    let ids: BTreeSet<_> = COPIES.map(Copy::id).into();
    assert_eq!(ids.len(), COPIES.len());
    assert!(!ids.contains(""));
}

#[test]
fn words_and_look_of_the_settings_are_used() {
    let own = json!({ "messages": { (TextKey::Production.name()): "Live" }, "theme": "dark" });
    let session = Session::configured(&own.to_string());
    assert_eq!(session.state.name(), "Salesforce (Live)");
    assert_eq!(session.state.settings.theme, Theme::Dark);
    assert_eq!([Theme::Auto, Theme::Light, Theme::Dark].map(Theme::name), ["auto", "light", "dark"]);
}
