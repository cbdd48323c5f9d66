//! The state of a form. Contains typed text verbatim, and nothing that can be derived.

use std::rc::Rc;

use crate::app::{Copy, Mode, Purpose, Settings};
use crate::features::action_picker::ActionPicker;
use crate::features::form::Form;
use crate::features::guide::{Guide, Step};
use crate::features::link_account::{Linking, SignIn};
use crate::features::profiles::Profiles;
use crate::features::submit::Submission;
use crate::i18n::{TextKey, Words};
use crate::profile::{CheckContext, Extent, Issue, Report, check, trim};
use crate::requests::{InWords, TimerId, Tracker};
use crate::stackone::{ApiConfig, ConnectorProfile};

/// The state of one form.
#[derive(Clone, Debug)]
pub struct State {
    /// The configuration.
    pub settings: Rc<Settings>,
    /// The fields.
    pub form: Form,
    /// The create or the change.
    pub submission: Submission,
    /// The guide.
    pub guide: Guide,
    /// The connection of an account to the profile.
    pub linking: Linking,
    /// The list of profiles, and the connector version.
    pub profiles: Profiles,
    /// The action picker.
    pub picker: ActionPicker,
    /// The profiles, as last read.
    pub known: Vec<ConnectorProfile>,
    /// Whether the form creates or changes a profile.
    pub mode: Mode,
    /// What was copied last, and whether copying worked.
    pub copied: Option<(Copy, bool)>,
    /// The requests in flight.
    pub requests: Tracker<Purpose>,
    /// The latest timer's number.
    pub timer: TimerId,
}

impl State {
    /// A new form.
    pub fn new(settings: Settings) -> Self {
        Self {
            form: Form::new(settings.first.clone()),
            guide: Guide { step: settings.step.unwrap_or_default(), ..Guide::default() },
            linking: Linking::default(),
            profiles: Profiles { wanted: settings.profile_id.clone(), ..Profiles::default() },
            settings: Rc::new(settings),
            submission: Submission::default(),
            picker: ActionPicker::default(),
            known: Vec::new(),
            mode: Mode::Create,
            copied: None,
            requests: Tracker::default(),
            timer: TimerId::default(),
        }
    }

    /// Whether a click waits for a request.
    pub fn is_busy(&self) -> bool {
        self.submission.phase.is_busy() || self.profiles.pinning.is_sent
    }

    /// Whether there is a result.
    pub fn is_done(&self) -> bool {
        self.submission.phase.done().is_some()
    }

    /// The checked draft.
    pub fn report(&self) -> Report {
        let extent = if self.opened().is_some() { Extent::Changes } else { Extent::Whole };
        let others = self.known.iter().filter(|known| self.opened().is_none_or(|own| own.id != known.id));
        let names = others.map(|other| other.name.clone()).collect();
        let default_name = if self.opened().is_some() { String::new() } else { self.default_name() };
        let (api_key, unknown_actions) = (self.form.api_key.clone(), self.picker.reported_unknown());
        check(&self.form.draft, &CheckContext { default_name, names, api_key, unknown_actions }, extent)
    }

    /// All issues, of the draft and of the API key.
    pub fn issues(&self) -> Vec<Issue> {
        let mut issues = self.report().issues;
        issues.extend(self.form.api_key_issue(self.api().auth));
        issues
    }

    /// Whether the list of profiles is shown.
    pub fn shows_list(&self) -> bool {
        self.profiles.shown && !self.is_changing()
    }

    /// The context for rendering failures as text.
    pub fn in_words(&self) -> InWords<'_> {
        InWords { words: self.words(), api: self.api(), edits: self.opened().is_some() }
    }

    /// The configuration of the API.
    pub fn api(&self) -> &ApiConfig {
        &self.settings.api
    }

    /// The texts in use.
    pub fn words(&self) -> &Words {
        &self.settings.words
    }

    /// The title of the page.
    pub fn page_title(&self) -> String {
        let (words, step) = (self.words(), self.guide.step);
        if self.shows_list() {
            words.get(TextKey::Profiles).to_owned()
        } else if self.shows_result() && matches!(self.linking.sign_in, SignIn::Connected(_)) {
            words.get(TextKey::LinkDone).to_owned()
        } else if self.guided() {
            let (number, count) = ((step as usize + 1).to_string(), Step::ALL.len().to_string());
            let values = [("step", words.get(step.label())), ("number", &number), ("count", &count)];
            words.fill(TextKey::GuidePageTitle, &values)
        } else if let Some(profile) = self.opened().filter(|_| !self.is_done()) {
            words.fill(TextKey::EditTitle, &[("name", &profile.name)])
        } else {
            words.get(if self.is_done() { TextKey::DoneTitle } else { TextKey::Title }).to_owned()
        }
    }

    /// The name to send: the one typed, or the default.
    pub fn name(&self) -> String {
        match trim(&self.form.draft.name) {
            "" => self.default_name(),
            name => name.to_owned(),
        }
    }

    /// The name for a blank field: the first one that no known profile has.
    pub fn default_name(&self) -> String {
        let first = self.form.draft.default_name(self.words());
        let (mut name, mut number) = (first.clone(), 1);
        while self.known.iter().any(|known| known.name == name) {
            number += 1;
            name = format!("{first} {number}");
        }
        name
    }
}
