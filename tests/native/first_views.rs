//! `static/first-views.html`: the first views of the static page, which it shows before the module runs. They are what
//! the components render. `UPDATE_FIRST_VIEWS=1 cargo test --test native first_views` renders them again.

use std::fs;
use std::path::Path;

use stackone_connector_profile::app::{Message, Settings, State, StaticPage, update};
use stackone_connector_profile::stackone::ConfigSources;

use crate::fixtures::html::html;

/// A view as the page shows it without any progress.
fn rendered(view: &str) -> String {
    let config = include_str!("../../static/config.json");
    let query = format!("?view={view}");
    let page = StaticPage { config: Some(config.to_owned()), query, own: true };
    let state = State::new(Settings::of(ConfigSources::default(), Some(&page)));
    html(&update(&state, Message::Rendered).0)
}

#[test]
fn the_page_has_the_first_views_as_rendered() {
    let expected =
        ["guide", "form"].map(|view| format!("<template id=\"{view}-view\">{}</template>\n", rendered(view))).concat();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/first-views.html");
    if std::env::var_os("UPDATE_FIRST_VIEWS").is_some() {
        fs::write(path, expected).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap();
    assert!(found == expected, "run: UPDATE_FIRST_VIEWS=1 cargo test --no-default-features --test native first_views");
}
