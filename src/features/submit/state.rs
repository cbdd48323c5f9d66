//! The state of a click on the main button, from typing to a profile.

use crate::requests::Failure;
use crate::salesforce::Environment;
use crate::stackone::{ConnectorProfile, Json};

/// The state of clicks on the main button.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    /// The phase of the latest click.
    pub phase: Phase,
    /// A create whose outcome is not known yet.
    pub attempt: Option<Attempt>,
    /// An answered create, until the list was read again.
    pub recheck: Option<Recheck>,
    /// The profiles that one click created, if several. The first one is in use.
    pub created_twice: Vec<ConnectorProfile>,
}

impl Submission {
    /// Whether the outcome of a create is unknown and was not looked up yet.
    pub fn is_open(&self) -> bool {
        self.attempt.as_ref().is_some_and(|attempt| !attempt.compared)
    }
}

/// The phase of a click.
#[derive(Clone, Debug, Default)]
pub enum Phase {
    /// No click yet, or the person types again.
    #[default]
    Editing,
    /// The list is being read before a create.
    Checking,
    /// The create or change is in flight.
    Sending,
    /// The list is being read to find out how a create ended.
    Comparing(Box<Failure>),
    /// The click failed.
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

    /// Whether a click waits for a request.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Checking | Self::Sending | Self::Comparing(_) => true,
            Self::Editing | Self::Failed(_) | Self::Done(_) => false,
        }
    }
}

/// A create without StackOne's confirmation. Contains no secret, so it is kept when the page is reloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Ids of the profiles that existed before, and of those that the person rejected.
    pub before: Vec<String>,
    /// The name that was sent.
    pub name: String,
    /// The environment that was sent.
    pub environment: Option<Environment>,
    /// Whether StackOne refused it, or the list was read since and has no new profile.
    pub compared: bool,
    /// The number of its creates that were not answered. Each may still be executed.
    pub unanswered: u64,
}

impl Attempt {
    /// Whether a profile did not exist before.
    pub fn is_new(&self, profile: &ConnectorProfile) -> bool {
        !self.before.contains(&profile.id)
    }

    /// Whether a profile has exactly the values that were sent. StackOne may change their spelling.
    fn is_as_sent(&self, profile: &ConnectorProfile) -> bool {
        self.name == profile.name
            && (profile.environment.is_empty() || self.environment == Environment::from_name(&profile.environment))
    }

    /// The profiles that did not exist before, the most likely first.
    pub fn candidates(&self, listed: &[ConnectorProfile]) -> Vec<ConnectorProfile> {
        let new = listed.iter().filter(|profile| self.is_new(profile)).cloned();
        let (mut likely, others): (Vec<_>, Vec<_>) = new.partition(|profile| self.is_as_sent(profile));
        likely.extend(others);
        likely
    }

    /// The JSON to keep for the next load. `name` is the attempt's name, or blank if it may be a secret.
    pub fn json(&self, name: &str) -> Json {
        Json::object(vec![
            ("before", Json::texts(&self.before)),
            ("name", name.into()),
            ("environment", self.environment.map_or("", Environment::name).into()),
            ("compared", Json::Bool(self.compared)),
            ("unanswered", Json::Number(self.unanswered.into())),
        ])
    }

    /// Parses the kept JSON.
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

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The profile, as StackOne returned it.
    pub profile: ConnectorProfile,
    /// How the result is known.
    pub how: How,
}

/// How a result is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// StackOne answered that it was created.
    Created,
    /// The answer got lost, but the person found the profile in the list.
    Found,
    /// StackOne answered that it was changed.
    Changed,
    /// The profile was in the list, and the person wants to connect an account.
    Listed,
}

/// A create with a known profile, until the list was read again for duplicates. The result does not wait for that.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// The create.
    pub attempt: Attempt,
    /// The profile that StackOne returned or the person picked.
    pub created: ConnectorProfile,
}

impl Recheck {
    /// The attempt to keep for the next load. Before another create, the person is asked about other new profiles.
    pub fn to_attempt(&self) -> Attempt {
        let mut attempt = Attempt { compared: true, ..self.attempt.clone() };
        attempt.before.push(self.created.id.clone());
        attempt
    }
}
