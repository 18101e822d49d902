//! The values of a document as one list, in the order of the text: what is read once and never changed needs no
//! allocation for each value.
//!
//! A node says how many nodes its value takes, so that one passes over a value in a step. The members of an object are
//! a key and a value, in turn. Texts stay where they are written, unless they are written with escapes.

use std::cmp::Ordering;

use serde_json::Number;

use super::{DocumentError, Position};

/// How many members an object has at least for its keys to be sorted; fewer are looked through faster.
const MANY: u32 = 16;

/// How many values and keys a document may have: Immich's own have a few hundredths of that.
const MOST_VALUES: usize = 5_000_000;

/// All values of a document.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) numbers: Vec<Number>,
    /// Texts that do not stand in the document as they are.
    pub(super) decoded: String,
    /// The keys of large objects in their order, each as its distance from the object.
    pub(super) sorted: Vec<u32>,
}

/// A value, or the key of a member.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) what: What,
    /// How many nodes it is, with all that it holds.
    pub(super) size: u32,
    /// Where it is; the value of a member is where its key is.
    pub(super) place: Place,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Null,
    Flag(bool),
    /// By its index.
    Number(u32),
    /// A range of the text.
    Written(Span),
    /// A range of what was decoded.
    Decoded(Span),
    /// A range of what was decoded that is base64.
    Binary(Span),
    List,
    /// The first of its sorted keys and how many there are; none of them for a small one.
    Object(Span),
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) begin: u32,
    pub(super) length: u32,
}

/// A [`Position`] in half the space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) column: u32,
}

impl Place {
    pub(super) const FIRST: Self = Self { line: 1, column: 1 };
}

impl From<Place> for Position {
    fn from(place: Place) -> Self {
        Self { line: place.line.into(), column: place.column.into() }
    }
}

impl Span {
    /// A range of bytes, if so short a number can say where it is.
    pub(super) fn new(begin: usize, end: usize) -> Option<Self> {
        Some(Self { begin: u32::try_from(begin).ok()?, length: u32::try_from(end.checked_sub(begin)?).ok()? })
    }

    pub(super) fn of(self, text: &str) -> &str {
        let begin = self.begin as usize;
        text.get(begin..begin + self.length as usize).unwrap_or_default()
    }
}

/// A tree that grows at its end.
pub(super) struct Growing<'t> {
    text: &'t str,
    pub(super) tree: Tree,
}

impl<'t> Growing<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, tree: Tree::default() }
    }

    /// The index that the next node gets.
    pub(super) fn next(&self) -> usize {
        self.tree.nodes.len()
    }

    pub(super) fn push(&mut self, what: What, place: Place) -> Result<(), DocumentError> {
        if self.next() >= MOST_VALUES {
            let message = format!(
                "a document may have {MOST_VALUES} values and keys, and this is one more: leave out what is not needed, as \
                 examples, or split it"
            );
            return Err(DocumentError::at(place.into(), message));
        }
        self.tree.nodes.push(Node { what, size: 1, place });
        Ok(())
    }

    /// A number as a node to be.
    pub(super) fn number(&mut self, number: Number) -> What {
        let index = u32::try_from(self.tree.numbers.len()).unwrap_or(u32::MAX);
        self.tree.numbers.push(number);
        What::Number(index)
    }

    /// A text that does not stand in the document as it is, as a node to be.
    pub(super) fn decoded(&mut self, text: &str, place: Place) -> Result<What, DocumentError> {
        let begin = self.tree.decoded.len();
        self.tree.decoded.push_str(text);
        let span = Span::new(begin, self.tree.decoded.len()).ok_or_else(|| too_large(place))?;
        Ok(What::Decoded(span))
    }

    /// Says of a list or object that all nodes since it are its own. An object must have no key twice.
    pub(super) fn close(&mut self, index: usize) -> Result<(), DocumentError> {
        let size = self.next() - index;
        let Some(node) = self.tree.nodes.get_mut(index) else { return Ok(()) };
        node.size = u32::try_from(size).map_err(|_| too_large(node.place))?;
        if matches!(node.what, What::Object(_)) { self.close_object(index) } else { Ok(()) }
    }

    fn close_object(&mut self, index: usize) -> Result<(), DocumentError> {
        let begin = self.tree.sorted.len();
        let mut at = index + 1;
        while let Some(value) = self.tree.nodes.get(at + 1) {
            self.tree.sorted.push(u32::try_from(at - index).unwrap_or(u32::MAX));
            at += 1 + value.size as usize;
        }
        let (text, tree) = (self.text, &mut self.tree);
        let mut keys = tree.sorted.split_off(begin);
        let name = |key: &u32| tree.text_at(text, index + *key as usize);
        keys.sort_by(|one, other| name(one).cmp(name(other)));
        let twice = |pair: &[u32]| match pair {
            [one, again] => (name(one) == name(again)).then_some(*again),
            _ => None,
        };
        if let Some(again) = keys.windows(2).find_map(twice) {
            let place = tree.nodes.get(index + again as usize).map_or(Place::FIRST, |node| node.place);
            let message = format!("the key {:?} stands here twice", name(&again));
            return Err(DocumentError::at(place.into(), message));
        }
        if keys.len() >= MANY as usize {
            tree.sorted.append(&mut keys);
            let span = Span::new(begin, tree.sorted.len()).unwrap_or_default();
            if let Some(node) = tree.nodes.get_mut(index) {
                node.what = What::Object(span);
            }
        }
        Ok(())
    }
}

impl Tree {
    /// The text of a node, nothing where it is none.
    pub(super) fn text_at<'d>(&'d self, text: &'d str, index: usize) -> &'d str {
        match self.nodes.get(index).map(|node| node.what) {
            Some(What::Written(span)) => span.of(text),
            Some(What::Decoded(span) | What::Binary(span)) => span.of(&self.decoded),
            _ => "",
        }
    }

    /// Whether the text of a node is this one. Of the keys of an object most are told apart by their lengths.
    pub(super) fn is_text(&self, text: &str, index: usize, sought: &str) -> bool {
        let (span, text) = match self.nodes.get(index).map(|node| node.what) {
            Some(What::Written(span)) => (span, text),
            Some(What::Decoded(span)) => (span, self.decoded.as_str()),
            _ => return sought.is_empty(),
        };
        span.length as usize == sought.len() && span.of(text) == sought
    }

    /// Where the key of a name is in a large object, as its distance from the object.
    pub(super) fn sought(&self, keys: Span, compare: impl Fn(usize) -> Ordering) -> Option<usize> {
        let begin = keys.begin as usize;
        let keys = self.sorted.get(begin..begin + keys.length as usize)?;
        let found = keys.binary_search_by(|key| compare(*key as usize)).ok()?;
        keys.get(found).map(|key| *key as usize)
    }
}

pub(super) fn too_large(place: Place) -> DocumentError {
    DocumentError::at(place.into(), "this is too large for a document: 4 GiB at most")
}
