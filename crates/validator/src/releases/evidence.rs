//! What in a value speaks against some releases.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use contract::pointer::escape;
use contract::{Additional, Kind, Node, ReleaseSet, Schema};
use serde_json::{Map, Value};

use super::judge::{Judge, declared, is_null_beside, must};
use super::place::{Force, Knowledge, Place, Voice};

/// Something in a value that speaks against some releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where, for people: `[].people[].isFavorite`. `[]` stands for any item, `*` for a name that is not the
    /// contract's. Empty: the value as a whole.
    pub place: String,
    /// Where it was first seen, as a JSON Pointer. Of a missing property: where it should stand.
    pub pointer: String,
    /// What was seen.
    pub sign: Sign,
    /// The releases that it leaves.
    pub releases: ReleaseSet,
    /// How sure that is.
    pub sureness: Sureness,
    /// At how many places of this name it was seen.
    pub count: usize,
}

/// What was seen at a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// What the whole value is said to be exists: the operation that it answers, or its type.
    Exists,
    /// Something is there.
    Present,
    /// Something is not there.
    Missing,
    /// A value is of this type.
    Type(Kind),
    /// A value is this one of an enum.
    Constant(String),
    /// A value has a form (pattern, format, bounds, alternatives) that not every release admits.
    Form,
    /// A body has this media type.
    Media(String),
    /// An answer has this status.
    Status(u16),
}

/// How sure a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// The other releases promise otherwise.
    Documented,
    /// The other releases do not declare what is there. Servers do send what no document declares.
    Undeclared,
}

impl Sign {
    /// Its kind in one word: `present`, `missing` or `value`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Exists | Self::Present => "present",
            Self::Missing => "missing",
            Self::Type(_) | Self::Constant(_) | Self::Form | Self::Media(_) | Self::Status(_) => "value",
        }
    }
}

impl Sureness {
    /// Its name: `documented` or `undeclared`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Undeclared => "undeclared",
        }
    }
}

/// What was gathered of a value.
#[derive(Default)]
pub(super) struct Gathered {
    /// The evidence, in the order in which it stands in the value.
    pub(super) found: Vec<Evidence>,
    /// Releases at which a check has something to say that speaks against none of them, or says it in other words.
    pub(super) splits: HashSet<ReleaseSet>,
    /// What none of the open releases declares, each with those that declare its neighbours.
    pub(super) unknown: Vec<Unknown>,
}

/// A member of an object that no open release declares.
pub(super) struct Unknown {
    pub(super) place: String,
    pub(super) pointer: String,
    pub(super) releases: ReleaseSet,
}

/// What a value tells of the open releases.
pub(super) fn gather<'c>(judge: Judge<'_, 'c>, open: ReleaseSet, schema: &'c Schema, value: &Value) -> Gathered {
    let root = Place::root(judge.contract, schema, open, value);
    let mut gatherer = Gatherer { judge, open, path: Vec::new(), known: HashMap::new(), gathered: Gathered::default() };
    gatherer.place(&root, value);
    gatherer.gathered
}

/// One step into a value.
enum Step {
    Name(String),
    /// A member whose name is the user's.
    Any(String),
    Item(usize),
}

struct Gatherer<'r, 'c> {
    judge: Judge<'r, 'c>,
    open: ReleaseSet,
    path: Vec<Step>,
    /// Where in `found` each kind of evidence stands.
    known: HashMap<(String, Sign, ReleaseSet, Sureness), usize>,
    gathered: Gathered,
}

