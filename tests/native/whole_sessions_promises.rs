//! What holds at every step of a whole session.

use crate::fixtures::cases::SECRET;
use crate::fixtures::everything_shown::everything;
use crate::fixtures::expected_fields::fields;
use crate::fixtures::state_ext::StateExt;
use crate::whole_sessions::Run;
use stackone_connector_profile::app::{Message, State};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::guide::GuideMessage;
use stackone_connector_profile::features::submit::{How, SubmitMessage};
use stackone_connector_profile::stackone::{Request, Show};

/// Texts that say that a profile does not exist.
const DENIALS: [&str; 3] = ["not created", "Nothing was created", "nothing was created"];

/// What the form says where a click created nothing.
const OF_THE_CLICK: [&str; 2] = ["created nothing", "Nothing was sent"];

impl Run {
    pub fn assert_carries_no_more(&self, request: &Request) {
        let (body, secret) = (request.json(Show::Secrets), SECRET.to_lowercase());
        let carries = matches!(request.method, "POST" | "PATCH");
        let found = body.to_lowercase().matches(&secret).count();
        assert!(found <= usize::from(carries), "{} {}", request.method, request.url);
        let rest = format!("{}{}", request.url, body.replace(SECRET, ""));
        assert_eq!(self.leak(&rest), None, "{} {}", request.method, request.url);
    }

    /// Nobody reads that there is nothing while a profile exists that they were not told of, or that a click created nothing
    /// where a request of it did, or is still to be executed.
    pub fn assert_no_denial(&self, events: &[(&str, String)]) {
        if self.state.failure().is_none() {
            return;
        }
        let shown = format!("{:?}{events:?}", self.state.failure_shown());
        let said = |denials: &[&'static str]| denials.iter().find(|denial| shown.contains(**denial)).copied();
        let unreported = self.world.unreported();
        assert!(unreported.is_empty() || said(&DENIALS).is_none(), "while {unreported:?} exists: {shown}");
        if let Some(denial) = said(&OF_THE_CLICK) {
            assert_eq!(self.world.ours(), self.ours_at_click, "“{denial}” is not so: {shown}");
        }
    }

    pub fn assert_adopted_by_the_person(&self, before: &State, message: &Message) {
        let Some(done) = self.state.result().filter(|_| !before.is_done()) else { return };
        let id = &done.profile.id;
        if let Message::Guide(GuideMessage::ProgressRestored(kept)) = message {
            return assert!(kept.contains(id.as_str()), "{id} was not the result before");
        }
        match done.how {
            How::Created => assert!(self.world.answered.contains(id), "{id} was not answered to us"),
            How::Found => assert!(
                matches!(message, Message::Submit(SubmitMessage::MatchPicked(_))),
                "{id} was taken without asking"
            ),
            How::Changed | How::Listed => {}
        }
    }

    /// When a create is sent, or a result is shown and the list was read after it, the person knows every profile of
    /// that list.
    pub fn assert_nothing_passed_over(&self, before: &State, message: &Message, creates: bool) {
        let was_read =
            matches!(message, Message::AnswerArrived(..)) && before.reads_again() && !self.state.reads_again();
        let known = |id: &str| self.state.known.iter().any(|known| known.id == id);
        if creates || was_read && self.state.is_done() {
            let missed = self.world.unreported().into_iter().filter(|id| known(id)).collect::<Vec<_>>();
            assert!(missed.is_empty(), "{missed:?} passed over");
        }
    }

    pub fn assert_typed_stays(&self, before: &State, message: &Message) {
        let [was, is] = [before, &self.state].map(|state| fields(&state.form.draft, &state.form.api_key));
        let mut expected = was;
        match message {
            Message::Form(FormMessage::Edited(..))
            | Message::Form(FormMessage::ForgetKeyPressed)
            | Message::Submit(SubmitMessage::RestartPressed)
            | Message::ResetRequested
            | Message::Guide(_) => return,
            _ if self.state.is_done() && !before.is_done() => expected[2].clear(),
            _ => {}
        }
        assert_eq!(is, expected);
    }

    pub fn leak(&self, text: &str) -> Option<&str> {
        let text = text.to_lowercase();
        self.secrets.iter().find(|secret| text.contains(secret.as_str())).map(String::as_str)
    }

    pub fn assert_secrets_stay(&self, heard: &str) {
        let log = self.state.requests.log().lines().collect::<String>();
        let all = format!("{heard}{}{log}{}{:?}", self.kept, everything(&self.state), self.state);
        if let Some(leak) = self.leak(&all) {
            let at = all.to_lowercase().find(leak).unwrap_or_default();
            panic!(
                "{leak} in …{}",
                all.get(at.saturating_sub(200)..).unwrap_or_default().chars().take(500).collect::<String>()
            );
        }
    }
}
