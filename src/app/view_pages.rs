//! The view models of the pages, composed of the features' view models. They implement `PartialEq`, so that Yew redraws
//! only what changed.

use std::rc::Rc;

use crate::app::Theme;
use crate::components::CopyView;
use crate::features::action_picker::view::ActionPickerView;
use crate::features::form::view::{OrgView, Summary, UrlView};
use crate::features::form::view_field::FieldView;
use crate::features::guide::Step;
use crate::features::guide::view::{BarView, Fact, KnownView, StepsView};
use crate::features::guide::view_explanation::Meaning;
use crate::features::guide::view_task::TaskView;
use crate::features::link_account::view::LinkView;
use crate::features::profiles::view::{ChangeView, PinView, ProfileListView};
use crate::features::submit::view::DoneView;
use crate::features::submit::view_failure::FailureView;
use crate::i18n::TextKey;
use crate::stackone::ConnectorProfile;

/// The screen to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenView {
    /// The color theme.
    pub theme: Theme,
    /// The language of the texts, if known.
    pub language: Option<&'static str>,
    /// The problems of the configuration.
    pub notices: Vec<String>,
    /// The profiles that one click created, if several. The first one is in use.
    pub created_twice: Rc<[ConnectorProfile]>,
    /// The page.
    pub shown: Shown,
}

/// The page to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The form.
    Form(Rc<FormPage>),
    /// The guide.
    Guide(Rc<GuidePage>),
    /// The list of profiles, with the field for the API key if a person types it.
    ProfileList(Rc<ProfileListView>, Option<Rc<FieldView>>),
    /// The result.
    Result(Rc<ResultPage>),
}

/// The form to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct FormPage {
    /// The part above the fields.
    pub head: Rc<HeadView>,
    /// Client ID and secret; `None` if a profile keeps them.
    pub credentials: Option<[Rc<FieldView>; 2]>,
    /// The scopes.
    pub scopes: Rc<FieldView>,
    /// The org.
    pub org: Rc<OrgView>,
    /// The authorization URL, if this page shows it.
    pub url: Option<UrlView>,
    /// Name and API key.
    pub account: Rc<[Rc<FieldView>]>,
    /// The action picker, with its hint and messages.
    pub actions: ActionsPart,
    /// The switches and the pending changes, while a profile is changed.
    pub change: Option<Rc<ChangeView>>,
    /// The part below the fields.
    pub foot: Rc<FootView>,
    /// Whether there is a button to cancel a change.
    pub can_cancel: bool,
    /// The version of the connector.
    pub pin: Option<Rc<PinView>>,
    /// Whether there is a link to the list of profiles.
    pub leads_to_list: bool,
    /// Whether there is a link to the guide, for people who have no client ID and secret yet.
    pub leads_to_guide: bool,
}

/// The action picker, with its hint and messages.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionsPart {
    /// The picker.
    pub picker: Rc<ActionPickerView>,
    /// Hint and messages.
    pub field: Rc<FieldView>,
}

/// The part above a form's fields.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// Whether a click waits for a request.
    pub busy: bool,
    /// The heading.
    pub title: String,
    /// Whether the heading is visible. If not, it is only for screen readers.
    pub shows_title: bool,
    /// The line below it.
    pub intro: TextKey,
    /// The error summary.
    pub summary: Option<Summary>,
}

/// The part below a form's fields.
#[derive(Clone, Debug, PartialEq)]
pub struct FootView {
    /// Why the last click failed.
    pub failure: Option<Rc<FailureView>>,
    /// Whether a click waits for a request.
    pub busy: bool,
    /// The label of the main button.
    pub button: String,
}

/// The guide to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct GuidePage {
    /// The steps.
    pub steps: Rc<StepsView>,
    /// The current step; `None` if the result is shown instead.
    pub step: Option<Rc<StepPage>>,
    /// The result.
    pub result: Option<Rc<ResultPage>>,
    /// The known facts; `None` if the step shows them itself.
    pub known: Option<Rc<KnownView>>,
    /// The bar above the steps.
    pub bar: BarView,
}

/// The step to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct StepPage {
    /// The step.
    pub step: Step,
    /// The part above the tasks.
    pub head: Rc<HeadView>,
    /// Whether StackOne rejected a value of this step, and the person came from the review.
    pub is_rejected: bool,
    /// The explanation of an error, at the step that fixes it.
    pub remedy: Option<Rc<Meaning>>,
    /// The tasks.
    pub tasks: Vec<TaskPage>,
    /// The part below the tasks.
    pub foot: Rc<FootView>,
    /// The message for Salesforce Support, if sending it is the next thing to do.
    pub support: Option<Rc<CopyView>>,
    /// Whether to warn that PKCE still prevents StackOne from connecting, although the profile can be created.
    pub warns_of_pkce: bool,
    /// The previous step, if there is one.
    pub back: Option<Step>,
}

/// A task, with its part of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskPage {
    /// The task.
    pub task: Rc<TaskView>,
    /// The part of the form.
    pub inside: Inside,
}

/// A part of the form inside a task of the guide.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    /// None.
    None,
    /// The fields for the org.
    Org(Rc<OrgView>),
    /// Client ID and secret.
    Credentials([Rc<FieldView>; 2]),
    /// The authorization URL with a link that opens it.
    SignIn(UrlView),
    /// The fields for StackOne, and the advanced fields once the person opens them.
    Account(Rc<[Rc<FieldView>]>, Option<AdvancedView>),
    /// The review of all values.
    Review(Rc<[Fact]>),
}

/// The advanced fields.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvancedView {
    /// The scopes.
    pub scopes: Rc<FieldView>,
    /// The labels of these scopes in the app's settings.
    pub labels: Rc<[String]>,
    /// The action picker, with its hint and messages.
    pub actions: ActionsPart,
}

/// The result to draw, with the connection of an account.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultPage {
    /// The result.
    pub done: Rc<DoneView>,
    /// The connection.
    pub link: Rc<LinkView>,
    /// The field for the API key, if it has to be typed.
    pub api_key: Option<Rc<FieldView>>,
    /// The explanation of Salesforce's error.
    pub meaning: Option<Rc<Meaning>>,
}
