//! Work grows with a document, not with the ways in it: steps are counted, not seconds.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use contract::{Projection, Release, read};
use plan::Plan;
use serde_json::Value;
use testkit::hostile::{KINDS, Kind};

/// What is done with a document of a kind and a size, and how many bytes it has.
struct Steps {
    bytes: usize,
    read: usize,
    compiled: usize,
    compared: usize,
}

fn steps(document: &Value) -> Steps {
    let text = document.to_string();
    let reading = read::openapi(text.as_bytes()).unwrap();
    let view = Projection { contract: &reading.contract, release: Release::latest() };
    let body = reading.contract.operations.first().unwrap().body.as_ref().unwrap();
    let schema = body.content.first().unwrap().schema.as_ref().unwrap();
    let compiled = Plan::compile(view, schema).work();
    Steps { bytes: text.len(), read: reading.work, compiled, compared: diff::work(view, view) }
}

/// Whether work grew as the document did, with room for a logarithm; what there is little of may be anything.
fn grows_alike(before: usize, after: usize, bytes: (usize, usize)) -> bool {
    const LITTLE: usize = 2_000;
    after <= LITTLE || after * bytes.0 <= before * bytes.1 * 3 / 2
}

fn check(name: &str, kind: Kind, size: usize) {
    let (one, two) = (steps(&kind(size)), steps(&kind(2 * size)));
    let bytes = (one.bytes, two.bytes);
    let all = [
        ("read", one.read, two.read),
        ("compiled", one.compiled, two.compiled),
        ("compared", one.compared, two.compared),
    ];
    for (what, before, after) in all {
        assert!(grows_alike(before, after, bytes), "{name}: {what} {before} → {after} at {size} → {}", 2 * size);
    }
}

#[test]
fn work_grows_with_the_document() {
    for (name, kind) in KINDS {
        // The size of graphs is their square; plans of smaller ones are compiled up to a bound. Levels are more than the depth
        // of 64 to which one schema is compared, lists longer than what is small enough to be looked through one by one.
        let sizes = if name.starts_with("all ") { [40, 60] } else { [100, 500] };
        for size in sizes {
            check(name, kind, size);
        }
    }
}
