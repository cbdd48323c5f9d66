//! What is kept for the next load of the page, as JSON: progress, and values that are not secret. Never keeps the
//! client ID, the client secret, the API key, or a value in another field that looks like one.

use crate::app::State;
use crate::features::action_picker;
use crate::features::link_account::SignIn;
use crate::features::submit::{Attempt, Done, How, Phase, Recheck};
use crate::profile::secret::looks_secret;
use crate::profile::{Draft, Field, is_between_words, trim};
use crate::salesforce::my_domain::is_invisible;
use crate::stackone::request::json_text;
use crate::stackone::{CONNECTOR_KEY, ConnectorProfile, Json, Show};

/// The maximum number of actions to keep. A larger selection is kept as an empty one.
const MAX_ACTIONS: usize = 999;

impl State {
    /// The JSON to keep: a create with an unknown outcome and, in the guide, the progress and the result. While a
    /// profile from the list is being changed, keeps the form that was left for it.
    pub(crate) fn kept(&self) -> String {
        let (draft, phase, linking) = match self.mode.saved() {
            Some(saved) => (&saved.draft, &saved.phase, &saved.linking),
            None => (&self.form.draft, &self.submission.phase, &self.linking),
        };
        if !self.settings.is_guided() {
            return self.kept_attempt();
        }
        let mut kept = self.guide.kept();
        kept.extend(self.attempt_json());
        if let Some(done) = phase.done() {
            kept.push(("done", self.done_json(draft, done, &linking.sign_in)));
        }
        for (field, value) in values(draft) {
            if !self.has_secret(draft, value) {
                kept.push((field.name(), value.as_str().into()));
            }
        }
        // Skips malformed ids, which may be pasted secrets. A huge selection would be serialised at each keystroke, so
        // it is kept as an empty one: the person must select again, and it does not turn into all actions.
        if let Some(selected) = &draft.actions {
            let mut ids = Vec::new();
            for id in selected.iter().filter(|id| selected.len() <= MAX_ACTIONS && id.starts_with(CONNECTOR_KEY)) {
                ids.push(id.as_str().into());
            }
            kept.push(("actions", Json::List(ids)));
        }
        kept.push(("first", Json::texts(&self.first_values())));
        json_text(&Json::object(kept), Show::Redacted)
    }

    /// The result, and the connected account.
    fn done_json(&self, draft: &Draft, done: &Done, sign_in: &SignIn) -> Json {
        let profile = &done.profile;
        let name = if self.has_secret(draft, &profile.name) { "" } else { &profile.name };
        let mut json = vec![
            ("id", profile.id.as_str().into()),
            ("name", name.into()),
            ("environment", profile.environment.as_str().into()),
            ("createdAt", profile.created_at.as_str().into()),
            ("updatedAt", profile.updated_at.as_str().into()),
            ("found", Json::Bool(done.how == How::Found)),
        ];
        if let SignIn::Connected(account) = sign_in {
            json.push(("account", account.as_deref().unwrap_or_default().into()));
        }
        Json::object(json)
    }

    /// Restores the result.
    fn restore_done(&mut self, done: &Json) {
        let text = |name| done.get(name).and_then(Json::text).unwrap_or_default();
        let Some(id) = done.get("id").and_then(Json::text) else { return };
        let profile = ConnectorProfile {
            id,
            name: text("name"),
            environment: text("environment"),
            created_at: text("createdAt"),
            updated_at: text("updatedAt"),
            active: true,
            ..ConnectorProfile::default()
        };
        let found = done.get("found").and_then(Json::flag).unwrap_or_default();
        self.submission.phase = Phase::Done(Done { profile, how: if found { How::Found } else { How::Created } });
        self.linking.tried = true;
        if let Some(account) = done.get("account") {
            self.linking.sign_in = SignIn::Connected(account.text());
        }
    }

    /// The JSON to keep without the guide: the create with an unknown outcome, or an empty text.
    pub(crate) fn kept_attempt(&self) -> String {
        let attempt = self.attempt_json().map(|attempt| json_text(&Json::object(vec![attempt]), Show::Redacted));
        attempt.unwrap_or_default()
    }

    /// The create that has an unknown outcome or an unfinished recheck, as a member of the JSON; `None` if there is
    /// none.
    fn attempt_json(&self) -> Option<(&'static str, Json)> {
        let attempt =
            self.submission.attempt.clone().or_else(|| self.submission.recheck.as_ref().map(Recheck::to_attempt))?;
        let name = if self.has_secret(&self.form.draft, &attempt.name) { "" } else { &attempt.name };
        Some(("attempt", attempt.json(name)))
    }

    /// Whether a value contains a credential of the form, or a word that looks like one.
    fn has_secret(&self, draft: &Draft, value: &str) -> bool {
        let own = [trim(&draft.client_id), trim(draft.client_secret.expose()), trim(self.form.api_key.expose())];
        let own = own.into_iter().any(|own| !own.is_empty() && value.contains(own));
        let mut visible = value.to_owned();
        visible.retain(|c| !is_invisible(c));
        own || visible.split(is_between_words).any(is_secret)
    }

    /// The initial values, from the host page or the address, of the fields that are kept.
    fn first_values(&self) -> Vec<String> {
        values(&self.settings.first).map(|(_, value)| value.clone()).collect()
    }

    /// Restores the kept JSON. Ignores what cannot be read.
    pub(crate) fn restore(&mut self, kept: &str) {
        let Some(json) = Json::parse(kept) else { return };
        self.submission.attempt = json.get("attempt").and_then(Attempt::read);
        if !self.settings.is_guided() {
            return;
        }
        self.guide.restore(&json, self.settings.step);
        if let Some(done) = json.get("done") {
            self.restore_done(done);
        }
        // If the initial values have changed since, they take precedence over the kept values.
        let before = json.get("first").map(Json::items).unwrap_or_default();
        let same = before.iter().map(|value| value.text().unwrap_or_default()).eq(self.first_values());
        if !same && json.get("first").is_some() {
            return;
        }
        let draft = &mut self.form.draft;
        for field in kept_fields() {
            if let (Some(value), Some(Json::Text(kept))) = (draft.text_mut(field), json.get(field.name())) {
                value.clone_from(kept);
            }
        }
        if let Some(Json::List(ids)) = json.get("actions") {
            self.form.draft.actions = action_picker::restored(ids);
            self.picker.compare(&self.form.draft.actions);
        }
        self.form.open.my_domain |= !trim(&self.form.draft.my_domain).is_empty();
    }
}

/// The fields that are kept. Excludes the client ID, which is not a secret, but belongs to one.
fn kept_fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| *field != Field::ClientId)
}

fn values(draft: &Draft) -> impl Iterator<Item = (Field, &String)> {
    kept_fields().filter_map(|field| Some((field, draft.text(field)?)))
}

/// Whether a word may be a credential. Names and hosts have no runs of more than 40 characters.
fn is_secret(word: &str) -> bool {
    word.split(['.', '-']).any(|run| run.len() > 40) || looks_secret(word)
}
