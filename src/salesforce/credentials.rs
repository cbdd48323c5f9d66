//! Recognises consumer keys, consumer secrets and tokens of Salesforce. Their formats are observed, not documented, so
//! callers reject only what is clearly something else and warn about the rest.

/// Length of a generated consumer key: the prefix and 80 more characters.
const KEY_LENGTH: usize = 85;
/// The prefix of every generated consumer key.
pub const KEY_PREFIX: &str = "3MVG9";
/// Length of a generated consumer secret, in hexadecimal digits.
const SECRET_LENGTH: usize = 64;

/// Whether `text` is a generated consumer key: `3MVG9` and 80 letters, digits, dots or underscores.
pub fn is_generated_key(text: &str) -> bool {
    text.len() == KEY_LENGTH
        && text.starts_with(KEY_PREFIX)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_')
}

/// Whether `text` is a generated consumer secret: 64 upper-case hexadecimal digits, or 13 to 19 decimal digits in older
/// apps.
pub fn is_generated_secret(text: &str) -> bool {
    is_old_secret(text) || (text.len() == SECRET_LENGTH && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F')))
}

/// Whether `text` is a consumer secret in the wrong field: like [`is_generated_secret`], but in either case.
pub fn looks_like_secret(text: &str) -> bool {
    is_old_secret(text) || looks_like_hex_secret(text)
}

/// Like [`looks_like_secret`], but without the older form, which may be any number.
pub fn looks_like_hex_secret(text: &str) -> bool {
    text.len() == SECRET_LENGTH && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn is_old_secret(text: &str) -> bool {
    (13..=19).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether `text` is a consumer key in the wrong field.
pub fn looks_like_key(text: &str) -> bool {
    text.starts_with(KEY_PREFIX)
}

/// Whether `text` is a session or access token: an org's id, an exclamation mark, and the token.
pub fn looks_like_access_token(text: &str) -> bool {
    text.starts_with("00D") && text.contains('!')
}

/// Whether `text` is a refresh token. Ignores case, because some tools lower-case it.
pub fn looks_like_refresh_token(text: &str) -> bool {
    text.get(..7).is_some_and(|prefix| prefix.eq_ignore_ascii_case("5Aep861"))
}

/// Whether `text` is a JSON Web Token, the form of some of Salesforce's tokens.
pub fn looks_like_jwt(text: &str) -> bool {
    text.starts_with("eyJ") && text.contains('.')
}

/// Whether `text` is a web address, with or without its scheme.
pub fn looks_like_url(text: &str) -> bool {
    let is_www = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    is_www || ["://", ".salesforce.com", ".force.com"].into_iter().any(|part| contains(text, part))
}

/// Whether `text` contains `part`, ignoring case. Copies neither, because both may be secrets.
pub fn contains(text: &str, part: &str) -> bool {
    !part.is_empty() && text.as_bytes().windows(part.len()).any(|found| found.eq_ignore_ascii_case(part.as_bytes()))
}

/// Whether `text` is an e-mail address or a Salesforce user name, which has the same form.
pub fn looks_like_email(text: &str) -> bool {
    match text.split_once('@') {
        Some((user, domain)) => {
            !user.is_empty()
                && domain.split('.').count() > 1
                && domain.split('.').all(|label| !label.is_empty())
                && !text.chars().any(char::is_whitespace)
        }
        None => false,
    }
}

/// The minimum number of adjacent dots, bullets or asterisks that count as a mask.
const MASK_LENGTH: usize = 4;

/// Whether `text` is a masked secret: only dots, bullets or asterisks, or a run of them inside other text.
pub fn looks_masked(text: &str) -> bool {
    let runs = text.split(|c| !matches!(c, '.' | '*' | '·' | '•' | '●' | '∙' | '⋅' | '‧' | '⬤' | '＊'));
    !text.is_empty() && runs.into_iter().any(|run| run.len() == text.len() || run.chars().count() >= MASK_LENGTH)
}
