//! The errors that Salesforce returns at sign-in, with causes and fixes; read by `lookup`. Anybody may add an entry: to
//! `app` for what the app's settings cause, to `request` for what was sent, to `org` for the user and the org. Sources:
//! Salesforce's pages on OAuth errors, its code, and public threads.

mod app;
mod org;
mod request;

use super::explanation::{GuideStep, Step};

/// An error of Salesforce. `⟦…⟧` encloses words from Salesforce's screens.
#[derive(Debug)]
pub struct ErrorEntry {
    /// The steps at which it occurs, the most common first. Empty if it does not answer a sign-in.
    pub steps: &'static [Step],
    /// Its names, the most common first. Empty for a page that names none. If entries share a name and the text has
    /// nothing else, the first entry wins.
    pub names: &'static [&'static str],
    /// Its descriptions, in Salesforce's words.
    pub phrases: &'static [Phrase],
    /// The step of the guide that has the fix.
    pub guide_step: Option<GuideStep>,
    /// Whether the app may be too new or too recently changed: Salesforce needs minutes to apply changes.
    pub wait_may_help: bool,
    /// The cause.
    pub cause: &'static str,
    /// What to do, in order.
    pub fixes: &'static [&'static str],
}

/// A description of an error, in Salesforce's words.
#[derive(Debug)]
pub enum Phrase {
    /// Proves the error wherever it occurs in the text.
    Clear(&'static str),
    /// Also occurs in ordinary prose. Counts there only if punctuation encloses it or the error's name is in the text.
    Common(&'static str),
    /// A page's heading. Counts only if the text has nothing more specific.
    Heading(&'static str),
}

/// All entries.
pub fn entries() -> impl Iterator<Item = &'static ErrorEntry> {
    [request::ENTRIES, app::ENTRIES, org::ENTRIES].into_iter().flatten()
}

// Fixes that several errors share.
const ADD_ALL_SCOPES: &str = "In the app, add every scope listed here to ⟦Selected OAuth Scopes⟧. Then save.";
const ADD_MY_DOMAIN: &str = "Add your org’s address under My Domain, or click ⟦Use Custom Domain⟧ on the sign-in page.";
const ALLOW_USER: &str = "Or add the user’s profile or permission set under ⟦App Policies⟧.";
const CHECK_ENVIRONMENT: &str = "Check that you chose the right environment (Production or Sandbox).";
const CHECK_LOGIN_LIMITS: &str = "Check ⟦Login Hours⟧ and ⟦Login IP Ranges⟧ in the user’s profile.";
const CLEAR_PKCE: &str =
    "In the app, clear ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧.";
const REOPEN_LINK: &str = "Open the sign-in link from this page again, without changing it.";
const SELF_AUTHORIZE: &str =
    "Under ⟦Policies › OAuth Policies › Permitted Users⟧, choose ⟦All users can self-authorize⟧.";
const SELECT_REFRESH_TOKEN: &str = "In the app, add ⟦Perform requests at any time (refresh_token, offline_access)⟧ to ⟦Selected OAuth Scopes⟧. Then save.";
const SET_CALLBACK: &str = "Set ⟦Callback URL⟧ to https://api.stackone.com/connect/oauth2/salesforce/callback, on its own line, with no slash at the end. Then save.";
const SIGN_IN_TO_ITS_ORG: &str = "Open a private window and sign in to the org that has the app.";
const START_AGAIN: &str = "Start the sign-in again.";
const TELL_STACKONE: &str = "Send this to StackOne support. Nothing in your org is causing it.";
const WAIT: &str = "If you just created or changed the app, wait 20 minutes and try again.";
