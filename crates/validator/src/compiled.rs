//! One type of a contract, ready to be asked about bodies from any number of threads.
//!
//! Four questions, each dearer than the one before: [`Compiled::is_valid`], [`Compiled::validate`] (what is wrong first),
//! [`Compiled::findings`] (everything), [`Compiled::releases`] (where it would be right).
//!
//! ```
//! use contract::Release;
//! use immich_contract_validator::check::BodyOf;
//! use immich_contract_validator::compiled::Compiled;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let contract = contract::read::annotated(&serde_json::json!({
//!     "$schema": "https://json-schema.org/draft/2020-12/schema",
//!     "$defs": {"Tag": {
//!         "type": "object",
//!         "properties": {"name": {"type": "string"}, "count": {"type": "integer", "x-immich-life": "2.0.0.."}},
//!         "required": ["name"],
//!     }},
//! }))?.contract;
//! let tag = Compiled::new(&contract, Release::resolve("2.7.5")?.release, BodyOf::Component("Tag".into()))?;
//!
//! assert!(tag.is_valid(br#"{"name": "sea", "count": 3}"#));
//! assert_eq!(tag.releases(br#"{"name": "sea", "count": 3}"#).to_string(), "2.0.0 –");
//!
//! let finding = tag.validate(br#"{"name": 7}"#).unwrap_err();
//! assert_eq!((finding.rule.id(), finding.location.pointer.as_str()), ("type-mismatch", "/name"));
//! assert_eq!(tag.findings(b"{}").count(), 1);
//! # Ok(())
//! # }
//! ```

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::{Contract, Release, ReleaseSet};
use plan::Scanner;
use report::{Excerpts, Finding, Report, Severity, Tool};

use crate::check::{BodyOf, Checker, Notes, Options, UnknownBody, Verdict};
use crate::exchange::{BareBody, Item, ItemLocation};

/// What places in findings call a body.
const NAME: &str = "<body>";

/// A type of a contract at one release. `Send` and `Sync`; a clone is the same thing once more and costs nothing.
///
/// What is right is told by a plan in one pass over the bytes, at the same time on all threads. What is not goes the
/// complete way, on which threads wait for each other.
#[derive(Clone)]
pub struct Compiled<'c>(Arc<Inner<'c>>);

struct Inner<'c> {
    plan: plan::Plan,
    /// Scanners that nobody uses at the moment: they remember the order of keys.
    idle: Mutex<Vec<Scanner>>,
    /// Says what is wrong.
    complete: Mutex<Checker<'c>>,
    /// Says whether something is, at the release and at all.
    bare: Mutex<Checker<'c>>,
    all: Mutex<Checker<'c>>,
}

impl<'c> Compiled<'c> {
    /// Compiles the answer of an operation, or a component. Fails if the release has none of that name.
    pub fn new(contract: &'c Contract, release: Release, body: BodyOf) -> Result<Self, UnknownBody> {
        let options = Options { body: Some(body), ..Options::default() };
        // Nobody sees what these find.
        let unseen = Options { notes: Notes::Counted, excerpts: Excerpts::Omitted, ..options.clone() };
        let complete = Checker::new(contract, ReleaseSet::only(release), options)?;
        let bare = Mutex::new(Checker::new(contract, ReleaseSet::only(release), unseen.clone())?);
        let all = Mutex::new(Checker::new(contract, contract.releases, unseen)?);
        let (plan, idle) = (complete.body_plan(), Mutex::default());
        Ok(Self(Arc::new(Inner { plan, idle, complete: Mutex::new(complete), bare, all })))
    }

    /// Whether a body has no error, which is whether [`Self::validate`] finds none.
    pub fn is_valid(&self, body: &[u8]) -> bool {
        self.verdict(body) != Verdict::Unsure || self.is_right(body)
    }

    /// The one-based numbers of those lines of NDJSON that have an error. Blank lines have none.
    pub fn invalid_lines(&self, lines: &[u8]) -> Vec<u64> {
        // One scanner for all of them: to take one from the others costs as much as a short line.
        self.scanning(|scanner| {
            let lines = (1..).zip(lines.split(|byte| *byte == b'\n'));
            let wrong = lines.filter(|(_, line)| {
                scanner.check(line) == Verdict::Unsure && !line.trim_ascii().is_empty() && !self.is_right(line)
            });
            wrong.map(|(number, _)| number).collect()
        })
    }

    /// The first error in a body. Warnings and notes are none.
    pub fn validate(&self, body: &[u8]) -> Result<(), Box<Finding>> {
        if self.verdict(body) != Verdict::Unsure {
            return Ok(());
        }
        self.first(body).map_or(Ok(()), |first| Err(Box::new(first)))
    }

    /// Everything that is to be said of a body: errors, warnings and notes.
    pub fn findings(&self, body: &[u8]) -> impl Iterator<Item = Finding> + use<> {
        let found = if self.verdict(body) == Verdict::Right { Vec::new() } else { self.looked_at(body) };
        found.into_iter()
    }

    /// The releases at which a body has no error, of those that have the type.
    pub fn releases(&self, body: &[u8]) -> ReleaseSet {
        // A release that lacks the type is none of those that are asked.
        locked(&self.0.all).right(&item(body))
    }

    fn verdict(&self, body: &[u8]) -> Verdict {
        self.scanning(|scanner| scanner.check(body))
    }

