//! Makes what the page and the package load small: 7 KB less under brotli, of 110. The module and its own JavaScript get
//! short names, its functions stand in an order that compresses well, and the JavaScript is minified; so are the scripts of the page. The package's scripts only lose comment
//! lines and indentation: bundlers read comments inside the lines, and so may people.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::arrange::arrange;
use super::minify::minify;
use super::prune::needed;
use super::short_names::shorten;
use super::watch::watch;

/// Takes out of a script and its module what is not needed.
pub type Smaller = fn(&str, &[u8]) -> Result<(String, Vec<u8>)>;

/// Makes the page's files small, and tells `index.html` their new names and integrity. Module and script have a digest of
/// what they are now in their names: servers let browsers keep them for good.
///
/// # Errors
/// When a file cannot be read or written.
pub fn page(dist: &Path, smaller: Smaller) -> Result<()> {
    let index = dist.join("index.html");
    let mut page = fs::read_to_string(&index).with_context(|| format!("{} cannot be read", index.display()))?;
    for (before, after) in files(dist, smaller, minify)? {
        page = page.replace(&before, &after);
    }
    let (script, module) = pair(dist)?;
    let (text, bytes) = (fs::read_to_string(&script)?, fs::read(&module)?);
    let digest = Sha384::new().chain_update(&text).chain_update(&bytes).finalize();
    let digits: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let stem = script.file_stem().context("a file has a name")?.to_string_lossy().into_owned();
    let renamed = format!("{}-{digits}", stem.rsplit_once('-').map_or(stem.as_str(), |(name, _)| name));
    let named = text.replace(&stem, &renamed);
    page = page.replace(&integrity(text.as_bytes()), &integrity(named.as_bytes())).replace(&stem, &renamed);
    fs::remove_file(&script)?;
    fs::write(dist.join(format!("{renamed}.js")), named)?;
    fs::rename(&module, dist.join(format!("{renamed}_bg.wasm")))?;
    fs::write(index, page)?;
    Ok(())
}

/// Makes the package's files small.
///
/// # Errors
/// When a file cannot be read or written.
pub fn package(folder: &Path, smaller: Smaller) -> Result<()> {
    files(folder, smaller, |script| Ok(slimmed(script))).map(drop)
}

/// Makes the module and the scripts of a folder small, and gives the integrity of each before and after.
fn files(folder: &Path, smaller: Smaller, slim: fn(&str) -> Result<String>) -> Result<Vec<(String, String)>> {
    let mut changed = Vec::new();
    let mut replace = |path: &Path, before: &[u8], after: &[u8]| -> Result<()> {
        changed.push((integrity(before), integrity(after)));
        Ok(fs::write(path, after)?)
    };
    let (script, module) = pair(folder)?;
    let (full, full_module) = (fs::read_to_string(&script)?, fs::read(&module)?);
    let (small, small_module) = smaller(&watch(&full)?, &full_module)?;
    let (short, short_module) = shorten(&small, &small_module)?;
    replace(&script, full.as_bytes(), minify(&short)?.as_bytes())?;
    replace(&module, &full_module, &arrange(&short_module, &needed(&short_module)?)?)?;
    for path in paths(folder, "js")?.into_iter().filter(|path| *path != script) {
        let full = fs::read_to_string(&path)?;
        replace(&path, full.as_bytes(), slim(&full)?.as_bytes())?;
    }
    Ok(changed)
}

/// The module in a folder and the JavaScript that wasm-bindgen made for it.
fn pair(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let module = paths(folder, "wasm")?.pop().with_context(|| format!("{} has no module", folder.display()))?;
    let script = PathBuf::from(module.to_string_lossy().replace("_bg.wasm", ".js"));
    ensure!(script.is_file(), "{} is missing", script.display());
    Ok((script, module))
}

fn paths(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.extend(Some(entry?.path()).filter(|path| path.extension().is_some_and(|own| own == extension)));
    }
    Ok(paths)
}

/// The integrity of a file, as a page names it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

