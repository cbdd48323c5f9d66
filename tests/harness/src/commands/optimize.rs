//! Makes a module and its script smaller with wasm-opt: what never runs goes first, so that wasm-opt takes what only it
//! needed for dead; then the script loses what the module does not import any more. Where wasm-opt could not be had, the
//! module stays as it is, and the page is larger.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasmparser::{CompositeInnerType, Operator, Parser, Payload, TypeRef};

use super::arrange::arrange;
use super::prune::needed;
use super::running;
use super::short_names::imported_only;
use crate::setup::tools;

/// What counts is the size under brotli, and these were tried one by one. Common parts of an expression in a local of
/// their own, and data in pieces, are fewer bytes that compress worse. The lowest kilobyte of the memory is the far end of
/// the stack, so no address that is read lies there.
const FLAGS: [&str; 14] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=10",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--skip-pass=simplify-locals",
    "--quiet",
];

/// The script and the module, smaller.
///
/// # Errors
/// When the module cannot be read, or wasm-opt fails.
pub fn smaller(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let pruned = arrange(module, &needed(module)?)?;
    let program = tools::wasm_opt()?;
    let module = match which::which("node") {
        Ok(node) if program.is_file() => optimized(&node, &program, &pruned)?,
        _ => pruned,
    };
    Ok((imported_only(script, &module)?, module))
}

fn optimized(node: &Path, program: &Path, module: &[u8]) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let (before, after) = (folder.path().join("before.wasm"), folder.path().join("after.wasm"));
    fs::write(&before, module)?;
    let mut run = running::command(&node.to_string_lossy());
    run.arg(program).args(FLAGS).arg(&before).arg("-o").arg(&after);
    let ended = running::run(run)?;
    ensure!(ended.success, "wasm-opt failed:\n{}", ended.printed);
    let module = fs::read(&after).context("wasm-opt wrote nothing")?;
    ensure!(
        single_values(&module)?,
        "wasm-opt made code that gives back several values, in which WebKitGTK 2.50 traps"
    );
    Ok(module)
}

/// Whether only what wasm-bindgen wrote for JavaScript to call gives back several values: no block does, and no function
/// that the module itself calls.
fn single_values(module: &[u8]) -> Result<bool> {
    let (mut several, mut functions) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    for ty in group?.types() {
                        let function = match &ty.composite_type.inner {
                            CompositeInnerType::Func(function) => Some(function),
                            _ => None,
                        };
                        several.push(function.is_some_and(|function| function.results().len() > 1));
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    functions.extend(match import?.ty {
                        TypeRef::Func(ty) => Some(ty),
                        _ => None,
                    });
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    functions.push(ty?);
                }
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    let ty = match operator? {
                        Operator::Block { blockty: wasmparser::BlockType::FuncType(ty) }
                        | Operator::Loop { blockty: wasmparser::BlockType::FuncType(ty) }
                        | Operator::If { blockty: wasmparser::BlockType::FuncType(ty) }
                        | Operator::CallIndirect { type_index: ty, .. } => ty,
                        Operator::Call { function_index } => functions[function_index as usize],
                        _ => continue,
                    };
                    if several[ty as usize] {
                        return Ok(false);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        BlockType, CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection,
        Instruction, Module, TypeSection, ValType,
    };

    use super::*;
    use crate::setup;

    /// Imports `used` and `unused`; exports `run`, which is these instructions and gives back two numbers.
    fn module(run: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [ValType::I32, ValType::I32]);
        let mut imports = ImportSection::new();
        for name in ["used", "unused"] {
            imports.import("host", name, EntityType::Function(0));
        }
        let mut functions = FunctionSection::new();
        functions.function(1);
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 2);
        let mut function = Function::new([]);
        for instruction in run {
            function.instruction(instruction);
        }
        let mut code = CodeSection::new();
        code.function(function.instruction(&Instruction::End));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn what_is_not_needed_goes_from_module_and_script() {
        setup::for_building().unwrap();
        let run = [Instruction::Call(0), Instruction::I32Const(1), Instruction::Drop]
            .into_iter()
            .chain([Instruction::I32Const(2), Instruction::I32Const(3)]);
        let module = module(&run.collect::<Vec<_>>());
        let script = "    const import0 = {\n        used: function() {\n        },\n        unused: function() {\n        },\n    };\n";
        let (small, smaller) = smaller(script, &module).unwrap();
        assert_eq!(small, "    const import0 = {\n        used: function() {\n        },\n    };\n");
        assert!(smaller.len() < module.len());
        let text = String::from_utf8_lossy(&smaller);
        assert!(text.contains("used") && !text.contains("unused") && text.contains("run"), "{text:?}");
    }

    #[test]
    fn several_values_inside_the_module_are_seen() {
        let numbers = [Instruction::I32Const(1), Instruction::I32Const(2)];
        assert!(single_values(&module(&numbers)).unwrap());
        assert!(!single_values(&module(&[Instruction::Call(2)])).unwrap());
        let [one, two] = numbers;
        let block = [Instruction::Block(BlockType::FunctionType(1)), one, two, Instruction::End];
        assert!(!single_values(&module(&block)).unwrap());
    }
}
