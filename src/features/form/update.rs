//! Applies messages to the form's fields.

use super::{Form, FormMessage, Toggle};
use crate::profile::{Field, Normalized, Secret};

/// What the app must do for the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Drop StackOne's message about this field, because its value changed.
    DropVerdict(Field),
    /// Move the focus to a field, and to its step in the guide.
    GoTo(Field),
    /// Move the focus to a field of the current screen.
    Focus(Field),
    /// Act as if the main button was pressed.
    Submit,
    /// An API key was typed: read the names of existing profiles.
    LookForNames,
}

impl Form {
    /// Applies a message. `normalized` is the normalized draft before the message.
    pub fn update(&mut self, msg: FormMessage, normalized: &Normalized) -> Vec<Output> {
        match msg {
            // A control reports its text twice: on input, and on change.
            FormMessage::Edited(field, text) if self.holds(field, &text) => Vec::new(),
            FormMessage::Edited(field, text) => {
                self.edit(field, text);
                vec![Output::DropVerdict(field)]
            }
            FormMessage::Blurred(field) => {
                self.touch(field);
                if field == Field::ApiKey && !self.api_key.is_blank() { vec![Output::LookForNames] } else { Vec::new() }
            }
            FormMessage::LinkPressed(field) => vec![Output::GoTo(field)],
            FormMessage::Toggled(toggle) => self.toggle(toggle).into_iter().collect(),
            FormMessage::QuickFixPressed(quick_fix) => {
                quick_fix.apply(&mut self.draft, normalized);
                vec![Output::DropVerdict(quick_fix.field()), Output::Focus(quick_fix.field())]
            }
            FormMessage::EnterPressed => vec![Output::Submit],
            FormMessage::ForgetKeyPressed => {
                self.api_key = Secret::default();
                self.cleared += 1;
                self.open.api_key = false;
                vec![Output::DropVerdict(Field::ApiKey), Output::Focus(Field::ApiKey)]
            }
        }
    }

    fn holds(&self, field: Field, text: &Secret) -> bool {
        let held = match field {
            Field::ClientSecret => self.draft.client_secret.expose(),
            Field::ApiKey => self.api_key.expose(),
            _ => self.draft.text(field).map_or("", String::as_str),
        };
        held == text.expose()
    }

    fn edit(&mut self, field: Field, text: Secret) {
        match field {
            Field::ClientSecret => self.draft.client_secret = text,
            Field::ApiKey => self.api_key = text,
            _ => {
                if let Some(held) = self.draft.text_mut(field) {
                    text.expose().clone_into(held);
                }
            }
        }
    }

    fn toggle(&mut self, toggle: Toggle) -> Option<Output> {
        let flag = match toggle {
            Toggle::ClientSecret => &mut self.open.client_secret,
            Toggle::ApiKey => &mut self.open.api_key,
            Toggle::MyDomain => &mut self.open.my_domain,
            Toggle::Advanced => &mut self.open.advanced,
            Toggle::RequestSecrets => &mut self.open.request_secrets,
        };
        *flag = !*flag;
        (toggle == Toggle::MyDomain && *flag).then_some(Output::Focus(Field::MyDomain))
    }
}
