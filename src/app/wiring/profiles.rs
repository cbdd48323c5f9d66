//! Connects the list of profiles with the form.

use std::mem;

use crate::app::{Effect, ListReason, Mode, Purpose, SavedForm, State, Target};
use crate::features::guide::Step;
use crate::features::link_account::LinkPhase;
use crate::features::profiles::{Edit, Output, Pinning, ProfilesMessage};
use crate::features::submit::{Done, How, Phase};
use crate::i18n::TextKey;
use crate::profile::{Draft, Field};
use crate::requests::Failure;
use crate::salesforce::Environment;
use crate::stackone::{Answer, ConnectorProfile, ProfileChange, ProfileFlags, TransportError};

impl State {
    pub(crate) fn update_profiles(&mut self, msg: ProfilesMessage, effects: &mut Vec<Effect>) {
        let busy = self.is_busy();
        match self.profiles.update(msg, self.mode.edit_mut(), busy) {
            None => {}
            Some(Output::Show) => self.show_profiles(effects),
            Some(Output::Leave) => {
                // After the list, the form creates a profile, even if the guide was changing one.
                if matches!(self.mode, Mode::EditInstead { .. }) && !busy && !self.is_done() {
                    self.mode.close();
                    self.submission.phase = Phase::Editing;
                }
                if self.leads_back() {
                    effects.push(Effect::Focus(Target::Step));
                } else {
                    self.focus_on_start(effects);
                }
            }
            Some(Output::Read) => self.read_profiles(effects),
            Some(Output::Edit(profile)) => self.change(profile, effects),
            Some(Output::Duplicate(_) | Output::LinkAccount(_)) if self.is_changing() => {}
            Some(Output::Duplicate(profile)) => self.duplicate(&profile, effects),
            Some(Output::LinkAccount(profile)) => {
                self.save_form(Draft::default());
                self.submission.phase = Phase::Done(Done { profile, how: How::Listed });
                effects.push(Effect::Focus(Target::Done));
            }
            Some(Output::ReplaceCredentials) => {
                self.form.open.credentials = true;
                effects.push(Effect::Focus(Target::Field(Field::ClientId)));
            }
            Some(Output::Pin { on }) => self.pin(on, effects),
            Some(Output::ReadVersions) => {
                self.read_profiles(effects);
                if self.reads_list(ListReason::Show) && !self.reads_versions() {
                    // Needed here too: `read_profiles` does not clear it while the list is already being read.
                    self.profiles.failed = None;
                    self.read(Purpose::Versions, effects);
                }
            }
        }
    }

    /// Whether the list leads back to a guide in progress, and not to a new profile.
    pub(crate) fn leads_back(&self) -> bool {
        !self.is_done() && self.guide.step != Step::Start
    }

