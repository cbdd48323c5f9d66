//! The recipes in `static/hosting`: all of them as text, and those that can be started here in action.

mod certificates;
mod client;
mod forwarding;
mod keys;
mod names;
mod pages;
mod recipes;
mod upstream;
