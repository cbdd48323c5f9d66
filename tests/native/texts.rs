//! Every text: each issue and failure has one, none is unused, and snapshots hold their wording. After an intended
//! change, `INSTA_UPDATE=always cargo test` updates the snapshots.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fixtures::cases::file;
use crate::fixtures::state_ext::StateExt;
use stackone_connector_profile::app::issue_message;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::{Settings, State};
use stackone_connector_profile::features::submit::Attempt;
use stackone_connector_profile::i18n::{TextKey, Words, lower_case, plain};
use stackone_connector_profile::profile::{Code, Field, Issue};
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::requests::TimerId;
use stackone_connector_profile::salesforce::Environment;
use stackone_connector_profile::stackone::{Auth, ConnectorProfile, ErrorBody, TransportError, UnixTime};

/// Severity, field and code of every issue, including those of the API key.
fn issues() -> Vec<[String; 3]> {
    let table = file("issues.txt");
    let key = ["error apiKey required", "warning apiKey unusual-format"];
    let lines = table.lines().filter(|line| !line.starts_with('#')).chain(key);
    lines.map(|line| line.split(' ').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn words_are_english_until_the_host_page_has_its_own() {
    let mut words = Words::default();
    assert_eq!(words.language(), Some("en"));
    words.replace("no.such.key", "Titel");
    assert_eq!(words.language(), Some("en"));
    words.replace("title", "Titel");
    assert_eq!(words.language(), None);
}

#[test]
fn every_issue_has_words_of_its_own() {
    for [severity, field, code] in issues() {
        let words = Words::default().issue(&field, &code, "‹about›");
        assert!(!words.is_empty(), "no words for {field} {code}");
        assert!(!words.contains(['{', '}']), "{words}");
        assert!(words.ends_with('.') || words.ends_with('?'), "{words}");
        assert!(!severity.is_empty());
    }
}

#[test]
fn every_word_for_an_issue_can_be_said() {
    let said: BTreeSet<_> = issues()
        .into_iter()
        .map(|[_, field, code]| {
            let own = ["issue.", &field, ".", &code].concat();
            if TextKey::named(&own).is_some() { own } else { ["issue.", &code].concat() }
        })
        .collect();
    for name in TextKey::ALL.iter().map(|key| key.name()).filter(|name| name.starts_with("issue.")) {
        assert!(said.contains(name), "{name} is never said");
    }
}

#[test]
fn every_other_word_is_used_somewhere() {
    let mut paths = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
    let sources = paths.iter().filter(|path| !path.ends_with("i18n/english.rs")).map(read).collect::<String>();
    let is_used = |key: &TextKey| {
        let use_of_it = format!("TextKey::{key:?}");
        let mut after = sources.match_indices(&use_of_it).map(|(at, _)| &sources[at + use_of_it.len()..]);
        after.any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let dead = TextKey::ALL.iter().filter(|key| !key.name().starts_with("issue.") && !is_used(key));
    let dead = dead.map(|key| format!("{key:?} {}", key.name())).collect::<Vec<_>>();
    assert!(dead.is_empty(), "never said:\n{}", dead.join("\n"));
}

#[test]
fn names_of_words_are_unique_and_their_marks_are_whole() {
    for key in TextKey::ALL {
        let (name, words) = (key.name(), key.english());
        assert_eq!(TextKey::named(name), Some(*key), "{name} occurs twice");
        assert_eq!(words.matches('⟦').count(), words.matches('⟧').count(), "{words}");
        assert_eq!(words.matches('{').count(), words.matches('}').count(), "{words}");
        assert!(!words.trim().is_empty(), "{name}");
        assert!(!name.contains(char::is_whitespace) && !words.contains(['\t', '\n']), "{name}");
    }
}

#[test]
fn a_host_page_replaces_words_by_their_key() {
    let own = |words: &str| {
        let mut own = Words::default();
        own.replace("no.such", "x");
        own.replace("summary.many", words);
        own
    };
    let fill = |words: &str| own(words).fill(TextKey::SummaryMany, &[("count", "2")]);
    assert_eq!(fill("{count} Felder"), "2 Felder");
    assert_eq!(fill("{count}/{count}{other}."), "2/2.");
    assert_eq!(fill("no value"), "no value");
    assert_eq!(fill(""), "Fix 2 fields to continue", "blank words are no words");
    // An unclosed brace is a typo and must not repeat the text.
    assert!(fill("a {b").matches('a').count() == 1, "{}", fill("a {b"));
    assert!(fill("{count} fields {").matches("fields").count() == 1, "{}", fill("{count} fields {"));
    assert_eq!(own("x").get(TextKey::Summary), TextKey::Summary.english());
}

#[test]
fn a_value_that_looks_like_a_place_is_not_filled_again() {
    let filled = Words::default().issue("scopes", "malformed-scope", "{about}{count}");
    assert!(filled.contains("“{about}{count}”"), "{filled}");
}

#[test]
fn the_words_of_all_issues_are_as_reviewed() {
    let mut lines = Vec::new();
    for [severity, field, code] in issues() {
        let field = Field::ALL.iter().copied().find(|known| known.name() == field).unwrap();
        let code = *Code::ALL.iter().find(|known| known.name() == code).unwrap();
        assert_eq!(code.severity().name(), severity);
        let issue = Issue { field, code, about: "‹about›".to_owned() };
        lines.push(format!("{} {}: {}", field.name(), code.name(), issue_message(&issue, &Words::default())));
    }
    insta::assert_snapshot!("issues", lines.join("\n"));
}

#[test]
fn the_words_of_all_failures_are_as_reviewed() {
    let profile = |id: &str| ConnectorProfile {
        id: id.to_owned(),
        name: "Salesforce (Production)".to_owned(),
        environment: "production".to_owned(),
        created_at: "2026-11-23T16:45:09.000Z".to_owned(),
        ..ConnectorProfile::default()
    };
    let said = || ErrorBody { messages: vec!["clientId is not known".to_owned(), "Something else".to_owned()] };
    let failures = [
        Failure::Unauthorized,
        Failure::NoAuthorization(String::new()),
        Failure::Forbidden(said()),
        Failure::Forbidden(ErrorBody::default()),
        Failure::NotOffered,
        Failure::Conflict(vec![profile("p1")]),
        Failure::ChangedMeanwhile(Some(Box::new(profile("p1")))),
        Failure::ChangedMeanwhile(None),
        Failure::Rejected(said()),
        Failure::Rejected(ErrorBody::default()),
        Failure::RateLimited { seconds: 7, until: UnixTime::default(), timer: TimerId(1) },
        Failure::RateLimited { seconds: 0, until: UnixTime::default(), timer: TimerId(1) },
        Failure::ListUnavailable,
        Failure::OutcomeUnknown,
        Failure::NotListed,
        Failure::AmbiguousMatch(vec![profile("p1"), profile("p2")]),
        Failure::NotSaved,
        Failure::Blocked(TransportError::Offline),
        Failure::Blocked(TransportError::ForbiddenByPolicy),
        Failure::Blocked(TransportError::Network),
        Failure::Unreadable("{}".to_owned()),
        Failure::Unreadable(String::new()),
        Failure::UnreadableList("{}".to_owned()),
        Failure::UnreadableList(String::new()),
        Failure::SiteSignIn,
        Failure::SiteForbidden,
        Failure::Unreadable("<html>".to_owned()),
        Failure::UnreadableList("<html>".to_owned()),
    ];
    let mut text = String::new();
    for (auth, failure) in
        [Auth::ApiKey, Auth::Host].into_iter().flat_map(|auth| failures.iter().map(move |failure| (auth, failure)))
    {
        let mut settings = Settings::default();
        settings.api.auth = auth;
        let mut state = State::new(settings);
        let is_open = matches!(
            failure,
            Failure::OutcomeUnknown | Failure::Unreadable(_) | Failure::NotListed | Failure::AmbiguousMatch(_)
        );
        let attempt = Attempt {
            before: Vec::new(),
            name: "Sales".to_owned(),
            environment: Some(Environment::Production),
            compared: false,
            unanswered: 1,
        };
        state.fail_with(failure.clone(), is_open.then_some(attempt));
        let view = view(&state).failure().unwrap();
        let profiles = view.profiles.iter().map(|(profile, way)| format!("{} [{}]", profile.id, way.words.english()));
        let ways = view.buttons.iter().map(|way| format!("[{}]", way.words.english()));
        let request = view.request.then(|| format!("+ {}", TextKey::RequestTitle.english()));
        let parts = [
            vec![view.title.english().to_owned()],
            view.body,
            view.quote.iter().map(|quote| format!("> {quote}")).collect(),
            view.countdown.into_iter().collect(),
        ];
        let lines = parts.into_iter().flatten().chain(profiles).chain(ways).chain(request);
        let variant = format!("{failure:?}").split(['(', ' ']).next().unwrap().to_owned();
        let entry = format!(
            "{auth:?} {variant} = {}, retryable: {}\n  {}\n\n",
            failure.code().name(),
            failure.is_retryable(),
            lines.collect::<Vec<_>>().join("\n  ")
        );
        // What does not depend on the kind of authorization is listed once.
        if auth == Auth::ApiKey || !text.contains(entry.split_once(' ').unwrap().1) {
            text.push_str(&entry);
        }
    }
    insta::assert_snapshot!("failures", text.trim_end());
}

#[test]
fn a_value_keeps_its_asterisks() {
    let issue = Issue { field: Field::Scopes, code: Code::MalformedScope, about: "api*x*".to_owned() };
    let message = issue_message(&issue, &Words::default());
    assert!(message.contains("“api*x*”"), "{message}");
}

/// İ becomes two characters, which is of no use in a search.
#[test]
fn european_letters_become_the_small_ones_of_unicode() {
    for c in ('\0'..'\u{180}').chain('\u{370}'..'\u{3cf}').chain('\u{400}'..'\u{460}').filter(|c| *c != 'İ') {
        // These Greek letters are archaic or rare.
        if !matches!(c, 'Ͱ' | 'Ͳ' | 'Ͷ' | 'Ϳ') {
            assert_eq!(lower_case(&c.to_string()), c.to_lowercase().to_string(), "{c:?}");
        }
    }
}

#[test]
fn plain_words_have_no_marks() {
    assert_eq!(plain("a ⟦b⟧ c*d⟦e⟧"), "a b c*de");
}
