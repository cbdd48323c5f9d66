//! The guide as there is to see: the steps, the tasks of the one that is shown, and what is known so far.

use super::super::guide::{Extra, Pkce, Saw, Step, TASKS, Task};
use super::super::{Copy, Phase};
use super::{CopyView, Meaning, View, environment_name};
use crate::salesforce::{SetupPage, scopes, screens};
use crate::stackone::effective_scopes;
use crate::text::{Key, digits};

/// One task.
#[derive(Clone, Debug)]
pub struct TaskView {
    /// What to do, in words; its title also names it.
    pub task: &'static Task,
    /// Whether it is ticked; what is typed for it may be wrong all the same.
    pub ticked: bool,
    /// A drawing and what it shows.
    pub picture: Option<(&'static str, Key)>,
    /// A way into Setup, and its words.
    pub link: Option<(String, Key)>,
    /// A text to copy.
    pub copy: Option<CopyView>,
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
        let (number, count) = (digits(self.state.guide.step as u64 + 1), digits(Step::ALL.len() as u64));
        self.words().fill(Key::GuideStepOf, &[("number", &number), ("count", &count)])
    }

    /// What there is to do.
    pub fn tasks(&self) -> Vec<TaskView> {
        let mut tasks = Vec::new();
        for task in TASKS.iter().filter(|task| task.step == self.state.guide.step) {
            tasks.push(self.task(task));
        }
        tasks
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
                Extra::Setup(SetupPage::AppManager) => Some((screens::APP_MANAGER, Key::CreateManagerPicture)),
                Extra::Security => Some((screens::SECURITY, Key::OauthSecurityPicture)),
                Extra::Credentials => Some((screens::KEY_AND_SECRET, Key::CredentialsPicture)),
                _ => None,
            },
            link: page.zip(self.report.tidy.my_domain.as_ref()).map(|(page, host)| (page.address(host), opens(page))),
            copy: copy.and_then(|copy| self.copy(copy)),
        }
    }

    /// Scopes to select in the app, as the app's own list writes them: one check box may stand for several.
    pub fn scope_labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        for name in effective_scopes(&self.report.tidy.scopes.names) {
            let label = match scopes::find(&name) {
                Some(scope) => scope.full_label(),
                None => self.words().fill(Key::CustomScope, &[("name", &name)]),
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
            0 => Key::ClockDone,
            1 => Key::ClockLast,
            _ => Key::ClockRuns,
        };
        Some(self.words().fill(key, &[("minutes", &digits(minutes)), ("time", &guide.works_from())]))
    }

    /// What the answer on PKCE means, and whether all is well with it.
    pub fn pkce_means(&self) -> Option<(Key, bool)> {
        self.state.guide.pkce.map(|pkce| (pkce.words().1, pkce == Pkce::Off))
    }

    /// What it means that Salesforce accepts the app.
    pub fn accepted(&self) -> Option<(Key, bool)> {
        match self.state.guide.saw {
            Some(Saw::Consent) => Some((Key::SawConsentBody, true)),
            Some(Saw::StackOne) => Some((Key::SawStackOneBody, true)),
            Some(Saw::Error) | None => None,
        }
    }

    /// What to do about the error, at the step where it is done.
    pub fn remedy(&self) -> Option<Meaning> {
        self.meaning().filter(|_| self.state.guide.mends)
    }

    /// What is known of the profile so far.
    pub fn facts(&self) -> [(Key, String); 8] {
        let (state, words, report) = (self.state, self.words(), &self.report);
        let environment = report.environment;
        let host = report.tidy.my_domain.clone().or_else(|| environment.map(|environment| environment.login_host()));
        let known = |key: Option<Key>| words.get(key.unwrap_or(Key::GuideNotYet)).to_owned();
        let host = host.map_or_else(|| known(None), |host| host.as_str().to_owned());
        let secret = match &state.phase {
            Phase::Done(_) => Some(Key::GuideWiped),
            _ if state.draft.client_secret.is_blank() => None,
            _ => Some(Key::GuideTyped),
        };
        let actions = match state.draft.actions {
            Some(_) => self.chosen(),
            None => words.get(Key::ActionsAll).to_owned(),
        };
        [
            (Key::DoneName, state.name()),
            (Key::EnvironmentLabel, known(environment.map(environment_name))),
            (Key::GuideSignsIn, host),
            (Key::ScopesLabel, effective_scopes(&report.tidy.scopes.names).join(" ")),
            (Key::ActionsLabel, actions),
            (Key::PkceFact, known(state.guide.pkce.map(|pkce| pkce.words().0))),
            (Key::ClientIdLabel, shortened(&report.tidy.client_id).unwrap_or_else(|| known(None))),
            (Key::ClientSecretLabel, known(secret)),
        ]
    }
}

fn opens(page: SetupPage) -> Key {
    match page {
        SetupPage::Home => Key::OpenSetup,
        SetupPage::AppManager => Key::OpenManager,
        SetupPage::ExternalClientApps => Key::OpenApps,
        SetupPage::Oauth => Key::OpenOauth,
    }
}

/// Enough of a key to know it again.
fn shortened(key: &str) -> Option<String> {
    match (key.get(..9), key.len().checked_sub(4).and_then(|end| key.get(end..))) {
        (Some(head), Some(tail)) if key.len() > 20 => Some([head, "…", tail].concat()),
        _ if key.is_empty() => None,
        _ => Some(key.to_owned()),
    }
}
