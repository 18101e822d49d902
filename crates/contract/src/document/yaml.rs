//! YAML: its value, and the places in its text.
//!
//! An alias stands for a copy of what its anchor names, so that a short text can say as much as it likes (the "billion
//! laughs"): what all aliases together stand for is bounded.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Tag};
use serde_json::{Map, Value};

use super::scalar::plain;
use super::{DocumentError, Finder, Position};

/// How many values all aliases together may stand for.
const MOST_COPIED: usize = 500_000;
/// How deep values may lie in each other: as deep as `serde_json` reads.
const DEEPEST: usize = 127;

/// What a text in YAML says. It must be one document.
pub(super) fn value(text: &str) -> Result<Value, DocumentError> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| fault(&error))?;
        builder.event(event, position(&span.start))?;
    }
    builder.done.ok_or_else(|| DocumentError { position: None, message: "this is empty".to_owned() })
}

fn fault(error: &ScanError) -> DocumentError {
    DocumentError::at(position(error.marker()), format!("this is no YAML: {}", error.info()))
}

fn position(marker: &Marker) -> Position {
    Position { line: marker.line().max(1) as u64, column: marker.col() as u64 + 1 }
}

/// Makes a value of events.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    anchors: HashMap<usize, Named>,
    copied: usize,
    done: Option<Value>,
}

/// A collection that has not ended.
struct Open {
    held: Held,
    anchor: usize,
    /// How many values it holds, itself included, and how deep they lie in each other.
    size: usize,
    depth: usize,
}

enum Held {
    List(Vec<Value>),
    Object { members: Map<String, Value>, merged: Vec<Value>, key: Option<String> },
}

/// What an anchor names.
struct Named {
    value: Value,
    size: usize,
    depth: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, at: Position) -> Result<(), DocumentError> {
        match event {
            Event::DocumentStart(_) if self.done.is_some() => {
                Err(DocumentError::at(at, "a second document begins; only one is read"))
            }
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(&text, style, tag.as_deref());
                self.complete(Named { value, size: 1, depth: 0 }, anchor, at)
            }
            Event::SequenceStart(anchor, _) => self.begin(Held::List(Vec::new()), anchor, at),
            Event::MappingStart(anchor, _) => {
                self.begin(Held::Object { members: Map::new(), merged: Vec::new(), key: None }, anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(at),
            Event::Alias(anchor) => self.alias(anchor, at),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, held: Held, anchor: usize, at: Position) -> Result<(), DocumentError> {
        if self.open.len() >= DEEPEST {
            return Err(too_deep(at));
        }
        self.open.push(Open { held, anchor, size: 1, depth: 1 });
        Ok(())
    }

    fn end(&mut self, at: Position) -> Result<(), DocumentError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let value = match open.held {
            Held::List(items) => Value::Array(items),
            Held::Object { members, merged, .. } => Value::Object(with_merged(members, merged)),
        };
        self.complete(Named { value, size: open.size, depth: open.depth }, open.anchor, at)
    }

    fn alias(&mut self, anchor: usize, at: Position) -> Result<(), DocumentError> {
        // An alias within what its anchor names would have no end.
        let Some(named) = self.anchors.get(&anchor) else {
            return Err(DocumentError::at(at, "an alias stands within what it stands for"));
        };
        self.copied = self.copied.saturating_add(named.size);
        if self.copied > MOST_COPIED {
            return Err(DocumentError::at(at, format!("aliases stand for more than {MOST_COPIED} values")));
        }
        if self.open.len() + named.depth > DEEPEST {
            return Err(too_deep(at));
        }
        let copy = Named { value: named.value.clone(), ..*named };
        self.complete(copy, 0, at)
    }

    /// Takes a value that has come to its end into what holds it.
    fn complete(&mut self, named: Named, anchor: usize, at: Position) -> Result<(), DocumentError> {
        let Named { value, size, depth } = named;
        if anchor > 0 {
            self.anchors.insert(anchor, Named { value: value.clone(), size, depth });
        }
        let Some(open) = self.open.last_mut() else {
            self.done = Some(value);
            return Ok(());
        };
        open.size = open.size.saturating_add(size);
        open.depth = open.depth.max(depth + 1);
        open.held.take(value, at)
    }
}

