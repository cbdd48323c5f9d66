//! All that the form knows. What was typed is kept verbatim; everything that can be derived is derived.

use std::rc::Rc;

use crate::app::{Copy, Mode, Notice, Purpose, Settings};
use crate::features::action_picker::ActionPicker;
use crate::features::form::api_key;
use crate::features::guide::Guide;
use crate::features::link_account::Linking;
use crate::features::profiles::{Pinning, Profiles};
use crate::features::submit::{Attempt, Phase, Recheck};
use crate::i18n::{TextKey, Words};
use crate::profile::{CheckContext, Draft, Extent, Field, Issue, Report, Secret, check, trim};
use crate::requests::{TimerId, Tracker};
use crate::salesforce::Environment;
use crate::stackone::{ApiConfig, ConnectorProfile};

/// The state of one form.
#[derive(Clone, Debug)]
pub struct State {
    /// What the host page decided.
    pub settings: Rc<Settings>,
    /// What is to be said about the configuration.
    pub notices: Vec<Notice>,
    /// What was typed.
    pub draft: Draft,
    /// The StackOne API key as typed.
    pub api_key: Secret,
    /// Fields that were left or submitted: their issues are shown.
    pub touched: Vec<Field>,
    /// Whether errors are summed up above the form.
    pub summed_up: bool,
    /// What is open or shown in clear.
    pub open: Open,
    /// Where the form is between typing and a profile.
    pub phase: Phase,
    /// Where the guide is.
    pub guide: Guide,
    /// The link with which an account is linked to the profile that stands.
    pub linking: Linking,
    /// The list of profiles, and the change of one.
    pub profiles: Profiles,
    /// The version of the connector.
    pub pinning: Pinning,
    /// The choice of actions.
    pub picker: ActionPicker,
    /// Profiles as last read.
    pub known: Vec<ConnectorProfile>,
    /// A create that was answered, after which the list is read once more.
    pub recheck: Option<Recheck>,
    /// Several profiles that came of one click, if they did; the first is in use here.
    pub created_twice: Vec<ConnectorProfile>,
    /// A create whose outcome is not known yet.
    pub attempt: Option<Attempt>,
    /// What the form is for.
    pub mode: Mode,
    /// What was copied last, and whether that worked.
    pub copied: Option<(Copy, bool)>,
    /// What is in flight.
    pub requests: Tracker<Purpose>,
    /// Number of the newest timer.
    pub timer: TimerId,
}

/// What is open or shown in clear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The client secret.
    pub client_secret: bool,
    /// The API key.
    pub api_key: bool,
    /// The field for My Domain.
    pub my_domain: bool,
    /// The fields for key and secret of a profile that is changed.
    pub keys: bool,
    /// Secrets in the request that is shown.
    pub request_secrets: bool,
}

impl State {
    /// A form that nobody has touched.
    pub fn new(settings: Settings) -> Self {
        Self {
            draft: settings.first.clone(),
            guide: Guide { step: settings.step.unwrap_or_default(), ..Guide::default() },
            linking: Linking::default(),
            profiles: Profiles { wanted: settings.profile_id.clone(), ..Profiles::default() },
            settings: Rc::new(settings),
            notices: Vec::new(),
            api_key: Secret::default(),
            touched: Vec::new(),
            summed_up: false,
            open: Open::default(),
            phase: Phase::Editing,
            pinning: Pinning::default(),
            picker: ActionPicker::default(),
            known: Vec::new(),
            recheck: None,
            created_twice: Vec::new(),
            attempt: None,
            mode: Mode::Create,
            copied: None,
            requests: Tracker::default(),
            timer: TimerId::default(),
        }
    }

    /// Whether a request is out that somebody waits for.
    pub fn is_busy(&self) -> bool {
        match self.phase {
            Phase::Checking | Phase::Sending | Phase::Comparing(_) => true,
            Phase::Editing | Phase::Failed(_) | Phase::Done(_) => self.pinning.is_sent,
        }
    }

    /// Whether the result is shown.
    pub fn is_done(&self) -> bool {
        matches!(self.phase, Phase::Done(_))
    }

    /// The draft, checked.
    pub fn report(&self) -> Report {
        let extent = if self.opened().is_some() { Extent::Changes } else { Extent::Whole };
        let others = self.known.iter().filter(|known| self.opened().is_none_or(|own| own.id != known.id));
        let names = others.map(|other| other.name.clone()).collect();
        let offered = || default_name(&self.draft, self.words());
        let default_name = if self.opened().is_some() { String::new() } else { offered() };
        check(&self.draft, &CheckContext { default_name, names, unknown_actions: self.picker.unknown_listed() }, extent)
    }

    /// Whether a create is out whose outcome is unknown and was not looked for yet.
    pub fn is_open(&self) -> bool {
        self.attempt.as_ref().is_some_and(|attempt| !attempt.compared)
    }

    /// All issues: those of the draft and that of the API key.
    pub fn issues(&self) -> Vec<Issue> {
        let mut issues = self.report().issues;
        issues.extend(api_key::validate(&self.api_key, self.api().auth));
        issues
    }

    /// How to reach StackOne.
    pub fn api(&self) -> &ApiConfig {
        &self.settings.api
    }

    /// All wording.
    pub fn words(&self) -> &Words {
        &self.settings.words
    }

    /// The name that will be sent: the one typed, or the one that is offered.
    pub fn name(&self) -> String {
        match trim(&self.draft.name) {
            "" => default_name(&self.draft, self.words()),
            name => name.to_owned(),
        }
    }
}

/// The name that a blank one becomes: `Salesforce (Production)` or `Salesforce (Sandbox)`.
pub fn default_name(draft: &Draft, words: &Words) -> String {
    let environment = match Environment::from_name(trim(&draft.environment)) {
        Some(Environment::Sandbox) => TextKey::Sandbox,
        Some(Environment::Production) | None => TextKey::Production,
    };
    format!("Salesforce ({})", words.get(environment))
}
