//! Runs the cases in the engines of `E2E_BROWSERS` (a list such as `chromium,webkit`; all three without it, side by side),
//! each under its own name, and prints what cargo's own test programs print, and which cases took longest. Chromium plays
//! every case, the other engines those in which engines differ; with `E2E_EVERYWHERE` all engines play all.

use std::cmp::Reverse;
use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow};
use harness::drivers::{Engine, headed};
use harness::workspace;
use libtest_mimic::{Arguments, Failed, Trial};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::{Browser, Look, Stage, troupe};

/// Longer than any case takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(150);

/// So many cases are named.
const LONGEST: usize = 10;

/// The last panic, with its place. Panics are caught, and told where the case is reported.
static PANIC: Mutex<String> = Mutex::new(String::new());

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Which engines play a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// One is enough: nothing in it is done differently by another.
    Chromium,
    /// It is about what engines do each in their own way.
    EveryEngine,
}

/// One case.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub look: Look,
    needs: Needs,
    play: Arc<dyn Fn(Stage) -> Work + Send + Sync>,
}

impl Case {
    /// A case for Chromium on a system that is light. `path` is that of its file as `module_path!` has it.
    pub fn new<W>(path: &str, name: &str, play: impl Fn(Stage) -> W + Send + Sync + 'static) -> Self
    where
        W: Future<Output = Result<()>> + Send + 'static,
    {
        // The first part of the path is this program.
        let file = path.split_once("::").map_or(path, |(_, file)| file);
        let play = Arc::new(move |stage| Box::pin(play(stage)) as Work);
        Self { name: format!("{file}::{name}"), look: Look::Light, needs: Needs::Chromium, play }
    }

    /// The same in every engine.
    #[must_use]
    pub fn in_every_engine(self) -> Self {
        Self { needs: Needs::EveryEngine, ..self }
    }

    /// The same on another system.
    #[must_use]
    pub fn with_look(self, look: Look) -> Self {
        Self { look, ..self }
    }
}

/// Lists the cases of a file, functions that take a stage, by the engines that they need.
#[macro_export]
macro_rules! cases {
    ($(every engine: $($every:ident),+ $(,)?;)? $(chromium: $($one:ident),+ $(,)?;)?) => {
        /// The cases of this file.
        pub fn cases() -> Vec<$crate::Case> {
            vec![
                $($($crate::Case::new(module_path!(), stringify!($every), $every).in_every_engine(),)+)?
                $($($crate::Case::new(module_path!(), stringify!($one), $one),)+)?
            ]
        }
    };
}

/// The browsers that are running and free, and how long each case took.
struct Theatre {
    runtime: Runtime,
    free: Mutex<Vec<Browser>>,
    times: Mutex<Vec<(Duration, String)>>,
}

/// Runs all cases, as the arguments say.
///
/// # Errors
/// When `E2E_BROWSERS` names something else than engines.
pub fn run(cases: &[Case]) -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    let engines = engines()?;
    if engines.len() > 1 && !arguments.list {
        return troupe::run(&engines);
    }
    arguments.test_threads = Some(engines.first().map_or(1, |engine| workers(*engine)));
    std::panic::set_hook(Box::new(|panic| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    let everywhere = std::env::var_os("E2E_EVERYWHERE").is_some();
    let plays =
        |engine: Engine, case: &Case| engine == Engine::Chromium || everywhere || case.needs == Needs::EveryEngine;
    let theatre = Arc::new(Theatre { runtime: Runtime::new()?, free: Mutex::default(), times: Mutex::default() });
    let mut trials = Vec::new();
    for engine in engines {
        for look in [Look::Light, Look::Dark] {
            for case in cases.iter().filter(|case| case.look == look && plays(engine, case)).cloned() {
                let theatre = theatre.clone();
                trials.push(Trial::test(format!("{engine}::{}", case.name), move || theatre.play(engine, &case)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    theatre.close();
    theatre.tell_times();
    Ok(conclusion.exit_code())
}

/// How many browsers of an engine play at the same time. Headless Chromium gives each its own focus and clipboard, a screen has
/// one of both; Firefox and WebKit run beside it, one each.
fn workers(engine: Engine) -> usize {
    match engine {
        Engine::Chromium if headed() => 1,
        Engine::Chromium => std::thread::available_parallelism().map_or(1, usize::from).min(2),
        Engine::Firefox | Engine::WebKit => 1,
    }
}

fn engines() -> Result<Vec<Engine>> {
    match std::env::var("E2E_BROWSERS") {
        Err(_) => Ok(Engine::ALL.to_vec()),
        Ok(names) if names.is_empty() => Ok(Vec::new()),
        Ok(names) => Engine::list(&names).map_err(|error| anyhow!("E2E_BROWSERS: {error}")),
    }
}

/// Why a case failed.
struct Trouble {
    words: String,
    browser_ended: bool,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self { words: format!("{error:#}"), browser_ended: false }
    }
}

impl Theatre {
    /// Plays a case. A browser that ends by itself in the middle says nothing of the case, so it is said and the case is
    /// played from the start in a new one; a case that ends two browsers has failed.
    fn play(&self, engine: Engine, case: &Case) -> Result<(), Failed> {
        match self.perform(engine, case) {
            Err(trouble) if trouble.browser_ended => {
                eprintln!("{engine} ended in {}, which is played again: {}", case.name, trouble.words);
                self.perform(engine, case)
            }
            outcome => outcome,
        }
        .map_err(|trouble| trouble.words.into())
    }

    fn perform(&self, engine: Engine, case: &Case) -> Result<(), Trouble> {
        let start = Instant::now();
        let browser = self.browser(engine, case.look)?;
        let stage = Stage::new(browser.clone());
        let outcome = self.runtime.block_on(async {
            let work = tokio::spawn(timeout(LIMIT, (case.play)(stage.clone())));
            match work.await {
                Ok(Ok(Ok(()))) => stage.judge().await,
                Ok(Ok(Err(error))) => Err(error),
                Ok(Err(_)) => Err(anyhow!("it did not end within {} s", LIMIT.as_secs())),
                Err(_) => Err(anyhow!("{}", PANIC.lock().unwrap_or_else(PoisonError::into_inner))),
            }
        });
        lock(&self.times).push((start.elapsed(), format!("{engine}::{}", case.name)));
        let Err(error) = outcome else {
            drop(stage);
            lock(&self.free).extend(Arc::into_inner(browser));
            return Ok(());
        };
        let picture = self.runtime.block_on(picture(&stage, &case.name));
        let browser_ended = picture.as_ref().is_err_and(has_ended);
        // What is left of the case must not meet the next one: this browser ends here.
        let _entered = self.runtime.enter();
        drop((stage, browser));
        let picture = picture.unwrap_or_else(|error| format!("no picture: {error:#}"));
        Err(Trouble { words: format!("{error:#}\n{picture}"), browser_ended })
    }

    /// A browser with this look: one that is free, or a new one in place of one that is free and has another look.
    fn browser(&self, engine: Engine, look: Look) -> Result<Arc<Browser>> {
        let other = {
            let mut free = lock(&self.free);
            if let Some(at) = free.iter().position(|browser| browser.engine == engine && browser.look == look) {
                return Ok(Arc::new(free.swap_remove(at)));
            }
            free.pop()
        };
        // The old one ends before the new one starts.
        let _entered = self.runtime.enter();
        drop(other);
        Ok(Arc::new(self.runtime.block_on(Browser::start(engine, look))?))
    }

    fn close(&self) {
        let _entered = self.runtime.enter();
        lock(&self.free).clear();
    }

    /// Prints the sum of all times and the cases that took longest.
    fn tell_times(&self) {
        let mut times = lock(&self.times);
        let sum: Duration = times.iter().map(|(time, _)| *time).sum();
        times.sort_by_key(|(time, _)| Reverse(*time));
        println!("{} cases took {:.0} s, one after the other; the longest:", times.len(), sum.as_secs_f64());
        for (time, name) in times.iter().take(LONGEST) {
            println!("    {:>5.1} s  {name}", time.as_secs_f64());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the browser is gone, as its driver says of the first command after that.
fn has_ended(error: &Error) -> bool {
    let told = error.downcast_ref::<WebDriverError>();
    told.is_some_and(|error| matches!(error.as_inner(), WebDriverErrorInner::InvalidSessionId(_)))
}

/// Takes a picture of the page and says where it lies.
async fn picture(stage: &Stage, case: &str) -> Result<String> {
    let folder = workspace::target().join("e2e");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}-{}.png", stage.engine(), case.replace("::", "-")));
    let shot = timeout(Duration::from_secs(20), stage.browser.web.screenshot(&path));
    shot.await.context("the browser does not answer")??;
    Ok(format!("picture: {}", path.display()))
}
