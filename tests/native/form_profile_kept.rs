//! After an existing profile was changed, the earlier draft comes back. Secrets are reported to no one.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, to_serde};
use crate::fixtures::everything_shown::everything;
use crate::fixtures::session::{Session, changing, list, profile, sales, save, tests};
use serde_json::json;
use stackone_connector_profile::app::{Effect, Message, Target};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

#[test]
fn the_earlier_draft_comes_back_after_cancel_and_after_saving() {
    for saves in [false, true] {
        let mut session = Session::filled();
        session.type_in(Field::Name, "Typed");
        session.type_in(Field::Scopes, "api id");
        session.profiles(ProfilesMessage::Toggled);
        session.answer(200, &list(&[sales(), tests()]));
        session.profiles(ProfilesMessage::EditPressed(session.known("Tests")));
        session.type_in(Field::Scopes, "refresh_token");
        session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
        session.type_in(Field::ClientSecret, "C4n4ryOther");
        session.type_in(Field::ClientId, "");
        if saves {
            save(&mut session);
            session.answer(200, &tests());
            assert_eq!(session.done().id, "p2");
        }
        session.say(Message::Submit(SubmitMessage::RestartPressed));
        session.assert_nothing_lost();
        let draft = &session.state.form.draft;
        assert_eq!(
            [draft.name.as_str(), draft.scopes.as_str(), draft.environment.as_str()],
            ["Typed", "api id", "production"]
        );
        assert!(session.state.shows_list() && !session.state.is_changing() && session.state.opened().is_none());
        assert_eq!((session.focus(), session.just_sent()), (Some(Target::Step), vec!["GET"]), "the list is read again");
        session.profiles(ProfilesMessage::Toggled);
        assert_eq!(session.view().button(), "Create profile");
    }
}

#[test]
fn the_guide_keeps_its_place_and_what_it_keeps_for_the_next_load() {
    let mut session = Session::configured(r#"{"view": "guide", "auth": "none"}"#);
    session.answer(200, &list(&[sales()]));
    session.type_in(Field::ClientSecret, SECRET);
    session.say(Message::Guide(GuideMessage::StepPressed(Step::CreateApp)));
    session.type_in(Field::Name, "Typed");
    session.profiles(ProfilesMessage::Toggled);
    session.answer(200, &list(&[sales()]));
    session.profiles(ProfilesMessage::EditPressed(session.known("Sales")));
    let reported = |session: &Session| {
        let is_told = |effect: &&Effect| {
            matches!(effect, Effect::SaveProgress(_) | Effect::GuardUnload(_) | Effect::PushHistory(..))
        };
        session.effects.iter().filter(is_told).map(|effect| format!("{effect:?}")).collect::<Vec<_>>()
    };
    assert_eq!(reported(&session), [""; 0], "leaving still asks: a secret is in the saved draft");
    session.type_in(Field::Name, "Sales 2");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales()]));
    session.answer(200, &sales());
    assert_eq!(reported(&session), [""; 0]);
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(!reported(&session).contains(&"Keep(\"\")".to_owned()), "{:?}", session.effects);
    assert_eq!((session.state.guide.step, session.state.form.draft.name.as_str()), (Step::CreateApp, "Typed"));
    assert_eq!(session.state.form.draft.client_secret.expose(), SECRET);
}

#[test]
fn secrets_are_never_reported() {
    let mut session = changing();
    session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
    session.type_in(Field::ClientId, KEY);
    session.type_in(Field::ClientSecret, "C4n4ryOther");
    let mut reported = String::new();
    let mut check = |session: &Session| {
        reported.push_str(&format!("{:?}{:?}{}", session.state, session.effects, everything(&session.state)));
    };
    check(&session);
    save(&mut session);
    check(&session);
    session.answer(422, &json!({"message": format!("C4n4ryOther with {API_KEY}")}));
    check(&session);
    save(&mut session);
    let body = session.last_body().to_string();
    assert!(body.contains("C4n4ryOther") && !body.contains("__secretvalue"), "{body}");
    session.answer(200, &sales());
    check(&session);
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    check(&session);
    for event in &session.events {
        reported.push_str(&to_serde(event.detail()).to_string());
    }
    for secret in ["C4n4ryOther", SECRET, API_KEY, "__secretvalue"] {
        assert!(!reported.contains(secret), "{secret}");
    }
}

/// After another profile was changed, a create whose answer got lost is still looked up, so that it is not repeated.
#[test]
fn a_lost_create_is_not_forgotten_over_a_change() {
    let mut session = Session::sending();
    session.no_answer(TransportError::Network);
    session.no_answer(TransportError::Network);
    assert!(session.state.submission.is_open());
    session.say(Message::Profiles(ProfilesMessage::Toggled));
    session.answer(200, &list(&[sales(), tests()]));
    let known = session.state.known[0].clone();
    session.say(Message::Profiles(ProfilesMessage::EditPressed(known)));
    session.type_in(Field::Name, "Renamed");
    save(&mut session);
    session.answer(200, &sales());
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.answer(200, &list(&[sales(), tests(), profile("p3", "Salesforce (Production)", "production")]));
    session.say(Message::Profiles(ProfilesMessage::Toggled));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[sales(), tests(), profile("p3", "Salesforce (Production)", "production")]));
    let (asked, way) = session.failure_view().profiles[0].clone();
    assert_eq!((asked.id.as_str(), session.count("POST")), ("p3", 1));
    session.say(Message::Submit(way.msg));
    assert_eq!(session.done().id, "p3");
}
