//! StackOne's answers with every known or likely quirk: error envelopes, pages of profiles, numbers as strings, missing
//! fields, unrelated bodies.

use crate::fixtures::cases::{SECRET, settings, to_serde};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::stackone::write_shape::WriteShape;
use stackone_connector_profile::stackone::{ApiConfig, ConnectorProfile, ErrorBody, Json, Page};

/// What is shown of a body.
fn shown(body: &str) -> Vec<String> {
    ErrorBody::read(body).redacted(&[]).messages
}

fn messages(body: &Value) -> Vec<String> {
    shown(&body.to_string())
}

#[test]
fn a_message_is_found_in_every_shape() {
    let envelope =
        |message: Value| json!({"statusCode": 400, "message": message, "timestamp": "2026-11-23T16:45:09.000Z"});
    assert_eq!(messages(&envelope(json!("One"))), ["One"]);
    assert_eq!(messages(&envelope(json!(" One\n"))), ["One"]);
    assert_eq!(messages(&envelope(json!(["One", "Two"]))), ["One", "Two"]);
    assert_eq!(messages(&envelope(json!("{\"message\":\"One\"}"))), ["One"]);
    assert_eq!(messages(&envelope(json!("{\"message\":[\"One\",\"Two\"]}"))), ["One", "Two"]);
    assert_eq!(messages(&envelope(json!({"message": "One"}))), ["One"]);
    assert_eq!(messages(&json!({"error": "invalid_client", "error_description": "One"})), ["One"]);
    assert_eq!(messages(&json!({"error": "One"})), ["One"]);
    assert_eq!(messages(&json!("One")), ["One"]);
    let raw = json!([{"status": 400, "raw": {"error_description": "One"}}, {"url": "x"}]);
    let provider = json!({"message": "Bad Request", "provider_errors": raw});
    assert_eq!(messages(&provider), ["One"], "HTTP's own phrase explains nothing");
}

#[test]
fn anything_but_an_envelope_has_no_messages() {
    let none: [&str; 0] = [];
    for body in [
        json!({}),
        json!([]),
        json!(null),
        json!({"message": null}),
        json!({"message": ""}),
        json!({"message": 7}),
        json!({"a": "One"}),
        json!({"message": "Bad Request"}),
        json!({"message": ["Unprocessable Entity"], "error": "Bad Request"}),
    ] {
        assert_eq!(messages(&body), none, "{body}");
    }
    for body in ["", " ", "<html><body>One</body></html>", "One", "{", "{\"message\": \"One\""] {
        assert_eq!(shown(body), none, "{body}");
    }
}

#[test]
fn a_long_message_is_cut_between_characters() {
    let long = messages(&json!({"message": ("é".repeat(2000))}));
    assert_eq!(long, [["é".repeat(500), "…".to_owned()].concat()]);
    assert_eq!(messages(&json!({"message": ("é".repeat(500))})), ["é".repeat(500)]);
}

#[test]
fn an_echoed_secret_is_removed_everywhere() {
    let secrets = [Secret::new([" ", SECRET, "\n"].concat()), Secret::default(), Secret::from(" ")];
    for before in [0, 1, 400, 436, 437, 450, 480, 492, 499, 500] {
        let text = ["x".repeat(before), SECRET.to_owned(), " is wrong".to_owned()].concat();
        let body = json!({ "message": text });
        let message = ErrorBody::read(&body.to_string()).redacted(&secrets).messages.concat();
        // Not even the start of a secret that is cut off at the end of a message.
        assert!(!message.contains(&SECRET[..8]), "{before} characters before: {message}");
    }
}

