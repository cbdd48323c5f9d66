//! The features, one folder each: `state`, `update` for its messages, `view` for its view models, `component` for
//! rendering. `app` owns their states and connects them.

pub mod action_picker;
pub mod form;
pub mod guide;
pub mod link_account;
pub mod profiles;
pub mod submit;
