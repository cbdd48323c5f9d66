//! The two ends of the frame, `frame.js` and `embed.js`, run on two sites and share no code. Compares what both must
//! define alike, and compares the frame with the element in it.

use std::fs;

use harness::workspace;

/// The definition of a constant in a script, up to the semicolon.
fn constant(script: &str, name: &str) -> String {
    let text = fs::read_to_string(workspace::root().join("static").join(script)).unwrap();
    let (_, rest) = text.split_once(&format!("const {name} =")).unwrap_or_else(|| panic!("{script} has no {name}"));
    rest.split(';').next().unwrap_or_default().to_owned()
}

fn names(list: &str) -> Vec<&str> {
    list.split('\'').skip(1).step_by(2).collect()
}

#[test]
fn both_ends_speak_alike() {
    for name in ["PROTOCOL", "ATTRIBUTES", "EVENTS"] {
        assert_eq!(constant("frame.js", name), constant("embed.js", name));
    }
}

/// The frame says it if the element's class is missing, so it can't import it.
#[test]
fn the_frame_and_the_element_say_alike_that_a_script_is_missing() {
    let class = fs::read_to_string(workspace::root().join("static/element-class.js")).unwrap();
    assert!(class.contains(&format!("script:{},", constant("embed.js", "MISSING"))));
}

#[test]
fn the_frame_knows_every_attribute_and_property_of_the_element() {
    for name in ["ATTRIBUTES", "PROPERTIES"] {
        let (element, frame) = (constant("element-class.js", name), constant("frame.js", name));
        let (element, frame) = (names(&element), names(&frame));
        assert!(element.len() > 1 && element.iter().all(|one| frame.contains(one)), "{element:?} {frame:?}");
    }
}
