//! Long lists, held against the contract chunk by chunk: memory grows with what is told of them, not with what they hold.

use contract::{Contract, Kind, ReleaseSet, Schema};
use plan::ScanOutcome;
use report::Part;
use serde_json::json;

use super::{Call, Checker, Effort, FindingContext, FindingFactory, Output};
use crate::document::Chunks;
use crate::engine::{ApplicableSchemas, Certainty, Violation, name_of};

impl<'c> Checker<'c> {
    /// The chunks of a text, where it is a long JSON list of which schemas say nothing but what its items are. A plan that is
    /// sure of a text knows that it is JSON.
    pub(super) fn chunks<'t>(
        &self,
        at: ReleaseSet,
        schema: &'c Schema,
        bytes: &'t [u8],
        told: ScanOutcome,
    ) -> Option<Chunks<'t>> {
        let is_whole = self.chunk.is_none() && self.options.effort == Effort::Fast;
        match told {
            _ if !is_whole || !is_of_items(self.contract, schema, at) => None,
            ScanOutcome::Unsure => Chunks::of(bytes),
            ScanOutcome::Right | ScanOutcome::Misfits => Chunks::of_json(bytes),
        }
    }

    /// Checks a JSON body chunk by chunk.
    pub(super) fn in_chunks(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        schema: &'c Schema,
        chunks: Chunks<'_>,
        out: &mut Output<'_, 'c>,
    ) {
        let (traces, seen) = (self.traces.len(), out.forget());
        for chunk in chunks {
            self.chunk = Some(chunk.first);
            self.json_text(call, part, schema, &chunk.bytes, out);
            self.traces.truncate(traces);
            out.fold();
        }
        self.chunk = None;
        out.remember(seen);
    }

    /// The finding of a fact. Words and place of one about a chunk are those of the whole list; what is shown of the payload
    /// is the chunk's.
    pub(super) fn finding(
        &self,
        factory: FindingFactory<'c>,
        context: &FindingContext<'_>,
        fact: &Violation<'c>,
    ) -> report::Finding {
        let Some(first) = self.chunk.filter(|first| *first > 0) else {
            return factory.finding(context, fact, &self.names);
        };
        let mut finding = factory.finding(context, &fact.clone().moved(first), &self.names);
        if finding.excerpt.is_some() {
            finding.excerpt = factory.finding(context, fact, &self.names).excerpt;
        }
        finding
    }
}

/// Whether nothing is said of a list but what its items are: what must be asked of all of it together cannot be asked of
/// its chunks.
pub(crate) fn is_of_items(contract: &Contract, schema: &Schema, at: ReleaseSet) -> bool {
    ApplicableSchemas::root(contract, schema, at, &json!([])).nodes().all(|applied| {
        let node = applied.node;
        let is_list = node.kind.is_none_or(|kind| kind == Kind::Array);
        let is_plain = node.values.is_empty() && node.keywords.is_empty() && node.applicators.is_empty();
        let is_choice = !node.any_of.is_empty() || !node.one_of.is_empty() || node.not.is_some();
        applied.certainty == Certainty::Binding && is_list && is_plain && !is_choice
    })
}

impl Violation<'_> {
    /// The same fact of a list whose item so far on is the first of the list that was looked at.
    #[must_use]
    pub(crate) fn moved(self, items: usize) -> Self {
        let after = self.pointer.strip_prefix('/').unwrap_or_default();
        let (index, rest) = after.split_at(after.find('/').unwrap_or(after.len()));
        let Some(index) = index.parse::<usize>().ok().filter(|_| items > 0) else { return self };
        let pointer = format!("/{}{rest}", index + items);
        let is_named_so = self.name == name_of(&self.pointer);
        let name = if is_named_so { name_of(&pointer) } else { self.name };
        Self { pointer, name, ..self }
    }
}
