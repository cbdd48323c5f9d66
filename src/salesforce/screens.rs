//! Drawings of screens in Setup, as text, in units of which a drawing is 320 wide. One shape a line:
//!
//! | line | shape |
//! |---|---|
//! | `box x y w h` | a box or button |
//! | `mark x y w h` | one that matters here |
//! | `on x y` | a check box to leave ticked |
//! | `off x y` | one to untick |
//! | `say x y words` | words, as Salesforce writes them |

/// App Manager, with the button that makes an app.
pub const APP_MANAGER: &str = "box 1 1 318 108
say 12 22 Setup
say 12 44 Platform Tools
say 22 64 ▾ Apps
mark 28 74 90 20
say 34 88 App Manager
box 126 1 1 108
say 138 30 App Manager
mark 138 44 172 24
say 146 60 New External Client App";

/// The section Security of the OAuth settings.
pub const SECURITY: &str = "box 1 1 318 98
say 12 22 Security
on 12 34
say 36 45 Require secret for Web Server Flow
on 12 56
say 36 67 Require secret for Refresh Token Flow
off 12 78
say 36 89 Require Proof Key for Code Exchange: untick";

/// Where an app shows its key and secret.
pub const KEY_AND_SECRET: &str = "box 1 1 318 108
say 12 22 External Client App Manager
say 12 46 Policies
mark 70 32 60 20
say 76 46 Settings
say 12 72 ▾ OAuth Settings
mark 24 80 176 22
say 32 95 Consumer Key and Secret";
