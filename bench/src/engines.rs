//! The others: each is handed one line after the other.

use std::error::Error;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader};

use contract::{Projection, Schema, write};
use jsonschema::Validator;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::Counts;

/// Says whether a line is right.
pub(crate) type Engine<'c> = Box<dyn FnMut(&[u8]) -> bool + 'c>;

/// The engine of this name.
pub(crate) fn named(name: &str, view: Projection<'_>, schema: &Schema) -> Result<Engine<'static>, Box<dyn Error>> {
    let schema = write::json_schema_of(view, schema);
    match name {
        "jsonschema" => is_valid(validator(&schema)?),
        "iter_errors" => iter_errors(validator(&schema)?),
        "error_count" => error_count(validator(&schema)?),
        "boon" => boon(schema),
        "ignored" => Ok(Box::new(|line| serde_json::from_slice::<IgnoredAny>(line).is_ok())),
        "sonic" => Ok(Box::new(|line| sonic_rs::from_slice::<IgnoredAny>(line).is_ok())),
        other => Err(format!("no engine {other}").into()),
    }
}

fn validator(schema: &Value) -> Result<Validator, Box<dyn Error>> {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    Ok(options.with_pattern_options(jsonschema::PatternOptions::regex()).build(schema)?)
}

fn is_valid(validator: Validator) -> Result<Engine<'static>, Box<dyn Error>> {
    Ok(Box::new(move |line| serde_json::from_slice(line).is_ok_and(|value| validator.is_valid(&value))))
}

/// Every error is counted.
fn error_count(validator: Validator) -> Result<Engine<'static>, Box<dyn Error>> {
    let mut errors = 0;
    Ok(Box::new(move |line| {
        let Ok(value) = serde_json::from_slice::<Value>(line) else { return false };
        let found = validator.iter_errors(&value).count();
        errors = std::hint::black_box(errors + found);
        found == 0
    }))
}

/// Every error becomes a line of text.
fn iter_errors(validator: Validator) -> Result<Engine<'static>, Box<dyn Error>> {
    let mut text = String::new();
    Ok(Box::new(move |line| {
        let Ok(value) = serde_json::from_slice::<Value>(line) else { return false };
        text.clear();
        for error in validator.iter_errors(&value) {
            let _ = writeln!(text, "{}: {error}", error.instance_path());
        }
        text.is_empty()
    }))
}

fn boon(schema: Value) -> Result<Engine<'static>, Box<dyn Error>> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("file:///schema.json", schema)?;
    let index = compiler.compile("file:///schema.json", &mut schemas).map_err(|error| error.to_string())?;
    Ok(Box::new(move |line| serde_json::from_slice(line).is_ok_and(|value| schemas.validate(&value, index).is_ok())))
}

/// Hands every line of a file to an engine.
pub(crate) fn by_line(file: &str, mut engine: Engine<'_>) -> Result<Counts, Box<dyn Error>> {
    let mut reader = BufReader::with_capacity(256 * 1024, File::open(file)?);
    let mut counts = Counts { lines: 0, right: 0, bytes: 0 };
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        counts.lines += 1;
        counts.bytes += line.len() as u64;
        counts.right += u64::from(engine(&line));
        line.clear();
    }
    Ok(counts)
}
