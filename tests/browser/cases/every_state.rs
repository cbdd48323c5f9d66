//! Checks every state: no trace of a secret, no axe-core violation in a light and a dark theme, and no horizontal
//! scrolling at 320 pixels.

use browser_tests::{Case, Look, Site, good};

use crate::accessibility::{check, check_narrow};
use crate::secrets::{canaries, search};
use crate::states::STATES;

/// Three cases for each state.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for state in STATES.iter().copied() {
        let case = |name: &str| format!("{}_{name}", state.name);
        cases.push(Case::new(module_path!(), &case("light"), move |fixture| async move {
            let page = state.reach(Site::new()?, &fixture, &canaries()).await?;
            check(&page).await?;
            search(&page, ["done", "created_twice"].contains(&state.name)).await?;
            // The next load finds nothing either.
            page.reload().await?;
            search(&page, true).await
        }));
        let narrow = Case::new(module_path!(), &case("narrow"), move |fixture| async move {
            let page = state.reach(Site::new()?.narrow(), &fixture, &good()).await?;
            check_narrow(&page).await
        });
        cases.push(narrow.in_every_engine());
        let dark = Case::new(module_path!(), &case("dark"), move |fixture| async move {
            let page = state.reach(Site::new()?, &fixture, &good()).await?;
            check(&page).await
        });
        cases.push(dark.with_look(Look::Dark));
    }
    cases
}
