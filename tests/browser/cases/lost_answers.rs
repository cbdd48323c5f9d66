//! The answer to a create gets lost. The form sends nothing again on its own: it reads the list and compares, and only
//! then offers a next step. One click creates at most one profile.

use anyhow::{Context, Result};
use browser_tests::{Failed, Fixture, Page, Site, Typed, cases, good};
use harness::simulator::Answer;
use serde_json::{Value, json};

cases! {
    every engine: done_but_unsaid, small_and_compressed;
    chromium:
        answered_in_an_unreadable_way,
        not_done,
        neither_answer_nor_list,
        still_unknown_and_not_done,
        several_can_be_it,
        none_of_several_is_it,
        unreadable,
        no_list_before,
        a_list_that_comes_at_the_third_try;
}

pub const NOT_LISTED: Failed<'static> = Failed {
    code: "outcome-unknown",
    says: "We don’t see your profile in StackOne",
    focus: "failure",
    retryable: true,
};
pub const ASKED: Failed<'static> =
    Failed { code: "outcome-unknown", says: "Is one of these yours?", focus: "failure", retryable: false };
const UNKNOWN: Failed<'static> = Failed {
    code: "outcome-unknown",
    says: "We’re not sure if your profile was created",
    focus: "failure",
    retryable: true,
};

/// A valid draft in a form with a timeout of one second.
pub async fn filled(fixture: &Fixture) -> Result<(Page, Typed)> {
    let page = Site::new()?.config(json!({ "timeoutSeconds": 1 })).hurried().with_failures().open(fixture).await?;
    let draft = good();
    page.fill(&draft).await?;
    Ok((page, draft))
}

/// One click, one profile, found in the list; the person says that it is theirs.
async fn found(fixture: &Fixture, kind: &str, more: Value) -> Result<()> {
    let (page, draft) = filled(fixture).await?;
    page.fault("POST", kind, more);
    page.submit().await?;
    page.until_failed(1, ASKED, &draft).await.context(kind.to_owned())?;
    page.press("This one’s mine").await?;
    page.until_created(&draft).await?;
    page.until_words("[part=done]", "StackOne didn’t confirm it, but your profile is in its list").await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1), "{kind}");
    page.until_received("GET", 3).await?;
    Ok(())
}

async fn done_but_unsaid(fixture: Fixture) -> Result<()> {
    found(&fixture, "drop-after", json!({})).await?;
    found(&fixture, "hang", json!({ "afterWork": true })).await?;
    for status in [408, 500, 502, 503, 504] {
        found(&fixture, "status", json!({ "status": status, "afterWork": true })).await?;
    }
    Ok(())
}

async fn answered_in_an_unreadable_way(fixture: Fixture) -> Result<()> {
    for kind in ["truncate", "not-json", "wrong-shape", "huge"] {
        found(&fixture, kind, json!({})).await?;
    }
    Ok(())
}

async fn not_done(fixture: Fixture) -> Result<()> {
    for (kind, more) in [
        ("drop-before", json!({})),
        ("hang", json!({})),
        ("status", json!({ "status": 500 })),
        ("status", json!({ "status": 408 })),
    ] {
        let (page, draft) = filled(&fixture).await?;
        page.fault("POST", kind, more);
        page.submit().await?;
        page.until_failed(1, NOT_LISTED, &draft).await?;
        assert_eq!((page.posts(), page.profiles().len()), (1, 0), "{kind}");
        page.press("Try again").await?;
        page.until_created(&draft).await?;
        assert_eq!((page.posts(), page.profiles().len()), (2, 1), "{kind}");
    }
    Ok(())
}

/// The list before is read, the answer to the create is lost, and the list after cannot be read.
async fn lose_both(page: &Page, kind: &str) {
    page.fault("GET", "delay", json!({ "ms": 0 }));
    page.fault("GET", "status", json!({ "status": 503, "times": 3 }));
    page.fault("POST", kind, json!({}));
}

async fn neither_answer_nor_list(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    lose_both(&page, "drop-after").await;
    page.submit().await?;
    page.until_failed(1, UNKNOWN, &draft).await?;
    // Checking again creates nothing, however often.
    page.fault("GET", "not-json", json!({}));
    page.press("Check again").await?;
    page.until_failed(2, UNKNOWN, &draft).await?;
    page.press("Check again").await?;
    page.until_failed(3, ASKED, &draft).await?;
    page.press("This one’s mine").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 1));
    Ok(())
}

async fn still_unknown_and_not_done(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    lose_both(&page, "drop-before").await;
    page.submit().await?;
    page.until_failed(1, UNKNOWN, &draft).await?;
    // The main button does not create either while the outcome is unknown.
    page.submit().await?;
    page.until_failed(2, NOT_LISTED, &draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (1, 0));
    page.press("Try again").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

/// Another user creates a profile of the same name while ours is in flight.
async fn two_of_a_name(fixture: &Fixture) -> Result<(Page, Typed)> {
    let (page, draft) = filled(fixture).await?;
    page.fault("POST", "hang", json!({ "afterWork": true }));
    page.submit().await?;
    page.until("the request", "return $('button[type=submit]').innerText.includes('Creating')").await?;
    page.add_profile(&draft.name, &draft.environment).await?;
    page.until_failed(1, ASKED, &draft).await?;
    assert_eq!(page.profiles().len(), 2);
    Ok((page, draft))
}

async fn several_can_be_it(fixture: Fixture) -> Result<()> {
    let (page, _) = two_of_a_name(&fixture).await?;
    page.press("This one’s mine").await?;
    page.until_done().await?;
    let created = page.events("profile-created").await?;
    assert!(created[0].detail["profile"]["id"].as_str().is_some_and(|id| id.starts_with("sim_profile_")));
    assert_eq!((page.posts(), page.profiles().len()), (1, 2));
    Ok(())
}

async fn none_of_several_is_it(fixture: Fixture) -> Result<()> {
    let (page, draft) = two_of_a_name(&fixture).await?;
    page.press("None of these. Create mine").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 3));
    Ok(())
}

