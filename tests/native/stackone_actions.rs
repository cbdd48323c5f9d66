//! StackOne's list of actions: the request, how any answer is read, the order, and the search.

use crate::fixtures::cases::{properties, settings};
use crate::fixtures::catalogue::{id, ids, named, of, page};
use proptest::prelude::*;
use serde_json::json;
use stackone_connector_profile::stackone::actions::{Catalogue, Verb};

fn found(catalogue: &Catalogue, search: &str) -> Vec<String> {
    catalogue.search(search).into_iter().map(|place| catalogue.at(place).unwrap().id.clone()).collect()
}

#[test]
fn the_first_page_is_asked_for_and_then_what_the_one_before_names() {
    let config = settings(r#"{"apiBaseUrl": "https://stackone.example/x/"}"#).api;
    let first = "https://stackone.example/x/actions?filter[connectors]=salesforce&page_size=100";
    for (next, rest) in [
        (None, ""),
        (Some("YWN0aW9uczoxMDA"), "&next=YWN0aW9uczoxMDA"),
        (Some("a+b/c=&x=y#z %é"), "&next=a%2Bb%2Fc%3D%26x%3Dy%23z%20%25%C3%A9"),
    ] {
        let request = Catalogue::request(next, &config);
        assert_eq!((request.method, request.url), ("GET", [first, rest].concat()));
        assert!(request.body.is_none());
    }
}

#[test]
fn the_documented_shape_is_read() {
    let mut catalogue = Catalogue::default();
    let body = json!({
        "next": "c2",
        "data": [{
            "id": "salesforce", "key": "salesforce", "name": "Salesforce", "version": "1.0.0", "icon": "https://x.example",
            "authentication": [{"type": "oauth2", "label": "OAuth 2.0", "key": "oauth2"}],
            "scope_definitions": [{"name": "api", "description": "Data", "includes": ["chatter_api"]}],
            "actions": [{
                "id": "salesforce_update_content_version", "label": "Update content version",
                "description": "Changes a content version.", "schema_type": "native", "tags": ["files"],
                "required_scopes": ["api", "content", "api"], "authentication": [], "operation_details": null,
            }],
        }],
    });
    assert_eq!(catalogue.read(&body.to_string()), Some(Some("c2".to_owned())));
    let action = catalogue.find("salesforce_update_content_version").unwrap();
    assert_eq!(
        (action.label.as_str(), action.description.as_str()),
        ("Update content version", "Changes a content version.")
    );
    assert_eq!((action.verb, action.object.as_str()), (Verb::Update, "content version"));
    assert_eq!(action.scopes, ["api", "content"], "each once");
    assert!(catalogue.implies("api", "chatter_api") && !catalogue.implies("chatter_api", "api"));
    assert!(catalogue.find("salesforce_update_content").is_none() && catalogue.find("").is_none());
}

#[test]
fn several_connectors_and_pages_list_each_action_once() {
    let mut catalogue = Catalogue::default();
    let body = json!({"data": [
        {"actions": [{"id": "salesforce_get_lead", "label": "First"}, {"id": "salesforce_get_case"}]},
        {"actions": null, "scope_definitions": null},
        {"actions": [{"id": "salesforce_get_lead", "label": "Second"}]},
    ]});
    assert_eq!(catalogue.read(&body.to_string()), Some(None));
    assert_eq!(
        catalogue.read(&page(&json!([{"id": "salesforce_get_lead", "label": "Third"}, {"id": "a"}]))),
        Some(None)
    );
    assert_eq!(ids(&catalogue), ["a", "salesforce_get_case", "salesforce_get_lead"]);
    assert_eq!(catalogue.find("salesforce_get_lead").unwrap().label, "First");
}

#[test]
fn every_member_may_be_null_or_missing() {
    let actions = json!([
        {"id": "salesforce_get_lead", "label": null, "description": null, "required_scopes": null, "tags": null},
        {"id": "salesforce_get_case"},
        {"id": "salesforce_get_task", "label": " ", "description": 7, "required_scopes": ["api", null, "", {}, 8]},
        {"id": null, "label": "None"}, {"label": "None"}, {"id": ""}, {"id": " "}, {"id": {}}, null, 7, "salesforce_x", [],
    ]);
    let catalogue = of(&actions);
    assert_eq!(ids(&catalogue), ["salesforce_get_case", "salesforce_get_lead", "salesforce_get_task"]);
    for action in catalogue.all() {
        assert_eq!(action.label, action.id, "the id where there is no label");
    }
    let task = catalogue.find("salesforce_get_task").unwrap();
    assert_eq!((task.description.as_str(), task.scopes.clone()), ("7", vec!["api".to_owned(), "8".to_owned()]));
    for data in [
        json!([null]),
        json!([{}]),
        json!([7, "x", []]),
        json!([{"actions": {"id": "a"}, "scope_definitions": 7}]),
        json!([]),
    ] {
        let mut catalogue = Catalogue::default();
        assert_eq!(catalogue.read(&json!({ "data": data }).to_string()), Some(None), "{data}");
        assert!(catalogue.all().next().is_none() && catalogue.count() == 0);
    }
    let scopes = json!({"data": [{"scope_definitions": [null, {"name": null}, {"name": "a", "includes": null}, {"name": "b", "includes": [null, "c"]}]}]});
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.read(&scopes.to_string()), Some(None));
    assert!(catalogue.implies("b", "c") && !catalogue.implies("a", "c"));
}

