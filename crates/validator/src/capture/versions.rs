//! Which server releases a capture says it was recorded against.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use serde::Deserialize;

use super::items::Worker;
use super::{CaptureError, Captures, Hint};
use crate::exchange::{Exchange, Item};

/// A release that a capture names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidVersion {
    /// As in `2.7.5` or `3.0.0-rc.1`, without a leading `v`.
    pub version: String,
    /// How many exchanges say so.
    pub exchanges: usize,
}

impl Captures {
    /// The releases that `GET …/server/version` (or `/server-info/version`) answered, else those that the recorder
    /// noted, in the order in which they first occur. More than one where the server was upgraded meanwhile. So many
    /// threads look for them.
    pub fn server_versions(&self, threads: NonZeroUsize) -> Result<Vec<SaidVersion>, CaptureError> {
        if self.options.hint == Hint::Lines {
            // Bare bodies do not say, and a pipe can be read only once.
            return Ok(Vec::new());
        }
        let (mut answered, mut noted) = (Vec::new(), Vec::new());
        let mut listeners: Vec<Listener> = (0..threads.get()).map(|_| Listener).collect();
        self.for_each_on(&mut listeners, |heard| {
            count(&mut answered, heard.answered);
            count(&mut noted, heard.noted);
            ControlFlow::Continue(())
        })?;
        Ok(if answered.is_empty() { noted } else { answered })
    }
}

/// Hears what single exchanges say.
struct Listener;

/// What an exchange says of the release.
struct Heard {
    answered: Option<String>,
    noted: Option<String>,
}

impl Worker for Listener {
    type Made = Heard;

    fn make(&mut self, item: Item) -> Heard {
        let Item::Exchange(exchange) = item else { return Heard { answered: None, noted: None } };
        let noted = exchange.server_version.as_deref();
        Heard {
            answered: answered_version(&exchange),
            noted: noted.map(|said| said.trim_start_matches('v').to_owned()),
        }
    }
}

fn count(versions: &mut Vec<SaidVersion>, version: Option<String>) {
    let Some(version) = version else { return };
    match versions.iter_mut().find(|said| said.version == version) {
        Some(said) => said.exchanges += 1,
        None => versions.push(SaidVersion { version, exchanges: 1 }),
    }
}

/// The answer of the operation that tells the release. `prerelease` is the number of a release candidate.
#[derive(Deserialize)]
struct Answer {
    major: u64,
    minor: u64,
    patch: u64,
    prerelease: Option<u64>,
}

fn answered_version(exchange: &Exchange) -> Option<String> {
    let request = exchange.request.as_ref().filter(|request| request.method.eq_ignore_ascii_case("GET"))?;
    let path = request.url.path().trim_end_matches('/');
    if !["/server/version", "/server-info/version"].iter().any(|end| path.ends_with(end)) {
        return None;
    }
    let response = exchange.response.as_ref().filter(|response| response.status == 200)?;
    let answer: Answer = serde_json::from_slice(response.body.bytes()?).ok()?;
    let candidate = answer.prerelease.map(|number| format!("-rc.{number}")).unwrap_or_default();
    Some(format!("{}.{}.{}{candidate}", answer.major, answer.minor, answer.patch))
}
