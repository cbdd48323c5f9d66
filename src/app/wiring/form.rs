//! Connects the form's fields with the rest of the app.

use crate::app::{Copy, Effect, ListReason, Purpose, State, Target};
use crate::features::form::{FormMessage, Output, QuickFix};
use crate::features::submit::Phase;
use crate::profile::{Code, Field, Issue, trim};
use crate::requests::Failure;

impl State {
    pub(crate) fn update_form(&mut self, msg: FormMessage, effects: &mut Vec<Effect>) {
        // A browser reports a typed text again when the result replaces its control. The secret must stay wiped.
        if self.is_done() && matches!(msg, FormMessage::Edited(field, _) if field != Field::ApiKey) {
            return;
        }
        let normalized = self.report().normalized;
        let names_org = matches!(msg, FormMessage::Edited(Field::MyDomain, _));
        let key = self.form.api_key.clone();
        let outputs = self.form.update(msg, &normalized);
        if trim(key.expose()) != trim(self.form.api_key.expose()) {
            self.forget_profiles();
        }
        for output in outputs {
            match output {
                Output::DropVerdict(field) => self.drop_verdict(field),
                Output::GoTo(field) => self.focus_on(field, effects),
                Output::Focus(field) => effects.push(Effect::Focus(Target::Field(field))),
                Output::Submit => self.submit(effects),
                Output::LookForNames if self.known.is_empty() => self.look_for_names(effects),
                Output::LookForNames => {}
            }
        }
        if names_org && self.guided() {
            self.follow_address();
        }
    }

    /// Switches to the environment that the My Domain address implies, because the guide asks for the address first.
    fn follow_address(&mut self) {
        let report = self.report();
        let other = report.issues.iter().find(|issue| issue.code == Code::EnvironmentMismatch);
        if let Some(quick_fix) = other.and_then(|issue| QuickFix::of(issue, &self.form.draft)) {
            quick_fix.apply(&mut self.form.draft, &report.normalized);
        }
    }

    /// Drops StackOne's message about a field, because its value changed.
    pub(crate) fn drop_verdict(&mut self, field: Field) {
        self.copied = self.copied.filter(|(copy, _)| *copy != Copy::Url);
        if field == Field::ApiKey && self.profiles.has_refused_key() {
            self.profiles.failed = None;
        }
        let about_it = match &self.submission.phase {
            Phase::Failed(Failure::Unauthorized) => field == Field::ApiKey,
            Phase::Failed(Failure::Rejected(refusal)) => {
                refusal.messages.iter().any(|message| self.field_of(message) == Some(field))
            }
            _ => false,
        };
        if about_it {
            self.submission.phase = Phase::Editing;
        }
        if self.form.summed_up {
            self.form.summed_up = self.issues().iter().any(Issue::is_error);
        }
    }

    /// Forgets the known profiles, because another API key or base URL may belong to another project.
    pub(crate) fn forget_profiles(&mut self) {
        // A waiting click still needs them.
        if !self.is_busy() {
            self.known.clear();
            self.profiles.read = false;
            self.requests.forget(|purpose| matches!(purpose, Purpose::List(ListReason::Names | ListReason::Show, _)));
        }
    }

    /// Whether the API key is missing for a request. If so, moves the focus to its field.
    pub(crate) fn needs_key(&mut self, effects: &mut Vec<Effect>) -> bool {
        self.form.touch(Field::ApiKey);
        let lacks = self.form.lacks_key(self.api().auth);
        if lacks {
            effects.push(Effect::Focus(Target::Field(Field::ApiKey)));
        }
        lacks
    }

    /// Reads the existing names, to warn about a duplicate early. A failure is not shown, because the main button reads
    /// the list again.
    pub(crate) fn look_for_names(&mut self, effects: &mut Vec<Effect>) {
        if !self.reads_list(ListReason::Names) && !self.is_busy() {
            self.read_list(ListReason::Names, effects);
        }
    }
}
