//! What is found at a set of releases is, release by release, what is found at each.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use contract::{Release, ReleaseSet};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use testkit::exchange::ndjson;

use crate::engine::{Capture, Engine, Fault, Key, Question, by_release, is_known, keys};
use crate::run::{BUILTIN, hold};
use crate::traffic::{components, exchanges, lines, some_releases};

/// The validators at single releases, each kept for all cases; and how many findings there were at how many releases.
#[derive(Default)]
struct Each {
    engines: BTreeMap<Release, Engine>,
    sizes: BTreeSet<usize>,
}

impl Each {
    fn keys(&mut self, open: ReleaseSet, capture: &Capture) -> BTreeMap<Release, Vec<Key>> {
        let at = |release| Question::of(&BUILTIN, ReleaseSet::only(release)).at_one();
        let one = |release| (release, keys(&self.engines.entry(release).or_insert_with(|| at(release)).tell(capture)));
        let found: BTreeMap<Release, Vec<Key>> = open.iter().map(one).collect();
        self.sizes.extend(found.values().map(Vec::len));
        found
    }
}

fn held(each: &RefCell<Each>, open: ReleaseSet, capture: &Capture) -> TestCaseResult {
    let together = Question::of(&BUILTIN, open).at_all().tell(capture);
    same(&by_release(open, &together), &each.borrow_mut().keys(open, capture), capture)
}

fn same(
    together: &BTreeMap<Release, Vec<Key>>,
    each: &BTreeMap<Release, Vec<Key>>,
    capture: &Capture,
) -> TestCaseResult {
    let is_loose = each.values().flatten().any(|key| key.rule == "operation-undocumented-but-alive");
    if is_loose && is_known(Fault::LooseRoutes) {
        return Ok(());
    }
    for (release, alone) in each {
        let at_set: Vec<&Key> = together[release].iter().filter(|key| !alone.contains(key)).collect();
        let at_one: Vec<&Key> = alone.iter().filter(|key| !together[release].contains(key)).collect();
        prop_assert!(
            together[release] == *alone,
            "{release}: only at the set {at_set:#?}, only at the one {at_one:#?} of {capture:?}"
        );
    }
    Ok(())
}

#[test]
fn of_exchanges_at_some_releases() {
    let each = RefCell::default();
    hold(160, "exchanges", &(some_releases(), exchanges(3)), |(open, exchanges)| {
        held(&each, open, &Capture::Exchanges(ndjson(&exchanges)))
    });
    let sizes = each.into_inner().sizes;
    assert!(sizes.len() > 5 && sizes.contains(&0), "{sizes:?}");
}

#[test]
fn of_exchanges_at_all_releases() {
    let each = RefCell::default();
    hold(6, "exchanges", &exchanges(2), |exchanges| {
        held(&each, BUILTIN.releases, &Capture::Exchanges(ndjson(&exchanges)))
    });
}

#[test]
fn of_lines() {
    let any_lines = some_releases().prop_flat_map(|open| {
        components(open)
            .prop_flat_map(move |name| (Just(open & BUILTIN.components[name].life), Just(name), lines(name, 4)))
    });
    hold(120, "lines", &any_lines, |(open, name, lines)| {
        let capture = Capture::Lines(lines.join("\n"));
        let question = |releases| Question { component: Some(name), ..Question::of(&BUILTIN, releases) };
        let each =
            open.iter().map(|release| (release, keys(&question(ReleaseSet::only(release)).at_one().tell(&capture))));
        let together = question(open).at_all().tell(&capture);
        let together = if open.len() == 1 {
            // A set of one is that one, and its findings say more of releases than that.
            BTreeMap::from([(open.first().unwrap(), keys(&together))])
        } else {
            by_release(open, &together)
        };
        same(&together, &each.collect(), &capture)
    });
}
