//! The profiles that exist: the list as the person looks at it, and the change of one of them. Nothing is overwritten
//! unseen: before a change is sent the list is read again, and what somebody else changed meanwhile is shown.

use crate::app::{Effect, ListReason, Mode, State, Target};
use crate::features::guide::Step;
use crate::features::profiles::{ProfilesFailure, ProfilesMessage};
use crate::features::submit::{Done, How, Phase};
use crate::i18n::TextKey;
use crate::profile::{Draft, Field};
use crate::requests::Failure;
use crate::salesforce::Environment;
use crate::stackone::{ActionsChange, ConnectorProfile, ProfileChange, ProfileFlags};

impl State {
    pub(crate) fn take_profiles(&mut self, msg: ProfilesMessage, effects: &mut Vec<Effect>) {
        match msg {
            ProfilesMessage::Toggled => {
                self.profiles.shown = !self.profiles.shown;
                if self.profiles.shown {
                    self.show_profiles(effects);
                } else {
                    self.profiles.wanted = None;
                    // What is made next is a new profile, also after the guide began to change one.
                    if matches!(self.mode, Mode::EditInstead(_)) && !self.is_busy() && !self.is_done() {
                        self.mode.close();
                        self.phase = Phase::Editing;
                    }
                    self.focus_on_start(effects);
                }
            }
            ProfilesMessage::ReadPressed => self.read_profiles(effects),
            ProfilesMessage::SearchEdited(text) => self.profiles.search = text,
            ProfilesMessage::EditPressed(profile) if !self.is_busy() => self.change(profile, effects),
            ProfilesMessage::DuplicatePressed(profile) if !self.is_busy() && !self.is_changing() => {
                self.duplicate(&profile, effects)
            }
            ProfilesMessage::LinkPressed(profile) if !self.is_busy() && !self.is_changing() => {
                self.save_form(Draft::default());
                self.phase = Phase::Done(Done { profile, how: How::Listed });
                effects.push(Effect::Focus(Target::Done));
            }
            ProfilesMessage::ReplaceKeysPressed => {
                self.open.keys = true;
                effects.push(Effect::Focus(Target::Field(Field::ClientId)));
            }
            ProfilesMessage::FlagToggled(flag) => {
                if let Some(edit) = self.mode.edit_mut() {
                    edit.flags.toggle(flag);
                }
            }
            ProfilesMessage::PinPressed { on } => self.pin(on, effects),
            ProfilesMessage::PinEdited(text) if !self.is_busy() => self.pinning.typed = text,
            ProfilesMessage::VersionsPressed => self.ask_versions(effects),
            ProfilesMessage::OverwritePressed(now)
                if !self.is_busy() && matches!(self.phase, Phase::Failed(Failure::ChangedMeanwhile(_))) =>
            {
                self.rebase(now);
                self.submit(effects);
            }
            ProfilesMessage::EditPressed(_)
            | ProfilesMessage::DuplicatePressed(_)
            | ProfilesMessage::LinkPressed(_)
            | ProfilesMessage::PinEdited(_)
            | ProfilesMessage::OverwritePressed(_) => {}
        }
    }

    /// Shows the list, and reads it where nothing has to be typed for that.
    pub(crate) fn show_profiles(&mut self, effects: &mut Vec<Effect>) {
        self.profiles.shown = true;
        effects.push(Effect::Focus(Target::Step));
        if !self.lacks_key() {
            self.read_profiles(effects);
        }
    }

    /// Whether the list cannot be asked for because no key is typed.
    pub(crate) fn lacks_key(&self) -> bool {
        crate::features::form::api_key::validate(&self.api_key, self.api().auth).is_some_and(|issue| issue.is_error())
    }

    /// The same, for a button that asks StackOne: the person goes to the key.
    pub(crate) fn needs_key(&mut self, effects: &mut Vec<Effect>) -> bool {
        self.touched.push(Field::ApiKey);
        let lacks = self.lacks_key();
        if lacks {
            effects.push(Effect::Focus(Target::Field(Field::ApiKey)));
        }
        lacks
    }

    pub(crate) fn read_profiles(&mut self, effects: &mut Vec<Effect>) {
        if !self.needs_key(effects) && !self.reads_list(ListReason::Show) && !self.is_busy() {
            self.profiles.failed = None;
            self.read_list(ListReason::Show, effects);
        }
    }

    /// The list is there.
    pub(crate) fn profiles_read(&mut self, effects: &mut Vec<Effect>) {
        self.profiles.read = true;
        self.take_pin();
        // A request that is out must not lose the one who waits for it.
        let Some(id) = self.profiles.wanted.take().filter(|_| !self.is_busy()) else { return };
        match self.known.iter().find(|known| known.id == id).cloned() {
            Some(profile) => self.change(profile, effects),
            None => self.profiles.failed = Some(ProfilesFailure::Gone(id)),
        }
    }

    /// The list could not be read.
    pub(crate) fn profiles_unread(&mut self, failure: Failure) {
        let pinned = std::mem::take(&mut self.pinning.is_sent);
        let why = if pinned { ProfilesFailure::UnreadAfterPin } else { ProfilesFailure::Unread };
        self.profiles.failed.get_or_insert(why(failure));
    }

    /// Says why something could not be read, unless there is more to say.
    pub(crate) fn say_failed(&mut self, failure: Failure) {
        self.profiles.failed.get_or_insert(ProfilesFailure::Unread(failure));
    }

    /// Whether key and secret stay as they are.
    pub fn keeps_keys(&self) -> bool {
        self.is_changing() && !self.open.keys
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
        self.phase = Phase::Editing;
        self.draft.name = format!("{} ({})", profile.name, self.words().get(TextKey::Sandbox));
        self.draft.environment = Environment::Sandbox.name().to_owned();
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

    /// What the person changes of the profile that was opened; nothing where none is.
    pub fn profile_change(&self) -> ProfileChange {
        let Some(edit) = self.mode.edit() else { return ProfileChange::default() };
        let typed = self.report().typed();
        let only = typed.actions.clone().map(ActionsChange::Only);
        let actions = only.or(edit.allows_all.then_some(ActionsChange::All));
        ProfileChange::diff(&edit.opened, &typed, edit.flags, actions)
    }

    /// Takes a profile for the one that was opened. The person's changes stay, and what they left alone is as it is there.
    fn rebase(&mut self, now: ConnectorProfile) {
        let mine = self.profile_change().applied_to(&now);
        if let Some(edit) = self.mode.edit_mut() {
            edit.flags = ProfileFlags::of(&mine);
            self.draft.name = mine.name;
            if self.draft.environment == edit.opened.environment {
                self.draft.environment = mine.environment;
            }
            edit.opened = now;
        }
    }

    /// The profile as it is now, where a change whose answer got lost made it what it is.
    pub(crate) fn arrived(&self) -> Option<ConnectorProfile> {
        let sent = self.mode.edit()?.sent.as_ref()?;
        let is_it =
            |now: &&ConnectorProfile| now.id == sent.id && now.updated_at != sent.updated_at && now.looks_like(sent);
        self.known.iter().find(is_it).cloned()
    }

    /// What to say where somebody changed it, or took it away, since it was opened.
    pub(crate) fn changed_meanwhile(&self) -> Option<Failure> {
        let opened = self.opened().filter(|_| self.is_changing())?;
        match self.known.iter().find(|known| known.id == opened.id) {
            Some(now) if now.updated_at == opened.updated_at => None,
            now => Some(Failure::ChangedMeanwhile(now.cloned().map(Box::new))),
        }
    }
}
