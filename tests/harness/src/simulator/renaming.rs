//! What StackOne may make of a name or an environment before it stores it: the profile that was asked for is then in its
//! list under another one.

use serde::Deserialize;

use super::profiles::Posted;

/// One way to store it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renaming {
    /// The name without white space around it, and with one space for several.
    Trimmed,
    /// The name with letters and accents in one character.
    Nfc,
    /// The name with ` (2)` behind it, as where one of that name exists.
    Numbered,
    /// The environment in capitals.
    Upper,
}

/// Letters with their accents behind them, and both in one. Enough for tests, and no library.
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