fn slimmed(script: &str) -> String {
    let mut slim = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.starts_with("//") {
            slim += line;
            slim.push('\n');
        }
    }
    slim
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comment_lines_and_indentation_go() {
        let script = "// one\n/**\n * two\n */\nexport function f(a) {\n    // three\n    const u = 'https://x'; // stays\n    return a /* stays */ / 2;\n}\n";
        let slim = "export function f(a) {\nconst u = 'https://x'; // stays\nreturn a /* stays */ / 2;\n}\n";
        assert_eq!(slimmed(script), slim);
        assert_eq!(slimmed(slim), slim);
    }

    fn same(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
        Ok((script.to_owned(), module.to_vec()))
    }

    /// A module that imports one function, by a name as wasm-bindgen makes it, and its script.
    fn page(folder: &Path) -> [String; 2] {
        let name = "__wbg_now_0123456789abcdef";
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut imports = wasm_encoder::ImportSection::new();
        imports.import("./page_bg.js", name, wasm_encoder::EntityType::Function(0));
        let mut names = wasm_encoder::NameSection::new();
        names.module("page");
        module.section(&types).section(&imports).section(&names);
        let module = module.finish();
        let script = format!(
            "// a comment\nlet wasm;\nexport const imports = {{ {name}: function() {{ return 1; }} }};\n\
             export function begin(instance) {{\n    wasm = instance.exports;\n}}\n"
        );
        fs::write(folder.join("page_bg.wasm"), &module).unwrap();
        fs::write(folder.join("page.js"), &script).unwrap();
        fs::write(folder.join("boot.js"), "// a comment\nlet first = 1;\nconsole.log(first, first);\n").unwrap();
        [integrity(&module), integrity(script.as_bytes())]
    }

    #[test]
    fn module_and_script_agree_on_short_names() {
        let dist = tempfile::tempdir().unwrap();
        page(dist.path());
        super::package(dist.path(), same).unwrap();
        let module = fs::read(dist.path().join("page_bg.wasm")).unwrap();
        wasmparser::validate(&module).unwrap();
        let text = String::from_utf8_lossy(&module).into_owned();
        assert!(!text.contains("0123456789abcdef") && !text.contains("name") && text.contains("_0"), "{text:?}");
        let script = fs::read_to_string(dist.path().join("page.js")).unwrap();
        assert!(script.contains("_0") && !script.contains("__wbg_") && !script.contains("comment"), "{script}");
        let boot = fs::read_to_string(dist.path().join("boot.js")).unwrap();
        assert_eq!(boot, "let first = 1;\nconsole.log(first, first);\n");
    }

    #[test]
    fn the_page_names_what_it_loads_by_its_content() {
        let dist = tempfile::tempdir().unwrap();
        let before = ["page.js page_bg.wasm".to_owned(), page(dist.path()).join(" ")].join(" ");
        fs::write(dist.path().join("index.html"), &before).unwrap();
        super::page(dist.path(), same).unwrap();
        let (script, module) = pair(dist.path()).unwrap();
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        let hash = |path: &Path| integrity(&fs::read(path).unwrap());
        let page = fs::read_to_string(dist.path().join("index.html")).unwrap();
        assert_eq!(page, [name(&script), name(&module), hash(&module), hash(&script)].join(" "));
        let digest = Sha384::new().chain_update(fs::read(&script).unwrap()).chain_update(fs::read(&module).unwrap());
        let first = format!("page-{:02x}", digest.finalize()[0]);
        assert!(name(&script).starts_with(&first) && name(&script).len() == "page-.js".len() + 16, "{page}");
        let boot = fs::read_to_string(dist.path().join("boot.js")).unwrap();
        assert!(boot.len() < 40 && !boot.contains("comment"), "{boot}");
    }

    #[test]
    fn a_script_that_does_not_fit_its_module_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        page(dist.path());
        fs::write(dist.path().join("page.js"), "export const imports = {};").unwrap();
        assert!(super::package(dist.path(), same).is_err());
        fs::remove_file(dist.path().join("page.js")).unwrap();
        assert!(super::package(dist.path(), same).is_err());
    }
}
