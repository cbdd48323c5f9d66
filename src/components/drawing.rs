//! Drawings of Setup's screens, from their text in `salesforce::screens`. Colours come from the stylesheet, so that they
//! hold in dark and in forced colours.

use yew::prelude::*;

use super::use_words;
use crate::i18n::{TextKey, plain};

/// What a drawing is made of.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The shapes, one a line.
    pub shapes: &'static str,
    /// What it shows, in words.
    pub alt: TextKey,
}

/// A drawing.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let words = use_words();
    html! {
        <svg class="picture" role="img" viewBox="0 0 320 110" aria-label={plain(words.get(props.alt))}>
            for line in props.shapes.lines() {
                { shape(line) }
            }
        </svg>
    }
}

fn shape(line: &'static str) -> Html {
    let mut parts = line.splitn(4, ' ');
    let mut part = || parts.next().unwrap_or_default();
    let (kind, x, y, rest) = (part(), part(), part(), part());
    let (width, height) = rest.split_once(' ').unwrap_or_default();
    match kind {
        "say" => html! { <text {x} {y}>{ rest }</text> },
        "on" => html! {
            <>
                <rect class="mark" {x} {y} width="14" height="14" rx="3" />
                <path d="m3 7 3 4 5-8" transform={format!("translate({x} {y})")} />
            </>
        },
        "off" => html! { <rect class="off" {x} {y} width="14" height="14" rx="3" /> },
        "mark" => html! { <rect class="mark" {x} {y} {width} {height} rx="3" /> },
        _ => html! { <rect {x} {y} {width} {height} rx="3" /> },
    }
}
