//! Which scope includes another one, and the smallest set that covers all, for any definitions that StackOne returns.

use crate::fixtures::cases::properties;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use stackone_connector_profile::stackone::actions::Catalogue;

const NAMES: [&str; 6] = ["a", "b", "c", "d", "full", "refresh_token"];

fn of(includes: &[(&str, &[&str])]) -> Catalogue {
    let definitions = includes.iter().map(|(name, includes)| json!({"name": name, "includes": includes}));
    let definitions = definitions.collect::<Value>();
    let mut catalogue = Catalogue::default();
    catalogue.read(&json!({"data": [{"scope_definitions": definitions}]}).to_string()).unwrap();
    catalogue
}

fn least(catalogue: &Catalogue, scopes: &[&str]) -> Vec<String> {
    catalogue.minimal(&scopes.iter().map(|scope| (*scope).to_owned()).collect::<Vec<_>>())
}

#[test]
fn a_scope_includes_itself_and_everything_below_it() {
    let catalogue = of(&[("a", &["b"]), ("b", &["c", "d"]), ("d", &["a"]), ("e", &["e"])]);
    for (scope, gives) in [("a", "abcd"), ("b", "abcd"), ("c", "c"), ("d", "abcd"), ("e", "e"), ("x", "x")] {
        for other in ["a", "b", "c", "d", "e", "x", "full"] {
            assert_eq!(catalogue.implies(scope, other), gives.contains(other), "{scope} {other}");
        }
    }
}

/// Salesforce's own rules apply whether or not StackOne defines the scope.
#[test]
fn full_includes_everything() {
    let catalogue = of(&[("wide", &["full"])]);
    for scope in ["full", "wide"] {
        assert!(["api", "web", "custom_scope", "full"].into_iter().all(|other| catalogue.implies(scope, other)));
    }
    assert!(!catalogue.implies("api", "full") && !catalogue.implies("full_access", "api"));
}

#[test]
fn the_first_definition_of_a_scope_counts() {
    let mut catalogue = of(&[("a", &["b"]), ("a", &["c"])]);
    let later =
        json!({"data": [{"scope_definitions": [{"name": "a", "includes": ["d"]}, {"name": "b", "includes": ["e"]}]}]});
    catalogue.read(&later.to_string()).unwrap();
    assert!(catalogue.implies("a", "b") && catalogue.implies("a", "e"));
    assert!(!catalogue.implies("a", "c") && !catalogue.implies("a", "d"));
}

#[test]
fn the_fewest_scopes() {
    let catalogue = of(&[("a", &["b", "c"]), ("x", &["y"]), ("y", &["x"])]);
    for (scopes, expected) in [
        (vec![], vec![]),
        (vec!["b"], vec!["b"]),
        (vec!["b", "c"], vec!["b", "c"]),
        (vec!["b", "c", "a"], vec!["a"]),
        (vec!["a", "b", "d", "a"], vec!["a", "d"]),
        (vec!["x", "y"], vec!["x"]),
        (vec!["y", "x"], vec!["y"]),
        (vec!["a", "full", "d"], vec!["full"]),
    ] {
        assert_eq!(least(&catalogue, &scopes), expected, "{scopes:?}");
    }
}

/// Whether a scope includes another one, by trying every path.
fn reaches(graph: &[(&str, Vec<&str>)]) -> impl Fn(&str, &str) -> bool {
    let at = |name: &str| NAMES.iter().position(|known| *known == name).unwrap();
    let mut reached = [[false; 6]; 6];
    for (scope, row) in reached.iter_mut().enumerate() {
        row[scope] = true;
    }
    let mut seen = Vec::new();
    for (name, includes) in graph {
        if !seen.contains(name) {
            seen.push(name);
            includes.iter().for_each(|included| reached[at(name)][at(included)] = true);
        }
    }
    reached[at("full")] = [true; 6];
    for via in 0..6 {
        for from in 0..6 {
            for to in 0..6 {
                reached[from][to] |= reached[from][via] && reached[via][to];
            }
        }
    }
    move |scope, other| reached[at(scope)][at(other)]
}

proptest! {
    #![proptest_config(properties(1500))]

    #[test]
    fn the_minimal_set_is_a_subset_that_covers_all_without_redundancy(
        graph in prop::collection::vec((select(NAMES.to_vec()), prop::collection::vec(select(NAMES.to_vec()), 0..4)), 0..8),
        scopes in prop::collection::vec(select(NAMES.to_vec()), 0..8),
    ) {
        let definitions = graph.iter().map(|(name, includes)| (*name, includes.as_slice())).collect::<Vec<_>>();
        let catalogue = of(&definitions);
        let gives = reaches(&graph);
        for scope in NAMES {
            for other in NAMES {
                prop_assert_eq!(catalogue.implies(scope, other), gives(scope, other), "{} {}", scope, other);
            }
        }
        let least = least(&catalogue, &scopes);
        prop_assert!(least.iter().all(|scope| scopes.contains(&scope.as_str())), "{least:?}");
        for scope in &scopes {
            prop_assert!(least.iter().any(|kept| gives(kept, scope)), "{scope} is lost: {least:?}");
        }
        for (at, scope) in least.iter().enumerate() {
            for (other_at, other) in least.iter().enumerate() {
                prop_assert!(at == other_at || !gives(scope, other), "{scope} gives {other}");
            }
        }
    }
}
