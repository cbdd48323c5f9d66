//! One step of the state machine: a state and a message give the next state and what is to be done. Total and pure:
//! every message is answered in every state, and the same input gives the same output.

use crate::app::{
    Copy, Effect, Event, ListReason, Message, Mode, Open, Purpose, Settings, State, Target, Toggle, copied_text,
};
use crate::features::action_picker::ActionPicker;
use crate::features::guide::Step;
use crate::features::profiles::Profiles;
use crate::features::submit::{Done, How, Phase};
use crate::profile::{Draft, Field, Issue, Secret};
use crate::requests::Failure;
use crate::requests::{TimerId, Tracker};
use crate::stackone::{Auth, ConnectorProfile};

/// Takes one message in.
///
/// ```
/// use stackone_connector_profile::app::{Effect, Message, Settings, State, Target, update};
/// use stackone_connector_profile::profile::Field;
/// let (state, effects) = update(&State::new(Settings::default()), Message::SubmitPressed);
/// assert!(state.summed_up);
/// assert!(matches!(effects.first(), Some(Effect::Focus(Target::Field(Field::ClientId)))));
/// ```
pub fn update(state: &State, msg: Message) -> (State, Vec<Effect>) {
    let mut next = state.clone();
    let effects = next.advance(msg);
    (next, effects)
}

impl State {
    /// The same in place: the drawing component has no use for the state before, and copying it is code too.
    pub fn advance(&mut self, msg: Message) -> Vec<Effect> {
        let mut effects = Vec::new();
        let (issues, unsaved, kept) = (self.issues(), self.is_unsaved(), self.kept());
        let forgets = match msg {
            // The way back from a change is no new beginning.
            Message::RestartPressed => !self.is_busy() && !self.is_changing(),
            Message::ResetRequested => !self.is_busy(),
            _ => false,
        };
        let (changes, started) =
            (matches!(msg, Message::Mounted(_) | Message::Unmounted), matches!(msg, Message::Rendered));
        self.take(msg, &mut effects);
        let now = self.issues();
        // Nobody hears of a form that is not drawn.
        if started || (now != issues && !changes) {
            effects.push(Effect::Emit(Event::Validation(now)));
        }
        if self.is_unsaved() != unsaved {
            effects.push(Effect::GuardUnload(self.is_unsaved()));
        }
        if self.settings.guided && !changes {
            let now = if forgets { String::new() } else { self.kept() };
            if now != kept {
                effects.push(Effect::SaveProgress(now));
            }
        }
        effects
    }
}

impl State {
    fn take(&mut self, msg: Message, effects: &mut Vec<Effect>) {
        match msg {
            Message::Mounted(settings) => *self = self.after_this(*settings),
            Message::Unmounted => *self = self.after_this(Settings::default()),
            Message::Rendered => {
                effects.push(Effect::Emit(Event::Ready));
                if self.guide.app.is_some() {
                    self.start_clock(effects);
                }
                if self.profiles.wanted.is_some() {
                    return self.show_profiles(effects);
                }
                if self.api().auth == Auth::None {
                    self.look_for_names(effects);
                }
            }
            Message::Configured(settings) => {
                let (before, now) = (self.settings.profile_id.clone(), settings.profile_id.clone());
                self.settings = settings.into();
                if now != before && now.is_some() && !self.is_busy() {
                    self.profiles.wanted = now;
                    self.show_profiles(effects);
                }
            }
            Message::NoticeArrived(notice) => self.notices.push(notice),
            Message::FieldEdited(field, text) => self.typed(field, text),
            Message::FieldBlurred(field) => self.left(field, effects),
            Message::FieldLinkPressed(field) => {
                self.focus_on(field, effects);
            }
            Message::Toggled(toggle) => self.toggled(toggle, effects),
            Message::QuickFixPressed(quick_fix) => {
                let normalized = self.report().normalized;
                quick_fix.apply(&mut self.draft, &normalized);
                self.drop_verdict(quick_fix.field());
                effects.push(Effect::Focus(Target::Field(quick_fix.field())));
            }
            Message::SubmitPressed => self.submit(effects),
            Message::AnswerArrived(id, answer) => self.answered(id, answer, effects),
            Message::CountdownTicked(timer) => self.ticked(timer, effects),
            Message::CopyPressed(copy) => {
                if let Some(text) = copied_text(self, copy) {
                    if copy == Copy::Url {
                        effects.push(Effect::Emit(Event::Authorize { url: text.expose().to_owned() }));
                    }
                    effects.push(Effect::Copy(copy, text));
                }
            }
            Message::CopyFinished(copy, worked) => self.copied = Some((copy, worked)),
            Message::MatchPicked(profile) => self.picked(profile, effects),
            Message::NoMatchPicked => {
                if matches!(self.phase, Phase::Failed(Failure::AmbiguousMatch(_))) {
                    self.attempt = None;
                    self.submit(effects);
                }
            }
            Message::KeepPressed(profile) => self.keep(&profile, effects),
            Message::EditPressed(profile) => self.edit(profile, effects),
            Message::RenamePressed => self.focus_on(Field::Name, effects),
            Message::ForgetKeyPressed => {
                self.api_key = Secret::default();
                self.open.api_key = false;
                self.focus_on(Field::ApiKey, effects);
            }
            Message::RestartPressed => self.restart(effects),
            Message::ResetRequested => {
                if !self.is_busy() {
                    self.mode = Mode::Create;
                    self.api_key = Secret::default();
                    self.profiles = Profiles::default();
                    self.picker = ActionPicker::default();
                    self.requests.forget(|purpose| {
                        matches!(purpose, Purpose::Actions | Purpose::List(ListReason::Show | ListReason::Recheck, _))
                    });
                    self.recheck = None;
                }
                self.restart(effects);
            }
            Message::Guide(msg) => self.take_guide(msg, effects),
            Message::Link(msg) => self.take_link(msg, effects),
            Message::Profiles(msg) => self.take_profiles(msg, effects),
            Message::Actions(msg) => self.take_actions(msg, effects),
        }
    }

