//! Detects whether a content security policy blocked a request. `fetch` reports only a network error. The document gets
//! an event, but also for other requests of the page and for report-only policies.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{Document, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition, Url};

/// Observes one request until it is dropped.
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

    /// Whether a policy blocked the request. Waits a moment, because the event may arrive after `fetch` fails.
    pub async fn saw_violation(&self) -> bool {
        if !self.seen.get() {
            TimeoutFuture::new(50).await;
        }
        self.seen.get()
    }
}

/// The URLs that a violation may report: the URL itself, or only its origin if it is not the page's.
fn names(document: &Document, url: &str) -> Vec<String> {
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(url, &base).map(|url| vec![url.href(), url.origin()]).unwrap_or_default()
}
