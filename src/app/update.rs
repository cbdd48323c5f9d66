//! The state machine: a state and a message give the next state and effects. Pure, and total: every message has a
//! result in every state.

use std::mem;

use crate::app::{Copy, Effect, Event, Message, Mode, Settings, StartView, State, Target, copied_text};
use crate::features::action_picker::ActionPicker;
use crate::features::form::Form;
use crate::features::guide::{Guide, GuideMessage, Step};
use crate::features::profiles::Profiles;
use crate::features::submit::{Phase, SubmitMessage};
use crate::profile::{Field, Secret};
use crate::requests::{Failure, TimerId, Tracker};
use crate::stackone::{Auth, UnixTime};

/// Applies a message.
///
/// ```
/// use stackone_connector_profile::app::{Effect, Message, Settings, State, Target, update};
/// use stackone_connector_profile::features::submit::SubmitMessage;
/// use stackone_connector_profile::profile::Field;
/// let (state, effects) = update(&State::new(Settings::default()), Message::Submit(SubmitMessage::Pressed));
/// assert!(state.form.summed_up);
/// assert!(matches!(effects.first(), Some(Effect::Focus(Target::Field(Field::ClientId)))));
/// ```
pub fn update(state: &State, msg: Message) -> (State, Vec<Effect>) {
    let mut next = state.clone();
    let effects = next.advance(msg);
    (next, effects)
}

impl State {
    /// Like [`update`], but in place: the component does not need the previous state, and a copy would add code.
    pub fn advance(&mut self, msg: Message) -> Vec<Effect> {
        let mut effects = Vec::new();
        let (issues, unsaved, kept, title) = (self.issues(), self.is_unsaved(), self.kept(), self.page_title());
        let route = self.route();
        let forgets = match msg {
            // Returning from a change does not forget anything.
            Message::Submit(SubmitMessage::RestartPressed) => !self.is_busy() && !self.is_changing(),
            Message::Guide(GuideMessage::ClearPressed) => !self.is_busy(),
            Message::ResetRequested => true,
            _ => false,
        };
        let (changes, started) =
            (matches!(msg, Message::Mounted(_) | Message::Unmounted), matches!(msg, Message::Rendered));
        // These messages follow the address or the configuration, so they add no history entry.
        let follows = matches!(
            msg,
            Message::RouteChanged(_) | Message::Configured(_) | Message::Guide(GuideMessage::ProgressRestored(_))
        );
        let waited = self.is_busy() && !changes;
        self.handle(msg, &mut effects);
        // Opens the profile for which the host page asked while a click was waiting.
        if waited && !self.is_busy() && self.profiles.wanted.is_some() && (!self.profiles.shown || self.is_done()) {
            self.show_profiles(&mut effects);
        }
        self.open_link(&mut effects);
        let now = self.issues();
        // An unmounted form emits no events.
        if started || (now != issues && !changes) {
            effects.push(Effect::Emit(Event::Validation(now)));
        }
        let now = self.route();
        if route != now && !(started || changes || follows) {
            effects.push(Effect::PushHistory(route, now));
        }
        if started || (self.page_title() != title && !changes) {
            effects.push(Effect::NamePage(self.page_title()));
        }
        if self.is_unsaved() != unsaved {
            effects.push(Effect::GuardUnload(self.is_unsaved()));
        }
        if !changes {
            let now = if forgets { self.kept_attempt() } else { self.kept() };
            if now != kept {
                effects.push(Effect::SaveProgress(now));
            }
        }
        effects
    }
}

