//! How cost grows: the same lines, more and more of them.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::measured;

/// How many lines.
const LENGTHS: [usize; 4] = [2_000, 20_000, 200_000, 2_000_000];

/// Runs the plan over more and more lines of a file, from its beginning again where it ends, and prints what a line costs.
pub(crate) fn run(document: &str, schema: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(format!("{file} has no lines").into());
    }
    println!("    lines  µs/line  peak KiB");
    for length in LENGTHS {
        let longer = std::env::temp_dir().join(format!("immich-contract-bench-{}.ndjson", std::process::id()));
        write(&longer, lines.iter().cycle().take(length))?;
        let run = measured("plan", document, schema, &longer.to_string_lossy());
        fs::remove_file(&longer)?;
        let run = run?;
        println!("{length:9} {:8.3} {:>9}", run.seconds * 1e6 / length as f64, run.peak);
    }
    Ok(())
}

fn write<'l>(path: &Path, lines: impl Iterator<Item = &'l &'l str>) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(path)?);
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(out.flush()?)
}
