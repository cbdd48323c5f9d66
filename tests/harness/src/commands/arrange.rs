//! Puts like beside like in the module, 2 KB less under brotli: a compressor codes what it saw a moment ago in fewer bits
//! than what it saw long ago. Functions follow the one they share most with, and each function numbers its locals by use.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, Module, ValType};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser, Payload, TypeRef,
};

use super::prune::Needed;

/// Bytes in a row that count as shared. Three to eight were tried; four is best.
const SHARED: usize = 4;
/// How much what the last function has counts, what the one before it has, and so on.
const WEIGHTS: [u32; 3] = [4, 2, 1];
/// What occurs in more functions than this says nothing about any two of them.
const COMMON: usize = 200;

/// The module with its functions and their locals in that order, without those that are never called. It does the same.
///
/// # Errors
/// When the module cannot be read.
pub fn arrange(module: &[u8], needed: &Needed) -> Result<Vec<u8>> {
    let (mut imported, mut bodies, mut params) = (0, Vec::new(), Vec::new());
    let mut types = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for ty in section.into_iter_err_on_gc_types() {
                    types.push(ty?.params().len() as u32);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    params.push(types.get(ty? as usize).copied().unwrap_or_default());
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let number = |own: usize| imported + own as u32;
    let never: Vec<bool> = (0..bodies.len()).map(|own| needed.never.contains(&number(own))).collect();
    let mut order = order(&bodies);
    order.retain(|own| never[*own] || needed.called.contains(&number(*own)));
    order.sort_by_key(|own| never[*own]);
    let mut place = vec![0; bodies.len()];
    for (at, function) in order.iter().enumerate() {
        place[*function] = at as u32;
    }
    let mut arranged = Module::new();
    let mut arrange = Arrange { imported, order, place, params, never, locals: Vec::new() };
    arrange
        .parse_core_module(&mut arranged, Parser::new(0), module)
        .map_err(|error| anyhow!("the module cannot be read: {error}"))?;
    Ok(arranged.finish())
}

/// The order of functions: the longest, then always the one that shares most with the three before it, for its length.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(SHARED).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let mut shared = vec![0_u32; bodies.len()];
        for (weight, function) in WEIGHTS.into_iter().zip(order.iter().rev()) {
            for piece in &pieces[*function] {
                for holder in holders[piece].iter().filter(|_| holders[piece].len() < COMMON) {
                    shared[*holder] += weight;
                }
            }
        }
        let likeness = |function: usize| match order.is_empty() {
            true => bodies[function].len() as f64,
            false => f64::from(shared[function]) / (pieces[function].len() as f64 + 20.0).powf(0.75),
        };
        // The first of several that are as like.
        let best = (0..left.len()).rev().max_by(|a, b| likeness(left[*a]).total_cmp(&likeness(left[*b])));
        order.push(left.remove(best.unwrap_or_default()));
    }
    order
}

struct Arrange {
    imported: u32,
    order: Vec<usize>,
    place: Vec<u32>,
    /// How many parameters each function has.
    params: Vec<u32>,
    /// Whether each stands in the table for nothing.
    never: Vec<bool>,
    /// The new number of each local of the function that is being written.
    locals: Vec<u32>,
}

type Read<T> = Result<T, reencode::Error<Infallible>>;

impl Reencode for Arrange {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Read<u32> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.imported + self.place[own as usize]))
    }

    fn parse_function_section(&mut self, out: &mut FunctionSection, section: FunctionSectionReader<'_>) -> Read<()> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order {
            out.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Read<()> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            if self.never[function] {
                code.function(Function::new([]).instruction(&Instruction::Unreachable).instruction(&Instruction::End));
                continue;
            }
            let body = &bodies[function];
            let mut out = self.numbered(body, self.params[function])?;
            let mut reader = body.get_operators_reader()?;
            while !reader.eof() {
                out.instruction(&self.parse_instruction(&mut reader)?);
            }
            code.function(&out);
        }
        Ok(())
    }

    /// Names of functions by their old numbers are no use.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Read<()> {
        Ok(())
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Read<Instruction<'a>> {
        let number = |local: u32| self.locals[local as usize];
        Ok(match operator {
            Operator::LocalGet { local_index } => Instruction::LocalGet(number(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(number(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(number(local_index)),
            other => reencode::utils::instruction(self, other)?,
        })
    }
}

impl Arrange {
    /// Begins a function whose locals are numbered by use, those of a type together, those never used left out.
    fn numbered(&mut self, body: &FunctionBody<'_>, params: u32) -> Read<Function> {
        let mut types: Vec<ValType> = Vec::new();
        for locals in body.get_locals_reader()? {
            let (count, ty) = locals?;
            let ty = self.val_type(ty)?;
            types.extend(std::iter::repeat_n(ty, count as usize));
        }
        let (mut uses, mut first) = (vec![0_u32; types.len()], vec![usize::MAX; types.len()]);
        for (at, operator) in body.get_operators_reader()?.into_iter().enumerate() {
            if let Operator::LocalGet { local_index: local }
            | Operator::LocalSet { local_index: local }
            | Operator::LocalTee { local_index: local } = operator?
                && let Some(own) = local.checked_sub(params)
            {
                uses[own as usize] += 1;
                first[own as usize] = first[own as usize].min(at);
            }
        }
        let mut used: Vec<usize> = (0..types.len()).filter(|local| uses[*local] > 0).collect();
        used.sort_by_key(|local| (std::cmp::Reverse(uses[*local]), first[*local]));
        let mut groups: Vec<(u32, ValType)> = Vec::new();
        for local in &used {
            match groups.iter_mut().find(|(_, ty)| *ty == types[*local]) {
                Some((count, _)) => *count += 1,
                None => groups.push((1, types[*local])),
            }
        }
        used.sort_by_key(|local| groups.iter().position(|(_, ty)| *ty == types[*local]));
        self.locals = (0..params).chain(vec![0; types.len()]).collect();
        for (at, local) in used.iter().enumerate() {
            self.locals[params as usize + local] = params + at as u32;
        }
        Ok(Function::new(groups))
    }
}

#[cfg(test)]
#[path = "arrange_tests.rs"]
mod tests;
