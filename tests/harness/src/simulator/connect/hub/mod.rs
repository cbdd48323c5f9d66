//! What StackOne's published web component, the Hub, asks for: below `/stackone/hub`, and the window it opens for the
//! sign-in. It runs in somebody else's page with nothing but the token of a connect session, which the gate has looked
//! at. No document tells of all this: paths and shapes were read from its source, version 1.11.4. What it asks for to
//! change an account that is linked already is not played.

mod attempts;
mod connectors;
mod token;
mod window;

pub use attempts::{begin, cancel, show as attempt};
pub use connectors::{connector, link_typed, list, settings};
pub use token::{HEADER, Token, session};
pub use window::open as window;
