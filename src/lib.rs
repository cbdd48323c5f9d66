//! The set-up form for a StackOne connector profile for Salesforce, as one WebAssembly module for a static page and
//! for an embedded element.
//!
//! A tour of the house, from the ground up. A folder uses the floors below it, never those above:
//!
//! | floor | folder | what it is |
//! |---|---|---|
//! | 0 | [`salesforce`] | keys, hosts, scopes, authorization URL, errors |
//! | 0 | [`i18n`] | every word a person reads |
//! | 1 | [`components`] | buttons, fields and boxes that know the words only |
//! | 1 | [`profile`] | draft → issues → profile |
//! | 2 | [`stackone`] | requests and answers of StackOne's API |
//! | 3 | [`requests`] | what is in flight, and what an answer means |
//! | 3 | [`form`] | the form as a state machine |
//! | 4 | [`ui`] | draws it |
//! | 4 | `browser` | runs its effects |
//! | 5 | `embed` | what JavaScript calls |
//!
//! Floors 0 to 3 are pure. Without the feature `web` they are built with [`ui`] and [`components`], for tests on any
//! machine: components draw without a browser too. An admin's keystroke takes this way: [`ui::App`] → [`form::update`] →
//! [`form::view::ScreenView`] → [`ui::Screen`]; a request leaves as [`form::Effect`], is sent by `browser` and comes back
//! as [`form::Message::AnswerArrived`].

pub mod components;
pub mod form;
pub mod i18n;
pub mod profile;
pub mod requests;
pub mod salesforce;
pub mod stackone;
pub mod ui;

#[cfg(feature = "web")]
mod browser;
#[cfg(feature = "web")]
pub mod embed;
