//! What survives a reload, as text: progress and values that are no secrets. The key, the secret and the API key are not
//! among it, nor is a value that looks as if one of them had been pasted into the wrong field.

use crate::app::State;
use crate::features::guide::{AppCreated, Pkce, Saw, Step, TASKS};
use crate::features::submit::Phase;
use crate::profile::secret::looks_secret;
use crate::profile::{Draft, Field, trim};
use crate::salesforce::my_domain::is_invisible;
use crate::stackone::request::written;
use crate::stackone::{CONNECTOR_KEY, Json, Show};

/// Fields whose values are kept, under their names.
const KEPT: [Field; 4] = [Field::Name, Field::Scopes, Field::Environment, Field::MyDomain];

/// Kept of an app until the clock has told when it was made.
const JUST_NOW: &str = "now";

/// Of more actions than that none is kept.
const MOST_ACTIONS: usize = 1000;

impl State {
    /// What is to be kept; nothing with the result, when nobody needs it any more. While a profile of the list is
    /// changed, that is what was typed before.
    pub(crate) fn kept(&self) -> String {
        let (draft, phase) = self.mode.saved().map_or((&self.draft, &self.phase), |saved| (&saved.draft, &saved.phase));
        if matches!(phase, Phase::Done(_)) {
            return String::new();
        }
        let guide = &self.guide;
        let mut ticked = Vec::new();
        for key in &guide.ticked {
            ticked.push(key.name().into());
        }
        let mut kept = vec![("step", guide.step.name().into()), ("ticked", Json::List(ticked))];
        if let Some(pkce) = guide.pkce {
            kept.push(("pkce", pkce.name().into()));
        }
        if let Some(saw) = guide.saw {
            kept.push(("saw", saw.name().into()));
        }
        match guide.app {
            Some(AppCreated::At(made)) => kept.push(("madeAt", Json::Number(made.into()))),
            Some(AppCreated::JustNow) => kept.push(("madeAt", JUST_NOW.into())),
            None => {}
        }
        for (field, value) in KEPT.into_iter().zip(values(draft)) {
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
        kept.push(("first", Json::texts(&values(&self.settings.first).map(Clone::clone))));
        written(&Json::object(kept), Show::Redacted)
    }

    /// Whether a value has a secret in it: one of those that stand in their own fields, or a word that looks like one.
    fn has_secret(&self, draft: &Draft, value: &str) -> bool {
        let own = [trim(&draft.client_id), trim(draft.client_secret.expose()), trim(self.api_key.expose())];
        let own = own.into_iter().any(|own| !own.is_empty() && value.contains(own));
        let mut visible = value.to_owned();
        visible.retain(|c| !is_invisible(c));
        let apart = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '!' | '-');
        own || visible.split(apart).any(is_secret)
    }

    /// Takes up what was kept. What cannot be read is passed over.
    pub(crate) fn restore(&mut self, kept: &str) {
        let Some(json) = Json::parse(kept) else { return };
        let text = |name| json.get(name).and_then(Json::text);
        let guide = &mut self.guide;
        // The address counts more than what was kept.
        guide.step = self.settings.step.or_else(|| text("step").as_deref().and_then(Step::named)).unwrap_or_default();
        for name in json.get("ticked").map(Json::items).unwrap_or_default() {
            let task = TASKS.iter().find(|task| name.text().as_deref() == Some(task.title.name()));
            guide.ticked.extend(task.map(|task| task.title).filter(|title| !guide.ticked.contains(title)));
        }
        guide.pkce = Pkce::ALL.into_iter().find(|pkce| text("pkce").as_deref() == Some(pkce.name()));
        guide.saw = Saw::ALL.into_iter().find(|saw| text("saw").as_deref() == Some(saw.name()));
        guide.app = match text("madeAt").as_deref() {
            Some(JUST_NOW) => Some(AppCreated::JustNow),
            _ => json.get("madeAt").and_then(Json::number).map(AppCreated::At),
        };
        // First values that the host or the address gives anew count more than what was typed over the old ones.
        let before = json.get("first").map(Json::items).unwrap_or_default();
        let same = before
            .iter()
            .map(|value| value.text().unwrap_or_default())
            .eq(values(&self.settings.first).map(Clone::clone));
        if !same && json.get("first").is_some() {
            return;
        }
        let draft = &mut self.draft;
        let values = [&mut draft.name, &mut draft.scopes, &mut draft.environment, &mut draft.my_domain];
        for (field, value) in KEPT.into_iter().zip(values) {
            if let Some(Json::Text(kept)) = json.get(field.name()) {
                value.clone_from(kept);
            }
        }
        if let Some(actions) = json.get("actions") {
            self.restore_actions(actions);
        }
        self.open.my_domain |= !trim(&self.draft.my_domain).is_empty();
    }
}

/// The values of the fields that are kept.
fn values(draft: &Draft) -> [&String; 4] {
    [&draft.name, &draft.scopes, &draft.environment, &draft.my_domain]
}

/// A key, secret or token. Long runs are taken for one: no name and no host has a word like that.
fn is_secret(word: &str) -> bool {
    word.split(['.', '-']).any(|run| run.len() > 40) || looks_secret(word)
}
