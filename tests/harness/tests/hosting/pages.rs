//! The files as each server sends them: headers, types, compression, missing files.

use harness::hosts::Host;
use harness::simulator::CONTENT_SECURITY_POLICY;

use crate::client::{Fixture, MODULE, Reply, SCRIPT, hosts};

const LASTING: &str = "public, max-age=31536000, immutable";

fn assert_headers(host: Host, path: &str, reply: &Reply) {
    let framed_by = if path.ends_with("embed.html") { "https://app.example.com" } else { "'none'" };
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &format!("frame-ancestors {framed_by}"));
    for (name, value) in [
        ("content-security-policy", policy.as_str()),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("cross-origin-embedder-policy", if path.ends_with("embed.html") { "require-corp" } else { "" }),
        // Not over http.
        ("strict-transport-security", ""),
    ] {
        assert_eq!(reply.header(name), value, "{host}: {name} of {path}");
    }
}

#[tokio::test]
async fn files_have_the_right_type_and_the_headers_of_production() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        for (path, types, cache) in [
            ("", &["text/html"][..], "no-cache"),
            ("index.html", &["text/html"], "no-cache"),
            ("embed.html", &["text/html"], "no-cache"),
            ("config.json", &["application/json"], "no-cache"),
            ("element.js", &["text/javascript", "application/javascript"], "no-cache"),
            (SCRIPT, &["text/javascript", "application/javascript"], LASTING),
            (MODULE, &["application/wasm"], LASTING),
            ("page-0123456789abcdef.css", &["text/css"], LASTING),
            // A sub-path makes no difference.
            ("forms/salesforce/", &["text/html"], "no-cache"),
            ("forms/salesforce/embed.html", &["text/html"], "no-cache"),
            ("forms/salesforce/page-0123456789abcdef.css", &["text/css"], LASTING),
        ] {
            for method in ["GET", "HEAD"] {
                let reply = fixture.ask(method, path, &[], "").await;
                assert_eq!(reply.status, 200, "{host}: {method} {path}");
                assert_eq!(reply.body.is_empty(), method == "HEAD", "{host}: {method} {path}");
                let found = reply.header("content-type");
                let found = found.split(';').next().unwrap();
                assert!(types.contains(&found), "{host}: {path} is {found}");
                assert_eq!(reply.header("cache-control"), cache, "{host}: {path}");
                assert_headers(host, path, &reply);
            }
        }
        let below = fixture.get("forms/salesforce", &[]).await;
        assert!(
            [301, 308].contains(&below.status) && below.header("location").ends_with("/forms/salesforce/"),
            "{host}"
        );
    }
}

#[tokio::test]
async fn what_is_not_there_is_404_and_not_the_page() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        let missing = "stackone-connector-profile-fedcba9876543210_bg.wasm";
        for path in [missing, "absent", ".env", ".well-known/canary", "forms/.git/config", "%2eenv", "stackonex"] {
            let reply = fixture.get(path, &[]).await;
            assert_eq!(reply.status, 404, "{host}: {path}");
            let text = String::from_utf8_lossy(&reply.body);
            assert!(!text.contains("the page") && !text.contains("canary"), "{host}: {path}");
            assert!(!reply.header("cache-control").contains("immutable"), "{host}: {path}");
            assert_headers(host, path, &reply);
        }
    }
}

#[tokio::test]
async fn scripts_and_module_are_compressed() {
    for host in hosts().iter().copied() {
        let fixture = Fixture::new(host, None).await;
        let plain = fixture.get(SCRIPT, &[]).await;
        assert_eq!(plain.header("content-encoding"), "", "{host}");
        for path in [SCRIPT, MODULE, "element.js"] {
            for (accepted, encodings) in [("gzip, deflate, br", &["br", "gzip"][..]), ("gzip", &["gzip"])] {
                let reply = fixture.get(path, &[("accept-encoding", accepted)]).await;
                let found = reply.header("content-encoding");
                assert!(encodings.contains(&found.as_str()), "{host}: {path} is {found:?} for {accepted}");
                assert!(reply.body.len() < plain.body.len() / 10, "{host}: {path}");
                assert_eq!(reply.header("vary").to_lowercase(), "accept-encoding", "{host}: {path}");
            }
        }
        if host != Host::Caddy {
            let reply = fixture.get(MODULE, &[("accept-encoding", "gzip, br")]).await;
            assert_eq!(reply.header("content-encoding"), "br", "{host}");
        }
    }
}
