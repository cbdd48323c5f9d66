//! `Retry-After`: seconds or a date (RFC 9110 §10.2.3). A date is compared with the answer's own `Date`, because the
//! device's clock may be wrong.

use std::time::UNIX_EPOCH;

use httpdate::parse_http_date;

use super::{Answer, UnixTime};

/// Seconds to wait without a valid `Retry-After` (StackOne's documented default).
const DEFAULT_SECONDS: u64 = 60;
/// The maximum wait, in seconds.
const MAX_SECONDS: u64 = 600;

/// Seconds to wait. Absent and invalid values give the default, a date in the past gives 0.
///
/// ```
/// use stackone_connector_profile::stackone::{Answer, retry_after::seconds};
/// let asks = |retry_after: &str| Answer {
///     retry_after: Some(retry_after.into()),
///     date: Some("Sun, 06 Nov 1994 08:49:30 GMT".into()),
///     ..Answer::default()
/// };
/// assert_eq!(seconds(&asks("7")), 7);
/// assert_eq!(seconds(&asks("Sun, 06 Nov 1994 08:49:37 GMT")), 7);
/// assert_eq!(seconds(&asks("86400")), 600);
/// assert_eq!(seconds(&asks("soon")), 60);
/// ```
pub fn seconds(answer: &Answer) -> u64 {
    asked(answer).unwrap_or(DEFAULT_SECONDS)
}

/// Seconds to wait if StackOne sends a valid value.
pub fn asked(answer: &Answer) -> Option<u64> {
    let header = answer.retry_after.as_deref()?.trim();
    let now = || answer.date.as_deref().and_then(date).unwrap_or(answer.now);
    let is_number = !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = match is_number {
        // A number with too many digits is a long wait, too.
        true => Some(header.parse().unwrap_or(MAX_SECONDS)),
        false => date(header).map(|then| then.seconds_since(now())),
    };
    seconds.map(|seconds| seconds.min(MAX_SECONDS))
}

fn date(text: &str) -> Option<UnixTime> {
    let date = parse_http_date(text).ok()?;
    date.duration_since(UNIX_EPOCH).ok().map(|since| UnixTime(since.as_secs()))
}