impl State {
    fn handle(&mut self, msg: Message, effects: &mut Vec<Effect>) {
        match msg {
            Message::Mounted(settings) => *self = self.after_this(*settings),
            Message::Unmounted => *self = self.after_this(Settings::default()),
            Message::Rendered => {
                effects.push(Effect::Emit(Event::Ready));
                self.resume_attempt(effects);
                if self.guide.app.is_some() {
                    self.start_clock(effects);
                }
                if self.profiles.wanted.is_some() || self.settings.view == StartView::Profiles {
                    return self.show_profiles(effects);
                }
                if self.api().auth == Auth::None {
                    self.look_for_names(effects);
                }
            }
            Message::Configured(settings) => {
                let before = mem::replace(&mut self.settings, settings.into());
                if self.api().base_url() != before.api.base_url() {
                    self.forget_profiles();
                }
                if self.settings.view != before.view && !self.is_changing() {
                    match self.settings.view {
                        StartView::Profiles => self.open_list(effects),
                        _ => self.profiles.shown = false,
                    }
                }
                if self.settings.profile_id.is_some() && self.settings.profile_id != before.profile_id {
                    self.profiles.wanted = self.settings.profile_id.clone();
                    // A waiting click comes first; `advance` shows the profile afterwards.
                    if !self.is_busy() {
                        self.show_profiles(effects);
                    }
                }
            }
            Message::AnswerArrived(id, answer) => self.answered(id, answer, effects),
            Message::CountdownTicked(timer, now) => self.ticked(timer, now, effects),
            Message::CopyPressed(copy) => {
                if let Some(text) = copied_text(self, copy) {
                    if copy == Copy::Url {
                        effects.push(Effect::Emit(Event::Authorize { url: text.expose().to_owned() }));
                    }
                    effects.push(Effect::Copy(copy, text));
                }
            }
            Message::CopyFinished(copy, worked) => self.copied = Some((copy, worked)),
            Message::ResetRequested => {
                // A guide that was opened from the form closes.
                self.guide.is_asked_for = false;
                self.reset(effects);
            }
            Message::RouteChanged(route) => self.follow(route, effects),
            Message::Form(msg) => self.update_form(msg, effects),
            Message::Submit(msg) => self.update_submit(msg, effects),
            Message::Guide(msg) => self.update_guide(msg, effects),
            Message::Link(msg) => self.update_link(msg, effects),
            Message::Profiles(msg) => self.update_profiles(msg, effects),
            Message::Actions(msg) => self.update_actions(msg, effects),
        }
    }

    /// A new form. Request and timer numbers continue, so that a late answer to the previous form is not taken for one
    /// of this form.
    fn after_this(&self, settings: Settings) -> Self {
        Self { requests: Tracker::after(self.requests.newest()), timer: self.timer, ..Self::new(settings) }
    }

    fn ticked(&mut self, ticked: TimerId, now: UnixTime, effects: &mut Vec<Effect>) {
        if let Phase::Failed(Failure::RateLimited { seconds, until, timer }) = &mut self.submission.phase
            && *timer == ticked
        {
            // Counts down even if the clock was set back.
            *seconds = seconds.saturating_sub(1).min(until.seconds_since(now));
            if *seconds > 0 {
                effects.push(Effect::StartCountdown(ticked));
            }
        }
    }

    /// Clears everything, including the API key, and forgets the requests in flight.
    pub(super) fn reset(&mut self, effects: &mut Vec<Effect>) {
        self.abandon_requests(effects);
        self.mode = Mode::Create;
        self.form.api_key = Secret::default();
        self.profiles = Profiles::default();
        self.picker = ActionPicker::default();
        self.known.clear();
        self.restart(effects);
    }

    pub(crate) fn restart(&mut self, effects: &mut Vec<Effect>) {
        if self.is_busy() {
            return;
        }
        if self.is_changing() {
            return self.end_change(effects);
        }
        if self.opened().is_some() && !self.guided() && !self.is_done() {
            // Leaves the existing profile and creates one again.
            self.mode.close();
            self.submission.phase = Phase::Editing;
            return self.focus_on(Field::ClientId, effects);
        }
        let api_key = self.form.api_key.clone();
        let cleared = self.form.cleared;
        self.form = Form { api_key, cleared, ..Form::new(self.settings.first.clone()) };
        self.submission.phase = Phase::Editing;
        self.mode = Mode::Create;
        self.picker.forget(&self.form.draft.actions);
        self.copied = None;
        self.forget_link();
        self.submission.created_twice.clear();
        // A guide that was opened from the form stays open.
        let fresh = Guide { is_asked_for: self.guide.is_asked_for, ..Guide::default() };
        let before = mem::replace(&mut self.guide, fresh).step;
        if self.guided() {
            if before != Step::default() {
                effects.push(Effect::Emit(Event::Step(Step::default())));
            }
            effects.push(Effect::Focus(Target::Step));
        } else {
            effects.push(Effect::Focus(Target::Field(Field::ClientId)));
        }
    }
}
