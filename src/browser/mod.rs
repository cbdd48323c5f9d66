//! The only code that touches the world. Runs an `Effect` and answers with a `Message`: sends requests, copies,
//! waits, dispatches events. Called by `embed`; knows nothing of how the form is drawn. `JsValue` ends here.

pub mod address;
mod clipboard;
pub mod guard;
pub mod js_value;
mod page;
mod policy;
mod send;
pub mod storage;

pub use page::Page;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit};
use yew::Callback;

use self::js_value::to_js;
use crate::app::WordedEvent;
use crate::app::{Effect, Message};
use crate::features::guide::GuideMessage;
use crate::features::guide::Now;

/// Does one thing and answers with what came of it.
pub fn run(page: &Page, effect: Effect, answer: Callback<Message>) {
    let page = page.clone();
    match &effect {
        Effect::SaveProgress(text) => return storage::keep(&page, text),
        Effect::PushHistory(from, to) => return address::put(&page, from.name(), to.name()),
        Effect::GuardUnload(asks) => return guard::set(&page, *asks),
        Effect::Send { .. }
        | Effect::StartCountdown(_)
        | Effect::ReadClock(..)
        | Effect::Copy(..)
        | Effect::Emit(_)
        | Effect::Focus(_) => {}
    }
    spawn_local(async move {
        answer.emit(match effect {
            Effect::Send { id, request, authorize, delay_ms, timeout_ms } => {
                if delay_ms > 0 {
                    TimeoutFuture::new(delay_ms).await;
                }
                // The form may have gone meanwhile: then nothing is sent, and nobody asked for an authorization.
                if page.gone.signal().aborted() {
                    return;
                }
                Message::AnswerArrived(id, send::send(&page, request, authorize, timeout_ms).await)
            }
            Effect::StartCountdown(timer) => {
                TimeoutFuture::new(1000).await;
                Message::CountdownTicked(timer, now().seconds)
            }
            Effect::ReadClock(clock, ms) => {
                TimeoutFuture::new(ms).await;
                Message::Guide(GuideMessage::ClockRead(clock, now()))
            }
            Effect::Copy(copy, text) => Message::CopyFinished(copy, clipboard::copy(&page, text, copy.id()).await),
            // These were done above, at once; events and the focus are the drawing component's to do.
            Effect::Emit(_)
            | Effect::SaveProgress(_)
            | Effect::PushHistory(..)
            | Effect::GuardUnload(_)
            | Effect::Focus(_) => return,
        });
    });
}

/// What the clock of the device says.
fn now() -> Now {
    let date = js_sys::Date::new_0();
    // Seconds since 1970 fit in 64 bits until long after Date's own range ends.
    Now { seconds: (date.get_time() / 1000.0) as u64, zone: -(date.get_timezone_offset() as i32) }
}

/// Tells the host page.
pub fn emit(page: &Page, event: &WordedEvent) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&to_js(event.detail()));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event.name(), &init) {
        let _ = page.host.dispatch_event(&event);
    }
}
