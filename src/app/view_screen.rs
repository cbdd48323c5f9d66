//! The screen as plain data: what the components are given. What is alike compares equal, so that Yew draws again only
//! what changed.

use std::rc::Rc;

use crate::app::view::View;
use crate::app::{Notice, Theme};
use crate::features::form::view::FormView;
use crate::features::guide::view::GuideView;
use crate::features::profiles::view::ProfileListView;
use crate::features::submit::view::DoneView;
use crate::i18n::TextKey;
use crate::stackone::ConnectorProfile;

/// Everything there is to see.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenView {
    /// The look.
    pub theme: Theme,
    /// The language of the words, where it is known.
    pub language: Option<&'static str>,
    /// What is to be said about the configuration.
    pub notices: Vec<String>,
    /// Several profiles that came of one click, if they did; the first is in use here.
    pub created_twice: Rc<[ConnectorProfile]>,
    /// What is shown below.
    pub shown: Shown,
}

/// What is shown: one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The form.
    Form(Rc<FormView>),
    /// The guide.
    Guide(Rc<GuideView>),
    /// The list of profiles.
    ProfileList(Rc<ProfileListView>),
    /// The result.
    Result(Rc<DoneView>),
}

impl View<'_> {
    /// Everything there is to see.
    pub fn screen(&self) -> ScreenView {
        let state = self.state;
        let shown = match self.done() {
            _ if state.profiles.shown && !state.is_changing() => Shown::ProfileList(Rc::new(self.profile_list())),
            _ if state.guided() => Shown::Guide(Rc::new(self.guide())),
            Some(done) => Shown::Result(Rc::new(done)),
            None => Shown::Form(Rc::new(self.form())),
        };
        ScreenView {
            theme: state.settings.theme,
            language: self.words().language(),
            notices: state.notices.iter().map(|notice| self.notice(notice)).collect(),
            created_twice: state.created_twice.as_slice().into(),
            shown,
        }
    }

    fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::ConfigUnreachable => self.words().get(TextKey::ConfigUnreachable).to_owned(),
            Notice::ConfigMalformed => self.words().get(TextKey::ConfigMalformed).to_owned(),
            Notice::ConfigUnusable(names) => self.words().fill(TextKey::ConfigOdd, &[("names", &names.join(", "))]),
        }
    }
}
