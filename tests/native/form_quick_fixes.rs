//! Quick fixes: each one does what its label says and is offered where it helps.

use crate::fixtures::cases::{KEY, SECRET};
use crate::fixtures::session::Session;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::form::{FormMessage, Found, QuickFix, Toggle};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::salesforce::Environment;

#[test]
fn swapped_keys_are_swapped_back_at_a_click() {
    let mut session = Session::filled();
    session.type_in(Field::ClientId, SECRET);
    session.type_in(Field::ClientSecret, KEY);
    session.say(Message::Form(FormMessage::Blurred(Field::ClientId)));
    let quick_fix = session.view().form().field(Field::ClientId).messages[0].quick_fix.unwrap();
    assert_eq!(quick_fix, QuickFix::SwapKeys);
    session.say(Message::Form(FormMessage::QuickFixPressed(quick_fix)));
    session.assert_nothing_lost();
}

#[test]
fn a_secret_in_the_name_is_not_offered_to_be_swapped_with_the_key() {
    let mut session = Session::filled();
    session.type_in(Field::Name, SECRET);
    session.say(Message::Form(FormMessage::Blurred(Field::Name)));
    let messages = session.view().form().field(Field::Name).messages;
    assert_eq!(messages.iter().map(|message| message.quick_fix).collect::<Vec<_>>(), [None]);
    session.say(Message::Submit(SubmitMessage::Pressed));
    assert!(session.just_sent().is_empty(), "nothing is sent");
}

#[test]
fn every_quick_fix_fixes() {
    let mut session = Session::filled();
    let mut fixed = |field, text: &str, other: Option<(Field, &str)>| {
        other.into_iter().for_each(|(field, text)| session.type_in(field, text));
        session.type_in(field, text);
        session.say(Message::Form(FormMessage::Blurred(field)));
        let quick_fix = session.view().form().field(field).messages[0].quick_fix.unwrap();
        session.say(Message::Form(FormMessage::QuickFixPressed(quick_fix)));
        let draft = session.state.form.draft.clone();
        assert!(!session.state.issues().iter().any(|issue| issue.field == field), "{:?}", session.state.issues());
        draft
    };
    assert_eq!(fixed(Field::ClientId, &KEY.replace("Ygj", "Y \n gj"), None).client_id, KEY);
    assert_eq!(
        fixed(Field::ClientSecret, &SECRET.replace("53F", "53 F"), None).client_secret.expose(),
        "B0EB53F16947CCF25EC84D8DBC74254770F58904DBA41ECCCC3FC1626E53A130"
    );
    assert_eq!(fixed(Field::Scopes, "api", None).scopes, "api refresh_token");
    assert_eq!(fixed(Field::Scopes, "API,\nrefresh_token", None).scopes, "api refresh_token");
    session.say(Message::Form(FormMessage::Toggled(Toggle::MyDomain)));
    let mut fixed = |text: &str, environment: &str| {
        session.say(Message::Form(FormMessage::Edited(Field::Environment, Secret::from(environment))));
        session.type_in(Field::MyDomain, text);
        session.say(Message::Form(FormMessage::Blurred(Field::MyDomain)));
        let quick_fix = session.view().form().field(Field::MyDomain).messages[0].quick_fix.unwrap();
        session.say(Message::Form(FormMessage::QuickFixPressed(quick_fix)));
        assert!(
            !session.state.issues().iter().any(|issue| issue.field == Field::MyDomain),
            "{:?}",
            session.state.issues()
        );
        (session.state.form.draft.my_domain.clone(), session.state.form.draft.environment.clone())
    };
    let http = ("https://acme.my.salesforce.com/x".into(), "production".into());
    assert_eq!(fixed("http://acme.my.salesforce.com/x", "production"), http);
    for (typed, mended) in [
        ("http:acme.my.salesforce.com", "https://acme.my.salesforce.com"),
        ("http:/acme.my.salesforce.com/x?u=https://e", "https://acme.my.salesforce.com/x?u=https://e"),
    ] {
        assert_eq!(fixed(typed, "production").0, mended);
    }
    assert_eq!(fixed("login.salesforce.com", "production"), (String::new(), "production".into()));
    assert_eq!(fixed("acme.my.salesforce.com", "sandbox").1, "production");
    assert_eq!(fixed("acme--x.sandbox.my.salesforce.com", "production").1, "sandbox");
}

