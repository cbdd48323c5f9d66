//! Links into Setup: at the org's own URL, whatever its kind, and only if that URL is known.

use crate::fixtures::cases::properties;
use crate::fixtures::guide::Person;
use proptest::prelude::*;
use stackone_connector_profile::features::guide::Pkce;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::salesforce::{MyDomain, SetupPage};
use url::Url;

/// Each page, its path, and the label of its link.
const PAGES: [(SetupPage, &str, TextKey); 3] = [
    (SetupPage::AppManager, "/lightning/setup/NavigationMenus/home", TextKey::OpenManager),
    (SetupPage::ExternalClientApps, "/lightning/setup/ManageExternalClientApplication/home", TextKey::OpenApps),
    (SetupPage::Oauth, "/lightning/setup/OauthOidcSettings/home", TextKey::OpenOauth),
];

/// What a person copies, and the org's host.
const ORGS: [(&str, &str); 8] = [
    ("acme.my.salesforce.com", "acme.my.salesforce.com"),
    (" HTTPS://Acme.my.salesforce.com/ ", "acme.my.salesforce.com"),
    ("https://acme.lightning.force.com/lightning/page/home", "acme.my.salesforce.com"),
    ("https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home", "acme.my.salesforce.com"),
    ("https://acme--dev.sandbox.lightning.force.com/x?y#z", "acme--dev.sandbox.my.salesforce.com"),
    ("acme-dev-ed.develop.my.salesforce.com", "acme-dev-ed.develop.my.salesforce.com"),
    ("https://acme--uat.sandbox.lightning.crmforce.mil/", "acme--uat.sandbox.my.salesforce.mil"),
    ("https://acme.lightning.sfcrmapps.cn/lightning/page/home", "acme.my.sfcrmproducts.cn"),
];

/// The links of a step: URL and label.
fn links(person: &Person) -> Vec<(String, String)> {
    let tasks = person.view().tasks().into_iter();
    tasks.filter_map(|task| task.link).map(|(address, words)| (address, words.english().to_owned())).collect()
}

/// Every step with the pages that it links to. The PKCE page only if the whole org requires PKCE.
const LINKED: [(Step, Option<Pkce>, &[usize]); 8] = [
    (Step::Start, None, &[0]),
    (Step::Start, Some(Pkce::Off), &[0]),
    (Step::Start, Some(Pkce::Locked), &[0]),
    (Step::Start, Some(Pkce::Org), &[2]),
    (Step::CreateApp, None, &[0]),
    (Step::Credentials, None, &[1]),
    (Step::Profile, Some(Pkce::Org), &[]),
    (Step::Connect, Some(Pkce::Org), &[]),
];

/// A person who typed an org's URL.
fn with_org(typed: &str) -> Person {
    let mut person = Person::new();
    person.type_in(Field::MyDomain, typed);
    person
}

#[test]
fn each_page_of_setup_has_its_address_in_each_kind_of_org() {
    for (typed, host) in ORGS {
        let org = MyDomain::parse(typed.trim()).unwrap();
        for (page, path, _) in PAGES {
            assert_eq!(page.address(&org.host), format!("https://{host}{path}"), "{typed}");
        }
    }
}

#[test]
fn the_steps_link_to_setup_in_the_org_that_was_typed() {
    for (typed, host) in ORGS {
        for (step, pkce, pages) in LINKED {
            let mut person = with_org(typed);
            pkce.into_iter().for_each(|pkce| person.guide(GuideMessage::PkceAnswered(pkce)));
            person.guide(GuideMessage::StepPressed(step));
            let page = |at: &usize| (format!("https://{host}{}", PAGES[*at].1), PAGES[*at].2.english().to_owned());
            assert_eq!(links(&person), pages.iter().map(page).collect::<Vec<_>>(), "{typed} {step:?} {pkce:?}");
        }
    }
}

#[test]
fn nothing_links_to_setup_while_my_domain_is_unknown_or_wrong() {
    let wrong = [
        "",
        " ",
        "acme",
        "login.salesforce.com",
        "na44.salesforce.com",
        "evil.example",
        "http://acme.my.salesforce.com",
    ];
    for (typed, step) in wrong.into_iter().flat_map(|typed| Step::ALL.map(|step| (typed, step))) {
        let mut person = with_org(typed);
        person.guide(GuideMessage::PkceAnswered(Pkce::Org));
        person.guide(GuideMessage::StepPressed(step));
        assert_eq!(links(&person), [], "{typed:?} {step:?}");
    }
}

proptest! {
    #![proptest_config(properties(400))]

    #[test]
    fn whatever_is_typed_a_way_into_setup_leads_to_salesforce(
        before in prop::sample::select(vec!["", "https://", "https://evil.example/", "https://evil.example?", "u@", "//"]),
        name in "[a-z-]{1,8}|\\PC{0,6}",
        after in prop::sample::select(vec![
            ".my.salesforce.com", ".lightning.force.com", ".sandbox.my.salesforce.mil", ".my.salesforce.com.evil.example",
            ".my.salesforce.com@evil.example", "/.my.salesforce.com", "#.my.salesforce.com", ".lightning.sfcrmapps.cn",
        ]),
    ) {
        let mut person = with_org(&[before, &name, after].concat());
        person.guide(GuideMessage::StepPressed(Step::CreateApp));
        for (address, _) in links(&person) {
            let url = Url::parse(&address).unwrap();
            let host = url.host_str().unwrap();
            let suffixes = [".my.salesforce.com", ".my.salesforce.mil", ".my.sfcrmproducts.cn"];
            prop_assert!(suffixes.iter().any(|suffix| host.ends_with(suffix)), "{address}");
            prop_assert_eq!((url.scheme(), url.username(), url.port()), ("https", "", None));
            prop_assert!(PAGES.iter().any(|(_, path, _)| *path == url.path()) && url.query().is_none(), "{}", address);
        }
    }
}
