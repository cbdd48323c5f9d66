//! Decodes escapes of addresses, web pages and JSON: `%20`, `&amp;`, `\u0026`. `errors` and `scope_list` decode layer
//! by layer; each layer shortens the text, so this ends.

/// Removes the outermost layer of escapes. `None` if `text` has no escapes.
pub fn decoded(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(plain) = rest.chars().next() {
        let (c, length) = one(rest).unwrap_or((plain, plain.len_utf8()));
        out.push(c);
        rest = rest.get(length..)?;
    }
    (out.len() < text.len()).then_some(out)
}

/// Decodes the escape at the start of `text`: the character, and the length of the escape in bytes.
pub fn one(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    // Lower-cases an ASCII letter.
    let small = |at: usize| bytes.get(at).map_or(0, |byte| byte | 32);
    let (start, end, radix) = match (bytes.first()?, small(1)) {
        (b'%', _) => return percent(text),
        (b'\\', b'u') => (2, 6, 16),
        (b'\\', b'x') => (2, 4, 16),
        (b'\\', b'n' | b'r' | b't') => return Some((' ', 2)),
        // `small` turns a backslash into a bar.
        (b'\\', b'"' | b'\'' | b'/' | b'|') => return Some((char::from(*bytes.get(1)?), 2)),
        (b'&', b'#') if small(2) == b'x' => (3, semicolon(bytes)?, 16),
        (b'&', b'#') => (2, semicolon(bytes)?, 10),
        (b'&', _) => {
            let name = text.get(1..semicolon(bytes)?)?;
            let (_, c) = NAMED.iter().find(|(named, _)| named.eq_ignore_ascii_case(name))?;
            return Some((*c, name.len() + 2));
        }
        _ => return None,
    };
    let c = char::from_u32(number(text, start, end, radix)?).unwrap_or('?');
    Some((c, end + usize::from(radix == 10 || start == 3)))
}

const NAMED: [(&str, char); 6] = [("amp", '&'), ("quot", '"'), ("apos", '\''), ("lt", '<'), ("gt", '>'), ("nbsp", ' ')];

/// The position of the semicolon that ends the entity at the start of `text`.
fn semicolon(text: &[u8]) -> Option<usize> {
    (2..12).find(|at| text.get(*at) == Some(&b';'))
}

/// Decodes one character from one to four `%XX`. Accepts overlong UTF-8, which could hide a secret from the
/// redaction.
fn percent(text: &str) -> Option<(char, usize)> {
    let mut value = number(text, 1, 3, 16)?;
    let mut end = 3;
    if value > 0x7f {
        let more = (!value << 24).leading_zeros().saturating_sub(1);
        value &= 0x3f >> more;
        for _ in 0..more {
            let next = if text.as_bytes().get(end) == Some(&b'%') { number(text, end + 1, end + 3, 16) } else { None };
            value = value << 6 | next? & 0x3f;
            end += 3;
        }
    }
    Some((char::from_u32(value).unwrap_or('?'), end))
}

fn number(text: &str, start: usize, end: usize, radix: u32) -> Option<u32> {
    u32::from_str_radix(text.get(start..end)?, radix).ok()
}
