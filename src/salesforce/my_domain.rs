//! An org's own host: My Domain. Turns any address that a person copies – of a login page, a Lightning page, a Setup
//! page – into the host for signing in, or returns why it cannot. Sources: Salesforce's page on My Domain URL formats,
//! and the host mapping in its own browser code (Government Cloud, China).

use super::{Environment, Host};

/// An org's own host, and what was notable about its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyDomain {
    /// Where the org signs in.
    pub host: Host,
    /// Remarks that do not prevent its use.
    pub notes: Vec<HostNote>,
    /// The environment that the host's name implies; `None` if it implies none.
    pub environment: Option<Environment>,
}

/// A remark on an accepted host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostNote {
    /// Rewritten from the address of a Lightning or Setup page.
    Rewritten,
    /// Salesforce does not document the label between name and suffix.
    UnknownPartition,
    /// A sandbox address from before enhanced domains.
    Legacy,
}

/// Why an address is not a My Domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostError {
    /// A scheme other than `https`.
    NotHttps,
    /// A user name or password before the host.
    HasUserinfo,
    /// A port other than 443.
    HasPort,
    /// No host name, or no name before the suffix.
    Malformed,
    /// A host that is not Salesforce's.
    NotSalesforce,
    /// `login.salesforce.com` or `test.salesforce.com`, which belong to no org.
    Generic,
    /// The host of a server such as `na44.salesforce.com`. An org may be moved to another server.
    Instance,
    /// An Experience Cloud site, where administrators do not sign in.
    ExperienceCloud,
}

/// Suffixes of hosts at which orgs sign in.
const MY_DOMAIN: [&str; 3] = ["my.salesforce.com", "my.salesforce.mil", "my.sfcrmproducts.cn"];
/// Suffixes of pages inside an org, each with the suffix at which the same org signs in.
const PAGES: [(&str, &str); 4] = [
    ("lightning.force.com", "my.salesforce.com"),
    ("my.salesforce-setup.com", "my.salesforce.com"),
    ("lightning.crmforce.mil", "my.salesforce.mil"),
    ("lightning.sfcrmapps.cn", "my.sfcrmproducts.cn"),
];
const PARTITIONS: [&str; 9] =
    ["sandbox", "develop", "scratch", "demo", "patch", "trailblaze", "free", "sfdctest", "sfrestore"];

/// Whether `c` is an invisible character that may be copied along with text: zero-width and direction marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

impl MyDomain {
    /// Parses an address. Ignores case, path, query and fragment, and accepts a missing scheme.
    ///
    /// # Errors
    /// The first reason why the address is not an org's own host.
    ///
    /// ```
    /// use stackone_connector_profile::salesforce::{HostNote, MyDomain};
    /// let org = MyDomain::parse("https://acme.lightning.force.com/lightning/page/home")?;
    /// assert_eq!(org.host.as_str(), "acme.my.salesforce.com");
    /// assert_eq!(org.notes, [HostNote::Rewritten]);
    /// # Ok::<(), stackone_connector_profile::salesforce::HostError>(())
    /// ```
    pub fn parse(address: &str) -> Result<Self, HostError> {
        let host = host_of(address)?;
        let labels = host.split('.').collect::<Vec<_>>();
        if host.len() > 253 || !labels.iter().all(|label| is_label(label)) {
            return Err(HostError::Malformed);
        }
        let page = PAGES.iter().find_map(|(page, suffix)| Some((before(&host, page)?, *suffix, true)));
        let own = MY_DOMAIN.iter().find_map(|suffix| Some((before(&host, suffix)?, *suffix, false)));
        let (org, suffix, rewritten) = page.or(own).ok_or_else(|| why_not(&host))?;
        let (name, partition) = match org.split('.').collect::<Vec<_>>().as_slice() {
            [name] if !name.is_empty() => (*name, None),
            [name, partition] => (*name, Some(*partition)),
            _ => return Err(HostError::Malformed),
        };
        let known = partition.is_none_or(|partition| PARTITIONS.contains(&partition));
        let legacy = name.contains("--") && partition.is_none_or(is_instance);
        let mut notes = Vec::new();
        let mut note = |applies: bool, note| {
            if applies {
                notes.push(note);
            }
        };
        note(rewritten, HostNote::Rewritten);
        note(!known && !legacy, HostNote::UnknownPartition);
        note(legacy, HostNote::Legacy);
        Ok(Self {
            notes,
            environment: match partition {
                Some("sandbox" | "scratch") => Some(Environment::Sandbox),
                Some("develop" | "free") => Some(Environment::Production),
                None if !name.contains("--") => Some(Environment::Production),
                Some(_) | None => None,
            },
            host: Host::new([org, ".", suffix].concat()),
        })
    }
}

