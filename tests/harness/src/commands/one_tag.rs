//! `dist/element.js`: the element for other pages, with one `<script type="module">`. It contains the hashed file
//! names, so it is written after those files.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::page::{hashed, integrity};
use crate::workspace::version;

const FILE: &str = "element.js";

/// Writes the script. It imports what its imports import, so that a browser loads all of it at once.
pub fn write(dist: &Path) -> Result<()> {
    let (script, module) = (hashed(dist, ".js")?, hashed(dist, "_bg.wasm")?);
    let check = integrity(&fs::read(dist.join(&module))?);
    let version = version()?;
    let text = format!(
        "import {{ define }} from './element-class.js';\n\
         import {{ load }} from './loader.js';\n\
         import './styles.js';\n\
         const module = new URL('./{module}', import.meta.url);\n\
         define(() => load(() => import('./{script}'), module, '{check}'), undefined, '{version}');\n"
    );
    Ok(fs::write(dist.join(FILE), text)?)
}

/// The tag for other pages, with the integrity of the script.
pub fn tag(dist: &Path) -> Result<String> {
    let check = integrity(&fs::read(dist.join(FILE))?);
    Ok(format!(
        "<script data-cfasync=\"false\" type=\"module\" src=\"{FILE}\" integrity=\"{check}\" crossorigin></script>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::PACKAGE;

    #[test]
    fn the_script_names_its_files_and_the_tag_its_integrity() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join(format!("{PACKAGE}-0a.js")), "export default 1;").unwrap();
        fs::write(dist.path().join(format!("{PACKAGE}-0a_bg.wasm")), "wasm").unwrap();
        write(dist.path()).unwrap();
        let text = fs::read_to_string(dist.path().join(FILE)).unwrap();
        assert!(text.contains(&format!("import('./{PACKAGE}-0a.js')")), "{text}");
        assert!(text.contains(&format!("'./{PACKAGE}-0a_bg.wasm'")) && text.contains(&integrity(b"wasm")), "{text}");
        let tag = tag(dist.path()).unwrap();
        assert!(tag.contains(&integrity(text.as_bytes())) && tag.contains("data-cfasync=\"false\""), "{tag}");
        assert!(write(tempfile::tempdir().unwrap().path()).is_err());
    }
}
