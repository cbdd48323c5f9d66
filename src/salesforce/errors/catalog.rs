//! What Salesforce answers when it lets nobody in, what that means and what helps. Read by `lookup`; anybody may add a
//! row. A row has, in this order:
//!
//! 1. the step at which it comes: `authorize`, `token` or `refresh`;
//! 2. the names of the error, with `|` between; empty for a page without one;
//! 3. its descriptions in Salesforce's words, with `|` between. One that begins with `=` is so common a phrase that in
//!    running text it counts only where punctuation sets it apart or the error's name stands beside it; one that begins
//!    with `~` counts only where the text holds nothing better;
//! 4. the step of the guide that holds the remedy, or nothing;
//! 5. `wait` where an app that is new or was just changed can be the cause, else `now`;
//! 6. the cause, then what to do, first things first. `⟦…⟧` marks words of Salesforce's screens.
//!
//! Of rows with the same error the first one stands for the error alone. The facts are those of Salesforce's pages on
//! OAuth errors, of its code, and of public threads.

macro_rules! table {
    ($($steps:literal $errors:literal $descriptions:literal $guide:literal $wait:ident $($words:literal)*;)*) => {
        /// A line a row, with tabs between its parts. One text instead of a table of texts, as in `text::english`.
        pub const TABLE: &str = concat!(
            $($steps, "\t", $errors, "\t", $descriptions, "\t", $guide, "\t", stringify!($wait), $("\t", $words,)* "\n",)*
        );
    };
}

