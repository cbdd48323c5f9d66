//! The form as plain data, and the parts of it that stand at steps of the guide too.

use std::rc::Rc;

use crate::app::Copy;
use crate::app::view::{Choice, Summary, View};
use crate::features::action_picker::view::ActionPickerView;
use crate::features::form::view_field::FieldView;
use crate::features::profiles::view::{ChangeView, PinView};
use crate::features::submit::view_failure::FailureView;
use crate::features::submit::view_request::CopyView;
use crate::i18n::TextKey;
use crate::profile::Field;

/// The form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// Its heading.
    pub head: Rc<HeadView>,
    /// Client ID and secret; `None` where a profile keeps its own.
    pub keys: Option<[Rc<FieldView>; 2]>,
    /// The scopes.
    pub scopes: Rc<FieldView>,
    /// The org.
    pub org: Rc<OrgView>,
    /// The authorization URL, where there is a place for it.
    pub url: Option<UrlView>,
    /// Name and API key.
    pub account: AccountView,
    /// The choice of actions.
    pub actions: Rc<ActionPickerView>,
    /// What is shown more while a profile is changed.
    pub change: Option<Rc<ChangeView>>,
    /// Its buttons.
    pub foot: Rc<FootView>,
    /// Whether it can be left for another profile.
    pub can_cancel: bool,
    /// The version of the connector.
    pub pin: Option<Rc<PinView>>,
    /// Whether it leads to the list of profiles.
    pub leads_to_list: bool,
}

/// What stands above the fields of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// Whether a request is out that somebody waits for.
    pub busy: bool,
    /// The heading.
    pub title: String,
    /// The line below it.
    pub intro: TextKey,
    /// The errors in one place.
    pub summary: Option<Summary>,
}

/// What stands below the fields of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FootView {
    /// Why the last click came to nothing.
    pub failure: Option<Rc<FailureView>>,
    /// Whether a request is out that somebody waits for.
    pub busy: bool,
    /// Words of the main button.
    pub button: String,
}

/// Which org it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OrgView {
    /// The two environments.
    pub choices: [Choice; 2],
    /// Their hint and messages.
    pub environment: Rc<FieldView>,
    /// My Domain, once it is asked for.
    pub my_domain: Option<Rc<FieldView>>,
    /// Whether nothing can be chosen now.
    pub disabled: bool,
}

/// The box of the authorization URL.
#[derive(Clone, Debug, PartialEq)]
pub struct UrlView {
    /// The URL, while the draft allows one.
    pub url: Option<Rc<CopyView>>,
}

/// What StackOne needs beside the values from Salesforce.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountView {
    /// The name.
    pub name: Rc<FieldView>,
    /// The API key, where a person types it.
    pub api_key: Option<Rc<FieldView>>,
}

impl View<'_> {
    /// The form.
    pub(crate) fn form(&self) -> FormView {
        let state = self.state;
        let changing = state.is_changing();
        FormView {
            head: self.head(),
            keys: (!state.keeps_keys()).then(|| self.keys()),
            scopes: self.shared_field(Field::Scopes),
            org: self.org(),
            url: (!changing).then(|| self.url()),
            account: self.account(),
            actions: Rc::new(self.action_picker()),
            change: changing.then(|| Rc::new(self.change())),
            foot: self.foot(),
            can_cancel: state.opened().is_some(),
            pin: changing.then(|| Rc::new(self.pin())),
            leads_to_list: state.opened().is_none(),
        }
    }

    pub(crate) fn head(&self) -> Rc<HeadView> {
        let (busy, title) = (self.state.is_busy(), self.title());
        Rc::new(HeadView { busy, title, intro: self.intro(), summary: self.summary() })
    }

    pub(crate) fn foot(&self) -> Rc<FootView> {
        let (failure, busy) = (self.failure().map(Rc::new), self.state.is_busy());
        Rc::new(FootView { failure, busy, button: self.button() })
    }

    pub(crate) fn keys(&self) -> [Rc<FieldView>; 2] {
        [self.shared_field(Field::ClientId), self.shared_field(Field::ClientSecret)]
    }

    pub(crate) fn org(&self) -> Rc<OrgView> {
        let open = self.state.open.my_domain;
        Rc::new(OrgView {
            choices: self.choices(),
            environment: self.shared_field(Field::Environment),
            my_domain: open.then(|| self.shared_field(Field::MyDomain)),
            disabled: self.state.is_busy(),
        })
    }

    pub(crate) fn url(&self) -> UrlView {
        UrlView { url: self.shared_copy(Copy::Url) }
    }

    pub(crate) fn account(&self) -> AccountView {
        let api_key = self.asks_for_key().then(|| self.shared_field(Field::ApiKey));
        AccountView { name: self.shared_field(Field::Name), api_key }
    }

    pub(crate) fn shared_field(&self, field: Field) -> Rc<FieldView> {
        Rc::new(self.field(field))
    }
}
