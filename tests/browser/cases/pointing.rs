//! Clicks beside the controls: clicking on text, or selecting it to copy it, does not move the page.

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
    page.in_view("#name-hint").await?;
    let before = scrolled(&page).await?;
    page.click("#name-hint").await?;
    assert_eq!((page.focus().await?.as_str(), scrolled(&page).await?), ("", before));
    Ok(())
}

async fn nothing_moves_out_of_a_field(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    page.enter("name").await?;
    page.in_view("#name-hint").await?;
    let before = scrolled(&page).await?;
    page.click("#name-hint").await?;
    // Engines differ in whether the field keeps the focus. None may focus another one.
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
    const ID: &str = "[part=done] dl div:nth-child(4) dd";
    let id = page.in_view(ID).await?;
    // The text starts at the left; offsets count from the center.
    let left: i64 = page.ask_with("return 20 - Math.round($(input).clientWidth / 2)", ID.into()).await?;
    page.input().move_to_element_with_offset(&id, left, 0).double_click().perform().await?;
    page.chord(Key::Control, 'c').await?;
    assert_eq!(page.clipboard().await?.trim(), "sim_profile_1");
    Ok(())
}