/// 200 with an unreadable body, and nothing in the list: the body is shown.
async fn unreadable(fixture: Fixture) -> Result<()> {
    let (page, draft) = filled(&fixture).await?;
    let long = format!("Welcome to the portal {}", "x".repeat(20_000));
    page.fault("POST", "status", json!({ "status": 200, "body": long }));
    page.submit().await?;
    let failed =
        Failed { code: "unreadable", says: "StackOne sent an unexpected answer", focus: "failure", retryable: true };
    page.until_failed(1, failed, &draft).await?;
    let quote = page.words("#failure blockquote").await?;
    assert!(quote.starts_with("Welcome to the portal x") && quote.len() < 1000, "{quote}");
    assert_eq!((page.posts(), page.profiles().len()), (1, 0));
    // The list was read and lacks the profile, so another click may create it.
    page.press("Try again").await?;
    page.until_created(&draft).await?;
    assert_eq!((page.posts(), page.profiles().len()), (2, 1));
    Ok(())
}

/// The list cannot be read at first: no create is sent.
async fn no_list_before(fixture: Fixture) -> Result<()> {
    let silent = Failed {
        code: "outcome-unknown",
        says: "StackOne isn’t available right now",
        focus: "failure",
        retryable: true,
    };
    let unreadable =
        Failed { code: "unreadable", says: "Here’s what we received instead of a list of profiles", ..silent };
    let web_page = Failed { says: "A web page came back instead of StackOne’s answer", ..unreadable };
    for (kind, more, failed) in [
        ("status", json!({ "times": 3, "status": 500 }), silent),
        ("hang", json!({ "times": 3 }), silent),
        ("truncate", json!({ "times": 3 }), silent),
        ("huge", json!({ "times": 3 }), silent),
        ("not-json", json!({ "times": 1 }), web_page),
        ("wrong-shape", json!({ "times": 1 }), unreadable),
    ] {
        let (page, draft) = filled(&fixture).await?;
        let tries = more["times"].clone();
        page.fault("GET", kind, more);
        page.submit().await?;
        page.until_failed(1, failed, &draft).await.context(kind)?;
        assert_eq!((page.posts(), json!(page.received("GET").len())), (0, tries), "{kind}");
        page.press("Try again").await?;
        page.until_created(&draft).await?;
        assert_eq!((page.posts(), page.profiles().len()), (1, 1), "{kind}");
    }
    Ok(())
}

/// Reads are retried twice, before the create and after it, without a message.
async fn a_list_that_comes_at_the_third_try(fixture: Fixture) -> Result<()> {
    for (kind, more) in [
        ("status", json!({ "status": 503 })),
        ("status", json!({ "status": 429, "retryAfter": 1 })),
        ("drop-before", json!({})),
        ("truncate", json!({})),
        ("hang", json!({})),
    ] {
        let (page, draft) = filled(&fixture).await?;
        let fault = |times: u32| {
            let mut more = more.clone();
            more["times"] = times.into();
            page.fault("GET", kind, more);
        };
        fault(2);
        page.fault("GET", "delay", json!({ "ms": 0 }));
        fault(2);
        page.fault("POST", "drop-after", json!({}));
        page.submit().await?;
        page.until_failed(1, ASKED, &draft).await.context(kind)?;
        page.press("This one’s mine").await?;
        page.until_created(&draft).await.context(kind)?;
        page.until_received("GET", 7).await.context(kind)?;
        assert_eq!((page.posts(), page.profiles().len()), (1, 1), "{kind}");
    }
    Ok(())
}

/// A compressed answer that is longer than its content: `Content-Length` exceeds what the page reads, and the answer
/// still counts as complete. The list is served as a file, so the create is refused after the list is read.
async fn small_and_compressed(fixture: Fixture) -> Result<()> {
    // `{"data":[],"total":0}`
    const GZIP: [u8; 41] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0x4a, 0x49, 0x2c, 0x49, 0x54, 0xb2,
        0x8a, 0x8e, 0xd5, 0x51, 0x2a, 0xc9, 0x2f, 0x49, 0xcc, 0x51, 0xb2, 0x32, 0xa8, 0x05, 0x00, 0xb0, 0xac, 0x18,
        0xce, 0x15, 0x00, 0x00, 0x00,
    ];
    let list = Answer::new(200, "application/json", GZIP).with_header("content-encoding", "gzip");
    let list = list.with_header("content-length", &GZIP.len().to_string());
    let site = Site::new()?.overlay("/api/connector_profiles", list).config(json!({ "apiBaseUrl": "/api" }));
    let page = site.with_failures().open(&fixture).await?;
    page.fill(&good()).await?;
    page.submit().await?;
    let failed =
        Failed { code: "not-offered", says: "doesn’t accept the request", focus: "failure", retryable: false };
    page.until_failed(1, failed, &good()).await
}
