//! How much of a text is read for an explanation, and how much of it is shown back.

use stackone_connector_profile::salesforce::explain;

const NAME: &str = "redirect_uri_mismatch";

/// So much of a text that says nothing, in bytes.
fn nothing(length: usize) -> String {
    "so ".repeat(length / 3 + 1)[..length].to_owned()
}

/// Of a long text these parts are read: a page that was copied whole has the error near its beginning or its end.
#[test]
fn a_name_near_the_beginning_or_the_end_of_a_long_text_is_found() {
    for [before, after] in [[0, 50_000], [5000, 50_000], [50_000, 5000], [50_000, 0]] {
        let text = [&nothing(before), " ", NAME, " ", &nothing(after)].concat();
        assert_eq!(explain(&text).error, NAME, "{before} {after}");
    }
}

/// Other parameters, on both sides of it, do not lead away from it.
#[test]
fn a_description_in_the_middle_of_a_long_text_is_found() {
    let gap = nothing(20_001);
    let found = "error_description=redirect_uri must match configuration ";
    for other in ["", " error ", " state_of_it=1 ", " other_parameter_ "] {
        let text = [&gap, other, &gap, found, &gap, other, &gap].concat();
        assert_eq!(explain(&text).error, NAME, "{other}");
    }
}

#[test]
fn three_hundred_bytes_are_shown_and_no_word_more() {
    let before = nothing(297);
    let shown = |word: &str| explain(&[&before, word].concat()).description;
    assert_eq!(shown("dog"), [&before, "dog"].concat());
    assert_eq!(shown("dogs"), [&before, "…"].concat());
}

/// A word that is cut off may have been a token: its digits may come later.
#[test]
fn of_a_word_that_is_cut_off_nothing_is_shown() {
    let twice = |text: &str| text.bytes().map(|byte| format!("%25{byte:02x}")).collect::<String>();
    // Five bytes a letter: the limit of what is looked at, 1,000, falls behind its ninth letter.
    let text = [twice(&nothing(191)), twice("abcdefghijklmnop12345")].concat();
    let shown = explain(&text).description;
    assert!(shown.starts_with("so so ") && shown.ends_with("so …"), "{shown}");
}
