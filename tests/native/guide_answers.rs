//! The guide's two questions, and when a task, a step and the guide count as done.

use crate::fixtures::guide::Person;
use serde_json::json;
use stackone_connector_profile::app::{Copy, Message, Target};
use stackone_connector_profile::features::guide::{Extra, Pkce, Saw, TASKS};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::i18n::TextKey;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::salesforce::scopes::SCOPES;

fn is_ticked(person: &Person, extra: Extra) -> bool {
    let task = TASKS.iter().find(|task| task.extra == extra).unwrap();
    person.state.guide.ticked.contains(&task.title)
}

/// An answer that leaves something to do does not complete the task, even after another answer.
#[test]
fn an_answer_ticks_its_task_where_nothing_is_left_to_do() {
    let mut person = Person::new();
    for (saw, fine) in [(Saw::Consent, true), (Saw::Error, false), (Saw::StackOne, true), (Saw::Error, false)] {
        person.guide(GuideMessage::SawAnswered(saw));
        assert_eq!((person.state.guide.saw, is_ticked(&person, Extra::Saw)), (Some(saw), fine));
    }
    for (pkce, fine) in [(Pkce::Off, true), (Pkce::Locked, false), (Pkce::Off, true), (Pkce::Org, false)] {
        person.guide(GuideMessage::PkceAnswered(pkce));
        assert_eq!((person.state.guide.pkce, is_ticked(&person, Extra::Pkce)), (Some(pkce), fine));
    }
}

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

#[test]
fn everything_is_ticked_off_but_the_profile_and_two_tasks_ask() {
    let not_ticked: Vec<_> = TASKS.iter().filter(|task| !task.extra.is_ticked()).map(|task| task.step).collect();
    assert_eq!(not_ticked, [Step::Profile]);
    let asking: Vec<_> = TASKS.iter().filter(|task| task.extra.asks()).map(|task| task.extra).collect();
    assert_eq!(asking, [Extra::Pkce, Extra::Saw]);
}

/// A step is done when all of its tasks are checked off and its fields are valid.
#[test]
fn a_step_is_done_with_its_tasks() {
    let mut person = Person::new();
    assert!(!Step::ALL.into_iter().any(|step| person.view().guiding().is_step_done(step)), "nothing is done yet");
    let [first, others @ ..] = &*TASKS.iter().filter(|task| task.step == Step::Start).collect::<Vec<_>>() else {
        panic!()
    };
    for task in others {
        person.guide(GuideMessage::TaskToggled(task.title));
        assert!(!person.view().guiding().is_step_done(Step::Start));
    }
    person.guide(GuideMessage::TaskToggled(first.title));
    let done = |person: &Person| Step::ALL.map(|step| person.view().guiding().is_step_done(step));
    assert_eq!(done(&person), Step::ALL.map(|step| step == Step::Start));
    person.type_in(Field::MyDomain, "evil.example");
    assert!(!person.view().guiding().is_step_done(Step::Start), "what is wrong there is not done");
    person.type_in(Field::MyDomain, "");
    assert!(person.view().guiding().is_step_done(Step::Start));
}

#[test]
fn with_the_profile_every_step_is_done_and_no_sooner() {
    let mut person = Person::filled(Step::Profile);
    for task in TASKS.iter().filter(|task| task.step == Step::Profile) {
        person.guide(GuideMessage::TaskToggled(task.title));
    }
    assert!(!person.view().guiding().is_step_done(Step::Profile));
    person.say(Message::Submit(SubmitMessage::Pressed));
    assert!(!person.view().guiding().is_step_done(Step::Profile));
    let person = Person::done();
    assert!(person.state.guide.ticked.is_empty());
    assert!(Step::ALL.into_iter().all(|step| person.view().guiding().is_step_done(step)));
}

/// A checked task stays checked, whatever is typed there.
#[test]
fn a_tick_is_shown_until_it_is_taken_back() {
    let mut person = Person::new();
    let ticks = |person: &Person| person.view().tasks().iter().filter(|task| task.ticked).count();
    assert_eq!(ticks(&person), 0);
    person.guide(GuideMessage::TaskToggled(TextKey::StartOrg));
    person.type_in(Field::MyDomain, "evil.example");
    assert_eq!(ticks(&person), 1);
    person.guide(GuideMessage::TaskToggled(TextKey::StartOrg));
    assert_eq!(ticks(&person), 0);
    let done = Person::done();
    assert_eq!(ticks(&done), done.view().tasks().len());
}

