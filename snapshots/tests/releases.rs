//! The walk over all releases at once says what a check at each single release says.
//!
//! The check at a single release is the definition: the `jsonschema` crate on the projected schema, with formats
//! asserted, patterns in linear time, and the integer formats of OpenAPI as the bounds that they stand for.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop like a test")]

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use contract::{Contract, Operation, Projection, Release, ReleaseSet, Schema, SchemaId, write};
use jsonschema::{PatternOptions, Validator};
use plan::{SetPlan, SetScanner};
use proptest::prelude::*;
use proptest::sample::{self, Index};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use testkit::{material, mutation, values};
use validator::assess::{Confidence, Values};
use validator::capture::{self, Captures};
use validator::exchange::{Exchange, Item};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// How many values of each component are made, and how many mutations of each are tried.
const CASES: u32 = 12;
const BREAKS: usize = 8;

/// A check at each release, one by one. Values that have the very same schema share its validator.
#[derive(Default)]
struct Brute {
    compiled: HashMap<SchemaId, Vec<(ReleaseSet, Arc<Validator>)>>,
}

impl Brute {
    fn of(&mut self, schema: &'static Schema, value: &Value) -> ReleaseSet {
        let groups = self.groups(schema).iter();
        let right = groups.filter(|(_, validator)| validator.is_valid(value));
        right.fold(ReleaseSet::NONE, |all, (releases, _)| all | *releases)
    }

    fn at(&mut self, release: Release, schema: &'static Schema) -> Arc<Validator> {
        let group = self.groups(schema).iter().find(|(releases, _)| releases.contains(release));
        Arc::clone(&group.unwrap().1)
    }

    fn groups(&mut self, schema: &'static Schema) -> &[(ReleaseSet, Arc<Validator>)] {
        let key = schema.id();
        self.compiled.entry(key).or_insert_with(|| compile(schema))
    }
}

fn compile(schema: &'static Schema) -> Vec<(ReleaseSet, Arc<Validator>)> {
    let mut groups: Vec<(Value, ReleaseSet)> = Vec::new();
    for release in BUILTIN.releases.iter() {
        let text = write::json_schema_of(Projection { contract: &BUILTIN, release }, schema);
        match groups.iter_mut().find(|(known, _)| *known == text) {
            Some((_, releases)) => releases.insert(release),
            None => groups.push((text, ReleaseSet::only(release))),
        }
    }
    let one = |(mut text, releases): (Value, ReleaseSet)| {
        bounded(&mut text);
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        let validator = options.with_pattern_options(PatternOptions::regex()).build(&text);
        (releases, Arc::new(validator.unwrap_or_else(|error| panic!("{error} in {text}"))))
    };
    groups.into_iter().map(one).collect()
}

/// OpenAPI's integer formats are no formats of JSON Schema: here they are the ranges that they stand for.
fn bounded(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(bounded),
        Value::Object(members) => {
            let range = match members.get("format").and_then(Value::as_str) {
                Some("int32") => Some(json!({"minimum": i32::MIN, "maximum": i32::MAX})),
                Some("int64") => Some(json!({"minimum": i64::MIN, "maximum": i64::MAX})),
                _ => None,
            };
            members.values_mut().for_each(bounded);
            let is_integer = members.get("type").is_some_and(|kind| kind.to_string().contains("\"integer\""));
            if let Some(range) = range.filter(|_| is_integer) {
                let mut all = members.remove("allOf").and_then(|all| all.as_array().cloned()).unwrap_or_default();
                all.push(range);
                members.insert("allOf".to_owned(), Value::Array(all));
            }
        }
        _ => {}
    }
}

/// What the documented evidence of a value leaves.
fn left(releases: &mut Values<'static>, schema: &'static Schema, value: &Value) -> ReleaseSet {
    let evidence = releases.evidence(BUILTIN.releases, schema, value);
    let sure = evidence.iter().filter(|one| one.confidence == Confidence::Documented);
    sure.fold(BUILTIN.releases, |left, one| left & one.releases)
}

