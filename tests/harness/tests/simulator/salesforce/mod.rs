//! The simulated Salesforce: every error with its place and text, sign-in and consent, the token endpoint, the Setup.
//! What the tests share.

mod refusals;
mod registering;
mod setup;
mod signin;
mod tokens;

use harness::simulator::Server;
use serde_json::{Value, json};

use crate::browser::{Browser, encoded};
use crate::client::*;

pub const KEY: &str = "3MVG9A_key.of_eighty_five_characters.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKx";
pub const SECRET: &str = "CA4A12F00D0000000000000000000000000000000000000000000000CA4A12F0";
pub const CALLBACK: &str = "https://api.stackone.com/connect/oauth2/salesforce/callback";
/// The simulated callback.
pub const PLAYED: &str = "/stackone/connect/oauth2/salesforce/callback";
/// An app's own callback, which no test opens.
pub const ELSEWHERE: &str = "https://app.example/back";
pub const HOME: &str = "acme.my.salesforce.com";
pub const SANDBOX: &str = "acme--uat.sandbox.my.salesforce.com";
pub const OTHER: &str = "other.my.salesforce.com";
pub const WRONG_USER: &str =
    "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";

/// Registers a valid app with these changes.
pub async fn register(server: &Server, changes: Value) {
    let mut app = json!({
        "clientId": KEY, "clientSecret": SECRET, "callbacks": [CALLBACK, ELSEWHERE],
        "scopes": ["api", "refresh_token"], "pkceRequired": false, "activeInSeconds": 0, "org": HOME,
    });
    app.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    let reply = ask(server, "POST", "/_simulator/apps", &[], &app.to_string()).await;
    assert_eq!((reply.status, reply.text().as_str()), (204, ""));
}

/// The form in Setup, filled in as the guide says.
pub fn as_told<'a>() -> Vec<(&'a str, Option<&'a str>)> {
    vec![
        ("appName", Some("StackOne Integration")),
        ("contactEmail", Some("admin@acme.example")),
        ("enableOAuth", Some("on")),
        ("callbackUrl", Some(CALLBACK)),
        ("scopes", Some("api")),
        ("scopes", Some("refresh_token")),
        ("pkce", None),
    ]
}

/// A valid authorization URL with these changes; `None` removes a parameter.
pub fn authorize(host: &str, changes: &[(&str, Option<&str>)]) -> String {
    let usual = [
        ("response_type", "code"),
        ("client_id", KEY),
        ("redirect_uri", ELSEWHERE),
        ("scope", "api refresh_token"),
        ("state", "a state"),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let changed = changes.iter().filter_map(|&(name, value)| Some((name, value?)));
    let pairs = kept.copied().chain(changed).map(|(name, value)| format!("{name}={}", encoded(value)));
    format!("/salesforce/{host}/services/oauth2/authorize?{}", pairs.collect::<Vec<_>>().join("&"))
}

/// Signs in to the app's own org and allows access. Returns the code.
pub async fn code(server: &Server, host: &str, changes: &[(&str, Option<&str>)]) -> String {
    let mut browser = Browser::open(server, &authorize(host, changes)).await;
    browser.submit(&[]).await;
    browser.submit(&[("decision", Some("allow"))]).await;
    let code = browser.at.split("code=").nth(1).unwrap_or_else(|| panic!("no code in {}", browser.at));
    code.split('&').next().unwrap().to_owned()
}
