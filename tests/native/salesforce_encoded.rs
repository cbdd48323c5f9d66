//! Percent-encoding, HTML entities and JSON escapes are removed before a text is shown.

use stackone_connector_profile::salesforce::explain;

/// What is shown of an unknown text.
fn shown(text: &str) -> String {
    explain(text).description
}

#[test]
fn every_escape_is_decoded() {
    for (escape, plain) in [
        ("%42", "B"),
        ("%c3%a9", "é"),
        ("%E2%82%AC", "€"),
        ("%F0%9F%90%95", "🐕"),
        ("\\u0042", "B"),
        ("\\U0042", "B"),
        ("\\x42", "B"),
        ("\\X42", "B"),
        ("&#66;", "B"),
        ("&#x42;", "B"),
        ("&#X42;", "B"),
        ("&#8364;", "€"),
        ("&#x20ac;", "€"),
        ("&amp;", "&"),
        ("&QUOT;", "\""),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("\\\"", "\""),
        ("\\'", "'"),
        ("\\/", "/"),
        ("&amp;#x42;", "B"),
        ("%2542", "B"),
        ("%26%2366%3B", "B"),
        ("%7F", "\u{7f}"),
    ] {
        assert_eq!(shown(&["the dog ", escape, "it me"].concat()), ["the dog ", plain, "it me"].concat(), "{escape}");
    }
    for blank in ["\\n", "\\r", "\\t", "&nbsp;", "%20", "%09"] {
        assert_eq!(shown(&["the dog", blank, "bit me"].concat()), "the dog bit me", "{blank}");
    }
}

/// An overlong UTF-8 encoding, or no character at all.
#[test]
fn an_odd_escape_hides_nothing() {
    assert_eq!(shown("the dog %C1%82it me"), "the dog Bit me");
    assert_eq!(shown("the dog %E0%81%82it me"), "the dog Bit me");
    assert_eq!(shown("the dog \\ud800 bit me"), "the dog ? bit me");
    assert_eq!(shown("the dog &#x110000; bit me"), "the dog ? bit me");
}

#[test]
fn what_is_no_escape_stays() {
    for text in [
        "the dog % bit me",
        "the dog %4 bit me",
        "the dog %zz bit me",
        "the dog %C3 bit me",
        "the dog %C3%zz bit me",
        "the dog \\u12 bit me",
        "the dog \\q bit me",
        "the dog & bit me",
        "the dog &dog; bit me",
        "the dog &#; bit me",
        "the dog &#x; bit me",
        "the dog &#66 bit me",
        "the dog &amplification; bit me",
    ] {
        assert_eq!(shown(text), text);
    }
}

/// A URL copied from a page's source: `&amp;` separates parameters, other entities belong to a value.
#[test]
fn an_address_out_of_a_page_has_its_values_whole() {
    for (text, found) in [
        ("error=brand_new&amp;error_description=a+b", ["brand_new", "a b"]),
        ("error=brand_new&error_description=it&#39;s new", ["brand_new", "it's new"]),
        ("error=&quot;brand_new&quot;&error_description=&quot;a b&quot;", ["brand_new", "a b"]),
    ] {
        let got = explain(text);
        assert_eq!([&*got.error, &*got.description], found, "{text}");
    }
}
