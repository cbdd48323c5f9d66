//! How posted faults are parsed, and the order in which they are used.

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn read(mut extra: Value) -> Result<Fault, FaultError> {
    let fields = extra.as_object_mut().expect("an object");
    for (name, value) in [("method", "post"), ("path", "/stackone/connector_profiles"), ("kind", "hang")] {
        fields.entry(name).or_insert_with(|| value.into());
    }
    Fault::from_json(extra)
}

#[test]
fn every_kind_is_read() {
    let status = json!({ "kind": "status", "status": 429, "body": "slow", "retryAfter": 7 });
    let expected = Kind::Status {
        status: StatusCode::TOO_MANY_REQUESTS,
        body: Content::Given("slow".into()),
        retry_after: Some(HeaderValue::from_static("7")),
    };
    assert_eq!(read(status).unwrap().kind, expected);
    for (posted, body) in [
        (json!({}), Content::Envelope),
        (json!({ "bodyAs": "empty" }), Content::Empty),
        (json!({ "bodyAs": "html" }), Content::Html),
        (json!({ "bodyAs": "huge" }), Content::Huge),
        (json!({ "bodyAs": "truncated" }), Content::Truncated),
    ] {
        let mut fault = json!({ "kind": "status", "status": 500 });
        fault.as_object_mut().unwrap().extend(posted.as_object().unwrap().clone());
        let expected = Kind::Status { status: StatusCode::INTERNAL_SERVER_ERROR, body, retry_after: None };
        assert_eq!(read(fault).unwrap().kind, expected);
    }
    for (posted, kind) in [
        (json!({ "kind": "delay", "ms": 20 }), Kind::Delay(Duration::from_millis(20))),
        (json!({ "kind": "late", "ms": 20 }), Kind::Late(Duration::from_millis(20))),
        (json!({ "kind": "echo" }), Kind::Echo(None)),
        (json!({ "kind": "echo", "status": 400 }), Kind::Echo(Some(StatusCode::BAD_REQUEST))),
        (json!({ "kind": "stale-list", "age": 9 }), Kind::StaleList { age: Some(9), list: Vec::new() }),
        (json!({ "kind": "stale-list" }), Kind::StaleList { age: None, list: Vec::new() }),
        (json!({ "kind": "renamed", "as": "nfc" }), Kind::Renamed(Renaming::Nfc)),
    ] {
        assert_eq!(read(posted).unwrap().kind, kind);
    }
    for (name, kind) in [
        ("hold", Kind::Hold),
        ("hang", Kind::Hang),
        ("drop-before", Kind::DropBefore),
        ("drop-after", Kind::DropAfter),
        ("drop-reused", Kind::DropReused),
        ("truncate", Kind::Truncate),
        ("not-json", Kind::NotJson),
        ("wrong-shape", Kind::WrongShape),
        ("huge", Kind::Huge),
        ("no-cors", Kind::NoCors),
        ("html-200", Kind::Html200),
        ("cdn-403", Kind::Cdn403),
        ("basic-401", Kind::Basic401),
    ] {
        let fault = read(json!({ "kind": name })).unwrap();
        assert_eq!((fault.kind, fault.times, fault.method.as_str()), (kind, 1, "POST"));
    }
}

#[test]
fn a_bad_fault_is_refused_with_a_reason() {
    for (fault, reason) in [
        (json!({ "kind": "explode" }), "unknown kind explode"),
        (json!({ "kind": "status" }), "needs a status"),
        (json!({ "kind": "status", "status": 99 }), "no status"),
        (json!({ "kind": "status", "status": 600 }), "no status"),
        (json!({ "kind": "status", "status": 429, "retryAfter": true }), "string or a number"),
        (json!({ "kind": "status", "status": 429, "retryAfter": "a\nb" }), "no header value"),
        (json!({ "kind": "status", "status": 500, "bodyAs": "odd" }), "unknown bodyAs odd"),
        (json!({ "kind": "status", "status": 500, "body": {}, "bodyAs": "html" }), "exclude each other"),
        (json!({ "bodyAs": "html" }), "status only"),
        (json!({ "kind": "delay" }), "needs ms"),
        (json!({ "kind": "late" }), "needs ms"),
        (json!({ "ms": 5 }), "delay late only"),
        (json!({ "status": 500 }), "status echo only"),
        (json!({ "kind": "echo", "status": 99 }), "no status"),
        (json!({ "age": 5 }), "stale-list only"),
        (json!({ "as": "nfc" }), "renamed only"),
        (json!({ "kind": "renamed" }), "needs as"),
        (json!({ "kind": "renamed", "as": "loud" }), "unknown variant"),
        (json!({ "times": 0 }), "at least 1"),
        (json!({ "times": -1 }), "invalid value"),
        (json!({ "path": "/index.html" }), "must begin with"),
        (json!({ "path": "/stackone/x?page=1" }), "without the query"),
        (json!({ "kind": "truncate", "afterWork": true }), "afterWork"),
        (json!({ "knid": "hang" }), "unknown field"),
    ] {
        let error = read(fault.clone()).unwrap_err().0;
        assert!(error.contains(reason), "{fault}: {error}");
    }
    assert!(Fault::from_json(json!([])).is_err());
}

#[test]
fn a_preflight_meets_only_no_cors_and_uses_it_up() {
    let mut queue = Queue::default();
    queue.add(read(json!({ "kind": "hang" })).unwrap());
    queue.add(read(json!({ "kind": "no-cors" })).unwrap());
    let path = "/stackone/connector_profiles";
    assert!(!queue.take_for_preflight("POST", path), "the older fault comes first");
    assert_eq!(queue.take("POST", path, false).unwrap().kind, Kind::Hang);
    assert!(!queue.take_for_preflight("GET", path));
    assert!(queue.take_for_preflight("POST", path));
    assert!(!queue.take_for_preflight("POST", path));
}

proptest! {
    /// Parsing never panics.
    #[test]
    fn reading_never_panics(kind in "[a-z-]{0,12}", times in any::<i64>(), status in any::<u32>(), path in ".{0,20}") {
        let _ = Fault::from_json(json!({ "method": "GET", "path": path, "kind": kind, "times": times, "status": status }));
    }

    /// Faults are used oldest first, each exactly as often as requested, whatever other requests arrive.
    #[test]
    fn faults_are_used_up_in_order(times in proptest::collection::vec(1u32..4, 0..6)) {
        let mut queue = Queue::default();
        for (ms, times) in times.iter().enumerate() {
            queue.add(read(json!({ "kind": "delay", "ms": ms, "times": times })).unwrap());
        }
        for (ms, times) in times.iter().enumerate() {
            for _ in 0..*times {
                prop_assert!(queue.take("GET", "/stackone/connector_profiles", false).is_none());
                prop_assert!(queue.take("POST", "/stackone/other", false).is_none());
                let taken = queue.take("POST", "/stackone/connector_profiles", false).unwrap();
                prop_assert_eq!(taken.kind, Kind::Delay(Duration::from_millis(ms as u64)));
            }
        }
        prop_assert!(queue.take("POST", "/stackone/connector_profiles", false).is_none());
    }
}
