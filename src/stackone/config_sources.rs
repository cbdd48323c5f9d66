//! The sources of a form's configuration. Each member is read from the first source, in order of precedence, that has a
//! usable value; unusable values before it are recorded.

use super::Json;

/// A source of configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigSource {
    /// The attributes and properties of the element, or the argument of `mount`.
    Host,
    /// The query string of the page.
    Query,
    /// `config.json`.
    File,
}

/// All sources, in order of precedence, and the unusable members found so far.
#[derive(Debug, Default)]
pub struct ConfigSources {
    sources: Vec<(ConfigSource, Json)>,
    unusable: Vec<(ConfigSource, String)>,
}

impl ConfigSources {
    /// The sources with the host page only.
    pub fn host(members: Json) -> Self {
        let mut sources = Self::default();
        sources.add(ConfigSource::Host, members);
        sources
    }

    /// Adds a source of lower precedence than the others.
    pub fn add(&mut self, source: ConfigSource, members: Json) {
        self.sources.push((source, members));
    }

    /// Records a member without a usable value.
    pub fn blame(&mut self, source: ConfigSource, member: &str) {
        self.unusable.push((source, member.to_owned()));
    }

    /// The names of the unusable members in a source.
    pub fn unusable(&self, source: ConfigSource) -> Vec<String> {
        self.unusable.iter().filter(|(of, _)| *of == source).map(|(_, member)| member.clone()).collect()
    }

    /// The first usable value, parsed, and its source. `null` counts as absent.
    pub fn find<T>(&mut self, member: &str, parse: impl Fn(&Json) -> Option<T>) -> Option<(ConfigSource, T)> {
        for (source, members) in &self.sources {
            let Some(value) = members.get(member).filter(|value| !matches!(value, Json::Null)) else { continue };
            match parse(value) {
                Some(usable) => return Some((*source, usable)),
                None => self.unusable.push((*source, member.to_owned())),
            }
        }
        None
    }

    /// The first usable value, parsed.
    pub fn take<T>(&mut self, member: &str, parse: impl Fn(&Json) -> Option<T>) -> Option<T> {
        self.find(member, parse).map(|(_, usable)| usable)
    }

    /// Like [`Self::take`], for a member that is a word. A blank word selects the default.
    pub fn word<T>(&mut self, member: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(member, |value| match value {
            Json::Text(text) if text.trim().is_empty() => Some(None),
            value => parse(&value.text()?).map(Some),
        })?
    }
}