impl<'c> Gatherer<'_, 'c> {
    fn place(&mut self, place: &Place<'c>, value: &Value) {
        self.value(place, value);
        match value {
            Value::Object(members) => self.object(place, members),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let place = place.item(self.judge.contract, item);
                    self.below(Step::Item(index), &place, item);
                }
            }
            _ => {}
        }
    }

    fn below(&mut self, step: Step, place: &Place<'c>, value: &Value) {
        if !place.is_empty() {
            self.path.push(step);
            self.place(place, value);
            self.path.pop();
        }
    }

    /// What the binding nodes have against a value, those below it left out.
    fn value(&mut self, place: &Place<'c>, value: &Value) {
        let mut wrong = ReleaseSet::NONE;
        for Voice { at, node, .. } in binding(place) {
            let mut right = self.judge.itself(node, value, at);
            if !is_null_beside(node, value) {
                right = self.judge.choices(node, value, right, &super::trail::Trail::START);
            }
            wrong = wrong | (at - right);
            self.split(at - right);
        }
        if !wrong.is_empty() {
            self.report(None, sign(place, value), wrong, Sureness::Documented);
        }
    }

    fn object(&mut self, place: &Place<'c>, members: &Map<String, Value>) {
        let nodes: Vec<(ReleaseSet, &'c Node)> = binding(place).map(|voice| (voice.at, voice.node)).collect();
        for (at, node) in &nodes {
            for property in node.properties.iter().filter(|property| !members.contains_key(&property.name)) {
                self.report(Some(&property.name), Sign::Missing, *at & must(property), Sureness::Documented);
            }
        }
        for (name, value) in members {
            let closed = nodes.iter().filter(|(_, node)| node.additional == Additional::Forbidden);
            let refused = closed.fold(ReleaseSet::NONE, |all, (at, node)| all | (*at - declared(node, name)));
            self.report(Some(name), Sign::Present, refused, Sureness::Documented);
            let Knowledge { place, known, undeclared, deprecated, is_free } =
                place.member(self.judge.contract, name, value);
            self.split(deprecated);
            // What no release declares does not tell them apart.
            if known.is_empty() {
                self.unknown(name, undeclared);
            } else {
                self.report(Some(name), Sign::Present, undeclared, Sureness::Undeclared);
            }
            let step = if is_free { Step::Any } else { Step::Name };
            self.below(step(name.clone()), &place, value);
        }
    }

    fn unknown(&mut self, name: &str, undeclared: ReleaseSet) {
        let releases = undeclared & self.open;
        if !releases.is_empty() {
            let (place, pointer) = self.member(name);
            self.gathered.unknown.push(Unknown { place, pointer, releases });
        }
    }

    fn split(&mut self, releases: ReleaseSet) {
        let releases = releases & self.open;
        if !releases.is_empty() {
            self.gathered.splits.insert(releases);
        }
    }

    /// Something at this place, or at its member of this name, that some releases exclude.
    fn report(&mut self, name: Option<&str>, sign: Sign, excluded: ReleaseSet, sureness: Sureness) {
        let excluded = excluded & self.open;
        if excluded.is_empty() {
            return;
        }
        let (place, pointer) = name.map_or_else(|| self.here(), |name| self.member(name));
        let releases = self.open - excluded;
        let key = (place, sign, releases, sureness);
        if let Some(known) = self.known.get(&key).and_then(|index| self.gathered.found.get_mut(*index)) {
            known.count += 1;
            return;
        }
        let (place, sign) = (key.0.clone(), key.1.clone());
        self.known.insert(key, self.gathered.found.len());
        self.gathered.found.push(Evidence { place, pointer, sign, releases, sureness, count: 1 });
    }

    /// Where the member of this name is.
    fn member(&self, name: &str) -> (String, String) {
        let (mut place, mut pointer) = self.here();
        enter(&mut place, name);
        // Writing to a string cannot fail.
        let _ = write!(pointer, "/{}", escape(name));
        (place, pointer)
    }

    /// Where we are: for people, and as a pointer.
    fn here(&self) -> (String, String) {
        let (mut place, mut pointer) = (String::new(), String::new());
        for step in &self.path {
            match step {
                Step::Item(_) => place.push_str("[]"),
                Step::Any(_) => enter(&mut place, "*"),
                Step::Name(name) => enter(&mut place, name),
            }
            let _ = match step {
                Step::Item(index) => write!(pointer, "/{index}"),
                Step::Any(name) | Step::Name(name) => write!(pointer, "/{}", escape(name)),
            };
        }
        (place, pointer)
    }
}

fn enter(place: &mut String, name: &str) {
    if !place.is_empty() {
        place.push('.');
    }
    place.push_str(name);
}

fn binding<'p, 'c>(place: &'p Place<'c>) -> impl Iterator<Item = Voice<'c>> + use<'p, 'c> {
    place.voices().filter(|voice| voice.force == Force::Binding)
}

/// What to call a value that not every release admits. The value itself is named only where the contract names it.
fn sign(place: &Place<'_>, value: &Value) -> Sign {
    let nodes = || binding(place).map(|voice| voice.node);
    if let Some(text) = value.as_str()
        && nodes().flat_map(|node| &node.values).any(|known| known.value == text)
    {
        return Sign::Constant(text.to_owned());
    }
    let admits = |node: &Node| node.kind.is_none_or(|kind| kind.admits(value)) || (node.nullable && value.is_null());
    if nodes().all(admits) {
        return Sign::Form;
    }
    let kinds = [Kind::Null, Kind::Boolean, Kind::Integer, Kind::Number, Kind::String, Kind::Array, Kind::Object];
    kinds.into_iter().find(|kind| kind.admits(value)).map_or(Sign::Form, Sign::Type)
}
