//! Names, ids and texts that StackOne or the host page gives. Letters that run from right to left change the order of
//! what stands beside them, unless an element keeps them apart; and a translator must not touch a name.

use crate::fixtures::actions::{actions, everything};
use crate::fixtures::cases::settings;
use crate::fixtures::guide::Person;
use crate::fixtures::html::html;
use crate::fixtures::session::{Session, list, profile, with};
use serde_json::{Value, json};
use stackone_connector_profile::app::{Message, State};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::guide::{GuideMessage, Saw, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::{TextKey, Words, plain};
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::{Flag, TransportError};

/// Hebrew, and RIGHT-TO-LEFT OVERRIDE.
const NAME: &str = "שלום \u{202e}(1)";

fn odd(id: &str) -> Value {
    let more = json!({ "connector_version": "1.2.א", "connector_pinned_version": "1.א.x", "environment": "סביבה" });
    with(profile(id, NAME, "production"), more)
}

fn sending(name: &str) -> Session {
    let mut session = Session::filled();
    session.type_in(Field::Name, name);
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(200, &list(&[]));
    session
}

/// The screens that show such a value.
fn screens() -> Vec<(&'static str, State)> {
    let mut conflict = Session::filled();
    conflict.type_in(Field::Name, NAME);
    conflict.say(Message::Submit(SubmitMessage::Pressed));
    conflict.answer(200, &list(&[odd("p1")]));
    conflict.answer(409, &json!({}));
    let mut several = sending(NAME);
    several.no_answer(TransportError::Network);
    several.answer(200, &list(&[odd("p1"), odd("p2")]));
    let mut done = sending(NAME);
    done.answer(201, &odd("p1"));
    let mut twice = done.clone();
    twice.answer(200, &list(&[odd("p1"), odd("p2")]));
    let mut rejected = sending("Sales");
    rejected.answer(422, &json!({ "message": [format!("clientSecret: {NAME}"), NAME] }));
    let mut unreadable = Session::filled();
    unreadable.say(Message::Submit(SubmitMessage::Pressed));
    unreadable.answer(200, &json!(NAME));
    let default = with(profile("p2", NAME, "production"), json!({ "default": true }));
    let mut changing = Session::changing(&[odd("p1"), default]);
    changing.type_in(Field::Name, "אחר");
    changing.profiles(ProfilesMessage::FlagToggled(Flag::Default));
    changing.profiles(ProfilesMessage::VersionsPressed);
    changing.answer(200, &list(&[odd("p1")]));
    let mut gone = Session::configured(r#"{"auth": "none", "profileId": "אב"}"#);
    gone.answer(200, &list(&[odd("p1")]));
    let mut choosing = Session::choosing();
    let action = json!({ "id": "salesforce_get_אב", "label": NAME, "description": "תיאור", "required_scopes": ["אב"] });
    choosing.answer(200, &actions(&[action], None));
    choosing.act(everything());
    let mut scopes = Session::filled();
    scopes.type_in(Field::Scopes, "api refresh_token שלום");
    scopes.say(Message::Form(FormMessage::Blurred(Field::Scopes)));
    let mut pasted = Person::filled(Step::Connect);
    pasted.guide(GuideMessage::SawAnswered(Saw::Error));
    pasted.paste(&format!("error={NAME}"));
    [
        ("conflict", conflict),
        ("several", several),
        ("done", done),
        ("twice", twice),
        ("rejected", rejected),
        ("unreadable", unreadable),
        ("list", Session::listing(&[odd("p1")])),
        ("changing", changing),
        ("gone", gone),
        ("choosing", choosing),
        ("scopes", scopes),
    ]
    .map(|(name, session)| (name, session.state))
    .into_iter()
    .chain([("pasted", pasted.state), ("config", State::new(settings(r#"{"messages": {"שלום": []}}"#)))])
    .collect()
}

/// Each text of a screen, with the tag before it.
fn texts(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split('<').filter_map(|part| part.split_once('>')).filter(|(_, text)| !text.is_empty())
}

#[test]
fn letters_from_right_to_left_stay_among_themselves() {
    let is_hebrew = |c: char| ('\u{590}'..='\u{5ff}').contains(&c) || c == '\u{202e}';
    for (name, state) in screens() {
        let html = html(&state);
        let found = texts(&html).filter(|(tag, text)| text.contains(is_hebrew) && !tag.starts_with("textarea"));
        let found = found.collect::<Vec<_>>();
        assert!(!found.is_empty(), "{name} shows none");
        for (tag, text) in found {
            assert!(tag.starts_with("bdi"), "{name}: {text:?} in <{tag}>");
        }
        assert!(!html.contains(['\u{2068}', '\u{2069}']), "{name}: elements in place of marks");
    }
}

#[test]
fn names_ids_and_words_of_other_screens_are_not_translated() {
    let html = html(&Session::listing(&[profile("p1", "Sales", "production")]).state);
    for value in ["Sales", "p1"] {
        let (tag, _) = texts(&html).find(|(_, text)| *text == value).unwrap();
        assert_eq!(tag, "bdi translate=\"no\"", "{value}");
    }
    let html = html_of_guide();
    assert!(texts(&html).any(|(tag, _)| tag == "b translate=\"no\""));
    for line in html.split('<').filter(|line| line.starts_with("code")) {
        assert!(line.contains("translate=\"no\""), "{line}");
    }
}

fn html_of_guide() -> String {
    Step::ALL.into_iter().map(|step| html(&Person::filled(step).state)).collect()
}

#[test]
fn a_value_in_words_cannot_end_its_isolation_or_look_like_words_of_a_screen() {
    let words = Words::default();
    let odd = format!("⟦{}\u{2069}\u{2068}⟧", "שלום");
    let filled = words.fill(TextKey::ProfilesGone, &[("id", &odd)]);
    assert_eq!(filled.matches('\u{2069}').count(), 1, "{filled:?}");
    assert!(filled.contains("\u{2068}שלום\u{2069}"), "{filled:?}");
    assert_eq!(plain(&filled), words.fill(TextKey::ProfilesGone, &[("id", "X")]).replace('X', "שלום"));
    // Where the host page has words of its own, these may run from right to left themselves.
    let mut own = Words::default();
    own.replace("title", "כותרת");
    assert!(own.fill(TextKey::ProfilesGone, &[("id", "p1")]).contains("\u{2068}p1\u{2069}"));
    assert_eq!(words.isolated("p1"), "p1");
}
