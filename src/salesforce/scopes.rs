//! The OAuth scopes of Salesforce: the 36 names in its OpenID configuration (June 2026), with the labels of the check
//! boxes in Setup. Read by the draft check, the scope field and `scopes()`. Anybody may add a row.

/// One OAuth scope of Salesforce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The name in the authorization URL.
    pub name: &'static str,
    /// The label of its check box in Setup, without the names in brackets. Empty if Salesforce publishes none.
    pub label: &'static str,
    /// The names in brackets after the label, separated by commas: the scopes that share the check box.
    pub names: &'static str,
    /// What it allows.
    pub description: &'static str,
}

impl Scope {
    /// The whole label as Setup shows it, such as `Manage user data via APIs (api)`.
    pub fn full_label(&self) -> String {
        if self.label.is_empty() { self.name.to_owned() } else { [self.label, " (", self.names, ")"].concat() }
    }
}

/// The scope with exactly this name.
pub fn find(name: &str) -> Option<&'static Scope> {
    SCOPES.iter().find(|scope| scope.name == name)
}

/// Whether `token` has the form of a scope name, which an org's custom scopes have too: a letter, then letters, digits
/// or underscores.
pub fn is_scope_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_alphabetic())
        && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Whether a scope makes Salesforce issue a refresh token. Both names share a check box; `full` does not include them.
pub fn is_refresh_scope(name: &str) -> bool {
    matches!(name, "refresh_token" | "offline_access")
}

const OFFLINE: (&str, &str) = ("Perform requests at any time", "refresh_token, offline_access");
const IDENTITY: (&str, &str) = ("Access the identity URL service", "id, profile, email, address, phone");

const fn scope(name: &'static str, label: &'static str, description: &'static str) -> Scope {
    Scope { name, label, names: name, description }
}

const fn shared(name: &'static str, label: (&'static str, &'static str), description: &'static str) -> Scope {
    Scope { name, label: label.0, names: label.1, description }
}

/// Every scope, in the order of the picker.
#[rustfmt::skip]
pub const SCOPES: [Scope; 36] = [
    scope("api", "Manage user data via APIs", "Read and change data through the REST, SOAP and Bulk APIs. Includes chatter_api."),
    shared("refresh_token", OFFLINE, "Lets Salesforce issue a refresh token. Same check box as offline_access."),
    shared("offline_access", OFFLINE, "Lets Salesforce issue a refresh token. Same check box as refresh_token."),
    scope("full", "Full access", "All data the user can reach, and every other scope except refresh_token."),
    scope("web", "Manage user data via Web browsers", "Use the access token on the web. Includes visualforce."),
    shared("id", IDENTITY, "Ask who the user is."),
    shared("profile", IDENTITY, "The same as id."),
    shared("email", IDENTITY, "The same as id."),
    shared("address", IDENTITY, "The same as id."),
    shared("phone", IDENTITY, "The same as id."),
    scope("openid", "Access unique user identifiers", "A signed ID token beside the access token (OpenID Connect)."),
    scope("chatter_api", "Access Connect REST API resources", "The Connect REST API only. Part of api."),
    scope("custom_permissions", "Access custom permissions", "Which custom permissions of the org the user has."),
    scope("visualforce", "Access Visualforce applications", "Visualforce pages made in the org. Part of web."),
    scope("content", "Access content resources", "Content sessions of hybrid apps."),
    scope("lightning", "Access Lightning applications", "Lightning sessions of hybrid apps."),
    scope("wave_api", "Access Analytics REST API resources", "The CRM Analytics REST API."),
    scope("eclair_api", "Access Analytics REST API Charts Geodata resources", "Map data of analytics charts."),
    scope("pardot_api", "Manage Pardot services", "Marketing Cloud Account Engagement, once called Pardot."),
    scope("interaction_api", "Access Interaction API resources", "Run flows through the Interaction API."),
    scope("chatbot_api", "Access chatbot services", "Einstein Bots."),
    scope("sfap_api", "Access the Salesforce API Platform", "Services at api.salesforce.com, such as agents and models."),
    scope("einstein_gpt_api", "Access Einstein GPT services", "Generative services: prompt templates and models."),
    scope("mcp_api", "Access Salesforce hosted MCP servers", "MCP servers that Salesforce hosts. External Client Apps only."),
    scope("cdp_api", "Access all Data Cloud API resources", "Everything in Data Cloud."),
    scope("cdp_query_api", "Perform ANSI SQL queries on Data Cloud data", "SQL queries on Data Cloud."),
    scope("cdp_ingest_api", "Manage Data Cloud Ingestion API data", "Upload external data to Data Cloud."),
    scope("cdp_profile_api", "Manage Data Cloud profile data", "Profile records of Data Cloud."),
    scope("cdp_segment_api", "Perform segmentation on Data Cloud data", "Segments of Data Cloud."),
    scope("cdp_identityresolution_api", "Manage Data Cloud Identity Resolution", "Identity rules of Data Cloud."),
    scope("cdp_calculated_insight_api", "Manage Data Cloud Calculated Insight data", "Calculated insights of Data Cloud."),
    scope("data_cloud_user_claims", "", "Claims about the Data Cloud user in the token."),
    scope("user_registration_api", "Access Headless Registration API", "Register users without a Salesforce page."),
    scope("forgot_password", "Access Headless Forgot Password API", "Reset passwords without a Salesforce page."),
    scope("pwdless_login_api", "Access Headless Passwordless Login API", "Sign in by code without a Salesforce page."),
    scope("scrt_api", "", "Real-time messages of Service Cloud."),
];
