//! The set-up form for a StackOne connector profile for Salesforce: one WebAssembly module, for a static page and for
//! an embeddable element.
//!
//! Each folder uses only those above it in this list, which `tests/native/architecture.rs` checks:
//!
//! | folder | what it is |
//! |---|---|
//! | [`salesforce`] | credentials, hosts, scopes, authorization URL, errors |
//! | [`i18n`] | every text that a person reads |
//! | [`profile`] | draft → issues → profile |
//! | [`stackone`] | requests to StackOne's API, and its answers |
//! | [`requests`] | requests in flight, and what their answers mean |
//! | [`components`] | buttons, fields and boxes that know only the texts |
//! | [`features`] | what a person sees and does, one folder per feature |
//! | [`app`] | connects the features: state, messages, effects, and the mounted component |
//! | `browser` | runs the effects |
//! | `embed` | the functions that JavaScript calls |
//!
//! All folders except `browser` and `embed` also compile without the feature `web`, so they can be tested without a
//! browser. A keystroke goes through [`app::App`] → [`app::update`] → [`app::ScreenView`] → [`app::Screen`]. A request
//! leaves as [`app::Effect`], is sent by `browser`, and returns as [`app::Message::AnswerArrived`].

pub mod app;
pub mod components;
pub mod features;
pub mod i18n;
pub mod profile;
pub mod requests;
pub mod salesforce;
pub mod stackone;

#[cfg(feature = "web")]
mod browser;
#[cfg(feature = "web")]
pub mod embed;
