//! How a law is tried: on values of a component at the releases at which it exists.

use std::env;
use std::sync::{Arc, LazyLock};

use contract::{Contract, Projection, Release};
use proptest::prelude::*;
use proptest::sample;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use report::{Finding, Report, Severity, Tool};
use serde_json::Value;
use testkit::values;
use validator::check::{BodyOf, Checker, Options};
use validator::exchange::{BareBody, Item, ItemLocation};

/// The contract that the models derive.
pub(crate) static BUILTIN: LazyLock<Contract> = LazyLock::new(|| ::models::contract().unwrap());

/// A value, made for a component at a release.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) release: Release,
    pub(crate) value: Value,
}

/// Values of a component at any of these releases.
pub(crate) fn made(contract: &'static Contract, name: &'static str, releases: Vec<Release>) -> BoxedStrategy<Made> {
    let at = move |release| {
        let view = Projection { contract, release };
        let values = values::component(view, name).unwrap_or_else(|| panic!("no value of {name} at {release}"));
        values.prop_map(move |value| Made { release, value })
    };
    sample::select(releases).prop_flat_map(at).boxed()
}

/// Values of a component of the builtin contract at any release that it covers.
pub(crate) fn builtin(name: &'static str) -> BoxedStrategy<Made> {
    let lives = BUILTIN.components[name].life & BUILTIN.releases;
    made(&BUILTIN, name, lives.iter().collect())
}

/// The names of all components of the builtin contract.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    BUILTIN.components.keys().map(String::as_str)
}

/// How many times as many values are tried as usual.
static TIMES: LazyLock<u32> =
    LazyLock::new(|| env::var("IMMICH_LAWS").ok().and_then(|times| times.parse().ok()).unwrap_or(1));

/// Tries a law on this many values, or as many times more as `$IMMICH_LAWS` says; the smallest that breaks it is shown.
pub(crate) fn hold<S: Strategy>(cases: u32, of: &str, strategy: &S, law: impl Fn(S::Value) -> TestCaseResult) {
    let cases = cases.saturating_mul(*TIMES);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    TestRunner::new(config).run(strategy, law).unwrap_or_else(|error| panic!("{of}: {error}"));
}

/// Holds bare bodies against a component.
pub(crate) struct Judge<'c>(Checker<'c>);

impl<'c> Judge<'c> {
    pub(crate) fn new(contract: &'c Contract, release: Release, name: &str) -> Self {
        let options = Options { body: Some(BodyOf::Component(name.to_owned())), ..Options::default() };
        Self(Checker::new(contract, contract::ReleaseSet::only(release), options).unwrap())
    }

    /// What the validator has against a value, without notes.
    pub(crate) fn findings(&mut self, value: &Value) -> Vec<Finding> {
        let place = ItemLocation { source: Arc::from("made"), entry: 0, line: None };
        let item = Item::Body(BareBody { place, bytes: serde_json::to_vec(value).unwrap() });
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
        self.0.check(&item, &mut report);
        report.findings().iter().filter(|finding| finding.severity > Severity::Note).cloned().collect()
    }
}

/// Findings in short: rule, place, message.
pub(crate) fn told(findings: &[Finding]) -> Vec<String> {
    let one = |finding: &Finding| format!("{} {} {}", finding.rule.id(), finding.location.pointer, finding.message);
    findings.iter().map(one).collect()
}
