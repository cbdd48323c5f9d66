//! The form in a frame of another origin. The host page gets the same events as from the element and nothing that is
//! typed, and a person does not notice the frame.

use anyhow::Result;
use browser_tests::{Fixture, Framing, cases, good};
use harness::drivers::Engine;
use serde_json::{Value, json};
use thirtyfour::Key;

cases! {
    every engine:
        full_flow,
        host_authorization,
        no_authorization,
        settings_follow,
        odd_messages,
        height_follows,
        keyboard,
        called_from_the_host,
        focus_can_be_seen,
        copying;
}

/// `v1.eu1.end-to-end:` in base64.
const BASIC: &str = "djEuZXUxLmVuZC10by1lbmQ6";

async fn full_flow(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("environment=\"sandbox\"").open(&fixture).await?;
    let draft = good();
    framed.form.put_into("clientId", &draft.client_id).await?;
    framed.form.put_into("clientSecret", &draft.client_secret).await?;
    framed.form.put_into("name", &draft.name).await?;
    framed.form.put_into("apiKey", &draft.api_key).await?;
    framed.form.submit().await?;
    framed.form.until_created(&draft).await?;
    assert_eq!(framed.form.posts(), 1);

    framed.outside().await?;
    let created = framed.events("profile-created").await?;
    assert!(created.len() == 1 && created[0].detail["profile"]["name"] == draft.name.as_str(), "{created:?}");
    assert_eq!(framed.events("ready").await?.len(), 1);
    let validations = framed.events("validation").await?;
    assert!(validations.iter().any(|one| one.detail["valid"] == true), "{validations:?}");
    // All messages, and what the host page can read of the frame.
    let came: Vec<String> = framed.host.ask("return window.received.messages").await?;
    let typed = [&draft.client_id, &draft.client_secret, &draft.api_key, BASIC];
    assert!(came.len() > 4 && !came.iter().any(|text| typed.iter().any(|typed| text.contains(*typed))), "{came:?}");
    framed.until_at_host("a frame that is closed to the host page", "return frame.contentDocument === null").await?;
    let script = "const frame = document.querySelector(input).shadowRoot.querySelector('iframe');
        return ['sandbox', 'allow', 'title'].map((name) => frame.getAttribute(name))";
    let attributes: [String; 3] = framed.host.ask_with(script, json!(browser_tests::TAG)).await?;
    let sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
    assert_eq!(attributes, [sandbox, "clipboard-write", "Connect Salesforce"]);
    Ok(())
}

/// The host's function is set before the element is defined. It is called for each request and may fail.
async fn host_authorization(fixture: Fixture) -> Result<()> {
    let function = "window.asked = 0;
        window.refuses = true;
        document.querySelector('stackone-connector-profile-frame').getAuthorization = async () => {
            if (window.refuses) throw new Error('The session has ended');
            return `Basic ${btoa(`v1.eu1.host-${++window.asked}:`)}`;
        };";
    let framed = Framing::new("auth=\"host\"").script(function).open(&fixture).await?;
    let draft = good();
    framed.form.put_into("clientId", &draft.client_id).await?;
    framed.form.put_into("clientSecret", &draft.client_secret).await?;
    framed.form.submit().await?;
    framed.form.until_focus("failure").await?;
    framed.form.until_words("#failure", "The session has ended").await?;
    framed.outside().await?;
    let failed = framed.events("profile-failed").await?[0].detail.clone();
    assert_eq!(failed["code"], "unauthorized");
    assert!(!failed["message"].as_str().unwrap_or_default().contains("session"), "{failed}");
    assert!(framed.form.server.simulator().requests().is_empty());

    framed.host.ask::<Value>("return window.refuses = false").await?;
    framed.inside().await?;
    framed.form.submit().await?;
    framed.form.until_received("GET", 2).await?;
    // The last request is for the session that connects an account.
    framed.form.until("the sign-in link", "return $('[part=link] .foot a')").await?;
    framed.outside().await?;
    let given: Vec<String> = framed
        .host
        .ask("return Array.from({ length: asked }, (_, at) => `Basic ${btoa(`v1.eu1.host-${at + 1}:`)}`)")
        .await?;
    let requests = framed.form.server.simulator().requests();
    let mut sent: Vec<_> = requests.iter().map(|request| request.headers["authorization"].clone()).collect();
    // The last two are sent at the same time.
    sent.sort();
    assert!(sent.len() > 1 && sent == given, "{sent:?} of {given:?}");
    assert_eq!(framed.events("profile-created").await?.len(), 1);
    Ok(())
}

