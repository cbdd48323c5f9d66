//! The view model: the features turn the state into texts and flags, so that components decide nothing. Fixed texts are
//! keys.

use std::rc::Rc;

use crate::app::{Copy, ListReason, State, copied_text};
use crate::components::CopyView;
use crate::features::action_picker::view::ActionPickerContext;
use crate::features::form::view::FormContext;
use crate::features::guide::Step;
use crate::features::guide::view::{Copies, Fact, GuideContext, Values};
use crate::features::guide::view_task::TaskView;
use crate::features::link_account::SignIn;
use crate::features::link_account::view::{LinkContext, LinkView};
use crate::features::profiles::view::ProfilesContext;
use crate::features::submit::Phase;
use crate::features::submit::view::DoneView;
use crate::features::submit::view_failure::{FailureContext, FailureView};
use crate::i18n::{TextKey, Words};
use crate::profile::{Field, Issue, Report};
use crate::requests::Failure;
use crate::salesforce::Host;
use crate::stackone::Auth;

/// The state, with what is derived from it once for all view models.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The state.
    pub state: &'a State,
    issues: Vec<Issue>,
    report: Report,
    default_name: String,
    pub(super) verdicts: Vec<(Field, String)>,
}

/// The view model of the whole screen.
pub fn view(state: &State) -> View<'_> {
    View {
        state,
        issues: state.issues(),
        report: state.report(),
        default_name: state.default_name(),
        verdicts: verdicts(state),
    }
}

/// StackOne's messages about values that were sent, by field.
fn verdicts(state: &State) -> Vec<(Field, String)> {
    let words = state.words();
    match &state.submission.phase {
        _ if state.shows_list() && state.profiles.has_refused_key() => refused_key(words),
        Phase::Failed(Failure::Unauthorized) => refused_key(words),
        Phase::Failed(Failure::Rejected(refusal)) => {
            let placed = refusal.messages.iter().filter_map(|message| Some((state.field_of(message)?, message)));
            placed.map(|(field, message)| (field, words.fill(TextKey::RejectedField, &[("words", message)]))).collect()
        }
        _ => Vec::new(),
    }
}

fn refused_key(words: &Words) -> Vec<(Field, String)> {
    vec![(Field::ApiKey, words.get(TextKey::Unauthorized).to_owned())]
}

