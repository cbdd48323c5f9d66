//! A child process that ends with its handle, including everything that it started. Drivers start browsers, and
//! browsers start helpers in their own groups: killing only the driver would leave them behind.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command as BlockingCommand, Stdio};

use anyhow::{Context, Result};
use tokio::process::{Child, ChildStdout, Command};

/// A running child.
pub struct Process(Child);

impl Process {
    /// Starts it without input.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = command.as_std().get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).kill_on_drop(true);
        Ok(Self(command.spawn().with_context(|| format!("{name} could not be started"))?))
    }

    /// Its output, if that is piped.
    pub fn take_stdout(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// Kills what it started. It may start that again.
    pub fn kill_descendants(&self) {
        kill(&self.0.id().map(descendants_of).unwrap_or_default());
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(id) = self.0.id() else { return };
        let descendants = descendants_of(id);
        // The driver first, so that it starts nothing again.
        let _ = self.0.start_kill();
        kill(&descendants);
    }
}

fn kill(ids: &[u32]) {
    if !ids.is_empty() {
        let ids = ids.iter().map(u32::to_string);
        let _ = BlockingCommand::new("kill").arg("-9").args(ids).stderr(Stdio::null()).status();
    }
}

/// All descendants of a process, from Linux's `/proc`. Empty on other systems.
fn descendants_of(id: u32) -> Vec<u32> {
    let mut children = BTreeMap::<u32, Vec<u32>>::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(child) = entry.file_name().to_string_lossy().parse() else { continue };
        if let Some(parent) = fs::read_to_string(entry.path().join("stat")).ok().and_then(|stat| parent_in(&stat)) {
            children.entry(parent).or_default().push(child);
        }
    }
    let mut found = vec![id];
    let mut next = 0;
    while let Some(parent) = found.get(next) {
        found.extend(children.remove(parent).unwrap_or_default());
        next += 1;
    }
    found.split_off(1)
}

/// `12 (a name) S 11 …` → 11. The name may contain anything, even parentheses.
fn parent_in(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(") ")?;
    after_name.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_stands_behind_the_name() {
        assert_eq!(parent_in("12 (bash) S 11 12 12 0"), Some(11));
        assert_eq!(parent_in("12 (a) (b) S 7 12 12 0"), Some(7));
        assert_eq!(parent_in(""), None);
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn what_a_child_started_ends_with_it() {
        let mut command = Command::new("sh");
        // The grandchild starts its own session, as browsers do.
        command.args(["-c", "setsid sleep 4321 & echo $!; wait"]).stdout(Stdio::piped());
        let mut process = Process::start(command).unwrap();
        let mut line = String::new();
        let stdout = process.take_stdout().unwrap();
        tokio::io::AsyncBufReadExt::read_line(&mut tokio::io::BufReader::new(stdout), &mut line).await.unwrap();
        let status = format!("/proc/{}/stat", line.trim());
        let runs = || fs::read_to_string(&status).is_ok_and(|stat| !stat.contains(") Z "));
        assert!(runs() && !process.has_ended());
        drop(process);
        for _ in 0..100 {
            if !runs() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the grandchild lives on");
    }
}
