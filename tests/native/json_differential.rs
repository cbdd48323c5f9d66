//! The product's own JSON beside serde_json: the same texts are taken and refused, and the same values come out. Known
//! differences are three, and each is held here: numbers stay text, so none is too large; nesting ends at 64 levels
//! instead of 128; an object keeps a name that occurs twice, and the last one counts.

use crate::fixtures::cases::properties;
use proptest::prelude::*;
use serde_json::Value;
use stackone_connector_profile::stackone::Json;

/// Whether both read the same value.
fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::Number(ours), Value::Number(theirs)) => {
            let ours = ours.parse::<f64>().unwrap();
            let theirs = theirs.as_f64().unwrap();
            // serde_json rounds the last digit its own way.
            ours == theirs || (ours - theirs).abs() <= ours.abs() * 1e-15 + 1e-320
        }
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Json::Object(members), Value::Object(theirs)) => {
            members.iter().all(|(name, _)| theirs.contains_key(name))
                && theirs.iter().all(|(name, theirs)| ours.get(name).is_some_and(|ours| same(ours, theirs)))
        }
        _ => false,
    }
}

/// Whether a number in it is beyond what serde_json reads without arbitrary precision.
fn has_huge_number(json: &Json) -> bool {
    match json {
        Json::Number(text) => text.parse::<f64>().unwrap().is_infinite(),
        Json::List(items) => items.iter().any(has_huge_number),
        Json::Object(members) => members.iter().any(|(_, value)| has_huge_number(value)),
        Json::Null | Json::Bool(_) | Json::Text(_) | Json::Secret(_) => false,
    }
}

/// What is wrong with how a text was read, if anything.
fn difference(text: &str) -> Option<String> {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Some(ours), Ok(theirs)) if same(&ours, &theirs) => None,
        (Some(ours), Err(_)) if has_huge_number(&ours) => None,
        (None, Err(_)) => None,
        (ours, theirs) => Some(format!("{text:?}: ours {ours:?}, theirs {theirs:?}")),
    }
}

