//! An explanation never repeats a code, token or secret from the pasted text, however it is encoded. Every text gets an
//! explanation.

use crate::fixtures::cases::properties;
use proptest::prelude::*;
use serde_json::json;
use stackone_connector_profile::salesforce::authorization_url::percent_encode;
use stackone_connector_profile::salesforce::errors::{Explanation, explain};

/// Every part of an explanation that could come from the text.
fn reported(explanation: &Explanation) -> String {
    format!("{explanation:?}")
}

/// Values that must stay hidden, in Salesforce's formats. The first three are recognized even without a name next to
/// them.
fn token() -> impl Strategy<Value = String> {
    prop_oneof![
        "00D[A-Za-z0-9]{12}![A-Za-z0-9._]{96}",
        "5Aep861[A-Za-z0-9._]{80}",
        "eyJ[A-Za-z0-9_-]{20,90}\\.eyJ[A-Za-z0-9_-]{40}\\.[A-Za-z0-9_-]{43}",
        "[0-9A-F]{64}",
        "[0-9]{16,19}",
        "aPrx[A-Za-z0-9._]{70}==",
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "code",
        "state",
        "access_token",
        "refresh_token",
        "id_token",
        "client_secret",
        "assertion",
        "client_assertion",
        "code_verifier",
        "CODE",
        "Access_Token",
        "sid",
        "password",
    ])
}

fn encoded(text: &str) -> String {
    percent_encode(text).to_string()
}

/// Encodes every character.
fn all(text: &str, one: impl Fn(u32) -> String) -> String {
    text.chars().map(|c| one(c.into())).collect()
}

/// Encodes a text.
fn layer(text: &str, kind: usize) -> String {
    match kind {
        0 => encoded(text),
        1 => text.replace('&', "&amp;").replace('"', "&quot;").replace('=', "&#61;"),
        2 => json!(text).to_string(),
        3 => all(text, |c| format!("%{c:02x}")),
        4 => all(text, |c| format!("&#{c};")),
        5 => all(text, |c| format!("&#X{c:x};")),
        6 => all(text, |c| format!("\\u{c:04x}")),
        7 => all(text, |c| format!("\\x{c:02X}")),
        // An overlong UTF-8 encoding.
        8 => all(text, |c| format!("%{:02X}%{:02X}", 0xc0 | c >> 6, 0x80 | c & 0x3f)),
        _ => text.to_uppercase(),
    }
}

/// Encodings, the inner ones first. Uppercasing comes last, because it would change inner encodings.
fn layers() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![4 => prop::collection::vec(0_usize..9, 0..2), 1 => prop::collection::vec(0_usize..3, 2..5), 1 => Just(vec![9])]
}

fn around() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,30}",
        "\\PC{0,20}",
        prop::sample::select(vec![
            "https://api.stackone.com/connect/oauth2/salesforce/callback?",
            "https://x.example/#",
            "error=brand_new&error_description=never+seen+before&",
            "error=brand_new&error_description=never seen ",
            "error=invalid_grant&error_description=",
            "{\"error\":\"brand_new\",\"error_description\":\"never seen\"}",
            "error_description=%22never%20seen%22&",
            "\"error_description\": \"never seen, ",
            "%",
            "%2",
            "&",
            "&#",
            "\\",
            "\\u00",
            "%FF",
            "%C3",
            "=",
            "\"",
            "…",
        ])
        .prop_map(str::to_owned),
    ]
}

/// Whether an explanation contains a text, plain or encoded.
fn repeats(explanation: &Explanation, secret: &str) -> bool {
    reported(explanation).to_lowercase().contains(&secret.to_lowercase())
}

