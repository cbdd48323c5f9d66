//! `cargo run -p harness -- bench`: how long the choice among 20,000 actions keeps the page from doing anything else, in
//! Chromium at a quarter of the machine's speed. It takes the page that `cargo bundle` left in `dist/`.
//!
//! What is measured is `TaskDuration` of Chromium's `Performance` domain, before and after: the time of all tasks of the
//! page's main thread, so the handling of the event, our code, styles, layout and painting up to the frame that shows what
//! came of it. It is taken in time of the thread (`threadTicks`), which other programs on the machine lengthen less. A part
//! of it is not the page's: the driver's commands are tasks too, and Chromium has work with any letter and any frame. So
//! each time the same is done where nothing comes of it – a script that does nothing, the letter in a field beside the form –
//! and the difference is held to the limit.

mod session;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::time::sleep;

use self::session::Session;
use crate::drivers::{Driver, Engine};
use crate::simulator::{Answer, Server};
use crate::workspace;

/// Times the simulator's 400: 20,000 actions.
const TIMES: usize = 50;
/// How often the list is opened.
const ROUNDS: usize = 9;
/// What is typed, and taken away again.
const SEARCHES: [&str; 3] = ["update opportunity", "get account 17", "salesforce_delete"];
/// Typed into the empty field, and taken away again: among all actions nothing is ruled out yet.
const FIRSTS: [&str; 8] = ["a", "c", "e", "l", "o", "r", "s", "1"];
/// By how much the processor is slowed down.
const SLOWER: u32 = 4;
/// Milliseconds that opening may take.
const OPENING: f64 = 100.0;
/// Milliseconds that a letter in the search may take.
const LETTER: f64 = 16.0;
/// Longer than reading takes on a machine that does other work too.
const PATIENCE: Duration = Duration::from_secs(300);
/// Rows that may be in the document.
const ROWS: u64 = 200;

/// What is measured: all tasks, and what is known to be in them.
const PARTS: [(&str, &str); 4] = [
    ("TaskDuration", "all"),
    ("ScriptDuration", "scripts"),
    ("RecalcStyleDuration", "styles"),
    ("LayoutDuration", "layout"),
];

type Work = [f64; PARTS.len()];

const BACKSPACE: &str = "Backspace";

/// A promise of the frame that shows what has changed.
const FRAME: &str = "return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";

/// Measures, prints, and says whether all of it is within the limits.
///
/// # Errors
/// When there is no built page, or the browser does not do what it is to do.
pub async fn run() -> Result<bool> {
    let index = std::fs::read_to_string(workspace::dist().join("index.html"))
        .context("there is no built page; `cargo bundle` makes it")?;
    let tag = "<stackone-connector-profile";
    let form = index.replacen(tag, &format!("{tag} view=\"form\""), 1);
    let config = json!({ "apiBaseUrl": "/stackone", "auth": "api-key" });
    let server = Server::builder(workspace::dist())
        .actions(TIMES)
        .overlay("/index.html", Answer::html(&form))
        .overlay("/config.json", Answer::json(&config))
        .start()
        .await?;
    let driver = Driver::start(Engine::Chromium).await?;
    Bench(Session::start(&driver).await?).run(&server).await
}

struct Bench(Session);

impl Bench {
    async fn run(&self, server: &Server) -> Result<bool> {
        self.0.go(&server.url()).await?;
        self.until("root?.querySelector('[name=apiKey]')").await?;
        self.0.chromium("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        self.0.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        let key = "const key = root.querySelector('[name=apiKey]');
            key.value = 'v1.eu1.bench';
            key.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))";
        self.0.script(key).await?;
        let start = Instant::now();
        self.choose(2).await?;
        let all = format!("root.querySelector('.actions .input + p')?.innerText === '{0} of {0} shown'", TIMES * 400);
        self.until(&all).await?;
        println!("reading {} actions by the hundred: {:.1} s", TIMES * 400, start.elapsed().as_secs_f64());

