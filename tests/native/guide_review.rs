//! What the guide knows so far, and the review of it before the profile is created.

use crate::fixtures::cases::{KEY, SECRET};
use crate::fixtures::guide::Person;
use stackone_connector_profile::app::Target;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::salesforce::scopes::SCOPES;

/// Enough of the key to recognize it. Of the secret, only that it is there.
#[test]
fn key_and_secret_are_facts_without_their_text() {
    let fact =
        |person: &Person, key: TextKey| person.view().facts().into_iter().find(|fact| fact.name == key).unwrap().value;
    let (long, longer) = ("abcdefghijklmnopqrst", "abcdefghijklmnopqrstu");
    for (client_id, shown) in [("", TextKey::GuideMissing.english()), (long, long), (longer, "abcdefghi…rstu")] {
        let mut person = Person::new();
        person.type_in(Field::ClientId, client_id);
        assert_eq!(fact(&person, TextKey::ClientIdLabel), shown);
    }
    for (secret, shown) in
        [("", TextKey::GuideMissing), (" \n", TextKey::GuideMissing), ("abcdefgh", TextKey::GuideTyped)]
    {
        let mut person = Person::new();
        person.type_in(Field::ClientSecret, secret);
        assert_eq!(fact(&person, TextKey::ClientSecretLabel), shown.english());
    }
    assert_eq!(fact(&Person::done(), TextKey::ClientSecretLabel), TextKey::GuideWiped.english());
}

/// A secret in the field of the key is not a fact.
#[test]
fn a_wrong_value_is_no_fact() {
    let mut person = Person::new();
    person.type_in(Field::ClientId, SECRET);
    let facts = person.view().facts();
    let key = facts.iter().find(|fact| fact.name == TextKey::ClientIdLabel).unwrap();
    assert_eq!((key.value.as_str(), key.is_own), (TextKey::GuideMissing.english(), false));
}

/// The review leads to what it names, and one click leads back.
#[test]
fn a_value_of_the_review_is_changed_and_the_review_comes_back() {
    for fact in Person::filled(Step::Profile).view().facts() {
        let mut person = Person::filled(Step::Profile);
        person.guide(GuideMessage::EditPressed(fact.field));
        let field = fact.field.unwrap();
        assert_eq!((person.step(), person.focus()), (Step::of(field), Some(Target::Field(field))), "{field:?}");
        if person.step() != Step::Profile {
            assert_eq!(person.view().button(), TextKey::GuideReturn.english());
            person.go_on();
            assert_eq!((person.step(), person.focus()), (Step::Profile, Some(Target::Step)), "{field:?}");
        }
        person.guide(GuideMessage::StepPressed(Step::Credentials));
        assert_eq!(person.view().button(), TextKey::GuideNext.english(), "the way back is over");
    }
    let mut person = Person::filled(Step::Profile);
    person.guide(GuideMessage::EditPressed(None));
    assert_eq!((person.step(), person.view().button().as_str()), (Step::Start, TextKey::GuideReturn.english()));
}

/// Key and secret come together.
#[test]
fn one_of_key_and_secret_waits_for_the_other() {
    for (typed, text, missing) in
        [(Field::ClientId, KEY, Field::ClientSecret), (Field::ClientSecret, SECRET, Field::ClientId)]
    {
        let mut person = Person::new();
        person.guide(GuideMessage::StepPressed(Step::Credentials));
        person.type_in(typed, text);
        person.go_on();
        assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Field(missing))));
        assert!(person.view().form().field(missing).invalid);
    }
}

/// The label that the app's list uses is not known for every scope.
#[test]
fn a_scope_without_a_label_is_named() {
    let nameless: Vec<_> = SCOPES.iter().filter(|scope| scope.label.is_empty()).map(|scope| scope.name).collect();
    assert!(!nameless.is_empty());
    let mut person = Person::new();
    for name in nameless {
        person.type_in(Field::Scopes, name);
        let labels = person.view().guide().scope_labels();
        assert!(labels.iter().any(|label| label == name), "{labels:?}");
    }
}
