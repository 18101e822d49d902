//! What is found at one release is what its definition says: the `jsonschema` crate on the projection, and the rules that
//! no schema can say.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use contract::{Contract, Operation, Projection, Release, ReleaseSet};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample;
use report::Part;
use testkit::exchange::{self, Disturbance, Exchange, ndjson};

use crate::definition::{Definition, Expected, of_exchange};
use crate::engine::{Capture, Engine, Fault, Key, Question, ScanOutcome, is_hidden, is_known, keys};
use crate::run::{BUILTIN, hold, names};
use crate::traffic::lines;

/// The builtin contract without what was observed of servers, which makes findings milder and schemas no different.
static DOCUMENTED: LazyLock<Contract> = LazyLock::new(|| Contract { observations: Vec::new(), ..BUILTIN.clone() });

/// Rules about an exchange as a whole, which the definition says nothing of.
const OF_EXCHANGES: [&str; 16] = [
    "authentication-missing",
    "authentication-of-other-kind",
    "error-body-unknown",
    "head-undocumented",
    "operation-deprecated",
    "operation-removed",
    "operation-not-yet-added",
    "request-body-missing",
    "request-body-undeclared",
    "request-content-type-missing",
    "request-content-type-undeclared",
    "request-outside-api",
    "request-refused",
    "response-body-missing",
    "response-body-undeclared",
    "response-content-type-undeclared",
];

/// The findings of one item, as the definition tells them. Of several components that a finding could be told of, any
/// will do while the engine is known to take any.
fn of_item(told: &ScanOutcome, item: u64, expected: &[Expected]) -> Vec<Expected> {
    let keys = keys(told).into_iter().filter(|key| key.item == item && !is_of_exchange(key));
    let found = keys.map(|Key { part, pointer, rule, severity, schema, .. }| {
        let mut found = Expected { part, pointer, rule, severity, schemas: schema.into_iter().collect() };
        let alike = |one: &&Expected| {
            let place = (one.part, &one.pointer, one.rule, one.severity);
            place == (found.part, &found.pointer, found.rule, found.severity)
        };
        if let Some(name) = found.schemas.first()
            && let Some(one) = expected.iter().filter(alike).find(|one| one.schemas.contains(name))
            && is_known(Fault::AnyAlternative)
        {
            found.schemas.clone_from(&one.schemas);
        }
        first_named(found)
    });
    sorted(found)
}

/// The component that a finding is told of, without others.
fn first_named(mut found: Expected) -> Expected {
    found.schemas.truncate(1);
    found
}

fn sorted(found: impl Iterator<Item = Expected>) -> Vec<Expected> {
    let mut found: Vec<Expected> = found.map(first_named).collect();
    found.sort();
    found
}

fn is_of_exchange(key: &Key) -> bool {
    OF_EXCHANGES.contains(&key.rule) || key.rule == "status-undeclared"
}

#[test]
fn of_bodies() {
    for name in names() {
        let lives: Vec<Release> = (DOCUMENTED.components[name].life & DOCUMENTED.releases).iter().collect();
        hold(2, name, &(sample::select(lives), lines(name, 4)), |(release, lines)| {
            let open = ReleaseSet::only(release);
            let question = Question { component: Some(name), ..Question::of(&DOCUMENTED, open) };
            let told = question.at_one().tell(&Capture::Lines(lines.join("\n")));
            if is_hidden(&told) {
                return Ok(());
            }
            let mut definition = Definition::new(&DOCUMENTED, release);
            for (line, number) in lines.iter().zip(1..) {
                let expected = definition.of_body(name, line);
                let found = of_item(&told, number, &expected);
                prop_assert_eq!(found, sorted(expected.into_iter()), "{} at {} in {}", name, release, line);
            }
            Ok(())
        });
    }
}

/// Whether a disturbance leaves the request one of its operation, and bodies what the definition knows.
fn is_inside(disturbance: &Disturbance) -> bool {
    !disturbance.name.starts_with("method") && !disturbance.name.starts_with("path")
}

/// Exchanges of an operation, made for one of its releases, and another one to hold them against.
fn exchanges_of(
    operations: Vec<&'static Operation>,
) -> impl Strategy<Value = (&'static Operation, Release, Vec<Exchange>)> {
    sample::select(operations).prop_flat_map(|operation| {
        let lives: Vec<Release> = (operation.life & DOCUMENTED.releases).iter().collect();
        (sample::select(lives.clone()), sample::select(lives)).prop_flat_map(move |(made_for, release)| {
            let view = Projection { contract: &DOCUMENTED, release: made_for };
            let disturbances = exchange::DISTURBANCES.iter().copied().filter(is_inside).collect();
            let exchanges = vec(exchange::disturbed_by(view, operation, disturbances), 1..4);
            (Just(operation), Just(release), exchanges)
        })
    })
}

#[test]
fn of_parameters_and_bodies_of_exchanges() {
    hold_exchanges(300, DOCUMENTED.operations.iter().collect());
}

/// What `LicenseResponseDto` is since 3.0.0-rc.1: another name of `UserLicense`.
#[test]
fn of_an_answer_whose_type_has_two_names() {
    hold_exchanges(
        100,
        DOCUMENTED.operations.iter().filter(|operation| operation.has_id("setServerLicense")).collect(),
    );
}

fn hold_exchanges(cases: u32, operations: Vec<&'static Operation>) {
    let known: RefCell<BTreeMap<Release, (Engine, Definition)>> = RefCell::default();
    hold(cases, "exchanges", &exchanges_of(operations), |(operation, release, exchanges)| {
        let mut known = known.borrow_mut();
        let both = || {
            let question = Question::of(&DOCUMENTED, ReleaseSet::only(release));
            (question.at_one(), Definition::new(&DOCUMENTED, release))
        };
        let (engine, definition) = known.entry(release).or_insert_with(both);
        let told = engine.tell(&Capture::Exchanges(ndjson(&exchanges)));
        if is_hidden(&told) {
            return Ok(());
        }
        for (exchange, number) in exchanges.iter().zip(1..) {
            let expected = of_exchange(definition, operation, exchange);
            let mut found = of_item(&told, number, &expected);
            let is_form = definition.is_form(operation, exchange);
            found.retain(|found| found.part != Part::RequestBody || !is_form);
            let line = exchange::line(exchange);
            prop_assert_eq!(found, sorted(expected.into_iter()), "{} at {} in {}", operation.id(), release, line);
        }
        Ok(())
    });
}
