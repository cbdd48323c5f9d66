//! What stands for rows that are on their way.

use yew::prelude::*;

/// Three blank rows.
#[component]
pub fn Skeleton() -> Html {
    html! {
        <div class="ghosts" aria-hidden="true"><p /><p /><p /></div>
    }
}
