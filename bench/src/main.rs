//! One engine over one NDJSON file, in a process of its own, so that time and memory are its own.
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::time::Instant;

use contract::{Node, Projection, Release, Schema, write};
use serde::de::IgnoredAny;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, engine, document, name, path, ..] = args.as_slice() else { panic!("ENGINE OPENAPI NAME FILE") };
    let contract = contract::read::openapi(&std::fs::read(document).unwrap()).unwrap().contract;
    let view = Projection { contract: &contract, release: Release::LATEST };
    let start = Instant::now();
    let (mut right, mut lines, mut bytes) = (0_u64, 0_u64, 0_u64);
    let file = File::open(path).unwrap();
    if engine == "plan" {
        let schema = Schema::always(Node::to(name.as_str()));
        let plan = plan::Plan::compile(view, &schema);
        if !plan.gaps().is_empty() {
            eprintln!("gaps {:?}", plan.gaps());
        }
        let mut scanner = plan.scanner();
        let mut file = file;
        let mut block = vec![0_u8; 1 << 18];
        let mut held = 0;
        loop {
            if held == block.len() {
                block.resize(held * 2, 0);
            }
            let read = file.read(&mut block[held..]).unwrap();
            held += read;
            if held == 0 {
                break;
            }
            let end = if read == 0 {
                held
            } else {
                match block[..held].iter().rposition(|b| *b == b'\n') {
                    Some(at) => at + 1,
                    None => continue,
                }
            };
            let text = plan::utf8(&block[..end]).unwrap();
            let mut at = 0;
            while at < end {
                let line = scanner.check_line(text, at);
                lines += 1;
                right += u64::from(line.verdict != plan::Verdict::Unsure);
                at = line.end;
            }
            bytes += end as u64;
            block.copy_within(end..held, 0);
            held -= end;
        }
    } else {
        let schema = write::json_schema(view, name).unwrap();
        let mut check: Box<dyn FnMut(&[u8]) -> bool> = match engine.as_str() {
            "jsonschema" => {
                let validator = jsonschema::draft202012::options()
                    .should_validate_formats(true)
                    .with_pattern_options(jsonschema::PatternOptions::regex())
                    .build(&schema)
                    .unwrap();
                Box::new(move |line| {
                    serde_json::from_slice::<serde_json::Value>(line).is_ok_and(|value| validator.is_valid(&value))
                })
            }
            "boon" => {
                let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
                compiler.enable_format_assertions();
                compiler.add_resource("file:///s.json", schema).unwrap();
                let index = compiler.compile("file:///s.json", &mut schemas).unwrap();
                Box::new(move |line| {
                    serde_json::from_slice(line).is_ok_and(|value| schemas.validate(&value, index).is_ok())
                })
            }
            "ignored" => Box::new(|line| serde_json::from_slice::<IgnoredAny>(line).is_ok()),
            "sonic" => Box::new(|line| sonic_rs::from_slice::<IgnoredAny>(line).is_ok()),
            other => panic!("{other}"),
        };
        let mut reader = BufReader::with_capacity(1 << 18, file);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).unwrap() > 0 {
            bytes += line.len() as u64;
            lines += 1;
            right += u64::from(check(&line));
            line.clear();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|l| l.starts_with("VmHWM")).unwrap_or_default();
    println!("{engine:10} {lines} lines {right} right {:.0} MB/s {seconds:.3} s {peak}", bytes as f64 / seconds / 1e6);
}
