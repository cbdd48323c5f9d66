//! Where the configuration is written: the host page, the query string and `config.json`. A member counts where the nearest
//! of them has a usable value; the others are named, each with the place where it is written.

use crate::fixtures::cases::settings;
use serde_json::json;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::{MEMBERS, Notice, Settings, State, StaticPage, Storage, Theme};
use stackone_connector_profile::stackone::{ConfigSources, Json};

/// The settings where the host page gives some members and the static page around it has this query and file.
fn on_a_page(host: &str, query: &str, file: Option<&str>) -> Settings {
    let page = StaticPage { config: file.map(str::to_owned), query: query.to_owned(), own: true };
    Settings::of(ConfigSources::host(Json::parse(host).unwrap()), Some(&page))
}

#[test]
fn every_member_is_named_where_its_value_is_odd_and_the_rest_holds() {
    for (member, _) in MEMBERS {
        for odd in [json!([]), json!(true), json!([{}])] {
            let rest = if member == "name" { "scopes" } else { "name" };
            let members = json!({ member: odd, rest: "api" }).to_string();
            let (host, file) = (settings(&members), on_a_page("{}", "", Some(&members)));
            assert_eq!(host.notices, [Notice::HostUnusable(vec![member.to_owned()])], "{member}: {odd}");
            assert_eq!(file.notices, [Notice::ConfigUnusable(vec![member.to_owned()])], "{member}: {odd}");
            for read in [host, file] {
                assert_eq!([read.first.name, read.first.scopes].concat(), "api");
            }
        }
    }
}

