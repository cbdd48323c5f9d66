//! The list of actions: its pages, its filters, its shape. `client::api` checks each answer against the OpenAPI
//! document.

use harness::simulator::Server;
use serde_json::{Value, json};

use crate::client::*;

async fn page(server: &Server, query: &str) -> Value {
    let reply = api(server, "GET", &format!("/actions?{query}"), None).await;
    assert_eq!(reply.status, 200, "{query}: {}", reply.text());
    reply.json()
}

/// The ids of a page.
fn ids(page: &Value) -> Vec<String> {
    let items = page["data"].as_array().unwrap().iter();
    let actions = items.flat_map(|item| item["actions"].as_array().unwrap());
    actions.map(|action| action["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_pages_together_are_all_actions_in_one_order() {
    let server = start().await;
    let all = ids(&page(&server, "filter[connectors]=salesforce&page_size=1000").await);
    assert_eq!(all.len(), 400);
    for (size, pages) in [(25, 16), (399, 2), (400, 1), (150, 3)] {
        let (mut collected, mut next, mut count) = (Vec::new(), String::new(), 0);
        loop {
            let answer = page(&server, &format!("filter%5Bconnectors%5D=salesforce&page_size={size}{next}")).await;
            assert_eq!(answer["data"][0]["key"], "salesforce");
            assert!(ids(&answer).len() <= size);
            collected.extend(ids(&answer));
            count += 1;
            match answer["next"].as_str() {
                Some(cursor) => next = format!("&next={cursor}"),
                None => break,
            }
        }
        assert_eq!((collected == all, count), (true, pages), "{size} a page");
    }
    assert_eq!(ids(&page(&server, "").await).len(), 25);
}

#[tokio::test]
async fn an_action_says_what_it_does_and_which_scopes_it_takes() {
    let server = start().await;
    let query = "filter[connectors]=hubspot,salesforce&filter[action_key]=salesforce_update_content_version";
    let mut expected = json!({
        "id": "salesforce_update_content_version", "label": "Update content version",
        "description": "Changes a content version.", "schema_type": "native", "tags": ["files"],
        "required_scopes": ["api", "content"],
    });
    let plain = page(&server, query).await;
    assert_eq!((&plain["next"], &plain["data"][0]["actions"]), (&Value::Null, &json!([expected])));
    let definitions = plain["data"][0]["scope_definitions"].as_array().unwrap();
    let api = definitions.iter().find(|one| one["name"] == "api").unwrap();
    assert_eq!(api["includes"], json!(["chatter_api"]));
    for name in ["action_details", "operation_details"] {
        let detailed = page(&server, &format!("{query}&include={name}")).await;
        let inputs = json!([{ "name": "id", "required": true }, { "name": "fields", "required": true }]);
        expected[name] = json!({ "inputs": inputs });
        assert_eq!(detailed["data"][0]["actions"], json!([expected]));
        expected.as_object_mut().unwrap().remove(name);
    }
}

#[tokio::test]
async fn filters_and_searches_leave_out_what_does_not_fit() {
    let server = start().await;
    for (query, count) in [
        ("filter[connectors]=hubspot", 0),
        ("filter[action_key]=salesforce_fly", 0),
        ("search=FEED+item", 5),
        ("search=feed_item", 5),
        ("search=nothing+like+it", 0),
        ("group_by=connector&search=feed&page_size=7", 7),
    ] {
        let answer = page(&server, query).await;
        assert_eq!(ids(&answer).len(), count, "{query}");
        assert_eq!(answer["data"].as_array().unwrap().is_empty(), count == 0, "{query}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let server = start().await;
    for query in
        ["page_size=0", "page_size=x", "include=everything", "next=x", "next=YWN0aW9uczo0MDE", "limit=5", "next="]
    {
        assert_eq!(api(&server, "GET", &format!("/actions?{query}"), None).await.status, 400, "{query}");
    }
    assert_eq!(ask(&server, "GET", "/stackone/actions", &[], "").await.status, 401);
    assert_eq!(api(&server, "GET", "/actions?next=YWN0aW9uczo0MDA", None).await.json()["data"], json!([]));
}
