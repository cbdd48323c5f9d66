//! Makes the JavaScript of wasm-bindgen tell the module that it broke. A panic of the page ends in a trap, which no code
//! of the module sees; what called the module does.

use anyhow::{Result, ensure};

/// Where the script takes the module's functions, and what it shall take instead.
const TAKEN: &str = "wasm = instance.exports;";
const WATCHED: &str = "wasm = watched(instance.exports);";

/// Only a trap counts: what a function of the host page throws passes through the module as well. The first trap may
/// be followed by others, and the function that tells of it may trap itself.
const WATCH: &str = "
let trapped = false;
function watched(functions) {
    const watch = (run) => typeof run !== 'function' ? run : (...values) => {
        try {
            return run(...values);
        } catch (error) {
            if (error instanceof WebAssembly.RuntimeError && !trapped) {
                trapped = true;
                functions.broken();
            }
            throw error;
        }
    };
    return Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, watch(value)]));
}
";

/// The script, watching its module.
///
/// # Errors
/// When the script does not take the functions of its module as it used to.
pub fn watch(script: &str) -> Result<String> {
    ensure!(script.matches(TAKEN).count() == 1, "wasm-bindgen's script has no line `{TAKEN}`");
    Ok(script.replace(TAKEN, WATCHED) + WATCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_takes_watched_functions() {
        let script = watch("function begin(instance) {\n    wasm = instance.exports;\n}\n").unwrap();
        assert!(
            script.contains("wasm = watched(instance.exports);") && script.contains("function watched("),
            "{script}"
        );
        assert!(watch("wasm = exports;").is_err());
    }
}
