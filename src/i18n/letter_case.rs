//! Lower case for searches, in Latin, Greek and Cyrillic letters of Europe only. The Unicode table of
//! `char::to_lowercase` would take 5.5 KB of the 250 KB that the page may load.

/// Lower-cases each character on its own, so that a prefix of a text remains one. `str::to_lowercase` does not
/// guarantee that: it writes a final sigma differently.
///
/// ```
/// assert_eq!(stackone_connector_profile::i18n::lower_case("ÖSTERREICH ΟΔΟΣ"), "österreich οδοσ");
/// ```
pub fn lower_case(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

fn small_letter(c: char) -> char {
    let number = u32::from(c);
    let small = match number {
        0xc0..=0xde if number != 0xd7 => number + 32,
        // Upper-case and lower-case letters alternate.
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 => number | 1,
        0x139..=0x148 | 0x179..=0x17e => number + number % 2,
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x388..=0x38a => number + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => number + 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => number + 32,
        0x400..=0x40f => number + 80,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(c)
}
