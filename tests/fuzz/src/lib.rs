//! Three parsers of pasted text and their properties for any input. Each target is a plain function: the test runs it
//! on the corpus and on mutations of it, `fuzz_targets/` passes it to libFuzzer.

use std::hash::{DefaultHasher, Hash, Hasher};

use stackone_connector_profile::salesforce::errors::explain as explained;
use stackone_connector_profile::salesforce::{HostNote, MyDomain, ScopeList, scopes as catalogue};

/// An explanation is complete or empty, short, and repeats no secret that follows its name.
pub fn explain(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // Derived from the text, so that no fuzzer can put it into the text.
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    let secret = format!("Q7{:08x}", hasher.finish() as u32);
    for text in [text.to_string(), format!("{text}&code={secret}"), format!("code={secret}&{text}")] {
        let got = explained(&text);
        assert_eq!(got.recognised, !got.cause.is_empty(), "{got:?}");
        assert_eq!(got.recognised, !got.fixes.is_empty(), "{got:?}");
        assert!(got.recognised || (got.step, got.guide_step, got.wait_may_help) == (None, None, false), "{got:?}");
        for shown in [&got.error, &got.description] {
            assert!(shown.len() < 310 && !shown.contains(&secret), "{got:?}");
        }
    }
}

/// An accepted host belongs to Salesforce, is accepted again unchanged, and is distinguished from a page's host.
pub fn host(data: &[u8]) {
    let Ok(domain) = MyDomain::parse(&String::from_utf8_lossy(data)) else { return };
    let host = domain.host.as_str();
    let suffixes = [".my.salesforce.com", ".my.salesforce.mil", ".my.sfcrmproducts.cn"];
    assert!(suffixes.iter().any(|suffix| host.strip_suffix(suffix).is_some_and(|org| !org.is_empty())), "{host}");
    assert!(
        host.len() < 256 && host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b))
    );
    let again = MyDomain::parse(host).expect(host);
    assert_eq!((&again.host, again.environment), (&domain.host, domain.environment));
    assert!(!again.notes.contains(&HostNote::Rewritten), "{host}");
}

/// No name contains a separator or occurs twice, and the normalized list parses to itself.
pub fn scopes(data: &[u8]) {
    let list = ScopeList::parse(&String::from_utf8_lossy(data));
    for (at, name) in list.names.iter().enumerate() {
        assert!(!name.is_empty() && !name.contains([' ', ',', ';', '\n', '(', ')']), "{name:?}");
        assert!(!list.names[..at].contains(name), "{name:?} comes twice");
        assert!(catalogue::find(&name.to_ascii_lowercase()).is_none_or(|scope| scope.name == name), "{name:?}");
    }
    let again = ScopeList::parse(&ScopeList::joined(&list.names));
    assert_eq!(again.names, list.names);
    assert!(!again.tidied, "{list:?}");
}
