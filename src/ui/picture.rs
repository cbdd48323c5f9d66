//! Drawings of Setup's screens, from their text in `salesforce::screens`. Colours come from the stylesheet, so that they
//! hold in dark and in forced colours.

use super::tree::Tree;
use crate::i18n::TextKey;

impl Tree<'_> {
    /// A drawing; `alt` says what it shows.
    pub fn picture(&mut self, shapes: &'static str, alt: TextKey) {
        self.open("svg|class=picture|role=img|viewBox=0 0 320 110").name("aria-label", alt);
        for shape in shapes.split('\n') {
            let mut parts = shape.splitn(4, ' ');
            let mut part = || parts.next().unwrap_or_default();
            let (kind, x, y, rest) = (part(), part(), part(), part());
            match kind {
                "say" => {
                    self.open("text").set("x", x).set("y", y).text(rest).close();
                }
                "on" | "off" => {
                    self.rectangle(if kind == "on" { "rect|class=mark" } else { "rect|class=off" }, x, y, "14", "14");
                    if kind == "on" {
                        self.open("path|d=m3 7 3 4 5-8")
                            .set("transform", &["translate(", x, " ", y, ")"].concat())
                            .close();
                    }
                }
                _ => {
                    let (width, height) = rest.split_once(' ').unwrap_or_default();
                    self.rectangle(if kind == "mark" { "rect|class=mark" } else { "rect" }, x, y, width, height);
                }
            }
        }
        self.close();
    }

    fn rectangle(&mut self, markup: &'static str, x: &str, y: &str, width: &str, height: &str) {
        self.open(markup).set("x", x).set("y", y).set("width", width).set("height", height).set("rx", "3").close();
    }
}
