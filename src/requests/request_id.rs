//! Matches answers with requests.

/// The number of a request. Never reused, so that a late answer is not taken for another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestId(pub u32);