#[test]
fn a_key_in_the_field_of_the_secret_is_swapped_back_unless_both_are_keys() {
    for (client_id, offered) in [(SECRET, true), ("", true), (KEY, false)] {
        let mut session = Session::filled();
        session.type_in(Field::ClientId, client_id);
        session.type_in(Field::ClientSecret, KEY);
        session.say(Message::Form(FormMessage::Blurred(Field::ClientSecret)));
        let quick_fixes =
            session.view().form().field(Field::ClientSecret).messages.into_iter().map(|message| message.quick_fix);
        assert_eq!(quick_fixes.collect::<Vec<_>>(), [offered.then_some(QuickFix::SwapKeys)], "{client_id:?}");
    }
}

#[test]
fn each_quick_fix_says_what_it_does() {
    let fixes = [
        QuickFix::SwapKeys,
        QuickFix::AddRefresh,
        QuickFix::UseTidied,
        QuickFix::RemoveSpaces(Field::ClientId),
        QuickFix::Switch(Environment::Sandbox),
        QuickFix::Switch(Environment::Production),
        QuickFix::UseHttps,
        QuickFix::ClearDomain,
        QuickFix::UseFound(Field::ClientId, Found::Key),
        QuickFix::UseFound(Field::ClientId, Found::Secret),
        QuickFix::UseFound(Field::ClientId, Found::Both),
    ];
    let said = fixes.map(|fix| fix.key().english());
    let expected = [
        "Swap the two",
        "Add refresh_token",
        "Use cleaned-up list",
        "Remove the spaces",
        "Switch to Sandbox",
        "Switch to Production",
        "Use https://",
        "Clear field",
        "Use the key in this text",
        "Use the secret in this text",
        "Fill in the key and secret from this text",
    ];
    assert_eq!(said, expected);
}

/// Whole lines are pasted, or an address: what is found in them is offered, and nothing is taken before the click.
#[test]
fn a_credential_inside_of_a_pasted_text_is_offered_and_taken_at_a_click() {
    let url = format!("https://login.salesforce.com/services/oauth2/authorize?response_type=code&client_id={KEY}&x=y");
    let json = format!(r#"{{"client_id":"{KEY}","client_secret":"{SECRET}"}}"#);
    for (field, text, found, [id, secret]) in [
        (Field::ClientId, url.clone(), Found::Key, [KEY, "typed before"]),
        (Field::ClientId, format!("The key is {KEY}."), Found::Key, [KEY, "typed before"]),
        (Field::ClientId, format!("SALESFORCE_SECRET='{SECRET}'"), Found::Secret, ["", SECRET]),
        (Field::ClientId, json.clone(), Found::Both, [KEY, SECRET]),
        (Field::ClientId, format!("Consumer Key {KEY} Consumer Secret {SECRET}"), Found::Both, [KEY, SECRET]),
        (Field::ClientId, format!("Consumer Key{KEY}Consumer Secret{SECRET}"), Found::Both, [KEY, SECRET]),
        (Field::ClientSecret, format!("secret: {SECRET}."), Found::Secret, ["typed before", SECRET]),
        (Field::ClientSecret, url, Found::Key, [KEY, ""]),
        (Field::ClientSecret, json, Found::Both, [KEY, SECRET]),
    ] {
        let mut session = Session::filled();
        session.type_in(Field::ClientId, "typed before");
        session.type_in(Field::ClientSecret, "typed before");
        session.type_in(field, &text);
        session.say(Message::Form(FormMessage::Blurred(field)));
        let [message] = session.view().form().field(field).messages.try_into().unwrap();
        assert_eq!(message.quick_fix, Some(QuickFix::UseFound(field, found)), "{text}");
        assert!(!message.words.contains(&KEY[5..]) && !message.words.contains(SECRET), "nothing is repeated");
        let draft = &session.state.form.draft;
        assert_eq!(if field == Field::ClientId { &draft.client_id } else { draft.client_secret.expose() }, text);
        session.say(Message::Form(FormMessage::QuickFixPressed(QuickFix::UseFound(field, found))));
        let draft = &session.state.form.draft;
        assert_eq!([draft.client_id.as_str(), draft.client_secret.expose()], [id, secret], "{text}");
    }
}

#[test]
fn what_salesforce_did_not_generate_is_not_taken_for_a_credential() {
    for text in [KEY.to_owned(), format!("id={KEY}x"), format!("id={}", &KEY[..84]), "x=3MVG9.abc".to_owned()] {
        let mut session = Session::filled();
        session.type_in(Field::ClientId, &text);
        session.say(Message::Form(FormMessage::Blurred(Field::ClientId)));
        let fixes =
            session.view().form().field(Field::ClientId).messages.into_iter().filter_map(|message| message.quick_fix);
        assert_eq!(fixes.collect::<Vec<_>>(), [], "{text}");
    }
}
