//! Which release, or releases, a command is about.

mod range;

use std::num::NonZeroUsize;

use contract::{Contract, Release, ReleaseSet, ReleaseSource, UnknownRelease};
use validator::capture::Captures;
use validator::server_version::{self, SaidVersion};

use crate::failure::Failure;

pub use range::set;

/// The releases of a list of ranges and versions; of a contract that has no releases, all that it says.
pub fn set_of(text: &str, contract: &Contract) -> Result<ReleaseSet, Failure> {
    match contract.releases.last() {
        Some(only) if !contract.has_releases => Ok(ReleaseSet::only(only)),
        _ => set(text, contract),
    }
}

/// The release that the user named: a version, or `latest`.
pub fn named(text: &str, contract: &Contract) -> Result<Release, Failure> {
    if text == "latest" {
        return contract.releases.last().ok_or_else(|| Failure::new("the contract covers no release"));
    }
    let resolved = match Release::resolve(text) {
        Ok(resolved) => resolved,
        // `3.0`: the newest of these.
        Err(UnknownRelease::Malformed(_)) => return range::end_of_line(text, contract),
        Err(error) => return Err(Failure::new(format!("{error}; or `latest`"))),
    };
    if let Some(told) = resolved.note {
        let is_newer = resolved.release == Release::latest();
        let remedy = if is_newer { "; --release-document FILE adds its document" } else { "" };
        log::info!("{told}{remedy}");
    }
    if contract.covers(resolved.release) {
        return Ok(resolved.release);
    }
    Err(not_covered(resolved.release.version(), contract))
}

/// A set of releases, or the version of the only one.
pub fn printed(set: ReleaseSet) -> String {
    match (set.len(), set.first()) {
        (1, Some(only)) => only.version().to_owned(),
        _ => set.to_string(),
    }
}

/// Those of a set of which what is known comes from generated clients.
pub fn from_clients(set: ReleaseSet, contract: &Contract) -> Option<String> {
    let set = set.from_source(ReleaseSource::Clients);
    (contract.has_releases && !set.is_empty()).then(|| printed(set))
}

fn not_covered(text: &str, contract: &Contract) -> Failure {
    Failure::new(format!("the contract does not cover release {text}; it covers {}", contract.releases))
}

fn not_a_release(text: &str) -> Failure {
    Failure::new(format!("{text:?} is not a release; write it as in 1.132.3, 3.0.0-rc.1 or 2.7; or `latest`"))
}

/// The release that the captures tell first. Nothing where something is wrong with them or doubtful about it.
pub fn first_told(captures: &Captures, contract: &Contract) -> Option<Release> {
    let version = server_version::first_version(captures).ok()??;
    let resolved = Release::resolve(&version).ok().filter(|resolved| resolved.note.is_none())?;
    contract.covers(resolved.release).then_some(resolved.release)
}

/// The release that the captures themselves tell, to so many threads.
pub fn told(captures: &Captures, contract: &Contract, threads: NonZeroUsize) -> Result<Release, Failure> {
    the_one(&server_version::server_versions(captures, threads)?.versions, contract, "--server-version")
}

/// The same, to who can do without it where they are logs, which cannot tell; else `option` gives it.
pub fn told_unless_logs(
    captures: &Captures,
    contract: &Contract,
    threads: NonZeroUsize,
    option: &str,
) -> Result<Option<Release>, Failure> {
    let said = server_version::server_versions(captures, threads)?;
    if said.versions.is_empty() && said.is_without_answers {
        return Ok(None);
    }
    the_one(&said.versions, contract, option).map(Some)
}

/// The one release that captures tell; else `option` gives it.
pub fn the_one(said: &[SaidVersion], contract: &Contract, option: &str) -> Result<Release, Failure> {
    match said {
        [] => Err(Failure::new(format!(
            "the capture does not tell the server's release (no answer of GET /server/version in it); give {option}, as in 2.7.5"
        ))),
        [one] => {
            let release = named(&one.version, contract)?;
            log::info!("the capture says that the server is {}", one.version);
            Ok(release)
        }
        several => {
            let each: Vec<String> =
                several.iter().map(|one| format!("{} ({} exchanges)", one.version, one.exchanges)).collect();
            Err(Failure::new(format!(
                "the captures tell of several releases: {}; check them one by one, or give {option}",
                each.join(", ")
            )))
        }
    }
}
