//! The one component that is mounted: holds the state, lets `update` work out the next one, hands effects on and moves the
//! focus. `update` never dispatches by itself, so messages come from people, from answers and from the host page only.

use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::Screen;
use crate::app::view::view;
use crate::app::{Effect, Message, Senders, Settings, State, Target};
use crate::app::{WordedEvent, worded};

/// What the component is mounted with.
#[derive(Properties)]
pub struct AppProps {
    /// Runs an effect. Its outcome comes back as messages.
    pub run: Callback<(Effect, Callback<Message>)>,
    /// Tells the host page of an event.
    pub tell: Callback<WordedEvent>,
    /// The element that it draws into.
    pub root: HtmlElement,
}

/// Yew asks for it. A form keeps what it was mounted with.
impl PartialEq for AppProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The form, from `Message::Mounted` to `Message::Unmounted`, and again. In between it draws nothing: what it drew would
/// show for a moment on the next page.
pub struct App {
    state: State,
    send: Callback<Message>,
    senders: Rc<Senders>,
    mounted: bool,
    fresh: bool,
    /// How often it was mounted. Each time it draws anew: a control may hold a text that was never drawn.
    mounts: u32,
    focus: VecDeque<Target>,
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
            focus: VecDeque::new(),
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
                // Asked before it is drawn, which may take the row or the button with the focus away.
                Effect::Focus(Target::ActionSearch) if find(&ctx.props().root, "#actions-read:focus").is_none() => {}
                Effect::Focus(target) => self.focus.push_back(target),
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
        if let Some(target) = self.focus.pop_back() {
            self.focus.clear();
            move_focus(&ctx.props().root, target);
        }
    }
}

fn move_focus(root: &HtmlElement, target: Target) {
    let element = match target {
        // Of radio buttons the chosen one, or else the first one.
        Target::Field(field) => {
            let name = field.name();
            find(root, &format!("[name={name}]:checked,[name={name}]:not([type=radio])"))
                .or_else(|| find(root, &format!("[name={name}]")))
        }
        Target::Failure => find(root, "#failure"),
        Target::Step => find(root, "#step"),
        Target::Owner { id: true } => find(root, "#owner-id"),
        Target::Owner { id: false } => find(root, "#owner-name"),
        Target::Done => find(root, "#done"),
        Target::Connection => find(root, "#link"),
        Target::Changes => find(root, "#changes"),
        Target::ActionSearch => find(root, "#action-search"),
        Target::Actions => find(root, ".checkbox"),
    };
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // A step that was gone on from far down begins above the window. Browsers scroll to what gets the focus only, and only
    // to its edge.
    if matches!(target, Target::Step | Target::Done) && element.get_bounding_client_rect().top() < 0.0 {
        root.scroll_into_view();
    }
    let _ = element.focus();
}

fn find(root: &HtmlElement, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}
