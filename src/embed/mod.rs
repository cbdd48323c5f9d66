//! Floor 5: the composition root. What JavaScript calls, configuration in, events out, and what happens when something
//! breaks. Puts `ui` and `browser` together; nobody above it.

mod config;
mod crash;
mod draft;
mod exports;
mod instance;
mod json;

pub use exports::*;
pub use instance::Instance;