proptest! {
    #![proptest_config(properties(1000))]

    #[test]
    fn no_value_of_a_name_that_carries_secrets_is_repeated(
        before in around(), name in name(), mark in prop::sample::select(vec!["=", " = ", "\": \"", "\":\"", "=\"", ": ", "':'"]),
        secret in "[A-Z0-9]{9,24}", after in around(), layers in layers(),
    ) {
        let secret = ["Q7", secret.as_str()].concat();
        // A name starts at the start of a word.
        let pair = ["&", name, mark, &secret].concat();
        let mut pair_layered = pair;
        let mut secret_layered = secret.clone();
        for kind in layers {
            pair_layered = layer(&pair_layered, kind);
            secret_layered = layer(&secret_layered, kind).trim_matches('"').to_owned();
        }
        let reported = explain(&[before.as_str(), &pair_layered, &after].concat());
        prop_assert!(!repeats(&reported, &secret), "{reported:?}");
        prop_assert!(!repeats(&reported, &secret_layered), "{reported:?}");
    }

    #[test]
    fn no_token_is_repeated_even_without_a_name(before in around(), token in token(), after in around(), layers in layers()) {
        let [mut token_layered, plain] = [token.clone(), token];
        for kind in layers {
            token_layered = layer(&token_layered, kind);
        }
        let text = [&before, " ", &token_layered, " ", &after].concat();
        for text in [&text, &["error_description=", &text].concat(), &["error=", &token_layered].concat(), &token_layered] {
            let reported = explain(text);
            // Not even a large part of it.
            for at in (0..plain.len() - 15).step_by(4) {
                prop_assert!(!repeats(&reported, &plain[at..at + 15]), "{reported:?}");
            }
        }
    }

    #[test]
    fn there_is_an_explanation_for_every_text(text in any::<String>(), pieces in prop::collection::vec(around(), 0..6)) {
        for text in [text, pieces.concat()] {
            let got = explain(&text);
            prop_assert_eq!(got.recognised, !got.cause.is_empty());
            prop_assert_eq!(got.recognised, !got.fixes.is_empty());
            prop_assert!(got.error.len() <= 310 && got.description.len() <= 310);
            prop_assert!(got.recognised || (got.step.is_none() && got.guide_step.is_none() && !got.wait_may_help));
        }
    }
}

#[test]
fn a_code_at_any_place_of_a_long_text_is_not_repeated() {
    let secret = "Q7SECRETVALUE";
    for (places, length) in [((0..1100).step_by(31).collect::<Vec<_>>(), 1500), (vec![24_000, 24_576, 50_000], 80_000)]
    {
        for (place, pad) in places.into_iter().flat_map(|place| ["a ", "é ", "%20", "word&"].map(|pad| (place, pad))) {
            let before = pad.repeat(place / pad.len());
            let text = [&before, "&code=", secret, &pad.repeat((length - place) / pad.len())].concat();
            for text in [text.clone(), ["error_description=", &text].concat(), format!("error_description=\"{text}\"")]
            {
                assert!(!repeats(&explain(&text), secret), "{place} {pad}");
            }
        }
    }
}

/// As part of a sentence.
#[test]
fn what_a_sentence_calls_a_code_is_not_repeated() {
    for text in ["It says code: abcdefgh", "the token : abcdefgh", "Client_Secret:abcdefgh and more"] {
        assert!(!reported(&explain(text)).contains("abcdefgh"), "{text}");
    }
    assert_eq!(explain("It says code: abcdefgh").description, "It says");
}

/// A Salesforce token is recognized by its prefix, however little of it was copied. Other tokens are recognized by
/// their length.
#[test]
fn what_may_be_a_token_is_not_repeated_at_any_length() {
    let long = "x".repeat(32);
    for token in ["5Aep861abcd", "00D5g!AQxy", "abcdefgh12345678", &long] {
        let got = explain(&["the dog ", token, " bit me"].concat());
        assert_eq!(got.description, "the dog … bit me", "{token}");
    }
    for plain in ["abcdefgh1234567", "abcdefghijklmnopqrstuvwxyzabcde"] {
        let text = ["the dog ", plain, " bit me"].concat();
        assert_eq!(explain(&text).description, text);
    }
}
