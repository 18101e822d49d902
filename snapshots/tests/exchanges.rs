//! What one walk tells of an exchange at many releases is what a check at each of them says.
//!
//! Which findings count, and for which of the sets, is defined here.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;

use contract::{Contract, Release, ReleaseSet};
use report::{Finding, Part, Report, Severity, Tool};
use testkit::material::{self, TURNING_RELEASES};
use validator::assess::{Assessment, Assessor};
use validator::capture::{self, Captures};
use validator::check::{Checker, Options};
use validator::exchange::{Exchange, Item};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// Of so many exchanges of a capture one is tried.
const EVERY: usize = 23;

/// A server that finds this in a request, or would have to write it, ignores it.
const IGNORED: &[&str] = &[
    "parameter-not-yet-added",
    "parameter-removed",
    "parameter-undeclared",
    "property-not-yet-added",
    "property-removed",
    "property-undeclared",
    "request-body-undeclared",
];

/// These say nothing of whether a release accepts a request or promises an answer.
const BESIDE: &[&str] = &[
    "authentication-missing",
    "authentication-of-other-kind",
    "error-body-unknown",
    "head-undocumented",
    "key-duplicated",
    "operation-deprecated",
    "parameter-deprecated",
    "request-content-type-missing",
    "request-outside-api",
    "request-property-deprecated",
    "request-refused",
    "response-body-missing",
    "response-body-undeclared",
    "response-property-deprecated",
];

/// The newest id of the operation that a finding names by that of its release.
fn newest(id: &str) -> String {
    let renamed = BUILTIN.operations_named(id).find(|operation| operation.id() != id);
    renamed.map_or(id, |operation| operation.id()).to_owned()
}

