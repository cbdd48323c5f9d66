//! StackOne refuses the key, the permission, a value, the name or the path. Checks the message, the focus and the next
//! step. One click sends at most one create.

use anyhow::Result;
use browser_tests::{Failed, Fixture, Page, Site, Typed, cases, good};
use serde_json::{Value, json};

cases! {
    every engine: refused_by_the_site;
    chromium:
        invalid_draft,
        unauthorized,
        forbidden,
        not_offered,
        conflict_and_another_name,
        conflict_and_edit,
        rejected_without_a_field,
        rejected_with_a_field,
        rejected_in_every_shape;
}

/// A valid draft on a page whose requests will fail.
async fn filled(fixture: &Fixture) -> Result<(Page, Typed)> {
    let page = Site::new()?.with_failures().open(fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    Ok((page, draft))
}

async fn invalid_draft(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.open(&fixture).await?;
    let empty = page.typed().await?;
    page.submit().await?;
    let failed =
        Failed { code: "invalid-draft", says: "Fix 3 fields to continue", focus: "clientId", retryable: false };
    page.until_failed(1, failed, &empty).await?;
    assert_eq!(page.words("[part=summary] ul").await?, "Client ID Client Secret StackOne API key");
    for (field, says) in [
        ("clientId", "Enter your Consumer Key."),
        ("clientSecret", "Enter your Consumer Secret."),
        ("apiKey", "Enter your StackOne API key."),
    ] {
        let messages = page.messages(field).await?;
        assert!(messages.len() == 1 && messages[0].error && messages[0].words.contains(says), "{messages:?}");
    }
    // Each link leads to its field, each fixed field leaves the summary, and the last one removes it.
    page.press("Client Secret").await?;
    page.until_focus("clientSecret").await?;
    page.keys(good().client_secret).await?;
    page.until_words("[part=summary]", "Fix 2 fields to continue").await?;
    page.press("StackOne API key").await?;
    page.until_focus("apiKey").await?;
    page.keys(good().api_key).await?;
    page.until_words("[part=summary]", "Fix 1 field to continue").await?;
    page.press("Client ID").await?;
    page.until_focus("clientId").await?;
    page.keys(good().client_id).await?;
    page.until("no summary", "return !$('[part=summary]')").await?;
    // The focus stays in the typed field. Only the background read of the list was sent.
    assert_eq!(page.focus().await?, "clientId");
    assert_eq!((page.posts(), page.received("GET").len()), (0, 1));
    Ok(())
}

async fn unauthorized(fixture: Fixture) -> Result<()> {
    let (page, mut draft) = filled(&fixture).await?;
    draft.api_key = "v1.eu1.revoked".into();
    page.fill(&draft).await?;
    page.submit().await?;
    let failed =
        Failed { code: "unauthorized", says: "didn’t accept this API key", focus: "apiKey", retryable: false };
    page.until_failed(1, failed, &draft).await?;
    let said = page.messages("apiKey").await?;
    assert!(said[0].error && said[0].words.contains("didn’t accept this API key"), "{said:?}");
    assert_eq!(page.posts(), 0);
    // Another key removes the message and works.
    draft.api_key = good().api_key;
    page.empty("apiKey").await?;
    page.keys(draft.api_key.as_str()).await?;
    page.until("no verdict", "return !$('#failure') && !$('#apiKey-messages').children.length").await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    Ok(())
}

async fn forbidden(fixture: Fixture) -> Result<()> {
    let (page, mut draft) = filled(&fixture).await?;
    draft.api_key = "v1.eu1.readonly".into();
    page.fill(&draft).await?;
    page.submit().await?;
    let failed = Failed {
        code: "forbidden",
        says: "may not have the Platform API write scope",
        focus: "failure",
        retryable: false,
    };
    page.until_failed(1, failed, &draft).await?;
    // StackOne's own message is shown beside ours.
    assert_eq!(page.words("#failure blockquote").await?, "The API key lacks the scope Platform API write");
    assert_eq!(page.posts(), 1);
    draft.api_key = good().api_key;
    page.fill(&draft).await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

async fn not_offered(fixture: Fixture) -> Result<()> {
    for (number, status) in [404, 405, 501].into_iter().enumerate() {
        let (page, draft) = filled(&fixture).await?;
        // One case is refused at the list already: then no create is sent.
        let method = if number == 0 { "GET" } else { "POST" };
        page.fault(method, "status", json!({ "status": status }));
        page.submit().await?;
        let failed = Failed {
            code: "not-offered",
            says: "This address doesn’t accept the request",
            focus: "failure",
            retryable: false,
        };
        page.until_failed(1, failed, &draft).await?;
        page.until_words("#failure", "doesn’t recognize /stackone.").await?;
        page.open_request().await?;
        page.until_words("#request-curl", "curl --request POST 'https://api.stackone.com/connector_profiles'").await?;
        assert_eq!(page.posts(), number.min(1), "{status}");
        // Once the proxy is fixed, the person can press again.
        page.submit().await?;
        page.until_created(&draft).await?;
        assert_eq!(page.profiles().len(), 1, "{status}");
    }
    Ok(())
}

const CONFLICT: Failed<'static> =
    Failed { code: "conflict", says: "This profile already exists", focus: "failure", retryable: false };

async fn conflict_and_another_name(fixture: Fixture) -> Result<()> {
    let (page, mut draft) = filled(&fixture).await?;
    page.add_profile(&draft.name, "production").await?;
    page.fault("POST", "status", json!({ "status": 409 }));
    page.submit().await?;
    page.until_failed(1, CONFLICT, &draft).await?;
    let existing = page.words("#failure .candidates").await?;
    assert!(existing.contains("Acme · production") && existing.contains("sim_profile_1"), "{existing}");
    page.press("Use another name").await?;
    page.until_focus("name").await?;
    page.keys(" 2").await?;
    draft.name = "Acme 2".into();
    assert_eq!(page.typed().await?, draft);
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!(page.profiles(), ["Acme", "Acme 2"]);
    assert_eq!(page.posts(), 2);
    Ok(())
}

async fn conflict_and_edit(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    page.add_profile(&draft.name, "sandbox").await?;
    page.fault("POST", "status", json!({ "status": 409 }));
    page.submit().await?;
    page.until_failed(1, CONFLICT, &draft).await?;
    page.press("Edit it").await?;
    page.until_words("#title", "Edit “Acme”").await?;
    page.until_focus("clientId").await?;
    assert_eq!(page.typed().await?, draft);
    assert_eq!(page.words("button[type=submit]").await?, "Save changes");
    page.submit().await?;
    page.until_words("#done", "Changes saved").await?;
    let change = &page.received("PATCH")[0];
    assert_eq!(change.path, "/stackone/connector_profiles/sim_profile_1");
    // The body contains only what changed: no name, no environment.
    let credentials = json!({ "clientId": draft.client_id, "clientSecret": draft.client_secret });
    assert_eq!(change.body, json!({ "credentials": credentials }));
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    assert_eq!(page.events("profile-updated").await?[0].detail["profile"]["id"], "sim_profile_1");
    Ok(())
}

async fn rejected_without_a_field(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    let body =
        json!({ "statusCode": 400, "message": "The connector is not enabled", "timestamp": "2026-11-23T10:00:00Z" });
    page.fault("POST", "status", json!({ "status": 400, "body": body }));
    page.submit().await?;
    let failed =
        Failed { code: "rejected", says: "StackOne didn’t accept these details", focus: "failure", retryable: false };
    page.until_failed(1, failed, &draft).await?;
    assert_eq!(page.words("#failure blockquote").await?, "The connector is not enabled");
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

async fn rejected_with_a_field(fixture: Fixture) -> Result<()> {
    let (page, mut draft) = filled(&fixture).await?;
    let body = json!({ "statusCode": 422, "message": ["credentials.clientId must be a consumer key"] });
    page.fault("POST", "status", json!({ "status": 422, "body": body }));
    page.submit().await?;
    let said = "StackOne says: credentials.clientId must be a consumer key";
    page.until_failed(1, Failed { code: "rejected", says: said, focus: "clientId", retryable: false }, &draft).await?;
    let messages = page.messages("clientId").await?;
    assert!(messages[0].error && messages[0].words.ends_with(said), "{messages:?}");
    // Editing the value removes the message about the old one.
    page.keys(thirtyfour::Key::End).await?;
    page.keys(thirtyfour::Key::Backspace).await?;
    page.keys("Z").await?;
    draft.client_id.pop();
    draft.client_id.push('Z');
    page.until("no verdict", "return !$('#failure') && !$('#clientId-messages').children.length").await?;
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

/// The site's own sign-in and a firewall: the key is not to blame, so the focus does not go to its field.
async fn refused_by_the_site(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    let refusals = [
        (401, "unauthorized", "This site’s own sign-in blocked the request"),
        (403, "forbidden", "A firewall or this site blocked the request"),
    ];
    for (number, (status, code, says)) in refusals.into_iter().enumerate() {
        page.fault("POST", "status", json!({ "status": status, "bodyAs": "html" }));
        page.submit().await?;
        let failed = Failed { code, says, focus: "failure", retryable: false };
        page.until_failed(number + 1, failed, &draft).await?;
        let shown = page.words("#failure").await?;
        assert!(shown.contains("instead of StackOne’s answer") && !shown.contains('<'), "{shown}");
    }
    page.submit().await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (3, 1));
    Ok(())
}

/// Every known shape of StackOne's refusals. None is shown as raw JSON.
async fn rejected_in_every_shape(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    let nested = json!({ "message": "Too many profiles" }).to_string();
    let shapes: [(Value, &str); 5] = [
        (json!({ "statusCode": "400", "message": ["Too many profiles"] }), "Too many profiles"),
        (json!({ "message": nested }), "Too many profiles"),
        (json!({ "message": "Bad", "provider_errors": [{ "raw": { "message": "Too many profiles" } }] }), "Bad"),
        (json!("<html><h1>Bad gateway</h1></html>"), "It didn’t say why"),
        (json!({}), "It didn’t say why"),
    ];
    for (number, (body, says)) in shapes.into_iter().enumerate() {
        page.fault("POST", "status", json!({ "status": 400, "body": body }));
        page.submit().await?;
        let failed = Failed { code: "rejected", says, focus: "failure", retryable: false };
        page.until_failed(number + 1, failed, &draft).await?;
        let shown = page.words("#failure").await?;
        assert!(!shown.contains('{') && !shown.contains('<'), "{shown}");
        assert_eq!(page.posts(), number + 1);
    }
    Ok(())
}
