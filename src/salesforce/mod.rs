//! Floor 0: what Salesforce is like. The look of its keys and secrets, its hosts, its scopes and its authorization
//! URL, as plain functions over text. Called by `profile` and above; knows nothing of StackOne, of the form or of the
//! browser. Where a fact comes from stands beside it.

pub mod authorization;
pub mod environment;
pub mod host;
pub mod key;
pub mod scope_list;
pub mod scopes;

pub use authorization::AuthorizationRequest;
pub use environment::Environment;
pub use host::{Host, HostError, HostNote, MyDomain};
pub use scope_list::ScopeList;
pub use scopes::Scope;
