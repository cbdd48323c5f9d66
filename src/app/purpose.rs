//! The purposes of requests.

use crate::stackone::{ConnectorProfile, Page};

/// The maximum number of list pages to read. Names on later pages are not compared.
const MAX_PAGES: usize = 200;

/// The purpose of a request.
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
    /// A session for connecting an account.
    Link,
    /// The progress of the sign-in in that session.
    Watch,
    /// Pinning or unpinning the connector's version.
    Pin,
}

impl Purpose {
    /// Whether it concerns the connection of an account.
    pub(crate) fn is_of_link(&self) -> bool {
        matches!(self, Self::Link | Self::Watch)
    }
}

/// Why the list of profiles is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListReason {
    /// To learn which names exist. Nothing waits for it.
    Names,
    /// To show the list.
    Show,
    /// To learn what exists before a create or a change.
    Check,
    /// To learn the outcome of a create.
    Compare,
    /// To find duplicates of a created profile. Nothing waits for it.
    Recheck,
}

/// An ongoing read of the list of profiles.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The number of the page being read, from 1.
    pub(crate) page: usize,
    /// The profiles on the pages so far.
    pub(crate) found: Vec<ConnectorProfile>,
    /// Whether one of the pages was from a cache.
    pub(crate) is_aged: bool,
    /// How often the whole list was read again because it may be outdated.
    pub(crate) rereads: usize,
}

/// What follows a page of the list.
pub(crate) enum Listed {
    /// Another page to read.
    Next(Listing),
    /// The whole list.
    Last(Listing),
}

impl Listing {
    /// A read that starts at the first page.
    pub(crate) fn first(rereads: usize) -> Self {
        Self { page: 1, found: Vec::new(), is_aged: false, rereads }
    }

    /// Whether the list has the profile with this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.found.iter().any(|known| known.id == id)
    }

    /// Adds a page, and decides whether another one is read.
    pub(crate) fn add_page(mut self, page: Page) -> Listed {
        let mut again = !page.profiles.is_empty();
        for profile in page.profiles {
            // If the list changes between two pages, a profile can be on both.
            if !self.has(&profile.id) {
                self.found.push(profile);
                again = false;
            }
        }
        self.is_aged |= page.is_aged;
        if page.more && !again && self.page < MAX_PAGES {
            Listed::Next(Self { page: self.page + 1, ..self })
        } else {
            Listed::Last(self)
        }
    }
}
