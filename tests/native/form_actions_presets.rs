//! The usual selections of actions.

use crate::fixtures::actions::{everything, named, one};
use crate::fixtures::session::Session;
use stackone_connector_profile::app::Target;
use stackone_connector_profile::features::action_picker::{ActionsMessage, Preset};

#[test]
fn usual_selections_are_known_by_what_they_do() {
    let ids =
        ["get_lead", "create_lead", "update_lead", "delete_lead", "run_flow"].map(|id| format!("salesforce_{id}"));
    let mut session = Session::offered(&ids.each_ref().map(String::as_str));
    assert_eq!(session.state.picker.preset, None, "nothing is chosen");
    for (preset, verbs) in [
        (Preset::ReadOnly, vec!["get"]),
        (Preset::Everything, vec!["create", "delete", "get", "run", "update"]),
        (Preset::ReadAndWrite, vec!["create", "get", "update"]),
    ] {
        session.act(ActionsMessage::PresetPicked(preset));
        let chosen = session.chosen().into_iter().map(|id| id.split('_').nth(1).unwrap()).collect::<Vec<_>>();
        assert_eq!((chosen, session.state.picker.preset), (verbs, Some(preset)));
    }
    session.act(one("salesforce_delete_lead"));
    assert_eq!(session.state.picker.preset, None);
    session.act(one("salesforce_delete_lead"));
    assert_eq!(session.state.picker.preset, Some(Preset::ReadAndWrite));
    session.type_ids("salesforce_get_lead salesforce_unknown");
    assert_eq!(session.state.picker.preset, None, "what is not listed fits none");
    session.act(ActionsMessage::TypingToggled);
    session.act(ActionsMessage::TypingToggled);
    session.act(ActionsMessage::PresetPicked(Preset::ReadOnly));
    assert_eq!((session.state.picker.typed.as_deref(), session.chosen()), (None, vec!["salesforce_get_lead"]));
    session.act(ActionsMessage::ExtentPicked { all: true });
    session.act(ActionsMessage::PresetPicked(Preset::ReadOnly));
    assert!(session.state.form.draft.actions.is_none(), "all are all");
}

#[test]
fn a_usual_selection_waits_for_the_list() {
    let seen = |session: &Session| {
        let list = session.view().action_picker().view().selection.unwrap().list.unwrap();
        (list.presets_disabled, list.preset)
    };
    let mut session = Session::choosing();
    session.answer(200, &named(&["salesforce_get_lead"], Some("c2")));
    session.act(everything());
    assert!(
        session.view().action_picker().view().selection.unwrap().list.is_none(),
        "rows that come would move the others"
    );
    let mut stopped = session.clone();
    stopped.act(ActionsMessage::StopPressed);
    assert_eq!(seen(&stopped), (true, None), "all of a part");
    session.answer(200, &named(&["salesforce_create_case"], None));
    assert_eq!(seen(&session), (false, Some(Preset::ReadOnly)));
}

#[test]
fn a_selection_can_be_cleared_at_once() {
    let mut session = Session::offered(&["salesforce_get_lead", "salesforce_get_account"]);
    let can_clear = |session: &Session| session.view().action_picker().view().selection.unwrap().can_clear;
    assert!(!can_clear(&session), "nothing is selected");
    session.act(everything());
    assert!(can_clear(&session));
    session.act(ActionsMessage::ClearPressed);
    // The link is gone, so the focus goes to the table.
    assert_eq!((session.chosen(), session.focus(), can_clear(&session)), (vec![], Some(Target::Actions), false));
}
