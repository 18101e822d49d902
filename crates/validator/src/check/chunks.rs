//! Long lists, held against the contract chunk by chunk: memory grows with what is told of them, not with what they hold.
//!
//! A chunk is the text with only some items in its list. Of each, only what is told of the items counts; what is told of the
//! rest is that of the text with no items at all, before those or behind them as it stands in the text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use contract::pointer::escape;
use contract::{Contract, Kind, ReleaseSet, Schema};
use plan::ScanOutcome;
use report::Part;
use serde_json::Value;

use super::{Call, Checker, Effort, FindingContext, FindingFactory, Output};
use crate::document::{Chunks, Document, LongLists};
use crate::engine::{ApplicableSchemas, Certainty, Violation, name_of};

/// A text that can be looked at in chunks.
pub(crate) struct ChunkedText<'t> {
    lists: LongLists<'t>,
    /// The text without the items of its long lists.
    pub(crate) frame: Document,
    places: Vec<ListPlace>,
}

/// Where a long list stands.
struct ListPlace {
    /// JSON Pointer of the list.
    pointer: String,
    /// JSON Pointers of the members that stand behind the list, in the objects that hold it.
    behind: Vec<String>,
}

/// What is looked at of a text with long lists.
#[derive(Clone)]
pub(super) enum Piece {
    /// What is around the lists: all of it, or what is behind the one before, up to what is behind the next one.
    Around { from: Option<Vec<String>>, until: Vec<String>, shown: Arc<Value> },
    /// Some items, from this one on, of the list at this JSON Pointer; where they stand in the text, and whether a plan is
    /// sure of what is around it.
    Items { list: String, first: usize, within: Range<usize>, is_rest_told: bool },
}

impl<'t> ChunkedText<'t> {
    /// The text, where schemas say nothing of its long lists but what their items are. A plan that is sure of a text knows
    /// that it is JSON.
    pub(crate) fn of(
        contract: &Contract,
        (schema, at): (&Schema, ReleaseSet),
        text: &'t [u8],
        is_json: bool,
    ) -> Option<Self> {
        let lists = LongLists::of(text)?;
        let frame = Document::parse(&lists.frame()).ok()?;
        // Of a name that is there twice, the first may lead to a list.
        let is_plain = frame.duplicates.is_empty()
            && lists.paths().all(|path| is_of_items(contract, schema, at, &frame.value, path));
        if !is_plain || !(is_json || lists.are_json()) {
            return None;
        }
        let places = lists.paths().map(|path| ListPlace::of(path, &frame.value)).collect::<Option<_>>()?;
        Some(Self { lists, frame, places })
    }

    /// The chunks of each list, with its JSON Pointer.
    pub(crate) fn lists(&self) -> impl Iterator<Item = (&str, Chunks<'_>)> {
        self.places.iter().map(|place| place.pointer.as_str()).zip(self.lists.chunks())
    }

    /// Whether all of the text is one list.
    fn is_list(&self) -> bool {
        self.places.iter().any(|place| place.pointer.is_empty())
    }

    /// What is around the lists: before the first, behind each.
    fn around(&self) -> Vec<Piece> {
        if self.is_list() {
            return Vec::new();
        }
        let (mut from, shown) = (None, Arc::new(self.shown()));
        let behind = self.places.iter().map(|place| place.behind.clone()).chain([Vec::new()]);
        let piece = |until: Vec<String>| {
            let from = from.replace(until.clone());
            Piece::Around { from, until, shown: Arc::clone(&shown) }
        };
        behind.map(piece).collect()
    }

    /// The text without the items, with one in the place of each list's: a list that has some is not shown as an empty one.
    fn shown(&self) -> Value {
        let mut shown = self.frame.value.clone();
        for place in &self.places {
            if let Some(list) = shown.pointer_mut(&place.pointer) {
                *list = Value::Array(vec![Value::Null]);
            }
        }
        shown
    }
}

