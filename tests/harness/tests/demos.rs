//! Two `cargo demo` of one checkout, built at the same time: each serves a whole page of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use harness::workspace;

struct Demo {
    process: Child,
    address: String,
}

impl Demo {
    fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_harness"));
        command.args(["demo", "--no-open", "--port", "0"]).current_dir(workspace::root());
        let process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        Self { process, address: String::new() }
    }

    /// Waits until the page is served.
    fn ready(mut self) -> Self {
        let printed = BufReader::new(self.process.stdout.take().unwrap());
        let ready = printed.lines().find_map(|line| Some(line.unwrap().strip_prefix("ready http://")?.to_owned()));
        ready.expect("an address").trim_end_matches('/').clone_into(&mut self.address);
        self
    }

    fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        write!(connection, "GET /{path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Demo {
    /// Ends it as Ctrl-C does, which removes its folder.
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.process.id().to_string()]).status();
        let _ = self.process.wait();
    }
}

#[test]
fn two_demos_of_one_checkout_do_not_mix_their_pages() {
    let demos = [Demo::start(), Demo::start()].map(Demo::ready);
    for demo in &demos {
        let page = demo.get("");
        let named = |attribute: &str| page.split_once(attribute).and_then(|(_, rest)| rest.split('"').next());
        for attribute in ["data-js=\"", "data-wasm=\""] {
            let file = named(attribute).unwrap_or_else(|| panic!("{page}"));
            assert!(demo.get(file.trim_start_matches("./")).starts_with("HTTP/1.0 200"), "{file}");
        }
    }
}