    /// Lends a scanner that nobody else uses.
    fn scanning<T>(&self, scan: impl FnOnce(&mut Scanner) -> T) -> T {
        let idle = locked(&self.0.idle).pop();
        let mut scanner = idle.unwrap_or_else(|| self.0.plan.scanner());
        let made = scan(&mut scanner);
        locked(&self.0.idle).push(scanner);
        made
    }

    /// Whether the complete way finds no error.
    fn is_right(&self, body: &[u8]) -> bool {
        !locked(&self.0.bare).right(&item(body)).is_empty()
    }

    fn first(&self, body: &[u8]) -> Option<Finding> {
        self.looked_at(body).into_iter().find(|finding| finding.severity == Severity::Error)
    }

    /// What the complete way finds.
    fn looked_at(&self, body: &[u8]) -> Vec<Finding> {
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        let mut checker = locked(&self.0.complete);
        checker.forget();
        checker.check(&item(body), &mut report);
        report.findings().to_vec()
    }
}

fn item(body: &[u8]) -> Item {
    let place = ItemLocation { source: Arc::from(NAME), entry: 0, line: None };
    Item::Body(BareBody { place, bytes: body.to_vec() })
}

/// Nothing is left half done by who panics, so what they held can be used.
fn locked<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does not compile unless it can be shared between threads.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Compiled<'static>>();
};

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contract() -> Contract {
        let tag = json!({
            "type": "object",
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "color": {"type": "string", "x-immich-life": "2.0.0.."},
                "kind": {"type": "string", "x-immich-life": "..2.0.0"},
            },
            "required": ["name"],
        });
        contract::read::annotated(&json!({"$defs": {"Tag": tag}})).unwrap().contract
    }

    fn compiled<'c>(contract: &'c Contract, release: &str) -> Compiled<'c> {
        Compiled::new(contract, Release::known(release), BodyOf::Component("Tag".into())).unwrap()
    }

    const BODIES: [(&str, &str); 9] = [
        (r#"{"name":"a"}"#, ".."),
        (r#"{"name":"\u0061","color":"x"}"#, "2.0.0.."),
        (r#"{"name":"a","kind":"x"}"#, "..2.0.0"),
        (r#"{"name":"a","kind":"x","color":"y"}"#, ""),
        (r#"{"name":""}"#, ""),
        (r#"{"name":7,"color":8}"#, ""),
        (r#"{"color":"x"}"#, ""),
        ("[]", ""),
        ("{", ""),
    ];

    #[test]
    fn the_four_answers_agree() {
        let contract = contract();
        for release in ["1.132.3", "2.7.5"] {
            let tag = compiled(&contract, release);
            for (body, right) in BODIES {
                let right: ReleaseSet = right.parse().unwrap_or(ReleaseSet::NONE);
                let expected = right.contains(Release::known(release));
                assert_eq!(tag.releases(body.as_bytes()), right, "{body}");
                assert_eq!(tag.is_valid(body.as_bytes()), expected, "{body} at {release}");
                let errors: Vec<Finding> =
                    tag.findings(body.as_bytes()).filter(|found| found.severity == Severity::Error).collect();
                let first = tag.validate(body.as_bytes()).err().map(|first| *first);
                let told = |one: &Finding| (one.rule.id(), one.location.pointer.clone(), one.message.clone());
                assert_eq!(first.as_ref().map(told), errors.first().map(told), "{body} at {release}");
                assert_eq!(first.is_none(), expected, "{body} at {release}");
            }
        }
    }

    #[test]
    fn lines_are_told_by_number() {
        let contract = contract();
        let tag = compiled(&contract, "2.7.5");
        let lines = BODIES.map(|(body, _)| format!("{body}\n\n")).concat();
        let wrong = (1..).step_by(2).zip(BODIES).filter(|(_, (body, _))| !tag.is_valid(body.as_bytes()));
        assert_eq!(tag.invalid_lines(lines.as_bytes()), wrong.map(|(number, _)| number).collect::<Vec<u64>>());
    }

    #[test]
    fn releases_are_the_same_once_a_plan_knows_them() {
        let contract = contract();
        let tag = compiled(&contract, "2.7.5");
        // So long that its plan is worth while.
        let long = format!(r#"{{"name":"{}"}}"#, "a".repeat(100_000));
        assert_eq!(tag.releases(long.as_bytes()), contract.releases);
        for (body, right) in BODIES {
            let right: ReleaseSet = right.parse().unwrap_or(ReleaseSet::NONE);
            assert_eq!(tag.releases(body.as_bytes()), right, "{body}");
        }
        assert_eq!(
            tag.releases(br#"{"name":"a","never":1}"#),
            compiled(&contract, "2.7.5").releases(br#"{"name":"a","never":1}"#)
        );
    }

    #[test]
    fn threads_share_one() {
        let contract = contract();
        let tag = compiled(&contract, "2.7.5");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let tag = tag.clone();
                scope.spawn(move || {
                    for (body, right) in BODIES.into_iter().cycle().take(900) {
                        assert_eq!(tag.is_valid(body.as_bytes()), matches!(right, ".." | "2.0.0.."), "{body}");
                    }
                });
            }
        });
    }

    #[test]
    fn what_a_release_lacks_is_not_compiled() {
        let contract = contract();
        let none = Compiled::new(&contract, Release::latest(), BodyOf::Component("Nope".into()));
        assert!(none.is_err());
    }
}
