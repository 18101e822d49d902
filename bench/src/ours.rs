//! Ours: the plan is handed blocks of lines, the validator one line after the other.

use std::error::Error;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;

use contract::{Projection, Schema};
use plan::{Plan, Scanner, Verdict};
use report::Severity;
use validator::check::BodyOf;
use validator::compiled::Compiled;

use crate::Counts;
use crate::engines::Engine;

/// Reads a file block by block along the plan of a schema.
pub(crate) fn plan(view: Projection<'_>, schema: &Schema, file: &str) -> Result<Counts, Box<dyn Error>> {
    let mut scanner = Plan::compile(view, schema).scanner();
    let mut file = File::open(file)?;
    let mut block = vec![0; 256 * 1024];
    let mut held = 0;
    let mut counts = Counts { lines: 0, right: 0, bytes: 0 };
    loop {
        if held == block.len() {
            block.resize(held * 2, 0);
        }
        let read = file.read(&mut block[held..])?;
        held += read;
        let end = match block[..held].iter().rposition(|byte| *byte == b'\n') {
            Some(at) if read > 0 => at + 1,
            None if read > 0 => continue,
            _ => held,
        };
        if end == 0 {
            return Ok(counts);
        }
        lines(&mut scanner, plan::utf8(&block[..end]).ok_or("the file is not UTF-8")?, &mut counts);
        block.copy_within(end..held, 0);
        held -= end;
    }
}

fn lines(scanner: &mut Scanner, text: &str, counts: &mut Counts) {
    let mut at = 0;
    while at < text.len() {
        let line = scanner.check_line(text, at);
        counts.lines += 1;
        counts.right += u64::from(line.verdict != Verdict::Unsure);
        at = line.end;
    }
    counts.bytes += text.len() as u64;
}

/// Every error on a component's line becomes a line of text. Warnings and notes are nothing that the others know of.
pub(crate) fn findings<'c>(view: Projection<'c>, component: &str) -> Result<Engine<'c>, Box<dyn Error>> {
    let compiled = Compiled::new(view.contract, view.release, BodyOf::Component(component.to_owned()))?;
    let mut text = String::new();
    Ok(Box::new(move |line| {
        if compiled.is_valid(line) {
            return true;
        }
        text.clear();
        for finding in compiled.findings(line).filter(|finding| finding.severity == Severity::Error) {
            let _ = writeln!(text, "{}: {}", finding.location.pointer, finding.message);
        }
        text.is_empty()
    }))
}
