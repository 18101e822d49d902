//! Holds the fast way against the complete one.
//!
//! The fast way must never accept what the complete way has something against. Tests, a fuzzer and `cargo xtask plan
//! agree` ask the same question here, so that it is asked in one way only.

use std::fmt;
use std::sync::Arc;

use contract::{Contract, Release, ReleaseSet};
use report::{Report, Tool};

use crate::check::{BodyOf, Checker, Effort, Options, UnknownBody, Verdict};
use crate::exchange::{BareBody, Item, ItemLocation};

/// The one rule that a plan counts instead of leaving it to the complete way.
const COUNTED: &str = "response-property-deprecated";

/// One kind of body at one release, seen both ways.
pub struct Agreement<'c> {
    checker: Checker<'c>,
}

/// The plan promised more than is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What the plan said.
    pub verdict: Verdict,
    /// What the complete way finds: rules with places.
    pub found: Vec<String>,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the plan says {:?}, the complete way finds [{}]", self.verdict, self.found.join(", "))
    }
}

impl<'c> Agreement<'c> {
    /// Bodies of this kind. Fails where the contract does not have it at the release.
    pub fn new(contract: &'c Contract, release: Release, body: BodyOf) -> Result<Self, UnknownBody> {
        let options = Options { body: Some(body), effort: Effort::Complete, ..Options::default() };
        Ok(Self { checker: Checker::new(contract, ReleaseSet::only(release), options)? })
    }

    /// What the plan says of a document, if that is no more than is true.
    pub fn hold(&mut self, document: &[u8]) -> Result<Verdict, Disagreement> {
        let verdict = self.checker.verdict(document);
        let notes = match verdict {
            Verdict::Unsure => return Ok(verdict),
            Verdict::Right => 0,
            Verdict::Deprecated(members) => members.get() as usize,
        };
        let found = self.found(document);
        let is_counted = |one: &String| one.split(' ').next() == Some(COUNTED);
        let is_true = found.len() == notes && found.iter().all(is_counted);
        if is_true { Ok(verdict) } else { Err(Disagreement { verdict, found }) }
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