impl ListPlace {
    /// The place to which names of members lead.
    fn of(path: &[String], mut holder: &Value) -> Option<Self> {
        let (mut pointer, mut behind) = (String::new(), Vec::new());
        for name in path {
            let members = holder.as_object()?;
            let others = members.keys().skip_while(|other| *other != name).skip(1);
            behind.extend(others.map(|other| format!("{pointer}/{}", escape(other))));
            pointer.extend(["/", &escape(name)]);
            holder = members.get(name)?;
        }
        Some(Self { pointer, behind })
    }
}

impl Piece {
    /// Whether what is told of a place is told with this piece.
    pub(super) fn has(&self, pointer: &str) -> bool {
        let is_behind = |behind: &[String]| behind.iter().any(|other| is_within(pointer, other));
        match self {
            Self::Around { from, until, .. } => from.as_deref().is_none_or(is_behind) && !is_behind(until),
            Self::Items { list, .. } => list.is_empty() || pointer != list && is_within(pointer, list),
        }
    }

    /// What is shown of the payload, where that is not the piece itself: what is around the lists, with lists that are not
    /// empty, as they are in the whole.
    pub(super) fn shown(&self) -> Option<Arc<Value>> {
        match self {
            Self::Around { shown, .. } => Some(Arc::clone(shown)),
            Self::Items { .. } => None,
        }
    }

    /// A place in the whole list.
    pub(super) fn moved_pointer(&self, pointer: String) -> String {
        match self {
            Self::Items { list, first, .. } => moved(&pointer, list, *first).unwrap_or(pointer),
            Self::Around { .. } => pointer,
        }
    }

    /// The fact with its place in the whole list.
    fn moved<'c>(&self, fact: Violation<'c>) -> Violation<'c> {
        match self {
            Self::Items { list, first, .. } => fact.moved(list, *first),
            Self::Around { .. } => fact,
        }
    }
}

/// Whether a place is another one, or in it.
fn is_within(pointer: &str, other: &str) -> bool {
    pointer.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl<'c> Checker<'c> {
    /// A text with long lists, where it is best looked at in chunks.
    pub(super) fn chunked<'t>(
        &self,
        at: ReleaseSet,
        schema: &'c Schema,
        bytes: &'t [u8],
        told: ScanOutcome,
    ) -> Option<ChunkedText<'t>> {
        let is_whole = self.piece.is_none() && self.options.effort == Effort::Fast;
        if !is_whole {
            return None;
        }
        ChunkedText::of(self.contract, (schema, at), bytes, told != ScanOutcome::Unsure)
    }

    /// Checks a JSON body chunk by chunk.
    pub(super) fn in_chunks(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        text: &ChunkedText<'_>,
        out: &mut Output<'_, 'c>,
    ) {
        let (traces, seen) = (self.traces.len(), out.forget());
        let mut around = text.around().into_iter();
        let is_rest_told =
            text.is_list() || self.plans.tell(call.at, schema, &text.lists.frame()).0 != ScanOutcome::Unsure;
        for (list, chunks) in text.lists() {
            self.around(call, part, schema, (&text.frame, around.next()), out);
            for chunk in chunks {
                let (list, within) = (list.to_owned(), chunk.items);
                self.piece = Some(Piece::Items { list, first: chunk.first, within, is_rest_told });
                self.json_text(call, part, schema, &chunk.bytes, out);
                self.traces.truncate(traces);
                out.fold();
            }
        }
        self.around(call, part, schema, (&text.frame, around.next()), out);
        self.piece = None;
        out.remember(seen);
    }

    /// Checks what is around long lists, if anything is.
    fn around(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        (frame, piece): (&Document, Option<Piece>),
        out: &mut Output<'_, 'c>,
    ) {
        let traces = self.traces.len();
        self.piece = piece;
        if self.piece.is_some() {
            self.document(call, part, schema, frame, out);
            self.traces.truncate(traces);
        }
    }

    /// Whether what is told of a place counts: of a piece of a text, only that is told that no other piece tells.
    pub(super) fn tells_of(&self, pointer: &str) -> bool {
        self.piece.as_ref().is_none_or(|piece| piece.has(pointer))
    }

    /// Has a plan tell only the misfits of what is looked at, which are those of a chunk's items. What it told then.
    pub(super) fn told_of_piece(&mut self, at: ReleaseSet, schema: &Schema, told: ScanOutcome) -> ScanOutcome {
        match (&self.piece, told) {
            (Some(Piece::Items { is_rest_told: false, .. }), ScanOutcome::Misfits) => ScanOutcome::Unsure,
            (Some(Piece::Items { within, .. }), ScanOutcome::Misfits) if !self.plans.keep(at, schema, within) => {
                ScanOutcome::Right
            }
            _ => told,
        }
    }

    /// A fact about a piece of a text, with its place in the whole.
    pub(super) fn placed<'f>(&self, fact: Cow<'f, Violation<'c>>) -> Cow<'f, Violation<'c>> {
        match &self.piece {
            Some(piece) => Cow::Owned(piece.moved(fact.into_owned())),
            None => fact,
        }
    }

    /// The finding of a fact. Words and place of one about a chunk are those of the whole list; what is shown of the payload
    /// is the chunk's.
    pub(super) fn finding(
        &self,
        factory: FindingFactory<'c>,
        context: &FindingContext<'_>,
        fact: &Violation<'c>,
    ) -> report::Finding {
        let placed = self.placed(Cow::Borrowed(fact));
        if placed.pointer == fact.pointer {
            return factory.finding(context, fact, &self.names);
        }
        let mut finding = factory.finding(context, &placed, &self.names);
        if finding.excerpt.is_some() {
            finding.excerpt = factory.finding(context, fact, &self.names).excerpt;
        }
        finding
    }
}

