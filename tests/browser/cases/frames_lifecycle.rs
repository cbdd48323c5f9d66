//! A frame that is moved, and one that is removed.

use anyhow::Result;
use browser_tests::{Fixture, Framing, cases, good};
use harness::drivers::Engine;

cases! {
    every engine: moving, removal;
}

/// A browser reloads a moved frame. Chromium keeps it when `moveBefore` moves it.
async fn moving(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("").open(&fixture).await?;
    framed.form.put_into("clientId", "3MVG9").await?;
    let kept = fixture.engine() == Engine::Chromium;
    let how = if kept { "place.moveBefore(element, null)" } else { "place.append(element)" };
    framed
        .at_host(&format!("const place = document.createElement('main'); document.body.append(place); {how};"))
        .await?;
    framed.inside().await?;
    framed.until_form().await?;
    assert_eq!(framed.form.typed().await?.client_id, if kept { "3MVG9" } else { "" });
    framed.at_host("document.body.prepend(element)").await?;
    framed.inside().await?;
    framed.until_form().await?;
    framed.form.fill(&good()).await?;
    framed.form.submit().await?;
    framed.form.until_created(&good()).await
}

/// No listener is left: a listener would check the origin of a message.
async fn removal(fixture: Fixture) -> Result<()> {
    const LISTENERS: &str = "let listeners = 0;
        const message = new MessageEvent('message', { data: 'from no window' });
        Object.defineProperty(message, 'source', { get() { listeners += 1; return null; } });
        dispatchEvent(message);
        return listeners";
    let framed = Framing::new("").open(&fixture).await?;
    framed.outside().await?;
    assert_eq!(framed.host.ask::<u32>(LISTENERS).await?, 1);
    framed.at_host("window.removed = element; element.remove()").await?;
    assert_eq!(framed.host.ask::<u32>(LISTENERS).await?, 0);
    assert_eq!(framed.host.ask::<u32>("return window.removed.shadowRoot.childNodes.length").await?, 0);
    framed.at_host("document.body.append(window.removed)").await?;
    framed.inside().await?;
    framed.until_form().await?;
    framed.outside().await?;
    assert_eq!(framed.host.ask::<u32>(LISTENERS).await?, 1);
    Ok(())
}
