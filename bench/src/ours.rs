//! The plan: it is handed blocks of lines.

use std::error::Error;
use std::fs::File;
use std::io::Read;

use contract::{Node, Projection, Schema};
use plan::{Plan, Scanner, Verdict};

use crate::Counts;

/// Reads a file block by block along the plan of a schema.
pub(crate) fn plan(view: Projection<'_>, schema: &str, file: &str) -> Result<Counts, Box<dyn Error>> {
    let mut scanner = Plan::compile(view, &Schema::always(Node::to(schema))).scanner();
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
