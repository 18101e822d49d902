//! What all releases at once cost beside one: `set SCHEMAS NAME RELEASE LINES.ndjson [ROUNDS]`.
//!
//! Both scanners read the same lines from memory, in turn; the least processor time of each counts. `SCHEMAS` is the
//! project's folder of schemas.

use std::error::Error;
use std::time::Instant;

use contract::{Contract, Node, Projection, Release, Schema, read};
use immich_contract_plan::{Plan, SetPlan, Verdict};
use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, name, release, file, rounds) =
        match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [folder, name, release, file] => (*folder, *name, *release, *file, 5),
            [folder, name, release, file, rounds] => (*folder, *name, *release, *file, rounds.parse()?),
            _ => return Err("usage: set SCHEMAS NAME RELEASE LINES.ndjson [ROUNDS]".into()),
        };
    let contract = contract(folder)?;
    let release: Release =
        contract.releases.iter().find(|known| known.version() == release).ok_or("no such release")?;
    let (schema, text) = (Schema::always(Node::to(name)), std::fs::read_to_string(file)?);
    let start = Instant::now();
    let one = Plan::compile(Projection { contract: &contract, release }, &schema);
    let compiled_one = start.elapsed();
    let start = Instant::now();
    let all = SetPlan::compile(&contract, &schema, contract.releases);
    println!("compiled: one in {compiled_one:.2?}, {} in {:.2?}", contract.releases.len(), start.elapsed());
    let (mut one, mut all) = (one.scanner(), all.scanner());
    let (mut least_one, mut least_all) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..rounds {
        let (right, seconds) = timed(&text, |at| {
            let line = one.check_line(&text, at);
            (line.verdict != Verdict::Unsure, line.end)
        })?;
        least_one = least_one.min(seconds);
        let (sure, seconds) = timed(&text, |at| {
            let line = all.check_line(&text, at);
            (line.standing.is_some_and(|standing| standing.right.contains(release)), line.end)
        })?;
        least_all = least_all.min(seconds);
        println!("right: {right} lines by one, {sure} by all");
    }
    println!("one {least_one:.4} s, all {least_all:.4} s: {:.2} times", least_all / least_one);
    Ok(())
}

/// How many lines are right, and the processor time that it took to know.
fn timed(text: &str, mut line: impl FnMut(usize) -> (bool, usize)) -> Result<(u64, f64), Box<dyn Error>> {
    let (mut at, mut right) = (0, 0);
    let start = processor_time()?;
    while at < text.len() {
        let (is_right, end) = line(at);
        right += u64::from(is_right);
        at = end;
    }
    Ok((right, processor_time()? - start))
}

/// The processor time of this process so far, in seconds.
fn processor_time() -> Result<f64, Box<dyn Error>> {
    let text = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = text.split_whitespace().next().ok_or("no schedstat")?.parse()?;
    Ok(nanoseconds / 1e9)
}

/// The contract that the files of a folder are together, as the build script of the binary puts it together.
fn contract(folder: &str) -> Result<Contract, Box<dyn Error>> {
    let mut components = Map::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).ok_or("a file has no name")?;
        let mut schema = serde_json::from_slice(&std::fs::read(&path)?)?;
        refer_within(&mut schema);
        components.insert(name.to_owned(), schema);
    }
    let mut document = components.remove("operations").ok_or("no operations.json")?;
    if let Some(document) = document.as_object_mut() {
        document.insert("$defs".to_owned(), Value::Object(components));
    }
    Ok(read::annotated(&document)?.contract)
}

/// Turns references from file to file into references within one document.
fn refer_within(value: &mut Value) {
    if let Some(Value::String(target)) = value.get_mut("$ref")
        && let Some(name) = target.strip_suffix(".json")
    {
        *target = format!("#/$defs/{name}");
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(refer_within),
        Value::Array(items) => items.iter_mut().for_each(refer_within),
        _ => {}
    }
}
