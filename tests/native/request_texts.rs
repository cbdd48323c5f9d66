//! The requests that write, as data and as text: the documented body, the command in a real shell, the JSON in an
//! independent parser. Neither contains a secret unless asked for.

use std::process::Command;

use crate::fixtures::cases::{API_KEY, KEY, SECRET, good_draft, properties, to_serde};
use proptest::prelude::*;
use serde_json::{Value, json};
use stackone_connector_profile::profile::{CheckContext, Draft, Extent, Profile, Secret, check};
use stackone_connector_profile::salesforce::Environment;
use stackone_connector_profile::stackone::{
    ApiConfig, ConfigSource, ConfigSources, ConnectorProfile, Json, ProfileChange, ProfileFlags, Request, Show, write,
};

fn profile() -> Profile {
    check(&good_draft(), &CheckContext::default(), Extent::Whole).profile().unwrap()
}

/// The configuration of the API, and the members that cannot be used.
fn read(json: &str) -> (ApiConfig, Vec<String>) {
    let mut sources = ConfigSources::host(Json::parse(json).unwrap());
    (ApiConfig::read(&mut sources), sources.unusable(ConfigSource::Host))
}

fn config(json: &str) -> ApiConfig {
    let (config, unusable) = read(json);
    assert!(unusable.is_empty(), "{unusable:?}");
    config
}

fn body(request: &Request) -> Value {
    to_serde(request.body.as_ref().unwrap())
}

/// The words into which a POSIX shell splits a command.
fn words(command: &str) -> Vec<String> {
    let script = ["curl() { for word in \"$@\"; do printf '%s\\0' \"$word\"; done; }\n", command].concat();
    let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{command}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

#[test]
fn a_create_is_the_assumed_request() {
    let request = write::create(&profile(), "Salesforce (Production)", &ApiConfig::default());
    assert_eq!((request.method, request.url.as_str()), ("POST", "https://api.stackone.com/connector_profiles"));
    let expected = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "production",
        "name": "Salesforce (Production)", "default": false,
        "credentials": { "clientId": KEY, "clientSecret": SECRET },
    });
    assert_eq!(body(&request), expected);
}

#[test]
fn own_scopes_and_actions_are_sent_and_my_domain_is_not() {
    let draft = Draft {
        scopes: "API, refresh_token".to_owned(),
        actions: Some(vec!["salesforce_get_contact".to_owned()].into()),
        my_domain: "acme.my.salesforce.com".to_owned(),
        ..good_draft()
    };
    let profile = check(&draft, &CheckContext::default(), Extent::Whole).profile().unwrap();
    let request = write::create(&profile, "N", &ApiConfig::default());
    assert_eq!(body(&request)["credentials"]["scopes"], "api refresh_token");
    assert_eq!(body(&request)["enabled_actions"], json!(["salesforce_get_contact"]));
    assert!(!request.json(Show::Secrets).contains("my.salesforce.com"));
}

#[test]
fn a_secret_among_the_actions_is_not_shown() {
    let ids = vec![SECRET.to_lowercase(), "salesforce_get_contact".to_owned(), format!("x{SECRET}")];
    let draft = Draft { actions: Some(ids.clone().into()), ..good_draft() };
    let profile = check(&draft, &CheckContext::default(), Extent::Whole).profile().unwrap();
    let request = write::create(&profile, "N", &ApiConfig::default());
    let shown = request.curl(&ApiConfig::default(), None, Show::Redacted).to_lowercase();
    assert!(shown.contains("salesforce_get_contact") && !shown.contains(&SECRET.to_lowercase()), "{shown}");
    assert_eq!(body(&request)["enabled_actions"], json!(ids), "what is sent is what was typed");
}

#[test]
fn method_path_and_fields_can_be_configured() {
    let config = config(
        r#"{"apiBaseUrl": "/stackone/", "create": {"method": "put", "path": "/v2/profiles",
            "fields": {"clientId": "config.key", "clientSecret": "config.deep.secret", "default": "", "name": "label"}}}"#,
    );
    let request = write::create(&profile(), "N", &config);
    assert_eq!((request.method, request.url.as_str()), ("PUT", "/stackone/v2/profiles"));
    let expected = json!({
        "connector_key": "salesforce", "authentication_config_key": "oauth2", "environment": "production", "label": "N",
        "config": { "key": KEY, "deep": { "secret": SECRET } },
    });
    assert_eq!(body(&request), expected);
    let command = request.curl(&config, Some(&Secret::from(API_KEY)), Show::Secrets);
    assert!(words(&command).contains(&"https://api.stackone.com/v2/profiles".to_owned()), "{command}");
}

