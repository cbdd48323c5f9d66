//! The view model of the result.

use std::rc::Rc;

use super::{Done, How};
use crate::components::CopyView;
use crate::i18n::{TextKey, Words};
use crate::profile::environment_name;
use crate::salesforce::Environment;

/// The result to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneView {
    /// The heading.
    pub title: TextKey,
    /// The text below the heading.
    pub body: TextKey,
    /// Facts, each with its name.
    pub facts: Rc<[(TextKey, String)]>,
    /// The id, unless it is shown elsewhere.
    pub id: Option<Rc<CopyView>>,
    /// The label of the button that leaves the result.
    pub another: TextKey,
}

impl DoneView {
    /// The result after an account was connected. Leaves out the id, because the card shows it.
    pub fn connected(self) -> Self {
        Self { title: TextKey::LinkDone, body: TextKey::LinkDoneBody, id: None, ..self }
    }
}

impl Done {
    /// The view model of the result. `listed`: whether it leads back to the profile list.
    pub fn view(&self, id: Option<Rc<CopyView>>, words: &Words, listed: bool) -> DoneView {
        let (title, body) = match self.how {
            How::Created => (TextKey::DoneTitle, TextKey::DoneBody),
            How::Found => (TextKey::DoneTitle, TextKey::DoneCompared),
            How::Changed => (TextKey::SavedTitle, TextKey::SavedBody),
            How::Listed => (TextKey::ListedTitle, TextKey::ListedBody),
        };
        let profile = &self.profile;
        let environment = Environment::from_name(&profile.environment);
        let environment = environment.map_or(&*profile.environment, |known| words.get(environment_name(known)));
        let created_at = words.time(&profile.created_at);
        let facts = [
            (TextKey::DoneName, profile.name.as_str()),
            (TextKey::DoneEnvironment, environment),
            (TextKey::DoneWhen, &created_at),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        DoneView {
            title,
            body,
            facts: facts.map(|(key, value)| (key, value.to_owned())).collect(),
            id,
            another: if listed { TextKey::ProfilesOpen } else { TextKey::DoneAnother },
        }
    }
}