    /// Shows the list. Reads it, unless the API key is missing.
    pub(crate) fn show_profiles(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::Focus(Target::Step));
        self.open_list(effects);
    }

    /// Like [`Self::show_profiles`], but leaves the focus in the host page.
    pub(crate) fn open_list(&mut self, effects: &mut Vec<Effect>) {
        self.profiles.shown = true;
        if !self.form.lacks_key(self.api().auth) {
            self.read_profiles(effects);
        }
    }

    fn read_profiles(&mut self, effects: &mut Vec<Effect>) {
        if !self.needs_key(effects) && !self.reads_list(ListReason::Show) && !self.is_busy() {
            self.profiles.failed = None;
            self.read_list(ListReason::Show, effects);
        }
    }

    /// Takes the list that was read to be shown.
    pub(crate) fn profiles_read(&mut self, effects: &mut Vec<Effect>) {
        // The form of a change in flight must not be replaced.
        let ready = !self.submission.phase.is_busy();
        if let Some(profile) = self.profiles.list_read(&self.known, self.mode.edit_mut(), ready) {
            self.change(profile, effects);
        }
    }

    fn pin(&mut self, on: bool, effects: &mut Vec<Effect>) {
        let waits = self.is_changing() && !self.is_done();
        let Some(id) = self.opened().filter(|_| waits).map(|opened| opened.id.clone()) else { return };
        if self.needs_key(effects) {
            return;
        }
        if let Some(request) = self.profiles.pin(on, &id, &self.settings.api) {
            // A list requested before the pin does not show its outcome.
            self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Show, _)));
            self.write(Purpose::Pin, request, effects);
        }
    }

    /// Takes the answer to a pin.
    pub(crate) fn pin_answered(&mut self, answer: Result<Answer, TransportError>, effects: &mut Vec<Effect>) {
        if self.profiles.pin_answered(answer, self.requests.secrets(), self.mode.edit_mut()) {
            self.read_list(ListReason::Show, effects);
        }
    }

    /// Whether the change keeps client ID and secret, so that their fields are hidden.
    pub fn keeps_credentials(&self) -> bool {
        self.is_changing() && !self.form.open.credentials
    }

    fn change(&mut self, profile: ConnectorProfile, effects: &mut Vec<Effect>) {
        let blank = Draft { name: profile.name.clone(), environment: profile.environment.clone(), ..Draft::default() };
        self.save_form(blank);
        self.profiles.failed = None;
        self.open_profile(profile);
        effects.push(Effect::Focus(Target::Field(Field::Name)));
    }

    fn duplicate(&mut self, profile: &ConnectorProfile, effects: &mut Vec<Effect>) {
        self.mode.close();
        self.focus_on_start(effects);
        self.submission.phase = Phase::Editing;
        let words = self.words();
        let production = format!(" ({})", words.get(TextKey::Production));
        let name = profile.name.strip_suffix(&production).unwrap_or(&profile.name);
        self.form.draft.name = format!("{name} ({})", words.get(TextKey::Sandbox));
        self.form.draft.environment = Environment::Sandbox.name().to_owned();
        self.profiles.shown = false;
    }

    fn focus_on_start(&mut self, effects: &mut Vec<Effect>) {
        if self.is_done() {
            self.restart(effects);
        } else if self.guided() {
            self.go(Step::Start, effects);
        } else {
            effects.push(Effect::Focus(Target::Field(Field::ClientId)));
        }
    }

    /// The person's changes to the opened profile; empty if none is open.
    pub fn profile_change(&self) -> ProfileChange {
        self.mode.edit().map(|edit| edit.change(&self.report().typed())).unwrap_or_default()
    }

    /// Applies the person's changes to `now`, the version that someone else saved, and submits. Keeps the other values
    /// of `now`.
    pub(crate) fn overwrite(&mut self, now: ConnectorProfile, effects: &mut Vec<Effect>) {
        if self.is_busy() || !matches!(self.submission.phase, Phase::Failed(Failure::ChangedMeanwhile(_))) {
            return;
        }
        let mine = self.profile_change().applied_to(&now);
        if let Some(edit) = self.mode.edit_mut() {
            edit.flags = ProfileFlags::of(&mine);
            self.form.draft.name = mine.name;
            if self.form.draft.environment == edit.opened.environment {
                self.form.draft.environment = mine.environment;
            }
            edit.opened = now;
        }
        self.submit(effects);
    }

    /// The profile that is being changed, as it was opened.
    pub fn opened(&self) -> Option<&ConnectorProfile> {
        self.mode.edit().map(|edit| &edit.opened)
    }

    /// Whether the form is used for a profile from the list.
    pub fn is_changing(&self) -> bool {
        self.mode.saved().is_some()
    }

    /// Opens an existing profile for a change.
    pub(crate) fn open_profile(&mut self, profile: ConnectorProfile) {
        self.requests.forget(|purpose| matches!(purpose, Purpose::Versions | Purpose::Pin));
        self.profiles.pinning = Pinning::of(&profile);
        self.mode.open(Box::new(Edit::new(profile)));
        self.submission.phase = Phase::Editing;
    }

    /// Puts another draft into the form, and saves the current form unless one is saved already.
    fn save_form(&mut self, draft: Draft) {
        if matches!(self.linking.phase, LinkPhase::Asked) {
            self.withdraw_link();
        }
        self.requests.forget(Purpose::is_of_link);
        let draft = mem::replace(&mut self.form.draft, draft);
        let linking = mem::take(&mut self.linking);
        let explained = (self.guide.saw.take(), mem::take(&mut self.guide.pasted));
        let phase = match mem::replace(&mut self.submission.phase, Phase::Editing) {
            done @ Phase::Done(_) => done,
            _ => Phase::Editing,
        };
        let saved = match mem::take(&mut self.mode) {
            Mode::Edit { saved, .. } | Mode::Link { saved } => saved,
            mode => Box::new(SavedForm { draft, phase, mode, linking, explained, returns: false }),
        };
        self.mode = Mode::Link { saved };
        self.another_draft();
    }

    /// Restores the saved form, and returns to the list.
    pub(crate) fn end_change(&mut self, effects: &mut Vec<Effect>) {
        if let Mode::Edit { saved, .. } | Mode::Link { saved } = mem::take(&mut self.mode) {
            self.withdraw_link();
            self.requests.forget(|purpose| matches!(purpose, Purpose::Versions | Purpose::Pin));
            let SavedForm { draft, phase, mode, linking, explained, returns } = *saved;
            self.profiles.pinning = mode.edit().map(|edit| Pinning::of(&edit.opened)).unwrap_or_default();
            (self.form.draft, self.linking, self.mode, self.submission.phase) = (draft, linking, mode, phase);
            (self.guide.saw, self.guide.pasted) = explained;
            self.another_draft();
            self.resume_link(effects);
            match returns {
                true => effects.push(Effect::Focus(Target::Done)),
                false => self.show_profiles(effects),
            }
        }
    }

    /// After a change that started at a result, shows that result again, with the changed profile.
    pub(crate) fn return_to_result(&mut self, effects: &mut Vec<Effect>) {
        if self.mode.saved().is_some_and(|saved| saved.returns)
            && let Phase::Done(changed) = mem::replace(&mut self.submission.phase, Phase::Editing)
        {
            self.end_change(effects);
            self.connect_again();
            if let Phase::Done(done) = &mut self.submission.phase {
                done.profile = changed.profile;
            }
        }
    }

    fn another_draft(&mut self) {
        self.form.untouch();
        self.form.open.credentials = false;
        self.picker.forget(&self.form.draft.actions);
    }
}
