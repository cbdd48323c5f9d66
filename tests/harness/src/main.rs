//! The program behind `cargo demo`, `cargo verify` and `cargo bundle` (see `.cargo/config.toml`): parses the command
//! line and calls the library. Prints errors in one paragraph, without a backtrace.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use harness::commands::{bench, bundle, consumers, demo, fresh, mutants, simulator, verify};
use harness::drivers::Engine;
use lexopt::prelude::{Long, Value, ValueExt};

const HELP: &str = "\
cargo demo    builds the page and serves it with a simulated StackOne
    --port N              another port than 8080; 0 takes a free one
    --no-open             opens no browser
    --api-base-url URL    forwards to a real API instead of simulating it
cargo verify  runs every check and every test
    --browser LIST        only these of chromium,firefox,webkit
    --fast                without browsers
    --everywhere          every end-to-end case in every engine
    --case NAME           only the page and the end-to-end cases with this in their names
    --headed              shows the browsers
cargo bundle  builds the static page (dist/) and the npm package (target/npm/)

cargo run -p harness -- bench      measures the bundled page in Chromium: loading, and the action picker with 20,000 actions
cargo run -p harness -- consumers  builds the applications that install the bundled package
cargo run -p harness -- fresh      runs cargo demo in a clean clone, with an empty home and empty caches
    --with-tools          with our tools in the cache
cargo run -p harness -- mutants    makes two thousand small changes and lists those that no test notices; takes hours
    --shard K/N           the Kth of N parts, from 0
cargo run -p harness -- simulator  serves the simulated StackOne without the page; --port N as above";

enum Command {
    Demo(demo::Options),
    Verify(verify::Options),
    Bench,
    Bundle,
    Consumers,
    Fresh(fresh::Machine),
    Mutants { shard: Option<String> },
    Simulator { port: u16 },
    Help,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<ExitCode> {
    match parse(lexopt::Parser::from_env())? {
        Command::Demo(options) => demo::run(options).await.map(|()| ExitCode::SUCCESS),
        Command::Verify(options) => {
            let passed = tokio::task::spawn_blocking(move || verify::run(&options)).await??;
            Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Bench => Ok(if bench::run().await? { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        Command::Bundle => {
            println!("{}", tokio::task::spawn_blocking(bundle::run).await??);
            Ok(ExitCode::SUCCESS)
        }
        Command::Consumers => {
            println!("{}", tokio::task::spawn_blocking(consumers::run).await??);
            Ok(ExitCode::SUCCESS)
        }
        Command::Fresh(machine) => fresh::run(machine).await.map(|()| ExitCode::SUCCESS),
        Command::Mutants { shard } => {
            let killed = tokio::task::spawn_blocking(move || mutants::run(shard.as_deref())).await??;
            Ok(if killed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Simulator { port } => simulator::run(port).await.map(|()| ExitCode::SUCCESS),
        Command::Help => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    let mut command = match arguments.next()? {
        Some(Value(name)) if name == "demo" => Command::Demo(demo::Options::default()),
        Some(Value(name)) if name == "verify" => Command::Verify(verify::Options::default()),
        Some(Value(name)) if name == "bundle" => Command::Bundle,
        Some(Value(name)) if name == "consumers" => Command::Consumers,
        Some(Value(name)) if name == "bench" => Command::Bench,
        Some(Value(name)) if name == "fresh" => Command::Fresh(fresh::Machine::default()),
        Some(Value(name)) if name == "mutants" => Command::Mutants { shard: None },
        Some(Long("help")) => return Ok(Command::Help),
        Some(Value(name)) if name == "simulator" => Command::Simulator { port: 8080 },
        Some(other) => bail!("{}\n\n{HELP}", other.unexpected()),
        None => bail!("which command?\n\n{HELP}"),
    };
    while let Some(argument) = arguments.next()? {
        match (&mut command, argument) {
            (_, Long("help")) => return Ok(Command::Help),
            (Command::Demo(demo), Long("port")) => demo.port = arguments.value()?.parse()?,
            (Command::Simulator { port }, Long("port")) => *port = arguments.value()?.parse()?,
            (Command::Demo(demo), Long("no-open")) => demo.open = false,
            (Command::Demo(demo), Long("api-base-url")) => demo.api_base_url = Some(arguments.value()?.string()?),
            (Command::Verify(verify), Long("browser")) => {
                verify.engines = Engine::list(&arguments.value()?.string()?).context("--browser")?;
            }
            (Command::Fresh(machine), Long("with-tools")) => *machine = fresh::Machine::WithTools,
            (Command::Mutants { shard }, Long("shard")) => *shard = Some(arguments.value()?.string()?),
            (Command::Verify(verify), Long("fast")) => verify.fast = true,
            (Command::Verify(verify), Long("everywhere")) => verify.everywhere = true,
            (Command::Verify(verify), Long("case")) => verify.case = Some(arguments.value()?.string()?),
            (Command::Verify(verify), Long("headed")) => verify.headed = true,
            (_, other) => bail!("{}\n\n{HELP}", other.unexpected()),
        }
    }
    Ok(command)
}
