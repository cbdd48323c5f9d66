//! Versions of the connector, and the pin that restricts a profile to a version or a range.

use serde::Serialize;

use super::envelope::now;

/// The versions, newest first.
pub const VERSIONS: [&str; 5] = ["2.0.0", "1.3.0", "1.2.1", "1.2.0", "1.1.0"];

/// The version of an unpinned profile.
pub const NEWEST: &str = VERSIONS[0];

/// A pin as StackOne returns it.
#[derive(Clone, Serialize)]
pub struct Pin {
    pub connector_profile_id: String,
    pub pinned_version: String,
    pub created_at: String,
    pub updated_at: String,
}

impl Pin {
    /// A new pin. If it replaces another, it keeps the creation date.
    pub fn new(id: &str, version: &str, earlier: Option<&Self>) -> Self {
        let moment = now();
        Self {
            connector_profile_id: id.to_owned(),
            pinned_version: version.to_owned(),
            created_at: earlier.map_or_else(|| moment.clone(), |pin| pin.created_at.clone()),
            updated_at: moment,
        }
    }
}

/// The newest version that `pin` (`latest`, `1.x.x`, `1.2.x`, `1.2.0`) allows.
pub fn resolve(pin: &str) -> Option<&'static str> {
    let fits = |version: &str| {
        pin == "latest" || pin.split('.').zip(version.split('.')).all(|(wanted, part)| wanted == "x" || wanted == part)
    };
    VERSIONS.into_iter().find(|version| fits(version))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_pin_finds_the_newest_of_its_line() {
        assert_eq!(resolve("latest"), Some("2.0.0"));
        assert_eq!(resolve("1.x.x"), Some("1.3.0"));
        assert_eq!(resolve("1.2.x"), Some("1.2.1"));
        assert_eq!(resolve("1.2.0"), Some("1.2.0"));
        assert_eq!(resolve("1.4.x"), None);
        assert_eq!(resolve("3.x.x"), None);
    }
}
