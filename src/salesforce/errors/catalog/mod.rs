//! What Salesforce answers when it lets nobody in, what that means and what helps. Read by `lookup`; anybody may add an
//! entry. `app` has what the app's settings cause, `request` what was sent, `org` what user and org do not allow. The facts
//! are those of Salesforce's pages on OAuth errors, of its code, and of public threads.

mod app;
mod org;
mod request;

use super::explanation::{GuideStep, Step};

/// An error of Salesforce. `⟦…⟧` in its words marks words of Salesforce's screens.
#[derive(Debug)]
pub struct ErrorEntry {
    /// The steps at which it comes, the usual one first; none for what is no answer to a sign-in.
    pub steps: &'static [Step],
    /// Its names, the usual one first; none for a page without one. Of entries with the same name the first one stands
    /// for the name alone.
    pub names: &'static [&'static str],
    /// Its descriptions, as Salesforce words them.
    pub phrases: &'static [Phrase],
    /// The step of the guide that holds the remedy.
    pub guide_step: Option<GuideStep>,
    /// Whether an app that is new or was just changed can be the cause.
    pub wait_may_help: bool,
    /// The cause.
    pub cause: &'static str,
    /// What to do, first things first.
    pub fixes: &'static [&'static str],
}

/// A description of an error, in Salesforce's words.
#[derive(Debug)]
pub enum Phrase {
    /// It proves the error wherever it occurs in the text.
    Clear(&'static str),
    /// It is so common that in running text it counts only where punctuation sets it apart or the error's name stands
    /// beside it.
    Common(&'static str),
    /// It counts only where the text holds nothing better.
    Heading(&'static str),
}

/// All entries.
pub fn entries() -> impl Iterator<Item = &'static ErrorEntry> {
    [request::ENTRIES, app::ENTRIES, org::ENTRIES].into_iter().flatten()
}

// What helps against several errors.
const ADD_ALL_SCOPES: &str = "In the app, add every scope listed here to ⟦Selected OAuth Scopes⟧. Then save.";
const ADD_MY_DOMAIN: &str = "Add your org’s address under My Domain.";
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
const START_AGAIN: &str = "Start again from StackOne.";
const TELL_STACKONE: &str = "Send this to StackOne support. Nothing in your org is causing it.";
const WAIT: &str = "If you just created or changed the app, wait 20 minutes and try again.";