/// A proxy adds the header. Two prepared answers accept requests without one.
async fn no_authorization(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("auth=\"none\"").open(&fixture).await?;
    // The form reads the list as soon as it starts, possibly before this line.
    fixture.expect("status of 401");
    framed.form.fault("GET", "status", json!({ "times": 9, "status": 200, "body": { "data": [] } }));
    let profile = json!({ "id": "made-by-proxy", "name": "Acme" });
    framed.form.fault("POST", "status", json!({ "status": 201, "body": profile }));
    framed.form.put_into("clientId", &good().client_id).await?;
    framed.form.put_into("clientSecret", &good().client_secret).await?;
    framed.form.submit().await?;
    framed.form.until_done().await?;
    framed.outside().await?;
    assert_eq!(framed.events("profile-created").await?[0].detail["profile"]["id"], "made-by-proxy");
    let requests = framed.form.server.simulator().requests();
    assert!(requests.iter().all(|request| !request.headers.contains_key("authorization")));
    Ok(())
}

/// Messages that cannot be posted to the frame are named in the form, and the others count.
async fn odd_messages(fixture: Fixture) -> Result<()> {
    let script =
        "const own = { title: 'Own title', 'name.label': Symbol('x'), get 'name.hint'() { throw new Error('no') } };
        own.self = own;
        document.querySelector('stackone-connector-profile-frame').messages = own;";
    let framed = Framing::new("").script(script).open(&fixture).await?;
    framed.form.until_words("h2", "Own title").await?;
    let names = "messages.name.label, messages.name.hint, messages.self";
    let says = format!("The page around this form has settings for it that can’t be used: {names}.");
    framed.form.until_words(".notice.is-warn[role=status]", &says).await?;
    framed.at_host("element.messages = { title: 'Another title' };").await?;
    framed.inside().await?;
    framed.form.until_words("h2", "Another title").await?;
    framed.form.until("no notice", "return !$('.notice.is-warn')").await?;
    Ok(())
}

/// Attributes and properties of the host's element change the running form.
async fn settings_follow(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("theme=\"light\" name=\"From the host\" label=\"Formular\"").open(&fixture).await?;
    assert_eq!(framed.form.typed().await?.name, "From the host");
    // The host page's language is the default.
    assert_eq!(framed.form.ask::<String>("return host.getAttribute('locale')").await?, "en");
    framed.form.put_into("clientId", "3MVG9").await?;
    framed.form.ask::<Option<()>>("$('[name=clientId]').dataset.mark = 'the same'").await?;
    framed.at_host("element.theme = 'dark'; element.messages = { 'clientId.label': 'Key of the app' };").await?;
    framed.until_at_host("the title", "return frame.title === 'Formular' && element.label === 'Formular'").await?;
    framed.inside().await?;
    framed.form.until_words("label[for=clientId]", "Key of the app").await?;
    let dark = "return $('.scp').dataset.theme === 'dark' &&
        getComputedStyle(document.documentElement).colorScheme === 'dark'";
    framed.form.until("the dark look", dark).await?;
    let (typed, mark): (String, String) =
        framed.form.ask("const field = $('[name=clientId]'); return [field.value, field.dataset.mark]").await?;
    assert_eq!((typed.as_str(), mark.as_str()), ("3MVG9", "the same"));
    Ok(())
}

/// The frame is as high as its content.
async fn height_follows(fixture: Fixture) -> Result<()> {
    const FITS: &str = "return document.documentElement.scrollHeight <= innerHeight &&
        innerHeight === Math.ceil(document.body.getBoundingClientRect().height) && innerHeight";
    let framed = Framing::new("").open(&fixture).await?;
    let empty = framed.form.until("a frame that fits", FITS).await?.as_u64();
    framed.form.submit().await?;
    framed.form.until_words("form", "fields to continue").await?;
    let with_errors = framed.form.until("a frame that fits the errors", FITS).await?.as_u64();
    assert!(with_errors > empty, "{with_errors:?} {empty:?}");
    framed.at_host("element.style.width = '340px'").await?;
    framed.inside().await?;
    framed.form.until("a narrow frame", "return innerWidth === 340").await?;
    let narrow = framed.form.until("a narrow frame that fits", FITS).await?.as_u64();
    assert!(narrow > with_errors, "{narrow:?} {with_errors:?}");
    framed.at_host("element.style.width = ''; element.reset();").await?;
    framed.inside().await?;
    framed.form.until("a form without errors", "return !$('.message.is-bad')").await?;
    assert_eq!(framed.form.until("a frame that fits again", FITS).await?.as_u64(), empty);
    framed.outside().await?;
    // Whether the form is drawn before `ready` arrives is compared from the messages, because WebKit sometimes reports
    // an error when the placeholder is observed.
    let drawn_first = "const first = (part) => window.received.messages.findIndex((text) => text.includes(part));
        return first('\"ready\"') >= 0 && first('\"ready\"') < first('\"height\"')";
    assert!(framed.host.ask::<bool>(drawn_first).await?);
    // The frame and its content do not resize each other endlessly: no height comes for ten frames.
    let at_rest = "const heights = () => window.received.messages.filter((text) => text.includes('height')).length;
        const before = heights();
        return new Promise((done) => {
            let left = 10;
            const step = () => left-- ? requestAnimationFrame(step) : done(heights() === before && before);
            step();
        })";
    let heights = framed.host.until("a height that stays", at_rest).await?.as_u64();
    assert!(heights.is_some_and(|heights| heights < 40), "{heights:?} heights");
    Ok(())
}

