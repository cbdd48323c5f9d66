//! No function or block of the module may return several values, because WebKitGTK 2.50 traps in such code. The
//! compiler emits none today; this check notices if that changes.

use std::fs;

use anyhow::Result;
use wasmparser::{BlockType, CompositeInnerType, Operator, Parser, Payload, TypeRef};

use crate::commands::page;
use crate::running::Ended;

/// Checks the module of the built page.
pub fn check() -> Result<Ended> {
    let success = single_values(&fs::read(page::bound_module()?)?)?;
    let printed = if success { "" } else { "the module has code that gives back several values\n" };
    Ok(Ended { success, printed: printed.into() })
}

/// Whether every block, and every function that the module itself calls, returns at most one value. Functions that only
/// JavaScript calls may return several: wasm-bindgen emits them, and they run everywhere.
fn single_values(module: &[u8]) -> Result<bool> {
    let (mut several, mut functions) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    for ty in group?.types() {
                        let CompositeInnerType::Func(function) = &ty.composite_type.inner else {
                            several.push(false);
                            continue;
                        };
                        several.push(function.results().len() > 1);
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if let TypeRef::Func(ty) = import?.ty {
                        functions.push(ty);
                    }
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
                        Operator::Block { blockty: BlockType::FuncType(ty) }
                        | Operator::Loop { blockty: BlockType::FuncType(ty) }
                        | Operator::If { blockty: BlockType::FuncType(ty) }
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
    use super::*;

    fn checked(text: &str) -> bool {
        single_values(&wat::parse_str(text).unwrap()).unwrap()
    }

    #[test]
    fn javascript_may_call_what_gives_back_several_values() {
        assert!(checked("(module (func (export \"pair\") (result i32 i32) i32.const 1 i32.const 2))"));
    }

    #[test]
    fn the_module_itself_may_not() {
        let call = "(module (func $pair (result i32 i32) i32.const 1 i32.const 2) (func call $pair drop drop))";
        let import = "(module (import \"host\" \"pair\" (func $pair (result i32 i32))) (func call $pair drop drop))";
        let block = "(module (func block (result i32 i32) i32.const 1 i32.const 2 end drop drop))";
        for text in [call, import, block] {
            assert!(!checked(text), "{text}");
        }
    }
}