table! {
    "authorize" "invalid_client_id" "client identifier invalid" "credentials" wait
        "Salesforce does not know this ⟦Consumer Key⟧: it is incomplete or of another org, or the app is too new."
        "Copy the whole ⟦Consumer Key⟧ again, in the org that you sign in to."
        "Check the environment: Production or Sandbox."
        "If the app is new or was just changed, wait 20 minutes and try again."
        "Enter the org’s own login address under My Domain."
        "Check that the app still exists and is enabled.";
    "token" "invalid_client_id" "client identifier invalid" "credentials" wait
        "Salesforce does not know this ⟦Consumer Key⟧: it is incomplete or of another org, or the app is too new."
        "Copy the whole ⟦Consumer Key⟧ again, in the org that you sign in to."
        "Check the environment: Production or Sandbox."
        "If the app is new or was just changed, wait 20 minutes and try again."
        "Enter the org’s own login address under My Domain."
        "Check that the app still exists and is enabled.";

    "authorize" "redirect_uri_mismatch" "redirect_uri must match configuration" "oauth-settings" wait
        "The app’s ⟦Callback URL⟧ is not the one that StackOne uses, or the change is too new."
        "Set ⟦Callback URL⟧ to https://api.stackone.com/connect/oauth2/salesforce/callback, on a line of its own, without a slash at the end, and save."
        "If the app is new or was just changed, wait 20 minutes and try again.";
    "token" "redirect_uri_mismatch" "redirect_uri must match configuration" "" now
        "The last step of the sign-in named another callback URL than the first."
        "Start again from StackOne."
        "Send this text to StackOne’s support: nothing in your org causes it.";
    "authorize" "redirect_uri_missing" "redirect_uri not provided" "" now
        "The address that was opened names no callback URL."
        "Open the authorization URL of this form again, unchanged.";

    "authorize" "invalid_request" "" "oauth-settings" now
        "Salesforce cannot use this request. Its description says why."
        "Paste the whole address of the error page here."
        "If it speaks of a code challenge, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧."
        "Open the authorization URL of this form again, unchanged.";
    "token" "invalid_request" "" "oauth-settings" now
        "Salesforce cannot use this request. Its description says why."
        "Paste the whole address of the error page here."
        "If it speaks of a code challenge, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧."
        "Open the authorization URL of this form again, unchanged.";
    "authorize" "invalid_request" "missing required code challenge" "oauth-settings" now
        "The app or the org requires PKCE, which StackOne does not use. The ⟦Consumer Key⟧ itself is right."
        "In the app, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧."
        "If it is off there, switch it off for the whole org: ⟦Setup › OAuth and OpenID Connect Settings⟧."
        "If the box is greyed out, use an app from before July 2026, ask Salesforce Support to unlock it, or ask StackOne for PKCE. A new app does not help.";
    "authorize" "invalid_request" "=HTTPS required" "" now
        "The address was opened with http."
        "Open the authorization URL of this form again, unchanged.";
    "authorize" "invalid_request" "=must use HTTP GET" "" now
        "The address was sent as a form instead of opened."
        "Open the authorization URL of this form again, unchanged.";
    "authorize" "invalid_request" "out-of-band not supported" "" now
        "The address names a callback that is no web address."
        "Open the authorization URL of this form again, unchanged.";
    "authorize" "unsupported_response_type" "response type not supported" "" now
        "The app does not allow this kind of sign-in, or the address was changed."
        "Open the authorization URL of this form again, unchanged."
        "In the app’s ⟦OAuth Settings⟧, allow the authorization code flow.";

    "authorize" "invalid_scope|OAUTH_DISALLOWED_SCOPES|1804" "the requested scope is not allowed|the requested scope is not available" "scopes" wait
        "The app lacks a scope of the list, or the change is too new."
        "In the app, add every scope of the list to ⟦Selected OAuth Scopes⟧, and save."
        "Or take the scope out of the list here."
        "If the app is new or was just changed, wait 20 minutes and try again.";
    "authorize" "invalid_scope" "requested scope is invalid, unknown, or malformed" "scopes" now
        "A scope is misspelt, or the list holds commas or labels."
        "Write the names of the scopes, such as api, with a space between.";

    "authorize" "access_denied|access-denied" "end-user denied authorization" "" now
        "Somebody chose ⟦Deny⟧, or this user may not use the app."
        "Start again and choose ⟦Allow⟧."
        "Check the app’s ⟦Policies⟧: this user must be allowed.";
    "authorize" "immediate_unsuccessful" "=immediate unsuccessful" "" now
        "The address asks for a sign-in without a page, which needs a user who has allowed the app."
        "Open the authorization URL of this form again, unchanged.";
    "authorize" "inactive_user" "=user is inactive" "" now
        "The Salesforce user is deactivated or frozen."
        "Activate or unfreeze the user under ⟦Setup › Users⟧, or sign in as another one.";
    "token" "inactive_user" "=user is inactive" "" now
        "The Salesforce user is deactivated or frozen."
        "Activate or unfreeze the user under ⟦Setup › Users⟧, or sign in as another one.";
    "authorize" "inactive_org" "organization is locked, closed, or suspended" "environment" now
        "The org is locked, closed or suspended, such as an expired trial."
        "Check that you sign in to the right org."
        "Ask Salesforce to open it again.";
    "token" "inactive_org" "organization is locked, closed, or suspended" "environment" now
        "The org is locked, closed or suspended, such as an expired trial."
        "Check that you sign in to the right org."
        "Ask Salesforce to open it again.";
    "authorize" "rate_limit_exceeded" "=number of logins exceeded" "" now
        "This user has signed in too often in a short time."
        "Wait a while, then start again.";
    "token" "rate_limit_exceeded" "=number of logins exceeded" "" now
        "This user has signed in too often in a short time."
        "Wait a while, then start again.";

    "token" "invalid_client" "invalid client credentials" "credentials" now
        "The ⟦Consumer Secret⟧ is wrong, incomplete, or no longer the current one."
        "Copy the ⟦Consumer Secret⟧ again, and save it in the profile."
        "If you rotated key and secret, choose ⟦Apply⟧ in Salesforce: until then the old ones count.";
    "token" "invalid_client_credentials" "client secret invalid" "credentials" now
        "The ⟦Consumer Secret⟧ is wrong, incomplete, or no longer the current one."
        "Copy the ⟦Consumer Secret⟧ again, and save it in the profile."
        "If you rotated key and secret, choose ⟦Apply⟧ in Salesforce: until then the old ones count.";

    "authorize" "invalid_client" "app must be installed into org" "create-app" now
        "The app is not installed in this org, and this user may use only apps that are."
        "In ⟦Setup › Connected Apps OAuth Usage⟧, choose ⟦Install⟧ beside the app."
        "Or sign in once as a ⟦System Administrator⟧."
        "Then allow the users under ⟦Manage App Policies⟧.";
    "authorize" "OAUTH_APP_BLOCKED" "this app is blocked by admin" "create-app" now
        "The org blocks this app, or allows only the apps on a list."
        "In ⟦Setup › Connected Apps OAuth Usage⟧, choose ⟦Unblock⟧ or ⟦Install⟧ beside the app."
        "Ask whoever looks after ⟦API Access Control⟧ in your org.";
    "authorize" "OAUTH_APP_ACCESS_DENIED" "user is not admin approved to access this app" "oauth-settings" now
        "Only users whom an admin approved may use the app; this one is not among them."
        "Under ⟦Policies › OAuth Policies › Permitted Users⟧, choose ⟦All users can self-authorize⟧."
        "Or add the user’s profile or permission set under ⟦App Policies⟧.";
    "token" "invalid_app_access" "user is not admin approved to access this app" "oauth-settings" now
        "Only users whom an admin approved may use the app; this one is not among them."
        "Under ⟦Policies › OAuth Policies › Permitted Users⟧, choose ⟦All users can self-authorize⟧."
        "Or add the user’s profile or permission set under ⟦App Policies⟧.";

    "authorize" "OAUTH_AUTHORIZATION_BLOCKED" "Cross-org OAuth flows are not supported for this external client app" "environment" now
        "The app belongs to another org than the user. Often the browser is still signed in elsewhere."
        "Sign out everywhere or take a private window, then sign in to the org that has the app."
        "Enter the org’s own login address under My Domain."
        "Or create the app in the org that you want to connect.";
    "authorize" "OAUTH_EC_APP_NOT_FOUND" "External client app is not installed in this org" "create-app" now
        "The org that you signed in to does not have this app. A refreshed sandbox loses its apps."
        "If the app is in another org, sign in there and enter its own login address under My Domain."
        "Else create the app in the org that you want to connect, and use its new key and secret.";
    "authorize" "app_not_found" "" "environment" now
        "Salesforce does not find the app from its general login page."
        "Enter the org’s own login address under My Domain.";
    "token" "unknown_error" "=retry your request" "environment" now
        "Salesforce does not say why. Often the app belongs to another org than the user."
        "Sign out everywhere or take a private window, then sign in to the org that has the app."
        "Enter the org’s own login address under My Domain.";

    "authorize" "" "Insufficient Privileges" "" now
        "An admin signed in as this user from ⟦Setup › Users⟧, or the user may not see the page."
        "Sign out, and sign in as the user directly.";
    "authorize" "" "Managed Application Installation Error|error_code=generic_error|AppInstallErrorPage.apexp" "create-app" now
        "Salesforce could not install the app in this org."
        "Try again as another admin."
        "If that fails too, ask Salesforce Support.";
    "authorize" "" "Internal server error after Allow|=Internal server error" "oauth-settings" now
        "Salesforce itself failed. This was seen where the app requires PKCE or its callback is no web address."
        "In the app, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧."
        "Set ⟦Callback URL⟧ to https://api.stackone.com/connect/oauth2/salesforce/callback, on a line of its own, without a slash at the end, and save.";
    "authorize" "" "incorrect username/password|check your username and password" "environment" now
        "The login page does not know this user: it is the one of the other environment, or the org allows only its own."
        "Check the environment: Production or Sandbox."
        "Enter the org’s own login address under My Domain.";

    "token" "invalid_grant" "" "" now
        "Salesforce refuses what was sent for the user. Its description says why."
        "Start again from StackOne."
        "If it fails again, paste the whole answer here.";
    "token" "invalid_grant" "expired authorization code" "" now
        "The sign-in took longer than 15 minutes, or its code was used twice."
        "Start again from StackOne, and do not reload the page on the way.";
    "token" "invalid_grant" "invalid code verifier" "oauth-settings" now
        "The two halves of the PKCE check are not of the same sign-in."
        "Start again from StackOne, in one window."
        "In the app, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧.";
    "token" "invalid_request" "code challenge invalid or mismatched" "oauth-settings" now
        "The two halves of the PKCE check are not of the same sign-in."
        "Start again from StackOne, in one window."
        "In the app, untick ⟦Require Proof Key for Code Exchange (PKCE)⟧ under ⟦Settings › OAuth Settings › Security⟧.";
    "token" "invalid_grant" "=authentication failure" "environment" now
        "Salesforce refuses this user: wrong environment, wrong password, or limits on addresses and hours."
        "Check the environment: Production or Sandbox."
        "In the app, set ⟦Policies › IP Relaxation⟧ to ⟦Relax IP restrictions⟧."
        "Check ⟦Login Hours⟧ and ⟦Login IP Ranges⟧ in the user’s profile.";
    "token" "invalid_grant" "=ip restricted|IP restricted or invalid login hours" "oauth-settings" now
        "The org lets this user in only from certain addresses or at certain hours."
        "In the app, set ⟦Policies › IP Relaxation⟧ to ⟦Relax IP restrictions⟧, or allow StackOne’s addresses."
        "Check ⟦Login Hours⟧ and ⟦Login IP Ranges⟧ in the user’s profile.";
    "token" "invalid_grant" "=invalid user credentials" "environment" now
        "Salesforce does not know this user and password."
        "Check the environment: Production or Sandbox."
        "Check the user, and start again from StackOne.";
    "token" "invalid_grant" "=inactive user" "" now
        "The Salesforce user is deactivated or frozen."
        "Activate or unfreeze the user under ⟦Setup › Users⟧, or sign in as another one.";
    "token" "invalid_grant" "user hasn't approved this consumer" "oauth-settings" now
        "The user has not allowed the app. StackOne does not use this kind of sign-in (JWT)."
        "Start again from StackOne and choose ⟦Allow⟧."
        "Or add the user’s profile or permission set under ⟦App Policies⟧.";
    "token" "invalid_grant" "no valid scopes defined" "scopes" now
        "The app has no scope at all."
        "In the app, add every scope of the list to ⟦Selected OAuth Scopes⟧, and save.";
    "token" "invalid_grant" "activation secret invalid" "" now
        "Salesforce does not trust this device. Its own pages say no more."
        "Start again from StackOne.";
    "token" "invalid_grant" "Audience validation failed" "" now
        "StackOne does not use this kind of sign-in (JWT or SAML)."
        "Start again from StackOne."
        "Send this text to StackOne’s support: nothing in your org causes it.";
    "token" "invalid_request" "refresh_token scope is required and the connected app should be installed and preauthorized" "scopes" now
        "The app lacks the scope refresh_token, or the user has not allowed the app."
        "In the app, add ⟦Perform requests at any time (refresh_token, offline_access)⟧ to ⟦Selected OAuth Scopes⟧, and save."
        "Or add the user’s profile or permission set under ⟦App Policies⟧.";
    "token" "unsupported_grant_type" "grant type not supported" "oauth-settings" now
        "The app does not allow this kind of sign-in."
        "In the app’s ⟦OAuth Settings⟧, allow the authorization code flow."
        "If it is, send this text to StackOne’s support.";
    "token" "" "response without refresh_token" "scopes" now
        "Salesforce gave no refresh token: the scope is missing in the app or in the list."
        "In the app, add ⟦Perform requests at any time (refresh_token, offline_access)⟧ to ⟦Selected OAuth Scopes⟧, and save."
        "Add refresh_token to the list of scopes, or leave the list blank.";
    "refresh" "invalid_grant" "expired access/refresh token" "oauth-settings" now
        "The refresh token expired, was revoked, or was replaced: a user has at most five for one app."
        "Under ⟦Policies › Refresh Token Policy⟧, choose ⟦Refresh token is valid until revoked⟧."
        "Link the account again in StackOne.";

    "authorize" "OAUTH_APPROVAL_ERROR_GENERIC" "~An unexpected error has occured during authentication. Please try again.|~An unexpected error has occurred during authentication" "" now
        "Salesforce shows this heading for many causes. The real one stands in the address of the page."
        "Copy the whole address of that page and paste it here.";
}
