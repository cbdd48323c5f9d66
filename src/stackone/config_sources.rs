//! Where the configuration of a form is written. Each member is read from the nearest source that has a usable value for
//! it; the values that were passed over for that are named.

use super::Json;

/// A place where the configuration is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigSource {
    /// Attributes and properties of the element, or what `mount` was given.
    Host,
    /// The query string of the page.
    Query,
    /// `config.json`.
    File,
}

/// All sources, the nearest first.
#[derive(Debug, Default)]
pub struct ConfigSources {
    sources: Vec<(ConfigSource, Json)>,
    unusable: Vec<(ConfigSource, String)>,
}

impl ConfigSources {
    /// The host page alone.
    pub fn host(members: Json) -> Self {
        let mut sources = Self::default();
        sources.add(ConfigSource::Host, members);
        sources
    }

    /// Adds a source that is farther than those before.
    pub fn add(&mut self, source: ConfigSource, members: Json) {
        self.sources.push((source, members));
    }

    /// Names a member that has no usable value.
    pub fn blame(&mut self, source: ConfigSource, member: &str) {
        self.unusable.push((source, member.to_owned()));
    }

    /// The names of those members, of one source.
    pub fn unusable(&self, source: ConfigSource) -> Vec<String> {
        self.unusable.iter().filter(|(of, _)| *of == source).map(|(_, member)| member.clone()).collect()
    }

    /// The nearest usable value of a member, and where it is written. `null` counts as absent.
    pub fn find<T>(&mut self, member: &str, judge: impl Fn(&Json) -> Option<T>) -> Option<(ConfigSource, T)> {
        for (source, members) in &self.sources {
            let Some(value) = members.get(member).filter(|value| !matches!(value, Json::Null)) else { continue };
            match judge(value) {
                Some(usable) => return Some((*source, usable)),
                None => self.unusable.push((*source, member.to_owned())),
            }
        }
        None
    }

    /// The nearest usable value of a member.
    pub fn take<T>(&mut self, member: &str, judge: impl Fn(&Json) -> Option<T>) -> Option<T> {
        self.find(member, judge).map(|(_, usable)| usable)
    }

    /// The same for a member that is a word. A blank one asks for the default.
    pub fn word<T>(&mut self, member: &str, judge: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(member, |value| match value {
            Json::Text(text) if text.trim().is_empty() => Some(None),
            value => judge(&value.text()?).map(Some),
        })?
    }
}
