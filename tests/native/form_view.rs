//! What the form shows: its texts, the selected options, and the focus when a part of it opens.

use crate::fixtures::guide::Person;
use crate::fixtures::html::screen;
use crate::fixtures::session::{Session, changing, created, save};
use serde_json::json;
use stackone_connector_profile::app::{Copy, Message, Target};
use stackone_connector_profile::components::Tone;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::form::Toggle;
use stackone_connector_profile::features::guide::Step;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::stackone::TransportError;

#[test]
fn the_line_below_the_heading_fits_what_is_done() {
    assert_eq!(Session::filled().view().intro(), TextKey::Intro);
    assert_eq!(changing().view().intro(), TextKey::EditIntro);
    for step in Step::ALL {
        assert_eq!(Person::filled(step).view().intro(), step.words().1, "{step:?}");
    }
}

#[test]
fn the_key_is_asked_for_where_a_person_types_it() {
    assert!(Session::filled().view().form().asks_for_key);
    assert!(!Session::configured(r#"{"auth": "none"}"#).view().form().asks_for_key);
}

#[test]
fn the_host_page_can_put_it_in_its_own_words() {
    let session = Session::configured(r#"{"messages": {"title": "Connect your Salesforce"}}"#);
    assert_eq!(session.view().title(), "Connect your Salesforce");
    assert_eq!(session.view().words().get(TextKey::Title), "Connect your Salesforce");
}

#[test]
fn one_environment_is_chosen() {
    for (environment, chosen) in [("production", [true, false]), ("sandbox", [false, true]), ("", [false, false])] {
        let mut session = Session::filled();
        session.type_in(Field::Environment, environment);
        assert_eq!(session.view().form().choices().map(|choice| choice.selected), chosen, "{environment}");
    }
}

/// At once, so that a person sees which org they pasted; a warning where something is odd about it.
#[test]
fn an_address_is_confirmed_with_the_org_that_it_leads_to() {
    let said = |address: &str| {
        let mut session = Session::filled();
        session.type_in(Field::Environment, "production");
        session.say(Message::Form(FormMessage::Toggled(Toggle::MyDomain)));
        session.type_in(Field::MyDomain, address);
        let messages = session.view().form().field(Field::MyDomain).messages;
        messages.into_iter().map(|message| (message.tone == Tone::Good, message.words)).collect::<Vec<_>>()
    };
    assert_eq!(said("acme.my.salesforce.com"), [(true, "Got it: ⟦acme.my.salesforce.com⟧.".to_owned())]);
    let rewritten = said("https://acme.lightning.force.com/lightning/page/home");
    assert!(matches!(&rewritten[..], [(true, words)] if words.contains("acme.my.salesforce.com")), "{rewritten:?}");
    for address in ["", "acme", "login.salesforce.com", "acme--uat.sandbox.my.salesforce.com"] {
        assert_eq!(said(address), [], "{address}");
    }
}

/// A field that opens gets the focus. Showing a hidden text leaves the focus on its button.
#[test]
fn the_focus_goes_to_a_field_that_appears_and_stays_elsewhere() {
    let mut session = Session::filled();
    session.say(Message::Form(FormMessage::Toggled(Toggle::MyDomain)));
    assert_eq!(session.focus(), Some(Target::Field(Field::MyDomain)));
    for toggle in [Toggle::MyDomain, Toggle::ClientSecret, Toggle::ApiKey, Toggle::RequestSecrets] {
        session.say(Message::Form(FormMessage::Toggled(toggle)));
        assert_eq!(session.focus(), None, "{toggle:?}");
    }
}

#[test]
fn what_is_typed_in_secret_can_be_shown() {
    let mut session = Session::filled();
    let shown = |session: &Session| {
        [Field::ClientId, Field::ClientSecret, Field::ApiKey].map(|field| session.view().form().field(field).shown)
    };
    assert_eq!(shown(&session), [None, Some(false), Some(false)]);
    session.say(Message::Form(FormMessage::Toggled(Toggle::ApiKey)));
    assert_eq!(shown(&session), [None, Some(false), Some(true)]);
    session.say(Message::Form(FormMessage::Toggled(Toggle::ClientSecret)));
    assert_eq!(shown(&session), [None, Some(true), Some(true)]);
}

/// The introduction says once that a blank field keeps its value.
#[test]
fn no_hint_of_a_profile_that_is_changed_speaks_of_a_new_one() {
    let hint = |session: &Session, field| session.view().form().field(field).hint.clone();
    assert!(screen(&changing().state).contains(TextKey::EditIntro.english()));
    assert_eq!(hint(&changing(), Field::Name), "", "there is no name to offer");
    // Connected accounts have what was granted to them when they signed in.
    assert_eq!(hint(&changing(), Field::Scopes), TextKey::EditScopes.english());
    for field in [Field::ClientId, Field::ClientSecret] {
        assert_eq!(hint(&changing(), field), field.hint().english());
    }
}

#[test]
fn the_host_page_says_why_there_is_no_authorization_where_it_does() {
    for (why, quote) in [("signed out", vec!["signed out"]), ("", vec![])] {
        let mut session = Session::filled();
        session.say(Message::Submit(SubmitMessage::Pressed));
        session.no_answer(TransportError::NoAuthorization(why.to_owned()));
        assert_eq!(session.failure_view().quote, quote);
    }
}

/// Only a create is compared with the list. Repeating a change does no harm.
#[test]
fn a_change_whose_answer_got_lost_is_tried_again() {
    let mut session = changing();
    session.type_in(Field::Name, "Sales 2");
    save(&mut session);
    session.no_answer(TransportError::TimedOut);
    assert_eq!((session.failed().as_str(), session.buttons()), ("outcome-unknown", vec!["Try again".to_owned()]));
}

#[test]
fn what_is_wrong_with_the_key_is_said_at_no_other_field() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::Pressed));
    session.answer(401, &json!({}));
    let saying = Field::ALL.iter().copied().filter(|field| !session.said_of(*field).is_empty());
    assert_eq!(saying.collect::<Vec<_>>(), [Field::ApiKey]);
}

