//! How a time is written.

/// Writes a time as a person reads it. Takes what StackOne sends, such as `2026-11-23T16:45:09.000Z`, and returns any
/// other text unchanged. Only a browser knows the person's zone, so the default writes UTC.
#[derive(Clone, Copy, Debug)]
pub struct TimeFormat(pub fn(&str) -> String);

impl Default for TimeFormat {
    fn default() -> Self {
        Self(utc)
    }
}

/// The zone doesn't change while a form is on a page.
impl PartialEq for TimeFormat {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// `2026-11-23T16:45:09.000Z` → `2026-11-23 16:45 UTC`.
fn utc(text: &str) -> String {
    match (text.get(..10), text.get(10..11), text.get(11..16), text.ends_with('Z')) {
        (Some(day), Some("T"), Some(minute), true) => format!("{day} {minute} UTC"),
        _ => text.to_owned(),
    }
}
