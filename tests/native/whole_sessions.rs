//! Whole sessions: a person at the form and an unreliable StackOne. Whatever happens,
//!
//! * a click creates at most one profile unless the person is told of more, and no create is sent past a profile of
//!   ours that the list showed without asking the person;
//! * a profile that was not in an answer to us counts as ours only if the person says so;
//! * no one reads that a click created nothing where it did, or still may;
//! * what was typed stays; and
//! * every secret is only in the request that carries it.
//!
//! `SESSION_STEPS=1000000` runs longer. A failure prints its seed, and `PROPTEST_RNG_SEED` repeats it.

use std::collections::VecDeque;
use std::time::{SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestError, TestRunner};
use stackone_connector_profile::app::{Effect, Message, State, update, worded};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::guide::{GuideMessage, Step as GuideStep};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::requests::{Failure, RequestId};
use stackone_connector_profile::stackone::Request;

use crate::fixtures::cases::{API_KEY, KEY, SECRET, properties, settings, to_serde};
use crate::fixtures::session::is_of_connection;
use crate::fixtures::state_ext::StateExt;
use crate::fixtures::world::{Fate, Work, World, fate, said_back, well};

/// The approximate number of steps in `cargo verify`.
const STEPS: u32 = 15_000;
/// The average number of steps of a session.
const LENGTH: u32 = 30;

/// A step.
#[derive(Clone, Debug)]
enum Step {
    /// Types key, secret and API key.
    Fill,
    Say(Message),
    /// Presses a button of the failure, or of a profile that it shows, by position.
    Press(usize),
    /// Keeps another of several profiles of one click.
    Keep(usize),
    /// Reloads the page; requests in flight are executed or not.
    Reload(Work),
    /// Answers the oldest request in flight.
    Answer(Fate),
    /// Waits ten seconds.
    Wait,
    Colleague,
}

fn step() -> impl Strategy<Value = Step> {
    let typed = vec![
        (Field::Name, "Sales"),
        (Field::Name, " Sales  EU "),
        (Field::Name, ""),
        (Field::Scopes, "api refresh_token"),
        (Field::Environment, "sandbox"),
        (Field::Environment, "production"),
        (Field::ClientSecret, SECRET),
    ];
    let typed = select(typed).prop_map(|(field, text)| Message::Form(FormMessage::Edited(field, Secret::from(text))));
    let said = select(vec![
        Message::Submit(SubmitMessage::RestartPressed),
        Message::ResetRequested,
        Message::Form(FormMessage::ForgetKeyPressed),
    ]);
    prop_oneof![
        3 => Just(Step::Fill),
        6 => Just(Step::Say(Message::Submit(SubmitMessage::Pressed))),
        2 => typed.prop_map(Step::Say),
        2 => said.prop_map(Step::Say),
        5 => (0..4_usize).prop_map(Step::Press),
        1 => (0..3_usize).prop_map(Step::Keep),
        1 => select(vec![Work::Not, Work::Done, Work::Late]).prop_map(Step::Reload),
        9 => Just(Step::Answer(well())),
        9 => fate().prop_map(Step::Answer),
        2 => Just(Step::Wait),
        1 => Just(Step::Colleague),
    ]
}

fn message_of(field: Field, text: &str) -> Message {
    Message::Form(FormMessage::Edited(field, Secret::from(text)))
}

/// A session in progress.
pub struct Run {
    config: &'static str,
    pub state: State,
    pub world: World,
    out: VecDeque<(RequestId, Request, u64)>,
    /// What the page stores for its next load.
    pub kept: String,
    clicks: usize,
    posts: usize,
    /// How many profiles the form's requests had created, or were to create, before the last click.
    pub ours_at_click: usize,
    /// Everything that must stay hidden, in lower case.
    pub secrets: Vec<String>,
}

impl Run {
    fn new(guided: bool) -> Self {
        let config = if guided { r#"{"view": "guide", "step": "profile"}"# } else { "{}" };
        let state = State::new(settings(config));
        let secrets = [SECRET, API_KEY].into_iter().flat_map(said_back).map(|text| text.to_lowercase()).collect();
        let mut run = Self {
            config,
            state,
            world: World::default(),
            out: VecDeque::new(),
            kept: String::new(),
            clicks: 0,
            posts: 0,
            ours_at_click: 0,
            secrets,
        };
        run.say(Message::Rendered);
        run
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Fill => {
                for (field, text) in [(Field::ClientId, KEY), (Field::ClientSecret, SECRET), (Field::ApiKey, API_KEY)] {
                    self.say(message_of(field, text));
                }
            }
            Step::Say(message) => self.say(message),
            Step::Press(at) => {
                let failure = everything_to_press(&self.state);
                if let Some(message) = failure.get(at).or(failure.first()) {
                    self.say(message.clone());
                }
            }
            Step::Keep(at) => {
                if let Some(profile) = self.state.created_twice().get(at).cloned() {
                    self.say(Message::Submit(SubmitMessage::KeepPressed(profile)));
                }
            }
            Step::Reload(work) => self.reload(work),
            Step::Answer(fate) => self.answer(&fate),
            Step::Wait => self.world.wait(10_000),
            Step::Colleague => self.world.colleague(),
        }
    }

