//! The matrix of failures: every request that the page makes against everything that can go wrong with it. The
//! end-to-end cases play it, a row for each request, and leave here what came of it; `cargo verify` shows the rows as one
//! table for each engine. A row that is missing is a failure, so that no request drops out unseen.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::drivers::Engine;
use crate::workspace;

/// The requests, a row each.
pub const REQUESTS: [&str; 11] =
    ["list", "create", "compare", "profiles", "change", "session", "actions", "versions", "pin", "unpin", "pinned"];

/// What came of one request and all faults of one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What goes wrong.
    pub class: String,
    /// What it has to come to, in a word or two.
    pub code: String,
    pub passed: usize,
    pub all: usize,
}

/// Where the rows lie.
pub fn folder() -> PathBuf {
    workspace::target().join("matrix")
}

/// Takes away what an earlier run has left.
///
/// # Errors
/// When a file cannot be removed.
pub fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

/// Keeps one row.
///
/// # Errors
/// When it cannot be written.
pub fn keep(folder: &Path, engine: Engine, request: &str, cells: &[Cell]) -> Result<()> {
    let mut text = String::new();
    for Cell { class, code, passed, all } in cells {
        writeln!(text, "{class}\t{code}\t{passed}\t{all}")?;
    }
    fs::create_dir_all(folder)?;
    fs::write(file(folder, engine, request), text)?;
    Ok(())
}

/// The table of each engine, and whether all of it is there and good.
pub fn table(folder: &Path, engines: &[Engine]) -> (bool, String) {
    let (mut good, mut printed) = (true, String::new());
    for engine in engines {
        let (mut classes, mut cells, mut missing) = (Vec::new(), BTreeMap::new(), Vec::new());
        let (mut passed, mut all) = (0, 0);
        for request in REQUESTS {
            let row = read(folder, *engine, request);
            if row.is_empty() {
                missing.push(request);
            }
            for cell in row {
                (passed, all) = (passed + cell.passed, all + cell.all);
                if !classes.contains(&cell.class) {
                    classes.push(cell.class.clone());
                }
                let text = format!("{} {}/{}", cell.code, cell.passed, cell.all);
                cells.insert((cell.class, request), text);
            }
        }
        good &= missing.is_empty() && passed == all;
        printed += &format!("        {engine}: {passed} of {all} as they should be\n");
        let empty = String::new();
        let mut lines = vec![[&["what goes wrong"][..], &REQUESTS].concat().into_iter().map(str::to_owned).collect()];
        for class in &classes {
            let row = REQUESTS.map(|request| cells.get(&(class.clone(), request)).unwrap_or(&empty).clone());
            lines.push([&[class.clone()][..], &row].concat());
        }
        printed += &aligned(&lines);
        for request in missing {
            printed += &format!("        {engine}: there is no row for {request}\n");
        }
    }
    (good, printed)
}

fn file(folder: &Path, engine: Engine, request: &str) -> PathBuf {
    folder.join(format!("{engine}-{request}.tsv"))
}

/// A row as it was kept; empty where there is none. A line that makes no sense counts as one that failed.
fn read(folder: &Path, engine: Engine, request: &str) -> Vec<Cell> {
    let text = fs::read_to_string(file(folder, engine, request)).unwrap_or_default();
    let cell = |line: &str| {
        let mut parts = line.split('\t');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (class, code) = (part(), part());
        let (passed, all) = (part().parse().unwrap_or(0), part().parse().unwrap_or(1));
        Cell { class, code, passed, all }
    };
    text.lines().map(cell).collect()
}

/// Columns as wide as the widest text in them.
fn aligned(lines: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let texts = lines.iter().filter_map(|line| line.get(column));
        texts.map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let mut printed = String::new();
    for line in lines {
        let mut text = "       ".to_owned();
        for (column, cell) in line.iter().enumerate() {
            text += &format!(" {cell:<0$} ", width(column));
        }
        printed += text.trim_end();
        printed.push('\n');
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(class: &str, code: &str, passed: usize, all: usize) -> Cell {
        Cell { class: class.into(), code: code.into(), passed, all }
    }

    fn whole() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for request in REQUESTS {
            let cells = [cell("401", "unauthorized", 5, 5), cell("slow", "done", 1, 1)];
            keep(folder.path(), Engine::WebKit, request, &cells).unwrap();
        }
        folder
    }

    #[test]
    fn rows_become_columns_of_one_table() {
        let folder = whole();
        let (good, printed) = table(folder.path(), &[Engine::WebKit]);
        let lines: Vec<_> = printed.lines().collect();
        assert!(good, "{printed}");
        let all = 6 * REQUESTS.len();
        assert_eq!(lines[0], format!("        webkit: {all} of {all} as they should be"));
        assert!(lines[1].starts_with("        what goes wrong  list              create"), "{printed}");
        assert!(lines[2].starts_with("        401              unauthorized 5/5  unauthorized 5/5"), "{printed}");
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn a_row_that_is_missing_or_bad_is_a_failure() {
        let folder = whole();
        let (good, printed) = table(folder.path(), &[Engine::WebKit, Engine::Chromium]);
        assert!(!good && printed.contains("chromium: there is no row for create"), "{printed}");
        keep(folder.path(), Engine::WebKit, "create", &[cell("401", "unauthorized", 4, 5)]).unwrap();
        assert!(!table(folder.path(), &[Engine::WebKit]).0);
        keep(folder.path(), Engine::WebKit, "create", &[]).unwrap();
        assert!(!table(folder.path(), &[Engine::WebKit]).0);
        assert!(table(folder.path(), &[]).0);
    }

    #[test]
    fn what_an_earlier_run_left_goes() {
        let folder = whole();
        clear(folder.path()).unwrap();
        clear(folder.path()).unwrap();
        assert!(!table(folder.path(), &[Engine::WebKit]).0);
    }

    #[test]
    fn a_line_that_makes_no_sense_counts_as_failed() {
        let folder = whole();
        fs::write(file(folder.path(), Engine::WebKit, "list"), "401\n").unwrap();
        assert!(!table(folder.path(), &[Engine::WebKit]).0);
    }
}
