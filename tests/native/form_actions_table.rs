//! The table of actions: its rows and columns, how much of it is drawn, and what its check boxes say.

use crate::fixtures::actions::{everything, many, named, one};
use crate::fixtures::html::screen;
use crate::fixtures::session::Session;
use stackone_connector_profile::app::Target;
use stackone_connector_profile::features::action_picker::view::{COLUMNS, MatrixView, Tallies};
use stackone_connector_profile::features::action_picker::{ActionsMessage, Part};
use stackone_connector_profile::stackone::actions::Verb;
use std::rc::Rc;

const IDS: [&str; 6] = [
    "salesforce_get_lead",
    "salesforce_list_leads",
    "salesforce_create_lead",
    "salesforce_delete_lead",
    "salesforce_run_lead",
    "salesforce_get_case",
];

fn table(session: &Session) -> Rc<MatrixView> {
    session.view().action_picker().view().selection.unwrap().list.unwrap()
}

/// How many of how many are selected: in all, and in each column.
fn told(tallies: Tallies) -> [String; COLUMNS.len()] {
    tallies.map(|tally| format!("{}/{}", tally.selected, tally.size))
}

fn cell(object: Option<&str>, verb: Option<Verb>) -> ActionsMessage {
    ActionsMessage::Pressed(Part { object: object.map(str::to_owned), verb, id: None })
}

#[test]
fn rows_and_columns_count_what_they_have() {
    let mut session = Session::offered(&IDS);
    session.act(one("salesforce_list_leads"));
    let view = table(&session);
    assert_eq!(told(view.head), ["1/6", "1/3", "0/1", "0/0", "0/1"]);
    let rows = view.rows.iter().map(|row| (row.object.as_str(), told(row.tallies))).collect::<Vec<_>>();
    let expected = [
        ("case", ["0/1", "0/1", "0/0", "0/0", "0/0"]),
        ("lead", ["1/4", "1/2", "0/1", "0/0", "0/1"]),
        // Of another verb.
        ("run lead", ["0/1", "0/0", "0/0", "0/0", "0/0"]),
    ];
    assert_eq!(rows, expected.map(|(object, tallies)| (object, tallies.map(str::to_owned))));
    session.act(ActionsMessage::SearchEdited("get".to_owned()));
    assert_eq!(told(table(&session).head), ["0/2", "0/2", "0/0", "0/0", "0/0"], "what fits the search");
}

#[test]
fn a_cell_a_row_and_a_column_are_selected_at_a_click() {
    for (msg, mut expected) in [
        (cell(Some("lead"), Some(Verb::Read)), vec![IDS[0], IDS[1]]),
        (cell(Some("lead"), None), IDS[..4].to_vec()),
        (cell(None, Some(Verb::Read)), vec![IDS[0], IDS[1], IDS[5]]),
        (cell(None, Some(Verb::Update)), vec![]),
        (everything(), IDS.to_vec()),
    ] {
        let mut session = Session::offered(&IDS);
        session.act(one(IDS[0]));
        session.act(msg.clone());
        if !expected.contains(&IDS[0]) {
            expected.push(IDS[0]);
        }
        expected.sort_unstable();
        assert_eq!(session.chosen(), expected, "{msg:?}");
        session.act(msg.clone());
        let others = if msg == cell(None, Some(Verb::Update)) { vec![IDS[0]] } else { vec![] };
        assert_eq!(session.chosen(), others, "cleared where all of it is selected: {msg:?}");
    }
}

#[test]
fn a_row_opens_to_its_actions_one_at_a_time() {
    let open = |session: &Session| {
        let rows = table(session).rows.clone();
        rows.into_iter()
            .filter_map(|row| Some((row.object, row.actions?.iter().map(|(_, chosen)| *chosen).collect::<Vec<_>>())))
            .collect::<Vec<_>>()
    };
    let mut session = Session::offered(&IDS);
    session.act(one("salesforce_list_leads"));
    assert_eq!(open(&session), []);
    session.act(ActionsMessage::ObjectToggled("lead".to_owned()));
    assert_eq!(open(&session), [("lead".to_owned(), vec![false, true, false, false])]);
    let html = screen(&session.state);
    assert!(IDS[..4].iter().all(|id| html.contains(id)) && !html.contains(IDS[5]), "{html}");
    session.act(ActionsMessage::ObjectToggled("case".to_owned()));
    assert_eq!(open(&session), [("case".to_owned(), vec![false])]);
    session.act(ActionsMessage::ObjectToggled("case".to_owned()));
    assert_eq!(open(&session), []);
}

#[test]
fn more_rows_are_drawn_as_their_end_comes_into_view() {
    let mut session = Session::choosing();
    session.answer(200, &many(0..90, None));
    for drawn in [12, 24, 36, 48] {
        assert_eq!(table(&session).rows.len(), drawn);
        session.act(ActionsMessage::EndSeen);
    }
    session.act(ActionsMessage::SearchEdited("get".to_owned()));
    assert_eq!(table(&session).rows.len(), 12, "a search starts over");
    for _ in 0..9 {
        session.act(ActionsMessage::EndSeen);
    }
    assert_eq!(table(&session).rows.len(), 90);
}

/// Else Enter would submit the form.
#[test]
fn enter_in_the_search_goes_to_the_table() {
    let mut session = Session::offered(&IDS);
    session.act(ActionsMessage::SearchEntered);
    assert_eq!((session.focus(), session.just_sent().len()), (Some(Target::Actions), 0));
}

#[test]
fn the_focus_goes_from_the_button_that_disappears_to_the_search() {
    let mut session = Session::choosing();
    session.answer(200, &named(&IDS[..2], Some("c2")));
    assert_eq!(session.focus(), None);
    session.answer(200, &named(&IDS[2..], None));
    assert_eq!(session.focus(), Some(Target::ActionSearch));
}
