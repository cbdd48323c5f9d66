//! The recipes as text: they agree with each other and with the simulator, and none contains a key.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use harness::simulator::CONTENT_SECURITY_POLICY;
use harness::workspace;

/// The file with the headers of each host, and the file that forwards `/stackone/`.
const HOSTS: [(&str, &str, &str); 6] = [
    ("nginx", "nginx/stackone.conf", "nginx/stackone.conf"),
    ("Caddy", "caddy/Caddyfile", "caddy/Caddyfile"),
    ("Apache", "apache/stackone.conf", "apache/stackone.conf"),
    ("Netlify", "netlify/_headers", "netlify/stackone.js"),
    ("Cloudflare Pages", "cloudflare/_headers", "cloudflare/functions/stackone/[[path]].js"),
    ("Vercel", "vercel/vercel.json", "vercel/api/stackone.js"),
];

const HEADERS: [(&str, &str); 7] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Strict-Transport-Security", "max-age=31536000"),
];

fn folder() -> PathBuf {
    workspace::root().join("static/hosting")
}

/// All files, by their relative path.
fn recipes() -> BTreeMap<String, String> {
    fn collect(folder: &Path, top: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, top, found);
            } else {
                let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(&folder(), &folder(), &mut found);
    found
}

/// The rules of a recipe for the page's files, in one notation, without comments and the API's own headers.
fn said(text: &str) -> String {
    const OF_THE_API: [&str; 4] = ["#", "proxy_hide_header", "header_down", "Header unset"];
    let lines = text.lines().filter(|line| !OF_THE_API.iter().any(|start| line.trim_start().starts_with(start)));
    let text = lines.collect::<Vec<_>>().join(" ").replace("$stackone_hsts", "max-age=31536000");
    let text = text.replace("$stackone_embeds", "require-corp");
    let text = text.replace("\"key\":", "").replace("\"value\":", "").replace(['"', ',', ':', ';'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_policy_is_that_of_production() {
    for (host, file, _) in HOSTS {
        let text = &recipes()[file];
        let policies: Vec<_> = text.match_indices("default-src").map(|(at, _)| &text[at..]).collect();
        assert!(!policies.is_empty(), "{host}");
        for policy in policies {
            let policy = policy.split(['"', '\n']).next().unwrap();
            let framed_by = ["$stackone_framed_by", "{framed_by}", "https://app.example.com"];
            let policy = framed_by.iter().fold(policy.to_owned(), |policy, name| {
                policy.replace(&format!("frame-ancestors {name}"), "frame-ancestors 'none'")
            });
            assert_eq!(policy, CONTENT_SECURITY_POLICY, "{host}");
        }
        // The page in no frame; embed.html where the operator says.
        assert!(text.contains("'none'") && text.contains("https://app.example.com"), "{host}");
        assert!(text.contains("embed"), "{host}");
    }
}

/// These hosts serve a page at several paths, and a page without its policy could pass secrets on.
#[test]
fn every_path_of_a_page_has_its_policy() {
    let netlify = ["/", "/index", "/index.html", "/embed", "/embed.html"].as_slice();
    for (host, paths) in [("Netlify", netlify), ("Cloudflare Pages", &["/", "/index.html", "/embed"])] {
        let (_, file, _) = HOSTS.iter().find(|(name, ..)| *name == host).unwrap();
        for path in paths {
            let policy = format!("\n{path}\n  Content-Security-Policy: ");
            assert!(recipes()[*file].contains(&policy), "{host}: {path}");
        }
    }
}

#[test]
fn every_host_sends_the_same_headers() {
    for (host, file, _) in HOSTS {
        let said = said(&recipes()[file]);
        for (name, value) in HEADERS {
            let values: Vec<_> = said.split(&format!("{name} ")).skip(1).collect();
            assert!(!values.is_empty(), "{host}: {name}");
            for found in values {
                assert!(found.starts_with(value), "{host}: {name} {found:.40}");
            }
        }
    }
}

#[test]
fn what_carries_a_hash_lasts_and_nothing_else() {
    for (host, file, _) in HOSTS {
        let text = &recipes()[file];
        let by_pattern = text.contains("-[0-9a-f]{12,16}(_bg)?\\.(js|css|wasm)$")
            || text.contains("-[0-9a-f]{12,16}(?:_bg)?\\\\.(?:js|css|wasm)");
        let by_name = text.contains("/stackone-connector-profile-*") && text.contains("/page-*");
        assert!(by_pattern || by_name, "{host}");
        let said = text.replace("max-age=31536000, immutable", "lasting");
        let said = said.matches("lasting").count();
        assert_eq!(said, text.matches("immutable").count(), "{host}");
        // Only the API's answers are not stored.
        assert!(said > 0 && text.matches("no-store").count() <= 1, "{host}");
        // Hosts without patterns name the files. Everything else is revalidated by the host's default.
        assert!(by_name || host == "Vercel" || text.contains("no-cache"), "{host}");
    }
}

#[test]
fn every_host_passes_on_to_the_api_and_waits_longer_than_the_form() {
    for (host, _, file) in HOSTS {
        let recipes = recipes();
        let text = &recipes[file];
        assert!(text.contains("https://api.stackone.com"), "{host}");
        assert!(!text.contains("http://"), "{host}");
        assert!(text.to_lowercase().contains("timeoutseconds in config.json"), "{host}");
    }
    let recipes = recipes();
    for (file, waits) in [
        ("nginx/stackone.conf", &["proxy_connect_timeout 60s", "proxy_send_timeout 60s", "proxy_read_timeout 60s"][..]),
        ("caddy/Caddyfile", &["dial_timeout 60s", "response_header_timeout 60s"]),
        ("apache/stackone.conf", &["connectiontimeout=60 timeout=60"]),
        ("vercel/vercel.json", &["\"maxDuration\": 60"]),
        // Netlify's own limit is 26 seconds.
        ("netlify/_redirects", &["\"timeoutSeconds\": 25", "https://api.stackone.com/:splat  200!\n"]),
    ] {
        for wait in waits {
            assert!(recipes[file].contains(wait), "{file}: {wait}");
        }
    }
}

/// Vercel also serves the page of a folder without the slash, where its relative URLs do not resolve.
#[test]
fn a_folder_has_its_slash() {
    let recipe: serde_json::Value = serde_json::from_str(&recipes()["vercel/vercel.json"]).unwrap();
    let redirect = &recipe["redirects"][0];
    assert_eq!(redirect["destination"], "/:folder/");
    // No file, nothing of the API, and not the slash itself.
    assert_eq!(redirect["source"], "/:folder((?!stackone/|api/)[^.]*[^./])");
}

/// nginx and Caddy are tested in action. Apache resolves the name again because each request has its own connection.
#[test]
fn no_host_keeps_an_address_for_ever() {
    let apache = &recipes()["apache/stackone.conf"];
    let proxy = apache.lines().find(|line| line.trim_start().starts_with("ProxyPass ")).unwrap();
    assert!(proxy.contains("disablereuse=on"), "{proxy}");
}

/// The three functions differ only in how their hosts call them.
#[test]
fn the_functions_are_one() {
    let recipes = recipes();
    let functions = HOSTS.iter().map(|(_, _, file)| &recipes[*file]).filter(|text| text.contains("async function"));
    let bodies: Vec<_> = functions
        .map(|text| {
            let start = text.find("const API").unwrap();
            &text[start..text.find("\nexport").unwrap()]
        })
        .collect();
    assert!(bodies.len() == 3 && bodies.iter().all(|body| *body == bodies[0]));
}

#[test]
fn no_recipe_holds_a_key_and_each_that_adds_one_warns() {
    let mut warned = 0;
    for (file, text) in recipes() {
        assert!(!text.contains("v1."), "{file}");
        for (at, _) in text.match_indices("Basic ") {
            let after = &text[at + "Basic ".len()..];
            assert!(["%s", "${btoa("].iter().any(|start| after.starts_with(start)), "{file}: {after:.20}");
        }
        let adds = file.contains("/key.") || text.contains("async function");
        assert_eq!(adds, text.contains("ANYONE WHO CAN REACH THE PAGE CAN NOW USE THE KEY"), "{file}");
        assert_eq!(adds, text.contains("\"auth\": \"none\" in config.json"), "{file}");
        assert_eq!(adds, text.to_lowercase().replace('_', "-").contains("sec-fetch-site"), "{file}");
        warned += usize::from(adds);
    }
    assert_eq!(warned, HOSTS.len());
}

#[test]
fn the_commands_name_files_that_are_there() {
    let mut named = 0;
    for (file, text) in recipes() {
        let words = text.split([' ', '\n']).filter(|word| word.starts_with("static/hosting/"));
        for word in words {
            assert!(workspace::root().join(word).exists(), "{file}: {word}");
            named += 1;
        }
    }
    assert!(named > 8);
}

#[test]
fn the_readme_lists_every_file_and_every_header() {
    let recipes = recipes();
    let readme = &recipes["README.md"];
    for file in recipes.keys().filter(|file| *file != "README.md") {
        let folder = file.split('/').next().unwrap();
        assert!(readme.contains(&format!("`{folder}/`")), "{file}");
    }
    for (name, value) in HEADERS {
        assert!(readme.contains(&format!("`{name}: {value}`")), "{name}");
    }
    assert!(readme.contains(CONTENT_SECURITY_POLICY));
}
