//! However long blocks are and however many threads read them, the same items and the same faults come out.

use std::ops::ControlFlow;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::de::IgnoredAny;

use super::exchange::Item;
use super::*;

struct Unchanged;

impl Worker for Unchanged {
    type Made = Item;

    fn make(&mut self, item: Item) -> Item {
        item
    }
}

/// All items, and the fault that ended them.
type Read = (Vec<Item>, Option<String>);

fn read(bytes: &[u8], block: usize, threads: usize) -> Read {
    let mut items = Vec::new();
    let captures = Captures::from_bytes("a", bytes.to_vec(), Options::default());
    let mut workers: Vec<Unchanged> = (0..threads).map(|_| Unchanged).collect();
    let mut take = |item| {
        items.push(item);
        ControlFlow::Continue(())
    };
    let source = &captures.sources[0];
    let mut pool = WorkerPool::new(&mut workers, &mut take);
    pool.block = block;
    let fault = captures.read(source, &mut pool).err();
    (items, fault.map(|fault| fault.to_string()))
}

/// Checks that nothing depends on blocks and threads, and gives what is read.
fn steadily(bytes: &[u8]) -> Read {
    let at_once = read(bytes, 1 << 20, 1);
    for (block, threads) in [(1, 1), (2, 1), (7, 2), (64, 1), (100, 3), (1 << 20, 2)] {
        assert_eq!(read(bytes, block, threads), at_once, "blocks of {block} on {threads}");
    }
    at_once
}

fn har(before: &str, entries: &str, after: &str) -> String {
    format!("{{\"x\":[\"]\"],\n\"log\":{{{before}\"entries\":[{entries}]{after}}}\n}}")
}

const ENTRY: &str = r#"{"request":{"method":"GET","url":"/a\\\"],[{"},"cache":{"[":["}]"]}}"#;

#[test]
fn members_around_the_entries_may_be_anywhere() {
    let two = format!(" {ENTRY} ,\n\t{ENTRY}\r\n");
    let long = format!("{ENTRY:>9000}");
    for (text, entries) in [
        (har("", "", ""), 0),
        (har("", " \n ", ""), 0),
        (har(r#""version":"1.2","pages":[{"entries":[1]}],"#, ENTRY, ""), 1),
        (har("", &two, r#","comment":"],}","browser":{"entries":[]}"#), 2),
        (har("", &[long.as_str(); 70].join(","), r#","pages":[]"#), 70),
    ] {
        let (items, fault) = steadily(text.as_bytes());
        assert_eq!((items.len(), fault), (entries, None), "{}", text.len());
        assert!(items.iter().zip(0..).all(|(item, entry)| item.place().entry == entry));
    }
}

#[test]
fn faults_behind_the_entries_are_told_where_they_are() {
    let two = format!("{ENTRY},\n{ENTRY}");
    // On the line of the entries, an entry begins behind `"log":{"entries":[`.
    let (alone, entry) = (ENTRY.len(), 18 + ENTRY.len());
    let table = [
        (har("", &two, r#","a":x"#), 3, alone + 7, "expected value"),
        (har("", ENTRY, r#","a":x"#), 2, entry + 7, "expected value"),
        (har("", ENTRY, "") + " \n x", 4, 2, "trailing characters"),
        (har("", &format!("{ENTRY} {ENTRY}"), ""), 2, entry + 2, "entry 1: expected `,` or `]`"),
        (har("", &format!("{ENTRY},"), ""), 2, entry + 2, "entry 1: trailing comma"),
        (har("", &format!(",{ENTRY}"), ""), 2, 19, "entry 0: expected value"),
        (har("", &format!("{ENTRY}}}"), ""), 2, entry + 1, "entry 1: expected `,` or `]`"),
    ];
    for (text, line, column, reason) in table {
        let (_, fault) = steadily(text.as_bytes());
        let fault = fault.unwrap();
        assert!(fault.starts_with(&format!("a:{line}:{column}: {reason}")), "{text}: {fault}");
        assert!(serde_json::from_str::<IgnoredAny>(&text).is_err(), "{text}");
    }
}

#[test]
fn what_is_no_text_is_told_where_it_is() {
    let text = har("", &format!("{ENTRY},{{\"a\":\"?\"}},{ENTRY}"), r#","b":"!""#);
    for (mark, handed_out) in [(b'?', 1), (b'!', 3)] {
        let mut bytes = text.clone().into_bytes();
        let at = bytes.iter().position(|byte| *byte == mark).unwrap();
        bytes[at] = 0xff;
        let (items, fault) = steadily(&bytes);
        assert_eq!(items.len(), handed_out);
        assert!(fault.unwrap().contains(&format!("invalid byte at offset {at};")));
    }
}

#[test]
fn the_limit_is_for_one_item() {
    let limits = Limits { max_bytes: 1000 };
    let read = |text: String| {
        let captures = Captures::from_bytes("a", text.into_bytes(), Options { limits, ..Options::default() });
        let mut items = 0;
        let end = captures.for_each(|_| {
            items += 1;
            ControlFlow::Continue(())
        });
        (items, end.map_err(|error| error.to_string()))
    };
    let many = vec![ENTRY; 100_000].join(",");
    assert_eq!(read(har("", &many, "")), (100_000, Ok(())));
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(1 << 20));
    let (items, end) = read(har("", &[ENTRY, &long].join(","), ""));
    assert_eq!(items, 1);
    assert!(end.unwrap_err().contains("holds more than"));
    let lines = format!("{{\"request\":null}}\n{long}");
    assert!(read(lines).1.unwrap_err().contains("holds more than"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A HAR, or lines, in which something was changed: parsers and blocks agree whether it is JSON still.
    #[test]
    fn blocks_change_nothing(
        entries in vec(r#"(\{"request":\{"method":"G","url":"[a-z\\n]{0,3}"\}\}|\{"x":"(\\\\|\\"|[\],é]){0,40}"\}) ?"#, 0..5),
        at in any::<prop::sample::Index>(),
        change in option::of(r#"[\[\]{},"\\ x\n]"#),
    ) {
        for mut text in [har("", &entries.join(",\n"), ""), format!("{{\"request\":null}}\n{}", entries.join("\n"))] {
            if let Some(change) = &change {
                let at = at.index(text.len());
                if text.is_char_boundary(at) {
                    text.insert_str(at, change);
                }
            }
            let (_, fault) = steadily(text.as_bytes());
            if text.contains("log") {
                let broken = serde_json::from_str::<IgnoredAny>(&text).is_err();
                prop_assert!(fault.is_some() || !broken, "{}", text);
            }
        }
    }
}
