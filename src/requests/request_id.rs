//! How a request and its answer know each other.

/// The number of a request. None is given twice, so that a late answer never passes for another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestId(pub u32);
