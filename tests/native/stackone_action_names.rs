//! What the id of an action reveals: its verb, its object, and its place in the order.

use crate::fixtures::cases::properties;
use crate::fixtures::catalogue::{id, ids, named, page};
use proptest::prelude::*;
use serde_json::json;
use stackone_connector_profile::stackone::actions::{Catalogue, Verb};

#[test]
fn a_verb_says_what_it_does() {
    for (does, verbs) in [
        "get list search query find read fetch retrieve describe count download export",
        "create add insert send post upload import submit",
        "update upsert edit set patch replace merge convert move assign",
        "delete remove",
        "run publish getting gets GET l",
    ]
    .into_iter()
    .enumerate()
    {
        for verb in verbs.split(' ') {
            for (start, object) in [("salesforce_", "lead"), ("", "lead")] {
                let id = format!("{start}{verb}_{object}s");
                let catalogue = named(&[&id]);
                let action = catalogue.find(&id).unwrap();
                let expected = if does == 4 { format!("{verb} {object}") } else { object.to_owned() };
                assert_eq!((action.verb as usize, &action.object), (does, &expected), "{id}");
            }
        }
    }
}

#[test]
fn an_action_without_an_object_is_named_by_its_verb() {
    for (id, does, object) in [
        ("salesforce_query", Verb::Read, "query"),
        ("salesforce_query_", Verb::Read, "query"),
        ("delete", Verb::Delete, "delete"),
        ("salesforce_composite", Verb::Other, "composite"),
    ] {
        let catalogue = named(&[id]);
        let action = catalogue.find(id).unwrap();
        assert_eq!((action.verb, action.object.trim_end()), (does, object), "{id}");
    }
}

#[test]
fn a_kind_of_record_is_named_in_the_singular() {
    for (many, one) in [
        ("contacts", "contact"),
        ("contact", "contact"),
        ("status", "status"),
        ("statuses", "status"),
        ("analysis", "analysis"),
        ("address", "address"),
        ("addresses", "address"),
        ("cases", "case"),
        ("case", "case"),
        ("opportunities", "opportunity"),
        ("opportunity", "opportunity"),
        ("boxes", "box"),
        ("batches", "batch"),
        ("crashes", "crash"),
        ("business", "business"),
        ("line_items", "line item"),
        ("campaign_member_statuses", "campaign member status"),
        ("campaign_member_status", "campaign member status"),
        ("sales_orders", "sales order"),
        ("ß", "ß"),
    ] {
        let id = format!("salesforce_get_{many}");
        assert_eq!(named(&[&id]).find(&id).unwrap().object, one, "{many}");
    }
}

#[test]
fn they_are_ordered_by_verb_and_by_object() {
    let shuffled = [
        "salesforce_delete_lead",
        "salesforce_get_lead",
        "salesforce_run_flow",
        "salesforce_list_leads",
        "salesforce_create_lead_1x",
        "salesforce_update_lead",
        "salesforce_get_account",
        "salesforce_create_lead",
        "salesforce_list_lead_shares",
        "salesforce_create_account",
    ];
    let by_object = [
        "salesforce_get_account",
        "salesforce_create_account",
        "salesforce_get_lead",
        "salesforce_list_leads",
        "salesforce_create_lead",
        "salesforce_update_lead",
        "salesforce_delete_lead",
        "salesforce_create_lead_1x",
        "salesforce_list_lead_shares",
        "salesforce_run_flow",
    ];
    for turn in 0..shuffled.len() {
        let mut turned = shuffled;
        turned.rotate_left(turn);
        let catalogue = named(&turned);
        assert_eq!(ids(&catalogue), by_object);
    }
}

proptest! {
    #![proptest_config(properties(500))]

    #[test]
    fn each_is_found_by_its_id_once_with_its_object_together(
        list in prop::collection::vec(id(), 0..20), other in id(), cut in 0..20_usize,
    ) {
        let mut catalogue = Catalogue::default();
        let (first, second) = list.split_at(cut.min(list.len()));
        for part in [first, second, first] {
            catalogue.read(&page(&part.iter().map(|id| json!({ "id": id })).collect())).unwrap();
        }
        let mut expected = list.clone();
        expected.sort();
        expected.dedup();
        let mut objects = catalogue.all().map(|action| action.object.clone()).collect::<Vec<_>>();
        objects.dedup();
        let count = objects.len();
        objects.sort();
        objects.dedup();
        let mut ids = ids(&catalogue);
        prop_assert_eq!(objects.len(), count, "an object is in two parts: {:?}", ids);
        ids.sort_unstable();
        prop_assert_eq!(&ids, &expected);
        for id in &expected {
            prop_assert_eq!(&catalogue.find(id).unwrap().id, id);
        }
        prop_assert_eq!(catalogue.find(&other).is_some(), list.contains(&other));
    }
}
