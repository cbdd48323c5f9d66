//! What follows from what happens in the guide.

use crate::app::{Copy, Effect, Event, Purpose, State, Target, copied_text};
use crate::features::guide::{AppCreated, Extra, GuideMessage, Now, Pkce, Saw, Step, TASKS};
use crate::features::link_account::LinkPhase;
use crate::features::submit::Phase;
use crate::profile::{Code, Field, Secret};
use crate::requests::TimerId;

impl State {
    /// Whether the guide leads through the form. A profile of the list is changed without it.
    pub fn guided(&self) -> bool {
        self.settings.guided && !self.is_changing()
    }

    pub(crate) fn take_guide(&mut self, msg: GuideMessage, effects: &mut Vec<Effect>) {
        match msg {
            GuideMessage::ProgressRestored(kept) => self.restore(&kept),
            // With the result there is nothing left to do in the steps.
            GuideMessage::AddressChanged(_) | GuideMessage::StepPressed(_) if self.is_done() => {
                effects.push(Effect::Focus(Target::Done));
            }
            GuideMessage::AddressChanged(step) => self.show_step(step, effects),
            GuideMessage::StepPressed(step) => self.go(step, effects),
            GuideMessage::RemedyPressed(step) => {
                self.guide.quick_fixes = true;
                self.go(step, effects);
            }
            GuideMessage::TaskToggled(task) => {
                let ticked = &mut self.guide.ticked;
                match ticked.iter().position(|done| *done == task) {
                    Some(at) => drop(ticked.remove(at)),
                    None => ticked.push(task),
                }
            }
            GuideMessage::PkceAnswered(pkce) => {
                self.guide.pkce = Some(pkce);
                self.guide.answered(Extra::Pkce, pkce == Pkce::Off);
            }
            GuideMessage::AppCreated => {
                self.guide.app = Some(AppCreated::JustNow);
                self.start_clock(effects);
            }
            GuideMessage::ClockRead(clock, now) => self.clocked(clock, now, effects),
            GuideMessage::SignInOpened => {
                if let Some(url) = copied_text(self, Copy::Url) {
                    effects.push(Effect::Emit(Event::Authorize { url: url.expose().to_owned() }));
                }
            }
            GuideMessage::SawAnswered(saw) => {
                self.guide.saw = Some(saw);
                self.guide.answered(Extra::Saw, saw != Saw::Error);
            }
            GuideMessage::ErrorPasted(text) => self.guide.pasted = text,
            GuideMessage::StepsToggled => self.guide.steps_open = !self.guide.steps_open,
            GuideMessage::ClearToggled => self.guide.asks_to_clear = !self.guide.asks_to_clear,
            GuideMessage::ResultPressed => {
                if let Some(done) = self.guide.result.take() {
                    self.mode.close();
                    // Nobody waits any more for what became of a change.
                    self.requests.forget(Purpose::ends_a_click);
                    self.phase = Phase::Done(*done);
                    effects.push(Effect::Focus(Target::Done));
                }
            }
            GuideMessage::TroubleshootPressed => {
                if let Phase::Done(done) = &self.phase {
                    let done = done.clone();
                    self.open_profile(done.profile.clone());
                    self.guide.saw = Some(Saw::Error);
                    self.guide.pasted = Secret::default();
                    self.guide.result = Some(Box::new(done));
                    self.withdraw_link();
                    self.go(Step::Check, effects);
                }
            }
        }
    }

    /// Goes to a step, also in the address.
    pub(crate) fn go(&mut self, step: Step, effects: &mut Vec<Effect>) {
        if step != self.guide.step {
            effects.push(Effect::PushHistory(self.guide.step, step));
        }
        self.show_step(step, effects);
    }

    fn show_step(&mut self, step: Step, effects: &mut Vec<Effect>) {
        self.guide.steps_open = false;
        self.guide.quick_fixes &= step != Step::Check;
        if step != self.guide.step {
            self.guide.step = step;
            effects.push(Effect::Emit(Event::Step(step)));
        }
        effects.push(Effect::Focus(Target::Step));
    }

    /// The main button of a step before the last. What is typed and wrong holds it up; what is blank can wait.
    pub(crate) fn go_on(&mut self, next: Step, effects: &mut Vec<Effect>) {
        let tasks = TASKS.iter().filter(|task| task.step == self.guide.step).collect::<Vec<_>>();
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
    pub(crate) fn focus_on(&mut self, field: Field, effects: &mut Vec<Effect>) {
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
    pub(crate) fn start_clock(&mut self, effects: &mut Vec<Effect>) {
        self.timer = self.timer.next();
        self.guide.clock = self.timer;
        effects.push(Effect::ReadClock(self.timer, 0));
    }

    fn clocked(&mut self, clock: TimerId, now: Now, effects: &mut Vec<Effect>) {
        let guide = &mut self.guide;
        if guide.clock != clock {
            return;
        }
        guide.now = now;
        guide.app = guide.app.map(|app| app.by(now));
        let link = self.linking.left(now.seconds);
        if link == 0 && matches!(self.linking.phase, LinkPhase::Ready(..)) {
            self.linking.phase = LinkPhase::Expired;
        }
        if link > 0 || guide.left().is_some_and(|left| left > 0) {
            effects.push(Effect::ReadClock(clock, 1000));
        }
    }

    /// Whether leaving the page would lose a secret that was typed.
    pub(crate) fn is_unsaved(&self) -> bool {
        let saved = self.mode.saved().is_some_and(|saved| !saved.draft.client_secret.is_blank());
        let typed = !self.draft.client_secret.is_blank() || !self.api_key.is_blank();
        self.settings.guided && (saved || typed && !self.is_done())
    }
}