#[test]
fn the_text_for_salesforce_support_is_there_where_pkce_is_locked() {
    for pkce in Pkce::ALL {
        let mut person = Person::new();
        person.guide(GuideMessage::StepPressed(Step::Oauth));
        person.guide(GuideMessage::PkceAnswered(pkce));
        let copies: Vec<_> = person
            .view()
            .tasks()
            .into_iter()
            .filter_map(|task| task.copy)
            .filter_map(|copy| Copy::of(copy.id))
            .collect();
        assert_eq!(copies.contains(&Copy::Support), pkce == Pkce::Locked, "{pkce:?}");
    }
}

#[test]
fn the_steps_are_counted_from_one() {
    let counted = Step::ALL.map(|step| Person::filled(step).view().guiding().progress());
    let words =
        |number: usize| TextKey::GuideStepOf.english().replace("{number}", &number.to_string()).replace("{count}", "7");
    assert_eq!(counted.to_vec(), (1..=7).map(words).collect::<Vec<_>>());
}

#[test]
fn each_answer_on_pkce_has_its_meaning() {
    let mut person = Person::new();
    assert_eq!(person.view().guiding().pkce_means(), None);
    for pkce in Pkce::ALL {
        person.guide(GuideMessage::PkceAnswered(pkce));
        assert_eq!(person.view().guiding().pkce_means(), Some((pkce.words().1, pkce == Pkce::Off)));
    }
}

/// Enough of the key to recognize it. Of the secret, only that it is there.
#[test]
fn key_and_secret_are_facts_without_their_text() {
    let fact =
        |person: &Person, key: TextKey| person.view().facts().into_iter().find(|(name, _)| *name == key).unwrap().1;
    let (long, longer) = ("abcdefghijklmnopqrst", "abcdefghijklmnopqrstu");
    for (client_id, shown) in [("", TextKey::GuideNotYet.english()), (long, long), (longer, "abcdefghi…rstu")] {
        let mut person = Person::new();
        person.type_in(Field::ClientId, client_id);
        assert_eq!(fact(&person, TextKey::ClientIdLabel), shown);
    }
    for (secret, shown) in
        [("", TextKey::GuideNotYet), (" \n", TextKey::GuideNotYet), ("abcdefgh", TextKey::GuideTyped)]
    {
        let mut person = Person::new();
        person.type_in(Field::ClientSecret, secret);
        assert_eq!(fact(&person, TextKey::ClientSecretLabel), shown.english());
    }
    assert_eq!(fact(&Person::done(), TextKey::ClientSecretLabel), TextKey::GuideWiped.english());
}

/// The field and the button are at different steps.
#[test]
fn what_stackone_says_of_a_field_is_said_at_the_step_that_has_it() {
    let mut person = Person::filled(Step::Profile);
    person.say(Message::Submit(SubmitMessage::Pressed));
    person.answer(200, &json!({"data": [], "total": 0}));
    person.answer(422, &json!({"message": ["credentials.clientId is not known"]}));
    assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Field(Field::ClientId))));
}

/// Then the steps are over.
#[test]
fn with_the_profile_every_way_leads_to_it() {
    for msg in [GuideMessage::StepPressed(Step::Start), GuideMessage::AddressChanged(Step::Start)] {
        let mut person = Person::done();
        let step = person.step();
        person.guide(msg.clone());
        assert_eq!((person.step(), person.focus()), (step, Some(Target::Done)), "{msg:?}");
    }
}

#[test]
fn the_list_of_steps_and_the_question_open_and_close() {
    let mut person = Person::new();
    for open in [true, false] {
        person.guide(GuideMessage::StepsToggled);
        person.guide(GuideMessage::ClearToggled);
        assert_eq!((person.state.guide.steps_open, person.state.guide.asks_to_clear), (open, open));
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
        let labels = person.view().guiding().scope_labels();
        assert!(labels.iter().any(|label| label == name), "{labels:?}");
    }
}
