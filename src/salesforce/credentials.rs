//! What consumer keys, consumer secrets and tokens of Salesforce look like. Formats are observed, not promised, so
//! callers refuse only what is evidently something else and merely warn about the rest.

/// Length of a generated consumer key: the prefix and 80 more characters.
const KEY_LENGTH: usize = 85;
/// How every generated consumer key begins.
pub const KEY_PREFIX: &str = "3MVG9";
/// Length of a generated consumer secret, in hexadecimal digits.
const SECRET_LENGTH: usize = 64;

/// A key as Salesforce generates it: `3MVG9` and 80 letters, digits, dots or underscores.
pub fn is_generated_key(text: &str) -> bool {
    text.len() == KEY_LENGTH
        && text.starts_with(KEY_PREFIX)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'_')
}

/// A secret as Salesforce generates it: 64 upper-case hexadecimal digits, or 13 to 19 digits in older apps.
pub fn is_generated_secret(text: &str) -> bool {
    is_old_secret(text) || (text.len() == SECRET_LENGTH && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F')))
}

/// A secret in a place where none belongs: as generated, in either case of letters.
pub fn looks_like_secret(text: &str) -> bool {
    is_old_secret(text) || looks_like_hex_secret(text)
}

/// The same without the older form, which is a plain number.
pub fn looks_like_hex_secret(text: &str) -> bool {
    text.len() == SECRET_LENGTH && text.bytes().all(|b| b.is_ascii_hexdigit())
}

fn is_old_secret(text: &str) -> bool {
    (13..=19).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// A consumer key in a place where none belongs.
pub fn looks_like_key(text: &str) -> bool {
    text.starts_with(KEY_PREFIX)
}

/// A session or access token: the id of an org, an exclamation mark, the token.
pub fn looks_like_access_token(text: &str) -> bool {
    text.starts_with("00D") && text.contains('!')
}

/// A refresh token. Its prefix is seen in either case where something lower-cased it on the way.
pub fn looks_like_refresh_token(text: &str) -> bool {
    text.get(..7).is_some_and(|prefix| prefix.eq_ignore_ascii_case("5Aep861"))
}

/// A token of the form JWT, of which Salesforce makes some.
pub fn looks_like_jwt(text: &str) -> bool {
    text.starts_with("eyJ") && text.contains('.')
}

/// A web address, with or without its scheme.
pub fn looks_like_url(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with("www.") || ["://", ".salesforce.com", ".force.com"].into_iter().any(|part| lower.contains(part))
}

/// An e-mail address or a Salesforce user name, which has the form of one.
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

/// So many dots, bullets or asterisks one after the other stand for what a page hides.
const MASK_LENGTH: usize = 4;

/// Nothing but dots, bullets or asterisks, or a row of them inside: what a page shows in place of a secret.
pub fn looks_masked(text: &str) -> bool {
    let runs = text.split(|c| !matches!(c, '.' | '*' | '·' | '•' | '●' | '∙' | '⋅' | '‧' | '⬤' | '＊'));
    !text.is_empty() && runs.into_iter().any(|run| run.len() == text.len() || run.chars().count() >= MASK_LENGTH)
}
