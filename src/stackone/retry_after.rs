//! `Retry-After`: seconds, or a date (RFC 9110 §10.2.3).

use std::time::UNIX_EPOCH;

use httpdate::parse_http_date;

/// What to wait where StackOne does not say, in seconds (its documented default).
const DEFAULT: u64 = 60;
/// Nobody watches a countdown longer than this.
const LONGEST: u64 = 3600;

/// Seconds to wait. `now` is in seconds since 1970. Absent or senseless values are the default; a date that has passed
/// is one second.
///
/// ```
/// use stackone_connector_profile::stackone::retry_after::seconds;
/// assert_eq!(seconds(Some("7"), 0), 7);
/// assert_eq!(seconds(Some("Sun, 06 Nov 1994 08:49:37 GMT"), 784_111_770), 7);
/// assert_eq!(seconds(Some("soon"), 0), 60);
/// ```
pub fn seconds(header: Option<&str>, now: u64) -> u64 {
    asked(header, now).unwrap_or(DEFAULT)
}

/// The same, where StackOne asks for a pause that makes sense.
pub fn asked(header: Option<&str>, now: u64) -> Option<u64> {
    let header = header?.trim();
    let seconds = header.parse().ok().or_else(|| date(header).map(|then| then.saturating_sub(now)));
    seconds.map(|seconds| seconds.clamp(1, LONGEST))
}

/// A date, in seconds since 1970.
fn date(text: &str) -> Option<u64> {
    let date = parse_http_date(text).ok()?;
    date.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}
