//! What Salesforce's errors mean and what helps: from whatever a person can copy – an address, a page's text, JSON – to
//! cause and remedies. Called by `embed` and by the guide. `explain` leads; `table` is the knowledge, `find` looks it
//! up, `pasted` reads addresses and JSON, `encoded` takes off percent signs and the like, `words` compares texts, and
//! `shown` is the only way by which pasted text comes out again. None of them guesses.

mod encoded;
mod explain;
mod find;
mod pasted;
mod shown;
mod table;
mod words;

pub use explain::{Explanation, explain};
pub use find::{GuideStep, Step};
