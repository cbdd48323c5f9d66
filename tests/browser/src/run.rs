//! Runs the cases in the engines that `E2E_BROWSERS` lists, such as `chromium,webkit`, or in all three. Prints what
//! cargo's own test programs print, then the slowest cases. Chromium runs every case; the other engines run the cases in
//! which engines differ. `E2E_EVERYWHERE` runs every case in every engine.

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

use crate::browser_pool::BrowserPool;
use crate::{Fixture, Look, engines};

/// The time limit of a case: longer than any case takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(150);

/// How many of the slowest cases are listed.
const SLOWEST: usize = 10;

/// The last panic and its location, for the report of the case that panicked.
static PANIC: Mutex<String> = Mutex::new(String::new());

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// The engines that run a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// One is enough, because the engines behave alike.
    Chromium,
    /// The engines behave differently.
    EveryEngine,
}

/// One case.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub look: Look,
    needs: Needs,
    run: Arc<dyn Fn(Fixture) -> Work + Send + Sync>,
}

impl Case {
    /// A case for Chromium on a system with a light theme. `path` is the `module_path!` of its file.
    pub fn new<W>(path: &str, name: &str, run: impl Fn(Fixture) -> W + Send + Sync + 'static) -> Self
    where
        W: Future<Output = Result<()>> + Send + 'static,
    {
        // The first segment is the name of this program.
        let file = path.split_once("::").map_or(path, |(_, file)| file);
        let run = Arc::new(move |fixture| Box::pin(run(fixture)) as Work);
        Self { name: format!("{file}::{name}"), look: Look::Light, needs: Needs::Chromium, run }
    }

    /// The same case in every engine.
    #[must_use]
    pub fn in_every_engine(self) -> Self {
        Self { needs: Needs::EveryEngine, ..self }
    }

    /// The same case with another theme.
    #[must_use]
    pub fn with_look(self, look: Look) -> Self {
        Self { look, ..self }
    }
}

/// Declares the cases of a file, functions that take a fixture, grouped by the engines that run them.
#[macro_export]
macro_rules! cases {
    ($(every engine: $($every:ident),+ $(,)?;)? $(chromium: $($one:ident),+ $(,)?;)?) => {
        pub fn cases() -> Vec<$crate::Case> {
            vec![
                $($($crate::Case::new(module_path!(), stringify!($every), $every).in_every_engine(),)+)?
                $($($crate::Case::new(module_path!(), stringify!($one), $one),)+)?
            ]
        }
    };
}

struct Runner {
    runtime: Runtime,
    pool: BrowserPool,
    times: Mutex<Vec<(Duration, String)>>,
}

/// Runs the cases that the command line selects.
pub fn run(cases: &[Case]) -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    let engines = selected_engines()?;
    if engines.len() > 1 && !arguments.list {
        return engines::run_each(&engines);
    }
    arguments.test_threads = Some(engines.first().map_or(1, |engine| workers(*engine)));
    std::panic::set_hook(Box::new(|panic| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    let everywhere = std::env::var_os("E2E_EVERYWHERE").is_some();
    let runs =
        |engine: Engine, case: &Case| engine == Engine::Chromium || everywhere || case.needs == Needs::EveryEngine;
    let runner = Arc::new(Runner { runtime: Runtime::new()?, pool: BrowserPool::default(), times: Mutex::default() });
    let mut trials = Vec::new();
    for engine in engines {
        for look in [Look::Light, Look::Dark] {
            for case in cases.iter().filter(|case| case.look == look && runs(engine, case)).cloned() {
                let runner = runner.clone();
                trials.push(Trial::test(format!("{engine}::{}", case.name), move || runner.run(engine, &case)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    runner.close();
    runner.print_times();
    Ok(conclusion.exit_code())
}

/// How many browsers of an engine run at the same time. Each headless Chromium has its own focus and clipboard, but
/// windows on a screen share them. Firefox and WebKit run beside Chromium, one browser each.
fn workers(engine: Engine) -> usize {
    match engine {
        Engine::Chromium if headed() => 1,
        Engine::Chromium => std::thread::available_parallelism().map_or(1, usize::from).min(2),
        Engine::Firefox | Engine::WebKit => 1,
    }
}

fn selected_engines() -> Result<Vec<Engine>> {
    match std::env::var("E2E_BROWSERS") {
        Err(_) => Ok(Engine::ALL.to_vec()),
        Ok(names) if names.is_empty() => Ok(Vec::new()),
        Ok(names) => Engine::list(&names).map_err(|error| anyhow!("E2E_BROWSERS: {error}")),
    }
}

struct CaseFailure {
    message: String,
    browser_ended: bool,
}

impl From<Error> for CaseFailure {
    fn from(error: Error) -> Self {
        Self { message: format!("{error:#}"), browser_ended: false }
    }
}

impl Runner {
    /// Runs a case. A browser that crashes says nothing about the case, so the case runs again in a new browser, once.
    fn run(&self, engine: Engine, case: &Case) -> Result<(), Failed> {
        match self.attempt(engine, case) {
            Err(failure) if failure.browser_ended => {
                eprintln!("{engine} crashed in {}, which runs again: {}", case.name, failure.message);
                self.attempt(engine, case)
            }
            outcome => outcome,
        }
        .map_err(|failure| failure.message.into())
    }

    fn attempt(&self, engine: Engine, case: &Case) -> Result<(), CaseFailure> {
        let start = Instant::now();
        let browser = self.pool.take(&self.runtime, engine, case.look)?;
        let fixture = Fixture::new(browser.clone());
        let outcome = self.runtime.block_on(async {
            let work = tokio::spawn(timeout(LIMIT, (case.run)(fixture.clone())));
            match work.await {
                Ok(Ok(Ok(()))) => fixture.check().await,
                Ok(Ok(Err(error))) => Err(error),
                Ok(Err(_)) => Err(anyhow!("it did not end within {} s", LIMIT.as_secs())),
                Err(_) => Err(anyhow!("{}", PANIC.lock().unwrap_or_else(PoisonError::into_inner))),
            }
        });
        lock(&self.times).push((start.elapsed(), format!("{engine}::{}", case.name)));
        let Err(error) = outcome else {
            drop(fixture);
            self.pool.put_back(browser);
            return Ok(());
        };
        let screenshot = self.runtime.block_on(screenshot(&fixture, &case.name));
        let browser_ended = screenshot.as_ref().is_err_and(has_ended);
        // Closes the browser, so that nothing of the failed case reaches the next one.
        let _entered = self.runtime.enter();
        drop((fixture, browser));
        let screenshot = screenshot.unwrap_or_else(|error| format!("no screenshot: {error:#}"));
        Err(CaseFailure { message: format!("{error:#}\n{screenshot}"), browser_ended })
    }

    fn close(&self) {
        let _entered = self.runtime.enter();
        self.pool.clear();
    }

    /// Prints the total time and the slowest cases.
    fn print_times(&self) {
        let mut times = lock(&self.times);
        let sum: Duration = times.iter().map(|(time, _)| *time).sum();
        times.sort_by_key(|(time, _)| Reverse(*time));
        println!("{} cases took {:.0} s in total; the slowest:", times.len(), sum.as_secs_f64());
        for (time, name) in times.iter().take(SLOWEST) {
            println!("    {:>5.1} s  {name}", time.as_secs_f64());
        }
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the browser has crashed: its driver then rejects the session id.
fn has_ended(error: &Error) -> bool {
    let error = error.downcast_ref::<WebDriverError>();
    error.is_some_and(|error| matches!(error.as_inner(), WebDriverErrorInner::InvalidSessionId(_)))
}

/// Saves a screenshot of the page and returns its path.
async fn screenshot(fixture: &Fixture, case: &str) -> Result<String> {
    let folder = workspace::target().join("e2e");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}-{}.png", fixture.engine(), case.replace("::", "-")));
    let shot = timeout(Duration::from_secs(20), fixture.browser.web.screenshot(&path));
    shot.await.context("the browser does not answer")??;
    Ok(format!("screenshot: {}", path.display()))
}
