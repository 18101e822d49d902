//! Which release a command is about.

use contract::{Contract, Release};
use validator::capture::Captures;

use crate::failure::Failure;

/// The release that the user named: a version, or `latest`.
pub(crate) fn named(text: &str, contract: &Contract) -> Result<Release, Failure> {
    if text == "latest" {
        return contract.covers.last().ok_or_else(|| Failure::new("the contract covers no release"));
    }
    let resolved = Release::resolve(text).map_err(|error| Failure::new(format!("{error}; or `latest`")))?;
    if let Some(note) = resolved.note {
        eprintln!("note: {note}");
    }
    if contract.covers(resolved.release) {
        return Ok(resolved.release);
    }
    Err(Failure::new(format!(
        "the contract does not cover release {}; it covers {}",
        resolved.release, contract.covers
    )))
}

/// The release that the captures themselves tell.
pub(crate) fn told(captures: &Captures, contract: &Contract) -> Result<Release, Failure> {
    let said = captures.server_versions()?;
    match said.as_slice() {
        [] => Err(Failure::new(
            "the capture does not tell the server's release (no GET /server/version in it); give --server-version, as in 2.7.5",
        )),
        [one] => {
            let release = named(&one.version, contract)?;
            eprintln!("note: the capture says that the server is {}", one.version);
            Ok(release)
        }
        several => {
            let each: Vec<String> =
                several.iter().map(|one| format!("{} ({} exchanges)", one.version, one.exchanges)).collect();
            Err(Failure::new(format!(
                "the captures tell of several releases: {}; check them one by one, or give --server-version",
                each.join(", ")
            )))
        }
    }
}
