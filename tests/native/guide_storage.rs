//! What the guide stores and how it is restored. It stores no secret, wherever it was typed, and no stored text does
//! harm.

use crate::fixtures::cases::{API_KEY, KEY, SECRET, properties, to_serde};
use crate::fixtures::guide::{NOW, Person, halfway, values};
use crate::fixtures::link::{LINK, attempt, session};
use crate::fixtures::state_ext::StateExt;
use proptest::prelude::*;
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, State};
use stackone_connector_profile::features::guide::{AppCreated, Pkce};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::link_account::{LinkMessage, SignIn};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::Json;
use stackone_connector_profile::stackone::UnixTime;

const GUIDE: &str = r#"{"view": "guide"}"#;

/// The state that a load restores from a text.
fn restored(kept: &str) -> State {
    Person::restored(GUIDE, Some(kept)).state
}

/// A state in full, with secrets replaced by their lengths.
fn all_of(state: &State) -> String {
    let secrets =
        [&state.form.draft.client_secret, &state.form.api_key, &state.guide.pasted].map(|secret| secret.expose().len());
    format!("{state:?}{secrets:?}")
}

#[test]
fn what_is_kept_brings_back_steps_answer_clock_and_values_but_no_secret() {
    let (person, kept) = halfway();
    let back = restored(&kept);
    assert_eq!(
        (back.guide.step, back.guide.pkce, back.guide.app),
        (Step::Credentials, Some(Pkce::Org), Some(AppCreated::At(UnixTime(NOW))))
    );
    assert_eq!(back.guide.passed, [Step::Start, Step::CreateApp]);
    assert_eq!(values(&back), values(&person.state));
    assert!(back.form.open.my_domain, "a field with a value is open");
    assert_eq!(
        (back.form.draft.client_id.as_str(), back.guide.pasted.expose(), back.form.api_key.expose()),
        ("", "", "")
    );
    assert!(back.form.draft.client_secret.is_blank());
    let json: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(json, to_serde(&Json::parse(&kept).unwrap()), "it is whole JSON");
    for secret in [KEY, SECRET, API_KEY, "Q7canary"] {
        assert!(!kept.contains(secret), "{kept}");
    }
}

