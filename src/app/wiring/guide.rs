//! The guide, the clock, and the way to a field.

use crate::app::{Copy, Effect, Event, Purpose, State, Target, copied_text};
use crate::features::guide::{GuideMessage, Now, Output, Step};
use crate::features::submit::Phase;
use crate::profile::{Code, Field};
use crate::requests::TimerId;

impl State {
    /// Whether the guide leads through the form. A profile of the list is changed without it.
    pub fn guided(&self) -> bool {
        self.settings.guided && !self.is_changing()
    }

    pub(crate) fn take_guide(&mut self, msg: GuideMessage, effects: &mut Vec<Effect>) {
        let outputs = self.guide.update(msg, self.is_done());
        self.do_for_guide(outputs, effects);
    }

    /// Goes to a step, also in the address.
    pub(crate) fn go(&mut self, step: Step, effects: &mut Vec<Effect>) {
        let outputs = self.guide.go(step);
        self.do_for_guide(outputs, effects);
    }

    fn do_for_guide(&mut self, outputs: Vec<Output>, effects: &mut Vec<Effect>) {
        for output in outputs {
            match output {
                Output::Restore(kept) => self.restore(&kept),
                Output::PushHistory(from, to) => effects.push(Effect::PushHistory(from, to)),
                Output::TellStep(step) => effects.push(Effect::Emit(Event::Step(step))),
                Output::FocusStep => effects.push(Effect::Focus(Target::Step)),
                Output::FocusResult => effects.push(Effect::Focus(Target::Done)),
                Output::StartClock => self.start_clock(effects),
                Output::ClockRead(clock, now) => self.clock_read(clock, now, effects),
                Output::SignInOpened => {
                    if let Some(url) = copied_text(self, Copy::Url) {
                        effects.push(Effect::Emit(Event::Authorize { url: url.expose().to_owned() }));
                    }
                }
                Output::Clear if self.is_busy() => {}
                Output::Clear => self.reset(effects),
                Output::BackToResult => {
                    if let Some(done) = self.mode.take_result() {
                        self.mode.close();
                        // What became of a change is not waited for any more.
                        self.requests.forget(Purpose::ends_a_click);
                        self.phase = Phase::Done(*done);
                        effects.push(Effect::Focus(Target::Done));
                    }
                }
                Output::Troubleshoot => self.troubleshoot(effects),
            }
        }
    }

    fn troubleshoot(&mut self, effects: &mut Vec<Effect>) {
        if let Phase::Done(done) = &self.phase {
            let done = done.clone();
            self.open_profile(done.profile.clone());
            self.mode.keep_result(Some(Box::new(done)));
            self.withdraw_link();
            let outputs = self.guide.troubleshoot();
            self.do_for_guide(outputs, effects);
        }
    }

    /// The main button of a step before the last. What is typed and wrong holds it up; what is blank can wait.
    pub(crate) fn go_on(&mut self, next: Step, effects: &mut Vec<Effect>) {
        let issues = self.issues();
        let wrong = issues
            .iter()
            .find(|issue| issue.is_error() && issue.code != Code::Required && self.guide.has_here(issue.field));
        if let Some(issue) = wrong {
            for field in Field::ALL.iter().copied().filter(|field| self.guide.has_here(*field)) {
                self.form.touch(field);
            }
            self.form.open.my_domain |= issue.field == Field::MyDomain;
            effects.push(Effect::Focus(Target::Field(issue.field)));
            return;
        }
        let outputs = self.guide.go_on(next);
        self.do_for_guide(outputs, effects);
    }

    /// Moves the focus to a field, at the step that has it. The org can be named at two.
    pub(crate) fn focus_on(&mut self, field: Field, effects: &mut Vec<Effect>) {
        if self.guided() && !self.guide.has_here(field) {
            self.go(Step::of(field), effects);
        }
        self.form.open.my_domain |= field == Field::MyDomain;
        effects.push(Effect::Focus(Target::Field(field)));
    }

    /// Asks for the time, and goes on asking while it matters.
    pub(crate) fn start_clock(&mut self, effects: &mut Vec<Effect>) {
        self.timer = self.timer.next();
        self.guide.clock = self.timer;
        effects.push(Effect::ReadClock(self.timer, 0));
    }

    fn clock_read(&mut self, clock: TimerId, now: Now, effects: &mut Vec<Effect>) {
        let link_runs = self.linking.clock_read(now.seconds);
        if link_runs || self.guide.left().is_some_and(|left| left > 0) {
            effects.push(Effect::ReadClock(clock, 1000));
        }
    }

    /// Whether leaving the page would lose a secret that was typed.
    pub(crate) fn is_unsaved(&self) -> bool {
        let saved = self.mode.saved().is_some_and(|saved| !saved.draft.client_secret.is_blank());
        saved || self.form.holds_secret() && !self.is_done()
    }
}
