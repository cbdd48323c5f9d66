//! Finds what nothing in the module calls. wasm-bindgen writes a function for each kind of closure that any import of
//! js-sys takes, asks it what that closure takes, exports it if the closure is made, and else leaves it in the table of
//! functions, where no linker can take it for dead.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use wasmparser::{
    ElementItems, ElementSectionReader, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// Part of the names of those functions.
const CLOSURE: &str = "::convert::closures::";

/// Parts of the names of what Yew calls for an element with listeners. No element has any, as the form listens by itself
/// (`src/ui/hear.rs`), but each is asked, so that no compiler can know. Were there one, the form would break at once.
const LISTENERS: [&str; 3] = ["ListenerRegistration>::register", "Registry>::patch", "SubtreeData>::add_listener"];

/// Functions of a module, by number.
#[derive(Debug, Default)]
pub struct Needed {
    /// What can be called.
    pub called: HashSet<u32>,
    /// What stands in the table, or is named, all the same.
    pub never: HashSet<u32>,
}

/// Looks for what is needed. Without names, that is everything in the table.
///
/// # Errors
/// When the module cannot be read, or lets JavaScript call what stands in its table.
pub fn needed(module: &[u8]) -> Result<Needed> {
    let (mut roots, mut table, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let (mut closures, mut listeners) = (HashSet::new(), HashSet::new());
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    ensure!(export.kind != ExternalKind::Table, "the table of functions is exported");
                    roots.extend(Some(export.index).filter(|_| export.kind == ExternalKind::Func));
                }
            }
            Payload::StartSection { func, .. } => roots.push(func),
            Payload::ElementSection(section) => table.extend(in_table(section)?),
            Payload::CodeSectionEntry(body) => {
                let mut called = Vec::new();
                for operator in body.get_operators_reader()? {
                    if let Operator::Call { function_index } | Operator::RefFunc { function_index } = operator? {
                        called.push(function_index);
                    }
                }
                calls.push(called);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for names in names {
                        if let Name::Function(functions) = names? {
                            for function in functions {
                                let function = function?;
                                let about = |part: &&str| function.name.contains(part);
                                closures.extend(Some(function.index).filter(|_| about(&CLOSURE)));
                                listeners.extend(Some(function.index).filter(|_| LISTENERS.iter().any(about)));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut needed = Needed::default();
    roots.extend(table.iter().filter(|function| !closures.contains(*function)));
    while let Some(function) = roots.pop() {
        if !listeners.contains(&function) && needed.called.insert(function) {
            let own = function.checked_sub(imported).and_then(|own| calls.get(own as usize));
            roots.extend(own.into_iter().flatten());
        }
    }
    needed.never = table.into_iter().chain(listeners).filter(|function| !needed.called.contains(function)).collect();
    Ok(needed)
}

fn in_table(section: ElementSectionReader<'_>) -> Result<Vec<u32>> {
    let mut functions = Vec::new();
    for element in section {
        match element?.items {
            ElementItems::Functions(items) => {
                for function in items {
                    functions.push(function?);
                }
            }
            ElementItems::Expressions(_, items) => {
                for item in items {
                    for operator in item?.get_operators_reader() {
                        if let Operator::RefFunc { function_index } = operator? {
                            functions.push(function_index);
                        }
                    }
                }
            }
        }
    }
    Ok(functions)
}
