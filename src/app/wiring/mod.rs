//! What a feature asks for, done: a file for each feature. Only here do two features meet.

mod action_picker;
mod form;
mod guide;
mod link_account;
mod outcome;
mod profiles;
mod route;
mod submit;
