//! The progress of the guide.

use strum::{EnumString, IntoStaticStr};

use super::Step;
use crate::i18n::TextKey;
use crate::profile::{Field, Issue, Secret};
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// The longest time until a new app is active, in seconds (StackOne's guide: 10 to 20 minutes).
const ACTIVATION: u64 = 20 * 60;

/// The state of the guide.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// Whether the person opened the guide from the form.
    pub is_asked_for: bool,
    /// The current step.
    pub step: Step,
    /// The steps that the person completed with the main button.
    pub passed: Vec<Step>,
    /// Whether PKCE can be turned off.
    pub pkce: Option<Pkce>,
    /// When the app was created.
    pub app: Option<AppCreated>,
    /// The time, as last read.
    pub now: UnixTime,
    /// The number of the current clock. Answers of older ones are ignored.
    pub clock: TimerId,
    /// What Salesforce showed.
    pub saw: Option<Saw>,
    /// Salesforce's error as pasted. May contain a code or a token.
    pub pasted: Secret,
    /// Whether the error is also explained at the other steps, while the person fixes its cause.
    pub shows_remedy: bool,
    /// Whether the person came from the review to change a value. If so, the main button leads back to the review.
    pub from_review: bool,
    /// Whether the question *Clear everything?* is shown.
    pub asks_to_clear: bool,
}

/// When the app was created in Salesforce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppCreated {
    /// Just now; the clock was not read yet.
    JustNow,
    /// At this time.
    At(UnixTime),
}

impl AppCreated {
    /// Replaces `JustNow` with `now`. Limits a later time to `now`, in case the clock was set back.
    pub(crate) fn by(self, now: UnixTime) -> Self {
        Self::At(match self {
            Self::JustNow => now,
            Self::At(made) => made.min(now),
        })
    }
}

/// The answer to *Can you turn off PKCE?*
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Pkce {
    /// It can be turned off.
    Off,
    /// The checkbox is grayed out.
    Locked,
    /// The org requires PKCE for all apps.
    Org,
}

impl Pkce {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Off, Self::Locked, Self::Org];

    /// The name in the saved progress.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The text of the answer.
    pub fn words(self) -> TextKey {
        match self {
            Self::Off => TextKey::PkceOff,
            Self::Locked => TextKey::PkceLocked,
            Self::Org => TextKey::PkceOrg,
        }
    }

    /// The consequence: a title, and what to do.
    pub fn means(self) -> (TextKey, TextKey) {
        match self {
            Self::Off => (TextKey::PkceOffTitle, TextKey::PkceOffBody),
            Self::Locked => (TextKey::PkceLockedTitle, TextKey::PkceLockedBody),
            Self::Org => (TextKey::PkceOrgTitle, TextKey::PkceOrgBody),
        }
    }

    /// The text among the known facts.
    pub fn fact(self) -> TextKey {
        match self {
            Self::Off => TextKey::PkceFactOff,
            Self::Locked => TextKey::PkceFactLocked,
            Self::Org => TextKey::PkceFactOrg,
        }
    }
}

/// The answer to *What does Salesforce show?*
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Saw {
    /// The page on which the user allows access.
    Consent,
    /// Something else.
    Error,
    /// StackOne's page: the person allowed the app before.
    StackOne,
}

impl Saw {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Consent, Self::Error, Self::StackOne];

    /// The name in the saved progress.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The text of the answer.
    pub fn words(self) -> TextKey {
        match self {
            Self::Consent => TextKey::SawConsent,
            Self::Error => TextKey::SawError,
            Self::StackOne => TextKey::SawStackOne,
        }
    }
}

impl Guide {
    /// Seconds until the app is active at the latest; 0 once it is, `None` if its time of creation is unknown.
    pub fn left(&self) -> Option<u64> {
        Some(match self.app? {
            AppCreated::JustNow => ACTIVATION,
            AppCreated::At(made) => made.after(ACTIVATION).seconds_since(self.now).min(ACTIVATION),
        })
    }

    /// Whether a step is done: the person completed it, and its fields have no errors.
    pub fn is_step_done(&self, step: Step, issues: &[Issue]) -> bool {
        let asks_for = |issue: &Issue| Step::of(issue.field) == step;
        let pkce = step != Step::Start || self.pkce == Some(Pkce::Off);
        pkce && self.passed.contains(&step) && !issues.iter().any(|issue| issue.is_error() && asks_for(issue))
    }

    /// Whether the current step has a field.
    pub fn has_here(&self, field: Field) -> bool {
        Step::of(field) == self.step
    }

    /// Whether PKCE prevents StackOne from connecting.
    pub fn is_locked_out(&self) -> bool {
        matches!(self.pkce, Some(Pkce::Locked | Pkce::Org))
    }
}
