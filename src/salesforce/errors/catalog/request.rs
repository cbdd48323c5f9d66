//! Errors caused by what was sent: the sign-in link, the exchange of a code for tokens, and grant types that StackOne
//! does not use.

use super::Phrase::{Clear, Common};
use super::{
    ADD_ALL_SCOPES, ADD_MY_DOMAIN, ALLOW_USER, CLEAR_PKCE, ErrorEntry, REOPEN_LINK, SELECT_REFRESH_TOKEN, START_AGAIN,
    TELL_STACKONE,
};
use crate::salesforce::errors::explanation::GuideStep::{Environment, OauthSettings, Scopes};
use crate::salesforce::errors::explanation::Step::{Authorize, Refresh, Token};

const ALLOW_CODE_FLOW: &str = "In the app’s ⟦OAuth Settings⟧, allow the authorization code flow.";

const PKCE_FAILED: &str = "The PKCE check failed, usually because sign-in was started twice.";
const START_ONCE: &[&str] = &["Start the sign-in again, in one window.", CLEAR_PKCE];

const OTHER_FLOW: &str = "This error comes from a kind of sign-in (JWT or SAML) that StackOne doesn’t use.";
const KEEP_REFRESH_TOKEN: &str =
    "Under ⟦Policies › Refresh Token Policy⟧, choose ⟦Refresh token is valid until revoked⟧.";
const LINK_AGAIN: &str = "Connect the account again.";
const SIGN_IN_WITH_LINK: &str = "Use the sign-in link from this page.";