/// A taken name is reported at once. Other fields are not checked while the person types.
#[test]
fn a_field_is_checked_once_it_is_left() {
    let mut session = Session::listing(&[created("p1")]);
    for field in [Field::ClientId, Field::ClientSecret, Field::Scopes] {
        session.type_in(field, "a b");
        assert_eq!(session.said_of(field), [""; 0], "{field:?}");
        session.say(Message::Form(FormMessage::Blurred(field)));
        assert_eq!(session.said_of(field).len(), 1, "{field:?}");
    }
}

/// Only for the text that it contains.
#[test]
fn the_orgs_own_address_is_shown_when_the_focus_goes_there() {
    let mut session = Session::filled();
    session.say(Message::Submit(SubmitMessage::RenamePressed));
    assert_eq!((session.focus(), session.state.form.open.my_domain), (Some(Target::Field(Field::Name)), false));
    session.type_in(Field::MyDomain, "evil.example");
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((session.focus(), session.state.form.open.my_domain), (Some(Target::Field(Field::MyDomain)), true));
    session.say(Message::Submit(SubmitMessage::RenamePressed));
    assert!(session.state.form.open.my_domain, "and stays");
}

#[test]
fn the_page_is_named_after_what_it_shows() {
    assert_eq!(Session::filled().state.page_title(), "Connect Salesforce");
    assert_eq!(changing().state.page_title(), "Edit “Sales”");
    let mut session = Session::sending();
    session.answer(201, &created("p1"));
    assert_eq!(session.state.page_title(), "Your profile is ready");
}

/// Otherwise the name would hide that it was copied.
#[test]
fn a_button_that_copied_says_so() {
    let mut person = Person::filled(Step::CreateApp);
    let named = |person: &Person| screen(&person.state).contains("aria-label=\"Copy Callback URL\"");
    assert!(named(&person));
    person.say(Message::CopyPressed(Copy::Callback));
    person.say(Message::CopyFinished(Copy::Callback, true));
    assert!(!named(&person));
}