impl Held {
    fn take(&mut self, value: Value, at: Position) -> Result<(), DocumentError> {
        let (members, merged, key) = match self {
            Self::List(items) => {
                items.push(value);
                return Ok(());
            }
            Self::Object { members, merged, key } => (members, merged, key),
        };
        match key.take() {
            None => *key = Some(key_of(value, at)?),
            Some(name) if name == "<<" => merged.push(value),
            Some(name) => {
                if members.contains_key(&name) {
                    return Err(DocumentError::at(at, format!("the key {name:?} stands here twice")));
                }
                members.insert(name, value);
            }
        }
        Ok(())
    }
}

/// A key is a text in JSON: `200:` is `"200"`.
fn key_of(value: Value, at: Position) -> Result<String, DocumentError> {
    match value {
        Value::String(text) => Ok(text),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        Value::Array(_) | Value::Object(_) => Err(DocumentError::at(at, "a key must be a text")),
    }
}

/// `<<` of YAML 1.1: members of other mappings, where there is none of that name; the first that has it counts.
fn with_merged(mut members: Map<String, Value>, merged: Vec<Value>) -> Map<String, Value> {
    let each = merged.into_iter().flat_map(|value| match value {
        Value::Array(all) => all,
        one => vec![one],
    });
    for (name, value) in
        each.filter_map(|value| if let Value::Object(all) = value { Some(all) } else { None }).flatten()
    {
        members.entry(name).or_insert(value);
    }
    members
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    let is_text = tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
    if style == ScalarStyle::Plain && !is_text { plain(text) } else { Value::from(text) }
}

fn too_deep(at: Position) -> DocumentError {
    DocumentError::at(at, "values lie too deep in each other")
}

/// Looks for the wanted in a text that [`value`] has read. What an alias stands for is where the alias stands.
pub(super) fn find(text: &str, finder: &mut Finder<'_>) {
    let mut levels: Vec<Level> = Vec::new();
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        let at = position(&span.start);
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                begin(&mut levels, finder, None, at);
                let is_list = matches!(event, Event::SequenceStart(..));
                levels.push(if is_list { Level::List(0) } else { Level::Object(None) });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                levels.pop();
                end(&mut levels, finder);
            }
            Event::Scalar(text, style, _, tag) => {
                let key = key_of(scalar(&text, style, tag.as_deref()), at).ok();
                if begin(&mut levels, finder, key, at) {
                    end(&mut levels, finder);
                }
            }
            Event::Alias(_) => {
                begin(&mut levels, finder, None, at);
                end(&mut levels, finder);
            }
            _ => {}
        }
    }
}

/// Where the search is in a collection: at which item, or at the value of which key.
enum Level {
    List(usize),
    Object(Option<(String, Position)>),
}

/// A value begins, or a key, which is one whole; whether it is a value.
fn begin(levels: &mut [Level], finder: &mut Finder<'_>, key: Option<String>, at: Position) -> bool {
    match levels.last_mut() {
        None => {}
        Some(Level::List(index)) => drop(finder.enter(&index.to_string(), || at)),
        Some(Level::Object(Some((key, place)))) => drop(finder.enter(key, || *place)),
        Some(Level::Object(name)) => {
            *name = Some((key.unwrap_or_default(), at));
            return false;
        }
    }
    true
}

/// A value has come to its end.
fn end(levels: &mut [Level], finder: &mut Finder<'_>) {
    match levels.last_mut() {
        None => return,
        Some(Level::List(index)) => *index += 1,
        Some(Level::Object(name)) => *name = None,
    }
    finder.leave();
}
