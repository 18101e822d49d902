//! Makes a tree of YAML.
//!
//! An alias stands for a copy of what its anchor names, so that a short text can say as much as it likes (the "billion
//! laughs"): what all aliases together stand for is bounded.

use std::collections::{BTreeMap, HashSet};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Tag};
use serde_json::Value;

use super::ahead::{Ahead, Left};
use super::scalar::plain;
use super::tree::{Growing, Node, Place, Span, Tree, What};
use super::{DEEPEST, DocumentError};

/// How many values and keys all aliases together may stand for.
const MOST_COPIED: usize = 500_000;
/// The key that takes the members of other mappings in (YAML 1.1).
const MERGE: &str = "<<";

/// What a text in YAML says. It must be one document.
pub(super) fn tree(text: &str) -> Result<Tree, DocumentError> {
    let mut builder = Builder {
        grown: Growing::of(text),
        open: Vec::new(),
        anchors: BTreeMap::new(),
        newest: 0,
        apart: Vec::new(),
        copied: 0,
    };
    let left = Left::all();
    for event in Parser::new(Ahead::of(text, &left)) {
        let at = place(event.as_ref().map_or_else(ScanError::marker, |(_, span)| &span.start));
        left.renew().map_err(|message| DocumentError::at(at.into(), message))?;
        let (event, _) = event.map_err(|error| fault(&error))?;
        builder.event(event, at)?;
    }
    if builder.grown.next() == 0 {
        return Err(DocumentError { position: None, message: "this is empty".to_owned() });
    }
    Ok(builder.grown.tree)
}

fn fault(error: &ScanError) -> DocumentError {
    DocumentError::at(place(error.marker()).into(), format!("this is not YAML: {}", error.info()))
}

fn place(marker: &Marker) -> Place {
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place { line: short(marker.line().max(1)), column: short(marker.col()).saturating_add(1) }
}

/// Makes a tree of events.
struct Builder<'t> {
    grown: Growing<'t>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Named>,
    /// The newest anchor.
    newest: usize,
    /// What the merges took out of the tree; anchors in it still name it.
    apart: Vec<Node>,
    copied: usize,
}

/// A collection that has not ended.
struct Open {
    index: usize,
    anchor: usize,
    /// The newest anchor when it began.
    newest: usize,
    /// How deep values lie in each other in it.
    depth: usize,
    held: Held,
}

enum Held {
    List,
    /// The place of the key whose value comes next, and whether one of the keys was `<<`.
    Object {
        key: Option<Place>,
        merges: bool,
    },
}

