//! Values as they come from other windows: surrounded by or containing whitespace, non-breaking spaces, zero-width
//! characters and line breaks. The control keeps the pasted text; the sent value is clean.

use anyhow::Result;
use browser_tests::{Fixture, Page, Site, cases, good};
use serde_json::json;

cases! {
    every engine: with_what_hangs_on, set_by_a_password_manager, broken_in_two, many_lines_of_scopes;
}

async fn paste(page: &Page, field: &str, text: &str) -> Result<()> {
    page.cut(text).await?;
    page.click(&format!("[name={field}]")).await?;
    page.paste().await
}

async fn with_what_hangs_on(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    paste(&page, "clientId", &format!(" \u{a0}{}\u{200b}\n", draft.client_id)).await?;
    paste(&page, "clientSecret", &format!("\u{feff}\t{} \u{a0}", draft.client_secret)).await?;
    paste(&page, "name", &format!("  {} ", draft.name)).await?;
    paste(&page, "apiKey", &format!("\u{200b}{}\r\n", draft.api_key)).await?;
    page.click("label[for=sandbox]").await?;
    // The control holds what the engine pasted. A single-line field drops line breaks, and WebKit turns every space
    // into a plain one.
    let typed = page.typed().await?;
    let before = typed.client_id.chars().take_while(|c| c.is_whitespace()).count();
    assert!(before == 2 && typed.client_id.contains('\u{200b}'), "{typed:?}");
    for field in ["clientId", "clientSecret", "name", "apiKey"] {
        assert_eq!(page.messages(field).await?, [], "{field}");
    }
    page.until_words("#authorization-url", &format!("client_id={}&", draft.client_id)).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    let post = &page.received("POST")[0];
    assert_eq!(post.body["credentials"]["clientId"], draft.client_id);
    assert_eq!(post.body["credentials"]["clientSecret"], draft.client_secret);
    assert_eq!(post.headers["authorization"], "Basic djEuZXUxLmVuZC10by1lbmQ6");
    Ok(())
}

/// A key copied across a line break. The engine replaces the break by a space or drops it; the form offers a fix or
/// accepts the key.
/// Password managers set a value and tell of it in an event that does not leave the shadow tree, or of a change alone. The
/// fields ask them and others who read along to keep away.
async fn set_by_a_password_manager(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let draft = good();
    let script = "const [name, value, event] = input;
        const control = $(`[name=${name}]`);
        control.value = value;
        control.dispatchEvent(event === 'input'
            ? new InputEvent('input', { bubbles: true, composed: false })
            : new Event(event, { bubbles: true }));";
    for (name, value, event) in [
        ("clientId", &draft.client_id, "input"),
        ("clientSecret", &draft.client_secret, "change"),
        ("apiKey", &draft.api_key, "change"),
        ("name", &draft.name, "change"),
    ] {
        page.ask_with::<Option<()>>(script, json!([name, value, event])).await?;
    }
    page.submit().await?;
    page.until_done().await?;
    let posts = page.received("POST");
    assert_eq!(
        posts[0].body["credentials"],
        json!({
            "clientId": draft.client_id, "clientSecret": draft.client_secret,
        })
    );
    assert_eq!(posts[0].body["name"], draft.name.as_str());

    page.press("Create another profile").await?;
    page.until_focus("clientId").await?;
    let asks = "return ['clientSecret', 'apiKey'].map((name) => ['spellcheck', 'autocomplete', 'data-gramm',
        'data-lpignore', 'data-1p-ignore', 'data-bwignore'].map((one) => $(`#${name}`).getAttribute(one)))";
    let asked: Vec<Vec<String>> = page.ask(asks).await?;
    for of_a_field in asked {
        assert_eq!(of_a_field, ["false", "new-password", "false", "true", "true", "true"]);
    }
    Ok(())
}

async fn broken_in_two(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let mut draft = good();
    let (start, end) = draft.client_id.split_at(40);
    paste(&page, "clientId", &format!("{start}\n{end}")).await?;
    page.enter("name").await?;
    if page.typed().await?.client_id.contains(' ') {
        page.until_words("#clientId-messages", "Remove the space or line break in this value.").await?;
        page.press("Remove the spaces").await?;
        page.until_focus("clientId").await?;
    }
    assert_eq!(page.typed().await?.client_id, draft.client_id);
    page.until("no message", "return !$('#clientId-messages').children.length").await?;

    // Every engine shows a space, and the form fixes it, in the secret too.
    let (start, end) = draft.client_secret.split_at(10);
    paste(&page, "clientSecret", &format!("{start} {end}")).await?;
    page.enter("name").await?;
    page.until_words("#clientSecret-messages", "Remove the space or line break in this value.").await?;
    page.press("Remove the spaces").await?;
    page.until_focus("clientSecret").await?;
    draft.name.clear();
    assert_eq!(page.typed().await?.client_secret, draft.client_secret);
    Ok(())
}

async fn many_lines_of_scopes(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let labels = "Manage user data via APIs (api)\nPerform requests at any time (refresh_token, offline_access)";
    paste(&page, "scopes", labels).await?;
    assert_eq!(page.typed().await?.scopes, labels);
    assert_eq!(page.words(".pills").await?, "api refresh_token offline_access");
    page.enter("name").await?;
    page.until_words("#scopes-messages", "We’ll use the cleaned-up list").await?;
    page.press("Use cleaned-up list").await?;
    page.until_focus("scopes").await?;
    assert_eq!(page.typed().await?.scopes, "api refresh_token offline_access");
    page.until("no message", "return !$('#scopes-messages').children.length").await?;
    Ok(())
}
