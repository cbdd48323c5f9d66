//! What StackOne's published web component, the Hub, requests: below `/stackone/hub`, and the sign-in window. It runs
//! in another page with only the token of a connect session, which the gate has checked. None of this is documented:
//! paths and shapes come from its source, version 1.11.4. Requests to change a linked account are not simulated.

mod attempts;
mod connectors;
mod token;
mod window;

pub use attempts::{begin, cancel, show as attempt};
pub use connectors::{connector, link_typed, list, settings};
pub use token::{HEADER, Token, session};
pub use window::open as window;
