//! Progress in the guide: the main button, *Start over*, the facts, and the steps with their names.

use crate::fixtures::cases::SECRET;
use crate::fixtures::guide::{Person, halfway, values};
use crate::fixtures::html::screen;
use serde_json::Value;
use stackone_connector_profile::app::{Effect, Event, Message, Route, Target};
use stackone_connector_profile::features::form::{FormMessage, Toggle};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::guide::{Pkce, Saw};
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;

#[test]
fn a_wrong_value_holds_the_step_and_a_blank_one_lets_pass() {
    for (step, field, wrong) in [
        (Step::Start, Field::MyDomain, "login.salesforce.com"),
        (Step::Credentials, Field::ClientId, SECRET),
        (Step::Credentials, Field::ClientSecret, "••••••••"),
        (Step::Start, Field::MyDomain, "evil.example"),
    ] {
        let mut person = Person::new();
        person.guide(GuideMessage::StepPressed(step));
        person.type_in(field, wrong);
        person.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!((person.step(), person.focus()), (step, Some(Target::Field(field))), "{wrong}");
        assert!(person.effects.iter().all(|effect| !matches!(effect, Effect::PushHistory(..))), "{:?}", person.effects);
        let drawn = person.view().form().field(field);
        assert!(drawn.invalid && !drawn.messages.is_empty(), "{field:?}");
        person.type_in(field, "");
        person.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!(Some(person.step()), step.next(), "{field:?} blank");
    }
}

#[test]
fn the_main_button_leads_to_the_profile_and_then_sends_it() {
    let mut person = Person::new();
    for (step, next) in Step::ALL.into_iter().zip(Step::ALL.into_iter().skip(1)).take(3) {
        assert_eq!(person.view().button(), TextKey::GuideNext.english());
        person.say(Message::Submit(SubmitMessage::Pressed));
        assert_eq!((person.step(), person.focus()), (next, Some(Target::Step)));
        let reported = |effect: &Effect| matches!(effect, Effect::Emit(Event::Step(step)) if *step == next);
        assert!(
            person
                .effects
                .iter()
                .any(|effect| matches!(effect, Effect::PushHistory(_, to) if *to == Route::Step(next)))
        );
        assert!(person.effects.iter().any(reported), "{:?}", person.effects);
        assert!(person.state.guide.passed.contains(&step));
    }
    assert_eq!((person.view().button().as_str(), person.sent.len()), (TextKey::Create.english(), 0));
    person.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!(
        (person.step(), person.focus()),
        (Step::Credentials, Some(Target::Field(Field::ClientId))),
        "now it is needed"
    );
}

/// There is nothing to connect before there is a profile.
#[test]
fn the_last_step_leads_to_the_profile_while_there_is_none() {
    let mut person = Person::filled(Step::Connect);
    assert_eq!(person.view().button(), TextKey::GuideReturn.english());
    person.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((person.step(), person.sent.len()), (Step::Profile, 0));
}

/// The pause concerns sending, and only the last step sends.
#[test]
fn a_pause_that_stackone_asks_for_holds_up_no_earlier_step() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(429, &Value::Null);
    assert!(person.view().failure().is_some());
    let sent = person.sent.len();
    person.guide(GuideMessage::StepPressed(Step::Start));
    person.say(Message::Submit(SubmitMessage::Pressed));
    assert_eq!((person.step(), person.sent.len()), (Step::CreateApp, sent));
}

#[test]
fn the_facts_include_the_answer_on_pkce() {
    for (answer, key) in
        Pkce::ALL.into_iter().zip([TextKey::PkceFactOff, TextKey::PkceFactLocked, TextKey::PkceFactOrg])
    {
        let mut person = Person::new();
        person.guide(GuideMessage::PkceAnswered(answer));
        let facts = person.view().facts();
        let fact = facts.iter().find(|fact| fact.name == TextKey::PkceFact).unwrap();
        assert_eq!(fact.value, key.english(), "{answer:?}");
    }
}

#[test]
fn starting_over_clears_every_step_and_field_and_what_was_kept() {
    for over in [Message::ResetRequested, Message::Guide(GuideMessage::ClearPressed)] {
        let (mut person, _) = halfway();
        person.guide(GuideMessage::SawAnswered(Saw::Error));
        person.guide(GuideMessage::ClearToggled);
        assert!(person.state.guide.asks_to_clear);
        person.say(over);
        assert_eq!(person.kept(), Some(""));
        let pushes = |effect: &Effect| matches!(effect, Effect::PushHistory(_, Route::Step(Step::Start)));
        assert!(person.effects.iter().any(pushes));
        assert!(person.effects.iter().any(|effect| matches!(effect, Effect::GuardUnload(false))));
        let state = &person.state;
        assert_eq!((values(state), state.form.draft.client_id.as_str()), (["", "", "production", ""], ""));
        assert!(
            state.form.draft.client_secret.is_blank() && state.guide.pasted.is_blank() && state.form.touched.is_empty()
        );
        let guide = &state.guide;
        assert_eq!((guide.step, guide.pkce, guide.app, guide.saw), (Step::Start, None, None, None));
        assert!(guide.passed.is_empty() && !guide.asks_to_clear && !state.form.open.my_domain);
        assert_eq!(state.form.api_key.expose(), "", "it says that every field is cleared");
    }
}

