//! Observes whether a content security policy forbids a request. `fetch` does not tell, but the document gets an event: for
//! every request of the page, and also for policies that only report.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{Document, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition, Url};

/// Observes violations by one request until it is dropped.
pub struct CspViolationObserver {
    seen: Rc<Cell<bool>>,
    _listener: Option<EventListener>,
}

impl CspViolationObserver {
    /// Starts to observe. Must be called before the request to `url` is sent.
    pub fn start(url: &str) -> Self {
        let seen = Rc::new(Cell::new(false));
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let (seen, names) = (seen.clone(), names(&document, url));
            EventListener::new(&document, "securitypolicyviolation", move |event| {
                let event = event.unchecked_ref::<SecurityPolicyViolationEvent>();
                let enforced = event.disposition() == SecurityPolicyViolationEventDisposition::Enforce;
                if enforced && event.effective_directive() == "connect-src" && names.contains(&event.blocked_uri()) {
                    seen.set(true);
                }
            })
        });
        Self { seen, _listener: listener }
    }

    /// Whether the policy forbade the request. The event may arrive just after `fetch` fails.
    pub async fn saw_violation(&self) -> bool {
        if !self.seen.get() {
            TimeoutFuture::new(50).await;
        }
        self.seen.get()
    }
}

/// The names that a violation may have for a URL: the URL itself, or its origin if that is not the page's.
fn names(document: &Document, url: &str) -> Vec<String> {
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(url, &base).map(|url| vec![url.href(), url.origin()]).unwrap_or_default()
}
