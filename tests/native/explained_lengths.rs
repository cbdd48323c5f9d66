//! How much of a text is read for an explanation, and how much of it is shown.

use stackone_connector_profile::salesforce::explain;

const NAME: &str = "redirect_uri_mismatch";

/// A meaningless text of this length, in bytes.
fn nothing(length: usize) -> String {
    "so ".repeat(length / 3 + 1)[..length].to_owned()
}

/// These parts of a long text are read: a page that was copied as a whole has the error near its beginning or end.
#[test]
fn a_name_near_the_beginning_or_the_end_of_a_long_text_is_found() {
    for [before, after] in [[0, 50_000], [5000, 50_000], [50_000, 5000], [50_000, 0]] {
        let text = [&nothing(before), " ", NAME, " ", &nothing(after)].concat();
        assert_eq!(explain(&text).error, NAME, "{before} {after}");
    }
}

/// Other parameters around it do not distract.
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

/// A truncated word may be the start of a token whose digits were cut off.
#[test]
fn of_a_word_that_is_cut_off_nothing_is_shown() {
    let twice = |text: &str| text.bytes().map(|byte| format!("%25{byte:02x}")).collect::<String>();
    // Five bytes per letter: the limit of 1,000 bytes falls after the ninth letter.
    let text = [twice(&nothing(191)), twice("abcdefghijklmnop12345")].concat();
    let shown = explain(&text).description;
    assert!(shown.starts_with("so so ") && shown.ends_with("so …"), "{shown}");
}
