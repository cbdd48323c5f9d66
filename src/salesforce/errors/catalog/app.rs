//! Errors caused by the app's settings in Salesforce: consumer key and secret, callback URL, scopes, and who may use
//! the app.

use super::Phrase::{Clear, Common};
use super::{
    ADD_ALL_SCOPES, ADD_MY_DOMAIN, ALLOW_USER, CHECK_ENVIRONMENT, CLEAR_PKCE, ErrorEntry, SELF_AUTHORIZE, SET_CALLBACK,
    START_AGAIN, TELL_STACKONE, WAIT,
};
use crate::salesforce::errors::explanation::GuideStep::{CreateApp, Credentials, OauthSettings, Scopes};
use crate::salesforce::errors::explanation::Step::{Authorize, Token};

const WRONG_SECRET: &str = "The ⟦Consumer Secret⟧ is wrong, incomplete, or no longer the current one.";
const COPY_SECRET: &[&str] = &[
    "Copy the ⟦Consumer Secret⟧ again, and save it in the profile.",
    "If you rotated the key and secret, click ⟦Apply⟧ in Salesforce. The old ones stay active until you do.",
];

const NOT_APPROVED: &str = "This user hasn’t been approved to use the app.";
const APPROVE: &[&str] = &[SELF_AUTHORIZE, ALLOW_USER];

pub const ENTRIES: &[ErrorEntry] = &[
    ErrorEntry {
        steps: &[Authorize, Token],
        names: &["invalid_client_id"],
        phrases: &[Clear("client identifier invalid")],
        guide_step: Some(Credentials),
        wait_may_help: true,
        cause: "Salesforce doesn’t recognize this ⟦Consumer Key⟧. It may be incomplete, from a different org, or too new.",
        fixes: &[
            "Copy the whole ⟦Consumer Key⟧ again from the org you’re signing in to.",
            CHECK_ENVIRONMENT,
            WAIT,
            ADD_MY_DOMAIN,
            "Check that the app still exists and is enabled.",
        ],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["redirect_uri_mismatch"],
        phrases: &[Clear("redirect_uri must match configuration")],
        guide_step: Some(OauthSettings),
        wait_may_help: true,
        cause: "The ⟦Callback URL⟧ in your app doesn’t match StackOne’s, or you changed it only just now.",
        fixes: &[SET_CALLBACK, WAIT],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["redirect_uri_mismatch"],
        phrases: &[Clear("redirect_uri must match configuration")],
        guide_step: None,
        wait_may_help: false,
        cause: "The callback URL changed during sign-in.",
        fixes: &[START_AGAIN, TELL_STACKONE],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_request"],
        phrases: &[Clear("missing required code challenge")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "Your app or org requires PKCE, which StackOne doesn’t support yet. Your ⟦Consumer Key⟧ is correct.",
        fixes: &[
            CLEAR_PKCE,
            "If it’s already off there, turn it off for the whole org: ⟦Setup › OAuth and OpenID Connect Settings⟧.",
            "If it’s grayed out, use an app created before July 2026, ask Salesforce Support to unlock it, or ask StackOne about PKCE. A new app will have the same problem.",
        ],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_scope", "OAUTH_DISALLOWED_SCOPES", "1804"],
        phrases: &[Clear("the requested scope is not allowed"), Clear("the requested scope is not available")],
        guide_step: Some(Scopes),
        wait_may_help: true,
        cause: "Your app is missing one of these scopes, or you added it only just now.",
        fixes: &[ADD_ALL_SCOPES, "Or remove that scope here.", WAIT],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_scope"],
        phrases: &[Clear("requested scope is invalid, unknown, or malformed")],
        guide_step: Some(Scopes),
        wait_may_help: false,
        cause: "A scope is misspelled, or the list contains commas or labels.",
        fixes: &["Enter scope names such as api, separated by spaces."],
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_client"],
        phrases: &[Clear("invalid client credentials")],
        guide_step: Some(Credentials),
        wait_may_help: false,
        cause: WRONG_SECRET,
        fixes: COPY_SECRET,
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_client_credentials"],
        phrases: &[Clear("client secret invalid")],
        guide_step: Some(Credentials),
        wait_may_help: false,
        cause: WRONG_SECRET,
        fixes: COPY_SECRET,
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["invalid_client"],
        phrases: &[Clear("app must be installed into org")],
        guide_step: Some(CreateApp),
        wait_may_help: false,
        cause: "This app isn’t installed in your org, and this user can only use installed apps.",
        fixes: &[
            "In ⟦Setup › Connected Apps OAuth Usage⟧, click ⟦Install⟧ next to the app.",
            "Or sign in once as a ⟦System Administrator⟧.",
            "Then allow the users under ⟦Manage App Policies⟧.",
        ],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["OAUTH_APP_BLOCKED"],
        phrases: &[Clear("this app is blocked by admin")],
        guide_step: Some(CreateApp),
        wait_may_help: false,
        cause: "Your org blocks this app, or only allows the apps on a list.",
        fixes: &[
            "In ⟦Setup › Connected Apps OAuth Usage⟧, click ⟦Unblock⟧ or ⟦Install⟧ next to the app.",
            "Ask the admin who manages ⟦API Access Control⟧.",
        ],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &["OAUTH_APP_ACCESS_DENIED"],
        phrases: &[Clear("user is not admin approved to access this app")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: NOT_APPROVED,
        fixes: APPROVE,
    },
    ErrorEntry {
        steps: &[Token],
        names: &["invalid_app_access"],
        phrases: &[Clear("user is not admin approved to access this app")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: NOT_APPROVED,
        fixes: APPROVE,
    },
    // From the user's Login History.
    ErrorEntry {
        steps: &[],
        names: &[],
        phrases: &[Clear("Failed: Not approved for access")],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: NOT_APPROVED,
        fixes: APPROVE,
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &[],
        phrases: &[
            Clear("Managed Application Installation Error"),
            Clear("error_code=generic_error"),
            Clear("AppInstallErrorPage.apexp"),
        ],
        guide_step: Some(CreateApp),
        wait_may_help: false,
        cause: "Salesforce couldn’t install the app in this org.",
        fixes: &["Try again as another admin.", "If that fails too, ask Salesforce Support."],
    },
    ErrorEntry {
        steps: &[Authorize],
        names: &[],
        phrases: &[
            Clear("Internal server error after Allow"),
            Clear("An internal server error has occurred. An error has occurred while processing your request"),
            Clear("An internal server error has occurred"),
            Common("Internal server error"),
        ],
        guide_step: Some(OauthSettings),
        wait_may_help: false,
        cause: "Salesforce had an internal error. This can happen when the app requires PKCE or has an invalid ⟦Callback URL⟧.",
        fixes: &[CLEAR_PKCE, SET_CALLBACK],
    },
];
