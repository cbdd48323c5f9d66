//! Normalizing twice equals normalizing once, and no typed, pasted, configured or received text makes a parser panic.

use crate::fixtures::cases::properties;
use proptest::prelude::*;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::{Settings, State};
use stackone_connector_profile::features::form::Form;
use stackone_connector_profile::i18n::Words;
use stackone_connector_profile::profile::{CheckContext, Draft, Extent, Secret, check, trim};
use stackone_connector_profile::salesforce::{MyDomain, ScopeList};
use stackone_connector_profile::stackone::actions::Catalogue;
use stackone_connector_profile::stackone::{
    Answer, ApiConfig, ConfigSources, ErrorBody, Json, Page, UnixTime, retry_after,
};

/// Text that tends to break parsers: all kinds of brackets, punctuation, spaces and widths, in any order.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "(",
        ")",
        "((",
        "))",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\\",
        "\\u",
        "\\ud800",
        ":",
        "://",
        "@",
        ".",
        "..",
        ",",
        ";",
        "-",
        "--",
        "//",
        "%",
        "+",
        "=",
        "&",
        "?",
        "#",
        "*",
        "…",
        "•",
        "é",
        "ß",
        "İ",
        "\u{212a}",
        "\u{1f419}",
        "\u{301}",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
        "\u{202e}",
        "\u{ad}",
        "\u{0}",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        " ",
        "\t",
        "\n",
        "\r\n",
        "0",
        "443",
        "65536",
        "18446744073709551616",
        "-1",
        "1e9",
        "api",
        "API",
        "refresh_token",
        "Full access (full)",
        "Order_Read",
        "Perform requests at any time",
        "https",
        "http:",
        "acme",
        "sandbox",
        "my.salesforce.com",
        "lightning.force.com",
        "login.",
        "3MVG9",
        "5Aep861",
        "00D",
        "!",
        "GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "\"message\":",
        "\"data\":",
        "null",
        "true",
    ]);
    let pieced = prop::collection::vec(pieces, 0..16).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieced, 1 => any::<String>(), 1 => "[ -~]{0,30}"]
}

/// JSON with StackOne's structure and unexpected values.
fn odd_json() -> impl Strategy<Value = String> {
    let names = "message page_size total data id name environment error provider_errors raw apiBaseUrl auth create fields path method \
                 theme messages timeoutSeconds scopes next actions scope_definitions includes required_scopes label description";
    let name = prop::sample::select(names.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let leaf = prop_oneof![
        nasty().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        any::<bool>().prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    let tree = leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::vec((name.clone(), inner.clone()), 0..6)
                .prop_map(|members| members.into_iter().collect()),
            inner.prop_map(|inner| serde_json::Value::from(inner.to_string())),
        ]
    });
    tree.prop_map(|tree| tree.to_string())
}

/// Reads a list of actions and calls every accessor.
fn read_actions(text: &str) {
    let mut catalogue = Catalogue::default();
    let next = catalogue.read(text).flatten();
    let _ = Catalogue::request(next.as_deref(), &ApiConfig::default());
    for action in catalogue.all() {
        assert_eq!(catalogue.find(&action.id).map(|found| &found.id), Some(&action.id));
        assert!(
            catalogue.search(&action.label).iter().any(|place| catalogue.at(*place).unwrap().id == action.id),
            "{action:?}"
        );
        let least = catalogue.minimal(&action.scopes);
        assert!(action.scopes.iter().all(|scope| least.iter().any(|kept| catalogue.implies(kept, scope))));
    }
    assert_eq!(catalogue.all().count(), catalogue.count());
    let _ = (catalogue.find(text), catalogue.search(text));
}

