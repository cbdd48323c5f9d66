//! Gives the imports of the module short names. wasm-bindgen ends the name of each in sixteen digits of a hash, in the
//! module and in its JavaScript, and no compression makes those smaller: they are 3 KB of what a page loads.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{CustomSectionReader, ImportSectionReader, Parser, Payload};

/// How the names begin that end in a hash.
const PREFIX: &str = "__wbg_";

/// The script and the module with short names, and the module without sections that only tools read.
///
/// # Errors
/// When the module cannot be read, or imports a name that the script does not have.
pub fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let name = import?.name;
                if name.starts_with(PREFIX) {
                    names.insert(name.to_owned(), format!("_{:x}", names.len()));
                }
            }
        }
    }
    let script = names.iter().try_fold(script.to_owned(), |script, (name, short)| {
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

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        Ok(())
    }
}
