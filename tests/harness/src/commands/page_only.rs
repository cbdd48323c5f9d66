//! Leaves out of the page's module and script what only programs use that install the package: the functions beside
//! `mount`, and all ways to load the module but the one that `loader.js` goes.

use std::collections::HashSet;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, Module};
use wasmparser::{Export, Parser, Payload};

/// Functions for programs.
const FOR_PROGRAMS: [&str; 5] = ["authorizationUrl", "createRequest", "explainError", "scopes", "validate"];
/// What the script calls without naming it after `wasm.`.
const ALWAYS: [&str; 2] = ["broken", "memory"];
/// How the part of the script begins that loads the module, and how it ends.
const LOADS: [&str; 2] = ["async function __wbg_load(", "export { initSync, __wbg_init as default };"];
/// What stands there instead: bytes come in, as `loader.js` gives them.
const LOADS_BYTES: &str = "async function __wbg_init({ module_or_path }) {
    if (wasm !== undefined) return wasm;
    const { instance } = await WebAssembly.instantiate(module_or_path, __wbg_get_imports());
    return __wbg_finalize_init(instance);
}
export { __wbg_init as default };";

/// The script and the module without all that.
///
/// # Errors
/// When wasm-bindgen's script is not as it used to be, or the module cannot be read.
pub fn page_only(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut script = script.to_owned();
    for name in FOR_PROGRAMS {
        cut(&mut script, &format!("\nexport function {name}("), "\n}\n", "\n")?;
    }
    cut(&mut script, LOADS[0], LOADS[1], LOADS_BYTES)?;
    let mut small = Module::new();
    Called { script: &script }
        .parse_core_module(&mut small, Parser::new(0), module)
        .map_err(|error| anyhow!("the module cannot be read: {error}"))?;
    let small = small.finish();
    let left = exports(&small)?;
    ensure!(left.contains("mount") && left.contains("broken"), "the script does not call the module as it used to");
    Ok((script, small))
}

/// Puts `instead` in place of what begins and ends so.
fn cut(script: &mut String, begin: &str, end: &str, instead: &str) -> Result<()> {
    let at = script.find(begin).with_context(|| format!("wasm-bindgen's script has no `{begin}`"))?;
    let length = script[at..].find(end).with_context(|| format!("`{begin}` does not end"))? + end.len();
    script.replace_range(at..at + length, instead);
    Ok(())
}

fn exports(module: &[u8]) -> Result<HashSet<String>> {
    let mut names = HashSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                names.insert(export?.name.to_owned());
            }
        }
    }
    Ok(names)
}

struct Called<'a> {
    script: &'a str,
}

impl Reencode for Called<'_> {
    type Error = std::convert::Infallible;

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let name = format!("wasm.{}", export.name);
        let word = |text: &str| text.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
        let called = self.script.match_indices(&name).any(|(at, _)| !word(&self.script[at + name.len()..]));
        if called || ALWAYS.contains(&export.name) {
            reencode::utils::parse_export(self, exports, export)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, Instruction, TypeSection};

    use super::*;

    fn module(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in names {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut code = CodeSection::new();
        code.function(Function::new([]).instruction(&Instruction::End));
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    fn script() -> String {
        let mut script = "export class Instance {\n    free() { wasm.instance_free(); }\n}\n".to_owned();
        for name in [&FOR_PROGRAMS[..], &["mount"]].concat() {
            script +=
                &format!("\nexport function {name}(draft) {{\n    if (draft) {{\n        wasm.{name}();\n    }}\n}}\n");
        }
        script + "\n" + LOADS[0] + "a) {\n}\nfunction initSync() {\n}\n" + LOADS[1]
    }

    #[test]
    fn the_page_has_mount_and_one_way_to_load() {
        let names = [&FOR_PROGRAMS[..], &["mount", "mount_", "instance_free", "broken"]].concat();
        let (script, module) = page_only(&script(), &module(&names)).unwrap();
        assert!(script.contains("export function mount(") && script.contains("class Instance"), "{script}");
        assert!(script.contains(LOADS_BYTES) && !script.contains("initSync"), "{script}");
        assert!(FOR_PROGRAMS.iter().all(|name| !script.contains(name)), "{script}");
        let mut left: Vec<_> = exports(&module).unwrap().into_iter().collect();
        left.sort();
        assert_eq!(left, ["broken", "instance_free", "mount"]);
        wasmparser::validate(&module).unwrap();
    }

    #[test]
    fn another_script_is_refused() {
        let module = module(&["mount", "broken"]);
        for missing in ["export function scopes(", LOADS[0], LOADS[1], "wasm.mount()"] {
            assert!(page_only(&script().replace(missing, ""), &module).is_err(), "{missing}");
        }
    }
}