proptest! {
    #![proptest_config(properties(3000))]

    #[test]
    fn a_trimmed_text_is_trimmed(text in nasty()) {
        let once = trim(&text);
        prop_assert_eq!(trim(once), once);
        prop_assert!(text.contains(once));
    }

    #[test]
    fn a_tidied_list_of_scopes_is_tidy_and_holds_each_name_once(text in nasty()) {
        let once = ScopeList::parse(&text);
        let twice = ScopeList::parse(&once.names.join(" "));
        prop_assert_eq!(&twice.names, &once.names);
        prop_assert!(!twice.tidied);
        for name in &once.names {
            prop_assert_eq!(once.names.iter().filter(|other| *other == name).count(), 1);
            prop_assert!(!name.is_empty() && !name.contains(|c: char| c.is_whitespace() || ",;()".contains(c)), "{name:?}");
        }
    }

    #[test]
    fn a_list_that_was_not_tidied_is_what_was_typed_but_for_white_space(text in nasty()) {
        let list = ScopeList::parse(&text);
        if !list.tidied {
            let is_space = |c: char| c.is_whitespace() || trim(&c.to_string()).is_empty();
            let words = text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>();
            prop_assert_eq!(list.names, words);
        }
    }

    #[test]
    fn a_normalized_draft_has_the_same_issues_but_normalization(
        name in nasty(), client_id in nasty(), scopes in nasty(), environment in nasty(), my_domain in nasty(),
    ) {
        let draft = Draft { name, client_id, scopes, environment, my_domain, ..Draft::default() };
        let once = check(&draft, &CheckContext::default(), Extent::WithoutSecret);
        let tidied = Draft {
            name: once.normalized.name.clone(),
            client_id: once.normalized.client_id.clone(),
            scopes: once.normalized.scopes.names.join(" "),
            environment: once.normalized.environment.clone(),
            my_domain: once.normalized.my_domain.clone().map_or(draft.my_domain, |host| host.as_str().to_owned()),
            ..Draft::default()
        };
        let twice = check(&tidied, &CheckContext::default(), Extent::WithoutSecret);
        let codes = |report: &stackone_connector_profile::profile::Report| {
            let codes = report.issues.iter().map(|issue| (issue.field.name(), issue.code.name()));
            codes.filter(|(_, code)| !matches!(*code, "normalised" | "rewritten-host")).collect::<Vec<_>>()
        };
        prop_assert_eq!(codes(&twice), codes(&once));
    }

    #[test]
    fn nothing_typed_makes_the_form_panic(
        name in nasty(), client_id in nasty(), secret in nasty(), scopes in nasty(), environment in nasty(), my_domain in nasty(),
        actions in prop::option::of(prop::collection::vec(nasty(), 0..3)), key in nasty(), extent in 0..3_usize,
    ) {
        let (client_secret, actions) = (Secret::new(secret), actions.map(Into::into));
        let draft = Draft { name, client_id, client_secret, scopes, environment, my_domain, actions };
        let extent = [Extent::Whole, Extent::WithoutSecret, Extent::Changes][extent];
        let _ = check(&draft, &CheckContext::default(), extent).profile();
        let state = State {
 form: Form { draft, api_key: Secret::new(key), ..Form::default() }, ..State::new(Settings::default()) };
        let _ = view(&state);
    }

    #[test]
    fn nothing_pasted_or_answered_makes_a_reader_panic(text in nasty(), number in 0..4_usize, now in any::<u64>()) {
        let _ = MyDomain::parse(&text);
        let _ = Json::parse(&text);
        let _ = Page::read(&text, number);
        read_actions(&text);
        let _ = ErrorBody::field(&text, &Default::default());
        prop_assert!(ErrorBody::read(&text).redacted(&[]).messages.iter().all(|message| message.chars().count() <= 501));
        let answer = Answer { retry_after: Some(text.clone()), date: Some(text), now: UnixTime(now), ..Answer::default() };
        prop_assert!(retry_after::seconds(&answer) <= 600);
    }

    #[test]
    fn no_json_makes_a_reader_panic(text in odd_json(), number in any::<usize>()) {
        let json = Json::parse(&text).unwrap();
        let _ = Page::read(&text, number);
        for text in [text.clone(), format!(r#"{{"data": {text}}}"#), format!(r#"{{"data": [{text}]}}"#)] {
            read_actions(&text);
        }
        let _ = ErrorBody::read(&text);
        let settings = Settings::read(ConfigSources::host(json));
        prop_assert!(settings.api.timeout_ms() >= 1000);
        prop_assert!(!settings.api.base_url().ends_with('/'));
        let _ = view(&State::new(settings));
    }

    #[test]
    fn no_wording_of_a_host_page_makes_filling_panic(words in nasty(), value in nasty()) {
        let mut own = Words::default();
        own.replace("summary.many", &words);
        let key = stackone_connector_profile::i18n::TextKey::SummaryMany;
        let _ = own.fill(key, &[("count", &value)]);
        let _ = own.issue(&value, &value, &value);
    }
}
