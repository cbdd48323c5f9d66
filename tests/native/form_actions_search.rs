//! A search finds the same actions whether it is typed, partly deleted, or pasted over another one.

use crate::fixtures::actions::named;
use crate::fixtures::cases::properties;
use crate::fixtures::session::Session;
use proptest::prelude::*;
use stackone_connector_profile::features::action_picker::ActionsMessage;

const IDS: [&str; 6] = [
    "salesforce_get_case",
    "salesforce_get_case_comment",
    "salesforce_list_cases",
    "salesforce_create_lead",
    "salesforce_update_lead",
    "salesforce_x5_leads",
];

/// The text of the field after each step.
fn typed() -> impl Strategy<Value = Vec<String>> {
    let part =
        prop::sample::select(vec!["c", "ca", "case", "CASE ", " ", "get", "get c", "s_", "5", "é", "lead ", "zz", ""]);
    // A text of several parts, some of which stay in the next step.
    prop::collection::vec((0_usize..12, part), 1..12).prop_map(|steps| {
        let mut text = String::new();
        let mut texts = Vec::new();
        for (kept, part) in steps {
            text = text.chars().take(kept).chain(part.chars()).collect();
            texts.push(text.clone());
        }
        texts
    })
}

proptest! {
    #![proptest_config(properties(300))]

    #[test]
    fn what_was_found_before_changes_nothing(texts in typed(), page in 0_usize..12) {
        let mut session = Session::choosing();
        session.answer(200, &named(&IDS[..3], Some("c2")));
        for (at, text) in texts.into_iter().enumerate() {
            session.act(ActionsMessage::SearchEdited(text.clone()));
            if at == page {
                session.answer(200, &named(&IDS[3..], None));
            }
            let choosing = &session.state.picker;
            let fresh = choosing.list.search(&text);
            prop_assert_eq!(&choosing.search, &text);
            prop_assert_eq!(&choosing.shown, &fresh, "{:?}", text);
            let words: Vec<_> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
            let fits = |id: &str| {
                let text = format!("{id} {}", id.replace('_', " "));
                words.iter().all(|word| text.contains(word))
            };
            let known = if choosing.read { &IDS[..] } else { &IDS[..3] };
            prop_assert_eq!(fresh.len(), known.iter().filter(|id| fits(id)).count(), "{:?}", text);
        }
    }
}
