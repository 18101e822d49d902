//! What is only counted is what is reported, less the notes.

use contract::{Release, ReleaseSet};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use report::Severity;
use testkit::exchange::ndjson;

use crate::engine::{Capture, Notes, Question};
use crate::run::{BUILTIN, hold};
use crate::traffic::{components, exchanges, lines, turns};

/// Findings that are no notes, and all counts.
fn told(question: &Question, notes: Notes, threads: usize, capture: &Capture) -> (Vec<String>, String) {
    let question = Question { notes, ..question.clone() };
    let mut engine = if question.releases.len() == 1 { question.at_one() } else { question.at_all() };
    let told = if threads == 0 { engine.tell(capture) } else { engine.tell_on(threads, capture) };
    let notes = told.findings.iter().filter(|finding| finding.severity == Severity::Note).count();
    assert!(question.notes == Notes::Reported || notes == 0, "notes are findings although they are only counted");
    let findings = told.findings.iter().filter(|finding| finding.severity > Severity::Note);
    (findings.map(|finding| serde_json::to_string(finding).unwrap()).collect(), format!("{:?}", told.summary))
}

fn counted_is_reported(question: &Question, capture: &Capture) -> TestCaseResult {
    for threads in [0, 2] {
        let reported = told(question, Notes::Reported, threads, capture);
        let counted = told(question, Notes::Counted, threads, capture);
        prop_assert_eq!(counted, reported, "at {}, {} threads: {:?}", question.releases, threads, capture);
    }
    Ok(())
}

fn one_release() -> BoxedStrategy<Release> {
    proptest::sample::select(turns()).boxed()
}

#[test]
fn of_exchanges() {
    hold(100, "exchanges", &(one_release(), exchanges(4)), |(release, exchanges)| {
        let question = Question::of(&BUILTIN, ReleaseSet::only(release));
        counted_is_reported(&question, &Capture::Exchanges(ndjson(&exchanges)))
    });
}

#[test]
fn of_lines() {
    let any_lines = one_release().prop_flat_map(|release| {
        let open = ReleaseSet::only(release);
        components(open).prop_flat_map(move |name| (Just(open), Just(name), lines(name, 8)))
    });
    hold(100, "lines", &any_lines, |(releases, name, lines)| {
        let question = Question { component: Some(name), ..Question::of(&BUILTIN, releases) };
        counted_is_reported(&question, &Capture::Lines(lines.join("\n")))
    });
}
