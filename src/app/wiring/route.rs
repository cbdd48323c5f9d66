//! Where the person is, and where *Back* and *Forward* lead.

use crate::app::{Effect, Route, State};
use crate::features::guide::GuideMessage;

impl State {
    /// Where the person is.
    pub fn route(&self) -> Route {
        if self.profiles.shown { Route::Profiles } else { Route::Step(self.guide.step) }
    }

    /// The person went back or forward in the browser. A profile that is being changed stays open: its changes would be lost.
    pub(crate) fn follow(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.is_changing() {
            return;
        }
        match route {
            Route::Profiles if self.profiles.shown => {}
            Route::Profiles => self.show_profiles(effects),
            Route::Step(step) => {
                self.profiles.shown = false;
                self.profiles.wanted = None;
                if self.guided() {
                    self.take_guide(GuideMessage::StepPressed(step), effects);
                }
            }
        }
    }
}
