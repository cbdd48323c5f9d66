//! My Domain, case by case: the files list the issues and the host for an environment and a typed address. An
//! independent URL parser checks every accepted host.

use crate::fixtures::cases::{good_draft, properties, rows};
use proptest::prelude::*;
use stackone_connector_profile::profile::{CheckContext, Draft, Extent, Field, check};
use stackone_connector_profile::salesforce::{Environment, HostError, HostNote, MyDomain};
use url::Url;

const SUFFIXES: [&str; 3] = [".my.salesforce.com", ".my.salesforce.mil", ".my.sfcrmproducts.cn"];

/// The issues of an address, and the host.
fn checked(environment: &str, address: &str) -> (Vec<&'static str>, Option<String>) {
    let draft = Draft { environment: environment.to_owned(), my_domain: address.to_owned(), ..good_draft() };
    let report = check(&draft, &CheckContext::default(), Extent::Whole);
    let issues = report.issues.iter().filter(|issue| issue.field == Field::MyDomain);
    (issues.map(|issue| issue.code.name()).collect(), report.normalized.my_domain.map(|host| host.as_str().to_owned()))
}

#[test]
fn every_address_gets_the_verdict_and_the_host_of_its_case() {
    let mut wrong = Vec::new();
    for row in ["my_domain_cases.tsv", "further_my_domain_cases.tsv"].iter().flat_map(|name| rows(name)) {
        let [environment, address, verdict, host] = row.as_slice() else { panic!("{row:?}") };
        let codes = verdict.split(',').filter(|code| *code != "ok").collect::<Vec<_>>();
        let expected = (codes, Some(host.clone()).filter(|host| !host.is_empty()));
        let got = checked(environment, address);
        if got != expected {
            wrong.push(format!("{environment} {address:?}: expected {expected:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_host_that_is_longer_than_dns_allows_is_malformed() {
    let label = "a".repeat(63);
    let long = [label.as_str(); 4].join(".");
    assert_eq!(checked("production", &[&long, ".my.salesforce.com"].concat()), (vec!["malformed-host"], None));
    let short = MyDomain::parse("a.example.com").unwrap_err();
    for (length, error) in [(253, short), (254, HostError::Malformed)] {
        let host = [&long[..length - 12], ".example.com"].concat();
        assert_eq!((host.len(), MyDomain::parse(&host).unwrap_err()), (length, error));
    }
}

#[test]
fn a_label_that_only_looks_like_an_encoded_name_is_refused_or_can_be_opened() {
    for host in ["xn--a.my.salesforce.com", "xn--0.sandbox.my.salesforce.com", "xn--zzzzzzzz.my.salesforce.com"] {
        if let Ok(domain) = MyDomain::parse(host) {
            assert!(Url::parse(&["https://", domain.host.as_str()].concat()).is_ok(), "no browser opens {host}");
        }
    }
}

#[test]
fn letters_that_lowercase_to_ascii_resolve_as_in_a_browser() {
    let kelvin = MyDomain::parse("https://a\u{212a}me.my.salesforce.com").map(|domain| domain.host.as_str().to_owned());
    let opened = Url::parse("https://a\u{212a}me.my.salesforce.com").unwrap().host_str().map(str::to_owned);
    assert!(kelvin.is_err() || kelvin.ok() == opened);
}

#[test]
fn the_login_hosts_are_those_of_salesforce() {
    assert_eq!(Environment::Production.login_host().as_str(), "login.salesforce.com");
    assert_eq!(Environment::Sandbox.login_host().as_str(), "test.salesforce.com");
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z0-9]{1,8}",
        2 => prop::sample::select(vec!["sandbox", "develop", "free", "na44", "cs33", "my", "login", "acme--x", "xyz"])
            .prop_map(str::to_owned),
        1 => "[a-zA-Z0-9-]{0,5}",
        1 => "\\PC{0,3}",
    ]
}

fn near_valid() -> impl Strategy<Value = String> {
    let before = prop::sample::select(vec![
        "",
        "",
        "",
        " ",
        "https://",
        "https://",
        "HTTPS://",
        "http://",
        "//",
        "https:/",
        "u@",
        "https://u:p@",
    ]);
    let after = prop::sample::select(vec![
        "",
        "",
        "",
        "/",
        ":443",
        ":80",
        ":",
        "/a?b#c",
        "?a=https://x",
        "\\x",
        ".",
        "#",
        "\u{200b}\n",
        "@evil.example",
        ".evil.example",
    ]);
    let suffix = prop::sample::select(vec![
        "my.salesforce.com",
        "my.salesforce.com",
        "my.salesforce.mil",
        "my.sfcrmproducts.cn",
        "lightning.force.com",
        "my.salesforce-setup.com",
        "lightning.crmforce.mil",
        "lightning.sfcrmapps.cn",
        "salesforce.com",
        "my.site.com",
        "evil.example",
    ]);
    (before, prop::collection::vec(label(), 0..3), suffix, after).prop_map(|(before, labels, suffix, after)| {
        [before, &labels.join("."), if labels.is_empty() { "" } else { "." }, suffix, after].concat()
    })
}

proptest! {
    #![proptest_config(properties(4000))]

    #[test]
    fn an_accepted_host_is_one_of_salesforce_to_any_parser_and_is_accepted_again(address in near_valid()) {
        if let Ok(domain) = MyDomain::parse(stackone_connector_profile::profile::trim(&address)) {
            let host = domain.host.as_str();
            prop_assert!(SUFFIXES.iter().any(|suffix| host.ends_with(suffix) && host.len() > suffix.len()), "{host}");
            let url = Url::parse(&["https://", host, "/services"].concat());
            prop_assume!(!host.starts_with("xn--") || url.is_ok()); // has a test of its own
            let url = url.unwrap();
            prop_assert_eq!(url.host_str(), Some(host));
            let again = MyDomain::parse(host).unwrap();
            prop_assert_eq!(&again.host, &domain.host);
            prop_assert_eq!(again.environment, domain.environment);
            let notes = domain.notes.iter().filter(|note| **note != HostNote::Rewritten).copied().collect::<Vec<_>>();
            prop_assert_eq!(again.notes, notes);
        }
    }

    #[test]
    fn an_accepted_https_address_is_the_host_that_a_browser_would_open_unless_it_was_rewritten(address in near_valid()) {
        if let (Ok(domain), Ok(url)) = (MyDomain::parse(address.trim()), Url::parse(address.trim()))
            && !domain.notes.contains(&HostNote::Rewritten) && url.scheme() == "https"
        {
            prop_assert_eq!(url.host_str(), Some(domain.host.as_str()));
        }
    }
}
