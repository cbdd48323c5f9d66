//! What a person sees and does, a folder for each feature: `state` is what it knows, `update` what happens to it, `view`
//! what there is to see, `component` draws that. `app` holds their states and wires them together.

pub mod action_picker;
pub mod form;
pub mod guide;
pub mod link_account;
pub mod profiles;
pub mod submit;
