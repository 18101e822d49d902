//! Documents at an address: only where the command line or the configuration names one.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use etcetera::BaseStrategy as _;
use sha2::{Digest, Sha256};
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use crate::stderr::say;
use crate::writing;
use commands::Failure;

/// How long an answer may take, from looking up the host to the last byte.
const PATIENCE: Duration = Duration::from_secs(30);
/// The longest answer that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// What stands at an address. Without TLS only this machine is asked; with it, whoever the machine trusts.
pub(crate) fn get(address: &str) -> Result<Vec<u8>, Failure> {
    let fail = |why: &dyn std::fmt::Display| Failure::of(address, why);
    if !is_local(address) && !address.starts_with("https://") {
        return Err(fail(&"only https is asked, and http on this machine"));
    }
    let agent = agent_for(address);
    let mut answer = agent.get(address).call().map_err(|error| fail(&error))?;
    if !answer.status().is_success() {
        return Err(fail(&format!("the answer is {}", answer.status())));
    }
    answer.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(|error| fail(&error))
}

/// The same, kept in the user's cache: an address is asked once. The name there is the SHA-256 of the address.
pub(crate) fn kept(address: &str) -> Result<Vec<u8>, Failure> {
    let Ok(user) = etcetera::choose_base_strategy() else { return get(address) };
    let folder = user.cache_dir().join("immich-contract");
    let mut name = String::new();
    for byte in Sha256::digest(address) {
        let _ = write!(name, "{byte:02x}");
    }
    let path = folder.join(name);
    if let Ok(bytes) = fs::read(&path) {
        return Ok(bytes);
    }
    let bytes = get(address)?;
    // Who cannot keep it asks again.
    if fs::create_dir_all(&folder).is_ok() && writing::whole_file(&path, |file| file.write_all(&bytes)).is_ok() {
        say(&format!("note: {address} is kept in {}; remove that to ask again", path.display()));
    }
    Ok(bytes)
}

/// Who asks for it, and for what it leads on to: that has TLS if the address has.
fn agent_for(address: &str) -> Agent {
    let is_local = is_local(address);
    Agent::config_builder()
        .https_only(!is_local)
        .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
        .timeout_global(Some(PATIENCE))
        .max_redirects(if is_local { 0 } else { 4 })
        .user_agent(concat!("immich-contract/", env!("CARGO_PKG_VERSION")))
        .build()
        .into()
}

/// Whether an address without TLS is one of this machine.
fn is_local(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("http://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.split_once(']') {
        Some((host, _)) => host.trim_start_matches('['),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::{agent_for, is_local};

    #[test]
    fn only_loopback_is_this_machine() {
        for address in ["http://localhost/x", "http://127.0.0.1:2283/a", "http://[::1]:80", "http://127.9.9.9"] {
            assert!(is_local(address), "{address}");
        }
        for address in [
            "https://localhost/x",
            "http://example.org",
            "http://127.0.0.1.example.org/",
            "http://localhost@example.org/",
        ] {
            assert!(!is_local(address), "{address}");
        }
    }

    #[test]
    fn who_was_asked_with_tls_leads_nowhere_without_it() {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let next = format!("http://{closed}/openapi.json");
        let why = |agent: ureq::Agent| agent.get(&next).call().unwrap_err();
        let refused = why(agent_for("https://example.org/openapi.json"));
        assert!(matches!(refused, ureq::Error::RequireHttpsOnly(_)), "{refused}");
        let asked = why(agent_for(&next));
        assert!(matches!(asked, ureq::Error::Io(_) | ureq::Error::ConnectionFailed), "{asked}");
    }
}
