//! Finds, at each place of a text, the longest of many others that begins there.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::TELLING_LENGTH;

/// What is looked for is known by a hash of so many bytes that it begins with; nothing is shorter.
const HEAD: usize = TELLING_LENGTH;

/// Hashes have so many bits.
const HASH_BITS: u32 = 17;

/// Texts that are looked for, none shorter than a secret can be told by. To learn one costs its own length.
#[derive(Clone, Default)]
pub(crate) struct Finder {
    /// In the order of their bytes, each with how many came before it.
    texts: BTreeMap<Box<[u8]>, usize>,
    /// The length of the longest, in bytes.
    longest: usize,
    /// A bit for each hash of a head: most places of a text begin nothing, and this is all that they cost.
    heads: Vec<u64>,
}

impl Finder {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    /// How long all are together, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.keys().map(|text| text.len()).sum()
    }

    /// All of them.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().filter_map(|text| std::str::from_utf8(text).ok())
    }

    /// Adds one.
    pub(crate) fn add(&mut self, text: &str) {
        let Some(head) = text.as_bytes().first_chunk() else { return };
        self.heads.resize(1 << (HASH_BITS - 6), 0);
        let (index, bit) = place(*head);
        self.heads.get_mut(index).into_iter().for_each(|bits| *bits |= bit);
        self.longest = self.longest.max(text.len());
        let before = self.texts.len();
        self.texts.entry(text.as_bytes().into()).or_insert(before);
    }

    /// Keeps so many, those that came first.
    pub(crate) fn keep_first(&mut self, count: usize) {
        let mut texts = std::mem::take(self).texts;
        texts.retain(|_, before| *before < count);
        let mut kept: Vec<(usize, Box<[u8]>)> = texts.into_iter().map(|(text, before)| (before, text)).collect();
        kept.sort_unstable();
        kept.iter().filter_map(|(_, text)| std::str::from_utf8(text).ok()).for_each(|text| self.add(text));
    }

    /// Where the first one is that begins at `from` or behind it, and its end. Of several that begin there it is the longest.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        if self.texts.is_empty() {
            return None;
        }
        let heads = text.as_bytes().get(from..)?.windows(HEAD).map(|head| head.first_chunk());
        let mut likely =
            heads.zip(from..).filter(|(head, _)| head.is_some_and(|head| self.may_begin(*head))).map(|(_, at)| at);
        likely.find_map(|at| Some((at, at + self.longest_at(text.as_bytes().get(at..)?)?)))
    }

    fn may_begin(&self, head: [u8; HEAD]) -> bool {
        let (index, bit) = place(head);
        self.heads.get(index).is_some_and(|bits| bits & bit != 0)
    }

    /// The length of the longest that a text begins with.
    fn longest_at(&self, text: &[u8]) -> Option<usize> {
        let mut begin = text.get(..self.longest).unwrap_or(text);
        loop {
            // All that `begin` begins with stands at or before it, the longest last. What stands between differs from it in
            // a byte, and then no longer one than up to there can be.
            let (last, _) = self.texts.range::<[u8], _>((Bound::Unbounded, Bound::Included(begin))).next_back()?;
            let alike = last.iter().zip(begin).take_while(|(one, other)| one == other).count();
            if alike == last.len() {
                return Some(alike);
            }
            begin = begin.get(..alike).filter(|begin| begin.len() >= HEAD)?;
        }
    }
}

/// Which bit stands for a head, and which of the words it is in.
fn place(head: [u8; HEAD]) -> (usize, u64) {
    let mut word = [0; 8];
    word.iter_mut().zip(head).for_each(|(byte, of_head)| *byte = of_head);
    let hash = u64::from_le_bytes(word).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - HASH_BITS);
    (usize::try_from(hash >> 6).unwrap_or_default(), 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_found_is_the_leftmost_and_longest(
            texts in proptest::collection::vec("[ab]{6,9}", 1..6),
            text in "[abc]{0,40}",
            from in 0_usize..50,
        ) {
            let mut finder = Finder::default();
            for text in &texts {
                finder.add(text);
            }
            let longest_at = |at: usize| {
                let begins = |one: &&String| text.get(at..).is_some_and(|rest| rest.starts_with(one.as_str()));
                texts.iter().filter(begins).map(String::len).max()
            };
            let wanted = (from..text.len().max(from)).find_map(|at| Some((at, at + longest_at(at)?)));
            prop_assert_eq!(finder.find(&text, from), wanted);
        }
    }

    #[test]
    fn the_first_are_kept() {
        let mut finder = Finder::default();
        for text in ["zzzzzz", "aaaaaa", "mmmmmm"] {
            finder.add(text);
        }
        finder.keep_first(2);
        assert_eq!((finder.len(), finder.find("mmmmmm", 0)), (2, None));
        assert_eq!(finder.find("mmaaaaaa", 0), Some((2, 8)));
    }
}
