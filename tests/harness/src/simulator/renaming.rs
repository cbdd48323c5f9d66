//! How StackOne may change a name or an environment before storing it, so that its list shows the profile with another
//! one.

use serde::Deserialize;

use super::profiles::Posted;

/// A way of changing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renaming {
    /// The name without surrounding whitespace, and with single spaces.
    Trimmed,
    /// The name with each accented letter as one character.
    Nfc,
    /// The name followed by ` (2)`, as if it were taken.
    Numbered,
    /// The environment in upper case.
    Upper,
}

/// Decomposed and composed letters. Enough for tests without a library.
const COMPOSED: [(&str, &str); 6] =
    [("a\u{308}", "ä"), ("o\u{308}", "ö"), ("u\u{308}", "ü"), ("O\u{308}", "Ö"), ("e\u{301}", "é"), ("n\u{303}", "ñ")];

impl Renaming {
    /// Changes what was posted to what is stored.
    pub fn apply(self, posted: &mut Posted) {
        let name = posted.name.take();
        posted.name = name.map(|name| match self {
            Self::Trimmed => name.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Nfc => COMPOSED.iter().fold(name, |name, (apart, one)| name.replace(apart, one)),
            Self::Numbered => format!("{name} (2)"),
            Self::Upper => name,
        });
        if self == Self::Upper {
            posted.environment = posted.environment.take().map(|environment| environment.to_uppercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn stored(how: &str, name: &str) -> [Option<String>; 2] {
        let posted = json!({ "name": name, "environment": "production" });
        let mut posted = serde_json::from_value::<Posted>(posted).unwrap();
        serde_json::from_value::<Renaming>(how.into()).unwrap().apply(&mut posted);
        [posted.name, posted.environment]
    }

    #[test]
    fn each_way() {
        for (how, name, stored_name, environment) in [
            ("trimmed", " A  B ", "A B", "production"),
            ("nfc", "O\u{308}sterreich", "Österreich", "production"),
            ("numbered", "A", "A (2)", "production"),
            ("upper", "A", "A", "PRODUCTION"),
        ] {
            assert_eq!(stored(how, name), [Some(stored_name.to_owned()), Some(environment.to_owned())], "{how}");
        }
    }
}
