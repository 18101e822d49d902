//! Holds the fast way against the complete one.
//!
//! The fast way must never accept what the complete way has something against. Tests, a fuzzer and `cargo xtask plan
//! agree` ask the same question here, so that it is asked in one way only.

use std::fmt;
use std::sync::Arc;

use contract::{Contract, Release, ReleaseSet};
use plan::ScanOutcome;
use report::{Report, Tool};

use crate::check::{BodyOf, Checker, Effort, Options, UnknownBody, Verdict};
use crate::exchange::{BareBody, Item, ItemLocation};

/// The one rule that a plan counts instead of leaving it to the complete way.
const COUNTED: &str = "response-property-deprecated";

/// One kind of body at one release, or at several, seen both ways.
pub struct Agreement<'c> {
    checker: Checker<'c>,
}

/// The plan promised more than is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What the plan said, without and with what it tells of misfits.
    pub said: (Verdict, ScanOutcome),
    /// What the complete way finds: rules with places.
    pub found: Vec<String>,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the plan says {:?}, the complete way finds [{}]", self.said, self.found.join(", "))
    }
}

impl<'c> Agreement<'c> {
    /// Bodies of this kind. Fails where the contract does not have it at the release.
    pub fn new(contract: &'c Contract, release: Release, body: BodyOf) -> Result<Self, UnknownBody> {
        Self::at(contract, ReleaseSet::only(release), body)
    }

    /// The same at several releases at once.
    pub fn at(contract: &'c Contract, releases: ReleaseSet, body: BodyOf) -> Result<Self, UnknownBody> {
        let options = Options { body: Some(body), effort: Effort::Complete, ..Options::default() };
        Ok(Self { checker: Checker::new(contract, releases, options)? })
    }

    /// What the plan says of a document, if that is no more than is true; and where it tells of misfits, no less.
    pub fn hold(&mut self, document: &[u8]) -> Result<(Verdict, ScanOutcome), Disagreement> {
        let verdict = self.checker.verdict(document);
        let told = self.checker.told(document);
        if (verdict, told) == (Verdict::Unsure, ScanOutcome::Unsure) {
            return Ok((verdict, told));
        }
        let found = self.found(document);
        let is_counted = |one: &String| one.split(' ').next() == Some(COUNTED);
        let is_true = match verdict {
            Verdict::Unsure => true,
            Verdict::Right => found.is_empty(),
            Verdict::Deprecated(members) => found.len() == members.get() as usize && found.iter().all(is_counted),
        };
        if is_true && self.checker.is_all_told(document, told) {
            Ok((verdict, told))
        } else {
            Err(Disagreement { said: (verdict, told), found })
        }
    }

    /// Whether the complete way finds nothing at all.
    pub fn is_right(&mut self, document: &[u8]) -> bool {
        self.found(document).is_empty()
    }

    fn found(&mut self, document: &[u8]) -> Vec<String> {
        let place = ItemLocation { source: Arc::from("document"), entry: 0, line: None };
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.checker.check(&Item::Body(BareBody { place, bytes: document.to_vec() }), &mut report);
        report.findings().iter().map(|one| format!("{} {}", one.rule.id(), one.location.pointer)).collect()
    }
}

/// Takes a case of a fuzzer apart: a first line such as `AssetResponseDto 2.7.5`, and a document after it. Nothing where
/// it begins otherwise.
pub fn case(input: &[u8]) -> Option<(BodyOf, Release, &[u8])> {
    let end = memchr::memchr(b'\n', input)?;
    let (head, document) = input.split_at_checked(end)?;
    let (name, release) = std::str::from_utf8(head).ok()?.split_once(' ')?;
    let release = Release::resolve(release).ok()?.release;
    Some((BodyOf::Component(name.to_owned()), release, document.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_have_a_head() {
        let (body, release, document) = case(b"TagResponseDto 2.7.5\n{}\n").unwrap();
        assert_eq!((body, release), (BodyOf::Component("TagResponseDto".to_owned()), Release::known("2.7.5")));
        assert_eq!(document, b"{}\n");
        for broken in [&b"TagResponseDto 2.7.5"[..], b"TagResponseDto\n{}", b"X y\n{}", b"\xff 2.7.5\n", b""] {
            assert_eq!(case(broken), None);
        }
    }
}