#[test]
fn texts_at_the_edges_of_the_grammar_are_read_alike() {
    let texts = r#"|null|nul|nulll|Null|true|false|truefalse|0|-0|00|01|-01|-|+1|1.|.5|1.5|1.5.2|1e5|1E+5|1e-5|1e|1e+|1e5e5|--1|0x10|1_000|Infinity|NaN
        |18446744073709551616|123456789012345678901234567890|1e308|1e309|-1e400|0.1|1e-400|""|"a"|"a|a"|'a'|"\""|"\\"|"\/"|"\b\f\n\r\t"|"\v"|"\x41"|"\'"
        |"\u0041"|"\u00e9"|"\u00E9"|"\u0000"|"\u12"|"\u12g4"|"\u+123"|"\ud83d\ude00"|"\uD83D\uDE00"|"\ud83d"|"\ude00"|"\ud83d\u0041"|"\ud83d\n"|"\ud83dx"
        |"\ude00\ud83d"|"\U0041"|"\"|[]|[ ]|[1,2]|[1,]|[,1]|[1 2]|[1|1]|]|[[]]|[[]|{}|{ }|{"a":1}|{"a":1,}|{,}|{"a"}|{"a":}|{a:1}|{1:1}|{"a":1 "b":2}
        |{"a":1,"a":2}|{"a":1;"b":2}|{"a":{"b":[null,{"c":"d"}]}}|{"":0}|[1]x|1 1|"a""b"|/*c*/1|1//c|#1|"ünï🐙"|[true,false,null]|[tru]"#;
    let mut differences = texts.split('|').filter_map(|text| difference(text.trim())).collect::<Vec<_>>();
    let invisible = [
        "\u{feff}1",
        "\u{a0}1",
        "1\u{a0}",
        "\u{2028}1",
        "\u{c}1",
        "\u{b}1",
        " \t\r\n1 \t\r\n",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u{7f}\"",
        "\"\u{2028}\"",
        "\"\u{feff}\"",
        "1\u{0}",
        "\u{0}",
        "[1\u{85}]",
        "\"\\\u{e9}\"",
        "\"\\ud83d\\\u{e9}\"",
        "\"\\u00\u{e9}\"",
        "\"\\ud800xxdc00\"",
    ];
    differences.extend(invisible.into_iter().filter_map(difference));
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn of_a_name_that_occurs_twice_the_last_one_counts() {
    let json = Json::parse(r#"{"a": 1, "b": 2, "a": 3}"#).unwrap();
    assert_eq!(json.get("a").and_then(Json::number), Some(3));
}

#[test]
fn numbers_keep_every_digit() {
    for number in ["123456789012345678901234567890", "0.1000", "-0", "1E400"] {
        assert!(matches!(Json::parse(number), Some(Json::Number(text)) if text == number));
    }
    let number = |text: &str| Json::parse(text).unwrap().number();
    assert_eq!([number("7"), number("\"7\""), number("\" 7 \"")], [Some(7); 3]);
    assert_eq!(
        [number("-7"), number("7.0"), number("\"\""), number("null"), number("18446744073709551616")],
        [None; 5]
    );
}

#[test]
fn nesting_is_read_to_64_levels_and_not_much_deeper() {
    let nested = |depth: usize| ["[".repeat(depth), "1".to_owned(), "]".repeat(depth)].concat();
    let objects = |depth: usize| ["{\"a\":".repeat(depth), "1".to_owned(), "}".repeat(depth)].concat();
    for text in [nested(64), objects(64)] {
        assert!(difference(&text).is_none());
    }
    for text in [nested(66), objects(66), "[".repeat(1_000_000), "{\"a\":".repeat(1_000_000)] {
        assert!(Json::parse(&text).is_none());
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<String>().prop_map(Value::from),
        "[\"\\\\/\u{0}-\u{1f}é🐙a]{0,6}".prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        let members = prop::collection::vec((any::<String>(), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            members.prop_map(|members| members.into_iter().collect())
        ]
    })
}

fn escaped(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                c.to_string()
            } else {
                c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
            }
        })
        .collect()
}

fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "[",
        "]",
        ":",
        ",",
        ",",
        "\"a\"",
        "\"a\":",
        "\"b\":",
        "\"\\n\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"",
        "\\",
        "1",
        "-0",
        "0",
        "1e5",
        "01",
        "1.",
        ".5",
        "-",
        "true",
        "false",
        "null",
        "nul",
        " ",
        "\n",
        "\u{feff}",
        "\u{a0}",
        "\u{1}",
        "é",
    ]);
    prop::collection::vec(pieces, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(properties(3000))]

    #[test]
    fn what_serde_json_writes_is_read_alike(value in value()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap(), escaped(&value.to_string())] {
            prop_assert!(serde_json::from_str::<Value>(&text).is_ok());
            prop_assert_eq!(difference(&text), None);
        }
    }

    #[test]
    fn what_is_nearly_json_is_taken_or_refused_alike(
        value in value(), at in any::<prop::sample::Index>(), change in 0..4, with in pieces(),
    ) {
        let text = value.to_string().chars().collect::<Vec<_>>();
        let at = at.index(text.len());
        let (before, after) = (&text[..at], &text[at..]);
        let after = match change { 0 => &after[1..], 1 => &after[after.len()..], _ => after };
        let with = with.chars().filter(|_| change > 1);
        let changed = before.iter().copied().chain(with).chain(after.iter().copied()).collect::<String>();
        prop_assert_eq!(difference(&changed), None);
    }

    #[test]
    fn pieces_of_json_are_taken_or_refused_alike(text in pieces(), anything in any::<String>()) {
        prop_assert_eq!(difference(&text), None);
        prop_assert_eq!(difference(&anything), None);
    }
}