/// Removes scheme, port, path, query and fragment from an address, and lower-cases the host.
fn host_of(address: &str) -> Result<String, HostError> {
    let lower = address.to_ascii_lowercase();
    let (scheme, rest) = split_scheme(&lower);
    if scheme.is_some_and(|scheme| scheme != "https") {
        return Err(HostError::NotHttps);
    }
    let rest = rest.trim_start_matches(['/', '\\']);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(HostError::HasUserinfo);
    }
    if authority.starts_with('[') {
        return Err(HostError::NotSalesforce);
    }
    match authority.split_once(':') {
        None => Ok(authority.to_owned()),
        Some((host, "" | "443")) => Ok(host.to_owned()),
        Some((_, port)) if port.bytes().all(|b| b.is_ascii_digit()) => Err(HostError::HasPort),
        Some(_) => Err(HostError::Malformed),
    }
}

/// Splits off the scheme: the text before the first colon, unless that colon precedes a port or a password.
fn split_scheme(address: &str) -> (Option<&str>, &str) {
    let colon = address.split_once(':').filter(|(head, _)| !head.contains(['/', '\\', '?', '#']));
    let Some((head, tail)) = colon else { return (None, address) };
    let is_scheme = head.starts_with(|c: char| c.is_ascii_lowercase())
        && head.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    let is_port = tail.is_empty() || tail.starts_with(|c: char| c.is_ascii_digit());
    let authority = tail.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if tail.starts_with("//") || (is_scheme && !is_port && !authority.contains('@')) {
        (Some(head), tail)
    } else {
        (None, address)
    }
}

/// Whether `label` consists of ASCII letters, digits and hyphens. Rejects `xn--`, with which browsers begin encoded
/// names: no org has such a name.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with("xn--")
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// The text before `.suffix`. Empty if `host` is the suffix alone, `None` if it has another suffix.
fn before<'a>(host: &'a str, suffix: &str) -> Option<&'a str> {
    let head = host.strip_suffix(suffix)?;
    if head.is_empty() { Some("") } else { head.strip_suffix('.') }
}

/// Whether `label` names an instance: `na44`, `cs91`, on Hyperforce `usa226s`. Two or three letters, a number, and `s`
/// for a sandbox.
fn is_instance(label: &str) -> bool {
    let label = label.strip_suffix('s').unwrap_or(label);
    let digits = label.trim_start_matches(|c: char| c.is_ascii_lowercase());
    (2..=3).contains(&(label.len() - digits.len())) && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn why_not(host: &str) -> HostError {
    // People also type the instance alone, as Salesforce's status page shows it: `CS43`.
    let label = before(host, "salesforce.com").unwrap_or(host);
    // `usa226s.sfdc-lywfpd.salesforce.com`
    let instance = label.split_once(".sfdc-").map_or(label, |(instance, _)| instance);
    match label {
        "login" | "test" if label != host => HostError::Generic,
        _ if is_instance(instance) => HostError::Instance,
        _ if before(host, "my.site.com").is_some() => HostError::ExperienceCloud,
        _ => HostError::NotSalesforce,
    }
}
