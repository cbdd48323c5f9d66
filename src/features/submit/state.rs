//! How far a click on the main button is, from typing to a profile.

use crate::requests::Failure;
use crate::salesforce::Environment;
use crate::stackone::{ConnectorProfile, Json};

/// What is known of the clicks on the main button.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    /// Where the last one is.
    pub phase: Phase,
    /// A create whose outcome is not known yet.
    pub attempt: Option<Attempt>,
    /// A create that was answered, after which the list is read once more.
    pub recheck: Option<Recheck>,
    /// The profiles, if one click created several. The first one is in use here.
    pub created_twice: Vec<ConnectorProfile>,
}

impl Submission {
    /// Whether a create is out whose outcome is unknown and was not looked for yet.
    pub fn is_open(&self) -> bool {
        self.attempt.as_ref().is_some_and(|attempt| !attempt.compared)
    }
}

/// Where the form is between typing and a profile.
#[derive(Clone, Debug, Default)]
pub enum Phase {
    /// The person types.
    #[default]
    Editing,
    /// The list is being read before a create.
    Checking,
    /// The create or change is out.
    Sending,
    /// The list is being read to find out how a create ended.
    Comparing(Box<Failure>),
    /// A click came to nothing.
    Failed(Failure),
    /// The profile is in StackOne.
    Done(Done),
}

impl Phase {
    /// The result, once there is one.
    pub fn done(&self) -> Option<&Done> {
        match self {
            Self::Done(done) => Some(done),
            _ => None,
        }
    }

    /// Whether a request is out that a click waits for.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Checking | Self::Sending | Self::Comparing(_) => true,
            Self::Editing | Self::Failed(_) | Self::Done(_) => false,
        }
    }
}

/// A create that was sent and not answered by StackOne with its profile. It survives a reload of the page, as no secret is
/// in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Ids of the profiles that existed before, and of those that the person said are others.
    pub before: Vec<String>,
    /// Name that was sent.
    pub name: String,
    /// Environment that was sent.
    pub environment: Option<Environment>,
    /// Whether StackOne refused it, or the list was read since and has nothing new.
    pub compared: bool,
    /// How many creates of it were not answered. Each may still be executed.
    pub unanswered: u64,
}

impl Attempt {
    /// Whether a profile was not there before.
    pub fn is_new(&self, profile: &ConnectorProfile) -> bool {
        !self.before.contains(&profile.id)
    }

    /// Whether a profile is what was sent, letter for letter. StackOne may write it otherwise.
    fn is_as_sent(&self, profile: &ConnectorProfile) -> bool {
        self.name == profile.name
            && (profile.environment.is_empty() || self.environment == Environment::from_name(&profile.environment))
    }

    /// Those that were not there before, the likeliest first.
    pub fn candidates(&self, listed: &[ConnectorProfile]) -> Vec<ConnectorProfile> {
        let new = listed.iter().filter(|profile| self.is_new(profile)).cloned();
        let (mut likely, others): (Vec<_>, Vec<_>) = new.partition(|profile| self.is_as_sent(profile));
        likely.extend(others);
        likely
    }

    /// As it is kept for the next load, under a name that is no secret.
    pub fn json(&self, name: &str) -> Json {
        Json::object(vec![
            ("before", Json::texts(&self.before)),
            ("name", name.into()),
            ("environment", self.environment.map_or("", Environment::name).into()),
            ("compared", Json::Bool(self.compared)),
            ("unanswered", Json::Number(self.unanswered.into())),
        ])
    }

    /// What was kept.
    pub fn read(kept: &Json) -> Option<Self> {
        let text = |name| kept.get(name).and_then(Json::text).unwrap_or_default();
        Some(Self {
            before: kept.get("before")?.items().iter().filter_map(Json::text).collect(),
            name: text("name"),
            environment: Environment::from_name(&text("environment")),
            compared: kept.get("compared").and_then(Json::flag).unwrap_or(false),
            unanswered: kept.get("unanswered").and_then(Json::number).unwrap_or(0),
        })
    }
}

/// The profile as it is in StackOne.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// As StackOne tells it.
    pub profile: ConnectorProfile,
    /// How we know.
    pub how: How,
}

/// How a result is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// StackOne answered that it was created.
    Created,
    /// The answer got lost; the person found it in the list.
    Found,
    /// StackOne answered that it was changed.
    Changed,
    /// The list has it, and an account is to be linked to it.
    Listed,
}

/// A create that was answered, or whose profile the person picked. The result does not wait for the list, and is shown even
/// if the list cannot be read.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// What was sent, and what was there before.
    pub attempt: Attempt,
    /// What StackOne answered, or the person found.
    pub created: ConnectorProfile,
}

impl Recheck {
    /// As it is kept for the next load, where whatever else is new is asked about before another create.
    pub fn to_attempt(&self) -> Attempt {
        let mut attempt = Attempt { compared: true, ..self.attempt.clone() };
        attempt.before.push(self.created.id.clone());
        attempt
    }
}
