//! What requests are for.

use crate::stackone::{ConnectorProfile, Page};

/// Longest list that is read, in pages. Past it, names are compared with what was read.
const MOST_PAGES: usize = 200;

/// What a request is for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// A page of the list of profiles.
    List(ListReason, Listing),
    /// A page of the actions.
    Actions,
    /// The versions of the connector.
    Versions,
    /// The create or the change.
    Write,
    /// The session in which an account is connected.
    Link,
    /// How that goes.
    Watch,
    /// To pin the connector's version, or to unpin it.
    Pin,
}

impl Purpose {
    /// Whether it is about the connection of an account.
    pub(crate) fn is_of_link(&self) -> bool {
        matches!(self, Self::Link | Self::Watch)
    }
}

/// Why the list of profiles is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListReason {
    /// To know which names are taken. Nothing waits for it.
    Names,
    /// To show it.
    Show,
    /// To know what is there before a profile is created or changed.
    Check,
    /// To find out how a create ended.
    Compare,
    /// To learn whether an answered create made more than one profile. Nothing waits for it.
    Recheck,
}

/// A reading of the list of profiles, page by page.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The page being read, from 1.
    pub(crate) page: usize,
    /// What the pages so far held.
    pub(crate) found: Vec<ConnectorProfile>,
    /// Whether a cache gave one of them.
    pub(crate) is_aged: bool,
    /// How often it was read before and may have been late.
    pub(crate) rereads: usize,
}

/// What follows on a page of the list.
pub(crate) enum Turned {
    /// Another page.
    Next(Listing),
    /// Nothing: this is the whole list.
    Last(Listing),
}

impl Listing {
    /// Read the first page, after this many reads.
    pub(crate) fn first(rereads: usize) -> Self {
        Self { page: 1, found: Vec::new(), is_aged: false, rereads }
    }

    /// Whether it has the profile of this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.found.iter().any(|known| known.id == id)
    }

    /// Takes its page in.
    pub(crate) fn turn(mut self, page: Page) -> Turned {
        let mut again = !page.profiles.is_empty();
        for profile in page.profiles {
            // A list that moves on between two pages has one on both.
            if !self.has(&profile.id) {
                self.found.push(profile);
                again = false;
            }
        }
        self.is_aged |= page.is_aged;
        if page.more && !again && self.page < MOST_PAGES {
            Turned::Next(Self { page: self.page + 1, ..self })
        } else {
            Turned::Last(self)
        }
    }
}
