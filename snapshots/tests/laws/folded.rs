//! A report that keeps the first findings of a kind shows the same however little was looked at, on any number of threads.

use contract::ReleaseSet;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::json;
use testkit::exchange::{har, ndjson};

use crate::chunks::long_lists;
use crate::engine::{Capture, Effort, Notes, Question};
use crate::run::{BUILTIN, hold};
use crate::traffic::{exchanges, turns};

/// How often traffic comes again: of each kind there are more findings than a report keeps, in more exchanges.
const TIMES: usize = 7;

fn alike(question: &Question, capture: &Capture) -> TestCaseResult {
    let shown = |effort, threads| {
        let question = Question { effort, notes: Notes::Counted, ..question.clone() };
        let mut engine = if question.releases.len() == 1 { question.at_one() } else { question.at_all() };
        engine.show_on(threads, capture)
    };
    let complete = shown(Effort::Complete, 1);
    for threads in 1..=3 {
        prop_assert_eq!(shown(Effort::Fast, threads), complete.as_str(), "{} threads of {:?}", threads, capture);
    }
    Ok(())
}

#[test]
fn of_exchanges() {
    let releases = proptest::sample::select(turns()).prop_map(ReleaseSet::only);
    hold(60, "exchanges", &(releases, exchanges(4)), |(open, exchanges)| {
        let question = Question::of(&BUILTIN, open);
        let again = vec![exchanges; TIMES].concat();
        alike(&question, &Capture::Exchanges(ndjson(&again)))?;
        alike(&question, &Capture::Exchanges(har(&again)))
    });
}

#[test]
fn of_long_lists() {
    hold(3, "lists", &(long_lists(), any::<bool>()), |((lister, list), is_one)| {
        let releases = if is_one { ReleaseSet::only(turns()[0]) } else { turns().into_iter().collect() };
        alike(&Question::of(&BUILTIN, releases), &lister.captured(&list, TIMES))
    });
}

/// What stands around a long list is shown with a list that is not empty.
#[test]
fn of_what_is_missing_beside_a_long_list() {
    let long = json!({"originalPath": "/".repeat(20_000)});
    let body = json!({"allowDownload": false, "assets": vec![long; 4], "key": 1}).to_string();
    let request = json!({"method": "GET", "url": "http://host/api/shared-links/me", "headers": []});
    let response = json!({"status": 200, "headers": [], "content": {"mimeType": "application/json", "text": body}});
    let har = json!({"log": {"version": "1.2", "entries": [{"request": request, "response": response}]}});
    let capture = Capture::Exchanges(har.to_string());
    for release in turns() {
        alike(&Question::of(&BUILTIN, ReleaseSet::only(release)), &capture).unwrap();
    }
}
