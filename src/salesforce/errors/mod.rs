//! What Salesforce's errors mean and what helps: from whatever a person can copy – an address, a page's text, JSON – to
//! cause and remedies. Called by `embed` and by the guide. `explain` leads; `catalog` is the knowledge, `lookup` finds the
//! entry, `parse` reads addresses and JSON, `normalize` compares texts, and
//! `redact` is the only way by which pasted text comes out again. None of them guesses.

mod catalog;
mod explain;
mod explanation;
mod lookup;
mod normalize;
mod parse;
mod redact;

pub use explain::explain;
pub use explanation::{Explanation, GuideStep, Step};
