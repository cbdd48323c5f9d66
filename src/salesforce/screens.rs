//! Drawings of pages in Setup. Labels are as Salesforce writes them.

/// A part of a page in Setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Where it is.
    pub path: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is below, in order.
    pub rows: &'static [Row],
}

/// One line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A checkbox that is not the person's concern.
    Checkbox(&'static str),
    /// The checkbox in question.
    Question(&'static str),
    /// A button, which is to be clicked.
    Button(&'static str),
}

const PKCE: &str = "Require Proof Key for Code Exchange (PKCE) extension for Supported Authorization Flows";

/// The section Security of the OAuth settings.
pub const SECURITY: Screen = Screen {
    path: "Setup › New External Client App",
    title: "Security",
    rows: &[
        Row::Checkbox("Require secret for Web Server Flow"),
        Row::Checkbox("Require secret for Refresh Token Flow"),
        Row::Question(PKCE),
    ],
};

/// Where an app shows its key and secret.
pub const KEY_AND_SECRET: Screen = Screen {
    path: "External Client App Manager › Settings",
    title: "OAuth Settings",
    rows: &[Row::Button("Consumer Key and Secret")],
};
