//! Which module of `src/` may use which: folders use only those below them, modules form no cycles, browser types stay
//! at the edge, and no `update` uses a view. Reads the tokens of each file, so comments and strings do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Each folder with those that it may use. Each feature is a folder of its own; `features` stands for all of them.
const BELOW: [(&str, &[&str]); 11] = [
    ("salesforce", &[]),
    ("i18n", &[]),
    ("profile", &["salesforce", "i18n"]),
    ("stackone", &["salesforce", "i18n", "profile"]),
    ("requests", &["salesforce", "i18n", "profile", "stackone"]),
    // Of `profile` only `Secret`, which stays wrapped until it is rendered.
    ("components", &["i18n", "profile"]),
    ("features", &["salesforce", "i18n", "profile", "stackone", "requests", "components"]),
    ("app", &["salesforce", "i18n", "profile", "stackone", "requests", "components", "features"]),
    ("browser", &["salesforce", "i18n", "profile", "stackone", "requests", "features", "app"]),
    ("embed", &["salesforce", "i18n", "profile", "stackone", "requests", "features", "app", "browser"]),
    // The program, which is another crate, takes the library as a whole.
    ("main", &[]),
];

/// Browser crates, and the folders that may name them.
const OF_THE_BROWSER: [&str; 9] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_events",
    "gloo_net",
    "gloo_timers",
    "serde_wasm_bindgen",
];

/// The maximum length of a file, in lines.
const LONGEST: usize = 300;

/// A path in the source, such as `["crate", "app", "State"]`.
type Names = Vec<String>;

struct Module {
    name: Names,
    lines: usize,
    /// The paths that it names.
    paths: Vec<Names>,
    /// The names that it re-exports, each with the path of its definition.
    reexports: BTreeMap<String, Names>,
}

struct Program(Vec<Module>);

impl Program {
    fn read() -> Self {
        let mut modules = Vec::new();
        collect(Path::new("src"), &Vec::new(), &mut modules);
        assert!(modules.len() > 50, "the program is in src/");
        Self(modules)
    }

    fn module(&self, name: &[String]) -> Option<&Module> {
        self.0.iter().find(|module| module.name == name)
    }

    /// The module that defines what a path names, seen from `from`. `None` outside this crate.
    fn target(&self, from: &Module, path: &[String]) -> Option<Names> {
        let mut at = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" => from.name.clone(),
            "super" => parent(&from.name),
            first => {
                let child = [from.name.as_slice(), &[first.to_owned()]].concat();
                self.module(&child)?;
                child
            }
        };
        for name in path.iter().skip(1) {
            let child = [at.as_slice(), std::slice::from_ref(name)].concat();
            if name == "super" {
                at = parent(&at);
            } else if self.module(&child).is_some() {
                at = child;
            } else {
                let module = self.module(&at)?;
                return match module.reexports.get(name) {
                    Some(path) => self.target(module, path),
                    None => Some(at),
                };
            }
        }
        Some(at)
    }

    /// Each module with those that it uses. A child's use of its parent does not count.
    fn uses(&self) -> BTreeMap<String, BTreeSet<String>> {
        self.0
            .iter()
            .map(|module| {
                let targets = module.paths.iter().filter_map(|path| self.target(module, path));
                let others = targets.filter(|target| !module.name.starts_with(target));
                (module.name.join("::"), others.map(|target| target.join("::")).collect())
            })
            .collect()
    }
}

fn parent(name: &[String]) -> Names {
    name.split_last().map(|(_, parent)| parent.to_vec()).unwrap_or_default()
}

fn collect(folder: &Path, name: &Names, modules: &mut Vec<Module>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let child = if matches!(&*stem, "mod" | "lib") { name.clone() } else { [name.as_slice(), &[stem]].concat() };
        if path.is_dir() {
            collect(&path, &child, modules);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let mut module =
                Module { name: child, lines: text.lines().count(), paths: Vec::new(), reexports: BTreeMap::new() };
            scan(text.parse().unwrap(), &mut module);
            modules.push(module);
        }
    }
}

