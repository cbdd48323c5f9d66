//! Applies messages to the guide.

use super::{AppCreated, Guide, GuideMessage, Step};
use crate::profile::Field;
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// What the app must do for the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Restore the progress of an earlier load.
    Restore(String),
    /// Emit the event for a step.
    TellStep(Step),
    /// Move the focus to the heading of the step.
    FocusStep,
    /// Move the focus to a field, at the step that has it.
    FocusField(Field),
    /// Start the clock.
    StartClock,
    /// The clock with this number was read.
    ClockRead(TimerId, UnixTime),
    /// The authorization URL was opened.
    SignInOpened,
    /// Clear everything.
    Clear,
}

impl Guide {
    /// Applies a message.
    pub fn update(&mut self, msg: GuideMessage) -> Vec<Output> {
        match msg {
            GuideMessage::ProgressRestored(kept) => vec![Output::Restore(kept)],
            GuideMessage::Opened => {
                self.is_asked_for = true;
                self.go(self.step)
            }
            GuideMessage::StepPressed(step) => self.go(step),
            GuideMessage::RemedyPressed(step) => {
                self.shows_remedy = true;
                self.go(step)
            }
            GuideMessage::EditPressed(field) => {
                // `FocusField` sets the way back itself.
                self.from_review = field.is_none();
                field.map_or_else(|| self.go(Step::Start), |field| vec![Output::FocusField(field)])
            }
            GuideMessage::PkceAnswered(pkce) => {
                self.pkce = Some(pkce);
                Vec::new()
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
                Vec::new()
            }
            GuideMessage::ErrorPasted(text) => {
                self.pasted = text;
                Vec::new()
            }
            GuideMessage::ClearToggled => {
                self.asks_to_clear = !self.asks_to_clear;
                Vec::new()
            }
            GuideMessage::ClearPressed => vec![Output::Clear],
        }
    }

    /// Goes to a step.
    pub fn go(&mut self, step: Step) -> Vec<Output> {
        self.shows_remedy &= step != Step::Connect;
        self.from_review &= step != Step::Profile;
        let mut outputs = Vec::new();
        if step != self.step {
            self.step = step;
            outputs.push(Output::TellStep(step));
        }
        outputs.push(Output::FocusStep);
        outputs
    }

    /// The step that the main button leads to; `None` if the button sends the profile.
    pub fn next(&self) -> Option<Step> {
        match self.step {
            Step::Profile => None,
            Step::Start | Step::CreateApp | Step::Credentials if !self.from_review => self.step.next(),
            Step::Start | Step::CreateApp | Step::Credentials | Step::Connect => Some(Step::Profile),
        }
    }

    /// Completes the current step. Completing [`Step::CreateApp`] means that the app was created just now.
    pub fn go_on(&mut self, next: Step) -> Vec<Output> {
        let step = self.step;
        if !self.passed.contains(&step) {
            self.passed.push(step);
        }
        let mut outputs = self.go(next);
        if step == Step::CreateApp && self.app.is_none() {
            self.app = Some(AppCreated::JustNow);
            outputs.push(Output::StartClock);
        }
        outputs
    }
}
