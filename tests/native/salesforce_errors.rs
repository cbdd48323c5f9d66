//! Salesforce's errors, explained: every one, in every form that a person can copy. Other texts get no explanation.

use crate::fixtures::cases::{self, rows};
use serde_json::json;
use stackone_connector_profile::salesforce::authorization_url::percent_encode;
use stackone_connector_profile::salesforce::errors::{Explanation, GuideStep, Step, explain};
use stackone_connector_profile::stackone::CALLBACK_URL;

const PAGE: &str = "https://acme.my.salesforce.com/setup/secur/RemoteAccessErrorPage.apexp";

/// A row of the file: the copied text and its expected explanation.
#[derive(Clone, PartialEq)]
struct Case {
    step: String,
    error: String,
    description: String,
    guide: Option<String>,
    wait: bool,
}

fn all() -> Vec<Case> {
    let case = |row: Vec<String>| {
        let [step, error, description, guide, wait] = row.try_into().unwrap();
        Case { step, error, description, guide: Some(guide).filter(|guide| guide != "-"), wait: wait == "wait" }
    };
    rows("salesforce_errors.tsv").into_iter().map(case).collect()
}

/// How an error is copied, and the step that this form reveals, if any.
type Form = (&'static str, Option<&'static str>, String);

fn encoded(text: &str) -> String {
    percent_encode(text).to_string()
}

fn escaped(text: &str) -> String {
    let html = text.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;");
    html.replace('<', "&lt;").replace('>', "&gt;")
}

fn forms(case: &Case) -> Vec<Form> {
    let [address, token] = [Some("authorize"), Some("token")];
    let (error, description) = (&case.error, &case.description);
    let spaced = |value: &str| encoded(value).replace("%20", "+");
    let plus = format!("error={}&error_description={}", encoded(error), spaced(description));
    let query = format!("error={}&error_description={}", encoded(error), encoded(description));
    let turned = format!("error_description={}&error={}", encoded(description), encoded(error));
    let json = json!({ "error": error, "error_description": description }).to_string();
    let pretty = serde_json::to_string_pretty(&json!({ "error_description": description, "error": error })).unwrap();
    let page = format!("{PAGE}?{plus}");
    let nested = format!("https://acme.my.salesforce.com/?ec=302&startURL={}", encoded(&format!("/x?{plus}")));
    vec![
        ("address of the page", address, page.clone()),
        ("address with %20", address, format!("{PAGE}?{query}&x=1")),
        ("address, turned round", address, format!("{PAGE}?{turned}#top")),
        ("callback", address, format!("{CALLBACK_URL}?{plus}&state=s1")),
        ("fragment", address, format!("{CALLBACK_URL}#{query}&state=s1")),
        ("text of the page", address, query.clone()),
        ("text, decoded", address, format!("error={error}&error_description={description}")),
        ("JSON", token, json.clone()),
        ("JSON, pretty", token, pretty),
        ("JSON in JSON", token, json!({ "message": json }).to_string()),
        ("HTML of an address", address, format!("<a href=\"{}\">", escaped(&page))),
        ("HTML of JSON", token, escaped(&json)),
        ("HTML, escaped twice", token, escaped(&escaped(&json))),
        ("in another address", address, nested.clone()),
        ("in two others", address, format!("https://login.salesforce.com/?startURL={}", encoded(&nested))),
        (
            "encoded twice",
            address,
            format!("{PAGE}?error={error}&error_description={}", encoded(&encoded(description))),
        ),
        ("capitals, address", address, page.to_uppercase()),
        ("capitals, JSON", token, json.to_uppercase()),
        ("words around an address", address, format!("Hi! Salesforce sends me to {page} after I log in. Why?")),
        ("words around JSON", token, format!("curl says: {json} What now?")),
        ("words", None, format!("I see {error}: {description}. What now?")),
        ("lines", None, format!("\n{error}\n\n{description}\n")),
        ("end of a long address", address, format!("{PAGE}?x={}&{plus}", "long%2F".repeat(20_000))),
        (
            "inside of a long text",
            address,
            format!("{}\n{page}\n{}", "so it goes ".repeat(9_000), "on ".repeat(20_000)),
        ),
    ]
}

fn is_as_expected(case: &Case, got: &Explanation) -> bool {
    got.recognised
        && got.step.map_or("-", Step::name) == case.step
        && got.error == case.error
        && got.description == case.description
        && got.guide_step.map(GuideStep::name) == case.guide.as_deref()
        && got.wait_may_help == case.wait
        && !got.cause.is_empty()
        && !got.fixes.is_empty()
}

