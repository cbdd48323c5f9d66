//! The one Yew component: holds the state, lets `form` work out the next one, hands effects on and moves the focus.
//! `form` never dispatches by itself, so messages come from people, from answers and from the host page only.

use std::collections::VecDeque;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::hear::Ears;
use super::tree::Tree;
use crate::form::view::{View, view};
use crate::form::{Effect, Message, Settings, State, Target};

/// What the component is mounted with.
#[derive(Properties)]
pub struct Props {
    /// Runs an effect; what comes of it is sent back as messages.
    pub run: Callback<(Effect, Callback<Message>)>,
    /// The element that it draws into.
    pub root: HtmlElement,
    /// What listens to it.
    pub ears: Rc<Ears>,
}

/// Yew asks for it. A form keeps what it was mounted with.
impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The form, from `Message::Mounted` to `Message::Unmounted`, and again. In between it draws nothing: what it drew would show for a
/// moment on the next page.
pub struct App {
    state: State,
    begun: bool,
    fresh: bool,
    focus: VecDeque<Target>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        let state = State::new(Settings::default());
        Self { state, begun: false, fresh: false, focus: VecDeque::new() }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Message) -> bool {
        ctx.props().ears.drawn();
        match msg {
            Message::Mounted(_) => (self.begun, self.fresh) = (true, true),
            Message::Unmounted => (self.begun, self.fresh) = (false, false),
            _ => {}
        }
        let effects = self.state.advance(msg);
        let answer = ctx.link().callback(|msg| msg);
        for effect in effects {
            match effect {
                // Asked before it is drawn, which may take the row or the button with the focus away.
                Effect::Focus(Target::SameAction)
                    if find(&ctx.props().root, "[role=listbox]:focus-within").is_none() => {}
                Effect::Focus(Target::ActionSearch) if find(&ctx.props().root, "#actions-read:focus").is_none() => {}
                Effect::Focus(target) => self.focus.push_back(target),
                Effect::Send { .. }
                | Effect::StartCountdown(_)
                | Effect::ReadClock(..)
                | Effect::SaveProgress(_)
                | Effect::PushHistory(..)
                | Effect::GuardUnload(_)
                | Effect::Copy(..)
                | Effect::Emit(_) => {
                    ctx.props().run.emit((effect, answer.clone()));
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = view(&self.state);
        let mut tree = Tree::new(view.words());
        tree.only(self.begun, |tree| self.draw(tree, &view));
        let (html, hears) = tree.finish();
        ctx.props().ears.draw(hears);
        html
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        // Before the focus moves: the field that it leaves is to hear of it.
        ctx.props().ears.drawn();
        if std::mem::take(&mut self.fresh) {
            ctx.link().send_message(Message::Rendered);
        }
        if let Some(target) = self.focus.pop_back() {
            self.focus.clear();
            move_focus(&ctx.props().root, target);
        }
    }
}

impl App {
    fn draw(&self, tree: &mut Tree<'_>, view: &View<'_>) {
        tree.open("div|class=scp|part=root").set("data-theme", self.state.settings.theme.name());
        if let Some(language) = view.words().language() {
            tree.set("lang", language);
        }
        tree.each(&self.state.notices, |tree, notice| {
            tree.leaf("p|class=note warn|part=notice|role=status", notice);
        });
        match view.done() {
            _ if self.state.profiles.shown && !self.state.is_changing() => tree.profiles(view),
            _ if self.state.guided() => tree.guide(view),
            Some(done) => tree.done(view, &done),
            None => tree.form(view),
        }
        tree.close();
    }
}

fn move_focus(root: &HtmlElement, target: Target) {
    let selector = match target {
        Target::Field(field) => {
            let name = field.name();
            ["[name=", name, "]:checked,[name=", name, "]:not([type=radio])"].concat()
        }
        Target::Failure => "#failure".to_owned(),
        Target::Step => "#step".to_owned(),
        Target::Owner { id } => (if id { "#owner-id" } else { "#owner-name" }).to_owned(),
        Target::Done => "#done".to_owned(),
        Target::Changes => "#changes".to_owned(),
        Target::ActionSearch => "#action-search".to_owned(),
        Target::Action | Target::SameAction => "[role=option][tabindex=\"0\"]".to_owned(),
    };
    let first_choice = match target {
        Target::Field(field) => ["[name=", field.name(), "]"].concat(),
        Target::Failure
        | Target::Step
        | Target::Owner { .. }
        | Target::Done
        | Target::Changes
        | Target::Action
        | Target::SameAction
        | Target::ActionSearch => selector.clone(),
    };
    if let Some(element) = find(root, &selector).or_else(|| find(root, &first_choice)) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

fn find(root: &HtmlElement, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}
