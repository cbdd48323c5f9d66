//! axe-core on every state of the list and of a change, in every look.

use browser_tests::{Case, Page, good};
use serde_json::json;

use crate::accessibility::looks;
use crate::profiles::{changing, listed, read, rename};

/// A name that has no line break opportunity.
const LONG: &str = "Salesforce_Production_Of_The_Whole_Company_And_All_Of_Its_Subsidiaries_In_Europe";

looks! {
    empty: "This project has no Salesforce profiles yet.", |site, fixture| {
        let page = site.open(&fixture).await?;
        read(&page).await?;
        Ok(page)
    }
    without_key: "Enter your StackOne API key", |site, fixture| {
        let page = site.open(&fixture).await?;
        page.press("View existing profiles").await?;
        page.until_focus("step").await?;
        page.press("Load profiles").await?;
        page.until_focus("apiKey").await?;
        Ok(page)
    }
    list: "Showing 2 of 2", |site, fixture| { listed(site, &fixture, &[("Acme", "production"), (LONG, "sandbox")]).await }
    failed: "didn’t accept this API key", |site, fixture| {
        let page = site.open(&fixture).await?;
        page.fault("GET", "status", json!({ "status": 401 }));
        read(&page).await?;
        Ok(page)
    }
    not_there: "We couldn’t find Salesforce profile", |site, fixture| {
        let page = site.config(json!({ "profileId": LONG })).show(&fixture).await?;
        page.until("the list", "return $('#step')").await?;
        page.put_into("apiKey", &good().api_key).await?;
        page.submit().await?;
        Ok(page)
    }
    change: "Connected accounts stop working", |site, fixture| {
        let page = changing(site, &fixture).await?;
        rename(&page, LONG).await?;
        page.press("Replace key or secret").await?;
        page.until_focus("clientId").await?;
        page.click("label[for='edit.default']").await?;
        page.until_words("form", "This replaces “Other”").await?;
        page.click("label[for='edit.enabled']").await?;
        Ok(page)
    }
    pin: "2.0.0, 1.3.0, 1.2.1, 1.2.0, 1.1.0", |site, fixture| {
        let page = changing(site, &fixture).await?;
        page.press("Show available versions").await?;
        page.until_words("[aria-labelledby=pins]", "1.1.0").await?;
        page.click("#pin").await?;
        page.until_focus("pin").await?;
        page.keys("^1.2.0").await?;
        page.press("Pin").await?;
        Ok(page)
    }
    meanwhile: "This profile has changed since you opened it", |site, fixture| {
        let page = changing(site, &fixture).await?;
        rename(&page, LONG).await?;
        page.arrange("PATCH", "/sim_profile_1", json!({ "default": true, "active": false })).await?;
        page.submit().await?;
        page.until_focus("failure").await?;
        Ok(page)
    }
    gone: "It’s no longer in StackOne.", |site, fixture| {
        let page = changing(site, &fixture).await?;
        rename(&page, LONG).await?;
        page.server.simulator().reset();
        page.submit().await?;
        page.until_focus("failure").await?;
        Ok(page)
    }
    nothing_to_save: "No changes yet", |site, fixture| {
        let page = changing(site, &fixture).await?;
        page.submit().await?;
        page.until_focus("changes").await?;
        Ok(page)
    }
    to_link: "You can connect accounts to it.", |site, fixture| {
        let page = listed(site, &fixture, &[(LONG, "production")]).await?;
        page.press("Connect an account").await?;
        page.until_focus("done").await?;
        Ok(page)
    }
    saved: "Changes saved", |site, fixture| {
        let page = changing(site, &fixture).await?;
        rename(&page, LONG).await?;
        page.submit().await?;
        page.until_done().await?;
        Ok(page)
    }
}

/// A case for each state.
pub fn cases() -> Vec<Case> {
    looks()
}
