//! Sign-in and consent: who can sign in where, what is shown, what *Allow* and *Deny* do.

use serde_json::json;

use super::*;

#[tokio::test]
async fn the_pages_bring_their_own_strict_policy() {
    let server = start().await;
    register(&server, json!({})).await;
    let mut browser = Browser::open(&server, &authorize("login", &[])).await;
    for heading in ["Log In", "Allow Access?"] {
        assert_eq!((browser.reply.status, browser.heading().as_str()), (200, heading));
        let policy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        assert_eq!(browser.reply.header("content-security-policy"), policy);
        assert_eq!(browser.reply.header("cache-control"), "no-store");
        assert_eq!(browser.reply.header("referrer-policy"), "no-referrer");
        assert!(!browser.text().contains("<script") && !browser.text().contains("style="));
        browser.assert_shows("<html lang=\"en\">");
        browser.submit(&[]).await;
    }
    let style = ask(&server, "GET", "/_simulator/page.css", &[], "").await;
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
}

#[tokio::test]
async fn the_form_is_filled_in_for_an_administrator_of_the_apps_org() {
    let server = start().await;
    register(&server, json!({})).await;
    let browser = Browser::open(&server, &authorize("login", &[])).await;
    assert_eq!((browser.value("username"), browser.value("org")), ("admin@acme.example".into(), HOME.into()));
    let hinted = Browser::open(&server, &authorize("login", &[("login_hint", Some("\"><b>@x"))])).await;
    assert_eq!(hinted.value("username"), "\"><b>@x");
    assert!(!hinted.reply.text().contains("<b>"), "what was sent is text, not markup");
    let own = Browser::open(&server, &authorize(HOME, &[])).await;
    assert!(!own.reply.text().contains("name=\"org\""));
    own.assert_shows(&format!("Org: {HOME}"));
}

/// Host, org of the user, app: Salesforce says only that the user name or the password is wrong.
#[tokio::test]
async fn a_user_that_the_host_does_not_know_is_not_let_in() {
    for (host, org, app) in [
        ("login", SANDBOX, json!({ "org": SANDBOX })),
        ("test", HOME, json!({})),
        ("login", "acme.scratch.my.salesforce.com", json!({})),
        ("login", "acme.example", json!({})),
        ("login", "", json!({})),
        ("login", HOME, json!({ "genericHosts": "login-refused" })),
    ] {
        let server = start().await;
        register(&server, app.clone()).await;
        let mut browser = Browser::open(&server, &authorize(host, &[])).await;
        browser.submit(&[("username", Some("me@x.example")), ("org", Some(org))]).await;
        assert_eq!((browser.reply.status, browser.heading().as_str()), (200, "Log In"), "{host} {org}");
        browser.assert_shows(WRONG_USER);
        assert_eq!((browser.value("username"), browser.value("org")), ("me@x.example".into(), org.into()));

        let home = app["org"].as_str().unwrap_or(HOME);
        let mut fixed = Browser::open(&server, &authorize(home, &[])).await;
        fixed.submit(&[]).await;
        assert_eq!(fixed.heading(), "Allow Access?", "My Domain always works");
    }
    let server = start().await;
    register(&server, json!({})).await;
    let mut browser = Browser::open(&server, &authorize(HOME, &[])).await;
    assert!(!browser.text().contains(WRONG_USER));
    browser.submit(&[("username", Some(" "))]).await;
    browser.assert_shows(WRONG_USER);
    browser.submit(&[("username", Some("admin@x.example"))]).await;
    assert_eq!(browser.heading(), "Allow Access?", "the same form can be used again");
}

#[tokio::test]
async fn the_consent_names_the_app_the_user_and_each_scope_once() {
    let server = start().await;
    register(&server, json!({ "name": "A <b>bold</b> app", "scopes": ["api", "refresh_token", "id", "my_scope"] }))
        .await;
    let asked = "api refresh_token offline_access phone my_scope";
    let mut browser = Browser::open(&server, &authorize("login", &[("scope", Some(asked))])).await;
    browser.submit(&[]).await;
    assert!(
        browser.at.starts_with(&format!("/salesforce/{HOME}/setup/secur/RemoteAccessAuthorizationPage.apexp?request="))
    );
    let page = browser.reply.text();
    assert!(page.contains("A &lt;b&gt;bold&lt;/b&gt; app") && page.contains("admin@acme.example"), "{page}");
    let items: Vec<_> = page.split("<li>").skip(1).map(|rest| rest.split("</li>").next().unwrap()).collect();
    assert_eq!(
        items,
        [
            "Manage user data via APIs (api)",
            "Perform requests at any time (refresh_token, offline_access)",
            "Access the identity URL service (id, profile, email, address, phone)",
            "my_scope",
        ]
    );
    browser.assert_shows("<button name=\"decision\" value=\"deny\">Deny</button>");
    browser.assert_shows("<button name=\"decision\" value=\"allow\">Allow</button>");
}

#[tokio::test]
async fn without_a_scope_all_of_the_apps_are_asked_for_and_unknown_parameters_are_ignored() {
    let server = start().await;
    register(&server, json!({ "scopes": ["api", "web"] })).await;
    let address = authorize("login", &[("scope", None), ("prompt", Some("login")), ("nonsense", Some("1"))]);
    let mut browser = Browser::open(&server, &address).await;
    browser.submit(&[]).await;
    browser.assert_shows("<li>Manage user data via APIs (api)</li><li>Manage user data via Web browsers (web)</li>");
}

#[tokio::test]
async fn allow_sends_a_code_and_deny_an_error_each_with_the_state_and_once() {
    let server = start().await;
    register(&server, json!({})).await;
    let denied =
        format!("{ELSEWHERE}?error=access_denied&error_description=end-user%20denied%20authorization&state=a%20state");
    for (decision, expected) in [(Some("allow"), ELSEWHERE), (Some("deny"), &denied), (None, &denied)] {
        let mut browser = Browser::open(&server, &authorize("login", &[])).await;
        browser.submit(&[]).await;
        let consent = browser.at.clone();
        browser.submit(&[("decision", decision)]).await;
        if decision == Some("allow") {
            let rest = browser.at.strip_prefix(&format!("{expected}?code=aPrx")).expect("a code");
            assert!(rest.ends_with("&state=a%20state"), "{rest}");
        } else {
            assert_eq!(browser.at, expected);
        }
        let again = Browser::open(&server, &consent).await;
        assert_eq!((again.reply.status, again.heading().as_str()), (400, "Sign-in is over"));
    }
}

#[tokio::test]
async fn only_a_user_who_signed_in_at_that_org_decides() {
    let server = start().await;
    register(&server, json!({})).await;
    let browser = Browser::open(&server, &authorize("login", &[])).await;
    let id =
        browser.reply.text().split("name=\"request\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let body = format!("request={id}&decision=allow");
    let path = |host: &str| format!("/salesforce/{host}/setup/secur/RemoteAccessAuthorizationPage.apexp");
    assert_eq!(ask(&server, "POST", &path(HOME), &form, &body).await.status, 400, "before the sign-in");
    let login = format!("request={id}&username=a&org={HOME}");
    assert_eq!(ask(&server, "POST", "/salesforce/test/login", &form, &login).await.status, 400, "another host");
    assert_eq!(ask(&server, "POST", "/salesforce/login/login", &form, &login).await.status, 303);
    assert_eq!(ask(&server, "POST", &path(OTHER), &form, &body).await.status, 400, "another org");
    let decided = ask(&server, "POST", &path(HOME), &form, &body).await;
    assert!(decided.status == 303 && decided.header("location").contains("code="));
}
