//! The set-up form for a StackOne connector profile for Salesforce, as one WebAssembly module for a static page and
//! for an embedded element.
//!
//! Each folder uses only those above it in this list (`tests/native/architecture.rs` holds that):
//!
//! | folder | what it is |
//! |---|---|
//! | [`salesforce`] | keys, hosts, scopes, authorization URL, errors |
//! | [`i18n`] | every word a person reads |
//! | [`profile`] | draft → issues → profile |
//! | [`stackone`] | requests and answers of StackOne's API |
//! | [`requests`] | what is in flight, and what an answer means |
//! | [`components`] | buttons, fields and boxes that know the words only |
//! | [`features`] | what a person sees and does, a folder for each feature |
//! | [`app`] | wires the features: state, messages, effects, and the component that is mounted |
//! | `browser` | runs the effects |
//! | `embed` | what JavaScript calls |
//!
//! All but `browser` and `embed` is built without the feature `web` too, and tested on any machine: components draw
//! without a browser. A keystroke takes this way: [`app::App`] → [`app::update`] → [`app::ScreenView`] →
//! [`app::Screen`]. A request leaves as [`app::Effect`], is sent by `browser` and comes back as
//! [`app::Message::AnswerArrived`].

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
