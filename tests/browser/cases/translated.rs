//! A translator in the browser works on the form: it wraps each text in elements of its own, or replaces it, as soon as
//! it appears. The form goes on, and what changes afterwards is seen.

use anyhow::Result;
use browser_tests::{Fixture, STAY_HERE, Site, Step, cases, good};
use serde_json::json;

use crate::actions::{choose, listed, search, until_chosen};
use crate::profiles::{changing, rename};
use crate::states::STATES;

cases! {
    chromium:
        every_state,
        the_guide,
        the_actions,
        a_change;
}

/// What happens to a text.
#[derive(Clone, Copy, Debug)]
enum How {
    Wrapped,
    Replaced,
}

/// The page with a translator at work.
fn site(how: How) -> Result<Site> {
    let text = match how {
        How::Wrapped => "text",
        How::Replaced => "text.data",
    };
    let translator = format!(
        "const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {{
            const tree = attach.call(this, options);
            const translate = () => {{
                const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
                const texts = [];
                while (walker.nextNode()) texts.push(walker.currentNode);
                for (const text of texts) {{
                    if (text.parentElement?.closest('font, textarea') !== null) continue;
                    const font = document.createElement('font');
                    text.replaceWith(font);
                    font.appendChild(document.createElement('font')).append({text});
                }}
            }};
            new MutationObserver(translate).observe(tree, {{ childList: true, subtree: true, characterData: true }});
            return tree;
        }};"
    );
    Ok(Site::new()?.before(&translator))
}

/// Every other state with its texts wrapped, the others with their texts replaced.
async fn every_state(fixture: Fixture) -> Result<()> {
    for (state, how) in STATES.iter().zip([How::Wrapped, How::Replaced].into_iter().cycle()) {
        let page = state.reach(site(how)?, &fixture, &good()).await?;
        let wrapped: bool = page.ask("return $$('font > font').length > 5").await?;
        assert!(wrapped, "{}: the translator is at work", state.name);
    }
    Ok(())
}

/// Through all steps, with each answer, forwards and back, to the result.
async fn the_guide(fixture: Fixture) -> Result<()> {
    for how in [How::Wrapped, How::Replaced] {
        let page = site(how)?.with_failures().guided().before(STAY_HERE).open(&fixture).await?;
        page.put_into("myDomain", "https://acme--uat.sandbox.lightning.force.com/x").await?;
        for answer in [1, 2, 3] {
            page.click(&format!("label:nth-child({answer}) [name=pkce]")).await?;
        }
        page.click("label:nth-child(1) [name=pkce]").await?;
        for step in [Step::CreateApp, Step::Credentials, Step::Profile] {
            page.press("Continue").await?;
            page.until_step(step).await?;
        }
        for step in [Step::Connect, Step::Profile, Step::Credentials, Step::CreateApp, Step::YourOrg] {
            page.go_to(step).await?;
        }
        page.go_to(Step::Credentials).await?;
        page.put_into("clientId", "3MVG9").await?;
        page.put_into("clientSecret", &good().client_secret).await?;
        page.until_words("#clientId-messages", "looks cut off").await?;
        page.empty("clientId").await?;
        page.put_into("clientId", &good().client_id).await?;
        page.until("no message", "return words($('#clientId-messages')) === ''").await?;
        page.go_to(Step::Connect).await?;
        page.click("label:nth-child(2) [name=saw]").await?;
        page.put_into("pasted", "error=redirect_uri_mismatch").await?;
        page.until_words("[part=explanation]", "redirect_uri_mismatch").await?;
        page.empty("pasted").await?;
        page.put_into("pasted", "error=invalid_client_id").await?;
        page.until_words("[part=explanation]", "invalid_client_id").await?;
        page.go_to(Step::Profile).await?;
        page.open_advanced().await?;
        page.put_into("name", "Acme").await?;
        page.put_into("apiKey", &good().api_key).await?;
        page.fault("POST", "status", json!({ "status": 422, "body": { "message": "name is taken" } }));
        page.submit().await?;
        page.until_words("#name-messages", "StackOne says").await?;
        page.empty("name").await?;
        page.put_into("name", "Acme 2").await?;
        page.submit().await?;
        page.until_done().await?;
        page.until_words("[part=done]", "Acme 2").await?;
        assert_eq!(page.profiles(), ["Acme 2"], "{how:?}");
    }
    Ok(())
}

async fn the_actions(fixture: Fixture) -> Result<()> {
    for how in [How::Wrapped, How::Replaced] {
        let page = listed(site(how)?, &fixture).await?;
        search(&page, "GET Opportunity", 4).await?;
        choose(&page, "salesforce_get_opportunity").await?;
        until_chosen(&page, 1).await?;
    }
    Ok(())
}

async fn a_change(fixture: Fixture) -> Result<()> {
    for how in [How::Wrapped, How::Replaced] {
        let page = changing(site(how)?, &fixture).await?;
        rename(&page, "Renamed").await?;
        page.until_words("form dl", "Renamed").await?;
        page.submit().await?;
        page.until_done().await?;
        page.press("View existing profiles").await?;
        page.until_words(".profiles", "Renamed").await?;
    }
    Ok(())
}