#[test]
fn one_walk_is_a_check_at_each_release_on_random_values() {
    let (mut brute, mut releases) = (Brute::default(), Values::new(&BUILTIN));
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    for (name, component) in &BUILTIN.components {
        let alive: Vec<Release> = (component.life & BUILTIN.releases).iter().collect();
        let made = sample::select(alive).prop_flat_map(move |release| {
            let values = values::component(Projection { contract: &BUILTIN, release }, name);
            let values = values.unwrap_or_else(|| panic!("no value of {name} at {release}"));
            (Just(release), values, any::<[Index; BREAKS]>())
        });
        let config = Config { cases: CASES, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
        let plan = SetPlan::compile(&BUILTIN, &component.schema, BUILTIN.releases).scanner();
        let plan = std::cell::RefCell::new(plan);
        let (brute, releases, sizes) = (
            std::cell::RefCell::new(&mut brute),
            std::cell::RefCell::new(&mut releases),
            std::cell::RefCell::new(&mut sizes),
        );
        let law = |(release, value, picks): (Release, Value, [Index; BREAKS])| {
            let view = Projection { contract: &BUILTIN, release };
            let breaks = mutation::breaking_component(view, name, &value);
            let some = picks.iter().filter(|_| !breaks.is_empty()).map(|pick| pick.get(&breaks).apply(&value));
            for value in some.chain([value.clone()]) {
                let right = releases.borrow_mut().right(BUILTIN.releases, &component.schema, &value);
                prop_assert_eq!(right, brute.borrow_mut().of(&component.schema, &value), "{} {}", name, value);
                let standing = plan.borrow_mut().check(value.to_string().as_bytes());
                prop_assert!(standing.is_none_or(|told| told.right == right), "{} {} {:?}", name, value, standing);
                prop_assert_eq!(
                    right,
                    left(&mut releases.borrow_mut(), &component.schema, &value),
                    "{} {}",
                    name,
                    value
                );
                *sizes.borrow_mut().entry(right.len()).or_default() += 1;
            }
            prop_assert!(releases.borrow_mut().right(BUILTIN.releases, &component.schema, &value).contains(release));
            Ok(())
        };
        TestRunner::new(config).run(&made, law).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    // Guards the law against values that tell nothing: all right, or all wrong.
    assert!(sizes.len() > 5 && sizes.contains_key(&0), "sizes of the sets: {sizes:?}");
}

/// How long each way took on the same values.
#[derive(Default)]
struct Times {
    bodies: usize,
    /// Bodies of which the plan of all releases is sure.
    sure: usize,
    plans: HashMap<SchemaId, SetScanner>,
    walk_all: Duration,
    walk_one: Duration,
    brute_all: Duration,
    brute_one: Duration,
}

impl Times {
    fn plan(&mut self, schema: &'static Schema) -> &mut SetScanner {
        let key = schema.id();
        self.plans.entry(key).or_insert_with(|| SetPlan::compile(&BUILTIN, schema, BUILTIN.releases).scanner())
    }

    fn print(&self, release: Release) {
        let Self { bodies, sure, plans, walk_all, walk_one, brute_all, brute_one } = self;
        let ratio = walk_all.as_secs_f64() / walk_one.as_secs_f64();
        println!(
            "{release}: {bodies} bodies; walk over all releases {walk_all:?}, over one {walk_one:?} ({ratio:.2} times); \
             jsonschema at each release {brute_all:?}, at one {brute_one:?}; {} plans of all releases are sure of {sure} bodies",
            plans.len()
        );
    }
}

fn timed<T>(total: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    *total += start.elapsed();
    result
}

#[test]
fn one_walk_is_a_check_at_each_release_on_real_bodies() {
    let Some(folder) = material::captures() else { return };
    let (mut brute, mut releases) = (Brute::default(), Values::new(&BUILTIN));
    for release in Release::all() {
        let capture = folder.join(format!("v{release}")).join("capture.har");
        if !capture.is_file() {
            continue;
        }
        let mut times = Times::default();
        let captures = Captures::open(&[capture], capture::Options::default()).unwrap();
        let visit = |item: Item| {
            let Item::Exchange(exchange) = item else { return ControlFlow::Continue(()) };
            for (schema, body) in bodies(&exchange) {
                compare(release, schema, &body, &mut brute, &mut releases, &mut times);
            }
            ControlFlow::Continue(())
        };
        captures.for_each(visit).unwrap();
        assert!(times.bodies > 50, "{release}: {} bodies", times.bodies);
        assert!(times.sure * 2 > times.bodies, "{release}: sure of {} of {} bodies", times.sure, times.bodies);
        times.print(release);
    }
}

fn compare(
    release: Release,
    schema: &'static Schema,
    body: &Value,
    brute: &mut Brute,
    releases: &mut Values<'static>,
    times: &mut Times,
) {
    // Once before the clock runs: what is compiled when first needed is not part of a walk.
    let expected = brute.of(schema, body);
    assert_eq!(releases.right(BUILTIN.releases, schema, body), expected, "{release} {body}");
    assert_eq!(left(releases, schema, body), expected, "{release} {body}");
    if let Some(standing) = times.plan(schema).check(body.to_string().as_bytes()) {
        times.sure += 1;
        assert_eq!(standing.right, expected, "{release} {body}");
        let evidence = releases.evidence(BUILTIN.releases, schema, body);
        let likely = evidence.iter().fold(BUILTIN.releases, |left, one| left & one.releases);
        assert_eq!(standing.declared, likely, "{release} {body}");
    }
    let one = ReleaseSet::only(release);
    let validator = brute.at(release, schema);
    times.bodies += 1;
    timed(&mut times.walk_all, || releases.right(BUILTIN.releases, schema, body));
    let right = timed(&mut times.walk_one, || releases.right(one, schema, body));
    timed(&mut times.brute_all, || brute.of(schema, body));
    assert_eq!(timed(&mut times.brute_one, || validator.is_valid(body)), right == one);
}

/// The JSON bodies of an exchange, each with every schema that any operation of its path has for such a body.
fn bodies(exchange: &Exchange) -> Vec<(&'static Schema, Value)> {
    let (Some(request), Some(response)) = (&exchange.request, &exchange.response) else { return Vec::new() };
    let json = |bytes: Option<&[u8]>| bytes.and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok());
    let (asked, answered) = (json(request.body.bytes()), json(response.body.bytes()));
    let mut found = Vec::new();
    for operation in
        BUILTIN.operations.iter().filter(|operation| is_for(operation, &request.method, request.url.path()))
    {
        let schemas = |media: &'static [contract::Media]| media.iter().filter_map(|media| media.schema.as_ref());
        let sent = operation.body.iter().flat_map(|body| schemas(&body.content));
        found.extend(sent.zip(std::iter::repeat(&asked)).filter_map(|(schema, body)| Some((schema, body.clone()?))));
        let got = operation.responses.iter().flat_map(|response| schemas(&response.content));
        found.extend(got.zip(std::iter::repeat(&answered)).filter_map(|(schema, body)| Some((schema, body.clone()?))));
    }
    found
}

fn is_for(operation: &Operation, method: &str, path: &str) -> bool {
    let template: Vec<&str> = operation.path().split('/').collect();
    let path: Vec<&str> = path.trim_start_matches("/api").split('/').collect();
    let fits = |(template, segment): (&&str, &&str)| template == segment || template.starts_with('{');
    operation.method.to_string() == method && template.len() == path.len() && template.iter().zip(&path).all(fits)
}
