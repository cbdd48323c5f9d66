//! What can happen in the guide, and what follows from it.

use super::{Extra, Now, Pkce, Saw, Step, TASKS};
use crate::form::linking::LinkPhase;
use crate::form::{Copy, Effect, Event, Phase, State, Target, view};
use crate::profile::{Code, Field, Secret};
use crate::text::Key;

/// One thing that happened in the guide.
#[derive(Clone, Debug)]
pub enum GuideMsg {
    /// What was kept before a reload.
    Restored(String),
    /// The page's address names this step.
    Addressed(Step),
    /// The person goes to a step.
    Went(Step),
    /// The person goes to the step with the remedy of an error, or back to the check.
    Mending(Step),
    /// A task was ticked, or no longer is.
    Ticked(Key),
    /// The answer on PKCE.
    Answered(Pkce),
    /// The app was made just now.
    MadeNow,
    /// The time, asked for by the clock of that number.
    Clocked(u32, Now),
    /// The authorization URL was opened.
    Opened,
    /// What Salesforce showed.
    Saw(Saw),
    /// What was pasted from it.
    Pasted(Secret),
    /// The list of steps was opened or closed.
    StepsToggled,
    /// The question whether everything shall be cleared was opened or closed.
    ClearToggled,
    /// The profile stays as it is: back to the result.
    Undisturbed,
    /// Linking an account failed: find out why, and change the profile that was made.
    TroubleShot,
}

impl State {
    /// Whether the guide leads through the form. A profile of the list is changed without it.
    pub fn guided(&self) -> bool {
        self.settings.guided && !self.is_changing()
    }

    pub(in crate::form) fn take_guide(&mut self, msg: GuideMsg, effects: &mut Vec<Effect>) {
        match msg {
            GuideMsg::Restored(kept) => self.restore(&kept),
            // With the result there is nothing left to do in the steps.
            GuideMsg::Addressed(_) | GuideMsg::Went(_) if self.is_done() => {
                effects.push(Effect::Focus(Target::Done));
            }
            GuideMsg::Addressed(step) => self.show_step(step, effects),
            GuideMsg::Went(step) => self.go(step, effects),
            GuideMsg::Mending(step) => {
                self.guide.mends = true;
                self.go(step, effects);
            }
            GuideMsg::Ticked(task) => {
                let ticked = &mut self.guide.ticked;
                match ticked.iter().position(|done| *done == task) {
                    Some(at) => drop(ticked.remove(at)),
                    None => ticked.push(task),
                }
            }
            GuideMsg::Answered(pkce) => {
                self.guide.pkce = Some(pkce);
                self.guide.answered(Extra::Pkce, pkce == Pkce::Off);
            }
            GuideMsg::MadeNow => {
                // The clock says when that is.
                self.guide.made_at = Some(u64::MAX);
                self.start_clock(effects);
            }
            GuideMsg::Clocked(clock, now) => self.clocked(clock, now, effects),
            GuideMsg::Opened => {
                if let Some(url) = view::text_of(self, Copy::Url) {
                    effects.push(Effect::Emit(Event::Authorize { url: url.expose().to_owned() }));
                }
            }
            GuideMsg::Saw(saw) => {
                self.guide.saw = Some(saw);
                self.guide.answered(Extra::Saw, saw != Saw::Error);
            }
            GuideMsg::Pasted(text) => self.guide.pasted = text,
            GuideMsg::StepsToggled => self.guide.steps_open = !self.guide.steps_open,
            GuideMsg::ClearToggled => self.guide.asks_to_clear = !self.guide.asks_to_clear,
            GuideMsg::Undisturbed => {
                if let Some(done) = self.guide.result.take() {
                    self.editing = None;
                    self.phase = Phase::Done(*done);
                    effects.push(Effect::Focus(Target::Done));
                }
            }
            GuideMsg::TroubleShot => {
                if let Phase::Done(done) = &self.phase {
                    let done = done.clone();
                    self.open_profile(done.profile.clone());
                    self.guide.saw = Some(Saw::Error);
                    self.guide.pasted = Secret::default();
                    self.guide.result = Some(Box::new(done));
                    self.linking.phase = LinkPhase::Offered;
                    self.go(Step::Check, effects);
                }
            }
        }
    }