#[test]
fn another_profile_begins_with_nothing_kept_but_the_create_that_is_looked_for() {
    let mut person = Person::done();
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    let kept = serde_json::from_str::<Value>(person.kept().unwrap()).unwrap();
    assert_eq!(kept.as_object().unwrap().keys().collect::<Vec<_>>(), ["attempt"]);
}

#[test]
fn starting_over_while_a_request_is_out_clears_nothing_not_even_what_was_kept() {
    for over in [Message::Submit(SubmitMessage::RestartPressed), Message::Guide(GuideMessage::ClearPressed)] {
        let mut person = Person::filled(Step::Profile);
        person.say(Message::Submit(SubmitMessage::Pressed));
        person.say(over);
        assert_eq!((person.state.form.draft.client_secret.expose(), person.kept()), (SECRET, None));
    }
}

#[test]
fn another_profile_begins_with_a_blank_link() {
    let mut person = Person::done();
    person.link(LinkMessage::OwnerIdEdited("7".to_owned()));
    assert_eq!(person.state.linking.owner.id, "7");
    person.say(Message::Submit(SubmitMessage::RestartPressed));
    // The result is no longer stored.
    assert!(!person.kept().unwrap().contains("\"done\""));
    assert_eq!(person.state.linking.owner.id, "");
}

#[test]
fn the_steps_have_their_names_and_neighbours() {
    let names = ["start", "create-app", "credentials", "profile", "connect"];
    for (at, (step, name)) in Step::ALL.into_iter().zip(names).enumerate() {
        assert_eq!((step.name(), Step::named(name)), (name, Some(step)));
        assert_eq!(
            (step.next(), step.back()),
            (Step::ALL.get(at + 1).copied(), at.checked_sub(1).map(|at| Step::ALL[at]))
        );
    }
    let older = [
        ("oauth-settings", Step::CreateApp),
        ("environment", Step::Start),
        ("scopes", Step::Profile),
        ("check", Step::Connect),
    ];
    for (name, step) in older {
        assert_eq!(Step::named(name), Some(step));
    }
    for odd in ["", "Start", "start ", "done", "oauth"] {
        assert_eq!(Step::named(odd), None, "{odd:?}");
    }
    let words = Step::ALL.map(|step| step.words().0);
    assert!(words.iter().enumerate().all(|(at, key)| !words[..at].contains(key)));
}

/// A link to a field leads to its step, so the control must be there.
#[test]
fn each_step_has_the_controls_of_its_fields() {
    for field in Field::ALL.iter().copied() {
        let mut person = Person::filled(Step::of(field));
        person.say(Message::Form(FormMessage::Toggled(Toggle::Advanced)));
        assert!(screen(&person.state).contains(&format!("name=\"{}\"", field.name())), "{field:?}");
    }
}

/// A failure is shown at the last step, so the guide goes there.
#[test]
fn a_failure_is_seen_by_who_looked_at_another_step_meanwhile() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.guide(GuideMessage::StepPressed(Step::Start));
    person.answer(503, &serde_json::Value::Null);
    assert_eq!((person.step(), person.focus()), (Step::Profile, Some(Target::Failure)));
    assert!(person.view().failure().is_some());
    person.guide(GuideMessage::StepPressed(Step::Connect));
    assert!(person.view().failure().is_none());
}

/// New initial values from the host replace what was typed over the old ones.
#[test]
fn a_new_first_value_is_not_typed_over_by_what_was_kept() {
    let mut person = Person::configured(r#"{"view": "guide", "scopes": "api refresh_token"}"#);
    person.type_in(Field::Scopes, "web refresh_token");
    let kept = person.kept().unwrap().to_owned();
    let scopes = |config: &str| Person::restored(config, Some(&kept)).state.form.draft.scopes;
    assert_eq!(scopes(r#"{"view": "guide", "scopes": "api refresh_token"}"#), "web refresh_token");
    assert_eq!(scopes(r#"{"view": "guide", "scopes": "full refresh_token"}"#), "full refresh_token");
}
