//! What Salesforce is like. The look of its keys and secrets, its hosts, its scopes, its authorization URL and
//! its errors, as plain functions over text. Called by `profile` and above; knows nothing of StackOne, which only the
//! words of its errors name, of the form or of the browser. Where a fact comes from stands beside it.

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
