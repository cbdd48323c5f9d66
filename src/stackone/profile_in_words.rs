//! The texts that describe a connector profile.

use super::ConnectorProfile;
use crate::i18n::{TextKey, Words};
use crate::salesforce::Environment;

impl ConnectorProfile {
    /// Everything known besides name and id, in one line.
    pub fn facts(&self, words: &Words) -> String {
        in_one_line(&[
            &words.isolated(&self.environment),
            if self.default { words.get(TextKey::ProfileDefault) } else { "" },
            if self.active { "" } else { words.get(TextKey::ProfileDisabled) },
            &self.version_and_time(words),
        ])
    }

    /// The connector's version, its pin, and the time of creation.
    pub fn version_and_time(&self, words: &Words) -> String {
        let pinned = match self.pin.is_empty() {
            true => String::new(),
            false => words.fill(TextKey::ProfilePinned, &[("version", &self.pin)]),
        };
        let outside = [&self.version, &words.time(&self.created_at)].map(|value| words.isolated(value));
        let [version, created_at] = &outside;
        in_one_line(&[version, &pinned, created_at])
    }

    /// Whether it is for a sandbox.
    pub fn is_sandbox(&self) -> bool {
        Environment::from_name(&self.environment) == Some(Environment::Sandbox)
    }
}

fn in_one_line(facts: &[&str]) -> String {
    facts.iter().copied().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}
