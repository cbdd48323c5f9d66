//! TLS from each server to the API: it uses the API's own name, trusts only its certificate, and follows its current
//! address.

use std::net::Ipv4Addr;
use std::time::{Duration, Instant};

use harness::hosts::{Host, Running};

use crate::client::{ask, hosts, page};
use crate::names::Names;
use crate::upstream::{Authority, Certificate, Upstream};

const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;
const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const PROFILES: &str = "stackone/connector_profiles";
const TYPED: (&str, &str) = ("authorization", "Basic djEudHlwZWQ6");
const OF_THE_PAGE: (&str, &str) = ("sec-fetch-site", "same-origin");

/// The name of the API. Apache asks the system for addresses, which resolves this name everywhere.
fn name(host: Host) -> &'static str {
    if host == Host::Apache { "localhost" } else { "api.stackone.com" }
}

/// A server, and the API behind it over TLS.
struct Secured {
    host: Running,
    upstream: Upstream,
    names: Names,
    authority: Authority,
}

impl Secured {
    async fn new(host: Host, certificate: Certificate, key: Option<&str>) -> Self {
        let authority = Authority::new();
        let names = Names::start(HERE).await;
        let upstream = Upstream::start(&authority, name(host), certificate, (HERE, 0)).await;
        let api = upstream.api(&authority, name(host), names.address);
        let host = Running::start(host, page().path(), api, key).await.unwrap();
        Self { host, upstream, names, authority }
    }
}

#[tokio::test]
async fn the_api_is_asked_under_its_own_name() {
    for host in hosts().iter().copied() {
        let secured = Secured::new(host, Certificate::Right, None).await;
        let Secured { host: server, upstream, .. } = &secured;
        let reply = ask(server, HERE.into(), "POST", PROFILES, &[TYPED], "{}").await;
        assert_eq!((reply.status, reply.body.as_slice()), (401, &b"{\"statusCode\":401}"[..]), "{host}");
        let received = upstream.received();
        assert_eq!(received.len(), 1, "{host}");
        assert_eq!(received[0].name.as_deref(), Some(name(host)), "{host}");
        // The port is included because it is not the default one.
        assert_eq!(received[0].header("host"), format!("{}:{}", name(host), upstream.address.port()), "{host}");
        assert_eq!(received[0].header("authorization"), TYPED.1, "{host}");
        // With this header, a browser would ask for a user name and a password, and the form would wait forever.
        for header in ["www-authenticate", "set-cookie"] {
            assert_eq!(reply.header(header), "", "{host}");
        }
    }
}

/// Neither a typed key nor the server's own reaches another server.
#[tokio::test]
async fn only_the_api_gets_a_key() {
    for host in hosts().iter().copied() {
        for certificate in [Certificate::OfAnotherName, Certificate::SelfSigned] {
            for key in [None, Some("v1.eu1.server")] {
                let secured = Secured::new(host, certificate, key).await;
                let Secured { host: server, upstream, .. } = &secured;
                let headers = [TYPED, OF_THE_PAGE];
                let reply = ask(server, HERE.into(), "POST", PROFILES, &headers, "{}").await;
                // Apache reports it as its own error. For the form, both mean that the outcome is unknown.
                assert_eq!(reply.status, if host == Host::Apache { 500 } else { 502 }, "{host}: {certificate:?}");
                assert!(upstream.received().is_empty(), "{host}: {certificate:?}");
            }
        }
    }
}

/// A changed address is followed without a restart. Apache's names cannot be changed here, but it caches no address;
/// see `recipes`.
#[tokio::test]
async fn the_api_is_found_where_its_name_leads_now() {
    for host in hosts().iter().copied().filter(|host| *host != Host::Apache) {
        let Secured { host: server, upstream, names, authority } = Secured::new(host, Certificate::Right, None).await;
        let there = (ELSEWHERE, upstream.address.port());
        let moved = Upstream::start(&authority, name(host), Certificate::Right, there).await;
        let again = || ask(&server, HERE.into(), "GET", PROFILES, &[TYPED], "");
        assert_eq!((again().await.status, upstream.received().len()), (401, 1), "{host}: {}", server.logs());
        names.moved(ELSEWHERE);
        // An address may be cached for the rest of its second.
        let start = Instant::now();
        while moved.received().is_empty() {
            assert!(start.elapsed() < Duration::from_secs(20), "{host} still asks at the old address");
            assert_eq!(again().await.status, 401, "{host}");
        }
    }
}