/// Rule, part and pointer of a finding, the operation and schema that it names, and how bad it is.
type Key = (&'static str, Part, String, Option<String>, Option<String>, Severity);

fn key(finding: &Finding) -> Key {
    let place = &finding.location;
    (
        finding.rule.id(),
        place.part,
        place.pointer.clone(),
        finding.operation.as_deref().map(newest),
        finding.schema.as_deref().map(str::to_owned),
        finding.severity,
    )
}

fn is_of_request(part: Part) -> bool {
    matches!(part, Part::RequestPath | Part::RequestQuery | Part::RequestHeader | Part::RequestBody)
}

/// What checks at single releases say of one exchange.
type Brute = BTreeMap<Release, BTreeSet<Key>>;

fn without(found: &Brute, is_against: impl Fn(Release, &Key) -> bool) -> ReleaseSet {
    let fine = found.iter().filter(|(release, keys)| !keys.iter().any(|key| is_against(**release, key)));
    fine.map(|(release, _)| *release).collect()
}

/// Whether a finding says that something is ignored, and some other release heeds it in the same operation.
fn tells_apart(found: &Brute, alive: ReleaseSet, key: &Key) -> bool {
    let (_, part, pointer, operation, ..) = key;
    let same =
        |other: &&Key| IGNORED.contains(&other.0) && (&other.1, &other.2, &other.3) == (part, pointer, operation);
    let living = alive.iter().filter(|release| {
        BUILTIN.operations.iter().any(|one| Some(one.id()) == operation.as_deref() && one.life.contains(*release))
    });
    living.into_iter().any(|release| !found[&release].iter().any(|other| same(&other)))
}

fn hold_against(told: &Assessment<'_>, found: &Brute, what: &str) {
    let gone = |key: &Key| key.0.starts_with("operation-") && key.0 != "operation-deprecated";
    let alive = without(found, |_, key| gone(key));
    assert_eq!(told.alive, alive, "alive: {what}");
    let documented = |key: &Key| !IGNORED.contains(&key.0) && !BESIDE.contains(&key.0);
    let accepted = without(found, |_, key| is_of_request(key.1) && documented(key));
    assert_eq!(told.accepted(), accepted, "accepted: {what}");
    let ignored =
        without(found, |_, key| is_of_request(key.1) && IGNORED.contains(&key.0) && tells_apart(found, alive, key));
    assert_eq!(told.fully_supported(), accepted & ignored, "heeded: {what}");
    let answered = without(found, |_, key| gone(key) || (!is_of_request(key.1) && documented(key)));
    assert_eq!(told.answered(), answered, "answered: {what}");
}

/// Each finding, with the releases at which it is found.
fn united(found: &Brute) -> BTreeMap<Key, String> {
    let mut united: BTreeMap<&Key, ReleaseSet> = BTreeMap::new();
    for (release, keys) in found {
        for key in keys {
            united.entry(key).or_insert(ReleaseSet::NONE).insert(*release);
        }
    }
    united.into_iter().map(|(key, releases)| (key.clone(), releases.to_string())).collect()
}

struct Law<'c> {
    exchanges: Assessor<'c>,
    checkers: Vec<(Release, Checker<'c>)>,
    together: Checker<'c>,
    /// How many releases accept, and how many promise: a law over exchanges that all fit everywhere would say nothing.
    sizes: BTreeSet<(usize, usize)>,
}

impl Law<'_> {
    fn new() -> Self {
        let checker = |version: &&str| {
            let release = Release::known(version);
            (release, Checker::new(&BUILTIN, ReleaseSet::only(release), Options::default()).unwrap())
        };
        let checkers: Vec<_> = TURNING_RELEASES.iter().map(checker).collect();
        let open = checkers.iter().map(|(release, _)| *release).collect();
        let together = Checker::new(&BUILTIN, open, Options::default()).unwrap();
        Law { exchanges: Assessor::new(&BUILTIN, "/api"), checkers, together, sizes: BTreeSet::new() }
    }

    fn try_one(&mut self, exchange: &Exchange) {
        let open: ReleaseSet = self.checkers.iter().map(|(release, _)| *release).collect();
        let Some(told) = self.exchanges.assess(exchange, open) else { return };
        let item = Item::Exchange(Box::new(exchange.clone()));
        let found = self.checkers.iter_mut().map(|(release, checker)| {
            let tool = Tool { name: String::new(), version: String::new() };
            let mut report = Report::new(tool, "builtin", release.version());
            checker.check(&item, &mut report);
            (*release, report.findings().iter().map(key).collect())
        });
        let found: Brute = found.collect();
        assert_eq!(self.together(&item), united(&found), "{:?}", exchange.place);
        hold_against(&told, &found, &format!("{:?} {:?} {found:#?}", exchange.place, exchange.request));
        self.sizes.insert((told.accepted().len(), told.answered().len()));
    }

    /// What checkers at all the releases find together, each with the releases that the finding names.
    fn together(&mut self, item: &Item) -> BTreeMap<Key, String> {
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "builtin", "");
        self.together.check(item, &mut report);
        report.findings().iter().map(|finding| (key(finding), finding.releases.as_ref().unwrap().to_string())).collect()
    }

    fn try_file(&mut self, path: PathBuf, every: usize) {
        let captures = Captures::open(&[path], capture::Options::default()).unwrap();
        let visit = |item: Item| {
            if let Item::Exchange(exchange) = item
                && exchange.place.entry.is_multiple_of(every)
            {
                self.try_one(&exchange);
            }
            ControlFlow::Continue(())
        };
        captures.for_each(visit).unwrap();
    }
}

#[test]
fn one_walk_is_a_check_at_each_release_on_the_example() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    let mut law = Law::new();
    law.try_file(root.join("examples/random-assets.har"), 1);
    assert!(law.sizes.len() > 1, "{:?}", law.sizes);
}

#[test]
fn one_walk_is_a_check_at_each_release_on_real_exchanges() {
    let Some(folder) = material::captures() else { return };
    for release in Release::all() {
        let path = folder.join(format!("v{release}")).join("capture.har");
        if path.is_file() {
            let mut law = Law::new();
            law.try_file(path, EVERY);
            assert!(law.sizes.len() > 10, "{release}: {:?}", law.sizes);
        }
    }
}
