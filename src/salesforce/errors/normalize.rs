//! Texts as words, so that they compare alike however they were copied: case, white space, `+` and punctuation do not
//! matter. Called by `explain` and `lookup`; whoever copied `CLIENT+IDENTIFIER INVALID.` means `client identifier invalid`.

/// Lower-case words of ASCII letters, digits and `_`, a space before, between and after them; in place of the space
/// `mark`, wherever more than white space, `+`, `-`, `/` or an apostrophe is between two words.
pub fn words(text: &str, mark: char) -> String {
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

/// A letter, a digit or `_`.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
