//! Saves and restores the guide's progress. Pasted text is not saved.

use super::{AppCreated, Guide, Step};
use crate::stackone::{Json, UnixTime};

/// Saved instead of the app's time of creation until the clock is read.
const JUST_NOW: &str = "now";

impl Guide {
    /// The values to save, with their names.
    pub fn kept(&self) -> Vec<(&'static str, Json)> {
        let passed = self.passed.iter().map(|step| step.name().into()).collect();
        let mut kept = vec![("step", self.step.name().into()), ("passed", Json::List(passed))];
        if let Some(pkce) = self.pkce {
            kept.push(("pkce", pkce.name().into()));
        }
        if let Some(saw) = self.saw {
            kept.push(("saw", saw.name().into()));
        }
        match self.app {
            Some(AppCreated::At(UnixTime(made))) => kept.push(("madeAt", Json::Number(made.into()))),
            Some(AppCreated::JustNow) => kept.push(("madeAt", JUST_NOW.into())),
            None => {}
        }
        kept
    }

    /// Restores saved values. `step` is the step in the address, which takes precedence.
    pub fn restore(&mut self, kept: &Json, step: Option<Step>) {
        let text = |name| kept.get(name).and_then(Json::text);
        self.step = step.or_else(|| text("step").as_deref().and_then(Step::named)).unwrap_or_default();
        for name in kept.get("passed").map(Json::items).unwrap_or_default() {
            let step = name.text().as_deref().and_then(Step::named);
            self.passed.extend(step.filter(|step| !self.passed.contains(step)));
        }
        self.pkce = text("pkce").and_then(|pkce| pkce.parse().ok());
        self.saw = text("saw").and_then(|saw| saw.parse().ok());
        self.app = match text("madeAt").as_deref() {
            Some(JUST_NOW) => Some(AppCreated::JustNow),
            _ => kept.get("madeAt").and_then(Json::number).map(|made| AppCreated::At(UnixTime(made))),
        };
    }
}
