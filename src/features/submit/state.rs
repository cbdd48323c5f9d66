//! Where a click on the main button is: between typing and a profile that stands.

use crate::requests::Failure;
use crate::salesforce::Environment;
use crate::stackone::ConnectorProfile;

/// Where the form is between typing and a profile.
#[derive(Clone, Debug)]
pub enum Phase {
    /// Somebody types.
    Editing,
    /// The list is being read before a create.
    Checking,
    /// The create or change is out.
    Sending,
    /// The list is being read to learn what became of a create.
    Comparing(Box<Failure>),
    /// A click came to nothing.
    Failed(Failure),
    /// It stands in StackOne.
    Done(Done),
}

impl Phase {
    /// Whether a request is out that a click waits for.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Checking | Self::Sending | Self::Comparing(_) => true,
            Self::Editing | Self::Failed(_) | Self::Done(_) => false,
        }
    }
}

/// What was sent when the outcome got lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Ids of the profiles that existed before.
    pub before: Vec<String>,
    /// Name that was sent.
    pub name: String,
    /// Environment that was sent.
    pub environment: Option<Environment>,
    /// Whether the list was read since and does not have it.
    pub compared: bool,
}

impl Attempt {
    /// Whether a profile can be the one that was sent.
    pub fn matches(&self, profile: &ConnectorProfile) -> bool {
        !self.before.contains(&profile.id)
            && self.name == profile.name
            && (profile.environment.is_empty() || self.environment == Environment::from_name(&profile.environment))
    }
}

/// A profile that stands.
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
    /// The answer got lost; the list has it.
    Found,
    /// StackOne answered that it was changed.
    Changed,
    /// The list has it, and an account is to be linked to it.
    Listed,
}

/// A create that was answered. Nobody waits for the list; where it cannot be read, the profile stands all the same.
#[derive(Clone, Debug)]
pub struct Recheck {
    /// What was sent, and what was there before.
    pub attempt: Attempt,
    /// What StackOne answered.
    pub created: ConnectorProfile,
}
