//! Checks every state: no axe-core violation in any look, no horizontal scrolling at 320 pixels, no trace of a secret.

use anyhow::Result;
use browser_tests::{Case, Fixture};
use harness::drivers::Engine;

use crate::accessibility::{Way, needs_every_engine, reach_in_every_look};
use crate::secrets::{canaries, search};
use crate::states::{STATES, State};

/// A case for each state.
pub fn cases() -> Vec<Case> {
    STATES.iter().copied().map(case).collect()
}

fn case(state: State) -> Case {
    let case = Case::new(module_path!(), state.name, move |fixture| check(fixture, state));
    if needs_every_engine(state.name) { case.in_every_engine() } else { case }
}

async fn check(fixture: Fixture, state: State) -> Result<()> {
    let reach = |site, fixture| -> Way { Box::pin(async move { state.reach(site, &fixture, &canaries()).await }) };
    let page = reach_in_every_look(&fixture, reach).await?;
    if fixture.engine() != Engine::Chromium {
        return Ok(());
    }
    search(&page, ["done", "created_twice"].contains(&state.name)).await?;
    // The next load finds nothing either.
    page.reload().await?;
    search(&page, true).await
}
