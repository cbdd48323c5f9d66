//! Runs every target on its corpus and on mutations of it, the same ones each time, so that a failure means that the
//! code changed.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Fragments to insert, besides parts of other texts.
const PIECES: [&str; 30] = [
    "error=",
    "&error_description=",
    "\"error\":\"",
    "code=",
    "&amp;",
    "&#39;",
    "&quot;",
    "%2520",
    "%26",
    "%3D",
    "%FF",
    "\\u0026",
    "\\\"",
    "\"",
    "+",
    " ",
    "\n",
    "\0",
    "é",
    "\u{200b}",
    "://",
    "@",
    ":",
    ".",
    "..",
    ".my.salesforce.com",
    "(",
    ")",
    ", ",
    "refresh_token",
];

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    files.sort();
    assert!(files.len() > 4, "the corpus of {target} is missing");
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Replaces a range of a text.
fn mutated(text: &mut Vec<u8>, (from, length, with): (Index, Index, Vec<u8>)) {
    let from = from.index(text.len() + 1);
    let to = from + length.index((text.len() - from).min(12) + 1);
    text.splice(from..to, with);
}

fn play(name: &str, target: fn(&[u8])) {
    let texts = corpus(name);
    texts.iter().for_each(|text| target(text));
    let part = (select(texts.clone()), any::<Index>(), 0_usize..40).prop_map(|(text, from, length)| {
        let from = from.index(text.len() + 1);
        text[from..(from + length).min(text.len())].to_vec()
    });
    let with = prop_oneof![
        4 => select(PIECES.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => part,
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => Just(Vec::new()),
    ];
    let changes = prop::collection::vec((any::<Index>(), any::<Index>(), with), 1..6);
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(2026);
    }
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
    }
    let outcome = TestRunner::new(config).run(&(select(texts), changes), |(mut text, changes)| {
        changes.into_iter().for_each(|change| mutated(&mut text, change));
        target(&text);
        Ok(())
    });
    outcome.unwrap();
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                play(stringify!($name), fuzz::$name);
            }
        )*
    };
}

targets! { explain host scopes }
