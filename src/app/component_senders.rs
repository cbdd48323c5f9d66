//! The callbacks for the messages of each feature.

use yew::prelude::*;

use crate::app::{Copy, Message};
use crate::features::action_picker::ActionsMessage;
use crate::features::form::FormMessage;
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::features::profiles::ProfilesMessage;
use crate::features::submit::SubmitMessage;

/// The callbacks for the messages of each feature. Created once, so that the props that contain them stay equal.
#[derive(Clone, Default, PartialEq)]
pub struct Senders {
    /// For the form's fields.
    pub form: Callback<FormMessage>,
    /// For the create or the change.
    pub submit: Callback<SubmitMessage>,
    /// For the guide.
    pub guide: Callback<GuideMessage>,
    /// For the connection of an account.
    pub link: Callback<LinkMessage>,
    /// For the profile list.
    pub profiles: Callback<ProfilesMessage>,
    /// For the action picker.
    pub actions: Callback<ActionsMessage>,
    /// For copy buttons: the id of the element that contains the text.
    pub copy: Callback<&'static str>,
}

impl Senders {
    /// The callbacks, each of which wraps its messages for `app`.
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
