//! The component that is mounted: owns the state, applies `update`, passes effects on, and moves the focus. `update`
//! never dispatches messages: they come only from people, answers and the host page.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::Screen;
use crate::app::view::view;
use crate::app::{Effect, Message, Senders, Settings, State, Target};
use crate::app::{WordedEvent, worded};

/// The props of the mounted component.
#[derive(Properties)]
pub struct AppProps {
    /// Runs an effect. Its result arrives as messages.
    pub run: Callback<(Effect, Callback<Message>)>,
    /// Dispatches an event to the host page.
    pub tell: Callback<WordedEvent>,
    /// The element that the form is rendered into.
    pub root: HtmlElement,
}

/// Required by Yew. Always equal, because a form keeps its props.
impl PartialEq for AppProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The root component. Renders the form from `Message::Mounted` to `Message::Unmounted`, and nothing while it waits to
/// be reused, or else the old content would flash up at the next mount.
pub struct App {
    state: State,
    send: Callback<Message>,
    senders: Rc<Senders>,
    mounted: bool,
    fresh: bool,
    /// The number of mounts, used as a key. A new key recreates the controls, which may contain text unknown to Yew.
    mounts: u32,
    focus: Option<Target>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|msg| msg);
        Self {
            state: State::new(Settings::default()),
            senders: Rc::new(Senders::new(&send)),
            send,
            mounted: false,
            fresh: false,
            mounts: 0,
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Message) -> bool {
        match msg {
            Message::Mounted(_) => {
                (self.mounted, self.fresh) = (true, true);
                self.mounts += 1;
            }
            Message::Unmounted => (self.mounted, self.fresh) = (false, false),
            _ => {}
        }
        for effect in self.state.advance(msg) {
            match effect {
                // Checked before rendering, which may remove the focused button.
                Effect::Focus(Target::ActionSearch) if find(&ctx.props().root, "#actions-read:focus").is_none() => {}
                Effect::Focus(target) => self.focus = Some(target),
                Effect::Emit(event) => ctx.props().tell.emit(worded(&self.state, &event)),
                Effect::Send { .. }
                | Effect::StartCountdown(_)
                | Effect::ReadClock(..)
                | Effect::AwaitPage { .. }
                | Effect::SaveProgress(_)
                | Effect::PushHistory(..)
                | Effect::NamePage(_)
                | Effect::GuardUnload(_)
                | Effect::Copy(..) => {
                    ctx.props().run.emit((effect, self.send.clone()));
                }
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = self.mounted.then(|| view(&self.state).screen());
        html! { <Screen key={self.mounts} {view} words={&self.state.settings.words} senders={&self.senders} /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.fresh) {
            ctx.link().send_message(Message::Rendered);
        }
        if let Some(target) = self.focus.take() {
            move_focus(&ctx.props().root, target);
        }
    }
}

fn move_focus(root: &HtmlElement, target: Target) {
    let element = match target {
        // Of radio buttons, the selected one, or else the first one.
        Target::Field(field) => {
            let name = field.name();
            find(root, &format!("[name={name}]:checked,[name={name}]:not([type=radio])"))
                .or_else(|| find(root, &format!("[name={name}]")))
        }
        Target::Failure => find(root, "#failure"),
        Target::Step => find(root, "#step"),
        Target::OwnerId => find(root, "#owner-id"),
        Target::OwnerName => find(root, "#owner-name"),
        Target::Done => find(root, "#done"),
        Target::Connection => find(root, "#link"),
        Target::Changes => find(root, "#changes"),
        Target::ActionSearch => find(root, "#action-search"),
        Target::Actions => find(root, ".checkbox").or_else(|| find(root, "#action-search")),
    };
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // The person may have folded the details that contain it.
    if let Ok(Some(fold)) = element.closest("details:not([open])") {
        let _ = fold.set_attribute("open", "");
    }
    // After a long step, the next one starts above the window. Browsers scroll only to the focused element, and only to
    // its edge.
    if matches!(target, Target::Step | Target::Done) && element.get_bounding_client_rect().top() < 0.0 {
        root.scroll_into_view();
    }
    let _ = element.focus();
}

fn find(root: &HtmlElement, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}
