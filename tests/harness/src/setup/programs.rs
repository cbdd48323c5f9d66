//! Runs an installer: quietly, and with all it said when it fails.

use std::io::ErrorKind;
use std::process::{Command, Stdio};

use anyhow::{Result, anyhow, bail};

/// Runs a command to its end.
///
/// # Errors
/// When it is not there or fails; then the error carries what it printed.
pub fn run(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("{name} is not installed"),
        _ => anyhow!("{name} could not be started: {error}"),
    })?;
    let printed = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(printed.into_owned());
    }
    bail!("{name} failed ({}):\n{printed}{}", output.status, String::from_utf8_lossy(&output.stderr))
}
