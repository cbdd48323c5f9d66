//! The tree that Yew draws, written from top to bottom. It stands in for `html!`, which writes out the making of each
//! element at its place: the form took 14,680 bytes of code with it and takes 5,427 with these calls. An element's name
//! and constant attributes are one text: `"p|class=hint|id=x"`.

use std::cell::RefCell;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};
use yew::{AttrValue, Html};

use super::hear::Hear;
use crate::i18n::{MARKS, TextKey, Words, digits, plain};

/// A tree in the making.
pub struct Tree<'a> {
    words: &'a Words,
    hears: Vec<Hear>,
    open: Vec<Open>,
}

/// An element, or a group without one, and what it holds so far.
#[derive(Default)]
struct Open {
    element: Option<VTag>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

thread_local! {
    /// Lists of attribute names. Yew takes them as `'static` and compares elements fast whose lists are the same one;
    /// there are as many as there are kinds of elements in the form, so they are kept for good.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

fn interned(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|known| match known.iter().find(|list| ***list == *names) {
        Some(list) => list,
        None => {
            let list: &'static [&'static str] = names.leak();
            known.push(list);
            list
        }
    })
}

impl<'a> Tree<'a> {
    /// An empty tree with words from there.
    pub fn new(words: &'a Words) -> Self {
        Self { words, hears: Vec::new(), open: vec![Open::default()] }
    }

    /// The tree as Yew takes it, and the listeners whose numbers it carries.
    pub fn finish(mut self) -> (Html, Vec<Hear>) {
        let children = self.open.pop().map(|open| open.children);
        (list(children.unwrap_or_default()), self.hears)
    }

    /// Begins an element.
    pub fn open(&mut self, markup: &'static str) -> &mut Self {
        let mut parts = markup.split('|');
        let element = VTag::new(AttrValue::Static(parts.next().unwrap_or_default()));
        self.open.push(Open { element: Some(element), ..Open::default() });
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            self.attribute(name, AttrValue::Static(value));
        }
        self
    }

    /// Ends the element, or the group, begun last.
    pub fn close(&mut self) -> &mut Self {
        let Some(Open { element, names, values, children }) = self.open.pop() else { return self };
        self.add(match element {
            Some(mut element) => {
                element.set_attributes(Attributes::Dynamic { keys: interned(names), values: values.into() });
                if let Some(own) = element.children_mut() {
                    *own = list(children);
                }
                element.into()
            }
            None => list(children),
        })
    }

    /// An attribute of the element begun last.
    pub fn set(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.attribute(name, shared(value))
    }

    /// An attribute with the words of a key.
    pub fn name(&mut self, name: &'static str, key: TextKey) -> &mut Self {
        self.set(name, &plain(self.words(key)))
    }

    /// An attribute that is there or not.
    pub fn flag(&mut self, name: &'static str, set: bool) -> &mut Self {
        if set { self.set(name, "") } else { self }
    }

    /// An attribute that is `true` or `false`.
    pub fn truth(&mut self, name: &'static str, value: bool) -> &mut Self {
        self.set(name, if value { "true" } else { "false" })
    }

    /// What a text control holds.
    pub fn value(&mut self, text: &str) -> &mut Self {
        self.element(|element| element.set_value(shared(text)))
    }

    /// Whether a choice is made.
    pub fn checked(&mut self, checked: bool) -> &mut Self {
        self.element(|element| element.set_checked(checked))
    }

    /// Listens to one kind of event, which `mark` names: `data-` and the event's name.
    pub fn hears(&mut self, mark: &'static str, hear: Hear) -> &mut Self {
        let number = digits(self.hears.len() as u64);
        self.hears.push(hear);
        self.set(mark, &number)
    }

    /// Text.
    pub fn text(&mut self, words: &str) -> &mut Self {
        self.add(VText::new(shared(words)).into())
    }

    /// The words of a key.
    pub fn say(&mut self, key: TextKey) -> &mut Self {
        self.rich(self.words(key))
    }

    /// The words of a key, with marks.
    pub fn words(&self, key: TextKey) -> &'a str {
        self.words.get(key)
    }

    /// The words of a key with a value filled in.
    pub fn fill(&self, key: TextKey, name: &str, value: &str) -> String {
        self.words.fill(key, &[(name, value)])
    }

    /// Words with marks: what stands between two marks is bold, as the screens it names have it.
    pub fn rich(&mut self, words: &str) -> &mut Self {
        self.group();
        let mut bold = false;
        for part in words.split(MARKS) {
            if bold {
                self.leaf("b", part);
            } else {
                self.text(part);
            }
            bold = !bold;
        }
        self.close()
    }

    /// An element with text in it.
    pub fn leaf(&mut self, markup: &'static str, words: &str) -> &mut Self {
        self.open(markup).text(words).close()
    }

    /// An element with the words of a key in it.
    pub fn label(&mut self, markup: &'static str, key: TextKey) -> &mut Self {
        self.open(markup).say(key).close()
    }

    /// An element with words with marks in it.
    pub fn told(&mut self, markup: &'static str, words: &str) -> &mut Self {
        self.open(markup).rich(words).close()
    }

    /// Each of several things.
    pub fn each<T>(&mut self, items: impl IntoIterator<Item = T>, mut draw: impl FnMut(&mut Self, T)) -> &mut Self {
        self.group();
        for item in items {
            draw(self, item);
        }
        self.close()
    }

    /// A thing that may not be there. It keeps its place, so that its coming and going moves nothing else.
    pub fn maybe<T>(&mut self, item: Option<T>, draw: impl FnOnce(&mut Self, T)) -> &mut Self {
        self.group();
        if let Some(item) = item {
            draw(self, item);
        }
        self.close()
    }

    /// The same for what depends on a condition alone.
    pub fn only(&mut self, shown: bool, draw: impl FnOnce(&mut Self)) -> &mut Self {
        self.maybe(shown.then_some(()), |tree, ()| draw(tree))
    }

    fn group(&mut self) {
        self.open.push(Open::default());
    }

    fn attribute(&mut self, name: &'static str, value: AttrValue) -> &mut Self {
        if let Some(open) = self.open.last_mut() {
            open.names.push(name);
            open.values.push(Some(AttributeOrProperty::Attribute(value)));
        }
        self
    }

    fn element(&mut self, change: impl FnOnce(&mut VTag)) -> &mut Self {
        if let Some(element) = self.open.last_mut().and_then(|open| open.element.as_mut()) {
            change(element);
        }
        self
    }

    fn add(&mut self, child: Html) -> &mut Self {
        if let Some(open) = self.open.last_mut() {
            open.children.push(child);
        }
        self
    }
}

/// A text of its own, in one piece: of a `String` Yew makes a copy.
fn shared(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}

fn list(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}
