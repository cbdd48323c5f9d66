//! Another user changed the profile since it was opened: nothing is overwritten without the person seeing it.

use crate::fixtures::cases::SECRET;
use crate::fixtures::session::{Session, list, profile, with};
use crate::fixtures::state_ext::StateExt;
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::Flag;

fn sales(members: Value) -> Value {
    with(with(profile("p1", "Sales", "production"), json!({"updated_at": "2026-11-24T10:00:00.000Z"})), members)
}

/// The profile as the other user changed it.
fn theirs() -> Value {
    sales(json!({"name": "Theirs", "default": true, "updated_at": "2026-11-25T10:00:00.000Z"}))
}

/// A change of the environment and the secret that conflicts.
fn met() -> Session {
    let mut session = Session::changing(&[sales(json!({}))]);
    session.type_in(Field::Environment, "sandbox");
    session.profiles(ProfilesMessage::FlagToggled(Flag::Enabled));
    session.profiles(ProfilesMessage::ReplaceCredentialsPressed);
    session.type_in(Field::ClientSecret, SECRET);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[theirs()]));
    assert_eq!((session.failed().as_str(), session.focus()), ("conflict", Some(Target::Failure)));
    assert!(session.just_sent().is_empty());
    session
}

fn press(session: &mut Session, words: &str) {
    let rows = session.failure_view().profiles;
    let way = rows.into_iter().map(|(_, way)| way).find(|way| way.words.english() == words).unwrap();
    session.say(Message::Submit(way.msg));
}

#[test]
fn both_are_shown_and_nothing_is_sent() {
    let session = met();
    let rows = session.failure_view().profiles;
    let rows = rows.iter().map(|(profile, way)| {
        (&*profile.name, &*profile.environment, profile.default, profile.active, way.words.english())
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("Theirs", "sandbox", true, false, "Save my changes"),
            ("Theirs", "production", true, true, "Keep it as it is now"),
        ]
    );
    assert_eq!(session.count("PATCH"), 0);
    // What was typed is still there.
    assert_eq!(session.state.form.draft.environment, "sandbox");
    assert_eq!(session.state.form.draft.client_secret.expose(), SECRET);
}

#[test]
fn saving_mine_reads_the_list_again_and_sends_my_changes_alone() {
    let mut session = met();
    press(&mut session, "Save my changes");
    assert_eq!((session.just_sent(), session.count("PATCH")), (vec!["GET"], 0));
    session.answer(200, &list(&[theirs()]));
    assert_eq!(session.just_sent(), ["PATCH"]);
    let mine = json!({"environment": "sandbox", "active": false, "credentials": {"clientSecret": SECRET}});
    assert_eq!(session.last_body(), mine, "their name and default stay");
    session.answer(200, &theirs());
    assert_eq!((session.done().name.as_str(), session.count("PATCH")), ("Theirs", 1));
}

#[test]
fn saving_mine_overwrites_what_both_changed() {
    let mut session = Session::changing(&[sales(json!({}))]);
    session.type_in(Field::Name, "Mine");
    session.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[theirs()]));
    assert_eq!(session.failure_view().profiles[0].0.name, "Mine");
    press(&mut session, "Save my changes");
    session.answer(200, &list(&[theirs()]));
    assert_eq!(session.last_body(), json!({"name": "Mine"}), "the default it is already");
}

#[test]
fn a_second_change_of_theirs_is_shown_as_well() {
    let mut session = met();
    press(&mut session, "Save my changes");
    session.answer(200, &list(&[with(theirs(), json!({"name": "Again", "updated_at": "2026-11-26T10:00:00.000Z"}))]));
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 0));
    let rows = session.failure_view().profiles;
    assert_eq!((&*rows[0].0.name, &*rows[0].0.environment), ("Again", "sandbox"));
}

#[test]
fn a_change_that_was_shown_once_is_not_sent_by_the_main_button() {
    let mut session = met();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[theirs()]));
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 0));
}

#[test]
fn taking_theirs_restarts_from_theirs() {
    let mut session = met();
    press(&mut session, "Keep it as it is now");
    assert!(session.just_sent().is_empty() && session.view().failure().is_none());
    let draft = &session.state.form.draft;
    assert_eq!(
        (draft.name.as_str(), draft.environment.as_str(), draft.client_secret.expose()),
        ("Theirs", "production", "")
    );
    assert_eq!(session.state.flags(), [true, true]);
    assert!(session.state.keeps_credentials() && session.view().profiles().changes().is_empty());
    session.type_in(Field::Name, "Mine");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[theirs()]));
    assert_eq!(session.last_body(), json!({"name": "Mine"}));
    session.answer(200, &theirs());
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    session.assert_nothing_lost();
}

#[test]
fn a_deleted_profile_is_reported() {
    let mut session = Session::changing(&[sales(json!({}))]);
    session.type_in(Field::Name, "Mine");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[profile("p2", "Other", "sandbox")]));
    assert_eq!((session.failed().as_str(), session.count("PATCH")), ("conflict", 0));
    assert_eq!(*session.failure(), Failure::ChangedMeanwhile(None));
    let shown = session.failure_view();
    assert!(shown.profiles.is_empty() && shown.buttons.is_empty());
    assert!(shown.body[0].contains("It’s no longer in StackOne."), "{:?}", shown.body);
    session.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(session.state.shows_list());
    session.assert_nothing_lost();
}

/// Without a time of change, a conflict cannot be detected.
#[test]
fn without_a_time_nothing_counts_as_changed() {
    let bare = || json!({"id": "p1", "name": "Sales", "environment": "production"});
    let mut session = Session::changing(&[bare()]);
    session.type_in(Field::Name, "Mine");
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[bare()]));
    assert_eq!(session.just_sent(), ["PATCH"]);
}

/// A message from a button that is no longer shown has no effect.
#[test]
fn only_what_was_shown_is_overwritten() {
    let mut session = met();
    let now = match session.failure() {
        Failure::ChangedMeanwhile(Some(now)) => (**now).clone(),
        other => panic!("{other:?}"),
    };
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(500, &json!({}));
    session.say(Message::Submit(SubmitMessage::OverwritePressed(now)));
    assert!(session.effects.is_empty());
}
