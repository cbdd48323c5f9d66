//! The progress of the guide.

use strum::{EnumString, IntoStaticStr};

use super::Step;
use crate::i18n::TextKey;
use crate::profile::{Field, Issue, Secret};
use crate::requests::TimerId;
use crate::stackone::UnixTime;

/// Longest time until a new app works, in seconds (StackOne's guide: 10 to 20 minutes).
const ACTIVATION: u64 = 20 * 60;

/// The guide's part of the state.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// Whether the person asked for it where the form is shown alone.
    pub is_asked_for: bool,
    /// The step that is shown.
    pub step: Step,
    /// Steps that the person went on from.
    pub passed: Vec<Step>,
    /// Whether PKCE can be turned off.
    pub pkce: Option<Pkce>,
    /// When the app was made.
    pub app: Option<AppCreated>,
    /// The last time that was told.
    pub now: Now,
    /// Number of the clock that runs; answers to older ones are dropped.
    pub clock: TimerId,
    /// What Salesforce showed.
    pub saw: Option<Saw>,
    /// What was pasted from it. May hold a code or a token.
    pub pasted: Secret,
    /// Whether what was pasted is explained at the other steps too, while its cause is being removed.
    pub remedies: bool,
    /// Whether the person came from the profile to change a value, and goes back there at once.
    pub returns: bool,
    /// Whether the question *Clear everything?* is open.
    pub asks_to_clear: bool,
}

/// A moment, as the device has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// In UTC.
    pub time: UnixTime,
    /// Minutes that local time is ahead of UTC.
    pub zone: i32,
}

/// When the app was made in Salesforce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppCreated {
    /// Just now: the clock has not told yet when that is.
    JustNow,
    /// Then.
    At(UnixTime),
}

impl AppCreated {
    /// The same once the time is told. None was made later than now, also where the clock was put back.
    pub(crate) fn by(self, now: Now) -> Self {
        Self::At(match self {
            Self::JustNow => now.time,
            Self::At(made) => made.min(now.time),
        })
    }
}

/// Whether the checkbox for PKCE can be cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Pkce {
    /// It can.
    Off,
    /// It is grayed out.
    Locked,
    /// The whole org requires it.
    Org,
}

impl Pkce {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Off, Self::Locked, Self::Org];

    /// The name under which it is kept.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The answer in words.
    pub fn words(self) -> TextKey {
        match self {
            Self::Off => TextKey::PkceOff,
            Self::Locked => TextKey::PkceLocked,
            Self::Org => TextKey::PkceOrg,
        }
    }

    /// What it means, as a title and what to do.
    pub fn means(self) -> (TextKey, TextKey) {
        match self {
            Self::Off => (TextKey::PkceOffTitle, TextKey::PkceOffBody),
            Self::Locked => (TextKey::PkceLockedTitle, TextKey::PkceLockedBody),
            Self::Org => (TextKey::PkceOrgTitle, TextKey::PkceOrgBody),
        }
    }

    /// The answer as a fact.
    pub fn fact(self) -> TextKey {
        match self {
            Self::Off => TextKey::PkceFactOff,
            Self::Locked => TextKey::PkceFactLocked,
            Self::Org => TextKey::PkceFactOrg,
        }
    }
}

/// What Salesforce showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Saw {
    /// The page that asks to allow access.
    Consent,
    /// Something else.
    Error,
    /// StackOne's page: the person allowed the app before.
    StackOne,
}

impl Saw {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Consent, Self::Error, Self::StackOne];

    /// The name under which it is kept.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The answer in words.
    pub fn words(self) -> TextKey {
        match self {
            Self::Consent => TextKey::SawConsent,
            Self::Error => TextKey::SawError,
            Self::StackOne => TextKey::SawStackOne,
        }
    }
}

impl Guide {
    /// Seconds until the app is active at the latest; 0 once it is, `None` if its creation time is unknown.
    pub fn left(&self) -> Option<u64> {
        Some(match self.app? {
            AppCreated::JustNow => ACTIVATION,
            AppCreated::At(made) => made.after(ACTIVATION).seconds_since(self.now.time).min(ACTIVATION),
        })
    }

    /// When the app must work, as a clock shows it: `14:05`.
    pub fn works_from(&self) -> String {
        let UnixTime(seconds) = self.now.time.after(self.left().unwrap_or_default());
        // The next whole minute, in the zone of the device.
        let minutes = (seconds.div_ceil(60) as i64).saturating_add(i64::from(self.now.zone)).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Whether a step is done: the person went on from it, and nothing is wrong with what it asks for.
    pub fn is_step_done(&self, step: Step, issues: &[Issue]) -> bool {
        let asks_for = |issue: &Issue| Step::of(issue.field) == step;
        let pkce = step != Step::Start || self.pkce == Some(Pkce::Off);
        pkce && self.passed.contains(&step) && !issues.iter().any(|issue| issue.is_error() && asks_for(issue))
    }

    /// Whether the step that is shown has the control of a field.
    pub fn has_here(&self, field: Field) -> bool {
        Step::of(field) == self.step
    }

    /// Whether StackOne cannot connect as long as nothing changes.
    pub fn is_locked_out(&self) -> bool {
        matches!(self.pkce, Some(Pkce::Locked | Pkce::Org))
    }
}
