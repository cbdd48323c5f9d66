//! Whether a content security policy forbade a request. `fetch` does not say so; an event on the document does.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, SecurityPolicyViolationEvent};

/// Listens for forbidden connections while a request is out.
pub struct Watch {
    document: Option<Document>,
    seen: Rc<Cell<bool>>,
    listener: Closure<dyn FnMut(SecurityPolicyViolationEvent)>,
}

const EVENT: &str = "securitypolicyviolation";

impl Watch {
    /// Begins to listen, before a request is made.
    pub fn start() -> Self {
        let seen = Rc::new(Cell::new(false));
        let document = web_sys::window().and_then(|window| window.document());
        let listener = {
            let seen = seen.clone();
            Closure::new(move |event: SecurityPolicyViolationEvent| {
                if event.effective_directive() == "connect-src" {
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

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(document) = &self.document {
            let _ = document.remove_event_listener_with_callback(EVENT, self.listener.as_ref().unchecked_ref());
        }
    }
}
