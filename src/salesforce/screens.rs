//! Drawings of Setup pages, with the labels that Salesforce uses.

/// A part of a page in Setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The path of menu items to the page.
    pub path: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The rows below the heading, in order.
    pub rows: &'static [Row],
}

/// A row of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A checkbox that is drawn for orientation only.
    Checkbox(&'static str),
    /// The checkbox that the guide asks about.
    Question(&'static str),
    /// The button to click.
    Button(&'static str),
}

const PKCE: &str = "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows";

/// The section *Security* of the OAuth settings.
pub const SECURITY: Screen = Screen {
    path: "Setup › New External Client App",
    title: "Security",
    rows: &[
        Row::Checkbox("Require secret for Web Server Flow"),
        Row::Checkbox("Require secret for Refresh Token Flow"),
        Row::Question(PKCE),
    ],
};

/// The page with an app's consumer key and secret.
pub const KEY_AND_SECRET: Screen = Screen {
    path: "External Client App Manager › Settings",
    title: "OAuth Settings",
    rows: &[Row::Button("Consumer Key and Secret")],
};