        let (mut opening, mut scripts, mut rows) = (Vec::new(), Vec::new(), 0);
        let (mut firsts, mut letters, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            self.choose(1).await?;
            scripts.push(self.work(self.choose(3)).await?);
            opening.push(self.work(self.choose(2)).await?);
            rows = self.rows().await?.max(rows);
        }
        self.0.script("document.body.append(document.createElement('input'))").await?;
        for search in SEARCHES.iter().chain(&FIRSTS) {
            let typed = search.chars().map(String::from);
            for (at, key) in typed.chain(search.chars().map(|_| BACKSPACE.to_owned())).enumerate() {
                self.0.script("document.querySelector('body > input').focus()").await?;
                others.push(self.work(self.0.key(&key)).await?);
                self.0.script("root.querySelector('#action-search').focus()").await?;
                let all = if at == 0 { &mut firsts } else { &mut letters };
                all.push(self.work(self.0.key(&key)).await?);
                rows = self.rows().await?.max(rows);
            }
        }
        self.until(&all).await?;
        println!("milliseconds of the main thread, in the middle and at worst:");
        let opened = told("opening the choice", &opening) - told("a script that does nothing", &scripts);
        let beside = told("a letter in a field beside the form", &others);
        let first = told("the first letter of a search", &firsts) - beside;
        let typed = told("any other", &letters) - beside;
        println!("opening takes {opened:.1} more (limit {OPENING})");
        println!("the first letter of a search takes {first:.1} more, any other {typed:.1} more (limit {LETTER})");
        println!("rows in the document: {rows} (limit {ROWS})");
        Ok(opened < OPENING && first.max(typed) < LETTER && rows <= ROWS)
    }

    /// Clicks one of the two choices: all actions, or some. There is no third one.
    async fn choose(&self, number: u32) -> Result<()> {
        self.0.script(&format!("root.querySelector('.actions label:nth-child({number})')?.click()")).await.map(drop)
    }

    /// What the main thread is busy with while something happens.
    async fn work(&self, act: impl Future<Output = Result<()>>) -> Result<Work> {
        self.0.script(FRAME).await?;
        let before = self.busy().await?;
        act.await?;
        self.0.script(FRAME).await?;
        let after = self.busy().await?;
        Ok(std::array::from_fn(|at| (after[at] - before[at]) * 1000.0))
    }

    /// Seconds that it was busy so far.
    async fn busy(&self) -> Result<Work> {
        let metrics = self.0.chromium("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().context("the browser does not tell how busy it was")?;
        let of =
            |name| metrics.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
        Ok(PARTS.map(|(name, _)| of(name).unwrap_or(f64::NAN)))
    }

    async fn rows(&self) -> Result<u64> {
        let rows = self.0.script("return root.querySelectorAll('[role=option], .group').length").await?;
        rows.as_u64().context("no number of rows")
    }

    /// Waits until this is true.
    async fn until(&self, what: &str) -> Result<()> {
        let start = Instant::now();
        while !self.0.script(&format!("return !!({what})")).await?.as_bool().unwrap_or_default() {
            ensure!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }
}

/// Prints the middle and the worst, and gives the middle one of all tasks: the worst is of a machine that has other things
/// to do.
fn told(what: &str, measured: &[Work]) -> f64 {
    let sorted = |at: usize| {
        let mut sorted: Vec<f64> = measured.iter().map(|work| work[at]).collect();
        sorted.sort_by(f64::total_cmp);
        sorted
    };
    let middle = |at| sorted(at).get(measured.len() / 2).copied().unwrap_or(f64::NAN);
    let worst = sorted(0).last().copied().unwrap_or(f64::NAN);
    let parts: Vec<_> = (1..PARTS.len()).map(|at| format!("{} {:.1}", PARTS[at].1, middle(at))).collect();
    println!("{what}, {} times: {:.1} and {worst:.1}; of it {}", measured.len(), middle(0), parts.join(", "));
    middle(0)
}
