//! What goes into and comes out of headers: `Authorization`, and seconds or a date in `Retry-After`.

use std::time::{Duration, UNIX_EPOCH};

use crate::fixtures::cases::properties;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use stackone_connector_profile::profile::{Secret, trim};
use stackone_connector_profile::stackone::authorization::{basic, is_usual_key};
use stackone_connector_profile::stackone::{Answer, UnixTime, retry_after};

const NOW: u64 = 784_111_770;

/// The seconds of a header, by the clock of the device.
fn seconds(header: Option<&str>, now: u64) -> u64 {
    retry_after::seconds(&Answer { retry_after: header.map(str::to_owned), now: UnixTime(now), ..Answer::default() })
}

#[test]
fn the_header_of_a_key_is_basic_with_the_colon() {
    assert_eq!(basic(&Secret::from("v1.eu1.abc")).expose(), "Basic djEuZXUxLmFiYzo=");
    assert_eq!(basic(&Secret::from(" \u{a0}v1.eu1.abc\u{200b}\n")).expose(), "Basic djEuZXUxLmFiYzo=");
}

#[test]
fn keys_of_stackone_look_usual_and_others_do_not() {
    for key in ["v1.eu1.x", "v1.us1.abc.def"] {
        assert!(is_usual_key(key), "{key}");
    }
    for key in ["", "v1", "v1.", "v1.eu1", "v1.eu1.", "v1..x", "v2.eu1.x", "sk_live_1", " v1.eu1.x"] {
        assert!(!is_usual_key(key), "{key}");
    }
}

#[test]
fn seconds_are_taken_as_they_are_within_ten_minutes() {
    for (header, expected) in [
        ("1", 1),
        ("7", 7),
        (" 30 ", 30),
        ("600", 600),
        ("601", 600),
        ("99999999999999999999999", 600),
        ("0", 0),
        ("007", 7),
    ] {
        assert_eq!(seconds(Some(header), NOW), expected, "{header}");
    }
}

#[test]
fn what_is_neither_seconds_nor_a_date_is_a_minute() {
    let texts = "|soon|-1|1.5|7 s|0x10|∞|Sun, 06 Nov 1994|Sun, 06 Nov 1994 08:49:37|06 Nov 1994 08:49:37 GMT|Sun, 06 Nov 1994 08:49:37 CET\
        |Sun, 06 nov 1994 08:49:37 GMT|Sun, 06 anF 1994 08:49:37 GMT|Sun, 06 Nov 1994 24:00:00 GMT|Sun, 06 Nov 1994 08:60:37 GMT|Sun, 00 Nov 1994 08:49:37 GMT\
        |Sun, 32 Nov 1994 08:49:37 GMT|Sun, 06 Nov 94 08:49:37 GMT|Sun, 06 Nov -1994 08:49:37 GMT|1994-11-06T08:49:37Z";
    for text in texts.split('|') {
        assert_eq!(seconds(Some(text), NOW), 60, "{text}");
    }
    assert_eq!(seconds(None, NOW), 60);
}

#[test]
fn a_date_that_has_passed_is_no_pause() {
    assert_eq!(seconds(Some("Sun, 06 Nov 1994 08:49:37 GMT"), NOW + 7), 0);
    assert_eq!(seconds(Some("Sun, 06 Nov 1994 08:49:37 GMT"), u64::MAX), 0);
}

proptest! {
    #![proptest_config(properties(2000))]

    #[test]
    fn the_header_says_the_trimmed_key_and_no_password(key in any::<String>()) {
        let header = basic(&Secret::from(key.as_str()));
        let user = STANDARD.decode(header.expose().strip_prefix("Basic ").unwrap()).unwrap();
        prop_assert_eq!(String::from_utf8(user).unwrap(), format!("{}:", trim(&key)));
    }

    #[test]
    fn a_date_is_as_far_away_as_it_says(then in 0..253_402_300_800_u64, away in 0..8000_u64) {
        let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(then));
        let now = then.saturating_sub(away);
        prop_assert_eq!(seconds(Some(&date), now), (then - now).min(600));
    }
}
