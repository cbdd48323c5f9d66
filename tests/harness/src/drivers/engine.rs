//! The three engines that the product supports.

use std::fmt;
use std::str::FromStr;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// `chromium`, `firefox` or `webkit`
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Reads a list such as `chromium,webkit`.
    pub fn list(names: &str) -> Result<Vec<Self>, UnknownEngine> {
        names.split(',').map(|name| name.trim().parse()).collect()
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is not an engine.
#[derive(Debug, PartialEq)]
pub struct UnknownEngine(String);

impl fmt::Display for UnknownEngine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no browser; there are chromium, firefox and webkit", self.0)
    }
}

impl std::error::Error for UnknownEngine {}

impl FromStr for Engine {
    type Err = UnknownEngine;

    fn from_str(name: &str) -> Result<Self, UnknownEngine> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| UnknownEngine(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_names() {
        assert_eq!(Engine::list("chromium,firefox, webkit").unwrap(), Engine::ALL);
        assert_eq!(Engine::list("webkit").unwrap(), [Engine::WebKit]);
        for bad in ["", "chrome", "chromium,", "Firefox"] {
            assert!(Engine::list(bad).is_err(), "{bad:?}");
        }
    }
}
