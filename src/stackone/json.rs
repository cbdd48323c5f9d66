//! JSON, read and written. Own code because the module's size decides: serde_json would be a tenth of all that the page
//! loads (tests/bench/README.md). A differential test holds this to serde_json. Numbers stay text, so that no float code
//! is needed. A secret in a tree stays a `Secret` until it is written.

use crate::profile::Secret;

/// A JSON value.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    Text(String),
    /// A string that only `Show::Secrets` writes.
    Secret(Secret),
    /// An array.
    List(Vec<Json>),
    /// An object, in its order. Of names that occur twice the last one counts.
    Object(Vec<(String, Json)>),
}

/// Deeper than any answer of StackOne, shallow enough for the stack of a browser.
const DEEPEST: u8 = 64;

impl Json {
    /// Reads a text; `None` where it is not JSON or nested deeper than 64.
    ///
    /// ```
    /// use stackone_connector_profile::stackone::Json;
    /// let json = Json::parse(r#"{"total": "3"}"#);
    /// assert_eq!(json.as_ref().and_then(|json| json.get("total")).and_then(Json::number), Some(3));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.space();
        (reader.at == text.len()).then_some(value)
    }

    /// The member of that name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().rev().find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }

    /// The members of a list; empty for anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A string that is not blank, or a number as a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
            _ => None,
        }
    }

    /// A whole number, also where it was sent as a string.
    pub fn number(&self) -> Option<u64> {
        self.text()?.trim().parse().ok()
    }

    /// `true` or `false`, also where it was sent as a string.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => self.text()?.parse().ok(),
        }
    }

    /// An object of these members.
    pub fn object(members: Vec<(&str, Self)>) -> Self {
        let mut object = Vec::new();
        for (name, value) in members {
            object.push((name.to_owned(), value));
        }
        Self::Object(object)
    }

    /// A list of strings.
    pub fn texts(texts: &[String]) -> Self {
        let mut list = Vec::new();
        for text in texts {
            list.push(Self::Text(text.clone()));
        }
        Self::List(list)
    }

    /// Sets the member at a dotted path, making the objects on the way. An empty path sets nothing.
    pub fn set(&mut self, path: &str, value: Self) {
        let Self::Object(members) = self else { return };
        match path.split_once('.') {
            None if path.is_empty() => {}
            None => members.push((path.to_owned(), value)),
            Some((head, tail)) => {
                if let Some((_, inner)) = members.iter_mut().find(|(name, _)| name == head) {
                    inner.set(tail, value);
                } else {
                    let mut inner = Self::Object(Vec::new());
                    inner.set(tail, value);
                    members.push((head.to_owned(), inner));
                }
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Goes past `word` if it stands here, after white space.
    fn skip(&mut self, word: &str) -> Option<()> {
        self.space();
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.rest().bytes().next()? {
            b'{' => self.members(depth).map(Json::Object),
            b'[' => self.list(depth).map(Json::List),
            b'"' => self.string().map(Json::Text),
            b'n' => self.skip("null").map(|()| Json::Null),
            b't' => self.skip("true").map(|()| Json::Bool(true)),
            b'f' => self.skip("false").map(|()| Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: u8) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        self.skip("[")?;
        if self.skip("]").is_some() {
            return Some(items);
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.skip(",").is_none() {
                return self.skip("]").map(|()| items);
            }
        }
    }

    fn members(&mut self, depth: u8) -> Option<Vec<(String, Json)>> {
        let mut members = Vec::new();
        self.skip("{")?;
        if self.skip("}").is_some() {
            return Some(members);
        }
        loop {
            self.space();
            let name = self.string()?;
            self.skip(":")?;
            members.push((name, self.value(depth + 1)?));
            if self.skip(",").is_none() {
                return self.skip("}").map(|()| members);
            }
        }
    }

    fn number(&mut self) -> Option<Json> {
        let length = self.rest().bytes().take_while(|b| matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        let text = self.rest().get(..length.count())?;
        self.at += text.len();
        is_number(text).then(|| Json::Number(text.to_owned()))
    }

    fn string(&mut self) -> Option<String> {
        self.skip("\"")?;
        let mut string = String::new();
        loop {
            let plain = self.rest().find(|c: char| c == '"' || c == '\\' || c < ' ')?;
            string.push_str(self.rest().get(..plain)?);
            self.at += plain + 1;
            match self.text.as_bytes().get(self.at - 1)? {
                b'"' => return Some(string),
                b'\\' => string.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.rest().chars().next().filter(char::is_ascii)?;
        self.at += 1;
        Some(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => match self.code_unit()? {
                high @ 0xd800..=0xdbff if self.rest().starts_with("\\u") => {
                    self.at += 2;
                    let low = self.code_unit().filter(|low| (0xdc00..=0xdfff).contains(low))?;
                    char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))?
                }
                unit => char::from_u32(unit)?,
            },
            _ => return None,
        })
    }

    fn code_unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// The grammar of RFC 8259: a minus, digits without a leading zero, a fraction, an exponent.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (text, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}
