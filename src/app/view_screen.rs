//! The view model of the screen, composed of the features' view models.

use std::rc::Rc;

use crate::app::view::View;
use crate::app::view_pages::{
    ActionsPart, AdvancedView, FootView, FormPage, GuidePage, HeadView, Inside, ResultPage, ScreenView, Shown,
    StepPage, TaskPage,
};
use crate::app::{Copy, Notice, Storage};
use crate::features::form::view::UrlView;
use crate::features::guide::view::{BarView, KnownView};
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::{Extra, Step};
use crate::features::submit::Phase;
use crate::i18n::TextKey;
use crate::profile::{Field, trim};

impl View<'_> {
    /// The view model of the whole screen.
    pub fn screen(&self) -> ScreenView {
        let state = self.state;
        let shown = if state.shows_list() {
            Shown::ProfileList(Rc::new(self.profiles().list(self.copy(Copy::Bundle))), self.form().api_key())
        } else if state.guided() {
            Shown::Guide(Rc::new(self.guide_page()))
        } else if let Some(result) = self.result_page() {
            Shown::Result(result)
        } else {
            Shown::Form(Rc::new(self.form_page()))
        };
        ScreenView {
            theme: state.settings.theme,
            language: self.words().language(),
            notices: state.settings.notices.iter().map(|notice| self.notice(notice)).collect(),
            created_twice: state.submission.created_twice.as_slice().into(),
            shown,
        }
    }

    fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::ConfigUnreachable => self.words().get(TextKey::ConfigUnreachable).to_owned(),
            Notice::ConfigMalformed => self.words().get(TextKey::ConfigMalformed).to_owned(),
            Notice::ConfigUnusable(names) => self.words().fill(TextKey::ConfigOdd, &[("names", &names.join(", "))]),
            Notice::HostUnusable(names) => self.words().fill(TextKey::ConfigHost, &[("names", &names.join(", "))]),
        }
    }

    fn form_page(&self) -> FormPage {
        let (state, form) = (self.state, self.form());
        let changing = state.is_changing();
        FormPage {
            head: self.head(),
            credentials: (!state.keeps_credentials()).then(|| form.credentials()),
            scopes: form.shared_field(Field::Scopes),
            org: form.org(),
            url: (!changing).then(|| self.url()),
            account: form.account(),
            actions: self.actions_part(),
            change: changing.then(|| Rc::new(self.profiles().change())),
            foot: self.foot(),
            can_cancel: state.opened().is_some(),
            pin: changing.then(|| Rc::new(self.profiles().pin())),
            leads_to_list: state.opened().is_none(),
            leads_to_guide: state.opened().is_none()
                && trim(&state.form.draft.client_id).is_empty()
                && state.form.draft.client_secret.is_blank(),
        }
    }

    fn guide_page(&self) -> GuidePage {
        let (step, result) = (self.state.guide.step, self.result_page());
        let facts = || self.facts().into_iter().filter(|fact| fact.is_own).collect();
        GuidePage {
            steps: Rc::new(self.guide().steps()),
            step: result.is_none().then(|| Rc::new(self.step_page())),
            known: (result.is_none() && step != Step::Profile).then(|| Rc::new(KnownView { step, facts: facts() })),
            result,
            bar: BarView {
                is_kept: self.state.settings.is_guided() && self.state.settings.storage != Storage::None,
                asks_to_clear: self.state.guide.asks_to_clear,
            },
        }
    }

    fn step_page(&self) -> StepPage {
        let guide = &self.state.guide;
        let tasks = self.tasks().into_iter();
        StepPage {
            step: guide.step,
            head: self.head(),
            is_rejected: guide.from_review && self.verdicts.iter().any(|(field, _)| guide.has_here(*field)),
            remedy: self.guide().remedy().map(Rc::new),
            tasks: tasks.map(|task| TaskPage { inside: self.inside(task.task.extra), task: Rc::new(task) }).collect(),
            foot: self.foot(),
            support: self.copy(Copy::Support).filter(|_| self.asks_support()),
            warns_of_pkce: guide.step == Step::Profile && guide.is_locked_out(),
            back: guide.step.back(),
        }
    }

    fn inside(&self, extra: Extra) -> Inside {
        let form = self.form();
        match extra {
            // Once there is a result, the earlier steps are read-only texts.
            _ if self.state.is_done() => Inside::None,
            Extra::Org => Inside::Org(form.org()),
            Extra::Credentials => Inside::Credentials(form.credentials()),
            Extra::SignIn => Inside::SignIn(self.url()),
            Extra::Account => Inside::Account(form.account(), self.advanced()),
            Extra::Review => Inside::Review(self.facts().into()),
            _ => Inside::None,
        }
    }

    fn advanced(&self) -> Option<AdvancedView> {
        let form = &self.state.form;
        let is_open = form.open.advanced || !trim(&form.draft.scopes).is_empty() || form.draft.actions.is_some();
        is_open.then(|| AdvancedView {
            scopes: self.form().shared_field(Field::Scopes),
            labels: self.guide().scope_labels().into(),
            actions: self.actions_part(),
        })
    }

    /// Whether the next thing to do is to ask Salesforce Support.
    fn asks_support(&self) -> bool {
        let guide = &self.state.guide;
        guide.step == Step::Start && guide.is_locked_out() && !self.state.is_done()
    }

    fn url(&self) -> UrlView {
        UrlView { url: self.copy(Copy::Url) }
    }

    fn actions_part(&self) -> ActionsPart {
        let picker = Rc::new(self.action_picker().view());
        ActionsPart { picker, field: self.form().shared_field(Field::Actions) }
    }

    fn result_page(&self) -> Option<Rc<ResultPage>> {
        let done = self.done()?;
        let (state, form) = (self.state, self.form());
        let meaning = self.guide().meaning().map(|meaning| {
            // Without the guide, there is no step to link to.
            Meaning { go: meaning.go.filter(|_| state.guided()), ..meaning }
        });
        let api_key = form.api_key().filter(|_| state.asks_for_key_again());
        Some(Rc::new(ResultPage {
            done: Rc::new(done),
            link: Rc::new(self.link()),
            api_key,
            meaning: meaning.map(Rc::new),
        }))
    }

    fn head(&self) -> Rc<HeadView> {
        let (busy, summary) = (self.state.is_busy(), self.form().summary());
        let shows_title = self.state.settings.has_heading || self.state.guided() || self.state.opened().is_some();
        Rc::new(HeadView { busy, title: self.title(), shows_title, intro: self.intro(), summary })
    }

    fn foot(&self) -> Rc<FootView> {
        let (failure, busy) = (self.failure().map(Rc::new), self.state.is_busy());
        Rc::new(FootView { failure, busy, button: self.button() })
    }

    /// The heading.
    pub fn title(&self) -> String {
        match self.state.opened() {
            _ if self.state.guided() => self.words().get(self.state.guide.step.words().0).to_owned(),
            Some(profile) => self.words().fill(TextKey::EditTitle, &[("name", &profile.name)]),
            None => self.words().get(TextKey::Title).to_owned(),
        }
    }

    /// The line below the heading.
    pub fn intro(&self) -> TextKey {
        match self.state.opened() {
            _ if self.state.guided() => self.state.guide.step.words().1,
            Some(_) => TextKey::EditIntro,
            None => TextKey::Intro,
        }
    }

    /// The label of the main button.
    pub fn button(&self) -> String {
        let state = self.state;
        let key = match (&state.submission.phase, state.opened()) {
            _ if state.next_step() == Some(Step::Connect) => TextKey::GuideResult,
            _ if state.next_step() == Some(Step::Profile) && state.guide.step != Step::Credentials => {
                TextKey::GuideReturn
            }
            _ if state.guide.from_review && state.guided() => TextKey::GuideReturn,
            _ if self.asks_support() => TextKey::SupportAnyway,
            _ if state.next_step().is_some() => TextKey::GuideNext,
            _ if state.profiles.pinning.is_sent => TextKey::Saving,
            (Phase::Checking, _) => TextKey::Checking,
            (Phase::Comparing(_), _) => TextKey::Comparing,
            (Phase::Sending, None) => TextKey::Creating,
            (Phase::Sending, Some(_)) => TextKey::Saving,
            (Phase::Editing | Phase::Failed(_) | Phase::Done(_), None) => TextKey::Create,
            (Phase::Editing | Phase::Failed(_) | Phase::Done(_), Some(_)) => TextKey::Save,
        };
        self.words().get(key).to_owned()
    }
}