impl<'a> View<'a> {
    /// The texts in use.
    pub fn words(&self) -> &'a Words {
        self.state.words()
    }

    /// The fields, for their view models.
    pub fn form(&self) -> FormContext<'_> {
        let state = self.state;
        FormContext {
            form: &state.form,
            words: state.words(),
            issues: &self.issues,
            report: &self.report,
            default_name: &self.default_name,
            verdicts: &self.verdicts,
            names_known: !state.known.is_empty(),
            edits: state.opened().is_some(),
            busy: state.is_busy(),
            asks_for_key: state.api().auth == Auth::ApiKey,
            guided: state.guided(),
        }
    }

    /// The action picker, for its view model.
    pub fn action_picker(&self) -> ActionPickerContext<'_> {
        let state = self.state;
        ActionPickerContext {
            picker: &state.picker,
            selection: &state.form.draft.actions,
            in_words: state.in_words(),
            scopes: &self.report.normalized.scopes.names,
            reading: state.reads_actions(),
            busy: state.is_busy(),
            allows_all: state.mode.edit().map(|edit| edit.allows_all),
        }
    }

    /// The existing profiles, for their view models.
    pub fn profiles(&self) -> ProfilesContext<'_> {
        let state = self.state;
        ProfilesContext {
            profiles: &state.profiles,
            known: &state.known,
            edit: state.mode.edit(),
            report: &self.report,
            in_words: state.in_words(),
            leads_back: state.leads_back(),
            reading: state.reads_list(ListReason::Show),
            reading_versions: state.reads_versions(),
            busy: state.is_busy(),
        }
    }

    /// The guide, for its view models.
    pub fn guide(&self) -> GuideContext<'_> {
        let state = self.state;
        let (words, issues, report) = (state.words(), &*self.issues, &self.report);
        let connected = matches!(state.linking.sign_in, SignIn::Connected(_));
        GuideContext { guide: &state.guide, words, issues, report, done: state.is_done(), connected }
    }

    /// The tasks of the current step of the guide.
    pub fn tasks(&self) -> Vec<TaskView> {
        self.guide().tasks(&self.copies())
    }

    /// The texts to copy in the guide.
    fn copies(&self) -> Copies {
        let [app_name, callback, support] = [Copy::AppName, Copy::Callback, Copy::Support].map(|copy| self.copy(copy));
        Copies { app_name, callback, support }
    }

    /// The known facts about the profile.
    pub fn facts(&self) -> Vec<Fact> {
        let draft = &self.state.form.draft;
        let actions = match draft.actions {
            Some(_) => self.action_picker().selected_text(),
            None => self.words().get(TextKey::ActionsAll).to_owned(),
        };
        let (has_actions, has_secret) = (draft.actions.is_some(), !draft.client_secret.is_blank());
        self.guide().facts(Values { actions, has_actions, has_secret })
    }

    /// The view model of the connection.
    pub fn link(&self) -> LinkView {
        let state = self.state;
        // Settings of the app are corrected in Salesforce; only values of the profile can be corrected here.
        let step = self.guide().meaning().and_then(|meaning| meaning.go);
        state.linking.view(LinkContext {
            in_words: state.in_words(),
            now: state.guide.now,
            readonly: state.is_busy(),
            host: self.report.normalized.my_domain.as_ref().map(Host::as_str),
            activating: state.guide.left().filter(|left| *left > 0).map(|left| left.div_ceil(60)),
            can_update: step.is_some_and(|step| step != Step::CreateApp),
            bundle: self.copy(Copy::Bundle),
            link: self.copy(Copy::Link),
            ids: [Copy::ProfileId, Copy::AccountId].into_iter().filter_map(|copy| self.copy(copy)).collect(),
        })
    }

    /// The result, if there is one.
    pub fn done(&self) -> Option<DoneView> {
        let done = self.state.submission.phase.done().filter(|_| self.state.shows_result())?;
        let view = done.view(self.copy(Copy::ProfileId), self.words(), self.state.is_changing());
        let connected = matches!(self.state.linking.sign_in, SignIn::Connected(_));
        Some(if connected { view.connected() } else { view })
    }

    /// Why the last click failed. The guide shows this at the step with the profile.
    pub fn failure(&self) -> Option<FailureView> {
        let state = self.state;
        match &state.submission.phase {
            Phase::Failed(failure) if !state.guided() || state.guide.step == Step::Profile => {
                Some(FailureView::new(failure, self.failure_context(failure)))
            }
            _ => None,
        }
    }

    fn failure_context(&self, failure: &Failure) -> FailureContext<'_> {
        let state = self.state;
        FailureContext {
            in_words: state.in_words(),
            is_open: state.submission.is_open(),
            unplaced: match failure {
                Failure::Rejected(refusal) => {
                    refusal.messages.iter().filter(|message| state.field_of(message).is_none()).cloned().collect()
                }
                _ => Vec::new(),
            },
            mine: match failure {
                Failure::ChangedMeanwhile(Some(now)) => Some(state.profile_change().applied_to(now)),
                _ => None,
            },
            request_texts: match failure.shows_request() {
                true => [Copy::Curl, Copy::Json].into_iter().filter_map(|copy| self.copy(copy)).collect(),
                false => Vec::new(),
            },
            request_secrets: state.form.open.request_secrets,
            bundle: self.copy(Copy::Bundle),
        }
    }

    /// A copy box; `None` if there is nothing to copy.
    pub fn copy(&self, copy: Copy) -> Option<Rc<CopyView>> {
        let what = match copy {
            Copy::Url => TextKey::UrlLabel,
            Copy::Curl => TextKey::RequestCurl,
            Copy::Json => TextKey::RequestJson,
            Copy::AppName => TextKey::AppName,
            Copy::Callback => TextKey::CallbackUrl,
            Copy::Support => TextKey::SupportText,
            Copy::Link => TextKey::LinkReady,
            Copy::Bundle => TextKey::Bundle,
            Copy::ProfileId => TextKey::DoneId,
            Copy::AccountId => TextKey::LinkAccountId,
        };
        let outcome = self.state.copied.filter(|(copied, _)| *copied == copy).map(|(_, worked)| worked);
        copied_text(self.state, copy).map(|text| Rc::new(CopyView { id: copy.id(), text, what, outcome }))
    }
}
