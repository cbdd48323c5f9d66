//! What follows from what happens in the guide.

use super::{AppCreated, Extra, Guide, GuideMessage, Now, Pkce, Saw, Step, TASKS};
use crate::profile::{Field, Secret};
use crate::requests::TimerId;

/// What the app has to do for the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Take up what was kept before a reload.
    Restore(String),
    /// Put the second step into the address, so that *Back* leads to the first.
    PushHistory(Step, Step),
    /// Tell the host page of the step.
    TellStep(Step),
    /// Move the focus to the heading of the step.
    FocusStep,
    /// Move the focus to the heading of the result.
    FocusResult,
    /// Tell the time from now on.
    StartClock,
    /// The clock of that number told this.
    ClockRead(TimerId, Now),
    /// The authorization URL was opened.
    SignInOpened,
    /// Clear everything.
    Clear,
    /// Show the result that was left to find out why linking failed.
    BackToResult,
    /// Leave the result to find out why linking failed.
    Troubleshoot,
}

impl Guide {
    /// Takes a message in. `done` says whether the result is shown: then nothing is left to do in the steps.
    pub fn update(&mut self, msg: GuideMessage, done: bool) -> Vec<Output> {
        match msg {
            GuideMessage::ProgressRestored(kept) => vec![Output::Restore(kept)],
            GuideMessage::AddressChanged(_) | GuideMessage::StepPressed(_) if done => vec![Output::FocusResult],
            GuideMessage::AddressChanged(step) => self.show(step),
            GuideMessage::StepPressed(step) => self.go(step),
            GuideMessage::RemedyPressed(step) => {
                self.remedies = true;
                self.go(step)
            }
            GuideMessage::TaskToggled(task) => {
                match self.ticked.iter().position(|done| *done == task) {
                    Some(at) => drop(self.ticked.remove(at)),
                    None => self.ticked.push(task),
                }
                Vec::new()
            }
            GuideMessage::PkceAnswered(pkce) => {
                self.pkce = Some(pkce);
                self.answered(Extra::Pkce, pkce == Pkce::Off);
                Vec::new()
            }
            GuideMessage::AppCreated => {
                self.app = Some(AppCreated::JustNow);
                vec![Output::StartClock]
            }
            GuideMessage::ClockRead(clock, now) if clock == self.clock => {
                self.now = now;
                self.app = self.app.map(|app| app.by(now));
                vec![Output::ClockRead(clock, now)]
            }
            GuideMessage::ClockRead(..) => Vec::new(),
            GuideMessage::SignInOpened => vec![Output::SignInOpened],
            GuideMessage::SawAnswered(saw) => {
                self.saw = Some(saw);
                self.answered(Extra::Saw, saw != Saw::Error);
                Vec::new()
            }
            GuideMessage::ErrorPasted(text) => {
                self.pasted = text;
                Vec::new()
            }
            GuideMessage::StepsToggled => {
                self.steps_open = !self.steps_open;
                Vec::new()
            }
            GuideMessage::ClearToggled => {
                self.asks_to_clear = !self.asks_to_clear;
                Vec::new()
            }
            GuideMessage::ClearPressed => vec![Output::Clear],
            GuideMessage::ResultPressed => vec![Output::BackToResult],
            GuideMessage::TroubleshootPressed => vec![Output::Troubleshoot],
        }
    }

    /// Goes to a step, also in the address.
    pub fn go(&mut self, step: Step) -> Vec<Output> {
        let before = self.step;
        let mut outputs = self.show(step);
        if step != before {
            outputs.insert(0, Output::PushHistory(before, step));
        }
        outputs
    }

    fn show(&mut self, step: Step) -> Vec<Output> {
        self.steps_open = false;
        self.remedies &= step != Step::Check;
        let mut outputs = Vec::new();
        if step != self.step {
            self.step = step;
            outputs.push(Output::TellStep(step));
        }
        outputs.push(Output::FocusStep);
        outputs
    }

    /// Whether the step that is shown has the control of a field.
    pub fn has_here(&self, field: Field) -> bool {
        TASKS.iter().any(|task| task.step == self.step && task.extra.fields().contains(&field))
    }

    /// Goes on from a step whose fields are right. What was passed counts as done, but for questions.
    pub fn go_on(&mut self, next: Step) -> Vec<Output> {
        for task in TASKS.iter().filter(|task| task.step == self.step) {
            if !task.extra.asks() && !self.ticked.contains(&task.title) {
                self.ticked.push(task.title);
            }
        }
        self.go(next)
    }

    /// Linking an account failed: asks again what Salesforce showed.
    pub fn troubleshoot(&mut self) -> Vec<Output> {
        self.saw = Some(Saw::Error);
        self.pasted = Secret::default();
        self.go(Step::Check)
    }
}
