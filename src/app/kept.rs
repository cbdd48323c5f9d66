//! What survives a reload, as text: progress and values that are no secrets. The key, the secret and the API key are not
//! among it, nor is a value that looks as if one of them had been pasted into the wrong field.

use crate::app::State;
use crate::features::action_picker;
use crate::features::link_account::SignIn;
use crate::features::submit::{Attempt, Done, How, Phase, Recheck};
use crate::profile::secret::looks_secret;
use crate::profile::{Draft, Field, trim};
use crate::salesforce::my_domain::is_invisible;
use crate::stackone::request::written;
use crate::stackone::{CONNECTOR_KEY, ConnectorProfile, Json, Show};

/// Of more actions than that none is kept.
const MOST_ACTIONS: usize = 1000;

impl State {
    /// What is to be kept: a create whose outcome is unknown, and in the guide how far the person is, and the result with what
    /// was connected. While a profile of the list is changed, that is what was there before.
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
        // Ids that are none may be anything that was pasted. Of thousands the text would be long, and made at each letter:
        // then an empty choice is kept, which has to be made again and does not pass for all.
        if let Some(chosen) = &draft.actions {
            let mut ids = Vec::new();
            for id in chosen.iter().filter(|id| chosen.len() < MOST_ACTIONS && id.starts_with(CONNECTOR_KEY)) {
                ids.push(id.as_str().into());
            }
            kept.push(("actions", Json::List(ids)));
        }
        kept.push(("first", Json::texts(&self.first_values())));
        written(&Json::object(kept), Show::Redacted)
    }

    /// A result, and the account that is connected.
    fn done_json(&self, draft: &Draft, done: &Done, sign_in: &SignIn) -> Json {
        let profile = &done.profile;
        let name = if self.has_secret(draft, &profile.name) { "" } else { &profile.name };
        let mut json = vec![
            ("id", profile.id.as_str().into()),
            ("name", name.into()),
            ("environment", profile.environment.as_str().into()),
            ("createdAt", profile.created_at.as_str().into()),
            ("found", Json::Bool(done.how == How::Found)),
        ];
        if let SignIn::Connected(account) = sign_in {
            json.push(("account", account.as_deref().unwrap_or_default().into()));
        }
        Json::object(json)
    }

    /// The result, if one was kept.
    fn restore_done(&mut self, done: &Json) {
        let text = |name| done.get(name).and_then(Json::text).unwrap_or_default();
        let Some(id) = done.get("id").and_then(Json::text) else { return };
        let profile = ConnectorProfile {
            id,
            name: text("name"),
            environment: text("environment"),
            created_at: text("createdAt"),
            ..ConnectorProfile::default()
        };
        let found = done.get("found").and_then(Json::flag).unwrap_or_default();
        self.submission.phase = Phase::Done(Done { profile, how: if found { How::Found } else { How::Created } });
        if let Some(account) = done.get("account") {
            self.linking.sign_in = SignIn::Connected(account.text());
        }
    }

    /// The create alone, or nothing.
    pub(crate) fn kept_attempt(&self) -> String {
        let attempt = self.attempt_json().map(|attempt| written(&Json::object(vec![attempt]), Show::Redacted));
        attempt.unwrap_or_default()
    }

    /// A create whose outcome is unknown, or after which the list was not read yet.
    fn attempt_json(&self) -> Option<(&'static str, Json)> {
        let attempt =
            self.submission.attempt.clone().or_else(|| self.submission.recheck.as_ref().map(Recheck::to_attempt))?;
        let name = if self.has_secret(&self.form.draft, &attempt.name) { "" } else { &attempt.name };
        Some(("attempt", attempt.json(name)))
    }

    /// Whether a value has a secret in it: one of those that stand in their own fields, or a word that looks like one.
    fn has_secret(&self, draft: &Draft, value: &str) -> bool {
        let own = [trim(&draft.client_id), trim(draft.client_secret.expose()), trim(self.form.api_key.expose())];
        let own = own.into_iter().any(|own| !own.is_empty() && value.contains(own));
        let mut visible = value.to_owned();
        visible.retain(|c| !is_invisible(c));
        let apart = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '!' | '-');
        own || visible.split(apart).any(is_secret)
    }

    /// The values that the host or the address gave the fields that are kept.
    fn first_values(&self) -> Vec<String> {
        values(&self.settings.first).map(|(_, value)| value.clone()).collect()
    }

    /// Takes up what was kept. What cannot be read is passed over.
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
        // First values that the host or the address gives anew count more than what was typed over the old ones.
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

/// Fields whose values are kept, under their names, where they are texts. The key is not: it is no secret, but goes with one.
fn kept_fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| *field != Field::ClientId)
}

fn values(draft: &Draft) -> impl Iterator<Item = (Field, &String)> {
    kept_fields().filter_map(|field| Some((field, draft.text(field)?)))
}

/// A key, secret or token. Long runs are taken for one: no name and no host has a word like that.
fn is_secret(word: &str) -> bool {
    word.split(['.', '-']).any(|run| run.len() > 40) || looks_secret(word)
}