/// What an anchor names: a range of the tree, or of what stands apart. Anchors within each other name the same values, so
/// that none of them holds its own.
#[derive(Clone, Copy)]
struct Named {
    begin: usize,
    length: usize,
    is_apart: bool,
    depth: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, at: Place) -> Result<(), DocumentError> {
        match event {
            Event::DocumentStart(_) if self.grown.next() > 0 => {
                Err(DocumentError::at(at.into(), "a second document begins; only one is read"))
            }
            Event::Scalar(text, _, anchor, tag) if is_core(tag.as_deref(), "binary") && !self.wants_key() => {
                self.binary(&text, anchor, at)
            }
            Event::Scalar(text, style, anchor, tag) => self.scalar(&scalar(&text, style, tag.as_deref()), anchor, at),
            Event::SequenceStart(anchor, _) => self.begin(What::List, Held::List, anchor, at),
            Event::MappingStart(anchor, _) => {
                let held = Held::Object { key: None, merges: false };
                self.begin(What::Object(Span::default()), held, anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(at),
            Event::Alias(anchor) => self.alias(anchor, at),
            _ => Ok(()),
        }
    }

    /// The place of the value that begins here: that of its key, if it has one.
    fn place(&self, at: Place) -> Place {
        match self.open.last().map(|open| &open.held) {
            None => Place::FIRST,
            Some(Held::Object { key: Some(key), .. }) => *key,
            Some(_) => at,
        }
    }

    fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.held, Held::Object { key: None, .. }))
    }

    fn scalar(&mut self, value: &Value, anchor: usize, at: Place) -> Result<(), DocumentError> {
        let is_key = self.wants_key();
        let (index, place) = (self.grown.next(), self.place(at));
        let what = match value {
            Value::Null if !is_key => What::Null,
            Value::Bool(flag) if !is_key => What::Flag(*flag),
            Value::Number(number) if !is_key => self.grown.number(number.clone()),
            Value::String(text) => self.grown.decoded(text, at)?,
            // A key is a text in JSON: `200:` is `"200"`.
            other => self.grown.decoded(&other.to_string(), at)?,
        };
        self.grown.push(what, place)?;
        self.complete(index, 0, anchor, at);
        Ok(())
    }

    fn binary(&mut self, base64: &str, anchor: usize, at: Place) -> Result<(), DocumentError> {
        let (index, place) = (self.grown.next(), self.place(at));
        if let What::Decoded(span) = self.grown.decoded(base64, at)? {
            self.grown.push(What::Binary(span), place)?;
        }
        self.complete(index, 0, anchor, at);
        Ok(())
    }

    fn begin(&mut self, what: What, held: Held, anchor: usize, at: Place) -> Result<(), DocumentError> {
        if self.open.len() >= DEEPEST {
            return Err(DocumentError::too_deep(at.into()));
        }
        if self.wants_key() {
            return Err(DocumentError::at(at.into(), "a key must be a text"));
        }
        let place = self.place(at);
        self.newest = self.newest.max(anchor);
        self.open.push(Open { index: self.grown.next(), anchor, newest: self.newest, depth: 1, held });
        self.grown.push(what, place)?;
        Ok(())
    }

    fn end(&mut self, at: Place) -> Result<(), DocumentError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        if let Held::Object { merges: true, .. } = open.held {
            self.merge(&open);
        }
        self.grown.close(open.index)?;
        self.complete(open.index, open.depth, open.anchor, at);
        Ok(())
    }

    fn alias(&mut self, anchor: usize, at: Place) -> Result<(), DocumentError> {
        // An alias within what its anchor names would have no end.
        let Some(named) = self.anchors.get(&anchor).copied() else {
            return Err(DocumentError::at(at.into(), "an alias stands within what it stands for"));
        };
        self.copied = self.copied.saturating_add(named.length);
        if self.copied > MOST_COPIED {
            return Err(DocumentError::at(at.into(), format!("aliases stand for more than {MOST_COPIED} values")));
        }
        if self.open.len() + named.depth > DEEPEST {
            return Err(DocumentError::too_deep(at.into()));
        }
        let nodes = if named.is_apart { &self.apart } else { &self.grown.tree.nodes };
        let nodes = nodes.get(named.begin..named.begin + named.length).unwrap_or_default();
        let is_text = matches!(nodes.first().map(|node| node.what), Some(What::Written(_) | What::Decoded(_)));
        if self.wants_key() && !is_text {
            return Err(DocumentError::at(at.into(), "a key must be a text"));
        }
        let (index, depth, place) = (self.grown.next(), named.depth, self.place(at));
        let copy: Vec<Node> = nodes.iter().map(|node| Node { place, ..*node }).collect();
        self.grown.tree.nodes.extend(copy);
        self.complete(index, depth, 0, at);
        Ok(())
    }

    /// Takes note of a value that has come to its end, or of a key.
    fn complete(&mut self, index: usize, depth: usize, anchor: usize, at: Place) {
        if anchor > 0 {
            self.newest = self.newest.max(anchor);
            let length = self.grown.next() - index;
            self.anchors.insert(anchor, Named { begin: index, length, is_apart: false, depth });
        }
        let Some(open) = self.open.last_mut() else { return };
        open.depth = open.depth.max(depth + 1);
        if let Held::Object { key, merges } = &mut open.held
            && key.take().is_none()
        {
            *key = Some(at);
            *merges |= self.grown.tree.text_at("", index) == MERGE;
        }
    }

    /// Members of other mappings, where there is none of that name; the first that has it counts. They are where the
    /// mapping is that takes them in. What anchors name moves with its member.
    fn merge(&mut self, open: &Open) {
        let (tree, start) = (&mut self.grown.tree, open.index + 1);
        let place = tree.nodes.get(open.index).map_or(Place::FIRST, |node| node.place);
        let body = tree.nodes.split_off(start);
        let mut known: HashSet<String> = HashSet::new();
        let mut merged: Vec<&[Node]> = Vec::new();
        // Where each member was, and where it is now.
        let (mut was, mut moves) = (start, Vec::new());
        for member in runs(&body, 1) {
            let is_merged = tree.key(member) == MERGE;
            let nodes = if is_merged { &mut self.apart } else { &mut tree.nodes };
            moves.push((was, nodes.len(), is_merged));
            was += member.len();
            nodes.extend_from_slice(member);
            if is_merged {
                merged.push(member);
            } else {
                known.insert(tree.key(member).to_owned());
            }
        }
        for named in self.anchors.range_mut(open.newest + 1..).map(|(_, named)| named).filter(|named| !named.is_apart) {
            let member = moves.partition_point(|(was, ..)| *was <= named.begin).checked_sub(1);
            if let Some((was, is, is_apart)) = member.and_then(|member| moves.get(member)) {
                (named.begin, named.is_apart) = (named.begin - was + is, *is_apart);
            }
        }
        let values =
            merged.into_iter().filter_map(|member| member.get(1..)).flat_map(|value| match value.split_first() {
                Some((Node { what: What::List, .. }, items)) => runs(items, 0).collect(),
                _ => vec![value],
            });
        let is_object = |value: &&[Node]| matches!(value.first().map(|node| node.what), Some(What::Object(_)));
        for object in values.filter(is_object) {
            for member in runs(object.get(1..).unwrap_or_default(), 1) {
                if known.insert(tree.key(member).to_owned()) {
                    tree.nodes.extend(member.iter().map(|node| Node { place, ..*node }));
                }
            }
        }
    }
}

impl Tree {
    /// The key of a member.
    fn key(&self, member: &[Node]) -> &str {
        match member.first().map(|node| node.what) {
            Some(What::Decoded(span)) => span.of(&self.decoded),
            _ => "",
        }
    }
}

/// The values among these nodes, each with so many nodes before it.
fn runs(nodes: &[Node], before: usize) -> impl Iterator<Item = &[Node]> {
    let mut rest = nodes;
    std::iter::from_fn(move || {
        let length = before + rest.get(before)?.size as usize;
        let (run, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(run)
    })
}

/// Whether a tag is this one of YAML's own.
fn is_core(tag: Option<&Tag>, name: &str) -> bool {
    tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == name)
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    if style == ScalarStyle::Plain && !is_core(tag, "str") { plain(text) } else { Value::from(text) }
}
