//! The link: what was typed for it, and where it is.

use crate::profile::Secret;
use crate::requests::Failure;

/// How long a link works, in seconds (StackOne's reference: `expires_in`, which is not sent).
const VALID: u64 = 1800;

/// What was typed for the link, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Linking {
    /// The caller's own id of the account's owner.
    pub owner_id: String,
    /// The owner's name.
    pub owner_name: String,
    /// The label of the account.
    pub label: String,
    /// Whether any of them was typed over since a link was asked for: a link is for the owner it was made for.
    pub retyped: bool,
    /// Where it is.
    pub phase: LinkPhase,
}

/// Where the link is.
#[derive(Clone, Debug, Default)]
pub enum LinkPhase {
    /// No link was requested yet.
    #[default]
    Offered,
    /// The owner was not named.
    Unnamed,
    /// It was asked for.
    Asked,
    /// Here it is, and when it came, in seconds since 1970. Whoever has it can link an account.
    Ready(Secret, u64),
    /// It works no more.
    Expired,
    /// It could not be made, and why.
    Failed(Failure),
}

/// One thing that happened to the link.
#[derive(Clone, Debug)]
pub enum LinkMessage {
    /// The owner's id was typed.
    OwnerIdEdited(String),
    /// The owner's name was typed.
    OwnerNameEdited(String),
    /// The label was typed.
    LabelEdited(String),
    /// The button was pressed.
    Pressed,
    /// Linking an account failed: find out why.
    TroubleshootPressed,
}

impl Linking {
    /// Seconds for which the link still works; 0 where there is none.
    pub fn left(&self, now: u64) -> u64 {
        match self.phase {
            LinkPhase::Ready(_, made) => made.saturating_add(VALID).saturating_sub(now).min(VALID),
            _ => 0,
        }
    }
}