/// Whether nothing is said of the list at the end of a path but what its items are, and of what holds it nothing that asks
/// for all of it at once, or shows all of it: that cannot be asked of chunks.
fn is_of_items(contract: &Contract, schema: &Schema, at: ReleaseSet, frame: &Value, path: &[String]) -> bool {
    let mut here = (ApplicableSchemas::root(contract, schema, at, frame), frame);
    for name in path {
        let Some(value) = here.1.get(name).filter(|_| can_be_split(&here.0, Kind::Object)) else { return false };
        let member = here.0.member(contract, name, value);
        if member.is_told_of(at) {
            return false;
        }
        here = (member.schemas, value);
    }
    can_be_split(&here.0, Kind::Array) && here.0.nodes().all(|applied| applied.node.keywords.is_empty())
}

/// Whether what speaks of a value can be asked of it without some of the items below it.
fn can_be_split(schemas: &ApplicableSchemas<'_>, kind: Kind) -> bool {
    schemas.nodes().all(|applied| {
        let node = applied.node;
        let is_kind = node.kind.is_none_or(|other| other == kind);
        let is_plain = node.values.is_empty() && node.applicators.is_empty() && node.keywords.get("const").is_none();
        let is_choice = !node.any_of.is_empty() || !node.one_of.is_empty() || node.not.is_some();
        applied.certainty == Certainty::Binding && is_kind && is_plain && !is_choice
    })
}

/// A JSON Pointer into an item of a list at another one, if the item stands so much further on.
fn moved(pointer: &str, list: &str, items: usize) -> Option<String> {
    let after = pointer.strip_prefix(list)?.strip_prefix('/')?;
    let (index, rest) = after.split_at(after.find('/').unwrap_or(after.len()));
    let index = index.parse::<usize>().ok().filter(|_| items > 0)?;
    Some(format!("{list}/{}{rest}", index + items))
}

impl Violation<'_> {
    /// The same fact of a list, at a JSON Pointer, whose item so far on is the first of the list that was looked at.
    #[must_use]
    pub(crate) fn moved(self, list: &str, items: usize) -> Self {
        let Some(pointer) = moved(&self.pointer, list, items) else { return self };
        let is_named_so = self.name == name_of(&self.pointer);
        let name = if is_named_so { name_of(&pointer) } else { self.name };
        Self { pointer, name, ..self }
    }
}