/// The person types ids one after the other.
#[test]
fn an_id_that_cannot_be_typed_is_skipped() {
    let catalogue = named(&["a b", "a,b", "a\nb", "a\u{a0}b", " a", "a\t", "salesforce_get_lead", "ünïcode"]);
    assert_eq!(ids(&catalogue), ["salesforce_get_lead", "ünïcode"]);
}

#[test]
fn what_leads_to_the_next_page() {
    for (next, expected) in [
        (json!(null), None),
        (json!(""), None),
        (json!(" "), None),
        (json!({}), None),
        (json!(false), None),
        (json!("c2"), Some("c2")),
        (json!(2), Some("2")),
    ] {
        let body = json!({"next": next, "data": []}).to_string();
        assert_eq!(Catalogue::default().read(&body), Some(expected.map(str::to_owned)), "{body}");
    }
    assert_eq!(Catalogue::default().read(r#"{"data": []}"#), Some(None));
}

#[test]
fn what_is_no_list_is_none_and_changes_nothing() {
    let mut catalogue = named(&["salesforce_get_lead"]);
    for body in [
        "",
        "<html>",
        "null",
        "[]",
        "7",
        "{}",
        r#"{"data": null}"#,
        r#"{"data": {}}"#,
        r#"{"data": "[]"}"#,
        r#"{"data": ["#,
        r#"{"next": "c2"}"#,
    ] {
        assert_eq!(catalogue.read(body), None, "{body}");
    }
    assert_eq!(ids(&catalogue), ["salesforce_get_lead"]);
}

#[test]
fn a_search_looks_for_each_word_in_id_label_and_description() {
    let catalogue = of(&json!([
        {"id": "salesforce_get_lead", "label": "Get Lead", "description": "Reads one person"},
        {"id": "salesforce_list_leads", "label": "List of Leads", "description": null},
        {"id": "salesforce_get_case", "label": "Fetch", "description": "One Ticket."},
        {"id": "salesforce_list_lands", "label": "Länder", "description": "ÖSTERREICH und ΟΔΟΣ"},
    ]));
    let lands = "salesforce_list_lands";
    let (lead, leads, case) = ("salesforce_get_lead", "salesforce_list_leads", "salesforce_get_case");
    for (search, expected) in [
        ("", vec![case, lands, lead, leads]),
        (" \n", vec![case, lands, lead, leads]),
        ("lead", vec![lead, leads]),
        ("LEAD  list", vec![leads]),
        ("österreich", vec![lands]),
        ("Österreich LÄNDER", vec![lands]),
        ("οδο", vec![lands]),
        ("ΟΔΟΣ", vec![lands]),
        ("ticket fetch get_case", vec![case]),
        ("one", vec![case, lead]),
        ("one lead", vec![lead]),
        ("one list", vec![]),
        ("sts", vec![]),
        ("\u{a0}of", vec![leads]),
    ] {
        assert_eq!(found(&catalogue, search), expected, "{search:?}");
    }
}

proptest! {
    #![proptest_config(properties(500))]

    #[test]
    fn a_search_finds_what_looking_at_each_one_finds(
        actions in prop::collection::vec((id(), "[a-cA-CéÉ ]{0,4}", "[a-cA-C ]{0,4}"), 0..12), search in "[a-cA-CéÉ _]{0,5}|lead ge",
    ) {
        let list = actions.iter().map(|(id, label, text)| json!({"id": id, "label": label, "description": text}));
        let catalogue = of(&list.collect());
        let naive = catalogue.all().filter(|action| {
            let all = format!("{} {} {}", action.id, action.label, action.description).to_lowercase();
            search.to_lowercase().split_whitespace().all(|word| all.contains(word))
        });
        let naive = naive.map(|action| action.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(found(&catalogue, &search), naive);
    }
}