/// Tab enters and leaves the frame in both directions.
async fn keyboard(fixture: Fixture) -> Result<()> {
    const AT: &str = "return document.activeElement?.id === input";
    const GUIDE: &str = "Don’t have these yet? Set up step by step";
    let framed = Framing::new("").open(&fixture).await?;
    framed.at_host("document.querySelector('#before').focus()").await?;
    framed.host.keys(Key::Tab).await?;
    framed.inside().await?;
    framed.form.until_focus(GUIDE).await?;
    framed.form.keys(Key::Tab).await?;
    framed.form.until_focus("clientId").await?;
    framed.form.keys("3MVG9").await?;
    assert_eq!(framed.form.typed().await?.client_id, "3MVG9");
    // The way to the guide is gone with the first letter.
    framed.form.chord(Key::Shift, Key::Tab).await?;
    framed.outside().await?;
    framed.host.until_with("the focus before the frame", AT, json!("before")).await?;
    framed.host.keys(Key::Tab).await?;
    framed.inside().await?;
    framed.form.until_focus("clientId").await?;

    framed.form.enter("apiKey").await?;
    for place in ["Show", "actions", "Create profile", "View existing profiles"] {
        framed.form.keys(Key::Tab).await?;
        framed.form.until_focus(place).await?;
    }
    framed.form.keys(Key::Tab).await?;
    framed.outside().await?;
    framed.host.until_with("the focus after the frame", AT, json!("after")).await?;
    framed.host.chord(Key::Shift, Key::Tab).await?;
    framed.inside().await?;
    framed.form.until_focus("View existing profiles").await
}

async fn called_from_the_host(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("").open(&fixture).await?;
    framed.at_host("element.focus()").await?;
    framed.until_at_host("the focus in the frame", "return document.activeElement === element").await?;
    framed.inside().await?;
    if fixture.engine() == Engine::WebKit {
        // WebKit lets no field of a cross-origin frame take the focus before the person has interacted with the frame.
        // The way to the guide comes before the first field.
        framed.form.keys(Key::Tab).await?;
        framed.form.until("the way to the guide", "return root.activeElement?.type === 'button'").await?;
        framed.form.keys(Key::Tab).await?;
    }
    framed.form.until_focus("clientId").await?;
    framed.form.keys("3MVG9").await?;
    framed.form.until("typed keys", "return document.hasFocus() && $('[name=clientId]').value === '3MVG9'").await?;
    framed.form.enter("name").await?;
    framed.at_host("document.querySelector('#before').focus(); element.focus();").await?;
    framed.inside().await?;
    framed.form.until_focus("clientId").await?;
    framed.at_host("element.reset()").await?;
    framed.inside().await?;
    framed.form.until("an empty form", "return $('[name=clientId]').value === ''").await.map(drop)
}

/// The focused control is visible although the host page scrolls: the first field after a click on the last button.
async fn focus_can_be_seen(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("").open(&fixture).await?;
    framed.at_host("document.querySelector('#before').style.marginTop = '100vh'").await?;
    framed.inside().await?;
    framed.form.submit().await?;
    framed.form.until_focus("clientId").await?;
    let y: f64 = framed.form.ask("return root.activeElement.getBoundingClientRect().y").await?;
    framed.outside().await?;
    let seen =
        "const at = document.querySelector('stackone-connector-profile-frame').getBoundingClientRect().y + input;
        return at > 0 && at + 40 < innerHeight";
    framed.host.until_with("the field in view", seen, json!(y)).await?;
    assert!(framed.host.ask::<f64>("return scrollY").await? > 100.0);
    Ok(())
}

async fn copying(fixture: Fixture) -> Result<()> {
    let framed = Framing::new("").open(&fixture).await?;
    framed.form.put_into("clientId", &good().client_id).await?;
    let url = framed.form.authorization_url().await?;
    framed.form.press("Copy").await?;
    framed.form.until_words(".copy", "Copied").await?;
    assert_eq!(framed.form.clipboard().await?, url);
    Ok(())
}
