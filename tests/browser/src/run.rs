//! Runs the cases: every case in every engine of `E2E_BROWSERS` (a list such as `chromium,webkit`; all three without
//! it, side by side), each under its own name, and prints what cargo's own test programs print.

use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Error, Result, anyhow};
use harness::drivers::Engine;
use harness::workspace;
use libtest_mimic::{Arguments, Failed, Trial};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::{Browser, Look, Stage, troupe};

/// Longer than any case takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(150);

/// The last panic, with its place. Panics are caught, and told where the case is reported.
static PANIC: Mutex<String> = Mutex::new(String::new());

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// One case.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub look: Look,
    play: Arc<dyn Fn(Stage) -> Work + Send + Sync>,
}

impl Case {
    /// A case on a system that is light. `path` is that of its file as `module_path!` has it.
    pub fn new<W>(path: &str, name: &str, play: impl Fn(Stage) -> W + Send + Sync + 'static) -> Self
    where
        W: Future<Output = Result<()>> + Send + 'static,
    {
        // The first part of the path is this program.
        let file = path.split_once("::").map_or(path, |(_, file)| file);
        let play = Arc::new(move |stage| Box::pin(play(stage)) as Work);
        Self { name: format!("{file}::{name}"), look: Look::Light, play }
    }

    /// The same on another system.
    #[must_use]
    pub fn with_look(self, look: Look) -> Self {
        Self { look, ..self }
    }
}

/// Lists the cases of a file: functions that take a stage.
#[macro_export]
macro_rules! cases {
    ($($case:ident),+ $(,)?) => {
        /// The cases of this file.
        pub fn cases() -> Vec<$crate::Case> {
            vec![$($crate::Case::new(module_path!(), stringify!($case), $case),)+]
        }
    };
}

/// The browser that is running, if one is.
struct Theatre {
    runtime: Runtime,
    browser: Mutex<Option<Arc<Browser>>>,
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
    // One browser of an engine at a time: they would take the focus from each other.
    arguments.test_threads = Some(1);
    std::panic::set_hook(Box::new(|panic| {
        *PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    let theatre = Arc::new(Theatre { runtime: Runtime::new()?, browser: Mutex::default() });
    let mut trials = Vec::new();
    for engine in engines {
        for look in [Look::Light, Look::Dark] {
            for case in cases.iter().filter(|case| case.look == look).cloned() {
                let theatre = theatre.clone();
                trials.push(Trial::test(format!("{engine}::{}", case.name), move || theatre.play(engine, &case)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    theatre.close();
    Ok(conclusion.exit_code())
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
        let browser = self.browser(engine, case.look)?;
        let stage = Stage::new(browser);
        let outcome = self.runtime.block_on(async {
            let work = tokio::spawn(timeout(LIMIT, (case.play)(stage.clone())));
            match work.await {
                Ok(Ok(Ok(()))) => stage.judge().await,
                Ok(Ok(Err(error))) => Err(error),
                Ok(Err(_)) => Err(anyhow!("it did not end within {} s", LIMIT.as_secs())),
                Err(_) => Err(anyhow!("{}", PANIC.lock().unwrap_or_else(PoisonError::into_inner))),
            }
        });
        let Err(error) = outcome else { return Ok(()) };
        let picture = self.runtime.block_on(picture(&stage, &case.name));
        let browser_ended = picture.as_ref().is_err_and(has_ended);
        // What is left of the case must not meet the next one.
        drop(stage);
        self.close();
        let picture = picture.unwrap_or_else(|error| format!("no picture: {error:#}"));
        Err(Trouble { words: format!("{error:#}\n{picture}"), browser_ended })
    }

    fn browser(&self, engine: Engine, look: Look) -> Result<Arc<Browser>> {
        let mut kept = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        let fitting = kept.as_ref().filter(|browser| browser.engine == engine && browser.look == look);
        if let Some(browser) = fitting {
            return Ok(browser.clone());
        }
        // The old one ends before the new one starts.
        *kept = None;
        let browser = Arc::new(self.runtime.block_on(Browser::start(engine, look))?);
        Ok(kept.insert(browser).clone())
    }

    fn close(&self) {
        let _entered = self.runtime.enter();
        *self.browser.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
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
