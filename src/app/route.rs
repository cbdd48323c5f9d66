//! Where the person is, as the address of the page tells it: *Back* and *Forward* lead from one to another.

use crate::features::guide::Step;

const PROFILES: &str = "view=profiles";
const STEP: &str = "step=";

/// A place with an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// A step of the guide. The form alone is where the guide begins.
    Step(Step),
    /// The list of profiles, and a profile that is changed.
    Profiles,
}

impl Route {
    /// The route that a query string names; the first step where it names none.
    pub fn of_query(query: &str) -> Self {
        let mut step = Step::default();
        for pair in query.trim_start_matches('?').split('&') {
            if pair == PROFILES {
                return Self::Profiles;
            }
            if let Some(named) = pair.strip_prefix(STEP).and_then(Step::named) {
                step = named;
            }
        }
        Self::Step(step)
    }

    /// A query string that names this route. Everything else in it stays.
    pub fn in_query(self, query: &str) -> String {
        let mut next = match self {
            Self::Step(step) => ["?", STEP, step.name()].concat(),
            Self::Profiles => ["?", PROFILES].concat(),
        };
        for pair in query.trim_start_matches('?').split('&') {
            if !pair.is_empty() && pair != PROFILES && !pair.starts_with(STEP) {
                next.push('&');
                next.push_str(pair);
            }
        }
        next
    }
}
