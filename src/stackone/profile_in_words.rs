//! A connector profile in words.

use super::ConnectorProfile;
use crate::i18n::{TextKey, Words};

impl ConnectorProfile {
    /// What is known of it beside its name and id, in one line.
    pub fn facts(&self, words: &Words) -> String {
        let pinned = match self.pin.is_empty() {
            true => String::new(),
            false => words.fill(TextKey::ProfilePinned, &[("version", &self.pin)]),
        };
        let created_at = readable_time(&self.created_at);
        let outside = [&self.environment, &self.version, &created_at].map(|value| words.isolated(value));
        let [environment, version, created_at] = &outside;
        let facts = [
            environment.as_str(),
            if self.default { words.get(TextKey::ProfileDefault) } else { "" },
            if self.active { "" } else { words.get(TextKey::ProfileDisabled) },
            version,
            &pinned,
            created_at,
        ];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// `2026-11-23T16:45:09.000Z` → `2026-11-23 16:45 UTC`; anything else stays as it is.
pub fn readable_time(text: &str) -> String {
    match (text.get(..10), text.get(10..11), text.get(11..16), text.ends_with('Z')) {
        (Some(day), Some("T"), Some(minute), true) => format!("{day} {minute} UTC"),
        _ => text.to_owned(),
    }
}