#[test]
fn every_error_is_explained_in_every_form() {
    let mut wrong = Vec::new();
    let cases = all();
    for case in cases.iter().filter(|case| !case.error.is_empty()) {
        // If two steps share a text, the form reveals which one it is; otherwise the first one counts.
        let same = |other: &&Case| (&other.error, &other.description) == (&case.error, &case.description);
        let twins = cases.iter().filter(same).collect::<Vec<_>>();
        for (form, step, text) in forms(case) {
            let expected = step.unwrap_or(&twins[0].step);
            // In running text, a number or a common word alone is not the name of an error.
            let is_vague = step.is_none() && ["1800", "1804"].contains(&&*case.error);
            if (twins.len() < 2 || expected == case.step) && !is_vague && !is_as_expected(case, &explain(&text)) {
                wrong.push(format!("{form}: {} {}: {:?}", case.error, case.description, explain(&text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_description_alone_is_enough() {
    let mut wrong = Vec::new();
    let cases = all();
    for case in cases.iter().filter(|case| !case.description.is_empty()) {
        let first = cases.iter().find(|other| other.description == case.description).unwrap();
        let words = &case.description;
        let forms = [
            words.clone(),
            words.to_uppercase(),
            encoded(words),
            words.replace(' ', "+"),
            escaped(words),
            format!("Then I got “{words}”, and now?"),
            format!("<h1>{words}</h1>"),
            format!("{}\n{words}\n", "blah ".repeat(20_000)),
        ];
        for text in forms {
            let got = explain(&text);
            if !is_as_expected(first, &got) {
                wrong.push(format!("{:.99}: {got:?}", text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_alone_is_explained_without_guessing() {
    for case in all().iter().filter(|case| case.error.contains('_')) {
        for text in [
            case.error.clone(),
            case.error.to_uppercase(),
            format!("it says {}!", case.error),
            format!("{PAGE}?error={}", case.error),
            format!("{PAGE}?error={}&error_description=no+one+knows+this", case.error),
            json!({ "error": case.error }).to_string(),
        ] {
            let got = explain(&text);
            assert!(got.recognised && got.error == case.error, "{text}: {got:?}");
            let unknown = if text.contains("no+one") { "no one knows this" } else { "" };
            assert_eq!(got.description, unknown, "{text}");
        }
    }
    // Names with many causes are explained as such in every form.
    for text in ["invalid_grant", "https://x.example/?error=invalid_grant", r#"{"error":"invalid_grant"}"#] {
        assert_eq!((explain(text).guide_step, explain(text).step), (None, Some(Step::Token)), "{text}");
    }
    let causes = ["error=invalid_request", r#"{"error":"invalid_request"}"#].map(|text| explain(text).cause);
    assert_eq!(causes[0], causes[1]);
}

#[test]
fn the_description_decides_then_the_name() {
    let cause = |text: &str| explain(text).cause;
    let contradictory = explain("error=invalid_client_id&error_description=the+requested+scope+is+not+allowed");
    assert_eq!(contradictory.guide_step, Some(GuideStep::Scopes));
    assert_eq!(contradictory.error, "invalid_client_id", "what was found is shown");
    let unknown_name = explain("error=brand_new&error_description=client+identifier+invalid");
    assert_eq!((unknown_name.recognised, unknown_name.error.as_str()), (true, "brand_new"));
    // The longest matching description, not the first.
    let hours = cause("error=invalid_grant&error_description=IP+restricted+or+invalid+login+hours");
    assert_eq!(explain("IP restricted or invalid login hours").description, "IP restricted or invalid login hours");
    assert_ne!(hours, cause("error=invalid_grant&error_description=authentication+failure"));
    let two = "client identifier invalid, the requested scope is not available, user is inactive";
    assert_eq!(explain(two).description, "the requested scope is not available");
    // In running text, a common phrase counts if the name is there, too.
    assert_eq!(explain("I get invalid_grant inactive user all the time").description, "inactive user");
    // One description, two names.
    let step = |error: &str| {
        explain(&format!("error={error}&error_description=user is not admin approved to access this app")).step
    };
    assert_eq!(
        [step("OAUTH_APP_ACCESS_DENIED"), step("invalid_app_access")],
        [Some(Step::Authorize), Some(Step::Token)]
    );
}

#[test]
fn the_heading_of_the_page_counts_only_without_its_cause() {
    let heading =
        "OAUTH_APPROVAL_ERROR_GENERIC: An unexpected error has occured during authentication. Please try again.";
    let alone = explain(heading);
    assert!(alone.recognised && alone.guide_step.is_none(), "{alone:?}");
    assert!(alone.cause.contains("address"), "{}", alone.cause);
    assert!(explain("An unexpected error has occurred during authentication. Please try again.").recognised);
    for (also, guide) in [
        (
            "\nhttps://x.example/?error=invalid_scope&error_description=the+requested+scope+is+not+allowed",
            GuideStep::Scopes,
        ),
        ("\nthe requested scope is not allowed", GuideStep::Scopes),
        ("\ninvalid_client_id", GuideStep::Credentials),
    ] {
        for text in [[heading, also].concat(), [also, "\n", heading].concat()] {
            assert_eq!(explain(&text).guide_step, Some(guide), "{text}");
        }
    }
    let unknown = explain(&[heading, "\nhttps://x.example/?error=brand_new&error_description=never+seen"].concat());
    assert!(!unknown.recognised, "{unknown:?}");
    assert_eq!([unknown.error, unknown.description], ["brand_new", "never seen"]);
}

#[test]
fn a_token_without_a_refresh_token_is_explained_and_one_with_it_is_no_error() {
    let without = r#"{"access_token":"00D5g!AQ","signature":"x=","scope":"refresh_token api","instance_url":"https://acme.my.salesforce.com"}"#;
    let got = explain(without);
    assert_eq!((got.guide_step, got.step, got.error.as_str()), (Some(GuideStep::Scopes), Some(Step::Token), ""));
    assert!(!explain(&without.replace(r#""signature""#, r#""refresh_token":"5Aep861x","signature""#)).recognised);
    assert!(!explain("https://acme.my.salesforce.com/x?access_token=00D5g!AQ").recognised);
}

#[test]
fn what_is_no_error_of_salesforce_stays_unexplained() {
    for text in [
        "the dog ate my homework",
        "",
        " \n ",
        "full",
        "The room was full, and an inactive user asked for HTTPS required by law.",
        "We saw an authentication failure in our door locks",
        "please retry your request later",
        "our shop had an internal server error yesterday",
        "user is inactive since May and access denied",
        "In 1804 the requested book was lost",
        "client identifiers invalid",
        "xinvalid_client_id invalid_client_ids",
        "error",
        "error=",
        "error=&error_description=",
        "{\"error\":{}}",
        "error_uri=x&my_error=invalid_scope2",
    ] {
        let got = explain(text);
        let expected =
            Explanation { error: got.error.clone(), description: got.description.clone(), ..Default::default() };
        assert_eq!(got, expected, "{text}");
        assert!(!got.recognised && got.error.is_empty(), "{text}: {got:?}");
        assert_eq!(got.description, text.trim(), "what was found is shown");
    }
}

#[test]
fn an_unknown_error_shows_what_was_found() {
    let reported = |text: &str| {
        let got = explain(text);
        assert!(!got.recognised && got.cause.is_empty() && got.fixes.is_empty(), "{got:?}");
        [got.error, got.description]
    };
    let found = ["brand_new", "Zugriff für “A & B” 100% verweigert"];
    let description = encoded(found[1]);
    assert_eq!(reported(&format!("{PAGE}?error=brand_new&error_description={description}&state=s")), found);
    assert_eq!(reported(&json!({ "error": found[0], "error_description": found[1] }).to_string()), found);
    assert_eq!(reported("error_description=never%2Bseen+before"), ["", "never+seen before"]);
    assert_eq!(reported("error=brand_new"), ["brand_new", ""]);
    assert_eq!(reported("error=brand_new and then I went home"), ["brand_new", ""]);
    assert_eq!(reported("x?error=brand_new&error_description=a+b and then I went home"), ["brand_new", "a b"]);
    assert_eq!(reported("a \t\r\n b\u{0}c"), ["", "a b c"]);
    let long = reported(&"so it goes ".repeat(100_000));
    assert!(long[1].len() < 310 && long[1].starts_with("so it goes so it") && long[1].ends_with('…'), "{}", long[1]);
}

#[test]
fn the_facts_of_the_outside_hold() {
    for case in cases::cases("error_cases.json") {
        let explained = explain(case["text"].as_str().unwrap());
        let words = [&[explained.cause], explained.fixes].concat().join(" ");
        for said in cases::texts(&case["says"]) {
            assert!(words.contains(&said), "{said} is not said: {explained:?}");
        }
        let got = explained;
        let got = json!({
            "recognised": got.recognised, "error": got.error, "step": got.step.map(Step::name),
            "guideStep": got.guide_step.map(GuideStep::name), "waitMayHelp": got.wait_may_help,
        });
        for (name, value) in
            case.as_object().unwrap().iter().filter(|(name, _)| !["text", "why", "says"].contains(&name.as_str()))
        {
            assert_eq!(&got[name], value, "{name} of {case}");
        }
    }
}
