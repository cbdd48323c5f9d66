//! What the simulated Salesforce stores: its apps, the sign-ins in progress, and the grants. A reset clears it.

use std::time::Duration;

use super::app::{App, AppError, Registration};
use super::grants::Grants;

/// Salesforce's memory.
#[derive(Default)]
pub struct Salesforce {
    apps: Vec<App>,
    made: u64,
    pub(super) grants: Grants,
}

impl Salesforce {
    /// Registers an app. It replaces the app with the same key, which is how a test fixes a mistake.
    pub fn register(&mut self, registration: Registration, now: Duration) -> Result<u64, AppError> {
        let earlier = self.apps.iter().position(|app| app.settings.client_id == registration.client_id);
        let number = earlier.map_or(self.made + 1, |index| self.apps[index].number);
        let app = registration.app(number, now)?;
        match earlier {
            Some(index) => self.apps[index] = app,
            None => {
                self.made = number;
                self.apps.push(app);
            }
        }
        Ok(number)
    }

    /// All apps, oldest first.
    pub(super) fn apps(&self) -> &[App] {
        &self.apps
    }

    /// The app with this number in Setup.
    pub(super) fn app(&self, number: u64) -> Option<&App> {
        self.apps.iter().find(|app| app.number == number)
    }

    /// The app with this key, once Salesforce has activated it.
    pub(super) fn active(&self, client_id: &str, now: Duration) -> Option<&App> {
        self.apps.iter().find(|app| app.settings.client_id == client_id && app.active_from <= now)
    }
}
