//! A create whose answer is late, stored otherwise, or not from StackOne.

use crate::lost_answers::{ASKED, NOT_LISTED, filled};
use anyhow::{Context, Result};
use browser_tests::{Failed, Fixture, cases};
use serde_json::json;

cases! {
    chromium: stored_under_another_name, a_list_from_a_cache, done_after_the_time_out, leads_elsewhere, answers_of_the_host;
}

/// StackOne writes the name otherwise, and the answer gets lost.
async fn stored_under_another_name(fixture: Fixture) -> Result<()> {
    for how in ["numbered", "upper"] {
        let (page, draft) = filled(&fixture).await?;
        page.fault("POST", "renamed", json!({ "as": how }));
        page.fault("POST", "drop-after", json!({}));
        page.submit().await?;
        page.until_failed(1, ASKED, &draft).await.context(how)?;
        page.press("This one’s mine").await?;
        page.until_done().await?;
        assert_eq!((page.posts(), page.profiles().len()), (1, 1), "{how}");
    }
    Ok(())
}

/// The list comes from a cache twice, and is read again by itself.
async fn a_list_from_a_cache(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    // The first one is the list before.
    page.fault("GET", "stale-list", json!({ "times": 3, "age": 9 }));
    page.fault("POST", "drop-after", json!({}));
    page.submit().await?;
    page.until_failed(1, ASKED, &draft).await?;
    assert_eq!((page.received("GET").len(), page.posts()), (4, 1));
    Ok(())
}

/// It is done after the page gave up, and the next click finds it.
async fn done_after_the_time_out(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    page.fault("POST", "late", json!({ "ms": 3000 }));
    page.submit().await?;
    page.until_failed(1, NOT_LISTED, &draft).await?;
    page.until_profiles(1).await?;
    page.press("Try again").await?;
    page.until_failed(2, ASKED, &draft).await?;
    assert_eq!(page.posts(), 1);
    Ok(())
}

/// A redirect is not followed, and says nothing of the create.
async fn leads_elsewhere(fixture: Fixture) -> Result<()> {
    for status in [302, 304, 307] {
        let (page, draft) = filled(&fixture).await?;
        page.fault("POST", "status", json!({ "status": status, "afterWork": true, "bodyAs": "empty" }));
        page.submit().await?;
        page.until_failed(1, ASKED, &draft).await.with_context(|| status.to_string())?;
        assert_eq!(page.posts(), 1, "{status}");
    }
    Ok(())
}

/// What the host, or a firewall before it, answers is told as theirs.
async fn answers_of_the_host(fixture: Fixture) -> Result<()> {
    let of_host = |code, says| Failed { code, says, focus: "failure", retryable: code == "unreadable" };
    for (kind, failed) in [
        ("html-200", of_host("unreadable", "A web page came back instead of StackOne’s answer")),
        ("cdn-403", of_host("forbidden", "A firewall or this site blocked the request")),
    ] {
        let (page, draft) = filled(&fixture).await?;
        page.fault("POST", kind, json!({}));
        page.submit().await?;
        page.until_failed(1, failed, &draft).await.context(kind)?;
        assert_eq!((page.posts(), page.profiles().len()), (1, 0), "{kind}");
    }
    Ok(())
}
