//! Whole runs over one NDJSON file, side by side: the plan, and others that read or validate JSON.
//!
//! `bench DOCUMENT SCHEMA FILE [ROUNDS]` runs every engine in turn, as often as asked, each in a process of its own, so
//! that time and memory are its own and a busy machine is busy for all alike. It prints the least processor time of each.
//! All engines are one program, built alike: the profile is printed first. SCHEMA is the name of a component; `NAME[]` is
//! a list of it. With `--findings` right lines are not enough: each error is written out, too; with `--counts` they are
//! counted. With `--growth` it runs the plan alone, over more and more lines, and prints what one costs.

mod engines;
mod growth;
mod ours;

use std::error::Error;
use std::process::Command;

use contract::{Kind, Node, Projection, Release, Schema, read};

/// How this program was built, with all engines in it.
const MANIFEST: &str = include_str!("../Cargo.toml");

/// What one engine made of a file.
struct Counts {
    lines: u64,
    right: u64,
    bytes: u64,
}

/// The engines, ours first: the others are compared with it.
const ENGINES: &[&str] = &["plan", "ignored", "sonic", "jsonschema", "boon"];
/// Those that say what is wrong.
const FINDERS: &[&str] = &["findings", "iter_errors"];
/// Those that only count it.
const COUNTERS: &[&str] = &["counts", "error_count"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--one", engine, document, schema, file] => one(engine, document, schema, file),
        ["--growth", document, schema, file] => growth::run(document, schema, file),
        ["--findings", document, schema, file] => all(FINDERS, document, schema, file, 3),
        ["--counts", document, schema, file] => all(COUNTERS, document, schema, file, 9),
        [document, schema, file] => all(ENGINES, document, schema, file, 3),
        [document, schema, file, rounds] => all(ENGINES, document, schema, file, rounds.parse()?),
        _ => Err("usage: bench [--growth | --findings | --counts] OPENAPI-DOCUMENT SCHEMA NDJSON-FILE [ROUNDS]".into()),
    }
}

/// What one process of one engine came to.
struct Run {
    /// Processor time.
    seconds: f64,
    wall: f64,
    counts: Counts,
    /// The most memory, in KiB.
    peak: u64,
}

/// Runs one engine in a process of its own.
fn measured(engine: &str, document: &str, schema: &str, file: &str) -> Result<Run, Box<dyn Error>> {
    let run = Command::new(std::env::current_exe()?).args(["--one", engine, document, schema, file]).output()?;
    let text = String::from_utf8(run.stdout)?;
    let fields: Vec<&str> = text.split_whitespace().collect();
    let [seconds, wall, lines, right, bytes, peak] = fields.as_slice() else {
        return Err(format!("{engine} failed: {}", String::from_utf8_lossy(&run.stderr)).into());
    };
    let counts = Counts { lines: lines.parse()?, right: right.parse()?, bytes: bytes.parse()? };
    Ok(Run { seconds: seconds.parse()?, wall: wall.parse()?, counts, peak: peak.parse()? })
}

/// Runs every engine in turn and prints a table.
fn all(engines: &[&str], document: &str, schema: &str, file: &str, rounds: u32) -> Result<(), Box<dyn Error>> {
    let mut best: Vec<Option<Run>> = engines.iter().map(|_| None).collect();
    for _ in 0..rounds {
        for (engine, best) in engines.iter().zip(&mut best) {
            let run = measured(engine, document, schema, file)?;
            if best.as_ref().is_none_or(|best| run.seconds < best.seconds) {
                *best = Some(run);
            }
        }
    }
    let (_, profile) = MANIFEST.split_once("[profile.release]\n").ok_or("no profile")?;
    println!("built with {}", profile.trim_end().replace('\n', ", "));
    println!("engine       CPU s  wall s     lines     right   MB/CPU s  docs/CPU s  peak KiB  ours is faster by");
    let plan = best.first().and_then(|best| best.as_ref().map(|best| best.seconds)).ok_or("no round was run")?;
    for (engine, run) in engines.iter().zip(best.iter().flatten()) {
        let Run { seconds, wall, counts: Counts { lines, right, bytes }, peak } = run;
        let (rate, documents) = (*bytes as f64 / seconds / 1e6, *lines as f64 / seconds);
        let ratio = seconds / plan;
        println!(
            "{engine:11}{seconds:7.3} {wall:7.3} {lines:9} {right:9} {rate:10.0} {documents:11.0} {peak:9} {ratio:9.2}"
        );
    }
    Ok(())
}

/// Runs one engine and prints processor time, wall time, lines, right lines, bytes and peak memory.
fn one(engine: &str, document: &str, schema: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let contract = read::openapi(&std::fs::read(document)?)?.contract;
    let view = Projection { contract: &contract, release: Release::latest() };
    let (cpu, start) = (processor_time()?, std::time::Instant::now());
    let counts = match engine {
        "plan" => ours::plan(view, &schema_named(schema), file)?,
        "counts" => ours::counts(view, schema, file)?,
        "findings" => engines::by_line(file, ours::findings(view, schema)?)?,
        other => engines::by_line(file, engines::named(other, view, &schema_named(schema))?)?,
    };
    let (cpu, wall) = (processor_time()? - cpu, start.elapsed().as_secs_f64());
    let Counts { lines, right, bytes } = counts;
    println!("{cpu:.4} {wall:.3} {lines} {right} {bytes} {}", peak_memory()?);
    Ok(())
}

/// A component, or a list of one.
fn schema_named(name: &str) -> Schema {
    let Some(item) = name.strip_suffix("[]") else { return Schema::always(Node::to(name)) };
    let items = Some(Box::new(Schema::always(Node::to(item))));
    Schema::always(Node { items, ..Node::of(Kind::Array) })
}

/// The processor time of this process so far, in seconds.
fn processor_time() -> Result<f64, Box<dyn Error>> {
    let text = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = text.split_whitespace().next().ok_or("no schedstat")?.parse()?;
    Ok(nanoseconds / 1e9)
}

/// The most memory that this process ever held, in KiB.
fn peak_memory() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
