//! The order of functions, and that a module which was arranged does the same without what is never called.

use std::borrow::Cow;

use wasm_encoder::{
    ElementSection, Elements, EntityType, ExportKind, ExportSection, ImportSection, NameMap, NameSection, RefType,
    TableSection, TableType, TypeSection,
};
use wasmparser::Validator;

use super::super::prune::needed;
use super::*;

/// Exports `run`, number 1, which calls 3. 2 and 3 are functions of closures and stand in the table; 4 is called by 2
/// alone, and 5, a listener's, by 3. 0 is imported.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("host", "told", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    for _ in 0..5 {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    let (minimum, table64, shared) = (2, false, false);
    tables.table(TableType { element_type: RefType::FUNCREF, minimum, maximum: None, table64, shared });
    let mut exports = ExportSection::new();
    exports.export("run", ExportKind::Func, 1);
    let mut elements = ElementSection::new();
    let functions_in_table = Elements::Functions(Cow::Borrowed(&[2, 3]));
    elements.active(Some(0), &wasm_encoder::ConstExpr::i32_const(0), functions_in_table);
    let mut code = CodeSection::new();
    let mut run = Function::new([(1, ValType::I64), (3, ValType::I32)]);
    for instruction in [
        Instruction::LocalGet(0),
        Instruction::LocalTee(4),
        Instruction::LocalGet(4),
        Instruction::I32Add,
        Instruction::LocalSet(3),
        Instruction::LocalGet(4),
        Instruction::Call(3),
        Instruction::LocalGet(3),
        Instruction::I32Add,
        Instruction::Call(0),
        Instruction::End,
    ] {
        run.instruction(&instruction);
    }
    code.function(&run);
    for then in [Instruction::Call(4), Instruction::Call(5), Instruction::I32Const(7), Instruction::Call(4)] {
        let mut function = Function::new([]);
        let takes = matches!(then, Instruction::Call(_));
        function.instruction(if takes { &Instruction::LocalGet(0) } else { &Instruction::Nop });
        code.function(function.instruction(&then).instruction(&Instruction::End));
    }
    let mut names = NameSection::new();
    let mut map = NameMap::new();
    map.append(2, "wasm_bindgen[0a]::convert::closures::_::invoke::<i8>");
    map.append(3, "wasm_bindgen[0a]::convert::closures::_::invoke::<f64>");
    map.append(5, "<yew[0b]::dom_bundle::subtree_root::SubtreeData>::add_listener");
    names.functions(&map);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&exports);
    module.section(&elements).section(&code).section(&names);
    module.finish()
}

/// Every function as it is written, in order.
fn written(module: &[u8]) -> Vec<String> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload.unwrap() {
            let operators = body.get_operators_reader().unwrap().into_iter();
            bodies.push(operators.map(|operator| format!("{:?} ", operator.unwrap())).collect());
        }
    }
    bodies
}

#[test]
fn the_module_keeps_its_meaning_and_loses_what_is_never_called() {
    let module = module();
    Validator::new().validate_all(&module).unwrap();
    let needed = needed(&module).unwrap();
    assert_eq!((needed.called, needed.never), (HashSet::from([0, 1, 3]), HashSet::from([2, 5])));
    let arranged = arrange(&module, &super::super::prune::needed(&module).unwrap()).unwrap();
    Validator::new().validate_all(&arranged).unwrap();
    let run = "LocalGet { local_index: 0 } LocalTee { local_index: 1 } LocalGet { local_index: 1 } I32Add \
        LocalSet { local_index: 2 } LocalGet { local_index: 1 } Call { function_index: 2 } \
        LocalGet { local_index: 2 } I32Add Call { function_index: 0 } End ";
    let listening = "LocalGet { local_index: 0 } Call { function_index: 4 } End ";
    assert_eq!(written(&arranged), [run, listening, "Unreachable End ", "Unreachable End "]);
}

#[test]
fn like_comes_beside_like() {
    let bodies: [&[u8]; 4] = [b"abcdefgh", b"zyxwvutsrq", b"abcdefgi", b"zyxwvuts"];
    assert_eq!(order(&bodies), [1, 3, 0, 2]);
}