#[test]
fn a_message_names_the_field_it_is_about() {
    let field = |message: &str| ErrorBody::field(message, &WriteShape::default());
    for (message, expected) in [
        ("clientId must be a string", Some(Field::ClientId)),
        ("credentials.clientId must be a string", Some(Field::ClientId)),
        ("The client_id is not known", Some(Field::ClientId)),
        ("credentials.clientSecret: too short", Some(Field::ClientSecret)),
        ("Invalid client_secret.", Some(Field::ClientSecret)),
        ("each value in scopes must be one of the following", Some(Field::Scopes)),
        ("name must be shorter than or equal to 255 characters", Some(Field::Name)),
        ("environment must be one of production, sandbox", Some(Field::Environment)),
        ("A profile of that name exists", None),
        ("There is no such environment", None),
        ("clientIdentity is odd", None),
        ("Bad Request", None),
        ("", None),
    ] {
        assert_eq!(field(message), expected, "{message}");
    }
    let own = settings(r#"{"create": {"fields": {"clientId": "config.consumer_key"}}}"#).api;
    assert_eq!(ErrorBody::field("config.consumer_key is not known", &own.create), Some(Field::ClientId));
}

#[test]
fn a_profile_needs_an_id_and_a_name_and_nothing_else() {
    let read = |json: Value| ConnectorProfile::read(&json.to_string());
    let whole =
        json!({"id": "p1", "name": "N", "environment": "sandbox", "created_at": "2026-11-23T16:45:09.000Z", "x": [1]});
    let profile = read(whole).unwrap();
    assert_eq!((profile.id.as_str(), profile.name.as_str(), profile.environment.as_str()), ("p1", "N", "sandbox"));
    assert_eq!(
        to_serde(&profile.json()),
        json!({"id": "p1", "name": "N", "environment": "sandbox", "created_at": "2026-11-23T16:45:09.000Z", "connector_key": "salesforce"})
    );
    assert_eq!(read(json!({"id": 7, "name": "N", "environment": null})).unwrap().id, "7");
    for odd in [
        json!({"id": "p1"}),
        json!({"name": "N"}),
        json!({"id": "", "name": "N"}),
        json!({"id": {}, "name": "N"}),
        json!([]),
        json!("p1"),
    ] {
        assert_eq!(read(odd.clone()), None, "{odd}");
    }
}

#[test]
fn a_page_says_whether_another_one_follows() {
    let entries = |count: usize| (0..count).map(|at| json!({"id": at, "name": "N"})).collect::<Value>();
    let more = |page: Value, number| Page::read(&page.to_string(), number).unwrap().more;
    assert!(!more(json!({"page": 1, "page_size": 25, "total": 25, "data": entries(25)}), 1));
    assert!(more(json!({"page": 1, "page_size": 25, "total": 26, "data": entries(25)}), 1));
    assert!(!more(json!({"page": 2, "page_size": 25, "total": 26, "data": entries(1)}), 2));
    assert!(more(json!({"page": "1", "page_size": "25", "total": "26", "data": entries(25)}), 1), "numbers as strings");
    assert!(more(json!({"page_size": 10, "total": 26, "data": entries(10)}), 2), "a smaller page than was asked for");
    assert!(more(json!({"data": entries(25)}), 1), "a full page without a total");
    assert!(!more(json!({"data": entries(24)}), 1), "a page that is not full");
    assert!(!more(json!({"total": 99, "data": []}), 1), "an empty page is the last whatever the total");
    assert!(!more(json!({"page_size": 0, "total": 3, "data": entries(3)}), 1));
}

#[test]
fn a_page_passes_over_entries_that_cannot_be_read() {
    let page = json!({"data": [{"id": "a", "name": "A"}, null, {"id": "b"}, 7, {"id": "c", "name": "C"}]});
    let ids = Page::read(&page.to_string(), 1).unwrap().profiles.into_iter().map(|profile| profile.id);
    assert_eq!(ids.collect::<Vec<_>>(), ["a", "c"]);
}

#[test]
fn what_has_no_list_is_no_page() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        "<html>",
        r#"{"data": null}"#,
        r#"{"data": {}}"#,
        r#"{"data": "[]"}"#,
        r#"[{"id": "a", "name": "A"}]"#,
    ] {
        assert!(Page::read(body, 1).is_none(), "{body}");
    }
}

