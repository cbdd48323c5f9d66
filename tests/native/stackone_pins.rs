//! Connector versions and the pin: requests with the documented shape, valid pins, and lists of versions in any form.

use crate::fixtures::cases::{properties, settings, to_serde};
use proptest::prelude::*;
use serde_json::{Value, json};
use stackone_connector_profile::stackone::ApiConfig;
use stackone_connector_profile::stackone::pins::{is_pin, pin_request, versions, versions_request};

#[test]
fn requests_are_of_the_documented_shape() {
    let proxied = settings(r#"{"apiBaseUrl": "/stackone/"}"#).api;
    for (config, base) in [(ApiConfig::default(), "https://api.stackone.com"), (proxied, "/stackone")] {
        for (request, method, path) in [
            (versions_request("p 1/x", &config), "GET", "versions"),
            (pin_request("p 1/x", Some("1.2.x"), &config), "PUT", "pinned_version"),
            (pin_request("p 1/x", None, &config), "DELETE", "pinned_version"),
        ] {
            assert_eq!(request.method, method);
            assert_eq!(request.url, format!("{base}/connector_profiles/p%201%2Fx/{path}"));
            let body = request.body.as_ref().map(to_serde);
            assert_eq!(body, (method == "PUT").then(|| json!({"pinned_version": "1.2.x"})), "{method}");
        }
    }
}

#[test]
fn a_profile_can_be_pinned_to_what_is_documented_and_to_nothing_else() {
    for pin in ["latest", "1.x.x", "1.2.x", "1.2.0", "0.0.0", "12.345.x", "20260101.x.x"] {
        assert!(is_pin(pin), "{pin}");
    }
    for odd in [
        "",
        "x",
        "1",
        "1.2",
        "1.x",
        "x.x.x",
        "1.x.2",
        "1.2.3.4",
        "^1.2.0",
        "~1.2.0",
        ">=1.2.0",
        "v1.2.0",
        "1.2.0-beta",
        "1..0",
        "1.2.",
        ".1.2",
        "1,2,0",
        "1.2.0 ",
        "latest1",
        "1latest",
        "Latest",
        "1.*.*",
        "1.X.X",
        "١.٢.٠",
        "1.2.x.x",
    ] {
        assert!(!is_pin(odd), "{odd}");
    }
}

#[test]
fn versions_are_read_in_every_shape() {
    let read = |body: Value| versions(&body.to_string());
    let both = Some(vec!["2.0.0".to_owned(), "1.2.0".to_owned()]);
    let objects = json!([{"version": "2.0.0", "pinned": false}, {"version": "1.2.0", "pinned": true}]);
    assert_eq!(read(json!({"connector_profile_id": "p1", "pinned_version": "1.2.x", "data": objects})), both);
    assert_eq!(read(json!({"versions": ["2.0.0", "1.2.0"]})), both);
    assert_eq!(read(objects), both);
    assert_eq!(
        read(json!(["2.0.0", null, {}, {"version": 7.5}, true, "", [], "1.2.0"])).unwrap(),
        ["2.0.0", "7.5", "1.2.0"]
    );
    for none in [
        json!({"data": []}),
        json!({"items": [1, 2]}),
        json!({}),
        json!(null),
        json!("2.0.0"),
        json!({"data": {"version": "1"}}),
    ] {
        assert_eq!(read(none.clone()), None, "{none}");
    }
    for none in ["", "<html>", "[\"1.2.0\"", "{\"data\": [\"1.2.0\"]} x"] {
        assert_eq!(versions(none), None, "{none}");
    }
}

/// An independent implementation of the same rule.
fn expected(text: &str) -> bool {
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split('.').collect::<Vec<_>>()[..] {
        ["latest"] => true,
        [major, "x", "x"] => number(&major),
        [major, minor, "x"] => number(&major) && number(&minor),
        [major, minor, patch] => [major, minor, patch].iter().all(number),
        _ => false,
    }
}

proptest! {
    #![proptest_config(properties(2000))]

    #[test]
    fn only_valid_pins_are_accepted(text in "(latest|[0-9x.^~ ]{0,8}|[0-9]{1,3}(\\.([0-9]{1,3}|x)){0,4}|\\PC{0,6})") {
        prop_assert_eq!(is_pin(&text), expected(&text), "{}", text);
    }

    /// For any text: no panic, and no version that the text does not contain.
    #[test]
    fn no_answer_is_too_odd(text in "[\\[\\]{}\":,a-z0-9. ]{0,60}") {
        for version in versions(&text).unwrap_or_default() {
            prop_assert!(text.contains(&version));
        }
    }
}
