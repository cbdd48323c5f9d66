//! Whether a content security policy forbade a request. `fetch` does not say so; an event on the document does, for every
//! request of the page and also where a policy only reports.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{Document, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition, Url};

/// Listens for a policy that forbids one request, while it is out.
pub struct Watch {
    seen: Rc<Cell<bool>>,
    _listener: Option<EventListener>,
}

impl Watch {
    /// Begins to listen, before a request to `url` is made.
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

    /// Whether the policy stood in the way. The event may come just after `fetch` gave up.
    pub async fn saw_violation(&self) -> bool {
        if !self.seen.get() {
            TimeoutFuture::new(50).await;
        }
        self.seen.get()
    }
}

/// What a violation may call the address: the whole of it, or the origin alone where that is another one.
fn names(document: &Document, url: &str) -> Vec<String> {
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(url, &base).map(|url| vec![url.href(), url.origin()]).unwrap_or_default()
}
