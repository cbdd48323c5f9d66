//! The route, and what *Back* and *Forward* do.

use std::mem;

use crate::app::{Effect, Route, State, Target};
use crate::features::guide::GuideMessage;
use crate::profile::Field;

impl State {
    /// The current route.
    pub fn route(&self) -> Route {
        if self.profiles.shown { Route::Profiles } else { Route::Step(self.guide.step) }
    }

    /// Follows *Back* or *Forward*. Keeps a profile that is being changed open, so that the changes are not lost.
    pub(crate) fn follow(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.is_changing() {
            return;
        }
        match route {
            Route::Profiles if self.profiles.shown => {}
            Route::Profiles => self.show_profiles(effects),
            Route::Step(step) => {
                let shown = mem::take(&mut self.profiles.shown);
                self.profiles.wanted = None;
                if self.guided() {
                    self.update_guide(GuideMessage::StepPressed(step), effects);
                } else if shown {
                    let target = if self.is_done() { Target::Done } else { Target::Field(Field::ClientId) };
                    effects.push(Effect::Focus(target));
                }
            }
        }
    }
}
