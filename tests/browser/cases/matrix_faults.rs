//! What goes wrong in the matrix: every kind of fault, each in its class. A class is what makes a difference to the
//! person: faults of one class come to the same for a request.

use std::ops::RangeInclusive;

use serde_json::{Value, json};

macro_rules! classes {
    ($($class:ident $name:literal,)*) => {
        /// What makes a difference.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $($class,)* }

        impl Class {
            pub const ALL: &[Self] = &[$(Self::$class,)*];

            /// As the table has it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$class => $name,)* }
            }
        }
    };
}

classes! {
    Refused "400, 422, other 4xx",
    Key "401",
    Right "403",
    Address "404, 405, 501",
    Taken "409",
    Pause "429",
    Failing "408, other 5xx",
    FailingDone "5xx, but done",
    Hang "no answer",
    HangDone "no answer, but done",
    Dropped "dropped before",
    DroppedDone "dropped after",
    CutOff "2xx, cut off or huge",
    Odd "2xx, another shape",
    OddUndone "2xx, of somebody else",
    Slow "slow",
    NoCors "no CORS",
    Offline "offline",
    NoAuthorization "no authorization",
}

/// How it is made to go wrong.
#[derive(Clone, Debug)]
pub enum How {
    /// By a fault of the simulator: its kind and what belongs to it.
    Simulator(&'static str, Value),
    /// Another origin, and no permission from it.
    NoCors,
    /// The device has no network.
    Offline,
    /// The host page's `getAuthorization` throws.
    Throws,
}

/// One thing that goes wrong.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub name: String,
    pub class: Class,
    pub how: How,
    /// Whether StackOne's own words come with it.
    pub explained: bool,
    /// Seconds that a person has to wait for.
    pub pause: Option<RangeInclusive<u64>>,
}

/// Stands for a date five seconds from now.
pub const SOON: &str = "SOON";

const STATUSES: [(u16, Class); 16] = [
    (400, Class::Refused),
    (401, Class::Key),
    (402, Class::Refused),
    (403, Class::Right),
    (404, Class::Address),
    (405, Class::Address),
    (408, Class::Failing),
    (409, Class::Taken),
    (410, Class::Refused),
    (422, Class::Refused),
    (429, Class::Pause),
    (500, Class::Failing),
    (501, Class::Address),
    (502, Class::Failing),
    (503, Class::Failing),
    (504, Class::Failing),
];

/// Everything that goes wrong.
pub fn all() -> Vec<Wrong> {
    let mut all = Vec::new();
    let mut add = |name: &str, class: Class, how: How| {
        let minute = (class == Class::Pause).then_some(60..=60);
        all.push(Wrong { name: name.to_owned(), class, how, explained: name.ends_with("well-formed"), pause: minute });
    };
    let simulated = How::Simulator;
    for (status, class) in STATUSES {
        for body in ["well-formed", "empty", "html", "huge", "truncated"] {
            let mut more = json!({ "status": status });
            if body != "well-formed" {
                more["bodyAs"] = json!(body);
            }
            add(&format!("{status} {body}"), class, simulated("status", more));
        }
    }
    for status in [500, 504] {
        let more = json!({ "status": status, "afterWork": true });
        add(&format!("{status}, but done"), Class::FailingDone, simulated("status", more));
    }
    let again = |more: Value| simulated("status", more);
    add("503, Retry-After 2", Class::Failing, again(json!({ "status": 503, "retryAfter": 2 })));
    add("503, Retry-After nonsense", Class::Failing, again(json!({ "status": 503, "retryAfter": "soon" })));
    add("hang", Class::Hang, simulated("hang", json!({})));
    add("hang, but done", Class::HangDone, simulated("hang", json!({ "afterWork": true })));
    add("drop-before", Class::Dropped, simulated("drop-before", json!({})));
    add("drop-after", Class::DroppedDone, simulated("drop-after", json!({})));
    add("truncate", Class::CutOff, simulated("truncate", json!({})));
    add("huge", Class::CutOff, simulated("huge", json!({})));
    add("wrong-shape", Class::Odd, simulated("wrong-shape", json!({})));
    add("not-json", Class::Odd, simulated("not-json", json!({})));
    add("200 html", Class::OddUndone, again(json!({ "status": 200, "bodyAs": "html" })));
    add("200 empty", Class::OddUndone, again(json!({ "status": 200, "bodyAs": "empty" })));
    add("slow", Class::Slow, simulated("delay", json!({ "ms": 300 })));
    add("no-cors", Class::NoCors, How::NoCors);
    add("offline", Class::Offline, How::Offline);
    add("getAuthorization throws", Class::NoAuthorization, How::Throws);
    for (name, after, seconds) in [
        ("seconds", json!(3), 3..=3),
        ("a date", json!(SOON), 3..=5),
        ("nonsense", json!("in a while"), 60..=60),
        ("negative", json!(-5), 60..=60),
    ] {
        all.push(Wrong {
            name: format!("429, Retry-After {name}"),
            class: Class::Pause,
            how: simulated("status", json!({ "status": 429, "retryAfter": after })),
            explained: true,
            pause: Some(seconds),
        });
    }
    all
}

/// A few of them, of each class the first and of all every ninth: for the engines that do not play them all.
pub fn sample() -> Vec<Wrong> {
    let mut seen = Vec::new();
    let mut taken = |number: usize, class: Class| {
        let first = !seen.contains(&class);
        seen.push(class);
        first || number % 9 == 4
    };
    all()
        .into_iter()
        .enumerate()
        .filter(|(number, wrong)| taken(*number, wrong.class))
        .map(|(_, wrong)| wrong)
        .collect()
}
