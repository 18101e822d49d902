//! The long lists in a JSON text, in chunks that are short lists, so that who looks at each need not hold a value of all.

use std::ops::Range;

use serde::de::DeserializeSeed as _;

use super::Skim;
use super::lists::long_lists;
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

/// A text with long lists.
pub struct LongLists<'t> {
    text: &'t [u8],
    lists: Vec<List>,
}

struct List {
    /// The list within its brackets.
    items: Range<usize>,
    /// The names of the members that lead to the list.
    path: Vec<String>,
}

/// The chunks of a long list: each is the text with some items of it, and none of the other long lists.
pub struct Chunks<'t> {
    text: &'t [u8],
    list: &'t List,
    /// What stands before and behind the items.
    around: [Vec<u8>; 2],
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
pub struct Chunk {
    /// The text with no others in its long lists.
    pub bytes: Vec<u8>,
    /// Where in it they stand.
    pub items: Range<usize>,
    /// The index that the first of them has in the whole list.
    pub first: usize,
}

impl<'t> LongLists<'t> {
    /// The long lists of a text: itself, or those below members of objects; nothing where there is none, or much beside
    /// them. Of a text that is not JSON they may be anything.
    pub fn of(text: &'t [u8]) -> Option<Self> {
        if text.len() < LONG {
            return None;
        }
        let found = long_lists(text, LONG)?;
        let held: usize = found.iter().map(|list| list.items.len()).sum();
        if found.is_empty() || text.len() - held > LONGEST_FRAME {
            return None;
        }
        let lists = found.into_iter().map(|list| {
            let path = list.path.into_iter().map(serde_json::from_slice).collect::<Result<_, _>>().ok()?;
            Some(List { items: list.items, path })
        });
        Some(Self { text, lists: lists.collect::<Option<_>>()? })
    }

    /// Whether the whole text is JSON: of what is not, no part counts.
    pub fn are_json(&self) -> bool {
        let mut json = serde_json::Deserializer::from_slice(self.text);
        Skim.deserialize(&mut json).and_then(|()| json.end()).is_ok()
    }

    /// The names of the members that lead to each list; none where the text is the list.
    pub fn paths(&self) -> impl Iterator<Item = &[String]> {
        self.lists.iter().map(|list| list.path.as_slice())
    }

    /// The text with nothing in its long lists.
    pub fn frame(&self) -> Vec<u8> {
        self.framed(0..self.text.len())
    }

    /// The chunks of each list.
    pub fn chunks(&self) -> impl Iterator<Item = Chunks<'_>> {
        self.lists.iter().map(|list| {
            let Range { start, end } = list.items;
            let around = [self.framed(0..start), self.framed(end..self.text.len())];
            let splitter = Splitter::default();
            Chunks { text: self.text, list, around, splitter, start, known: start, first: 0, length: SHORTEST }
        })
    }

    /// A part of the text with nothing in the long lists that stand in it.
    fn framed(&self, part: Range<usize>) -> Vec<u8> {
        let (mut framed, mut at) = (Vec::new(), part.start);
        let is_within = |list: &&List| part.start <= list.items.start && list.items.end <= part.end;
        for List { items, .. } in self.lists.iter().filter(is_within) {
            framed.extend_from_slice(self.text.get(at..items.start).unwrap_or_default());
            at = items.end;
        }
        framed.extend_from_slice(self.text.get(at..part.end).unwrap_or_default());
        framed
    }
}

impl<'t> Chunks<'t> {
    /// The names of the members that lead to the list; none where the text is the list.
    pub fn path(&self) -> &'t [String] {
        &self.list.path
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

impl Iterator for Chunks<'_> {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        let items = self.items();
        let end = self.start + items.last()?.end;
        let text = self.text.get(self.start..end)?;
        if text.trim_ascii().is_empty() {
            // A list without items.
            return None;
        }
        let [before, after] = &self.around;
        let bytes = [before, text, after].concat();
        let chunk = Chunk { bytes, items: before.len()..before.len() + text.len(), first: self.first };
        self.start = end + 1;
        self.first += items.len();
        self.length = (self.length * 2).min(LONGEST.max(self.around.iter().map(Vec::len).sum()));
        Some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The long lists of a text that is JSON.
    fn lists(text: &str) -> Option<LongLists<'_>> {
        LongLists::of(text.as_bytes()).filter(LongLists::are_json)
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
            for chunk in lists(&text).unwrap().chunks().flatten() {
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
            format!("{{\"a\":{},\"b\":\"{}\"}}", long("{}"), "x".repeat(LONGEST_FRAME)),
            format!("[{}{}]", "[".repeat(127), "]".repeat(127)) + &" ".repeat(LONG),
        ] {
            assert!(lists(&text).is_none());
        }
        assert_eq!(lists(&format!("[{}]", " ".repeat(LONG))).unwrap().chunks().flatten().count(), 0);
    }

    #[test]
    fn each_chunk_has_what_is_around_the_lists() {
        let list = vec!["{\"a\":[\"]\"]}"; LONG / 8].join(",");
        let other = vec!["7"; LONG].join(",");
        let text = format!(
            "{{\"a\":[1,{{}}],\"b\\n\":{{\"c\":7,\"d\":[{list}], \"e\":[2]}},\"f\":{{}},\"g\":{{\"h\":[{other}]}}, \"i\":0}}"
        );
        let whole: Value = serde_json::from_str(&text).unwrap();
        let lists = lists(&text).unwrap();
        assert_eq!(lists.paths().collect::<Vec<_>>(), [["b\n", "d"], ["g", "h"]]);
        let empty: Value = serde_json::from_slice(&lists.frame()).unwrap();
        let mut all = empty.clone();
        for chunks in lists.chunks() {
            let pointer = format!("/{}", chunks.path().join("/"));
            for chunk in chunks {
                let mut chunk: Value = serde_json::from_slice(&chunk.bytes).unwrap();
                let items = std::mem::replace(chunk.pointer_mut(&pointer).unwrap(), json!([]));
                assert!(chunk == empty);
                let list = all.pointer_mut(&pointer).unwrap().as_array_mut().unwrap();
                list.extend(items.as_array().unwrap().clone());
            }
        }
        assert!(all == whole);
    }
}
