//! Runs effects: sends requests, copies, waits, stores, dispatches events. Each effect results in at most one
//! `Message`. Called by `embed`. Only this folder and `embed` use `JsValue`.

pub mod address;
mod clipboard;
mod csp_violation;
pub mod js_value;
mod mount_context;
mod page_seen;
mod send;
pub mod storage;
pub mod unload_guard;

pub use mount_context::MountContext;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Object, Reflect};
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit};
use yew::Callback;

use self::js_value::to_js;
use crate::app::WordedEvent;
use crate::app::{Effect, Message};
use crate::features::guide::GuideMessage;
use crate::features::link_account::LinkMessage;
use crate::stackone::UnixTime;

/// Runs one effect and sends its message.
pub fn run(context: &MountContext, effect: Effect, answer: Callback<Message>) {
    let context = context.clone();
    match &effect {
        Effect::SaveProgress(text) => return storage::keep(&context, text),
        Effect::PushHistory(from, to) => return address::put(&context, *from, *to),
        Effect::NamePage(title) => return address::name_page(&context, title),
        Effect::GuardUnload(asks) => return unload_guard::set(&context, *asks),
        Effect::Send { .. }
        | Effect::StartCountdown(_)
        | Effect::ReadClock(..)
        | Effect::AwaitPage { .. }
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
                // A form that was unmounted meanwhile must not send, or ask for authorization.
                if context.gone.signal().aborted() {
                    return;
                }
                Message::AnswerArrived(id, send::send(&context, request, authorize, timeout_ms).await)
            }
            Effect::StartCountdown(timer) => {
                TimeoutFuture::new(1000).await;
                Message::CountdownTicked(timer, now())
            }
            Effect::ReadClock(clock, ms) => {
                TimeoutFuture::new(ms).await;
                Message::Guide(GuideMessage::ClockRead(clock, now()))
            }
            Effect::AwaitPage { wait, ms, focused } => {
                TimeoutFuture::new(ms).await;
                page_seen::wait(&context, focused).await;
                Message::Link(LinkMessage::PageSeen(wait, now()))
            }
            Effect::Copy(copy, text) => Message::CopyFinished(copy, clipboard::copy(&context, text, copy.id()).await),
            // `SaveProgress` to `GuardUnload` ran above. The component handles `Emit` and `Focus`.
            Effect::Emit(_)
            | Effect::SaveProgress(_)
            | Effect::PushHistory(..)
            | Effect::NamePage(_)
            | Effect::GuardUnload(_)
            | Effect::Focus(_) => return,
        });
    });
}

/// The time of the device's clock, in seconds. The cast is lossless for every date that JavaScript has.
fn now() -> UnixTime {
    UnixTime((Date::now() / 1000.0) as u64)
}

/// A time in the person's zone, such as *Nov 27, 2026, 10:54 PM*. Returns a text that is no date unchanged.
pub fn local_time(text: &str) -> String {
    let (date, style) = (Date::new(&text.into()), Object::new());
    for (part, length) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        let _ = Reflect::set(&style, &part.into(), &length.into());
    }
    match date.get_time().is_nan() {
        true => text.to_owned(),
        false => date.to_locale_string("en", &style).into(),
    }
}

/// Dispatches an event to the host page.
pub fn emit(context: &MountContext, event: &WordedEvent) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&to_js(event.detail()));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event.name(), &init) {
        let _ = context.host.dispatch_event(&event);
    }
}
