//! What Salesforce is like: the look of its keys and secrets, its hosts, scopes, authorization URL and errors, as plain
//! functions over text. Called by `profile` and above. Knows nothing of the form and the browser, and StackOne only by
//! name, in the texts of errors. Each fact has its source beside it.

pub mod authorization_url;
pub mod credentials;
pub(crate) mod decode;
pub mod environment;
pub mod errors;
pub mod host;
pub mod my_domain;
pub mod pasted_credentials;
pub mod scope_list;
pub mod scopes;
pub mod screens;
pub mod setup_pages;

pub use authorization_url::AuthorizationRequest;
pub use environment::Environment;
pub use errors::{Explanation, explain};
pub use host::Host;
pub use my_domain::{HostError, HostNote, MyDomain};
pub use pasted_credentials::PastedCredentials;
pub use scope_list::ScopeList;
pub use scopes::Scope;
pub use setup_pages::SetupPage;

/// The name of the system.
pub const NAME: &str = "Salesforce";
