//! The long lists of a JSON text that stand in no other list, and how one gets to them.

use std::ops::Range;

use memchr::{memchr2, memchr3};

/// A list in a text.
pub(super) struct List<'t> {
    /// What is within its brackets.
    pub(super) items: Range<usize>,
    /// The names of the members that lead to it, with their quotes.
    pub(super) path: Vec<&'t [u8]>,
}

/// The lists of a text that are at least so long, in bytes, in their order: the text itself, or what stands below members of
/// objects. Of a text that is not JSON they may be anything.
pub(super) fn long_lists(text: &[u8], least: usize) -> Option<Vec<List<'_>>> {
    let (mut at, mut found) = (0, Vec::new());
    // Of each object that is open, the name whose value comes next.
    let mut names: Vec<Option<&[u8]>> = Vec::new();
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => {
                let end = string(text, at)?;
                if let Some(name @ None) = names.last_mut() {
                    *name = text.get(at..end);
                }
                at = end;
                continue;
            }
            b'[' => {
                let items = at + 1..list(text, at)?;
                at = items.end;
                if items.len() >= least {
                    found.push(List { items, path: names.iter().copied().flatten().collect() });
                }
            }
            b'{' => names.push(None),
            b'}' => {
                names.pop();
            }
            b',' => {
                if let Some(name) = names.last_mut() {
                    *name = None;
                }
            }
            _ => {}
        }
        at += 1;
    }
    Some(found)
}

/// The place after a string that begins at a place.
fn string(text: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin + 1;
    loop {
        at += memchr2(b'"', b'\\', text.get(at..)?)?;
        if text.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The place of the bracket that ends the list which begins at a place.
fn list(text: &[u8], begin: usize) -> Option<usize> {
    let (mut at, mut depth) = (begin, 0_usize);
    loop {
        at += memchr3(b'"', b'[', b']', text.get(at..)?)?;
        match text.get(at)? {
            b'"' => {
                at = string(text, at)?;
                continue;
            }
            b'[' => depth += 1,
            _ => depth -= 1,
        }
        if depth == 0 {
            return Some(at);
        }
        at += 1;
    }
}
