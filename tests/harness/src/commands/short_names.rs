//! Gives imports and exports of the module short names. wasm-bindgen ends the name of each in sixteen digits of a hash, in the
//! module and in its JavaScript, and no compression makes those smaller: they are 3 KB of what a page loads.

use std::collections::{BTreeMap, HashSet};

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Export, ImportSectionReader, Parser, Payload};

/// How the names of imports begin that end in a hash.
const IMPORT: &str = "__wbg_";
/// How the names of exports begin that have hashes in them: what closures call.
const EXPORT: &str = "wasm_bindgen_";

/// How the list of imports begins in the script, and how it ends.
const IMPORTS: [&str; 2] = ["    const import0 = {", "    };"];
/// What stands before the name of each.
const ENTRY: &str = "        ";

/// The script and the module with short names, and the module without sections that only tools read.
///
/// # Errors
/// When the module cannot be read, or imports a name that the script does not have.
pub fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let mut long = Vec::new();
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    long.extend(Some(import?.name).filter(|name| name.starts_with(IMPORT)));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    long.extend(Some(export?.name).filter(|name| name.starts_with(EXPORT)));
                }
            }
            _ => {}
        }
        for name in long {
            names.insert(name.to_owned(), format!("_{:x}", names.len()));
        }
    }
    // A name may begin with another one, which then comes before it.
    let script = names.iter().rev().try_fold(script.to_owned(), |script, (name, short)| {
        ensure!(script.contains(name.as_str()), "the script has no {name}");
        Ok(script.replace(name.as_str(), short))
    })?;
    let mut shortened = Module::new();
    let mut shorten = Shorten { names };
    shorten
        .parse_core_module(&mut shortened, Parser::new(0), module)
        .map_err(|error| anyhow!("the module cannot be read: {error}"))?;
    Ok((script, shortened.finish()))
}

/// The script without the functions that wasm-bindgen wrote for imports that the module does not have any more.
///
/// # Errors
/// When the module cannot be read.
pub fn imported_only(script: &str, module: &[u8]) -> Result<String> {
    let mut imported = HashSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                imported.insert(import?.name.to_owned());
            }
        }
    }
    let (mut out, mut inside, mut kept) = (String::new(), false, true);
    for line in script.split_inclusive('\n') {
        if line.starts_with(IMPORTS[0]) {
            inside = true;
        } else if line.starts_with(IMPORTS[1]) {
            (inside, kept) = (false, true);
        } else if let Some(name) = line.strip_prefix(ENTRY).and_then(|entry| Some(entry.split_once(": ")?.0))
            && inside
            && !name.starts_with([' ', '}'])
        {
            kept = name == "__proto__" || imported.contains(name);
        }
        out += if kept { line } else { "" };
    }
    Ok(out)
}

struct Shorten {
    names: BTreeMap<String, String>,
}

impl Reencode for Shorten {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            let name = self.names.get(import.name).map_or(import.name, String::as_str);
            imports.import(import.module, name, kind);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let index = self.external_index(export.kind, export.index)?;
        let name = self.names.get(export.name).map_or(export.name, String::as_str);
        exports.export(name, export.kind.into(), index);
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, Instruction, TypeSection};
    use wasmparser::Validator;

    use super::*;

    #[test]
    fn a_script_has_no_more_than_its_module_imports() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./n.js", "b", EntityType::Function(0));
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let list = |entries: &str| {
            format!(
                "function a() {{\n        c: {{}}\n    }}\n    const import0 = {{\n{entries}    }};\n    return c;\n"
            )
        };
        let [proto, b] = ["        __proto__: null,\n", "        b: function() {\n            a: 1;\n        },\n"];
        let c = "        c: function() { return run(function() {\n            b: 1;\n        }, arguments); },\n";
        let script = list(&[proto, c, b, c].concat());
        assert_eq!(imported_only(&script, &module.finish()).unwrap(), list(&[proto, b].concat()));
    }

    #[test]
    fn long_names_are_short_in_both_even_where_one_begins_with_another() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./n.js", "__wbg_now_0123456789abcdef", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in ["wasm_bindgen_0a___invoke", "wasm_bindgen_0a___invoke_1_", "mount"] {
            exports.export(name, ExportKind::Func, 1);
        }
        let mut code = CodeSection::new();
        code.function(Function::new([]).instruction(&Instruction::End));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        let script =
            "{ __wbg_now_0123456789abcdef: wasm.wasm_bindgen_0a___invoke(wasm.wasm_bindgen_0a___invoke_1_(mount)) }";

        let (script, short) = shorten(script, &module.finish()).unwrap();
        assert_eq!(script, "{ _0: wasm._1(wasm._2(mount)) }");
        Validator::new().validate_all(&short).unwrap();
        let mut exported = Vec::new();
        for payload in Parser::new(0).parse_all(&short) {
            if let Payload::ExportSection(section) = payload.unwrap() {
                exported.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
            }
        }
        assert_eq!(exported, ["_1", "_2", "mount"]);
    }
}
