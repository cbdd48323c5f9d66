//! Changing an existing profile: what is sent, and what the summary says before.

use crate::fixtures::cases::{KEY, SECRET};
use crate::fixtures::session::{Session, changing, list, sales, save, tests, with};
use crate::fixtures::state_ext::StateExt;
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::components::Tone;
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Answer, Flag, TransportError, UnixTime};

pub fn changes(session: &Session) -> Vec<[String; 2]> {
    let words = session.view();
    words.profiles().changes().into_iter().map(|(key, text)| [words.words().get(key).to_owned(), text]).collect()
}

#[test]
fn the_fields_are_those_of_the_profile() {
    let session = changing();
    let draft = &session.state.form.draft;
    assert_eq!((draft.name.as_str(), draft.environment.as_str()), ("Sales", "production"));
    assert_eq!([draft.client_id.as_str(), draft.client_secret.expose(), draft.scopes.as_str()], [""; 3]);
    assert_eq!(session.state.flags(), [false, true]);
    assert_eq!((session.focus(), session.view().title().as_str()), (Some(Target::Field(Field::Name)), "Edit “Sales”"));
    assert!(session.state.keeps_credentials() && changes(&session).is_empty());
    assert_eq!(session.view().button(), "Save changes");
    assert!(session.state.report().is_valid());
}

#[test]
fn only_what_changed_is_sent() {
    type Change = fn(&mut Session);
    let cases: [(Change, Value); 9] = [
        (|session| session.act(ActionsMessage::AllowAllPressed), json!({"enabled_actions": null})),
        (|session| session.type_in(Field::Name, " Sales 2 "), json!({"name": "Sales 2"})),
        (|session| session.type_in(Field::Environment, "sandbox"), json!({"environment": "sandbox"})),
        (|session| session.profiles(ProfilesMessage::FlagToggled(Flag::Default)), json!({"default": true})),
        (|session| session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled)), json!({"active": false})),
        (
            |session| session.type_in(Field::Scopes, "API refresh_token"),
            json!({"credentials": {"scopes": "api refresh_token"}}),
        ),
        (
            |session| {
                session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
                session.type_in(Field::ClientSecret, SECRET);
            },
            json!({"credentials": {"clientSecret": SECRET}}),
        ),
        (
            |session| {
                session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
                session.type_in(Field::ClientId, KEY);
                session.type_in(Field::ClientSecret, SECRET);
            },
            json!({"credentials": {"clientId": KEY, "clientSecret": SECRET}}),
        ),
        (
            |session| {
                session.type_in(Field::Name, "Sales 2");
                for flag in [Flag::Default, Flag::Enabled, Flag::Enabled] {
                    session.profiles(ProfilesMessage::FlagToggled(flag));
                }
                session.type_in(Field::Environment, "sandbox");
                session.type_in(Field::Environment, "production");
            },
            json!({"name": "Sales 2", "default": true}),
        ),
    ];
    for (change, body) in cases {
        let mut session = changing();
        change(&mut session);
        save(&mut session);
        assert_eq!(session.last_body(), body);
        assert_eq!(session.sent.last().unwrap().1.url, "https://api.stackone.com/connector_profiles/p1");
        session.answer(200, &with(sales(), json!({"name": "Sales 2"})));
        assert_eq!((session.done().id.as_str(), session.last_event().0), ("p1", "profile-updated"));
        assert_eq!((session.count("PATCH"), session.count("POST")), (1, 0));
    }
}

#[test]
fn where_nothing_changes_nothing_is_sent() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales ");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty() && !session.state.is_busy());
    assert_eq!(session.focus(), Some(Target::Changes));
    session.type_in(Field::Name, "Sales 2");
    save(&mut session);
}

/// They come along when a value is copied, or come alone.
#[test]
fn invisible_characters_replace_no_secret() {
    let mut session = changing();
    session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
    session.type_in(Field::ClientSecret, "\u{200b}");
    assert!(changes(&session).is_empty());
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty() && !session.state.is_busy());
}

/// StackOne lists profiles without an environment, and with other ones.
#[test]
fn a_profile_without_an_environment_can_be_changed() {
    for environment in [json!(null), json!("staging")] {
        let odd = with(sales(), json!({"environment": environment}));
        let mut session = Session::changing(std::slice::from_ref(&odd));
        assert!(session.state.report().is_valid());
        session.type_in(Field::Name, "Sales 2");
        assert_eq!(changes(&session), [["Profile name", "Sales → Sales 2"]]);
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.answer(200, &list(std::slice::from_ref(&odd)));
        assert_eq!(session.last_body(), json!({"name": "Sales 2"}), "{environment}");
        session.answer(200, &with(odd, json!({"name": "Sales 2"})));
        session.say(Message::Submit(SubmitMessage::RestartPressed));
        session.profiles(ProfilesMessage::EditPressed(session.state.known[0].clone()));
        session.type_in(Field::Environment, "sandbox");
        assert_eq!(changes(&session).len(), 1);
    }
}