/// Finds the paths among tokens.
fn scan(tokens: TokenStream, module: &mut Module) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    let mut public = false;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(word) if word == "pub" => public = true,
            TokenTree::Ident(word) if word == "use" => {
                let mut found = Vec::new();
                at = path(&tokens, at + 1, &Vec::new(), &mut found);
                for path in found {
                    if let (true, Some(name)) = (public, path.last()) {
                        module.reexports.insert(name.clone(), path.clone());
                    }
                    module.paths.push(path);
                }
                public = false;
                continue;
            }
            TokenTree::Ident(_) => {
                public = false;
                let mut found = Vec::new();
                at = path(&tokens, at, &Vec::new(), &mut found);
                module.paths.extend(found.into_iter().filter(|path| path.len() > 1));
                continue;
            }
            TokenTree::Group(group) => scan(group.stream(), module),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        at += 1;
    }
}

/// Reads a path and its braces. Returns the position after it.
fn path(tokens: &[TokenTree], mut at: usize, before: &Names, found: &mut Vec<Names>) -> usize {
    let mut names = before.clone();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(name)) => names.push(name.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && names.len() > before.len() => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                let mut place = 0;
                while place < inner.len() {
                    place = path(&inner, place, &names, found) + 1;
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
        if !(is_colon(at) && is_colon(at + 1)) {
            break;
        }
        at += 2;
    }
    if names.len() > before.len() {
        found.push(names);
        // `as` renames it in this file only.
        if matches!(tokens.get(at), Some(TokenTree::Ident(word)) if word == "as") {
            at += 2;
        }
        return at;
    }
    at + 1
}

/// The folder of a module, or the feature with its name.
fn folder(module: &str) -> String {
    let depth = if module.starts_with("features::") { 2 } else { 1 };
    module.split("::").take(depth).collect::<Vec<_>>().join("::")
}

/// The folder as the list of folders names it.
fn rank(folder: &str) -> &str {
    folder.split("::").next().unwrap_or_default()
}

/// Whether a module renders. Only these may name Yew.
fn draws(module: &str) -> bool {
    module.starts_with("components") || module.rsplit("::").next().is_some_and(|name| name.starts_with("component"))
}

#[test]
fn folders_use_only_those_below() {
    let below: BTreeMap<_, _> = BELOW.into_iter().collect();
    let mut upward = BTreeSet::new();
    for (module, uses) in Program::read().uses().into_iter().filter(|(module, _)| !module.is_empty()) {
        let own = folder(&module);
        let may = below.get(rank(&own)).unwrap_or_else(|| panic!("{own} has no place in the order of folders"));
        let others = uses.iter().map(|other| folder(other)).filter(|other| *other != own && own != "features");
        upward.extend(others.filter(|other| !may.contains(&rank(other))).map(|other| format!("{own} → {other}")));
    }
    assert_eq!(upward, BTreeSet::new());
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let uses = Program::read().uses();
    let mut circles = BTreeSet::new();
    for module in uses.keys() {
        let (mut reached, mut next) = (BTreeSet::new(), vec![module]);
        while let Some(at) = next.pop() {
            next.extend(uses.get(at).into_iter().flatten().filter(|other| reached.insert(*other)));
        }
        if reached.contains(module) {
            circles.insert(module.clone());
        }
    }
    assert_eq!(circles, BTreeSet::new());
}

#[test]
fn the_browser_is_at_the_edge() {
    for module in Program::read().0 {
        let name = module.name.join("::");
        let at_the_edge = matches!(rank(&name), "browser" | "embed");
        let crates: BTreeSet<_> = module.paths.iter().filter_map(|path| path.first()).collect();
        for used in OF_THE_BROWSER.into_iter().filter(|used| crates.contains(&(*used).to_owned())) {
            assert!(at_the_edge || (draws(&name) && matches!(used, "yew" | "web_sys")), "{name} names {used}");
        }
    }
}

#[test]
fn what_decides_does_not_look_into_views() {
    let is_view = |module: &str| module.rsplit("::").next().is_some_and(|name| name.starts_with("view"));
    for (module, uses) in Program::read().uses() {
        let decides = matches!(rank(&module), "features" | "app") && !is_view(&module) && !draws(&module);
        // A `mod.rs` re-exports everything in its folder, and events get their words where they leave.
        let decides = decides && module != folder(&module) && module != "app::worded_event";
        let seen: Vec<_> = uses.iter().filter(|other| decides && (is_view(other) || draws(other))).collect();
        assert!(seen.is_empty(), "{module} uses {seen:?}");
    }
}

#[test]
fn no_file_is_long() {
    for module in Program::read().0 {
        assert!(module.lines <= LONGEST, "{} has {} lines", module.name.join("::"), module.lines);
    }
}
