//! `Retry-After`: seconds, or a date (RFC 9110 §10.2.3).

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

/// The one form of date that senders may use: `Sun, 06 Nov 1994 08:49:37 GMT`, as seconds since 1970.
fn date(text: &str) -> Option<u64> {
    const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = text.split_once(',')?.1.strip_prefix(' ')?.strip_suffix(" GMT")?.split([' ', ':']);
    let number = |range: std::ops::RangeInclusive<u64>, words: &mut dyn Iterator<Item = &str>| {
        words.next()?.parse().ok().filter(|value| range.contains(value))
    };
    let day = number(1..=31, &mut words)?;
    let name = words.next()?;
    let month = MONTHS.chunks(3).position(|month| month == name.as_bytes())?;
    let month = u64::try_from(month).ok()? + 1;
    let year = number(1970..=9999, &mut words)?;
    let hour = number(0..=23, &mut words)?;
    let minute = number(0..=59, &mut words)?;
    let second = number(0..=60, &mut words)?;
    // Years that begin in March put the leap day last (Howard Hinnant, "days_from_civil").
    let shifted = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + of_year - 719_468;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}
