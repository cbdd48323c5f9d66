//! The view models of the tasks.

use std::rc::Rc;

use super::view::{Copies, GuideContext};
use super::view_explanation::Meaning;
use super::{Extra, Pkce, Saw, TASKS, Task};
use crate::components::CopyView;
use crate::i18n::TextKey;
use crate::profile::Secret;
use crate::salesforce::screens::{self, Screen};
use crate::salesforce::{SetupPage, scopes};
use crate::stackone::{UnixTime, effective_scopes};

/// A task to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskView {
    /// The task.
    pub task: &'static Task,
    /// A drawing of what Salesforce shows.
    pub picture: Option<Picture>,
    /// A link to Setup, with its label.
    pub link: Option<(String, TextKey)>,
    /// A text to copy.
    pub copy: Option<Rc<CopyView>>,
    /// What else is below the text.
    pub extra: ExtraView,
}

/// What is below a task's text, apart from the form's fields.
#[derive(Clone, Debug, PartialEq)]
pub enum ExtraView {
    /// Nothing.
    None,
    /// The scopes to select in the app.
    ScopeLabels(Rc<[String]>),
    /// The question *Can you turn off PKCE?*, with its answer.
    Pkce(Option<Pkce>),
    /// When the app becomes active, and the parts of the authorization URL.
    SignIn(Option<String>),
    /// The question *What does Salesforce show?*
    Saw(Rc<SawView>),
}

/// A drawing, its text alternative, and the look of the marked checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The drawing.
    pub screen: Screen,
    /// The text alternative.
    pub alt: TextKey,
    /// The look of the marked checkbox.
    pub question: Question,
}

/// The look of the marked checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Selected; the question is whether it can be cleared.
    ThisOne,
    /// Selected and grayed out.
    GrayedOut,
    /// Cleared, as it should be.
    ClearThis,
}

/// The question *What does Salesforce show?*
#[derive(Clone, Debug, PartialEq)]
pub struct SawView {
    /// The answer.
    pub answer: Option<Saw>,
    /// What follows if Salesforce accepted the app.
    pub accepted: Option<TextKey>,
    /// The pasted error, if Salesforce showed one.
    pub pasted: Option<PastedView>,
}

/// The pasted error and its explanation. Compares the text by identity, because it may contain a code or a token.
#[derive(Clone, Debug)]
pub struct PastedView {
    /// The text.
    pub text: Secret,
    /// The explanation.
    pub meaning: Option<Rc<Meaning>>,
}

impl PartialEq for PastedView {
    fn eq(&self, other: &Self) -> bool {
        self.text.is_same(&other.text) && self.meaning == other.meaning
    }
}

impl GuideContext<'_> {
    /// The tasks of the current step.
    pub fn tasks(&self, copies: &Copies) -> Vec<TaskView> {
        TASKS.iter().filter(|task| task.step == self.guide.step).map(|task| self.task(task, copies)).collect()
    }

    fn task(&self, task: &'static Task, copies: &Copies) -> TaskView {
        let guide = self.guide;
        let copy = match task.extra {
            Extra::AppName => copies.app_name.clone(),
            Extra::Callback => copies.callback.clone(),
            Extra::Pkce if guide.is_locked_out() => copies.support.clone(),
            _ => None,
        };
        let page = match task.extra {
            Extra::Pkce if guide.pkce == Some(Pkce::Org) => Some(SetupPage::Oauth),
            _ => task.setup,
        };
        let host = self.report.normalized.my_domain.as_ref();
        TaskView {
            task,
            picture: self.picture(task.extra),
            link: page.zip(host).map(|(page, host)| (page.address(host), opens(page))),
            copy,
            extra: self.extra(task.extra),
        }
    }

    fn picture(&self, extra: Extra) -> Option<Picture> {
        let (screen, alt, question) = match (extra, self.guide.pkce) {
            (Extra::Pkce, Some(Pkce::Locked)) => (screens::SECURITY, TextKey::PkcePicture, Question::GrayedOut),
            (Extra::Pkce, _) => (screens::SECURITY, TextKey::PkcePicture, Question::ThisOne),
            (Extra::SecurityPicture, _) => (screens::SECURITY, TextKey::SecurityPicture, Question::ClearThis),
            (Extra::CredentialsPicture, _) => (screens::KEY_AND_SECRET, TextKey::CredentialsPicture, Question::ThisOne),
            _ => return None,
        };
        Some(Picture { screen, alt, question })
    }

    fn extra(&self, extra: Extra) -> ExtraView {
        let guide = self.guide;
        match extra {
            Extra::ScopeLabels => ExtraView::ScopeLabels(self.scope_labels().into()),
            Extra::Pkce => ExtraView::Pkce(guide.pkce),
            Extra::SignIn => ExtraView::SignIn(self.clock()),
            Extra::Saw => ExtraView::Saw(Rc::new(SawView {
                answer: guide.saw,
                accepted: self.accepted(),
                pasted: (guide.saw == Some(Saw::Error))
                    .then(|| PastedView { text: guide.pasted.clone(), meaning: self.meaning().map(Rc::new) }),
            })),
            _ => ExtraView::None,
        }
    }

    /// The labels of the scopes to select in the app. Several scopes may share a check box.
    pub fn scope_labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        for name in effective_scopes(&self.report.normalized.scopes.names) {
            let label = match scopes::find(&name) {
                Some(scope) => scope.full_label(),
                None => self.words.fill(TextKey::CustomScope, &[("name", &name)]),
            };
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }

    /// When the app becomes active, as text.
    pub fn clock(&self) -> Option<String> {
        let guide = self.guide;
        // Right after a click or a reload, the time was not read yet.
        let left = guide.left().filter(|_| guide.now > UnixTime::default())?;
        let minutes = left.div_ceil(60);
        let key = match minutes {
            0 => TextKey::ClockDone,
            _ => TextKey::ClockRuns,
        };
        Some(self.words.fill(key, &[("minutes", &minutes.to_string())]))
    }

    /// What follows if Salesforce accepted the app.
    pub fn accepted(&self) -> Option<TextKey> {
        match self.guide.saw {
            Some(Saw::Consent) => Some(TextKey::SawConsentBody),
            Some(Saw::StackOne) => Some(TextKey::SawStackOneBody),
            Some(Saw::Error) | None => None,
        }
    }

    /// The explanation, at the steps where the person fixes the cause.
    pub fn remedy(&self) -> Option<Meaning> {
        self.meaning().filter(|_| self.guide.shows_remedy)
    }
}

fn opens(page: SetupPage) -> TextKey {
    match page {
        SetupPage::AppManager => TextKey::OpenManager,
        SetupPage::ExternalClientApps => TextKey::OpenApps,
        SetupPage::Oauth => TextKey::OpenOauth,
    }
}
