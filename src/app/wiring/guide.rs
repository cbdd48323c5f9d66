//! Connects the guide with the rest of the app: steps, clock, and focus.

use crate::app::{Copy, Effect, Event, State, Target, copied_text};
use crate::features::guide::{GuideMessage, Output, Step};
use crate::profile::{Code, Field, Issue, trim};
use crate::requests::TimerId;
use crate::stackone::UnixTime;

impl State {
    /// Whether the guide is shown. A profile from the list is changed without it.
    pub fn guided(&self) -> bool {
        (self.settings.is_guided() || self.guide.is_asked_for) && !self.is_changing()
    }

    pub(crate) fn update_guide(&mut self, msg: GuideMessage, effects: &mut Vec<Effect>) {
        let outputs = self.guide.update(msg);
        self.run_guide_outputs(outputs, effects);
    }

    /// Goes to a step.
    pub(crate) fn go(&mut self, step: Step, effects: &mut Vec<Effect>) {
        let outputs = self.guide.go(step);
        self.run_guide_outputs(outputs, effects);
    }

    fn run_guide_outputs(&mut self, outputs: Vec<Output>, effects: &mut Vec<Effect>) {
        for output in outputs {
            match output {
                Output::Restore(kept) => self.restore(&kept),
                Output::TellStep(step) => effects.push(Effect::Emit(Event::Step(step))),
                Output::FocusStep => {
                    let target = if self.shows_result() { Target::Done } else { Target::Step };
                    effects.push(Effect::Focus(target));
                }
                Output::FocusField(field) => self.focus_on(field, effects),
                Output::StartClock => self.start_clock(effects),
                Output::ClockRead(clock, now) => self.clock_read(clock, now, effects),
                Output::SignInOpened => {
                    if let Some(url) = copied_text(self, Copy::Url) {
                        effects.push(Effect::Emit(Event::Authorize { url: url.expose().to_owned() }));
                    }
                }
                Output::Clear if self.is_busy() => {}
                Output::Clear => self.reset(effects),
            }
        }
    }

    /// Whether the result is on the screen. In the guide, it is at the last step; the others remain readable.
    pub fn shows_result(&self) -> bool {
        self.is_done() && (!self.guided() || self.guide.step == Step::Connect)
    }

    /// The step that the main button leads to; `None` if the button sends the profile.
    pub fn next_step(&self) -> Option<Step> {
        let next = if self.is_done() { Some(Step::Connect) } else { self.guide.next() };
        next.filter(|_| self.guided())
    }

    /// Completes a step that sends nothing, unless a value is wrong. A blank value may be filled in later, unless only
    /// one of client ID and secret is blank: they belong together.
    pub(crate) fn go_on(&mut self, next: Step, effects: &mut Vec<Effect>) {
        let issues = self.issues();
        let draft = &self.form.draft;
        let has_one = !trim(&draft.client_id).is_empty() || !draft.client_secret.is_blank();
        let mut here = issues.iter().filter(|issue| issue.is_error() && self.guide.has_here(issue.field));
        let is_missing = |issue: &&Issue| issue.code == Code::Required;
        let wrong = here.clone().find(|issue| !is_missing(issue));
        let wrong = wrong.or_else(|| here.find(|_| has_one && self.guide.step == Step::Credentials));
        if let Some(issue) = wrong {
            for field in Field::ALL.iter().copied().filter(|field| self.guide.has_here(*field)) {
                self.form.touch(field);
            }
            self.form.open.my_domain |= issue.field == Field::MyDomain;
            effects.push(Effect::Focus(Target::Field(issue.field)));
            return;
        }
        let outputs = self.guide.go_on(next);
        self.run_guide_outputs(outputs, effects);
    }

    /// Moves the focus to a field, at the step that has it. Remembers the way back to the review.
    pub(crate) fn focus_on(&mut self, field: Field, effects: &mut Vec<Effect>) {
        if self.guided() && !self.guide.has_here(field) {
            self.guide.from_review |= self.guide.step == Step::Profile;
            self.go(Step::of(field), effects);
        }
        self.form.open.my_domain |= field == Field::MyDomain;
        self.form.open.advanced |= matches!(field, Field::Scopes | Field::Actions);
        effects.push(Effect::Focus(Target::Field(field)));
    }

    /// Starts the clock. `clock_read` continues it while a countdown runs.
    pub(crate) fn start_clock(&mut self, effects: &mut Vec<Effect>) {
        self.timer = self.timer.next();
        self.guide.clock = self.timer;
        effects.push(Effect::ReadClock(self.timer, 0));
    }

    fn clock_read(&mut self, clock: TimerId, now: UnixTime, effects: &mut Vec<Effect>) {
        let link_runs = self.link_clock_read(now, effects);
        if link_runs || self.guide.left().is_some_and(|left| left > 0) {
            effects.push(Effect::ReadClock(clock, 1000));
        }
    }

    /// Whether leaving the page would lose a typed secret.
    pub(crate) fn is_unsaved(&self) -> bool {
        let saved = self.mode.saved().is_some_and(|saved| !saved.draft.client_secret.is_blank());
        saved || self.form.holds_secret() && !self.is_done()
    }
}