#[test]
fn values_that_cannot_be_used_are_named_and_the_rest_holds() {
    let odd =
        r#"{"apiBaseUrl": "javascript:alert(1)", "auth": "cookie", "timeoutSeconds": 0, "create": {"method": "GET"}}"#;
    let (config, names) = read(odd);
    assert_eq!(names, ["apiBaseUrl", "auth", "timeoutSeconds", "create"]);
    assert_eq!((config.base_url(), config.timeout_ms()), ("https://api.stackone.com", 30_000));
    assert_eq!(write::create(&profile(), "N", &config).method, "POST");
    // A browser takes this as a relative path; other parsers take it as an absolute URL.
    for space in ["\u{a0}", "\u{3000}", "\u{2028}"] {
        let hidden = format!(r#"{{"apiBaseUrl": "{space}https://stackone.example"}}"#);
        assert_eq!(
            (read(&hidden).0.base_url(), read(&hidden).1),
            ("https://api.stackone.com", vec!["apiBaseUrl".to_owned()])
        );
    }
    assert_eq!(read(r#"{"apiBaseUrl": " https://stackone.example\n"}"#).0.base_url(), "https://stackone.example");
    assert_eq!(read(r#"{"create": {"fields": {"secret": "x"}}}"#).1, ["create"]);
    assert_eq!(read(r#"{"create": []}"#).1, ["create"]);
    for auth in ["api-key", "host", "none"] {
        assert_eq!(read(&format!(r#"{{"auth": "{auth}"}}"#)).1, [""; 0], "{auth}");
    }
    assert_eq!(read(r#"{"timeoutSeconds": "45", "auth": null, "view": "form"}"#).0.timeout_ms(), 45_000);
}

#[test]
fn a_change_sends_only_what_differs() {
    let existing = |environment: &str| ConnectorProfile {
        id: "a/b?c".to_owned(),
        name: "Old".to_owned(),
        environment: environment.to_owned(),
        ..ConnectorProfile::default()
    };
    let change = |typed: &Profile, flags: ProfileFlags, allows_all: bool| {
        let opened = existing("production");
        write::update(&opened.id, &ProfileChange::diff(&opened, typed, flags, allows_all), &ApiConfig::default())
    };
    let off = ProfileFlags::default();
    let blank = Profile { client_id: String::new(), client_secret: Secret::default(), ..profile() };
    let request = change(&blank, off, false);
    assert_eq!(request.method, "PATCH");
    assert_eq!(request.url, "https://api.stackone.com/connector_profiles/a%2Fb%3Fc");
    assert_eq!(body(&request), json!({}));
    let same_name = Profile { name: Some("Old".to_owned()), ..blank.clone() };
    assert_eq!(body(&change(&same_name, off, false)), json!({}));
    let other = Profile { name: Some("New".to_owned()), environment: Some(Environment::Sandbox), ..profile() };
    let expected =
        json!({ "environment": "sandbox", "name": "New", "credentials": { "clientId": KEY, "clientSecret": SECRET } });
    let switched = change(&same_name, ProfileFlags { default: true, enabled: true }, true);
    assert_eq!(body(&switched), json!({"default": true, "active": true, "enabled_actions": null}));
    assert_eq!(body(&change(&other, off, false)), expected);
}

#[test]
fn the_command_carries_the_key_as_it_would_be_sent() {
    let request = write::create(&profile(), "N", &ApiConfig::default());
    let user = |key: Option<&str>, show| {
        let command = request.curl(&ApiConfig::default(), key.map(Secret::from).as_ref(), show);
        let words = words(&command);
        words[words.iter().position(|word| word == "--user").unwrap() + 1].clone()
    };
    assert_eq!(user(Some(API_KEY), Show::Secrets), [API_KEY, ":"].concat());
    assert_eq!(user(Some(API_KEY), Show::Redacted), "‹redacted›:");
    assert_eq!(user(None, Show::Secrets), "YOUR_STACKONE_API_KEY:");
    // Whitespace around a pasted key is not sent, so the command does not contain it.
    assert_eq!(user(Some(&[" ", API_KEY, "\n"].concat()), Show::Secrets), [API_KEY, ":"].concat());
}

fn odd_text() -> impl Strategy<Value = String> {
    let signs = "['\"\\\\$`!*?~;&|<>(){}\\[\\]#%=@ \u{0}\n\r\t\u{1b}\u{7f}\u{85}\u{2028}é🐙a-c-]{0,16}";
    prop_oneof![signs, any::<String>()]
}

proptest! {
    #![proptest_config(properties(200))]

    #[test]
    fn a_shell_and_a_parser_get_back_what_went_in(
        name in odd_text(), client_id in odd_text(), secret in odd_text(), scopes in prop::collection::vec(odd_text().prop_map(|text| text + "x"), 0..3),
        actions in prop::option::of(prop::collection::vec(odd_text(), 0..3)), key in "[!-~]{1,20}",
    ) {
        let client_secret = Secret::from(secret.as_str());
        let (own_scopes, own_actions) = (scopes.clone(), actions.clone().map(Into::into));
        let profile =
            Profile { client_id: client_id.clone(), client_secret, scopes: own_scopes, actions: own_actions, ..profile() };
        let request = write::create(&profile, &name, &ApiConfig::default());
        let parsed = serde_json::from_str::<Value>(&request.json(Show::Secrets)).unwrap();
        prop_assert_eq!(&parsed["name"], &name);
        let sent = |value: &str| if value.is_empty() { Value::Null } else { Value::from(value) };
        prop_assert_eq!(&parsed["credentials"]["clientId"], &sent(&client_id));
        prop_assert_eq!(&parsed["credentials"]["scopes"], &sent(&scopes.join(" ")));
        if !profile.client_secret.is_blank() {
            prop_assert_eq!(&parsed["credentials"]["clientSecret"], &secret);
        }
        prop_assert_eq!(parsed.get("enabled_actions").cloned(), actions.map(Value::from));

        let command = request.curl(&ApiConfig::default(), Some(&Secret::from(key.as_str())), Show::Secrets);
        let expected = [
            "--request", "POST", "https://api.stackone.com/connector_profiles", "--user", &[&key, ":"].concat(),
            "--header", "Content-Type: application/json", "--data", &request.json(Show::Secrets),
        ];
        prop_assert_eq!(words(&command), expected);
    }

    #[test]
    fn nothing_redacted_holds_a_secret(
        name in odd_text(), secret in "[A-Za-z0-9]{24,64}", key in "v1\\.eu1\\.[A-Za-z0-9]{24}",
    ) {
        let profile = Profile { client_secret: Secret::from(secret.as_str()), ..profile() };
        let request = write::create(&profile, &name, &ApiConfig::default());
        let json = request.json(Show::Redacted);
        let command = request.curl(&ApiConfig::default(), Some(&Secret::from(key.as_str())), Show::Redacted);
        let debug = format!("{request:?}{profile:?}");
        for text in [&json, &command, &debug] {
            prop_assert!(!text.contains(&secret) && !text.contains(&key), "{text}");
        }
        let parsed = serde_json::from_str::<Value>(&json).unwrap();
        prop_assert_eq!(&parsed["credentials"]["clientSecret"], "‹redacted›");
        prop_assert_eq!(&parsed["name"], &name);
    }
}

/// As a person reads it.
#[test]
fn a_body_is_written_line_by_line_and_level_by_level() {
    let json = r#"{"a": {"b": ["c d", [], {"e": 1.5}]}, "f": "\u0001\u001f\n"}"#;
    let expected = [
        "{",
        "  \"a\": {",
        "    \"b\": [",
        "      \"c d\",",
        "      [],",
        "      {",
        "        \"e\": 1.5",
        "      }",
        "    ]",
        "  },",
        r#"  "f": "\u0001\u001f\n""#,
        "}",
    ];
    let body = Json::parse(json);
    let request = Request { method: "POST", url: String::new(), body };
    assert_eq!(request.json(Show::Redacted), expected.join("\n"));
}
