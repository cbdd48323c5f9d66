//! The route: the part of the state that is in the page's address, for *Back* and *Forward*.

use crate::features::guide::Step;

const PROFILES: &str = "view=profiles";
const STEP: &str = "step=";

/// A route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// A step of the guide. The form alone counts as the first step.
    Step(Step),
    /// The list of profiles, or a change of one.
    Profiles,
}

impl Route {
    /// The route in a query string; the first step if it has none.
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

    /// The query string with this route. Keeps its other parameters.
    pub fn in_query(self, query: &str) -> String {
        let is_other = |pair: &&str| !pair.is_empty() && *pair != PROFILES && !pair.starts_with(STEP);
        let mut pairs = query.trim_start_matches('?').split('&').filter(is_other).collect::<Vec<_>>();
        let step;
        match self {
            Self::Step(named) => {
                step = [STEP, named.name()].concat();
                pairs.insert(0, &step);
            }
            // The last of several views counts.
            Self::Profiles => pairs.push(PROFILES),
        }
        ["?", &pairs.join("&")].concat()
    }
}