#[test]
fn the_list_is_asked_for_as_documented() {
    let request = Page::request(3, &ApiConfig::default());
    assert_eq!(request.method, "GET");
    assert_eq!(request.url, "https://api.stackone.com/connector_profiles?connector_key=salesforce&page=3&page_size=25");
    assert!(request.body.is_none());
}

/// Thousands would be compared with each other, and each drawn.
#[test]
fn of_many_messages_the_first_are_read_and_a_sign_that_there_are_more() {
    let many = (0..50_000).map(|at| format!("Message {at}")).collect::<Vec<_>>();
    let read = messages(&json!({ "message": many }));
    assert_eq!(
        (read.len(), read[0].as_str(), read[19].as_str(), read[20].as_str()),
        (21, "Message 0", "Message 19", "…")
    );
    assert_eq!(messages(&json!({ "message": many[..20] })).len(), 20);
    assert_eq!(messages(&json!({ "message": vec!["Same"; 50_000] })), ["Same"]);
}

/// Nested messages are opened up to the six levels that were seen, not endlessly.
#[test]
fn a_message_is_looked_for_six_levels_deep() {
    let in_lists = |levels: usize| (0..levels).fold(json!("One"), |inner, _| json!([inner]));
    // A list within a text adds a level.
    let in_texts = |levels: usize| (0..levels).fold(json!("One"), |inner, _| json!(json!([inner]).to_string()));
    let in_envelopes = |levels: usize| (0..levels).fold(json!("One"), |inner, _| json!({ "message": inner }));
    let raw = |levels: usize| json!({ "provider_errors": [{ "raw": in_lists(levels) }] });
    let none: [&str; 0] = [];
    assert_eq!(messages(&in_envelopes(5)), ["One"]);
    assert_eq!(messages(&in_envelopes(6)), none);
    assert_eq!(messages(&raw(4)), ["One"]);
    assert_eq!(messages(&raw(5)), none);
    assert_eq!(messages(&in_lists(5)), ["One"]);
    assert_eq!(messages(&in_lists(6)), none);
    assert_eq!(messages(&in_texts(2)), ["One"]);
    assert_eq!(messages(&in_texts(3)), none);
}

#[test]
fn yes_and_no_are_read_from_strings_too() {
    let flag = |text: &str| Json::parse(text).unwrap().flag();
    assert_eq!(
        ["true", "\"true\"", "false", "\"false\""].map(flag),
        [Some(true), Some(true), Some(false), Some(false)]
    );
    assert_eq!(["1", "null", "\"yes\"", "[true]"].map(flag), [None; 4]);
}

/// A name that was cut within an emoji ends with half of a surrogate pair, which no text can hold.
#[test]
fn half_a_surrogate_pair_makes_no_answer_unreadable() {
    let list =
        r#"{"data": [{"id": "p1", "name": "Sales \ud83d"}, {"id": "p2", "name": "Tests \ud83d\ude80 \\ud83d"}]}"#;
    let names: Vec<_> = Page::read(list, 1).unwrap().profiles.into_iter().map(|profile| profile.name).collect();
    assert_eq!(names, ["Sales \u{fffd}", "Tests 🚀 \\ud83d"]);
    assert_eq!(shown(r#"{"message": "\udc00 is no name"}"#), ["\u{fffd} is no name"]);
    assert_eq!(shown(r#"{"message": "{\"message\": \"\\ud83d\"}"}"#), ["\u{fffd}"]);
    assert!(Json::parse(r#""\ud83""#).is_none() && Json::parse(r#""\ud83d"#).is_none(), "what is no JSON stays none");
}

proptest! {
    /// The standard library reads the same units in the same way.
    #[test]
    fn any_units_are_read_as_a_text(units in vec(prop_oneof![any::<u16>(), 0xD800_u16..=0xDFFF, Just(0x5C)], 0..12)) {
        let escapes: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let read = Json::parse(&format!("[\"{escapes}\"]"));
        let expected = String::from_utf16_lossy(&units);
        prop_assert!(matches!(read.unwrap().items(), [Json::Text(text)] if *text == expected));
    }
}
