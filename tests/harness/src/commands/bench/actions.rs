//! How long the action picker with 20,000 actions blocks the page.
//!
//! The measure is `TaskDuration` of Chromium's `Performance` domain, before and after: the time of all tasks of the
//! page's main thread, so the event handling, our code, styles, layout and painting up to the frame that shows the
//! result. It is measured in thread time (`threadTicks`), on which other programs have less influence. A part of it
//! does not belong to the page: the driver's commands are tasks too, and Chromium has work for any letter and any
//! frame. So each measurement is paired with an action that has no effect, such as a script that does nothing, or the
//! same letter in a field beside the form. The median of the differences, under Chromium's throttle, must stay below
//! the limit.
//!
//! The throttle keeps interrupting the thread with a signal, which can cost more in a virtual machine than the time
//! that it is meant to take. So the time at full speed is printed, too, and how much the throttle slows a script that
//! only computes and one that reads all over the memory. If that is far from four, a value over the limit says
//! something about the machine.

use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::json;

use super::session::Session;
use crate::drivers::{Driver, Engine};
use crate::simulator::{Answer, Server};
use crate::workspace;

/// Repeats the simulator's 400 actions: 20,000.
const TIMES: usize = 50;
/// How often the list is opened.
const ROUNDS: usize = 9;
/// What is typed and deleted again.
const SEARCHES: [&str; 3] = ["update opportunity", "get account 17", "salesforce_delete"];
/// First letters, typed into the empty field and deleted again: nothing is filtered out yet.
const FIRSTS: [&str; 16] = ["a", "c", "d", "e", "g", "i", "l", "n", "o", "p", "r", "s", "t", "u", "1", "9"];
/// The slowdown of the processor.
const SLOWER: u32 = 4;
/// Scripts that show how much Chromium's throttle slows one kind of work.
const KINDS: [(&str, &str); 2] = [
    ("only computes", "let x = 1; for (let i = 0; i < 2e7; i++) x = (x * 3 + i) | 0; return x"),
    (
        "reads all over the memory",
        "const all = window.numbers ??= Int32Array.from({ length: 4e6 }, (_, at) => at * 7919 % 4e6);
        let x = 0; for (let i = 0; i < 2e5; i++) x = all[(x + i) % 4e6]; return x",
    ),
];
/// The limit for opening, in milliseconds.
const OPENING: f64 = 100.0;
/// The limit for a letter in the search, in milliseconds.
const LETTER: f64 = 16.0;
/// The limit of rows in the document.
const ROWS: u64 = 200;

/// The measured time: all tasks, and known parts of them.
const PARTS: [(&str, &str); 4] = [
    ("TaskDuration", "all"),
    ("ScriptDuration", "scripts"),
    ("RecalcStyleDuration", "styles"),
    ("LayoutDuration", "layout"),
];

type Work = [f64; PARTS.len()];

const BACKSPACE: &str = "Backspace";

/// A promise of the frame that shows the change.
const FRAME: &str = "return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";

/// Measures and prints. True if everything is within the limits.
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

/// Milliseconds for opening, a first letter and any other letter, and the number of rows.
struct Measured {
    times: [f64; 3],
    rows: u64,
}

impl Bench {
    async fn run(&self, server: &Server) -> Result<bool> {
        self.0.go(&server.url()).await?;
        self.0.until("root?.querySelector('[name=apiKey]')").await?;
        self.0.chromium("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        let key = "const key = root.querySelector('[name=apiKey]');
            key.value = 'v1.eu1.bench';
            key.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))";
        self.0.script(key).await?;
        let start = Instant::now();
        self.choose(2).await?;
        let all =
            format!("root.querySelector('.actions p[role=status]')?.innerText === 'Showing {0} of {0}'", TIMES * 400);
        self.0.until(&all).await?;
        println!("reading {} actions by the hundred: {:.1} s", TIMES * 400, start.elapsed().as_secs_f64());

