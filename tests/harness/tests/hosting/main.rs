//! The recipes in `static/hosting`: as they are written, all of them; and as they work, those for servers that can be
//! started here.

mod certificates;
mod client;
mod forwarding;
mod keys;
mod names;
mod pages;
mod recipes;
mod upstream;
