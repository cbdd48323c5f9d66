//! A profile in two lines.

use yew::prelude::*;

/// Name, facts and id of a profile.
pub fn profile_line(name: &str, facts: &str, id: &str) -> Html {
    html! {
        <span><b>{ name }</b>{ " · " }{ facts }<br /><code class="muted">{ id }</code></span>
    }
}
