//! Components that several features share. They know the texts, but not the features: content and callbacks are
//! parameters. In all folders, a Yew component is what uses a hook, what has many parameters, and what isn't drawn again
//! while its props are equal. The rest are functions that return `Html`: each as a component adds 700 bytes (brotli) to
//! the page.

mod button;
mod choice;
mod copy_box;
mod external_link;
mod facts;
mod focus;
mod icon;
mod listeners;
mod notice;
mod profile_line;
mod skeleton;
mod text_field;
mod words;

pub use button::{Button, Look, button};
pub use choice::{choice, switch};
pub use copy_box::{CopyBox, CopyView, support_details};
pub use external_link::external_link;
pub use facts::{fact_to_copy, facts};
pub use focus::{keep_focus, on_focus_left};
pub use icon::{Icon, icon};
pub use listeners::{on_key, on_submit, sends};
pub use notice::{Tone, alert, remark};
pub use profile_line::profile_line;
pub use skeleton::skeleton;
pub use text_field::{TextField, text_of};
pub use words::{Shared, rich_text, say, use_shared, use_words, verbatim, with_breaks};
