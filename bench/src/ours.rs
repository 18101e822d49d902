//! Ours: the plan is handed blocks of lines, the validator one line after the other.

use std::error::Error;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::num::NonZeroUsize;

use contract::{Projection, ReleaseSet, Schema};
use plan::{Plan, Scanner, Verdict};
use report::{Excerpts, Report, Severity, Tool};
use validator::capture::{Captures, Hint, Limits, Options as Reading, Passes};
use validator::check::{BodyOf, Checker, Notes, Options};
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

/// What the command `check --lines` does before it writes: the first of each kind are kept, the others counted.
pub(crate) fn counts(view: Projection<'_>, component: &str, file: &str) -> Result<Counts, Box<dyn Error>> {
    let options = Options {
        body: Some(BodyOf::Component(component.to_owned())),
        notes: Notes::Counted,
        excerpts: Excerpts::Drawn,
        ..Options::default()
    };
    let mut checker = Checker::new(view.contract, ReleaseSet::only(view.release), options)?;
    let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
    report.fold();
    let reading = Reading { hint: Hint::Lines, limits: Limits::default(), passes: Passes::Once };
    let captures = Captures::open(&[file], reading)?;
    checker.check_lines(&captures, NonZeroUsize::MIN, &mut report, |_| ())?;
    let lines = report.summary.exchanges;
    let right = if report.summary.errors == 0 { lines } else { 0 };
    Ok(Counts { lines, right, bytes: std::fs::metadata(file)?.len() })
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
