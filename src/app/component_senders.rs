//! What takes the messages of each feature.

use yew::prelude::*;

use crate::app::{Copy, Message};
use crate::features::action_picker::ActionsMessage;
use crate::features::form::FormMessage;
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::SubmitMessage;

/// What takes the messages of each feature. Made once, so that components that are given one of them stay as they are.
#[derive(Clone, Default, PartialEq)]
pub struct Senders {
    /// The fields.
    pub form: Callback<FormMessage>,
    /// The create or the change.
    pub submit: Callback<SubmitMessage>,
    /// The guide.
    pub guide: Callback<GuideMessage>,
    /// The link with which an account is linked.
    pub link: Callback<LinkMessage>,
    /// The list of profiles.
    pub profiles: Callback<ProfilesMessage>,
    /// The choice of actions.
    pub actions: Callback<ActionsMessage>,
    /// The copy buttons, each with the id of the element with its text.
    pub copy: Callback<&'static str>,
}

impl Senders {
    /// All of them lead to the app.
    pub fn new(app: &Callback<Message>) -> Self {
        let copied = app.clone();
        Self {
            form: app.reform(Message::Form),
            submit: app.reform(Message::Submit),
            guide: app.reform(Message::Guide),
            link: app.reform(Message::Link),
            profiles: app.reform(Message::Profiles),
            actions: app.reform(Message::Actions),
            copy: Callback::from(move |id| {
                if let Some(copy) = Copy::of(id) {
                    copied.emit(Message::CopyPressed(copy));
                }
            }),
        }
    }
}
