//! Prepares the page for a request of the matrix, prepares it again for the next fault, and checks the final state.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser_tests::{Fixture, Page, Site, Typed, good};
use serde_json::json;
use tokio::time::sleep;

use crate::matrix_requests::{LIST, PIN, Request, Scene};

const PINNED_TO: &str = "return $('[aria-labelledby=pins]').ariaBusy === 'false'
    && words($('[aria-labelledby=pins] dl')).endsWith(`Pinned to ${$('#pin').value}`)";

const LINKED: &str = "return !!$('.link-account a.is-primary')?.href.includes('/connect/')";

/// Runs before the page: lets the device report that it is offline.
const BEFORE: &str = "const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine').get;
    const isOnLine = function () { return !('offline' in document.documentElement.dataset) && onLine.call(this); };
    Object.defineProperty(Navigator.prototype, 'onLine', { get: isOnLine });";

/// Waits for these controls and sets their values at once.
pub async fn put(page: &Page, values: &[(&str, &str)]) -> Result<()> {
    let script = "if (!input.every(([selector]) => $(selector))) return false;
        for (const [selector, value] of input) {
            $(selector).value = value;
            $(selector).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        }
        return true;";
    page.until_with("the controls", script, json!(values)).await?;
    Ok(())
}

/// Waits for an element and clicks it.
async fn click(page: &Page, selector: &str) -> Result<()> {
    let script = "const found = $(input); found?.click(); return !!found";
    page.until_with(selector, script, json!(selector)).await?;
    Ok(())
}

impl Request {
    /// Opens the page and prepares the first request.
    pub async fn open(&self, fixture: &Fixture) -> Result<Page> {
        let csp = harness::simulator::CONTENT_SECURITY_POLICY;
        let csp = csp.replace("connect-src 'self'", "connect-src 'self' http://localhost:*");
        let site =
            Site::new()?.csp(&csp).config(json!({ "timeoutSeconds": 1 })).hurried().before(BEFORE).with_failures();
        let page = site.expecting("CORS policy").expecting("access control checks").open(fixture).await?;
        self.begin(&page).await?;
        Ok(page)
    }

    /// Prepares the first request on the loaded page.
    pub async fn begin(&self, page: &Page) -> Result<()> {
        page.server.simulator().reset();
        match self.scene {
            Scene::Draft => {}
            Scene::Change | Scene::Pin | Scene::Unpin => {
                page.add_profile("Acme", "production").await?;
                page.press("View existing profiles").await?;
                page.until("the list", "return $('#step')").await?;
                put(page, &[("[name=apiKey]", &good().api_key)]).await?;
                click(page, LIST.main).await?;
                page.until_words("p.hint[role=status]", "Showing 1 of 1").await?;
                if matches!(self.scene, Scene::Pin | Scene::Unpin) {
                    click(page, "[aria-label^='Edit: Acme']").await?;
                }
            }
            Scene::Session => {
                fill(page, &good()).await?;
                click(page, "button[type=submit]").await?;
                page.until("the link", LINKED).await?;
                put(page, &[("#owner-id", "customer-7"), ("#owner-name", "Customer Seven")]).await?;
            }
        }
        Ok(())
    }

    /// Prepares the page for fault `number`. Returns the name that the profile will have.
    pub async fn ready(&self, page: &Page, number: usize) -> Result<String> {
        match self.scene {
            Scene::Draft => {
                page.server.simulator().reset();
                // StackOne gives the same ids again, which it never does: the form begins anew, too.
                if page.ask("return !!$('#done')").await? {
                    page.ask::<()>("host.reset()").await?;
                }
                fill(page, &good()).await?;
                Ok(good().name)
            }
            Scene::Change => {
                if page.ask("return !!$('#done')").await? {
                    click(page, "[part=done] > button").await?;
                }
                page.until("the list", "return $('.profiles') && !$('[aria-busy=true]')").await?;
                let name = format!("Acme {number}");
                click(page, "[aria-label^='Edit: Acme']").await?;
                put(page, &[("[name=name]", &name)]).await?;
                Ok(name)
            }
            Scene::Pin | Scene::Unpin => {
                put(page, &[("#pin", ["1.2.x", "1.x.x"][number % 2])]).await?;
                if self.scene == Scene::Unpin {
                    click(page, PIN.main).await?;
                    page.until("the pin", PINNED_TO).await?;
                }
                Ok("Acme".to_owned())
            }
            Scene::Session => {
                // Another customer takes another session, which the main button asks for.
                put(page, &[("#owner-id", &format!("customer-{number}"))]).await?;
                Ok(good().name)
            }
        }
    }

    /// How often the request was received.
    pub fn received(&self, page: &Page) -> usize {
        count(page, self.method, self.path)
    }

    /// Waits until the request was received more often.
    pub async fn until_received(&self, page: &Page, before: usize) -> Result<()> {
        let start = Instant::now();
        while self.received(page) == before {
            ensure!(start.elapsed() < Duration::from_secs(15), "the request does not arrive");
            sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// The number of writes that the request made.
    pub fn written(&self, page: &Page) -> usize {
        count(page, self.writes.0, self.writes.1)
    }

    /// Checks that the final state is the right one.
    pub async fn check(&self, page: &Page, name: &str) -> Result<()> {
        let names = page.profiles();
        ensure!(names == [name], "there are the profiles {names:?}");
        let (what, script) = match self.scene {
            Scene::Draft | Scene::Change => ("the result", "return !!$('#done')"),
            Scene::Pin => ("the pin", PINNED_TO),
            Scene::Unpin => {
                ("the end of the pin", "return words($('[aria-labelledby=pins] dl')).endsWith('Pinned to –')")
            }
            Scene::Session => ("the link", LINKED),
        };
        ensure!(page.ask::<bool>(script).await.context(what)?, "there is not {what}");
        Ok(())
    }
}

fn count(page: &Page, method: &str, path: &str) -> usize {
    page.sent().iter().filter(|request| request.method == method && request.path == path).count()
}

async fn fill(page: &Page, draft: &Typed) -> Result<()> {
    let values = [
        ("[name=clientId]", &*draft.client_id),
        ("[name=clientSecret]", &draft.client_secret),
        ("[name=name]", &draft.name),
        ("[name=apiKey]", &draft.api_key),
    ];
    put(page, &values).await?;
    click(page, &format!("[name=environment][value={}]", draft.environment)).await
}
