//! Explains Salesforce's errors: from any copied text – an address, a page's text, JSON – to the cause and the fixes.
//! Called by `embed` and by the guide. `explain` is the entry point; `catalog` has the facts, `lookup` finds the entry,
//! `parse` reads addresses and JSON, `normalize` makes texts comparable. Pasted text is returned only through `redact`.
//! Nothing is guessed.

mod catalog;
mod explain;
mod explanation;
mod lookup;
mod normalize;
mod parse;
mod redact;

pub use explain::explain;
pub use explanation::{Explanation, GuideStep, Step};
