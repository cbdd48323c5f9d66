//! The pages as plain data: what the features show, side by side. What is alike compares equal, so that Yew draws again
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

/// Everything there is to see.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenView {
    /// The look.
    pub theme: Theme,
    /// The language of the words, where it is known.
    pub language: Option<&'static str>,
    /// What is to be said about the configuration.
    pub notices: Vec<String>,
    /// The profiles, if one click created several. The first one is in use here.
    pub created_twice: Rc<[ConnectorProfile]>,
    /// What is shown.
    pub shown: Shown,
}

/// What is shown: one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The form.
    Form(Rc<FormPage>),
    /// The guide.
    Guide(Rc<GuidePage>),
    /// The list of profiles, with the field for the API key where a person types it.
    ProfileList(Rc<ProfileListView>, Option<Rc<FieldView>>),
    /// The result.
    Result(Rc<ResultPage>),
}

/// The form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormPage {
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
    pub account: Rc<[Rc<FieldView>]>,
    /// The choice of actions, and what is said about it.
    pub actions: ActionsPart,
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
    /// Whether it leads to the guide, for who has neither key nor secret.
    pub leads_to_guide: bool,
}

/// The choice of actions, and what is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionsPart {
    /// The choice.
    pub picker: Rc<ActionPickerView>,
    /// Hint and messages.
    pub field: Rc<FieldView>,
}

/// What is above the fields of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// Whether a request is out that a click waits for.
    pub busy: bool,
    /// The heading.
    pub title: String,
    /// Whether it is to be seen. It is there for screen readers in any case.
    pub shows_title: bool,
    /// The line below it.
    pub intro: TextKey,
    /// The errors in one place.
    pub summary: Option<Summary>,
}

/// What is below the fields of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FootView {
    /// Why the last click came to nothing.
    pub failure: Option<Rc<FailureView>>,
    /// Whether a request is out that a click waits for.
    pub busy: bool,
    /// Words of the main button.
    pub button: String,
}

/// The guide.
#[derive(Clone, Debug, PartialEq)]
pub struct GuidePage {
    /// The steps.
    pub steps: Rc<StepsView>,
    /// The step that is shown; `None` once there is a result.
    pub step: Option<Rc<StepPage>>,
    /// The result.
    pub result: Option<Rc<ResultPage>>,
    /// What is known so far; `None` where the step says it itself.
    pub known: Option<Rc<KnownView>>,
    /// The line above the steps.
    pub bar: BarView,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepPage {
    /// Which it is.
    pub step: Step,
    /// Its heading.
    pub head: Rc<HeadView>,
    /// What to do about an error, at the step where it is done.
    pub remedy: Option<Rc<Meaning>>,
    /// The tasks.
    pub tasks: Vec<TaskPage>,
    /// Its buttons.
    pub foot: Rc<FootView>,
    /// The message for Salesforce Support, where it is the way on.
    pub support: Option<Rc<CopyView>>,
    /// Whether PKCE still keeps StackOne from connecting, where the profile is created.
    pub warns_of_pkce: bool,
    /// The step before it.
    pub back: Option<Step>,
}

/// One task, with the part of the form that belongs to it.
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
    /// Which org it is.
    Org(Rc<OrgView>),
    /// Client ID and secret.
    Keys([Rc<FieldView>; 2]),
    /// The authorization URL with a link that opens it.
    SignIn(UrlView),
    /// The fields for StackOne, and those that few people need once they are asked for.
    Account(Rc<[Rc<FieldView>]>, Option<AdvancedView>),
    /// All values.
    Review(Rc<[Fact]>),
}

/// The fields that few people need.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvancedView {
    /// The scopes.
    pub scopes: Rc<FieldView>,
    /// The same as the app's own list writes them.
    pub labels: Rc<[String]>,
    /// The choice of actions.
    pub actions: ActionsPart,
}

/// The result, and the connection of an account.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultPage {
    /// The result.
    pub done: Rc<DoneView>,
    /// The connection.
    pub link: Rc<LinkView>,
    /// The field for the API key, where it has to be typed.
    pub api_key: Option<Rc<FieldView>>,
    /// What Salesforce said, explained.
    pub meaning: Option<Rc<Meaning>>,
}