#[test]
fn an_odd_value_falls_back_to_the_next_source() {
    let file =
        json!({ "apiBaseUrl": "/stackone", "auth": "none", "theme": "dark", "environment": "sandbox", "view": "form" });
    for odd in ["", " \n", "javascript:alert(1)", "\u{a0}https://stackone.example"] {
        let host =
            json!({ "apiBaseUrl": odd, "auth": "cookie", "theme": "pink", "environment": "moon", "view": "list" });
        let read = on_a_page(&host.to_string(), "", Some(&file.to_string()));
        assert_eq!((read.api.base_url(), read.theme, read.is_guided()), ("/stackone", Theme::Dark, false), "{odd:?}");
        assert_eq!(read.first.environment, "sandbox");
        let names = ["apiBaseUrl", "auth", "theme", "view", "environment"].map(str::to_owned);
        assert_eq!(read.notices, [Notice::HostUnusable(names.to_vec())]);
        // Without a file the defaults hold, and no key goes to the page's own origin.
        assert_eq!(settings(&host.to_string()).api.base_url(), "https://api.stackone.com");
    }
    assert_eq!(settings(r#"{"apiBaseUrl": "/"}"#).api.url("x"), "/x", "the page's own origin, where it is asked for");
}

#[test]
fn an_odd_value_of_the_file_is_named_and_its_default_holds() {
    let read = on_a_page("{}", "", Some(r#"{"view": "list", "environment": "Production", "apiBaseUrl": ""}"#));
    let names = ["apiBaseUrl", "view", "environment"].map(str::to_owned);
    assert_eq!(read.notices, [Notice::ConfigUnusable(names.to_vec())]);
    assert!(read.is_guided(), "the page's own default");
    assert_eq!((read.first.environment.as_str(), read.api.base_url()), ("production", "https://api.stackone.com"));
}

#[test]
fn the_nearer_source_wins_and_a_blank_word_asks_for_the_default() {
    let file = r#"{"theme": "dark", "view": "form", "environment": "sandbox", "name": "Of the file"}"#;
    let read =
        on_a_page(r#"{"theme": "light", "name": " "}"#, "?view=guide&environment=production&step=check", Some(file));
    assert_eq!((read.theme, read.is_guided(), read.first.environment.as_str()), (Theme::Light, true, "production"));
    assert_eq!((read.first.name.as_str(), read.step.map(|step| step.name())), ("", Some("connect")));
    assert_eq!(read.notices, []);
}

/// The list of profiles leads to the guide, and a host page with a title of its own hides the form's.
#[test]
fn a_view_and_a_heading_are_chosen() {
    for (view, guided) in [("form", false), ("guide", true), ("profiles", true)] {
        let read = on_a_page("{}", &format!("?view={view}"), Some("{}"));
        assert_eq!((<&str>::from(read.view), read.is_guided(), read.has_heading), (view, guided, true));
    }
    for (heading, has_heading, odd) in [("none", false, false), ("default", true, false), ("h1", true, true)] {
        let read = on_a_page(&format!(r#"{{"heading": "{heading}"}}"#), "", Some("{}"));
        assert_eq!((read.has_heading, !read.notices.is_empty()), (has_heading, odd), "{heading}");
    }
}

#[test]
fn an_unknown_value_in_the_query_is_ignored_without_a_word() {
    let file = r#"{"view": "form", "environment": "sandbox", "profileId": "p1"}"#;
    for query in [
        "?view=moon&environment=moon&step=moon&profile-id=a%20b",
        "?view=&environment=&profile-id=",
        "?name=x&auth=none",
    ] {
        let read = on_a_page("{}", query, Some(file));
        assert_eq!((read.is_guided(), read.first.environment.as_str(), read.step), (false, "sandbox", None), "{query}");
        assert_eq!((read.profile_id.as_deref(), read.first.name.as_str()), (Some("p1"), ""));
        assert_eq!(read.notices, [], "{query}");
    }
    assert_eq!(on_a_page("{}", "?profile-id=p2", Some(file)).profile_id.as_deref(), Some("p2"));
}

#[test]
fn one_odd_message_is_named_and_the_others_count() {
    let read =
        settings(r#"{"messages": {"title": "Ours", "name.label": [], "none": 5, "unknown": "x", "name.hint": null}}"#);
    let names = ["messages.name.label", "messages.none"].map(str::to_owned);
    assert_eq!(read.notices, [Notice::HostUnusable(names.to_vec())]);
    assert_eq!(read.words.language(), None);
    let file = on_a_page("{}", "", Some(r#"{"messages": {"title": 5}}"#));
    assert_eq!(file.notices, [Notice::ConfigUnusable(vec!["messages.title".to_owned()])]);
}

#[test]
fn the_notice_says_who_gives_the_value() {
    let read = on_a_page(r#"{"theme": "pink"}"#, "", Some(r#"{"theme": "pink", "storage": "cloud"}"#));
    let said = view(&State::new(read)).screen().notices;
    let [file, host] = said.as_slice() else { panic!("{said:?}") };
    assert!(file.starts_with("Some of this page’s settings (config.json) can’t be used: theme, storage."), "{file}");
    assert!(host.starts_with("The page around this form has settings for it that can’t be used: theme."), "{host}");
    for (file, notice) in
        [(None, Notice::ConfigUnreachable), (Some("[]"), Notice::ConfigMalformed), (Some("{"), Notice::ConfigMalformed)]
    {
        assert_eq!(on_a_page("{}", "", file).notices, [notice]);
    }
}

/// A text that was cut within an emoji.
#[test]
fn half_a_surrogate_pair_takes_nothing_else_with_it() {
    let read = on_a_page("{}", "", Some(r#"{"name": "Sales \ud83d", "apiBaseUrl": "/stackone"}"#));
    assert_eq!((read.first.name.as_str(), read.api.base_url(), read.notices), ("Sales \u{fffd}", "/stackone", vec![]));
}

#[test]
fn progress_is_kept_where_the_page_says() {
    for (named, storage) in [("session", Storage::Session), ("local", Storage::Local), ("none", Storage::None)] {
        let read = settings(&format!(r#"{{"storage": "{named}"}}"#));
        assert_eq!((read.storage, read.notices), (storage, vec![]));
    }
}
