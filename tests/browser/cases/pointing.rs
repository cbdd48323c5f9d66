//! A click beside the controls: a person who clicks on words, or selects some to copy them, stays where they are.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use thirtyfour::Key;

cases! {
    every engine: nothing_moves, nothing_moves_out_of_a_field, the_id_can_be_selected;
}

async fn scrolled(page: &Page) -> Result<f64> {
    page.ask("return scrollY").await
}

async fn nothing_moves(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.in_view("#in-stackone").await?;
    let before = scrolled(&page).await?;
    page.click("#in-stackone").await?;
    assert_eq!((page.focus().await?.as_str(), scrolled(&page).await?), ("", before));
    Ok(())
}

async fn nothing_moves_out_of_a_field(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.enter("name").await?;
    page.in_view("#in-stackone").await?;
    let before = scrolled(&page).await?;
    page.click("#in-stackone").await?;
    // Engines differ in whether the field keeps the focus; none may give it to another.
    let focus = page.focus().await?;
    assert!(["", "name"].contains(&focus.as_str()), "the focus went to {focus}");
    assert_eq!(scrolled(&page).await?, before);
    Ok(())
}

async fn the_id_can_be_selected(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.fill(&good()).await?;
    page.submit().await?;
    page.until_done().await?;
    const ID: &str = "[part=done] dl div:nth-child(2) dd";
    let id = page.in_view(ID).await?;
    // The words begin at the left; offsets count from the middle.
    let left: i64 = page.ask_with("return 20 - Math.round($(input).clientWidth / 2)", ID.into()).await?;
    page.input().move_to_element_with_offset(&id, left, 0).double_click().perform().await?;
    page.chord(Key::Control, 'c').await?;
    assert_eq!(page.clipboard().await?.trim(), "sim_profile_1");
    Ok(())
}
