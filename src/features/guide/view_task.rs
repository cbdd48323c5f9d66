//! The guide as there is to see: the steps, the tasks of the one that is shown, and what is known so far.

use std::rc::Rc;

use crate::app::Copy;
use crate::app::view::{View, environment_name};
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::view_extra::ExtraView;
use crate::features::guide::{Extra, Pkce, Saw, Step, TASKS, Task};
use crate::features::submit::Phase;
use crate::features::submit::view_request::CopyView;
use crate::i18n::TextKey;
use crate::salesforce::screens::{self, Shape};
use crate::salesforce::{SetupPage, scopes};
use crate::stackone::effective_scopes;

/// One task.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskView {
    /// What to do, in words; its title also names it.
    pub task: &'static Task,
    /// Whether it is ticked; what is typed for it may be wrong all the same.
    pub ticked: bool,
    /// A drawing and what it shows.
    pub picture: Option<(&'static [Shape], TextKey)>,
    /// A way into Setup, and its words.
    pub link: Option<(String, TextKey)>,
    /// A text to copy.
    pub copy: Option<Rc<CopyView>>,
    /// What else stands below its words.
    pub extra: ExtraView,
}

impl View<'_> {
    fn is_done(&self, task: &Task) -> bool {
        // With the result the secret is gone, and nothing is left to do.
        let finished = matches!(self.state.phase, Phase::Done(_));
        finished || (task.extra != Extra::Profile && self.state.guide.is_done(task, &self.issues))
    }

    /// Whether every task of a step is done.
    pub fn is_step_done(&self, step: Step) -> bool {
        TASKS.iter().filter(|task| task.step == step).all(|task| self.is_done(task))
    }

    /// How far this is, in words.
    pub fn progress(&self) -> String {
        let (number, count) = ((self.state.guide.step as usize + 1).to_string(), Step::ALL.len().to_string());
        self.words().fill(TextKey::GuideStepOf, &[("number", &number), ("count", &count)])
    }

    /// What there is to do.
    pub fn tasks(&self) -> Vec<TaskView> {
        TASKS.iter().filter(|task| task.step == self.state.guide.step).map(|task| self.task(task)).collect()
    }

    fn task(&self, task: &'static Task) -> TaskView {
        let guide = &self.state.guide;
        let copy = match task.extra {
            Extra::AppName => Some(Copy::AppName),
            Extra::Callback => Some(Copy::Callback),
            Extra::Pkce if guide.pkce == Some(Pkce::Locked) => Some(Copy::Support),
            _ => None,
        };
        let page = match task.extra {
            Extra::Setup(page) => Some(page),
            Extra::Credentials => Some(SetupPage::ExternalClientApps),
            Extra::Pkce if guide.pkce == Some(Pkce::Org) => Some(SetupPage::Oauth),
            _ => None,
        };
        TaskView {
            task,
            ticked: self.is_done(task) || guide.ticked.contains(&task.title),
            picture: match task.extra {
                Extra::Setup(SetupPage::AppManager) => Some((screens::APP_MANAGER, TextKey::CreateManagerPicture)),
                Extra::Security => Some((screens::SECURITY, TextKey::OauthSecurityPicture)),
                Extra::Credentials => Some((screens::KEY_AND_SECRET, TextKey::CredentialsPicture)),
                _ => None,
            },
            link: page
                .zip(self.report.normalized.my_domain.as_ref())
                .map(|(page, host)| (page.address(host), opens(page))),
            copy: copy.and_then(|copy| self.shared_copy(copy)),
            extra: self.extra(task.extra),
        }
    }

    /// Scopes to select in the app, as the app's own list writes them: one check box may stand for several.
    pub fn scope_labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        for name in effective_scopes(&self.report.normalized.scopes.names) {
            let label = match scopes::find(&name) {
                Some(scope) => scope.full_label(),
                None => self.words().fill(TextKey::CustomScope, &[("name", &name)]),
            };
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }

    /// What to say of the clock.
    pub fn clock(&self) -> Option<String> {
        let guide = &self.state.guide;
        // Just after a click or a reload nobody has told the time yet.
        let left = guide.left().filter(|_| guide.now.seconds > 0)?;
        let minutes = left.div_ceil(60);
        let key = match minutes {
            0 => TextKey::ClockDone,
            1 => TextKey::ClockLast,
            _ => TextKey::ClockRuns,
        };
        Some(self.words().fill(key, &[("minutes", &minutes.to_string()), ("time", &guide.works_from())]))
    }

    /// What the answer on PKCE means, and whether all is well with it.
    pub fn pkce_means(&self) -> Option<(TextKey, bool)> {
        self.state.guide.pkce.map(|pkce| (pkce.words().1, pkce == Pkce::Off))
    }

    /// What it means that Salesforce accepts the app.
    pub fn accepted(&self) -> Option<(TextKey, bool)> {
        match self.state.guide.saw {
            Some(Saw::Consent) => Some((TextKey::SawConsentBody, true)),
            Some(Saw::StackOne) => Some((TextKey::SawStackOneBody, true)),
            Some(Saw::Error) | None => None,
        }
    }

    /// What to do about the error, at the step where it is done.
    pub fn remedy(&self) -> Option<Meaning> {
        self.meaning().filter(|_| self.state.guide.quick_fixes)
    }

    /// What is known of the profile so far.
    pub fn facts(&self) -> [(TextKey, String); 8] {
        let (state, words, report) = (self.state, self.words(), &self.report);
        let environment = report.environment;
        let host =
            report.normalized.my_domain.clone().or_else(|| environment.map(|environment| environment.login_host()));
        let known = |key: Option<TextKey>| words.get(key.unwrap_or(TextKey::GuideNotYet)).to_owned();
        let host = host.map_or_else(|| known(None), |host| host.as_str().to_owned());
        let secret = match &state.phase {
            Phase::Done(_) => Some(TextKey::GuideWiped),
            _ if state.draft.client_secret.is_blank() => None,
            _ => Some(TextKey::GuideTyped),
        };
        let actions = match state.draft.actions {
            Some(_) => self.chosen(),
            None => words.get(TextKey::ActionsAll).to_owned(),
        };
        [
            (TextKey::DoneName, state.name()),
            (TextKey::EnvironmentLabel, known(environment.map(environment_name))),
            (TextKey::GuideSignsIn, host),
            (TextKey::ScopesLabel, effective_scopes(&report.normalized.scopes.names).join(" ")),
            (TextKey::ActionsLabel, actions),
            (TextKey::PkceFact, known(state.guide.pkce.map(|pkce| pkce.words().0))),
            (TextKey::ClientIdLabel, shortened(&report.normalized.client_id).unwrap_or_else(|| known(None))),
            (TextKey::ClientSecretLabel, known(secret)),
        ]
    }
}

fn opens(page: SetupPage) -> TextKey {
    match page {
        SetupPage::Home => TextKey::OpenSetup,
        SetupPage::AppManager => TextKey::OpenManager,
        SetupPage::ExternalClientApps => TextKey::OpenApps,
        SetupPage::Oauth => TextKey::OpenOauth,
    }
}

/// Enough of a key to know it again.
fn shortened(key: &str) -> Option<String> {
    match (key.get(..9), key.len().checked_sub(4).and_then(|end| key.get(end..))) {
        (Some(head), Some(tail)) if key.len() > 20 => Some(format!("{head}…{tail}")),
        _ if key.is_empty() => None,
        _ => Some(key.to_owned()),
    }
}
