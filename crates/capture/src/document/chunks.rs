//! A long list in a JSON text, in chunks that are short lists, so that who looks at each need not hold a value of all.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeSeed as _;

use super::Skim;
use super::longest::{Longest, longest};
use crate::cut::Cutter as _;
use crate::splitter::Splitter;

/// A list shorter than this, in bytes, is not worth it.
const LONG: usize = 64 * 1024;
/// How long the first chunk is. Each is twice as long as the one before it: what is wrong with the first few items is
/// mostly wrong with all, and is soon known.
const SHORTEST: usize = 1024;
/// How long a chunk is at most, in bytes, unless one item is longer, or what stands around the list. A chunk with one item
/// of which a plan is not sure is looked at closely.
const LONGEST: usize = 8 * 1024;
/// How long may be what stands around the list: each chunk has it again.
const LONGEST_FRAME: usize = 64 * 1024;

/// The chunks of a text: each is the text with some items of its long list.
pub struct Chunks<'t> {
    text: &'t [u8],
    /// The list within its brackets.
    items: Range<usize>,
    /// The names of the members that lead to the list.
    path: Vec<String>,
    splitter: Splitter,
    /// Where the next chunk begins.
    start: usize,
    /// How much of the text the splitter knows.
    known: usize,
    /// The index of the next item.
    first: usize,
    length: usize,
}

/// Some items of a list.
pub struct Chunk<'t> {
    /// The text with no others in its list.
    pub bytes: Cow<'t, [u8]>,
    /// Where in it they stand.
    pub items: Range<usize>,
    /// The index that the first of them has in the whole list.
    pub first: usize,
}

impl<'t> Chunks<'t> {
    /// The chunks of a text with a long list, itself or below members of objects; nothing where there is none, or much
    /// beside it. Of a text that is not JSON they may be anything.
    pub fn of(text: &'t [u8]) -> Option<Self> {
        if text.len() < LONG {
            return None;
        }
        let Longest { items, path } = longest(text)?;
        if items.len() < LONG || text.len() - items.len() > LONGEST_FRAME {
            return None;
        }
        let path = path.into_iter().map(serde_json::from_slice).collect::<Result<_, _>>().ok()?;
        let start = items.start;
        Some(Self { text, items, path, splitter: Splitter::default(), start, known: start, first: 0, length: SHORTEST })
    }

    /// Whether the whole text is JSON: of what is not, no part counts.
    pub fn are_json(&self) -> bool {
        let mut json = serde_json::Deserializer::from_slice(self.text);
        Skim.deserialize(&mut json).and_then(|()| json.end()).is_ok()
    }

    /// The names of the members that lead to the list; none where the text is the list.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// The text with nothing in its list.
    pub fn frame(&self) -> Vec<u8> {
        self.framed(b"")
    }

    /// The text with these items in its list.
    fn framed(&self, items: &[u8]) -> Vec<u8> {
        let before = self.text.get(..self.items.start).unwrap_or_default();
        let after = self.text.get(self.items.end..).unwrap_or_default();
        [before, items, after].concat()
    }

    /// Where the next items are, at least one of them, as far as there are more.
    fn items(&mut self) -> Vec<Range<usize>> {
        let mut items = Vec::new();
        let least = self.start + self.length;
        while !self.splitter.is_done() && self.known < self.text.len() && (self.known < least || items.is_empty()) {
            let until = self.text.len().min(self.known.saturating_add(self.length));
            let looked_at = self.text.get(self.start..until).unwrap_or_default();
            self.splitter.cut(looked_at, self.known - self.start, &mut items);
            self.known = until;
        }
        items
    }
}

impl<'t> Iterator for Chunks<'t> {
    type Item = Chunk<'t>;

    fn next(&mut self) -> Option<Chunk<'t>> {
        let items = self.items();
        let end = self.start + items.last()?.end;
        let text = self.text.get(self.start..end)?;
        if text.trim_ascii().is_empty() {
            // A list without items.
            return None;
        }
        let items_of_chunk = self.items.start..self.items.start + text.len();
        let chunk = Chunk { bytes: self.framed(text).into(), items: items_of_chunk, first: self.first };
        self.start = end + 1;
        self.first += items.len();
        self.length = (self.length * 2).min(LONGEST.max(self.text.len() - self.items.len()));
        Some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The chunks of a text that is JSON.
    fn chunks(text: &str) -> Option<Chunks<'_>> {
        Chunks::of(text.as_bytes()).filter(Chunks::are_json)
    }

    fn long(item: &str) -> String {
        format!(" [{}\n]\n", vec![item; LONG / item.len() + 2].join(" ,"))
    }

    #[test]
    fn chunks_are_the_list() {
        for item in
            ["{}", "7", r#"{"a":"],\"[","b":[1,[2],{}]}"#, &format!("[\"{}\"]", "x".repeat(3 * LONGEST)), "[[],[]]"]
        {
            let text = long(item);
            let whole: Vec<Value> = serde_json::from_str(&text).unwrap();
            let mut found = Vec::new();
            for chunk in chunks(&text).unwrap() {
                assert_eq!(chunk.first, found.len());
                let items: Vec<Value> = serde_json::from_slice(&chunk.bytes).unwrap();
                assert!(!items.is_empty());
                found.extend(items);
            }
            assert!(found == whole, "{item}");
        }
    }

    #[test]
    fn what_is_not_a_long_list_is_left_whole() {
        for text in [
            "[]".to_owned(),
            long("{}").replace(']', ""),
            long("{}") + "1",
            long("{}").replace('[', "[,"),
            format!("{{\"a\":{},\"b\":{}}}", long("{}"), long("1")),
            format!("[{}{}]", "[".repeat(127), "]".repeat(127)) + &" ".repeat(LONG),
        ] {
            assert!(chunks(&text).is_none());
        }
        assert_eq!(chunks(&format!("[{}]", " ".repeat(LONG))).unwrap().count(), 0);
    }

    #[test]
    fn each_chunk_has_what_is_around_the_list() {
        let list = vec!["{\"a\":[\"]\"]}"; LONG / 8].join(",");
        let text = format!("{{\"a\":[1,{{}}],\"b\\n\":{{\"c\":7,\"d\":[{list}], \"e\":[2]}},\"f\":{{}}}}");
        let whole: Value = serde_json::from_str(&text).unwrap();
        let chunks = chunks(&text).unwrap();
        assert_eq!(chunks.path(), ["b\n", "d"]);
        let mut frame: Value = serde_json::from_slice(&chunks.frame()).unwrap();
        for chunk in chunks {
            let mut chunk: Value = serde_json::from_slice(&chunk.bytes).unwrap();
            let items = std::mem::replace(&mut chunk["b\n"]["d"], json!([]));
            let all = frame["b\n"]["d"].as_array_mut().unwrap();
            all.extend(items.as_array().unwrap().clone());
            chunk["b\n"]["d"] = frame["b\n"]["d"].clone();
            assert!(chunk == frame);
        }
        assert!(frame == whole);
    }
}
