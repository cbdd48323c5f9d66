//! The guide's two questions, when a step counts as done, the facts, and the ways between the steps.

use crate::fixtures::cases::{KEY, SECRET, settings};
use crate::fixtures::guide::Person;
use serde_json::json;
use stackone_connector_profile::app::{Copy, Effect, GuidePage, Inside, Message, Route, Shown, Target};
use stackone_connector_profile::features::guide::view::FactLook;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::guide::{Pkce, Saw};
use stackone_connector_profile::features::link_account::SignIn;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;

#[test]
fn an_answer_is_restored_after_a_reload() {
    let back = |person: &Person| Person::restored(r#"{"view": "guide"}"#, person.kept()).state.guide;
    for saw in Saw::ALL {
        let mut person = Person::new();
        person.guide(GuideMessage::SawAnswered(saw));
        assert_eq!(back(&person).saw, Some(saw));
    }
    for pkce in Pkce::ALL {
        let mut person = Person::new();
        person.guide(GuideMessage::PkceAnswered(pkce));
        assert_eq!(back(&person).pkce, Some(pkce));
    }
}

fn done(person: &Person) -> Vec<&'static str> {
    let steps = person.view().guide().steps().steps.into_iter();
    steps.filter(|(_, done)| *done).map(|(step, _)| step.name()).collect()
}

/// A step is done when the person went on from it, PKCE can be turned off, and its fields are valid.
#[test]
fn a_step_that_was_passed_is_done_unless_something_is_wrong_with_it() {
    let mut person = Person::new();
    assert_eq!(done(&person), [""; 0]);
    person.go_on();
    assert_eq!(done(&person), [""; 0], "nobody has looked at PKCE");
    for (pkce, expected) in [(Pkce::Locked, &[][..]), (Pkce::Org, &[]), (Pkce::Off, &["start"])] {
        person.guide(GuideMessage::PkceAnswered(pkce));
        assert_eq!(done(&person), expected, "{pkce:?}");
    }
    person.type_in(Field::MyDomain, "evil.example");
    assert_eq!(done(&person), [""; 0]);
    person.type_in(Field::MyDomain, "");
    person.go_on();
    assert_eq!(done(&person), ["start", "create-app"]);
    person.go_on();
    assert_eq!(done(&person), ["start", "create-app"], "key and secret are missing");
    person.type_in(Field::ClientId, KEY);
    person.type_in(Field::ClientSecret, SECRET);
    assert_eq!(done(&person), ["start", "create-app", "credentials"]);
}

#[test]
fn with_the_profile_every_step_but_the_sign_in_is_done_and_no_sooner() {
    let mut person = Person::filled(Step::Profile);
    person.go_on();
    assert_eq!(done(&person), [""; 0]);
    let mut person = Person::done();
    let four = &Step::ALL.map(Step::name)[..4];
    assert_eq!(done(&person), *four);
    person.state.linking.sign_in = SignIn::Connected(None);
    assert_eq!(done(&person), Step::ALL.map(Step::name));
    // StackOne cannot connect while PKCE is on.
    person.state.guide.pkce = Some(Pkce::Locked);
    assert_eq!(done(&person), Step::ALL.map(Step::name)[1..]);
}

#[test]
fn the_message_for_salesforce_support_is_there_where_pkce_cannot_be_turned_off() {
    for pkce in Pkce::ALL {
        let mut person = Person::new();
        person.guide(GuideMessage::PkceAnswered(pkce));
        let copies: Vec<_> = person
            .view()
            .tasks()
            .into_iter()
            .filter_map(|task| task.copy)
            .filter_map(|copy| Copy::of(copy.id))
            .collect();
        assert_eq!(copies.contains(&Copy::Support), pkce != Pkce::Off, "{pkce:?}");
    }
}

#[test]
fn the_steps_are_counted_from_one() {
    let counted = Step::ALL.map(|step| Person::filled(step).view().guide().progress());
    let words =
        |number: usize| TextKey::GuideStepOf.english().replace("{number}", &number.to_string()).replace("{count}", "5");
    assert_eq!(counted.to_vec(), (1..=5).map(words).collect::<Vec<_>>());
}

/// Who cannot turn PKCE off asks for help first, and may go on all the same.
#[test]
fn a_locked_pkce_makes_the_message_the_way_on_and_is_told_again_before_the_profile() {
    for pkce in Pkce::ALL {
        let mut person = Person::filled(Step::Start);
        assert_eq!(person.view().button(), TextKey::GuideNext.english());
        person.guide(GuideMessage::PkceAnswered(pkce));
        let (locked, shown) = (pkce != Pkce::Off, guide_page(&person));
        let button = if locked { TextKey::SupportAnyway } else { TextKey::GuideNext };
        assert_eq!(shown.step.as_ref().unwrap().support.is_some(), locked, "{pkce:?}");
        assert_eq!(person.view().button(), button.english(), "{pkce:?}");
        assert!(
            shown
                .known
                .unwrap()
                .facts
                .iter()
                .any(|fact| fact.name == TextKey::PkceFact && (fact.look == FactLook::Warning) == locked)
        );
        person.go_on();
        assert_eq!(person.step(), Step::CreateApp, "{pkce:?}");
        assert!(!guide_page(&person).step.as_ref().unwrap().warns_of_pkce);
        person.guide(GuideMessage::StepPressed(Step::Profile));
        assert_eq!(guide_page(&person).step.as_ref().unwrap().warns_of_pkce, locked, "{pkce:?}");
    }
}