#[test]
fn the_address_counts_more_than_what_was_kept() {
    let (_, kept) = halfway();
    let back = Person::restored(r#"{"view": "guide", "step": "connect"}"#, Some(&kept)).state;
    assert_eq!((back.guide.step, back.guide.pkce), (Step::Connect, Some(Pkce::Org)));
    let own = Person::restored(r#"{"view": "guide", "name": "Theirs", "scopes": "full"}"#, Some("{}")).state;
    assert_eq!(values(&own), ["Theirs", "full", "production", ""], "what was not kept is as the host page says");
}

/// A pasted secret with a recognizable format, in a field whose value is stored.
#[test]
fn a_secret_in_the_wrong_field_is_not_stored_whatever_surrounds_it() {
    let mut kept = Vec::new();
    let secrets = [SECRET, KEY, "1955279925675241571", API_KEY, "00D5g00000Q7abc!AQ7C4n4ry", "5Aep861C4n4ryR3fresh"];
    let around = [
        ("", ""),
        (" ", "\n"),
        ("\u{a0}", ""),
        ("\u{200b}", ""),
        ("\u{feff}", "\u{200b}"),
        ("\"", "\""),
        ("“", "”"),
        ("(", ")"),
        ("'", "',"),
        ("secret=", ""),
        ("Secret:", ";"),
        ("https://acme.my.salesforce.com/?sid=", ""),
        ("https://acme.my.salesforce.com/#code=", "&x=1"),
        ("acme,", ","),
    ];
    for field in [Field::Name, Field::Scopes, Field::Environment, Field::MyDomain] {
        for (secret, (before, after)) in secrets.iter().flat_map(|secret| around.map(|around| (secret, around))) {
            let mut person = Person::new();
            person.type_in(field, &[before, secret, after].concat());
            person.guide(GuideMessage::PkceAnswered(Pkce::Off));
            if person.kept().unwrap().contains(secret) {
                kept.push(format!("{} {before:?} {secret} {after:?}", field.name()));
            }
        }
    }
    assert!(kept.is_empty(), "{}", kept.join("\n"));
}

/// Anything that looks like a key or a token, or that is longer than a word of a name.
#[test]
fn a_name_that_looks_like_a_secret_is_not_kept() {
    let (most, more, many) = ("n".repeat(40), "n".repeat(41), "n".repeat(80));
    for (name, kept) in [
        ("Sales", true),
        (&most, true),
        (&more, false),
        (&many, false),
        ("5Aep861abcdefgh", false),
        ("v1.eu1.abc", false),
    ] {
        let mut person = Person::new();
        person.type_in(Field::Name, name);
        person.guide(GuideMessage::PkceAnswered(Pkce::Off));
        assert_eq!(person.kept().unwrap().contains(name), kept, "{name}");
    }
}

/// A secret without a recognizable format is recognized if its own field contains it, too.
#[test]
fn the_text_of_a_secret_field_is_not_stored_from_another_one() {
    for (field, secret) in
        [(Field::ClientSecret, "Handm4de-secret"), (Field::ApiKey, "Handm4de-key"), (Field::ClientId, "Handm4de-id")]
    {
        let mut person = Person::new();
        person.type_in(field, secret);
        person.type_in(Field::Name, secret);
        person.guide(GuideMessage::PkceAnswered(Pkce::Off));
        assert!(!person.kept().unwrap().contains(secret), "{field:?}: {}", person.kept().unwrap());
    }
}

#[test]
fn a_kept_text_that_is_cut_off_or_no_object_changes_nothing() {
    let (_, kept) = halfway();
    let fresh = all_of(&Person::restored(GUIDE, None).state);
    let cuts = (0..kept.len()).filter(|at| kept.is_char_boundary(*at)).map(|at| kept[..at].to_owned());
    let odd = [
        "null",
        "7",
        "\"start\"",
        "[]",
        "{}",
        "[{\"step\": \"check\"}]",
        "{\"step\": \"check\"} x",
        "<html>",
        "undefined",
    ];
    for text in cuts.chain(odd.map(str::to_owned)) {
        assert_eq!(all_of(&restored(&text)), fresh, "{text}");
    }
}

#[test]
fn stored_progress_of_a_later_version_restores_what_is_known() {
    let text = json!({
        "step": "review", "passed": ["start", "later", 7, null, {}], "pkce": "sometimes",
        "madeAt": "soon", "name": ["Sales"], "scopes": 7, "myDomain": null, "version": 9, "environment": "sandbox",
        "clientId": KEY, "clientSecret": SECRET, "apiKey": API_KEY, "pasted": "code=x", "phase": "done",
    });
    let back = restored(&text.to_string());
    assert_eq!((back.guide.step, back.guide.pkce, back.guide.app), (Step::Start, None, None));
    assert_eq!(back.guide.passed, [Step::Start]);
    assert_eq!(values(&back), ["", "", "sandbox", ""]);
    assert_eq!(
        (back.form.draft.client_id.as_str(), back.guide.pasted.expose(), back.form.api_key.expose()),
        ("", "", "")
    );
    assert!(back.form.draft.client_secret.is_blank());
}

#[test]
fn a_step_that_was_kept_twice_is_passed_once() {
    let person = Person::restored(GUIDE, Some(r#"{"passed": ["start", "start", "title"]}"#));
    assert_eq!(person.state.guide.passed, [Step::Start]);
}

/// The result is not lost with a reload, nor is what was connected; a secret is in neither.
#[test]
fn a_result_and_what_was_connected_survive_a_reload() {
    let mut person = Person::done();
    let kept = |person: &Person| serde_json::from_str::<Value>(person.kept().unwrap()).unwrap();
    let mut done = kept(&person);
    assert_eq!(
        done["done"],
        json!({"id": "p1", "name": "Sales", "environment": "production", "createdAt": "", "updatedAt": "", "found": false})
    );
    for secret in [KEY, SECRET, API_KEY] {
        assert!(!done.to_string().contains(secret), "{done}");
    }
    done["done"]["createdAt"] = "2026-11-23T16:45:09.000Z".into();
    person.answer(201, &session(LINK));
    person.link(LinkMessage::SignInOpened);
    person.answer(200, &attempt("authenticated", json!({"account_secure_id": "a1"})));
    let connected = kept(&person);
    assert_eq!(connected["done"]["account"], "a1");

    let asked = |person: &Person| person.sent.iter().filter(|(_, one)| one.url.ends_with("/connect_sessions")).count();
    for (auth, asks) in [("api-key", 0), ("host", 1), ("none", 1)] {
        let config = format!(r#"{{"view": "guide", "auth": "{auth}"}}"#);
        let mut back = Person::restored(&config, Some(&done.to_string()));
        let restoring = asked(&back);
        back.say(Message::Rendered);
        let result = back.state.result().unwrap();
        let profile = &result.profile;
        let told = [&profile.id, &profile.name, &profile.environment, &profile.created_at];
        assert_eq!(told, ["p1", "Sales", "production", "2026-11-23T16:45:09.000Z"]);
        assert_eq!((asked(&back).max(restoring), back.step()), (asks, Step::Connect), "{auth}");
        assert!(back.view().link().offers_help, "someone may have tried before the reload");
        if asks == 0 {
            // The key is typed in place.
            back.type_in(Field::ApiKey, API_KEY);
            back.link(LinkMessage::Pressed);
            assert_eq!(asked(&back), 1);
        }

        let mut back = Person::restored(&config, Some(&connected.to_string()));
        back.say(Message::Rendered);
        assert_eq!(back.state.linking.sign_in, SignIn::Connected(Some("a1".to_owned())));
        assert_eq!((asked(&back), back.view().link().ids.len()), (0, 2), "{auth}: it is connected");
    }
    // It goes with the next profile.
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    assert!(!person.kept().unwrap().contains("\"done\""));
    // Without the guide nothing of it is kept.
    assert!(Person::restored("{}", Some(&connected.to_string())).state.result().is_none());
    for odd in [r#"{"done": 7}"#, r#"{"done": {"id": ""}}"#, r#"{"done": {"id": {}}}"#] {
        assert!(restored(odd).result().is_none(), "{odd}");
    }
}

proptest! {
    #![proptest_config(properties(300))]

    #[test]
    fn no_stored_text_does_harm(
        text in any::<String>(),
        member in prop::sample::select(vec!["step", "passed", "pkce", "madeAt", "name", "scopes", "environment", "myDomain"]),
        value in "\\PC{0,30}|[\\[\\]{}\",:a-z0-9]{0,20}|[0-9]{1,40}|-?[0-9]{1,4}(\\.[0-9])?|\"\\PC{0,20}\"",
    ) {
        for text in [text, format!("{{\"{member}\": {value}}}"), json!({ member: value }).to_string()] {
            let mut person = Person::restored(GUIDE, Some(&text));
            person.say(Message::Rendered);
            let state = &person.state;
            prop_assert!(state.form.draft.client_id.is_empty() && state.form.draft.client_secret.is_blank());
            prop_assert!(state.form.api_key.is_blank() && state.guide.pasted.is_blank() && person.sent.is_empty());
            prop_assert!(person.view().failure().is_none() && person.view().done().is_none());
            person.clock(NOW);
            prop_assert!(person.state.guide.left().is_none_or(|left| left <= 20 * 60));
            person.guide(GuideMessage::StepPressed(Step::Connect));
            prop_assert_eq!(person.step(), Step::Connect);
        }
    }
}
