//! A profile in two lines.

use yew::prelude::*;

use super::{rich_text, verbatim};

/// The name, facts and id of a profile.
pub fn profile_line(name: &str, facts: &str, id: &str) -> Html {
    html! {
        <span><b>{ verbatim(name) }</b>{ " · " }{ rich_text(facts) }<br /><code class="muted">{ verbatim(id) }</code></span>
    }
}