fn guide_page(person: &Person) -> GuidePage {
    match person.view().screen().shown {
        Shown::Guide(page) => (*page).clone(),
        other => panic!("{other:?}"),
    }
}

/// In the guide the address comes first. In the form the person decides, because both stand side by side there.
#[test]
fn the_environment_follows_from_the_address() {
    let mut person = Person::new();
    for (address, environment) in [
        ("https://acme--uat.sandbox.lightning.force.com/lightning/page/home", "sandbox"),
        ("acme.my.salesforce.com", "production"),
        ("acme--uat.sandbox.my.salesforce.com", "sandbox"),
        ("evil.example", "sandbox"),
        ("acme-dev-ed.develop.my.salesforce.com", "production"),
    ] {
        person.type_in(Field::MyDomain, address);
        assert_eq!(person.state.form.draft.environment, environment, "{address}");
    }
    person.type_in(Field::Environment, "sandbox");
    assert_eq!(person.state.form.draft.environment, "sandbox", "what the person chose stands");
    let mut form = Person::configured(r#"{"view": "form"}"#);
    form.type_in(Field::MyDomain, "acme--uat.sandbox.my.salesforce.com");
    assert_eq!(form.state.form.draft.environment, "production");
}

/// The field and the button are at different steps.
#[test]
fn what_stackone_says_of_a_field_is_said_at_the_step_that_has_it() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(200, &json!({"data": [], "total": 0}));
    person.answer(422, &json!({"message": ["credentials.clientId is not known"]}));
    assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Field(Field::ClientId))));
    assert!(guide_page(&person).step.unwrap().is_rejected, "the step says why the person is here");
    person.type_in(Field::ClientId, &format!("{KEY}X"));
    assert!(!guide_page(&person).step.unwrap().is_rejected, "and no longer once it is corrected");
}

#[test]
fn a_refused_key_is_not_said_at_the_step_of_another_field() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(401, &json!({}));
    person.guide(GuideMessage::EditPressed(Some(Field::ClientId)));
    assert_eq!(person.step(), Step::Credentials);
    assert!(!guide_page(&person).step.unwrap().is_rejected);
}

/// The fields are gone: what was typed is in StackOne.
#[test]
fn with_the_profile_the_steps_can_be_read_again_and_lead_back_to_it() {
    let pressed = Message::Guide(GuideMessage::StepPressed(Step::Credentials));
    for msg in [pressed, Message::RouteChanged(Route::Step(Step::Credentials))] {
        let mut person = Person::done();
        assert_eq!((person.step(), person.focus()), (Step::Connect, Some(Target::Done)));
        person.say(msg.clone());
        assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Step)), "{msg:?}");
        let page = guide_page(&person);
        assert!(page.result.is_none() && page.step.unwrap().tasks.iter().all(|task| task.inside == Inside::None));
        assert_eq!(person.view().button(), TextKey::GuideResult.english());
        let sent = person.sent.len();
        person.go_on();
        assert_eq!((person.step(), person.focus(), person.sent.len()), (Step::Connect, Some(Target::Done), sent));
        assert!(guide_page(&person).result.is_some());
    }
}

#[test]
fn the_question_opens_and_closes() {
    let mut person = Person::new();
    for open in [true, false] {
        person.guide(GuideMessage::ClearToggled);
        assert_eq!(person.state.guide.asks_to_clear, open);
    }
}

/// Tabs and the history show it.
#[test]
fn each_step_and_the_list_name_the_page() {
    let named = |person: &Person| {
        person.effects.iter().find_map(|effect| match effect {
            Effect::NamePage(title) => Some(title.clone()),
            _ => None,
        })
    };
    let mut person = Person::new();
    assert_eq!(named(&person).as_deref(), Some("Your org (1 of 5) · Connect Salesforce"));
    person.type_in(Field::MyDomain, "acme.my.salesforce.com");
    assert_eq!(named(&person), None, "nothing changes");
    person.go_on();
    assert_eq!(named(&person).as_deref(), Some("Create the app (2 of 5) · Connect Salesforce"));
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    assert_eq!(named(&person).as_deref(), Some(TextKey::Profiles.english()));
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    assert_eq!(named(&person).as_deref(), Some("Create the app (2 of 5) · Connect Salesforce"));
}

/// Who has no app yet finds the way to one.
#[test]
fn the_form_leads_to_the_guide_while_it_has_neither_key_nor_secret() {
    let leads = |person: &Person| match person.view().screen().shown {
        Shown::Form(page) => page.leads_to_guide,
        other => panic!("{other:?}"),
    };
    let mut person = Person::configured(r#"{"view": "form"}"#);
    assert!(leads(&person));
    person.type_in(Field::ClientId, KEY);
    assert!(!leads(&person));
    person.type_in(Field::ClientId, "");
    person.type_in(Field::Name, "Acme");
    person.guide(GuideMessage::Opened);
    assert_eq!((person.step(), person.focus(), person.state.guided()), (Step::Start, Some(Target::Step), true));
    assert_eq!(person.state.form.draft.name, "Acme");
}

#[test]
fn the_list_of_profiles_is_shown_first_where_the_host_asks_for_it() {
    let mut person = Person::configured(r#"{"view": "profiles", "auth": "none"}"#);
    assert!(matches!(person.view().screen().shown, Shown::ProfileList(..)));
    assert_eq!(person.sent.last().unwrap().1.method, "GET");
    person.say(Message::Configured(Box::new(settings(r#"{"view": "guide", "auth": "none"}"#))));
    assert!(matches!(person.view().screen().shown, Shown::Guide(_)));
}
