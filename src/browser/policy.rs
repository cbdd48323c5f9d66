//! Whether a content security policy forbade a request. `fetch` does not say so; an event on the document does, for every
//! request of the page and also where a policy only reports.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, SecurityPolicyViolationEvent, SecurityPolicyViolationEventDisposition, Url};

/// Listens for a policy that forbids one request, while it is out.
pub struct Watch {
    document: Option<Document>,
    seen: Rc<Cell<bool>>,
    listener: Closure<dyn FnMut(SecurityPolicyViolationEvent)>,
}

const EVENT: &str = "securitypolicyviolation";

impl Watch {
    /// Begins to listen, before a request to `url` is made.
    pub fn start(url: &str) -> Self {
        let seen = Rc::new(Cell::new(false));
        let document = web_sys::window().and_then(|window| window.document());
        let listener = {
            let (seen, names) = (seen.clone(), names(document.as_ref(), url));
            Closure::new(move |event: SecurityPolicyViolationEvent| {
                let enforced = event.disposition() == SecurityPolicyViolationEventDisposition::Enforce;
                if enforced && event.effective_directive() == "connect-src" && names.contains(&event.blocked_uri()) {
                    seen.set(true);
                }
            })
        };
        if let Some(document) = &document {
            let _ = document.add_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
        }
        Self { document, seen, listener }
    }

    /// Whether the policy stood in the way. The event may come just after `fetch` gave up.
    pub async fn saw_violation(&self) -> bool {
        if !self.seen.get() {
            super::sleep(50).await;
        }
        self.seen.get()
    }
}

/// What a violation may call the address: the whole of it, or the origin alone where that is another one.
fn names(document: Option<&Document>, url: &str) -> Vec<String> {
    let base = document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    Url::new_with_base(url, &base).map(|url| vec![url.href(), url.origin()]).unwrap_or_default()
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(document) = &self.document {
            let _ = document.remove_event_listener_with_callback(EVENT, self.listener.as_ref().unchecked_ref());
        }
    }
}
