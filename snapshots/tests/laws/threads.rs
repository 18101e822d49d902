//! Any number of threads tells the same, in the same order.

use contract::{Release, ReleaseSet};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use testkit::exchange::{har, ndjson};

use crate::engine::{Capture, Question, ScanOutcome};
use crate::run::{BUILTIN, hold};
use crate::traffic::{components, exchanges, lines, turns};

/// Everything that is told, as a report has it.
fn whole(told: &ScanOutcome) -> (Vec<String>, String) {
    let findings = told.findings.iter().map(|finding| serde_json::to_string(finding).unwrap());
    (findings.collect(), format!("{:?}", told.summary))
}

/// One release, or some in a row.
fn releases() -> BoxedStrategy<ReleaseSet> {
    let range = (0..turns().len(), 0_usize..3);
    let range = range.prop_map(|(first, more)| {
        let first = turns()[first];
        Release::all().filter(|release| *release >= first).take(more + 1).collect::<ReleaseSet>()
    });
    range.boxed()
}

fn alike(question: &Question, capture: &Capture) -> TestCaseResult {
    let engine = || if question.releases.len() == 1 { question.at_one() } else { question.at_all() };
    let in_turn = whole(&engine().tell(capture));
    for threads in 1..=3 {
        let on_threads = whole(&engine().tell_on(threads, capture));
        prop_assert_eq!(&on_threads, &in_turn, "{} threads at {} of {:?}", threads, question.releases, capture);
    }
    Ok(())
}

#[test]
fn of_exchanges() {
    hold(40, "exchanges", &(releases(), exchanges(6)), |(open, exchanges)| {
        let question = Question::of(&BUILTIN, open);
        alike(&question, &Capture::Exchanges(ndjson(&exchanges)))?;
        alike(&question, &Capture::Exchanges(har(&exchanges)))
    });
}

#[test]
fn of_lines() {
    let any_lines = releases().prop_flat_map(|open| {
        components(open)
            .prop_flat_map(move |name| (Just(open & BUILTIN.components[name].life), Just(name), lines(name, 8)))
    });
    hold(60, "lines", &any_lines, |(releases, name, lines)| {
        let question = Question { component: Some(name), ..Question::of(&BUILTIN, releases) };
        alike(&question, &Capture::Lines(lines.join("\n")))
    });
}