pub const ENTRIES: &[ErrorEntry] = &[
    ErrorEntry {
        steps: &[Authorize, Token],
        names: &["invalid_request"],
        phrases: &[],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "Salesforce couldn’t process this request. The full error says why.",
        fixes: &[
            "Paste the whole address of the error page here.",
            "If it mentions a code challenge, clear ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧.",
            REOPEN_LINK,
        ],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[],
        guide_step: None,
        wait_may_help: false,
        cause: "Salesforce didn’t accept what StackOne sent for this user. The full error says why.",
        fixes: &[START_AGAIN, "If it fails again, paste the whole error here."],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_request"],
        phrases: &[Common("HTTPS required")],
        guide_step: None,
        wait_may_help: false,
        cause: "The link was opened with http.",
        fixes: &[REOPEN_LINK],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_request"],
        phrases: &[Common("must use HTTP GET")],
        guide_step: None,
        wait_may_help: false,
        cause: "The link was submitted instead of opened.",
        fixes: &[REOPEN_LINK],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_request"],
        phrases: &[Clear("out-of-band not supported")],
        guide_step: None,
        wait_may_help: false,
        cause: "The callback URL in the link isn’t a web address.",
        fixes: &[REOPEN_LINK],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["redirect_uri_missing"],
        phrases: &[Clear("redirect_uri not provided")],
        guide_step: None,
        wait_may_help: false,
        cause: "The link has no callback URL.",
        fixes: &[REOPEN_LINK],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["unsupported_response_type"],
        phrases: &[Clear("response type not supported")],
        guide_step: None,
        wait_may_help: false,
        cause: "The app doesn’t allow this kind of sign-in, or the link was changed.",
        fixes: &[REOPEN_LINK, ALLOW_CODE_FLOW],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["immediate_unsuccessful"],
        phrases: &[Common("immediate unsuccessful")],
        guide_step: None,
        wait_may_help: false,
        cause: "This link only works for users who’ve already allowed the app.",
        fixes: &[REOPEN_LINK],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("expired authorization code")],
        guide_step: None,
        wait_may_help: false,
        cause: "Sign-in took longer than 15 minutes, or its code was used twice.",
        fixes: &["Start the sign-in again, and don’t reload the page along the way."],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_request"],
        phrases: &[Clear("code challenge invalid or mismatched")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: PKCE_FAILED,
        fixes: START_ONCE,
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("invalid code verifier")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: PKCE_FAILED,
        fixes: START_ONCE,
    },
    ErrorEntry {
        steps: &[Token],
        names: &["unsupported_grant_type"],
        phrases: &[Clear("grant type not supported")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "The app doesn’t allow this grant type, or the login address started with http.",
        fixes: &[ALLOW_CODE_FLOW, "If it’s already allowed, send this to StackOne support."],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("request not supported on this domain")],
        guide_step: Some(Environment),
        wait_may_help: false,
        cause: "The general login page can’t do this. Only your org’s own address (My Domain) can.",
        fixes: &[ADD_MY_DOMAIN, START_AGAIN],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("no valid scopes defined")],
        guide_step: Some(Scopes),
        wait_may_help: false,
        cause: "The app doesn’t have any scopes.",
        fixes: &[ADD_ALL_SCOPES],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_request"],
        phrases: &[Clear(
            "refresh_token scope is required and the connected app should be installed and preauthorized",
        )],
        guide_step: Some(Scopes),
        wait_may_help: false,
        cause: "The app is missing the scope refresh_token, or the user hasn’t allowed the app.",
        fixes: &[SELECT_REFRESH_TOKEN, ALLOW_USER],
    },
    ErrorEntry {
        steps: &[Token],
        names: &[],
        phrases: &[Clear("response without refresh_token")],
        guide_step: Some(Scopes),
        wait_may_help: false,
        cause: "Salesforce didn’t return a refresh token. The scope is missing from your app or from the list here.",
        fixes: &[SELECT_REFRESH_TOKEN, "Add refresh_token to the list of scopes, or leave the list blank."],
    },
    ErrorEntry {
        steps: &[Refresh],
        names: &["invalid_grant"],
        phrases: &[Clear("expired access/refresh token")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "The connection expired or was revoked. Salesforce allows five per user and app; a new one ends the oldest.",
        fixes: &[
            KEEP_REFRESH_TOKEN,
            "If ⟦Enable Refresh Token Rotation⟧ is selected there, clear it: using an old token again revokes them all.",
            LINK_AGAIN,
        ],
    },
    ErrorEntry {
        steps: &[Refresh],
        names: &["invalid_grant"],
        phrases: &[Clear("token validity expired")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "The refresh token is older than the app’s ⟦Refresh Token Policy⟧ allows.",
        fixes: &[KEEP_REFRESH_TOKEN, LINK_AGAIN],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("user hasn't approved this consumer")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "The user hasn’t allowed the app. StackOne doesn’t use this kind of sign-in (JWT).",
        fixes: &["Start the sign-in again and click ⟦Allow⟧.", ALLOW_USER],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("Audience validation failed")],
        guide_step: None,
        wait_may_help: false,
        cause: OTHER_FLOW,
        fixes: &[START_AGAIN, TELL_STACKONE],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Common("audience is invalid"), Common("invalid assertion")],
        guide_step: None,
        wait_may_help: false,
        cause: OTHER_FLOW,
        fixes: &["Check which tool sent the request.", SIGN_IN_WITH_LINK],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_grant"],
        phrases: &[Clear("device flow is not enabled for the app")],
        guide_step: None,
        wait_may_help: false,
        cause: "This error comes from the device flow, which Salesforce blocks by default and StackOne doesn’t use.",
        fixes: &["Check which tool sent the request.", SIGN_IN_WITH_LINK],
    },
    // These answer an API request with an access token, not a sign-in.
    ErrorEntry {
        steps: &[],
        names: &["API_DISABLED_FOR_ORG"],
        phrases: &[Clear("The REST API is not enabled for this Organization")],
        guide_step: None,
        wait_may_help: false,
        cause: "This org’s edition doesn’t include the API, or the user’s profile lacks ⟦API Enabled⟧.",
        fixes: &[
            "Sign in as a user whose profile or permission set has ⟦API Enabled⟧.",
            "Use an org with API access, such as Enterprise Edition.",
        ],
    },
    ErrorEntry {
        steps: &[],
        names: &["INVALID_SESSION_ID"],
        phrases: &[Clear("This session is not valid for use with the REST API")],
        guide_step: Some(Scopes),
        wait_may_help: false,
        cause: "The token lacks the scope api, or the org’s ⟦API Access Control⟧ doesn’t allow the app.",
        fixes: &[
            "In the app, add ⟦Manage user data via APIs (api)⟧ to ⟦Selected OAuth Scopes⟧. Then save.",
            "Ask the admin who manages ⟦API Access Control⟧ to allow the app.",
            LINK_AGAIN,
        ],
    },
];