    /// Goes to a step, also in the address.
    pub(in crate::form) fn go(&mut self, step: Step, effects: &mut Vec<Effect>) {
        if step != self.guide.step {
            effects.push(Effect::Address(self.guide.step, step));
        }
        self.show_step(step, effects);
    }

    fn show_step(&mut self, step: Step, effects: &mut Vec<Effect>) {
        self.guide.steps_open = false;
        self.guide.mends &= step != Step::Check;
        if step != self.guide.step {
            self.guide.step = step;
            effects.push(Effect::Emit(Event::Step(step)));
        }
        effects.push(Effect::Focus(Target::Step));
    }

    /// The main button of a step before the last. What is typed and wrong holds it up; what is blank can wait.
    pub(in crate::form) fn go_on(&mut self, next: Step, effects: &mut Vec<Effect>) {
        let mut tasks = Vec::new();
        for task in TASKS.iter().filter(|task| task.step == self.guide.step) {
            tasks.push(task);
        }
        let fields = |field: &Field| tasks.iter().any(|task| task.extra.fields().contains(field));
        let issues = self.issues();
        let wrong =
            issues.iter().find(|issue| issue.is_error() && issue.code != Code::Required && fields(&issue.field));
        if let Some(issue) = wrong {
            for field in Field::ALL.into_iter().filter(fields) {
                self.touched.push(field);
            }
            self.open.my_domain |= issue.field == Field::MyDomain;
            effects.push(Effect::Focus(Target::Field(issue.field)));
            return;
        }
        for task in tasks {
            if !task.extra.asks() && !self.guide.ticked.contains(&task.title) {
                self.guide.ticked.push(task.title);
            }
        }
        self.go(next, effects);
    }

    /// Moves the focus to a field, at the step that has it.
    pub(in crate::form) fn focus_on(&mut self, field: Field, effects: &mut Vec<Effect>) {
        let step = Step::of(field);
        // The org can be named at the first step too.
        if self.guided()
            && !TASKS.iter().any(|task| task.step == self.guide.step && task.extra.fields().contains(&field))
        {
            self.go(step, effects);
        }
        self.open.my_domain |= field == Field::MyDomain;
        effects.push(Effect::Focus(Target::Field(field)));
    }

    /// Asks for the time, and goes on asking while it matters.
    pub(in crate::form) fn start_clock(&mut self, effects: &mut Vec<Effect>) {
        self.seq = self.seq.wrapping_add(1);
        self.guide.clock = self.seq;
        effects.push(Effect::Clock(self.seq, 0));
    }

    fn clocked(&mut self, clock: u32, now: Now, effects: &mut Vec<Effect>) {
        let guide = &mut self.guide;
        if guide.clock != clock {
            return;
        }
        guide.now = now;
        guide.made_at = guide.made_at.map(|made| made.min(now.seconds));
        let link = self.linking.left(now.seconds);
        if link == 0 && matches!(self.linking.phase, LinkPhase::Ready(..)) {
            self.linking.phase = LinkPhase::Expired;
        }
        if link > 0 || guide.left().is_some_and(|left| left > 0) {
            effects.push(Effect::Clock(clock, 1000));
        }
    }

    /// Whether leaving the page would lose a secret that was typed.
    pub(in crate::form) fn is_unsaved(&self) -> bool {
        let aside = self.profiles.aside.as_ref().is_some_and(|aside| !aside.draft.client_secret.is_blank());
        let typed = !self.draft.client_secret.is_blank() || !self.api_key.is_blank();
        self.settings.guided && (aside || typed && !self.is_done())
    }
}
