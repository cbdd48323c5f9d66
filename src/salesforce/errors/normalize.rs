//! Normalizes texts for comparison. Ignores case, white space, `+` and punctuation, so `CLIENT+IDENTIFIER INVALID.`
//! equals `client identifier invalid`. Called by `explain` and `lookup`.

/// Lower-cases `text` and puts a space between words of ASCII letters, digits and `_`, or `mark` if punctuation
/// separates them. White space, `+`, `-`, `/` and apostrophes are not punctuation. Starts and ends with a space or
/// `mark`.
pub fn normalize_words(text: &str, mark: char) -> String {
    let mut words = String::from(mark);
    for byte in text.bytes().chain(*b"\n") {
        if is_word(byte) {
            words.push(char::from(byte.to_ascii_lowercase()));
        } else if !matches!(byte, b' ' | b'+' | b'-' | b'/' | b'\'') {
            if words.ends_with(' ') || words.ends_with(mark) {
                words.pop();
            }
            words.push(mark);
        } else if !(words.ends_with(' ') || words.ends_with(mark)) {
            words.push(' ');
        }
    }
    words
}

/// Whether `byte` is an ASCII letter, a digit or `_`.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
