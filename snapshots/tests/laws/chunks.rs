//! Long lists are held against the contract in chunks: what is found so is what is found of all of it at once.

use std::sync::Arc;

use contract::{Kind, Operation, Projection, Release, ReleaseSet, Schema};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};
use validator::assess::{Confidence, Evidence, Identifier, Values};
use validator::check::BodyOf;
use validator::exchange::{BareBody, Item, ItemLocation};

use crate::engine::{Capture, Effort, Question, ScanOutcome};
use crate::run::{BUILTIN, hold};
use crate::traffic::{lines, turns};

/// How long a list is at least, in bytes: shorter ones are looked at whole.
const LONG: usize = 65 * 1024;

/// An operation that answers with a component at a release, or with a list of one.
#[derive(Clone, Debug)]
pub(crate) struct Lister {
    operation: &'static Operation,
    schema: &'static Schema,
    component: &'static str,
    is_list: bool,
    release: Release,
}

impl Lister {
    fn of(operation: &'static Operation, release: Release) -> Option<Self> {
        let view = Projection { contract: &BUILTIN, release };
        let response = view.responses(operation).find(|response| response.status.to_string() == "200")?;
        let media = view.media(&response.content).find(|media| media.media_type == "application/json")?;
        let schema = media.schema.as_ref()?;
        let node = schema.at(release)?;
        let is_list = node.kind == Some(Kind::Array);
        let node = if is_list { node.items.as_deref()?.at(release)? } else { node };
        let component = node.reference.as_deref()?;
        operation.life.contains(release).then_some(Self { operation, schema, component, is_list, release })
    }

    /// A capture of one call that gets this body.
    fn capture(&self, body: &str) -> Capture {
        self.captured(body, 1)
    }

    /// The same of so many calls.
    pub(crate) fn captured(&self, body: &str, times: usize) -> Capture {
        let uuid = "5f0b6a9e-8a0f-4c0e-9d53-0d9a6a0d3e11";
        let path: Vec<&str> = self
            .operation
            .path_at(self.release)
            .split('/')
            .map(|part| if part.contains('{') { uuid } else { part })
            .collect();
        let method = self.operation.method.to_string();
        let request = json!({"method": method, "url": format!("http://host/api{}", path.join("/")), "headers": []});
        let content = json!({"mimeType": "application/json", "text": body});
        let response = json!({"status": 200, "headers": [], "content": content});
        let entry = json!({"request": request, "response": response});
        Capture::Exchanges(json!({"log": {"version": "1.2", "entries": vec![entry; times]}}).to_string())
    }
}

fn listers() -> BoxedStrategy<Lister> {
    let at = |release: Release| BUILTIN.operations.iter().filter_map(move |operation| Lister::of(operation, release));
    sample::select(turns().into_iter().flat_map(at).collect::<Vec<_>>()).boxed()
}

/// A long list of these texts, mixed, of which the first is the most frequent.
fn list(texts: &[String], seed: u64) -> String {
    let (mut chance, mut items, mut length) = (testkit::noise::Chance::new(seed), Vec::new(), 0);
    while length < LONG {
        let is_other = chance.below(8) == 0;
        let text = &texts[if is_other { chance.below(texts.len()) } else { 0 }];
        items.push(text.as_str());
        length += text.len() + 1;
    }
    format!("[{}]", items.join(if seed.is_multiple_of(2) { "," } else { " ,\n" }))
}

/// Repeats the items of this many of the lists that stand below members only, until they are long; how many others may be
/// repeated then.
fn lengthened(value: &mut Value, most: usize) -> usize {
    match value {
        Value::Array(items) if !items.is_empty() && most > 0 => {
            let length = items.iter().map(|item| item.to_string().len() + 1).sum::<usize>();
            *items = vec![std::mem::take(items); LONG / length + 1].concat();
            most - 1
        }
        Value::Object(members) => members.values_mut().fold(most, |most, member| lengthened(member, most)),
        _ => most,
    }
}

