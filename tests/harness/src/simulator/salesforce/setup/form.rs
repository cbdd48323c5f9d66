//! The form with an app's settings, for a new app and for an existing one. The texts are those of Salesforce's Setup,
//! except for the simulator's own part.

use maud::{Markup, html};

use super::super::host::Org;
use super::super::scopes;
use super::draft::Draft;

/// The form; `is_new` also asks for the environment, which cannot change later.
pub fn form(draft: &Draft, is_new: bool, complaints: &[(&str, &str)]) -> Markup {
    let amiss = |control: &str| complaints.iter().any(|(known, _)| *known == control).then_some("complaints");
    html! {
        @if !complaints.is_empty() {
            div #complaints role="alert" {
                p { "Review the errors on this page." }
                ul { @for (_, sentence) in complaints { li { (sentence) } } }
            }
        }
        form method="post" {
            h2 { "Basic Information" }
            (text("appName", "External Client App Name", &draft.name, amiss("appName")))
            (text("apiName", "API Name", &draft.api_name, None))
            p { "Leave API Name blank to fill it in from the app’s name." }
            (text("contactEmail", "Contact Email", &draft.contact_email, amiss("contactEmail")))
            @if is_new { (environment(draft.sandbox)) }
            h2 { "API (Enable OAuth Settings)" }
            (tick("enableOAuth", "Enable OAuth Settings", draft.oauth, amiss("enableOAuth")))
            div.field {
                label for="callbackUrl" { "Callback URL" }
                textarea #callbackUrl name="callbackUrl" rows="2" aria-invalid=[amiss("callbackUrl").map(|_| "true")] aria-describedby=[amiss("callbackUrl")] { (draft.callbacks) }
            }
            fieldset aria-describedby=[amiss("scopes")] {
                legend { "Selected OAuth Scopes" }
                @for (value, label, ticked) in scope_boxes(&draft.scopes) {
                    label { input type="checkbox" name="scopes" value=(value) checked[ticked]; " " (label) }
                }
            }
            fieldset {
                legend { "Security" }
                (tick("webServerSecret", "Require secret for Web Server Flow", draft.web_server_secret, None))
                (tick("refreshSecret", "Require secret for Refresh Token Flow", draft.refresh_secret, None))
                (tick(
                    "pkce",
                    "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows",
                    draft.pkce_required,
                    None,
                ))
            }
            fieldset {
                legend { "Simulator" }
                (text("activeInSeconds", "Seconds until the app is active", &draft.active_in_seconds, amiss("activeInSeconds")))
                p { "In Salesforce, it takes 10 to 20 minutes." }
            }
            button { @if is_new { "Create" } @else { "Save" } }
        }
    }
}

fn text(name: &str, label: &str, value: &str, complaint: Option<&str>) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            input id=(name) name=(name) value=(value) autocomplete="off" aria-invalid=[complaint.map(|_| "true")] aria-describedby=[complaint];
        }
    }
}

fn tick(name: &str, label: &str, ticked: bool, complaint: Option<&str>) -> Markup {
    html! {
        label { input type="checkbox" id=(name) name=(name) checked[ticked] aria-describedby=[complaint]; " " (label) }
    }
}

fn environment(sandbox: bool) -> Markup {
    html! {
        fieldset {
            legend { "Simulated org" }
            label { input type="radio" name="environment" value="production" checked[!sandbox]; " Production (" (Org::PRODUCTION) ")" }
            label { input type="radio" name="environment" value="sandbox" checked[sandbox]; " Sandbox (" (Org::SANDBOX) ")" }
        }
    }
}

/// Value, label and state of every box. The org's custom scopes come last.
fn scope_boxes(selected: &[String]) -> Vec<(&str, &str, bool)> {
    let known = scopes::check_boxes().iter();
    let mut boxes: Vec<_> =
        known.map(|known| (known.name(), known.label.as_str(), scopes::allows(selected, known.name()))).collect();
    let custom = selected.iter().filter(|name| scopes::label(name) == name.as_str());
    boxes.extend(custom.map(|name| (name.as_str(), name.as_str(), true)));
    boxes
}
