//! A long JSON list in chunks that are short lists, so that who looks at each need not hold a value of all.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeSeed as _;

use super::Skim;
use crate::cut::Cutter as _;
use crate::splitter::Splitter;

/// A list shorter than this, in bytes, is not worth it.
const LONG: usize = 64 * 1024;
/// How long the first chunk is. Each is twice as long as the one before it: what is wrong with the first few items is
/// mostly wrong with all, and is soon known.
const SHORTEST: usize = 1024;
/// How long a chunk is at most, in bytes, unless one item is longer.
const LONGEST: usize = 64 * 1024;

/// The chunks of a list.
pub struct Chunks<'t> {
    text: &'t [u8],
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
    /// A list of them, as JSON.
    pub bytes: Cow<'t, [u8]>,
    /// The index that the first of them has in the whole list.
    pub first: usize,
}

impl<'t> Chunks<'t> {
    /// The chunks of a text that is a long JSON list; nothing where it is anything else. All of it is looked at first: of
    /// what is not JSON no part counts.
    pub fn of(text: &'t [u8]) -> Option<Self> {
        let chunks = Self::of_json(text)?;
        let mut json = serde_json::Deserializer::from_slice(text);
        Skim.deserialize(&mut json).and_then(|()| json.end()).ok()?;
        Some(chunks)
    }

    /// The same of a text that is known to be JSON.
    pub fn of_json(text: &'t [u8]) -> Option<Self> {
        let open = text.iter().position(|byte| !byte.is_ascii_whitespace())?;
        if text.len() < LONG || text.get(open) != Some(&b'[') {
            return None;
        }
        let start = open + 1;
        Some(Self { text, splitter: Splitter::default(), start, known: start, first: 0, length: SHORTEST })
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
        let chunk = Chunk { bytes: [b"[", text, b"]"].concat().into(), first: self.first };
        self.start = end + 1;
        self.first += items.len();
        self.length = (self.length * 2).min(LONGEST);
        Some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

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
            for chunk in Chunks::of(text.as_bytes()).unwrap() {
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
            format!("{{\"a\":{}}}", long("{}")),
            format!("[{}{}]", "[".repeat(127), "]".repeat(127)) + &" ".repeat(LONG),
        ] {
            assert!(Chunks::of(text.as_bytes()).is_none());
        }
        assert_eq!(Chunks::of(format!("[{}]", " ".repeat(LONG)).as_bytes()).unwrap().count(), 0);
    }
}
