//! Drawings of Setup's screens, from their shapes in `salesforce::screens`. Colours come from the stylesheet, so that they
//! hold in dark and in forced colours.

use yew::prelude::*;

use crate::components::use_words;
use crate::i18n::{TextKey, plain};
use crate::salesforce::screens::Shape;

/// What a drawing is made of.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The shapes.
    pub shapes: &'static [Shape],
    /// What it shows, in words.
    pub alt: TextKey,
}

/// A drawing.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let words = use_words();
    html! {
        <svg class="picture" role="img" viewBox="0 0 320 110" aria-label={plain(words.get(props.alt))}>
            for shape in props.shapes {
                { draw(*shape) }
            }
        </svg>
    }
}

/// Side of a check box.
const BOX: u16 = 14;

fn draw(shape: Shape) -> Html {
    match shape {
        Shape::Frame(x, y, width, height) => rectangle(None, [x, y, width, height]),
        Shape::Mark(x, y, width, height) => rectangle(Some("mark"), [x, y, width, height]),
        Shape::On(x, y) => html! {
            <>
                { rectangle(Some("mark"), [x, y, BOX, BOX]) }
                <path d="m3 7 3 4 5-8" transform={format!("translate({x} {y})")} />
            </>
        },
        Shape::Off(x, y) => rectangle(Some("off"), [x, y, BOX, BOX]),
        Shape::Words(x, y, words) => html! { <text x={x.to_string()} y={y.to_string()}>{ words }</text> },
    }
}

fn rectangle(class: Option<&'static str>, place: [u16; 4]) -> Html {
    let [x, y, width, height] = place.map(|number| number.to_string());
    html! { <rect {class} {x} {y} {width} {height} rx="3" /> }
}
