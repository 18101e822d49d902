//! Which server releases a capture says it was recorded against.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use serde::Deserialize;

use ::capture::exchange::{Body, Exchange, Item};
use ::capture::{CaptureError, Captures, Hint, Worker};

/// A release that a capture names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidVersion {
    /// As in `2.7.5` or `3.0.0-rc.1`, without a leading `v`.
    pub version: String,
    /// How many exchanges say so.
    pub exchanges: usize,
}

/// What captures say of the server's release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SaidVersions {
    /// The releases that they name, in the order in which they first occur. More than one where the server was upgraded
    /// meanwhile.
    pub versions: Vec<SaidVersion>,
    /// Whether they hold requests and nothing of what was answered, as logs do: then they cannot say.
    pub is_without_answers: bool,
}

/// The releases that `GET …/server/version` (or `/server-info/version`) answered, else those that the recorder noted. So
/// many threads look for them.
pub fn server_versions(captures: &Captures, threads: NonZeroUsize) -> Result<SaidVersions, CaptureError> {
    let mut versions = VersionHints::default();
    let mut listeners: Vec<Listener> = (0..threads.get()).map(|_| Listener).collect();
    listen(captures, &mut listeners, |heard| {
        versions.add(heard);
        ControlFlow::Continue(())
    })?;
    let is_without_answers = versions.is_any && !versions.holds_answers;
    Ok(SaidVersions { versions: versions.said(), is_without_answers })
}

/// The release that the first exchange tells which tells one. Those behind it may tell others.
pub fn first_version(captures: &Captures) -> Result<Option<String>, CaptureError> {
    let mut first = None;
    listen(captures, &mut [Listener], |heard| {
        first = heard.answered.or(heard.noted);
        if first.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(first)
}

/// The release that an exchange tells by what the server answered.
pub fn answered(item: &Item) -> Option<String> {
    VersionHint::of(item).answered
}

fn listen(
    captures: &Captures,
    listeners: &mut [Listener],
    take: impl FnMut(VersionHint) -> ControlFlow<()>,
) -> Result<(), CaptureError> {
    // Bare bodies do not say, and a pipe can be read only once.
    if captures.options().hint == Hint::Lines { Ok(()) } else { captures.for_each_on(listeners, take) }
}

/// Hears what single exchanges say.
struct Listener;

impl Worker for Listener {
    type Made = VersionHint;

    fn make(&mut self, item: Item) -> VersionHint {
        VersionHint::of(&item)
    }
}

/// What an exchange says of the release.
#[derive(Default)]
pub(crate) struct VersionHint {
    answered: Option<String>,
    noted: Option<String>,
    /// Whether it holds what was answered, be it that there was nothing.
    holds_answer: bool,
}

impl VersionHint {
    /// Bare bodies say nothing.
    pub(crate) fn of(item: &Item) -> Self {
        let Item::Exchange(exchange) = item else { return Self::default() };
        let noted = exchange.server_version.as_deref();
        Self {
            answered: answered_version(exchange),
            noted: noted.map(|said| said.trim_start_matches('v').to_owned()),
            holds_answer: exchange.response.as_ref().is_some_and(|response| response.body != Body::Unknown),
        }
    }
}

/// What all exchanges say.
#[derive(Default)]
pub(crate) struct VersionHints {
    answered: Vec<SaidVersion>,
    noted: Vec<SaidVersion>,
    is_any: bool,
    holds_answers: bool,
}

impl VersionHints {
    pub(crate) fn add(&mut self, heard: VersionHint) {
        self.is_any = true;
        self.holds_answers |= heard.holds_answer;
        count(&mut self.answered, heard.answered);
        count(&mut self.noted, heard.noted);
    }

    /// What servers answer counts more than what recorders note.
    pub(crate) fn said(self) -> Vec<SaidVersion> {
        if self.answered.is_empty() { self.noted } else { self.answered }
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

#[cfg(test)]
mod tests {
    use ::capture::Options;

    use super::*;

    #[test]
    fn versions_are_answered_or_noted() {
        let line = |url: &str, body: &str, noted: &str| {
            let request = serde_json::json!({"method": "GET", "url": url});
            let response = serde_json::json!({"status": 200, "bodyText": body});
            format!("{}\n", serde_json::json!({"request": request, "response": response, "serverVersion": noted}))
        };
        let answered = |path: &str, body: &str| line(&format!("http://h/api{path}?x"), body, "9.9.9");
        let noted = |version: &str| line("/api/server/about", "{}", version);
        let one = r#"{"major":1,"minor":132,"patch":3}"#;
        let candidate = r#"{"major":3,"minor":0,"patch":0,"prerelease":1}"#;
        let stable = r#"{"major":3,"minor":0,"patch":2,"prerelease":null}"#;
        let check = |lines: &[String], expected: &[(&str, usize)]| {
            let captures = Captures::from_bytes("a", lines.concat().into(), Options::default());
            let said = server_versions(&captures, NonZeroUsize::MIN).unwrap();
            let said: Vec<_> = said.versions.iter().map(|said| (said.version.as_str(), said.exchanges)).collect();
            assert_eq!(said, expected);
        };
        check(&[answered("/server/version", one)], &[("1.132.3", 1)]);
        check(&[noted("v2.7.5"), noted("2.7.5")], &[("2.7.5", 2)]);
        let upgrade = [("/server/version", one), ("/server/version/", candidate), ("/server-info/version", one)];
        let upgrade = upgrade.map(|(path, body)| answered(path, body));
        check(&upgrade, &[("1.132.3", 2), ("3.0.0-rc.1", 1)]);
        check(&[answered("/server/version", stable)], &[("3.0.2", 1)]);
        check(&[answered("/server/version", "<html>")], &[("9.9.9", 1)]);
        check(&[r#"{"response":{"status":404}}"#.to_owned()], &[]);
    }
}
