//! The check of a draft, case by case: the files list what was typed and exactly the issues that follow. Together they
//! cover the whole table of issues.

use std::collections::BTreeSet;

use crate::fixtures::cases::{
    self, all_named, cases, context_of, draft_of, file, good_draft, named, properties, rows, texts, written_out,
};
use proptest::prelude::*;
use stackone_connector_profile::profile::{CheckContext, Code, Draft, Extent, Field, Secret, check};
use stackone_connector_profile::salesforce::ScopeList;
use stackone_connector_profile::salesforce::scopes::SCOPES;

const FILES: [&str; 2] = ["draft_cases.json", "further_draft_cases.json"];

fn table() -> BTreeSet<String> {
    file("issues.txt").lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn every_draft_raises_the_issues_of_its_case_and_no_others() {
    let mut wrong = Vec::new();
    for case in FILES.iter().flat_map(|name| cases(name)) {
        let report = check(&draft_of(&case), &context_of(&case), Extent::Whole);
        let mut expected = texts(&case["expect"]);
        expected.sort();
        if all_named(&report) != expected {
            wrong.push(format!("{}: expected {expected:?}, got {:?}", case["why"], all_named(&report)));
        }
        if let Some(scopes) = case["scopes"].as_str() {
            assert_eq!(report.normalized.scopes.names.join(" "), scopes, "{}", case["why"]);
        }
        let valid = !expected.iter().any(|issue| issue.starts_with("error"));
        assert_eq!((report.is_valid(), report.profile().is_some()), (valid, valid), "{}", case["why"]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_cases_raise_every_issue_of_the_table_and_nothing_beside_it() {
    let drafts = FILES.iter().flat_map(|name| cases(name));
    let mut raised = drafts
        .flat_map(|case| check(&draft_of(&case), &context_of(&case), Extent::Whole).issues)
        .map(|issue| named(&issue))
        .collect::<BTreeSet<_>>();
    for row in ["my_domain_cases.tsv", "further_my_domain_cases.tsv"].iter().flat_map(|name| rows(name)) {
        let draft = Draft { environment: row[0].clone(), my_domain: row[1].clone(), ..good_draft() };
        raised.extend(check(&draft, &CheckContext::default(), Extent::Whole).issues.iter().map(named));
    }
    assert_eq!(raised, table());
}

#[test]
fn without_the_secret_everything_else_is_checked() {
    for secret in ["", "•••", "abc"] {
        let draft = Draft { client_id: String::new(), client_secret: Secret::from(secret), ..good_draft() };
        let report = check(&draft, &CheckContext::default(), Extent::WithoutSecret);
        assert_eq!(all_named(&report), ["error clientId required"]);
    }
}

#[test]
fn a_change_may_leave_key_and_secret_blank_but_a_new_key_needs_its_secret() {
    let checked = |id: &str, secret: &str| {
        let draft =
            Draft { client_id: written_out(id), client_secret: Secret::new(written_out(secret)), ..good_draft() };
        all_named(&check(&draft, &CheckContext::default(), Extent::Changes))
    };
    let none: [&str; 0] = [];
    assert_eq!(checked(" ", "\n"), none);
    assert_eq!(checked("⟨KEY⟩", "⟨SECRET⟩"), none);
    assert_eq!(checked("", "⟨SECRET⟩"), none);
    assert_eq!(checked("⟨KEY⟩", ""), ["error clientSecret required"]);
    assert_eq!(checked("", "abc"), ["error clientSecret too-short"]);
    assert_eq!(checked("abc", "⟨SECRET⟩"), ["error clientId too-short"]);
}

#[test]
fn the_label_of_every_scope_becomes_its_names() {
    for scope in SCOPES.iter().filter(|scope| !scope.label.is_empty()) {
        let text = [&scope.full_label(), ", refresh_token"].concat();
        let report = check(&Draft { scopes: text, ..good_draft() }, &CheckContext::default(), Extent::Whole);
        let mut names = scope.names.split(", ").map(str::to_owned).collect::<Vec<_>>();
        if !names.iter().any(|name| name == "refresh_token") {
            names.push("refresh_token".to_owned());
        }
        assert_eq!(report.normalized.scopes.names, names);
        assert_eq!(all_named(&report), ["warning scopes normalised"]);
    }
    assert_eq!(SCOPES.len(), 36);
}

#[test]
fn names_and_labels_may_be_mixed_in_any_order() {
    for (text, names) in [
        ("api Perform requests at any time (refresh_token, offline_access)", "api refresh_token offline_access"),
        ("Perform requests at any time (refresh_token, offline_access) api", "refresh_token offline_access api"),
        ("Order_Read Manage user data via APIs (api), openid", "Order_Read api openid"),
        ("MANAGE USER DATA VIA APIS (API)\nFull access (full)", "api full"),
        ("openid, Access and manage your data (api); web", "openid api web"),
        ("openid\r\nAccess and manage your data (api)", "openid api"),
        ("api (refresh_token)", "api refresh_token"),
        ("web,openid (api)", "web openid api"),
        ("(api) (refresh_token)", "api refresh_token"),
        ("API;;,web\n\napi", "api web"),
        ("Order_Read order_read", "Order_Read order_read"),
    ] {
        let list = ScopeList::parse(text);
        assert_eq!(list.names.join(" "), names, "{text:?}");
    }
}

#[test]
fn the_profile_of_a_good_draft_is_trimmed_and_tidied() {
    let draft = Draft {
        name: " Sales\n".to_owned(),
        client_id: written_out("\u{a0}⟨KEY⟩"),
        client_secret: Secret::new(written_out("⟨SECRET⟩\u{200b}")),
        scopes: "API,\nrefresh_token".to_owned(),
        environment: " sandbox ".to_owned(),
        my_domain: "https://ACME--x.sandbox.lightning.force.com/a".to_owned(),
        actions: Some(vec!["a".to_owned()].into()),
    };
    let profile = check(&draft, &CheckContext::default(), Extent::Whole).profile().unwrap();
    assert_eq!(profile.name.as_deref(), Some("Sales"));
    assert_eq!(profile.client_id, cases::KEY);
    assert_eq!(profile.client_secret.expose(), cases::SECRET);
    assert_eq!(profile.scopes, ["api", "refresh_token"]);
    assert_eq!(profile.environment.map(|environment| environment.name()), Some("sandbox"));
    assert_eq!(profile.my_domain.unwrap().as_str(), "acme--x.sandbox.my.salesforce.com");
    assert_eq!(profile.actions, Some(vec!["a".to_owned()].into()));
}

/// Texts that are nearly valid for one field or another.
fn nasty() -> impl Strategy<Value = String> {
    let whole = prop::sample::select(
        "⟨KEY⟩|⟨SECRET⟩|3MVG9|5Aep861|00D!|a@b.co|•••|api refresh_token|API, x-y|acme.my.salesforce.com|login.salesforce.com|\
         acme--x.sandbox.my.salesforce.com|acme.lightning.force.com|production|sandbox|⟨x×256⟩|⟨x×257⟩|⟨7×19⟩"
            .split('|')
            .collect::<Vec<_>>(),
    );
    let whole = whole.prop_map(written_out);
    prop_oneof![
        whole.clone(),
        any::<String>(),
        "[ -~]{0,12}",
        (whole, prop::sample::select(vec!["", " ", "\n", "\"", "é", "\u{200b}", ","]))
            .prop_map(|(a, b)| [a, b.into()].concat())
    ]
}

proptest! {
    #![proptest_config(properties(1000))]

    #[test]
    fn one_field_has_one_error_and_no_warning_beside_it(
        name in nasty(), client_id in nasty(), secret in nasty(), scopes in nasty(), environment in nasty(), my_domain in nasty(),
        actions in prop::option::of(prop::collection::vec("[ab]", 0..3)), names in prop::collection::vec(nasty(), 0..3),
    ) {
        let client_secret = Secret::new(secret);
        let unknown_actions = actions.iter().flatten().filter(|id| *id != "a").cloned().collect();
        let actions = actions.map(Into::into);
        let draft = Draft { name, client_id, client_secret, scopes, environment, my_domain, actions };
        let context = CheckContext { names, unknown_actions, ..CheckContext::default() };
        let report = check(&draft, &context, Extent::Whole);
        for &field in Field::ALL {
            let of_field = || report.issues.iter().filter(|issue| issue.field == field);
            let errors = of_field().filter(|issue| issue.is_error()).collect::<Vec<_>>();
            prop_assert!(errors.is_empty() || of_field().count() == errors.len(), "{:?}", of_field().collect::<Vec<_>>());
            prop_assert!(errors.len() <= 1 || errors.iter().all(|issue| issue.code == Code::MalformedScope), "{errors:?}");
        }
        let table = table();
        for issue in &report.issues {
            prop_assert!(table.contains(&named(issue)), "{issue:?} is not in the table");
        }
    }
}
