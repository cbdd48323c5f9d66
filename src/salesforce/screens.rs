//! Drawings of screens in Setup, in units of which a drawing is 320 wide and 110 high.

/// One shape of a drawing. The first two numbers say where its left upper corner is, of words where their line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box or button: place, width and height.
    Frame(u16, u16, u16, u16),
    /// One that matters here.
    Mark(u16, u16, u16, u16),
    /// A check box to leave selected.
    On(u16, u16),
    /// One to clear.
    Off(u16, u16),
    /// Words, as Salesforce writes them.
    Words(u16, u16, &'static str),
}

use Shape::{Frame, Mark, Off, On, Words};

/// App Manager, with the button that makes an app.
pub const APP_MANAGER: &[Shape] = &[
    Frame(1, 1, 318, 108),
    Words(12, 22, "Setup"),
    Words(12, 44, "Platform Tools"),
    Words(22, 64, "▾ Apps"),
    Mark(28, 74, 90, 20),
    Words(34, 88, "App Manager"),
    Frame(126, 1, 1, 108),
    Words(138, 30, "App Manager"),
    Mark(138, 44, 172, 24),
    Words(146, 60, "New External Client App"),
];

/// The section Security of the OAuth settings.
pub const SECURITY: &[Shape] = &[
    Frame(1, 1, 318, 98),
    Words(12, 22, "Security"),
    On(12, 34),
    Words(36, 45, "Require secret for Web Server Flow"),
    On(12, 56),
    Words(36, 67, "Require secret for Refresh Token Flow"),
    Off(12, 78),
    Words(36, 89, "Require Proof Key for Code Exchange: untick"),
];

/// Where an app shows its key and secret.
pub const KEY_AND_SECRET: &[Shape] = &[
    Frame(1, 1, 318, 108),
    Words(12, 22, "External Client App Manager"),
    Words(12, 46, "Policies"),
    Mark(70, 32, 60, 20),
    Words(76, 46, "Settings"),
    Words(12, 72, "▾ OAuth Settings"),
    Mark(24, 80, 176, 22),
    Words(32, 95, "Consumer Key and Secret"),
];
