//! Carries out what features ask for: one file per feature. Only here do features meet.

mod action_picker;
mod form;
mod guide;
mod link_account;
mod outcome;
mod profiles;
mod route;
mod submit;