#[test]
fn all_actions_again_or_only_some_but_not_both() {
    let mut session = changing();
    session.act(ActionsMessage::AllowAllPressed);
    assert_eq!(changes(&session), [["Actions", "All actions"]]);
    session.act(ActionsMessage::ExtentPicked { all: false });
    session.type_ids("salesforce_get_lead");
    assert_eq!(changes(&session), [["Actions", "1 selected"]]);
    session.act(ActionsMessage::AllowAllPressed);
    session.act(ActionsMessage::ExtentPicked { all: true });
    assert!(changes(&session).is_empty(), "left as they are");
    session.act(ActionsMessage::AllowAllPressed);
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.answer(200, &list(&[sales(), tests()]));
    session.profiles(ProfilesMessage::EditPressed(session.known("Tests")));
    assert!(changes(&session).is_empty(), "of another profile");
    // A new profile has all actions anyway.
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.act(ActionsMessage::AllowAllPressed);
    assert!(!session.state.allows_all());
}

/// The reason is where a person can read it.
#[test]
fn a_complaint_about_a_field_that_is_not_shown_is_quoted() {
    for (message, replaced) in
        [("credentials.clientId is required", false), ("credentials.clientSecret is required", true)]
    {
        let mut session = changing();
        if replaced {
            session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
        }
        session.type_in(Field::Name, "Sales 2");
        save(&mut session);
        session.answer(400, &json!({"message": message}));
        let quote = session.failure_view().quote;
        let expected = if replaced { Target::Field(Field::ClientSecret) } else { Target::Failure };
        assert_eq!((quote.is_empty(), session.focus()), (replaced, Some(expected)), "{quote:?}");
    }
    let mut session = Session::configured(r#"{"auth": "none"}"#);
    session.fill();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session.answer(400, &json!({"message": "api_key is missing"}));
    assert_eq!((session.failure_view().quote.len(), session.focus()), (1, Some(Target::Failure)));
}

#[test]
fn a_blank_name_keeps_the_one_that_it_has() {
    let mut session = changing();
    session.type_in(Field::Name, " ");
    session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled));
    assert_eq!(changes(&session), [["Enabled", "yes → no"]]);
    save(&mut session);
    assert_eq!(session.last_body(), json!({"active": false}));
}

#[test]
fn a_new_key_asks_for_its_secret() {
    let mut session = changing();
    session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientId)));
    assert!(!session.state.keeps_credentials());
    session.type_in(Field::ClientId, KEY);
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty());
    assert_eq!(session.focus(), Some(Target::Field(Field::ClientSecret)));
    let secret = session.view().form().field(Field::ClientSecret);
    assert_eq!((secret.invalid, secret.messages.len(), secret.messages[0].tone), (true, 1, Tone::Bad));
    assert_eq!(session.last_event().1["code"], "invalid-draft");
    session.type_in(Field::ClientSecret, SECRET);
    save(&mut session);
}

#[test]
fn one_click_is_one_change() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    for _ in 0..2 {
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.profiles(ProfilesMessage::EditPressed(session.known("Tests")));
        assert!(session.effects.is_empty() && session.state.opened().unwrap().id == "p1");
        if session.last_method() == "GET" {
            session.answer(200, &list(&[sales(), tests()]));
        }
    }
    assert_eq!(session.count("PATCH"), 1);
    session.answer(200, &sales());
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(session.count("PATCH"), 1);
}

#[test]
fn a_list_that_cannot_be_read_sends_no_change() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(500, &json!({}));
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("outcome-unknown", 0));
    assert_eq!(session.state.form.draft.name, "Sales 2");
    save(&mut session);
    session.no_answer(TransportError::TimedOut);
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("outcome-unknown", 1));
    save(&mut session);
    session.answer(200, &sales());
    assert_eq!(session.done().id, "p1");
}

#[test]
fn late_answers_change_nothing() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    let stale = session.last_id();
    session.answer(500, &json!({}));
    session.say(Message::Submit(SubmitMessage::Pressed));
    let answer = Answer {
        status: 200,
        retry_after: None,
        now: UnixTime::default(),
        body: list(&[sales()]).to_string(),
        ..Answer::default()
    };
    session.say(Message::AnswerArrived(stale, Ok(answer)));
    assert!(session.effects.is_empty() && session.count("PATCH") == 0);
}
