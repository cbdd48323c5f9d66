//! The page with an app's Consumer Key and Consumer Secret, the only page that shows a secret. Salesforce verifies the
//! user's identity first; the simulator does not.

use maud::{Markup, html};

use super::super::app::App;

/// The page's body.
pub fn body(app: &App) -> Markup {
    html! {
        p { "Of the app " strong { (app.settings.name) } ". Keep them where only you can read them." }
        (read_only("consumerKey", "Consumer Key", &app.settings.client_id))
        (read_only("consumerSecret", "Consumer Secret", &app.settings.client_secret))
    }
}

fn read_only(id: &str, label: &str, value: &str) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            input id=(id) value=(value) readonly autocomplete="off";
        }
    }
}
