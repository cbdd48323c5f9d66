//! The state of the simulator: profiles, Salesforce, linked accounts, queued faults, the log. Tests access it through
//! `Server::simulator`, without HTTP. No two locks are held at the same time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{Semaphore, watch};

use super::actions::{self, Action};
use super::clock::Clock;
use super::connect::{Account, Connect};
use super::faults::{Fault, Kind, Queue};
use super::log::Received;
use super::profiles::{ConnectorProfile, Profiles};
use super::salesforce::{AppError, Registration, Salesforce};

/// The state of the simulator.
pub struct Simulator {
    actions: Vec<Action>,
    profiles: Mutex<Profiles>,
    salesforce: Mutex<Salesforce>,
    connect: Mutex<Connect>,
    clock: Mutex<Clock>,
    faults: Mutex<Queue>,
    log: Mutex<Vec<Received>>,
    resets: watch::Sender<u64>,
    fresh: watch::Sender<bool>,
    released: Semaphore,
}

impl Simulator {
    /// `actions` says how often the usual 400 are repeated.
    pub(super) fn new(actions: usize) -> Self {
        Self {
            actions: actions::actions(actions),
            profiles: Mutex::default(),
            salesforce: Mutex::default(),
            connect: Mutex::default(),
            clock: Mutex::default(),
            faults: Mutex::default(),
            log: Mutex::default(),
            resets: watch::Sender::new(0),
            fresh: watch::Sender::new(false),
            released: Semaphore::new(0),
        }
    }

    /// Clears everything and releases hanging and held requests.
    pub fn reset(&self) {
        *self.profiles() = Profiles::default();
        *self.salesforce() = Salesforce::default();
        *self.connect() = Connect::default();
        *lock(&self.clock) = Clock::default();
        self.clear_faults();
        self.released.forget_permits(Semaphore::MAX_PERMITS);
        self.log().clear();
        self.resets.send_modify(|count| *count += 1);
    }

    /// Adds a fault; see [`Fault::from_json`].
    pub fn add_fault(&self, mut fault: Fault) {
        if let Kind::StaleList { list, .. } = &mut fault.kind {
            *list = self.connector_profiles();
        }
        self.change_faults(|faults| faults.add(fault));
    }

    /// Removes queued faults. Hanging requests keep hanging.
    pub fn clear_faults(&self) {
        self.change_faults(|faults| *faults = Queue::default());
    }

    /// Lets one held request go, the oldest first. If none is held yet, the next one passes.
    pub fn release(&self) {
        self.released.add_permits(1);
    }

    /// Registers an app in Salesforce, as `POST /_simulator/apps` does. It replaces the app with the same key.
    pub fn register_app(&self, posted: Value) -> Result<(), AppError> {
        let now = self.now();
        self.salesforce().register(Registration::from_json(posted)?, now).map(|_| ())
    }

    /// Moves the clock of activation, codes and sessions forward.
    pub fn advance_clock(&self, time: Duration) {
        lock(&self.clock).advance(time);
    }

    /// All linked accounts, in order.
    pub fn accounts(&self) -> Vec<Account> {
        self.connect().accounts().to_vec()
    }

    /// Every request received so far, in order.
    pub fn requests(&self) -> Vec<Received> {
        self.log().clone()
    }

    /// All profiles, oldest first, as StackOne returns them.
    pub fn connector_profiles(&self) -> Vec<ConnectorProfile> {
        self.profiles().all().cloned().collect()
    }

    pub(super) fn actions(&self) -> &[Action] {
        &self.actions
    }

    pub(super) fn profiles(&self) -> MutexGuard<'_, Profiles> {
        lock(&self.profiles)
    }

    pub(super) fn salesforce(&self) -> MutexGuard<'_, Salesforce> {
        lock(&self.salesforce)
    }

    pub(super) fn connect(&self) -> MutexGuard<'_, Connect> {
        lock(&self.connect)
    }

    pub(super) fn now(&self) -> Duration {
        lock(&self.clock).now()
    }

    pub(super) fn change_faults<T>(&self, change: impl FnOnce(&mut Queue) -> T) -> T {
        let mut faults = lock(&self.faults);
        let result = change(&mut faults);
        self.fresh.send_replace(faults.wants_fresh());
        result
    }

    /// Whether each request must use a fresh connection, now and later.
    pub(super) fn fresh(&self) -> watch::Receiver<bool> {
        self.fresh.subscribe()
    }

    pub(super) fn log(&self) -> MutexGuard<'_, Vec<Received>> {
        lock(&self.log)
    }

    /// Waits for a [`release`](Self::release), which it uses up, or for a reset.
    pub(super) async fn until_released(&self) {
        tokio::select! {
            // An error would mean that the semaphore is closed, which never happens.
            Ok(permit) = self.released.acquire() => permit.forget(),
            () = self.until_reset() => {}
        }
    }

    /// Waits for the next reset.
    pub(super) async fn until_reset(&self) {
        // An error would mean that the sender is gone, but it lives as long as `self`.
        let _ = self.resets.subscribe().changed().await;
    }
}

/// A test that panics while it holds the lock must not fail the others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
