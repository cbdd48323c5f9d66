//! The API over TLS, like the real one, with a valid certificate or an invalid one. Records the name that a server asks
//! for, and what it sends.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use harness::hosts::Api;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// An answer with headers that a browser must not get.
const ANSWER: &str = "HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\n\
    www-authenticate: Basic realm=\"the API\"\r\nset-cookie: a=b\r\ncontent-length: 18\r\nconnection: close\r\n\r\n\
    {\"statusCode\":401}";

/// The certificate that it presents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// Its own, from a trusted authority.
    Right,
    /// For another name, from a trusted authority.
    OfAnotherName,
    /// Its own, from no authority.
    SelfSigned,
}

/// A request, and the name that TLS was negotiated for.
#[derive(Clone, Debug)]
pub struct Received {
    pub name: Option<String>,
    pub head: String,
}

impl Received {
    /// The value of a header, or the values if there are several.
    pub fn header(&self, name: &str) -> String {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let values: Vec<_> = lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|line| line.1).collect();
        values.join(" AND ")
    }
}

/// The authority that the servers trust.
pub struct Authority {
    folder: TempDir,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    pub fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params.distinguished_name.push(DnType::CommonName, "The authority of a test");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("authority.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
        Self { folder, issuer: Issuer::new(params, key) }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    fn config(&self, name: &str, certificate: Certificate) -> ServerConfig {
        let name = if certificate == Certificate::OfAnotherName { "elsewhere.example" } else { name };
        let params = CertificateParams::new([name.to_owned()]).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate = match certificate {
            Certificate::SelfSigned => params.self_signed(&key),
            Certificate::Right | Certificate::OfAnotherName => params.signed_by(&key, &self.issuer),
        };
        let certificate = certificate.unwrap().der().clone();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let versions = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let config = versions.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        config.with_single_cert(vec![certificate], key).unwrap()
    }
}

/// The API. Dropping it ends it.
pub struct Upstream {
    pub address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    task: JoinHandle<()>,
}

impl Upstream {
    /// Listens at an address of this machine, at a free port if the port is 0.
    pub async fn start(authority: &Authority, name: &str, certificate: Certificate, at: (Ipv4Addr, u16)) -> Self {
        let listener = TcpListener::bind(at).await.unwrap();
        let address = listener.local_addr().unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(authority.config(name, certificate)));
        let received = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&received);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, notes) = (acceptor.clone(), Arc::clone(&notes));
                tokio::spawn(async move {
                    // A client that does not trust the certificate disconnects.
                    answer(acceptor, stream, &notes).await.ok();
                });
            }
        });
        Self { address, received, task }
    }

    /// The requests so far.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The API as a recipe names it.
    pub fn api(&self, authority: &Authority, name: &str, names: SocketAddr) -> Api {
        let url = format!("https://{name}:{}", self.address.port());
        Api { url, authority: Some(authority.file()), names: Some(names) }
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(acceptor: TlsAcceptor, stream: TcpStream, notes: &Mutex<Vec<Received>>) -> io::Result<()> {
    let mut stream = acceptor.accept(stream).await?;
    let name = stream.get_ref().1.server_name().map(str::to_owned);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let received = Received { name, head: String::from_utf8_lossy(&head).into_owned() };
    // A client that is cut off while sending may not read the answer.
    let mut body = vec![0; received.header("content-length").parse().unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    notes.lock().unwrap().push(received);
    stream.write_all(ANSWER.as_bytes()).await?;
    stream.shutdown().await
}