    /// A form that nobody has touched. Numbers go on: an answer to the form before must not pass for one to this.
    fn after_this(&self, settings: Settings) -> Self {
        Self { requests: Tracker::after(self.requests.newest()), timer: self.timer, ..Self::new(settings) }
    }

    fn typed(&mut self, field: Field, text: Secret) {
        let plain = || text.expose().to_owned();
        match field {
            Field::Name => self.draft.name = plain(),
            Field::ClientId => self.draft.client_id = plain(),
            Field::ClientSecret => self.draft.client_secret = text,
            Field::Scopes => self.draft.scopes = plain(),
            Field::Environment => self.draft.environment = plain(),
            Field::MyDomain => self.draft.my_domain = plain(),
            Field::ApiKey => self.api_key = text,
            Field::Actions => {}
        }
        self.drop_verdict(field);
    }

    /// What was said of a field's old value no longer holds for the new one.
    pub(crate) fn drop_verdict(&mut self, field: Field) {
        self.copied = self.copied.filter(|(copy, _)| *copy != Copy::Url);
        let about_it = match &self.phase {
            Phase::Failed(Failure::Unauthorized) => field == Field::ApiKey,
            Phase::Failed(Failure::Rejected(complaint)) => {
                complaint.messages.iter().any(|message| self.field_of(message) == Some(field))
            }
            _ => false,
        };
        if about_it {
            self.phase = Phase::Editing;
        }
        if self.summed_up {
            self.summed_up = self.issues().iter().any(Issue::is_error);
        }
    }

    fn left(&mut self, field: Field, effects: &mut Vec<Effect>) {
        if !self.touched.contains(&field) {
            self.touched.push(field);
        }
        if field == Field::ApiKey && !self.api_key.is_blank() && self.known.is_empty() {
            self.look_for_names(effects);
        }
    }

    /// Reads the names that are taken, so that a second one of the same name is remarked on before it is made. Nobody
    /// waits for it, and nothing is said if it fails: the main button reads the list again.
    fn look_for_names(&mut self, effects: &mut Vec<Effect>) {
        if !self.reads_list(ListReason::Names) && !self.is_busy() {
            self.read_list(ListReason::Names, effects);
        }
    }

    fn toggled(&mut self, toggle: Toggle, effects: &mut Vec<Effect>) {
        let open = &mut self.open;
        let flag = match toggle {
            Toggle::ClientSecret => &mut open.client_secret,
            Toggle::ApiKey => &mut open.api_key,
            Toggle::MyDomain => &mut open.my_domain,
            Toggle::RequestSecrets => &mut open.request_secrets,
        };
        *flag = !*flag;
        if toggle == Toggle::MyDomain && *flag {
            effects.push(Effect::Focus(Target::Field(Field::MyDomain)));
        }
    }

    fn ticked(&mut self, ticked: TimerId, effects: &mut Vec<Effect>) {
        if let Phase::Failed(Failure::RateLimited { seconds, timer }) = &mut self.phase
            && *timer == ticked
        {
            *seconds = seconds.saturating_sub(1);
            if *seconds > 0 {
                effects.push(Effect::StartCountdown(ticked));
            }
        }
    }

    fn picked(&mut self, profile: ConnectorProfile, effects: &mut Vec<Effect>) {
        if matches!(self.phase, Phase::Failed(Failure::AmbiguousMatch(_))) {
            self.finish(Done { profile, how: How::Found }, effects);
        }
    }

    /// Turns the draft into changes to a profile that exists. What was typed stays.
    fn edit(&mut self, profile: ConnectorProfile, effects: &mut Vec<Effect>) {
        if !self.is_busy() && matches!(self.phase, Phase::Failed(Failure::Conflict(_))) {
            self.open_profile(profile);
            self.focus_on(Field::ClientId, effects);
        }
    }

    pub(crate) fn restart(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() {
            return;
        }
        if self.is_changing() {
            return self.end_change(effects);
        }
        if self.opened().is_some() && !self.guided() && !self.is_done() {
            // Back from the one that exists to the one that was to be made.
            self.mode.close();
            self.phase = Phase::Editing;
            return self.focus_on(Field::ClientId, effects);
        }
        self.draft = Draft { ..self.settings.first.clone() };
        self.touched.clear();
        self.summed_up = false;
        self.open = Open::default();
        self.phase = Phase::Editing;
        self.attempt = None;
        self.mode = Mode::Create;
        self.forget_actions();
        self.copied = None;
        self.forget_link();
        self.created_twice.clear();
        if self.guided() {
            let before = std::mem::take(&mut self.guide).step;
            if before != Step::default() {
                effects.push(Effect::PushHistory(before, Step::default()));
                effects.push(Effect::Emit(Event::Step(Step::default())));
            }
            effects.push(Effect::Focus(Target::Step));
        } else {
            effects.push(Effect::Focus(Target::Field(Field::ClientId)));
        }
    }
}
