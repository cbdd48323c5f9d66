//! Takes comments and indentation out of the built page's scripts: an eighth of what their brotli weighs. Line by
//! line, so that nothing but whole comment lines and leading white space can go; names and strings stay as they are.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// Slims every script in the folder, and tells `index.html` the new integrity of those it names.
///
/// # Errors
/// When a file cannot be read or written.
pub fn scripts(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut page = fs::read_to_string(&index).with_context(|| format!("{} cannot be read", index.display()))?;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let full = fs::read_to_string(&path)?;
            let slim = slimmed(&full);
            page = page.replace(&integrity(&full), &integrity(&slim));
            fs::write(&path, slim)?;
        }
    }
    fs::write(index, page)?;
    Ok(())
}

fn integrity(content: &str) -> String {
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

    #[test]
    fn the_page_names_the_integrity_of_the_slim_script() {
        let dist = tempfile::tempdir().unwrap();
        let full = "// a comment\nlet a = 1;\n";
        fs::write(dist.path().join("a.js"), full).unwrap();
        fs::write(dist.path().join("index.html"), format!("<link integrity=\"{}\">", integrity(full))).unwrap();
        scripts(dist.path()).unwrap();
        let page = fs::read_to_string(dist.path().join("index.html")).unwrap();
        assert_eq!(page, format!("<link integrity=\"{}\">", integrity("let a = 1;\n")));
        assert_eq!(fs::read_to_string(dist.path().join("a.js")).unwrap(), "let a = 1;\n");
    }
}