/// Answers with long lists: they are one, or have one or several below their members.
pub(crate) fn long_lists() -> impl Strategy<Value = (Lister, String)> {
    let answers = listers().prop_flat_map(|lister| {
        let texts = vec(lines(lister.component, 1).prop_map(|mut lines| lines.swap_remove(0)), 1..6);
        (Just(lister), texts, any::<u64>())
    });
    answers.prop_filter_map("there is no list in it", |(lister, texts, seed)| {
        if lister.is_list {
            return Some((lister, list(&texts, seed)));
        }
        let mut value = serde_json::from_str(&texts[0]).ok()?;
        let most = 1 + usize::try_from(seed % 3).ok()?;
        (lengthened(&mut value, most) < most).then(|| (lister, value.to_string()))
    })
}

/// All findings, without what is shown of the payload, and all counts. Keys that are there twice are told first of each
/// chunk, so that they are not in the same order.
fn told(question: &Question, effort: Effort, capture: &Capture) -> (Vec<String>, String) {
    let question = Question { effort, ..question.clone() };
    let mut engine = if question.releases.len() == 1 { question.at_one() } else { question.at_all() };
    let ScanOutcome { findings, summary } = engine.tell(capture);
    let mut findings: Vec<String> = findings.iter().map(|finding| serde_json::to_string(finding).unwrap()).collect();
    findings.sort();
    (findings, format!("{summary:?}"))
}

#[test]
fn check_finds_the_same() {
    hold(12, "lists", &(long_lists(), any::<bool>()), |((lister, list), is_one)| {
        let releases = if is_one { ReleaseSet::only(lister.release) } else { turns().into_iter().collect() };
        let (question, capture) = (Question::of(&BUILTIN, releases), lister.capture(&list));
        let (chunks, whole) = (told(&question, Effort::Fast, &capture), told(&question, Effort::Complete, &capture));
        prop_assert_eq!(chunks.1, whole.1);
        let other = chunks.0.iter().zip(&whole.0).find(|(one, other)| one != other);
        let of = (&lister.operation.id(), lister.release);
        prop_assert!(other.is_none() && chunks.0.len() == whole.0.len(), "{:?}: {:?}", of, other);
        Ok(())
    });
}

fn identified_alike(lister: &Lister, list: &str) -> TestCaseResult {
    let body = BodyOf::Operation(lister.operation.id_at(lister.release).to_owned());
    let mut identifier = Identifier::new(&BUILTIN, "/api", Some(&body)).unwrap();
    let place = ItemLocation { source: Arc::from("made"), entry: 0, line: None };
    let item = Item::Body(BareBody { place, bytes: list.as_bytes().to_vec() });
    let answer = identifier.answer(&item).unwrap().unwrap();
    // Where the operation had one schema all its life, that is what the body is.
    let [(_, meant)] = BUILTIN.operations_meant(lister.operation.id_at(lister.release))[..] else { return Ok(()) };
    let schemas = lister.operation.responses.iter().flat_map(|response| &response.content);
    if schemas.count() != 1 {
        return Ok(());
    }
    let open = BUILTIN.releases & lister.operation.life & meant;
    let value: Value = serde_json::from_str(list).unwrap();
    let whole = Values::new(&BUILTIN).evidence(open, lister.schema, &value);
    let left = |of: &[Confidence]| {
        let counts = whole.iter().filter(|one| of.contains(&one.confidence));
        counts.fold(open, |left, Evidence { releases, .. }| left & *releases)
    };
    prop_assert_eq!(answer.possible, left(&[Confidence::Documented]));
    prop_assert_eq!(answer.likely, left(&[Confidence::Documented, Confidence::Undeclared]));
    Ok(())
}

#[test]
fn identify_tells_the_same() {
    hold(12, "lists", &long_lists(), |(lister, list)| identified_alike(&lister, &list));
}
