//! The authorization URL: single cases, parsed again by an independent parser, and compared with the URL that the
//! `oauth2` crate builds.

use crate::fixtures::cases::{cases, draft_of, properties, written_out};
use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, RedirectUrl, Scope};
use proptest::prelude::*;
use stackone_connector_profile::app::Copy;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::{Settings, State};
use stackone_connector_profile::features::form::Form;
use stackone_connector_profile::profile::{CheckContext, Draft, Extent, Field, check};
use stackone_connector_profile::salesforce::{AuthorizationRequest, Environment, Host, MyDomain};
use stackone_connector_profile::stackone::{CALLBACK_URL, effective_scopes};
use url::Url;

const NEEDED: [Field; 4] = [Field::ClientId, Field::Scopes, Field::Environment, Field::MyDomain];

/// The URL that the form shows for a draft.
fn shown(draft: Draft) -> Option<String> {
    let state = State { form: Form::new(draft), ..State::new(Settings::default()) };
    view(&state).copy(Copy::Url).map(|url| url.text.expose().to_owned())
}

#[test]
fn every_draft_produces_the_url_of_its_case() {
    for case in cases("authorization_urls.json") {
        let expected = case["url"].as_str().map(written_out);
        let option = |name: &str| case["options"][name].as_str();
        let draft = draft_of(&case);
        let report = check(&draft, &CheckContext::default(), Extent::WithoutSecret);
        let url = report.environment.filter(|_| !report.has_error_in(&NEEDED)).map(|environment| {
            AuthorizationRequest {
                host: &report.normalized.my_domain.clone().unwrap_or_else(|| environment.login_host()),
                client_id: &report.normalized.client_id,
                redirect_uri: option("redirectUri").unwrap_or(CALLBACK_URL),
                scopes: &effective_scopes(&report.normalized.scopes.names),
                state: option("state"),
                prompt: option("prompt"),
                login_hint: option("loginHint"),
            }
            .url()
        });
        assert_eq!(url, expected, "{}", case["why"]);
        if case["options"].as_object().unwrap().is_empty() {
            assert_eq!(shown(draft), expected, "{}", case["why"]);
        }
    }
}

fn hosts() -> impl Strategy<Value = Host> {
    let own = |address: &str| MyDomain::parse(address).unwrap().host;
    prop::sample::select(vec![
        Environment::Production.login_host(),
        Environment::Sandbox.login_host(),
        own("acme.my.salesforce.com"),
        own("acme--x.sandbox.my.salesforce.mil"),
    ])
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[A-Za-z0-9._~-]{1,85}", "[ -~]{0,20}", "[+&=%#?/ \"'\u{0}ü\u{1f419}]{0,12}"]
}

fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[A-Za-z][A-Za-z0-9_]{0,12}", 1..6)
}

fn pairs(url: &Url) -> Vec<(String, String)> {
    url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

proptest! {
    #![proptest_config(properties(1500))]

    #[test]
    fn an_independent_parser_finds_what_went_in(
        host in hosts(), client_id in text(), redirect_uri in text(), scopes in names(),
        state in prop::option::of(text()), prompt in prop::option::of(text()), login_hint in prop::option::of(text()),
    ) {
        let request = AuthorizationRequest {
            host: &host, client_id: &client_id, redirect_uri: &redirect_uri, scopes: &scopes,
            state: state.as_deref(), prompt: prompt.as_deref(), login_hint: login_hint.as_deref(),
        };
        let text = request.url();
        let url = Url::parse(&text).unwrap();
        let mut expected = vec![
            ("response_type".to_owned(), "code".to_owned()),
            ("client_id".to_owned(), client_id),
            ("redirect_uri".to_owned(), redirect_uri),
            ("scope".to_owned(), scopes.join(" ")),
        ];
        let optional = [("state", state), ("prompt", prompt), ("login_hint", login_hint)];
        expected.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        prop_assert_eq!(pairs(&url), expected);
        prop_assert_eq!((url.scheme(), url.host_str(), url.port()), ("https", Some(host.as_str()), None));
        prop_assert_eq!((url.path(), url.fragment(), url.username()), ("/services/oauth2/authorize", None, ""));
        // Only the characters that RFC 3986 leaves unescaped, and no `+`, which Salesforce and forms decode
        // differently.
        let query = text.split_once('?').unwrap().1;
        prop_assert!(query.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%&=_".contains(c)), "{query}");
        prop_assert_eq!(url.as_str(), text);
    }

    #[test]
    fn the_oauth2_crate_builds_the_same_parameters(
        host in hosts(), client_id in text(), path in "[a-z0-9/]{0,10}", scopes in names(), state in text(),
        prompt in prop::option::of(text()), login_hint in prop::option::of(text()),
    ) {
        let redirect_uri = ["https://proxy.example/", &path].concat();
        let ours = AuthorizationRequest {
            host: &host, client_id: &client_id, redirect_uri: &redirect_uri, scopes: &scopes,
            state: Some(&state), prompt: prompt.as_deref(), login_hint: login_hint.as_deref(),
        };
        let endpoint = ["https://", host.as_str(), "/services/oauth2/authorize"].concat();
        let client = BasicClient::new(ClientId::new(client_id.clone()))
            .set_auth_uri(AuthUrl::new(endpoint).unwrap())
            .set_redirect_uri(RedirectUrl::new(redirect_uri.clone()).unwrap());
        let mut theirs = client
            .authorize_url(|| CsrfToken::new(state.clone()))
            .add_scopes(scopes.iter().cloned().map(Scope::new));
        for (name, value) in [("prompt", &prompt), ("login_hint", &login_hint)] {
            if let Some(value) = value {
                theirs = theirs.add_extra_param(name, value.clone());
            }
        }
        let theirs = theirs.url().0;
        let ours = Url::parse(&ours.url()).unwrap();
        let sorted = |url: &Url| { let mut pairs = pairs(url); pairs.sort(); pairs };
        prop_assert_eq!(sorted(&ours), sorted(&theirs));
        prop_assert_eq!((ours.origin(), ours.path()), (theirs.origin(), theirs.path()));
    }
}