        self.0.script("document.body.append(document.createElement('input'))").await?;
        println!("milliseconds of the main thread, the middle one of all, at full speed:");
        let (_, full_kinds) = (self.measured().await?, self.kinds().await?);
        self.0.until(&all).await?;
        self.0.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        println!("the same under Chromium's throttle, set to {SLOWER}:");
        let (Measured { times: [opening, first, letter], rows }, kinds) = (self.measured().await?, self.kinds().await?);
        for ((kind, _), (slow, full)) in KINDS.iter().zip(kinds.iter().zip(full_kinds)) {
            println!("  it makes a script that {kind} {:.1} times as slow", slow / full);
        }
        println!(
            "limits: {OPENING} for opening {opening:.1}, {LETTER} for a letter {first:.1} and {letter:.1}, {ROWS} for {rows} rows"
        );
        Ok(opening < OPENING && first.max(letter) < LETTER && rows <= ROWS)
    }

    /// Measures opening, a first letter and any other letter.
    async fn measured(&self) -> Result<Measured> {
        let [mut opening, mut firsts, mut letters] = [(); 3].map(|()| Pairs::default());
        let mut rows = 0;
        for _ in 0..ROUNDS {
            self.choose(1).await?;
            opening.push(self.work(self.choose(3)).await?, self.work(self.choose(2)).await?);
            rows = self.rows().await?.max(rows);
        }
        for search in SEARCHES.iter().chain(&FIRSTS) {
            let typed = search.chars().map(String::from);
            for (at, key) in typed.chain(search.chars().map(|_| BACKSPACE.to_owned())).enumerate() {
                self.0.script("document.querySelector('body > input').focus()").await?;
                let beside = self.work(self.0.key(&key)).await?;
                self.0.script("root.querySelector('#action-search').focus()").await?;
                let all = if at == 0 { &mut firsts } else { &mut letters };
                all.push(beside, self.work(self.0.key(&key)).await?);
                rows = self.rows().await?.max(rows);
            }
        }
        let beside = "in a field beside the form";
        let times = [
            opening.print("opening the picker", "a script that does nothing"),
            firsts.print("the first letter of a search", beside),
            letters.print("any other letter", beside),
        ];
        Ok(Measured { times, rows })
    }

    /// Measures the scripts that do one kind of work.
    async fn kinds(&self) -> Result<[f64; KINDS.len()]> {
        let mut times = [0.0; KINDS.len()];
        for ((_, script), time) in KINDS.iter().zip(&mut times) {
            let mut all = Vec::new();
            for _ in 0..ROUNDS {
                all.push(self.work(async { self.0.script(script).await.map(drop) }).await?[0]);
            }
            *time = middle(all);
        }
        Ok(times)
    }

    /// Clicks one of the two options: all actions, or single ones.
    async fn choose(&self, number: u32) -> Result<()> {
        self.0.script(&format!("root.querySelector('.actions label:nth-child({number})')?.click()")).await.map(drop)
    }

    /// The main thread's work during an action.
    async fn work(&self, act: impl Future<Output = Result<()>>) -> Result<Work> {
        self.0.script(FRAME).await?;
        let before = self.busy().await?;
        act.await?;
        self.0.script(FRAME).await?;
        let after = self.busy().await?;
        Ok(std::array::from_fn(|at| (after[at] - before[at]) * 1000.0))
    }

    /// The main thread's work so far, in seconds.
    async fn busy(&self) -> Result<Work> {
        let metrics = self.0.chromium("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().context("the browser reports no task time")?;
        let of =
            |name| metrics.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
        Ok(PARTS.map(|(name, _)| of(name).unwrap_or(f64::NAN)))
    }

    async fn rows(&self) -> Result<u64> {
        let rows = self.0.script("return root.querySelectorAll('.matrix tr').length").await?;
        rows.as_u64().context("no number of rows")
    }
}

/// Pairs of measurements, without and with an effect, one right after the other, so that the machine is equally fast
/// for both.
#[derive(Default)]
struct Pairs {
    idle: Vec<Work>,
    done: Vec<Work>,
}

impl Pairs {
    fn push(&mut self, idle: Work, done: Work) {
        self.idle.push(idle);
        self.done.push(done);
    }

    /// Prints both and the difference, and returns it. The median counts, because the worst value reflects what else
    /// the machine does.
    fn print(&self, what: &str, idle: &str) -> f64 {
        let all = |works: &[Work], at: usize| middle(works.iter().map(|work| work[at]).collect());
        let more = middle(self.done.iter().zip(&self.idle).map(|(done, idle)| done[0] - idle[0]).collect());
        let parts: Vec<_> = (1..PARTS.len()).map(|at| format!("{} {:.1}", PARTS[at].1, all(&self.done, at))).collect();
        println!("  {what}, {} times: {:.1}, of it {}", self.done.len(), all(&self.done, 0), parts.join(", "));
        println!("    {idle}: {:.1}; the page's part: {more:.1}", all(&self.idle, 0));
        more
    }
}

fn middle(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
