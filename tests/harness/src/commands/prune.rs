//! Finds what nothing in the module calls, or nothing ever will. wasm-bindgen writes a function for each kind of closure that any import of
//! js-sys takes, asks it what that closure takes, exports it if the closure is made, and else leaves it in the table of
//! functions, where no linker can take it for dead. And Yew can do more than the form asks of it.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use wasmparser::{
    ElementItems, ElementSectionReader, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// Part of the names of those functions.
const CLOSURE: &str = "::convert::closures::";

/// What the form never makes Yew do, by the first function that does it alone: a call of it becomes a trap, and wasm-opt
/// takes all that comes after for dead. Equal functions are one in the module: so no name may stand here that other
/// code could share, as `drop_in_place` of anything or the walk through a table.
const UNUSED: [&str; 14] = [
    // All children are without keys: lists are compared in order, and nothing moves to another place.
    "<core::iter::adapters::zip::Zip<core::iter::adapters::rev::Rev<alloc::vec::drain::Drain<yew::virtual_dom::vnode::VNode>>, core::slice::iter::IterMut<yew::dom_bundle::bnode::BNode>> as core::iter::traits::iterator::Iterator>::next",
    "<yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
    // The form is one component, which holds elements and text: no portal, no suspense, no HTML in a string.
    "<alloc::rc::Rc<yew::virtual_dom::vcomp::VComp> as yew::utils::RcExt<yew::virtual_dom::vcomp::VComp>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt<yew::virtual_dom::vportal::VPortal>>::unwrap_or_clone",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt<yew::virtual_dom::vsuspense::VSuspense>>::unwrap_or_clone",
    "<yew::html::component::scope::AnyScope>::find_parent_scope::<yew::suspense::component::feat_csr_ssr::BaseSuspense>",
    "<yew::suspense::component::feat_csr_ssr::BaseSuspense>::resume",
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::dom_bundle::braw::BRaw>::detach_bundle",
    "<yew::dom_bundle::braw::BRaw>::position",
    // Attributes stand in lists with fixed names (`ui::tree`), never in a map.
    "<indexmap::map::IndexMap<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>>::get_index_of::<implicit_clone::unsync::string::IString>",
    "<core::iter::adapters::filter_map::FilterMap<indexmap::map::iter::Iter<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>, <yew::virtual_dom::Attributes>::iter::{closure#2}> as core::iter::traits::iterator::Iterator>::next",
    // A tree is drawn once and given away.
    "<yew::virtual_dom::vnode::VNode as core::clone::Clone>::clone",
    "<core::option::Option<implicit_clone::unsync::string::IString> as core::clone::Clone>::clone",
];

/// Parts of the names of what Yew calls for an element with listeners. No element has any, as the form listens by itself
/// (`src/ui/hear.rs`), but each is asked, so that no compiler can know. Were there one, the form would break at once.
const LISTENERS: [&str; 2] = ["ListenerRegistration>::register", "SubtreeData>::add_listener"];

/// Functions of a module, by number.
#[derive(Debug, Default)]
pub struct Needed {
    /// What can be called.
    pub called: HashSet<u32>,
    /// What is never called, but named in the table or by what is.
    pub never: HashSet<u32>,
    /// Names that the module does not have, of those that should be in it.
    pub unknown: Vec<&'static str>,
}

/// Looks for what is needed. Without names, that is everything in the table.
///
/// # Errors
/// When the module cannot be read, or lets JavaScript call what stands in its table.
pub fn needed(module: &[u8]) -> Result<Needed> {
    let (mut roots, mut table, mut closures, mut calls) = (Vec::new(), Vec::new(), HashSet::new(), Vec::new());
    let (mut imported, mut unused) = (0, HashMap::new());
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
                                closures.extend(Some(function.index).filter(|_| function.name.contains(CLOSURE)));
                                let name = without_hashes(function.name);
                                let mut listed = UNUSED.iter().find(|listed| **listed == name);
                                listed = listed.or_else(|| LISTENERS.iter().find(|part| name.contains(**part)));
                                unused.extend(listed.map(|listed| (function.index, *listed)));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut needed = Needed::default();
    let all = UNUSED.into_iter().chain(LISTENERS);
    needed.unknown.extend(all.filter(|listed| !unused.values().any(|known| known == listed)));
    roots.extend(table.iter().filter(|function| !closures.contains(*function)));
    while let Some(function) = roots.pop() {
        if unused.contains_key(&function) {
            needed.never.insert(function);
        } else if needed.called.insert(function) {
            let own = function.checked_sub(imported).and_then(|own| calls.get(own as usize));
            roots.extend(own.into_iter().flatten());
        }
    }
    needed.never.extend(table.into_iter().filter(|function| !needed.called.contains(function)));
    Ok(needed)
}

/// A name without the hash that the compiler puts after that of each crate.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => plain += rest,
            _ => plain.extend(["[", part]),
        }
    }
    plain
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

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ExportKind, ExportSection, Function, FunctionSection, Instruction, Module, NameMap, NameSection,
        TypeSection,
    };

    use super::*;

    /// Exports 0, which calls 1, which calls 2; 1 has this name.
    fn module(name: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for called in [Some(1), Some(2), None] {
            functions.function(0);
            let mut function = Function::new([]);
            called.map(|called| function.instruction(&Instruction::Call(called)));
            code.function(function.instruction(&Instruction::End));
        }
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 0);
        let (mut names, mut map) = (NameSection::new(), NameMap::new());
        map.append(1, name);
        names.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code).section(&names);
        module.finish()
    }

    #[test]
    fn what_is_listed_and_what_it_calls_never_run() {
        let listed = "<yew::dom_bundle::braw::BRaw>::position";
        assert!(UNUSED.contains(&listed));
        let found = needed(&module("<yew[96cae9eddde955ae]::dom_bundle::braw::BRaw>::position")).unwrap();
        assert_eq!((found.called, found.never), (HashSet::from([0]), HashSet::from([1])));
        assert!(found.unknown.len() == UNUSED.len() + LISTENERS.len() - 1 && !found.unknown.contains(&listed));
    }

    #[test]
    fn what_only_begins_like_it_runs() {
        for name in ["<yew[96cae9eddde955ae]::dom_bundle::braw::BRaw>::position[1]", "<yew::dom_bundle::braw::BRaw>"] {
            let found = needed(&module(name)).unwrap();
            assert_eq!(
                (found.called.len(), found.never.len(), found.unknown.len()),
                (3, 0, UNUSED.len() + LISTENERS.len()),
                "{name}"
            );
        }
    }
}
