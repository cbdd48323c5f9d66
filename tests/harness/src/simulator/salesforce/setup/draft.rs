//! The settings of an app in the form: read from it or from an existing app, and turned into a registration if they are
//! valid.

use std::time::Duration;

use super::super::super::fields::Fields;
use super::super::app::{App, Registration};
use super::super::host::Org;
use super::super::scopes;

/// The values of the form.
pub struct Draft {
    pub name: String,
    pub api_name: String,
    pub contact_email: String,
    pub sandbox: bool,
    pub oauth: bool,
    pub callbacks: String,
    /// Names of check boxes, and custom scopes.
    pub scopes: Vec<String>,
    pub web_server_secret: bool,
    pub refresh_secret: bool,
    pub pkce_required: bool,
    pub active_in_seconds: String,
}

impl Draft {
    /// The initial values of Salesforce's form: PKCE is required.
    pub fn new() -> Self {
        Self {
            name: String::new(),
            api_name: String::new(),
            contact_email: String::new(),
            sandbox: false,
            oauth: false,
            callbacks: String::new(),
            scopes: Vec::new(),
            web_server_secret: true,
            refresh_secret: true,
            pkce_required: true,
            active_in_seconds: "0".to_owned(),
        }
    }

    pub fn of(app: &App, now: Duration) -> Self {
        let settings = &app.settings;
        let wait = app.active_from.saturating_sub(now).as_secs_f64().ceil();
        Self {
            name: settings.name.clone(),
            api_name: settings.api_name.clone(),
            contact_email: settings.contact_email.clone(),
            sandbox: app.org.is_sandbox(),
            oauth: true,
            callbacks: settings.callbacks.join("\n"),
            scopes: settings.scopes.clone(),
            web_server_secret: settings.web_server_secret,
            refresh_secret: settings.refresh_secret,
            pkce_required: settings.pkce_required,
            active_in_seconds: wait.to_string(),
        }
    }

    pub fn posted(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).trim().to_owned();
        let ticked = |name: &str| fields.get(name).is_some();
        Self {
            name: text("appName"),
            api_name: text("apiName"),
            contact_email: text("contactEmail"),
            sandbox: fields.get("environment") == Some("sandbox"),
            oauth: ticked("enableOAuth"),
            callbacks: text("callbackUrl"),
            scopes: fields.all("scopes").filter(|scope| scopes::is_name(scope)).map(str::to_owned).collect(),
            web_server_secret: ticked("webServerSecret"),
            refresh_secret: ticked("refreshSecret"),
            pkce_required: ticked("pkce"),
            active_in_seconds: text("activeInSeconds"),
        }
    }

    /// What is wrong: the id of a control, and a message.
    pub fn complaints(&self) -> Vec<(&'static str, &'static str)> {
        let callback_fits = |line: &str| line.contains("://") && !line.contains(char::is_whitespace);
        let rules = [
            (self.name.is_empty(), "appName", "External Client App Name: You must enter a value"),
            (!self.contact_email.contains('@'), "contactEmail", "Contact Email: You must enter an email address"),
            (!self.oauth, "enableOAuth", "Enable OAuth Settings: without it the app has no Consumer Key"),
            (self.callbacks.is_empty(), "callbackUrl", "Callback URL: You must enter a value"),
            (!self.callbacks.lines().all(|line| callback_fits(line.trim())), "callbackUrl", "Callback URL: Not a URL"),
            (self.scopes.is_empty(), "scopes", "Selected OAuth Scopes: Select at least one"),
            (
                self.active_in_seconds.parse::<u64>().is_err(),
                "activeInSeconds",
                "Seconds until the app is active: A number",
            ),
        ];
        rules.into_iter().filter(|(amiss, ..)| *amiss).map(|(_, control, sentence)| (control, sentence)).collect()
    }

    /// These settings, on top of those that the form does not show.
    pub fn over(self, base: Registration) -> Registration {
        Registration {
            api_name: if self.api_name.is_empty() { self.name.replace(' ', "_") } else { self.api_name },
            name: self.name,
            contact_email: self.contact_email,
            callbacks: self.callbacks.lines().map(|line| line.trim().to_owned()).collect(),
            scopes: self.scopes,
            web_server_secret: self.web_server_secret,
            refresh_secret: self.refresh_secret,
            pkce_required: self.pkce_required,
            active_in_seconds: self.active_in_seconds.parse().unwrap_or(0),
            ..base
        }
    }

    /// The org of the chosen environment.
    pub fn org(&self) -> &'static str {
        if self.sandbox { Org::SANDBOX } else { Org::PRODUCTION }
    }
}
