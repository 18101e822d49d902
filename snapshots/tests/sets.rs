//! The plan of a set of releases, where it is sure, says what the walk over all releases says, and what a check at each
//! single one of them says: random values, broken ones, noise.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::sync::{Arc, LazyLock};

use contract::{Contract, Projection, Release, ReleaseSet, Schema};
use plan::{Plan, Scanner, SetPlan, SetScanner, Standing, Verdict};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use report::{Report, Tool};
use serde_json::Value;
use testkit::mutation::breaking_component;
use testkit::noise::{Chance, disturb};
use testkit::values;
use validator::assess::Values;
use validator::check::{BodyOf, Checker, Effort, Options};
use validator::exchange::{BareBody, Item, ItemLocation};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// How many values of each component, how many ways to break each are tried, and how often it is disturbed.
const VALUES: usize = 4;
const BREAKS: usize = 8;
const NOISES: usize = 12;
/// At how many single releases each component is looked at.
const SINGLES: usize = 3;

/// One component, seen by the plan of all releases and by all others that know.
struct All<'c> {
    schema: &'c Schema,
    set: SetScanner,
    releases: Values<'c>,
    singles: Vec<(Release, Scanner, Checker<'c>)>,
    sure: usize,
}

impl<'c> All<'c> {
    fn new(name: &str, schema: &'c Schema, singles: impl Iterator<Item = Release>) -> Self {
        let contract: &'c Contract = &BUILTIN;
        let single = |release| {
            let scanner = Plan::compile(Projection { contract, release }, schema).scanner();
            let body = Some(BodyOf::Component(name.to_owned()));
            let options = Options { body, effort: Effort::Complete, ..Options::default() };
            (release, scanner, Checker::new(contract, ReleaseSet::only(release), options).unwrap())
        };
        let set = SetPlan::compile(contract, schema, contract.releases).scanner();
        Self { schema, set, releases: Values::new(contract), singles: singles.map(single).collect(), sure: 0 }
    }

    /// Holds what the plan says of a document, where it says something.
    fn hold(&mut self, bytes: &[u8], of: &str) -> Option<Standing> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let standing = self.set.check(bytes)?;
        self.sure += 1;
        let value: Value = serde_json::from_slice(bytes).unwrap();
        assert_eq!(standing.right, self.releases.right(BUILTIN.releases, self.schema, &value), "{of}: {text}");
        let evidence = self.releases.evidence(BUILTIN.releases, self.schema, &value);
        let likely = evidence.iter().fold(BUILTIN.releases, |left, one| left & one.releases);
        assert_eq!(standing.declared, likely, "{of}: {text}");
        let whole = standing.declared - standing.unknown;
        for (release, scanner, complete) in &mut self.singles {
            if scanner.check(bytes) != Verdict::Unsure {
                assert!(whole.contains(*release), "{of}: the plan of {release} accepts {text}");
            }
            let found = found(complete, bytes);
            let deprecated = found.iter().filter(|one| one.starts_with("response-property-deprecated "));
            let silent = deprecated.count() == found.len();
            assert_eq!(whole.contains(*release), silent, "{of} at {release}: {found:?} in {text}");
            assert!(!silent || found.len() <= standing.deprecated as usize, "{of} at {release}: {found:?} in {text}");
        }
        Some(standing)
    }
}

/// What the complete way finds at one release.
fn found(complete: &mut Checker<'_>, bytes: &[u8]) -> Vec<String> {
    let place = ItemLocation { source: Arc::from("made"), entry: 0, line: None };
    let item = Item::Body(BareBody { place, bytes: bytes.to_vec() });
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    complete.check(&item, &mut report);
    report.findings().iter().map(|one| format!("{} {}", one.rule.id(), one.location.pointer)).collect()
}

#[test]
fn the_plan_of_all_releases_agrees_on_every_component() {
    let mut runner = TestRunner::deterministic();
    let mut chance = Chance::new(5);
    let (mut right, mut all, mut sure, mut partly) = (0, 0, 0, 0);
    for (name, component) in &BUILTIN.components {
        let alive: Vec<Release> = (component.life & BUILTIN.releases).iter().collect();
        let picked: Vec<Release> = (0..SINGLES).map(|_| alive[chance.below(alive.len())]).collect();
        let mut both = All::new(name, &component.schema, picked.into_iter());
        for _ in 0..VALUES {
            let release = alive[chance.below(alive.len())];
            let view = Projection { contract: &BUILTIN, release };
            let value = values::component(view, name).unwrap().new_tree(&mut runner).unwrap().current();
            let (of, text) = (format!("{name} at {release}"), serde_json::to_vec(&value).unwrap());
            let standing = both.hold(&text, &of);
            all += 1;
            right += usize::from(standing.is_some());
            assert!(standing.is_none_or(|standing| standing.right.contains(release)), "{of}");
            partly += usize::from(standing.is_some_and(|standing| standing.right != BUILTIN.releases));
            let breaks = breaking_component(view, name, &value);
            for _ in 0..BREAKS.min(breaks.len()) {
                let broken = breaks[chance.below(breaks.len())].apply(&value);
                both.hold(&serde_json::to_vec(&broken).unwrap(), &of);
            }
            for _ in 0..NOISES {
                both.hold(&disturb(&text, &mut chance), &of);
            }
        }
        sure += both.sure;
    }
    println!("sure of {right} of {all} right values, {partly} of them not right everywhere; of {sure} in all");
    // Numbers with an exponent, escapes in checked texts, and alternatives that releases do not share are left to others.
    assert!(right * 10 > all * 6, "the plan is sure of {right} of {all} right values only");
    assert!(partly * 20 > all, "hardly any value tells releases apart: {partly} of {all}");
    assert!(sure > 2 * all, "what is broken or noise is hardly ever sure: {sure}");
}

#[test]
fn a_set_of_one_release_is_that_release() {
    let release = BUILTIN.releases.last().unwrap();
    let open = ReleaseSet::only(release);
    let (name, text) = ("AssetStatsResponseDto", br#"{"images":1,"videos":2,"total":3}"#);
    let schema = &BUILTIN.component(name).unwrap().schema;
    let standing = SetPlan::compile(&BUILTIN, schema, open).scanner().check(text).unwrap();
    let expected = Standing { right: open, declared: open, unknown: ReleaseSet::NONE, deprecated: 0 };
    assert_eq!(standing, expected);
}
