//! The keyboard in the list of actions.

use crate::fixtures::actions::many;
use crate::fixtures::session::Session;
use stackone_connector_profile::app::Target;
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::action_picker::Move;

#[test]
fn the_keyboard_goes_no_further_than_the_list() {
    let mut session = Session::choosing();
    session.act(ActionsMessage::Moved(Move::By(1)));
    session.act(ActionsMessage::PressedHere);
    assert_eq!((session.state.picker.at, session.chosen()), (0, vec![]), "nothing is there yet");
    session.answer(200, &many(0..250, None));
    for (to, at, drawn) in [
        (Move::By(-1), 0, 20),
        (Move::By(1), 1, 21),
        (Move::By(10), 11, 31),
        (Move::To(19), 19, 39),
        (Move::By(1), 20, 40),
        (Move::By(-10), 10, 40),
        (Move::To(210), 210, 230),
        (Move::By(isize::MIN), 0, 230),
        (Move::To(usize::MAX), 249, 250),
        (Move::By(10), 249, 250),
        (Move::By(isize::MAX), 249, 250),
        (Move::To(0), 0, 250),
    ] {
        session.act(ActionsMessage::Moved(to));
        assert_eq!((session.state.picker.at, session.state.picker.drawn()), (at, drawn), "{to:?}");
        assert_eq!((session.focus(), session.chosen()), (Some(Target::Action), vec![]));
    }
    session.act(ActionsMessage::Moved(Move::To(249)));
    session.act(ActionsMessage::PressedHere);
    assert_eq!((session.chosen(), session.focus()), (vec!["salesforce_get_249"], None), "the focus is there");
}

#[test]
fn more_are_drawn_as_their_end_comes_into_view() {
    let mut session = Session::choosing();
    session.answer(200, &many(0..90, None));
    for drawn in [20, 40, 60, 80, 90, 90] {
        assert_eq!(session.state.picker.drawn(), drawn);
        session.act(ActionsMessage::EndSeen);
    }
    session.act(ActionsMessage::SearchEdited("get".to_owned()));
    assert_eq!(session.state.picker.drawn(), 20, "a search starts over");
}

#[test]
fn the_keyboard_position_survives_new_pages_and_resets_with_a_search() {
    let mut session = Session::choosing();
    session.answer(200, &many(0..100, Some("c2")));
    session.act(ActionsMessage::Moved(Move::To(42)));
    session.answer(200, &many(100..150, None));
    assert_eq!(session.state.picker.at, 42);
    assert_eq!(session.focus(), Some(Target::ActionSearch), "from the button that goes, not from the list");
    session.act(ActionsMessage::PressedHere);
    assert_eq!(session.chosen(), ["salesforce_get_042"]);
    session.act(ActionsMessage::Moved(Move::To(42)));
    session.act(ActionsMessage::SearchEdited("get".to_owned()));
    assert_eq!((session.state.picker.at, session.focus()), (0, None), "the person is elsewhere");
}
