//! The recipes in `static/hosting`: as they are written, all of them; and as they work, those for servers that can be
//! started here.

mod client;
mod forwarding;
mod keys;
mod pages;
mod recipes;
