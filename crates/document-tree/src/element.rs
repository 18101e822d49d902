//! A value of a document, as readers see it.

use serde_json::Value;

use super::Position;
use super::tree::{Node, Tree, What};
use crate::pointer;

/// Where in its document something was read. To any other document it means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin(usize);

/// A value of a document, with its place.
#[derive(Clone, Copy, Debug)]
pub struct Element<'d> {
    text: &'d str,
    tree: &'d Tree,
    index: usize,
}

impl<'d> Element<'d> {
    /// The value at the root of a tree of this text.
    pub fn root(text: &'d str, tree: &'d Tree) -> Self {
        Self { text, tree, index: 0 }
    }

    /// What was read at a place of this document.
    #[must_use]
    pub fn originating(self, Origin(index): Origin) -> Self {
        self.at(index)
    }

    fn node(self) -> Option<&'d Node> {
        self.tree.nodes.get(self.index)
    }

    fn what(self) -> What {
        self.node().map_or(What::Null, |node| node.what)
    }

    fn at(self, index: usize) -> Self {
        Self { index, ..self }
    }

    /// What finds it again in its document.
    pub fn origin(self) -> Origin {
        Origin(self.index)
    }

    /// The root of its document.
    pub(super) fn root_of(self) -> Self {
        self.at(0)
    }

    /// Where it is among all values of its document.
    pub(super) fn index(self) -> usize {
        self.index
    }

    /// How many values and keys it is, with all that it holds.
    pub fn size(self) -> usize {
        self.node().map_or(1, |node| node.size as usize)
    }

    /// The index after all that it holds.
    pub(super) fn end(self) -> usize {
        self.index + self.size()
    }

    /// Where it begins in the text; the value of a member is where its key is.
    pub fn position(self) -> Position {
        self.node().map_or(Position { line: 1, column: 1 }, |node| node.place.into())
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        matches!(self.what(), What::Null)
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        matches!(self.what(), What::Object(_))
    }

    /// Whether it is an array.
    pub fn is_array(self) -> bool {
        matches!(self.what(), What::List)
    }

    /// What it says, if it is a string. What YAML calls binary is one, of base64.
    pub fn as_str(self) -> Option<&'d str> {
        matches!(self.what(), What::Written(_) | What::Decoded(_) | What::Binary(_))
            .then(|| self.tree.text_at(self.text, self.index))
    }

    /// Whether it is what YAML calls binary: `!!binary`.
    pub fn is_binary(self) -> bool {
        matches!(self.what(), What::Binary(_))
    }

    /// What it says, if it is a boolean.
    pub fn as_bool(self) -> Option<bool> {
        if let What::Flag(flag) = self.what() { Some(flag) } else { None }
    }

    /// What it says, if it is a number.
    pub fn as_number(self) -> Option<&'d serde_json::Number> {
        if let What::Number(index) = self.what() { self.tree.numbers.get(index as usize) } else { None }
    }

    /// The members of an object in the order of the text; of anything else none.
    pub fn members(self) -> impl Iterator<Item = (&'d str, Self)> {
        let is_object = self.is_object();
        self.children(if is_object { 1 } else { usize::MAX })
            .map(move |value| (self.tree.text_at(self.text, value - 1), self.at(value)))
    }

    /// The items of an array in their order; of anything else none.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let is_array = self.is_array();
        self.children(if is_array { 0 } else { usize::MAX }).map(move |item| self.at(item))
    }

    /// The indices of the values that this one holds, each with so many nodes before it.
    fn children(self, before: usize) -> impl Iterator<Item = usize> {
        let end = self.index + self.node().map_or(0, |node| node.size as usize);
        let mut next = self.index.saturating_add(1);
        std::iter::from_fn(move || {
            let child = next.checked_add(before).filter(|child| *child < end)?;
            next = child + self.tree.nodes.get(child)?.size as usize;
            Some(child)
        })
    }

    /// The member of an object of this name.
    pub fn get(self, key: &str) -> Option<Self> {
        let What::Object(keys) = self.what() else { return None };
        if keys.length == 0 {
            let is_sought = |value: &usize| self.tree.is_text(self.text, value - 1, key);
            return self.children(1).find(is_sought).map(|value| self.at(value));
        }
        let compare = |distance: usize| self.tree.text_at(self.text, self.index + distance).cmp(key);
        self.tree.sought(keys, compare).map(|distance| self.at(self.index + distance + 1))
    }

    /// The item of an array at this index.
    pub fn item(self, index: usize) -> Option<Self> {
        self.items().nth(index)
    }

    /// What one token of a JSON Pointer, unescaped, leads to.
    pub fn step(self, token: &str) -> Option<Self> {
        if self.is_array() { token.parse().ok().and_then(|index| self.item(index)) } else { self.get(token) }
    }

    /// What a JSON Pointer (RFC 6901) leads to.
    pub fn pointer(self, pointer: &str) -> Option<Self> {
        let is_rooted = pointer.is_empty() || pointer.starts_with('/');
        if is_rooted { pointer::tokens(pointer).try_fold(self, |at, token| at.step(&token)) } else { None }
    }

    /// The same as a value of its own. Where it is large, so is the value.
    pub fn to_value(self) -> Value {
        match self.what() {
            What::Null => Value::Null,
            What::Flag(flag) => Value::Bool(flag),
            What::Number(_) => self.as_number().cloned().map_or(Value::Null, Value::Number),
            What::Written(_) | What::Decoded(_) | What::Binary(_) => {
                Value::from(self.tree.text_at(self.text, self.index))
            }
            What::List => self.items().map(Self::to_value).collect(),
            What::Object(_) => self.members().map(|(name, value)| (name.to_owned(), value.to_value())).collect(),
        }
    }
}
