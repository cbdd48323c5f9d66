//! The end of a click: a result or a failure.

use crate::app::{Effect, Event, FailedBecause, State, Target};
use crate::features::form::Open;
use crate::features::guide::Step;
use crate::features::submit::{Done, How, Phase};
use crate::profile::{Field, Secret};
use crate::requests::Failure;
use crate::stackone::{Auth, ErrorBody};

impl State {
    /// Forgets the pending change or create once its outcome is known. The outcome of a change does not end a pending
    /// create.
    pub(crate) fn forget_attempt(&mut self) {
        match self.mode.edit_mut() {
            Some(edit) => edit.sent = None,
            None => self.submission.attempt = None,
        }
    }

    /// Shows the result, emits its event, and wipes the client secret.
    pub(crate) fn finish(&mut self, done: Done, effects: &mut Vec<Effect>) {
        let profile = done.profile.clone();
        self.known.retain(|known| known.id != profile.id);
        self.known.push(profile.clone());
        if self.guided() {
            self.go(Step::Connect, effects);
        }
        effects.push(Effect::Emit(match done.how {
            How::Created | How::Found => Event::Created(profile),
            How::Changed | How::Listed => Event::Updated(profile),
        }));
        effects.push(Effect::Focus(Target::Done));
        self.form.draft.client_secret = Secret::default();
        self.form.open = Open::default();
        self.forget_attempt();
        self.shows_outcome();
        self.submission.phase = Phase::Done(done);
        self.return_to_result(effects);
    }

    /// The field that a message of StackOne names, if the form shows it.
    pub fn field_of(&self, message: &str) -> Option<Field> {
        ErrorBody::field(message, &self.api().create).filter(|field| match field {
            Field::ClientId | Field::ClientSecret => !self.keeps_credentials(),
            Field::ApiKey => self.api().auth == Auth::ApiKey,
            Field::MyDomain => false,
            _ => true,
        })
    }

    /// Closes the list, because the outcome of a click is more important.
    fn shows_outcome(&mut self) {
        self.profiles.shown &= self.is_changing();
    }

    /// Shows a failure. Keeps everything that was typed.
    pub(crate) fn fail(&mut self, mut failure: Failure, effects: &mut Vec<Effect>) {
        if let Failure::RateLimited { timer, .. } = &mut failure {
            self.timer = self.timer.next();
            *timer = self.timer;
            effects.push(Effect::StartCountdown(self.timer));
        }
        self.form.open.request_secrets = false;
        self.shows_outcome();
        let target = match &failure {
            Failure::Unauthorized if self.api().auth == Auth::ApiKey => Target::Field(Field::ApiKey),
            Failure::Rejected(refusal) => {
                let mut fields = refusal.messages.iter().filter_map(|message| self.field_of(message));
                fields.next().map_or(Target::Failure, Target::Field)
            }
            _ => Target::Failure,
        };
        match target {
            Target::Field(field) => self.focus_on(field, effects),
            _ => {
                // The person may have gone to another step meanwhile.
                if self.guided() {
                    self.go(Step::Profile, effects);
                }
                effects.push(Effect::Focus(target));
            }
        }
        effects.push(Effect::Emit(Event::Failed(FailedBecause::Failure(failure.clone()))));
        self.submission.phase = Phase::Failed(failure);
    }
}
