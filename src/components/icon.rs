//! Icons as SVG, so that they look alike in every typeface. Screen readers skip them.

use yew::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Success.
    Check,
    /// An error.
    Cross,
    /// A warning.
    Warning,
    /// A link to another page.
    External,
    /// Something is left to do.
    More,
    /// A search.
    Search,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::Cross => "m4 4 8 8M12 4l-8 8",
            Self::Warning => "M8 2.5 14 13H2zM8 6.5v3M8 11.4v.1",
            Self::External => "m5 11 6-6M6 5h5v5",
            Self::More => "M3.5 8h.01M8 8h.01M12.5 8h.01",
            Self::Search => "M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0m-1 3 3.5 3.5",
        }
    }
}

/// Renders the icon.
pub fn icon(icon: Icon) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={icon.path()} /></svg> }
}