    /// Answers the oldest request.
    fn answer(&mut self, fate: &Fate) {
        let Some((id, request, delay)) = self.out.pop_front() else { return };
        self.world.wait(delay + 50);
        let outcome = self.world.take(&request, API_KEY, fate);
        self.say(Message::AnswerArrived(id, outcome));
    }

    fn reload(&mut self, work: Work) {
        for (_, request, _) in std::mem::take(&mut self.out) {
            if request.method == "POST" && !is_of_connection(&request) {
                let _ = self.world.take(&request, API_KEY, &Fate { work, ..well() });
                // The answer reached no one.
                self.world.answered.pop();
            }
        }
        self.state = State::new(settings(self.config));
        if !self.kept.is_empty() {
            self.say(Message::Guide(GuideMessage::ProgressRestored(self.kept.clone())));
        }
        self.say(Message::Rendered);
    }

    fn say(&mut self, message: Message) {
        let before = self.state.clone();
        let (state, effects) = update(&before, message.clone());
        self.state = state;
        if let Message::Submit(SubmitMessage::Pressed | SubmitMessage::NoMatchPicked) = message {
            self.clicks += 1;
            self.ours_at_click = self.world.ours();
        }
        let (mut events, mut creates) = (Vec::new(), false);
        for effect in &effects {
            match effect {
                Effect::Send { id, request, delay_ms, .. } => {
                    creates |= request.method == "POST" && !is_of_connection(request);
                    self.assert_carries_no_more(request);
                    self.out.push_back((*id, request.clone(), u64::from(*delay_ms)));
                }
                Effect::SaveProgress(text) => self.kept.clone_from(text),
                Effect::Emit(event) => {
                    let event = worded(&self.state, event);
                    events.push((event.name(), to_serde(event.detail()).to_string()));
                }
                _ => {}
            }
        }
        self.posts += usize::from(creates);
        self.note_told();

        assert!(self.posts <= self.clicks, "{} creates for {} clicks", self.posts, self.clicks);
        let waits =
            self.out.iter().filter(|(_, request, _)| request.method != "GET" && !is_of_connection(request)).count();
        let lets_go = matches!(message, Message::ResetRequested);
        if lets_go {
            let failed =
                events.iter().any(|(name, detail)| *name == "profile-failed" && detail.contains("outcome-unknown"));
            let was_out = before.is_writing() || before.is_comparing();
            assert!(!was_out || failed, "a create was let go without a word");
            assert!(!self.state.is_busy() && self.state.form.draft.client_secret.is_blank(), "reset empties the form");
            self.out.clear();
            self.world.forget();
        }
        assert!(lets_go || waits <= 1, "two requests that write are out");
        self.assert_no_denial(&events);
        self.assert_adopted_by_the_person(&before, &message);
        self.assert_nothing_passed_over(&before, &message, creates);
        self.assert_typed_stays(&before, &message);
        self.assert_secrets_stay(&format!("{effects:?}{events:?}"));
    }

    /// The person knows what is on the screen.
    fn note_told(&mut self) {
        let mut told = Vec::new();
        told.extend(self.state.created_twice().iter().map(|profile| profile.id.clone()));
        told.extend(self.state.result().map(|done| done.profile.id.clone()));
        if let Some(Failure::AmbiguousMatch(profiles) | Failure::Conflict(profiles)) = self.state.failure() {
            told.extend(profiles.iter().map(|profile| profile.id.clone()));
        }
        for made in &mut self.world.made {
            made.told |= told.iter().any(|id| id == made.id());
        }
    }
}

/// The buttons of a failure.
fn everything_to_press(state: &State) -> Vec<Message> {
    let failure = state.failure_shown();
    let profiles =
        failure.iter().flat_map(|failure| failure.profiles.iter().map(|(_, way)| Message::Submit(way.msg.clone())));
    profiles
        .chain(failure.iter().flat_map(|failure| failure.buttons.iter().map(|way| Message::Submit(way.msg.clone()))))
        .collect()
}

fn play(guided: bool, steps: Vec<Step>) {
    let mut run = Run::new(guided);
    if guided {
        assert_eq!(run.state.guide.step, GuideStep::Profile);
    }
    steps.into_iter().for_each(|step| run.take(step));
}

#[test]
fn whole_sessions_keep_the_promises() {
    let steps = std::env::var("SESSION_STEPS").ok().and_then(|steps| steps.parse::<u32>().ok());
    let mut config = properties(steps.unwrap_or(STEPS) / LENGTH);
    if let (Some(_), RngSeed::Fixed(2026)) = (steps, config.rng_seed) {
        config.rng_seed = RngSeed::Fixed(SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_secs()));
    }
    let seed = config.rng_seed;
    let sessions =
        (any::<bool>(), prop::collection::vec(step(), 1..2 * LENGTH as usize)).prop_map(|(guided, steps)| {
            let start = [Step::Fill, Step::Say(Message::Submit(SubmitMessage::Pressed))];
            (guided, start.into_iter().chain(steps).collect::<Vec<_>>())
        });
    let outcome = TestRunner::new(config).run(&sessions, |(guided, steps)| {
        play(guided, steps);
        Ok(())
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, session)) => panic!("{seed:?}: {why}\n{session:#?}"),
        Err(other) => panic!("{seed:?}: {other}"),
    }
}
