//! Pages on which other software works: it puts nodes and attributes of its own into the form, refuses the storage, reads
//! from right to left. The form does its work as on any other page.

use anyhow::Result;
use browser_tests::{Fixture, Page, STAY_HERE, Site, Step, Typed, cases, good};
use thirtyfour::Key;

cases! {
    every engine: nodes_of_others, storage_that_refuses, from_right_to_left, a_narrow_column;
    chromium: a_low_window;
}

/// A password manager and a spelling service put their own nodes beside every control, as the first of every list and at
/// the top of the shadow tree, and their attributes on everything.
const INTRUDER: &str = "
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        const tree = attach.call(this, options);
        const nodeOfOthers = () => Object.assign(document.createElement('i'), { className: 'intruder' });
        const intrude = () => {
            if (tree.firstElementChild && !tree.firstElementChild.matches('.intruder')) tree.prepend(nodeOfOthers());
            for (const one of tree.querySelectorAll('*:not(.intruder)')) {
                one.dataset.seen = '1';
                if (one.matches('input, textarea, button') && !one.nextElementSibling?.matches('.intruder')) {
                    one.after(nodeOfOthers());
                }
                if (one.matches('.field, .messages, ul') && !one.firstElementChild?.matches('.intruder')) {
                    one.prepend(nodeOfOthers());
                }
            }
        };
        new MutationObserver(intrude).observe(tree, { childList: true, subtree: true });
        return tree;
    };";

/// Through the guide to a profile, with a mistake and a refusal on the way.
async fn whole_guide(page: &Page, draft: &Typed) -> Result<()> {
    page.put_into("myDomain", "https://acme--uat.sandbox.lightning.force.com/x").await?;
    page.click("label:nth-child(1) [name=pkce]").await?;
    for step in [Step::CreateApp, Step::Credentials] {
        page.press("Continue").await?;
        page.until_step(step).await?;
    }
    page.put_into("clientId", "admin@acme.example").await?;
    page.press("Continue").await?;
    page.until_words("#clientId-messages", "email").await?;
    page.empty("clientId").await?;
    page.put_into("clientId", &draft.client_id).await?;
    page.put_into("clientSecret", &draft.client_secret).await?;
    page.press("Continue").await?;
    page.until_step(Step::Profile).await?;
    page.put_into("name", &draft.name).await?;
    page.put_into("apiKey", &draft.api_key).await?;
    page.fault("POST", "status", serde_json::json!({ "status": 500 }));
    page.submit().await?;
    page.until_words("#failure", "don’t see your profile in StackOne").await?;
    page.submit().await?;
    page.until_done().await?;
    assert_eq!(page.profiles(), [draft.name.as_str()]);
    Ok(())
}

async fn nodes_of_others(fixture: Fixture) -> Result<()> {
    let page = Site::new()?.with_failures().guided().before(INTRUDER).before(STAY_HERE).open(&fixture).await?;
    whole_guide(&page, &good()).await?;
    let there: bool = page.ask("return $$('.intruder').length > 5 && $$('[data-seen]').length > 20").await?;
    assert!(there, "others are at work");
    Ok(())
}

/// Private windows, full disks and policies: even to name the storage may throw.
async fn storage_that_refuses(fixture: Fixture) -> Result<()> {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";
    let forbidden = "for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError') } });
    }";
    for refuses in [full, forbidden] {
        let site = Site::new()?.with_failures().guided().before(refuses).before(STAY_HERE);
        whole_guide(&site.open(&fixture).await?, &good()).await?;
    }
    Ok(())
}

/// Our words go from left to right on a page whose words go the other way.
async fn from_right_to_left(fixture: Fixture) -> Result<()> {
    let page = Site::new()?
        .with_failures()
        .guided()
        .before(STAY_HERE)
        .rewritten(|page| page.replace("<html ", "<html dir=\"rtl\" "));
    let page = page.open(&fixture).await?;
    let direction = "return getComputedStyle($('h2')).direction";
    assert_eq!(page.ask::<String>(direction).await?, "ltr");
    whole_guide(&page, &good()).await
}

/// The layout follows the width of the element, not of the window.
async fn a_narrow_column(fixture: Fixture) -> Result<()> {
    let body = "<stackone-connector-profile view=\"guide\" api-base-url=\"/stackone\"></stackone-connector-profile>\
        <script type=\"module\" src=\"./element.js\"></script>";
    let page = Site::new()?.host(body).show(&fixture).await?;
    let folded = "return $('.stepper')?.checkVisibility() && !$('.rail-list').checkVisibility()";
    let unfolded = "return !$('.stepper').checkVisibility() && $('.rail-list').checkVisibility()";
    let width = "host.style.inlineSize = input";
    page.ask_with::<()>(width, "300px".into()).await?;
    page.until("the folded steps", folded).await?;
    let inside = "const edge = host.getBoundingClientRect().right + 1;
        return $$('*').filter((node) => node.getBoundingClientRect().right > edge).map((node) => node.outerHTML)";
    assert_eq!(page.ask::<Vec<String>>(inside).await?, [""; 0]);
    page.click(".stepper summary").await?;
    page.ask::<()>("$('.stepper-list button').focus()").await?;
    page.keys(Key::Escape).await?;
    page.until("the folded list", "return !$('.stepper').open && root.activeElement.matches('summary')").await?;
    assert_eq!(page.events("close").await?.len(), 0, "Escape was for the list");
    page.keys(Key::Escape).await?;
    assert_eq!(page.events("close").await?.len(), 1, "Escape is for the host page");
    page.put_into("myDomain", "acme.my.salesforce.com").await?;
    page.press("Continue").await?;
    page.until(
        "the folded summary",
        "return $('.frame-fold')?.checkVisibility() && !$('.frame-side').checkVisibility()",
    )
    .await?;
    page.ask_with::<()>(width, "1200px".into()).await?;
    page.until("the steps in a column", unfolded).await?;
    page.until(
        "the summary beside",
        "return !$('.frame-fold').checkVisibility() && $('.frame-side').checkVisibility()",
    )
    .await?;
    Ok(())
}

/// A phone at 400 % zoom: the foot would cover half of the window if it stayed at its end.
async fn a_low_window(fixture: Fixture) -> Result<()> {
    for (height, position) in [(225, "static"), (823, "sticky")] {
        let page = Site::new()?.guided().framed(320, height).open(&fixture).await?;
        assert_eq!(page.ask::<String>("return getComputedStyle($('.foot')).position").await?, position);
    }
    Ok(())
}
