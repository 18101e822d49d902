//! Values against all releases at once.

use contract::{Contract, ReleaseSet, Schema};
use plan::Standing;
use report::Part;
use serde_json::Value;

use super::Evidence;
use super::evidence::EvidenceTally;
use crate::check::{ChunkedText, Plans};
use crate::document::{Document, DocumentError};
use crate::engine::{Engine, Violation};
use crate::fact::Fact;

/// Tells of values at which releases they are right. What it has compiled of the contract it keeps.
pub struct Values<'c> {
    contract: &'c Contract,
    engine: Engine<'c>,
    plans: Plans<'c>,
}

impl<'c> Values<'c> {
    /// Asks this contract. Nothing is compiled before it is needed.
    pub fn new(contract: &'c Contract) -> Self {
        Self { contract, engine: Engine::new(contract), plans: Plans::new(contract) }
    }

    /// The releases of `open` at which a value is right.
    ///
    /// Where a release has no such schema, it forbids nothing: whoever asks for a component at the wrong time must look
    /// at its life. A pattern or format that cannot be compiled forbids nothing either.
    pub fn right(&mut self, open: ReleaseSet, schema: &'c Schema, value: &Value) -> ReleaseSet {
        self.engine.right(open & self.contract.releases, schema, value)
    }

    /// The same for a JSON text: without a document where there is much of the schema, and nothing in the text is hard
    /// to tell.
    pub fn right_bytes(
        &mut self,
        open: ReleaseSet,
        schema: &'c Schema,
        bytes: &[u8],
    ) -> Result<ReleaseSet, DocumentError> {
        match self.standing(open & self.contract.releases, schema, bytes) {
            Some(standing) => Ok(standing.right),
            None => Ok(self.right(open, schema, &Document::parse(bytes)?.value)),
        }
    }

    /// Everything in a value that speaks against some of the releases of `open`, each kind of evidence once.
    ///
    /// The releases that all [`Confidence::Documented`](super::Confidence::Documented) evidence leaves of `open` are those
    /// of [`Self::right`].
    pub fn evidence(&mut self, open: ReleaseSet, schema: &'c Schema, value: &Value) -> Vec<Evidence> {
        let mut tally = EvidenceTally::default();
        self.add_evidence(open, schema, (value, None), &mut tally);
        tally.all().into_iter().map(|(_, evidence)| evidence).collect()
    }

    /// The same of a text with long lists, chunk by chunk; nothing where it has none, or must be seen whole.
    pub(super) fn evidence_in_chunks(
        &mut self,
        open: ReleaseSet,
        schema: &'c Schema,
        text: &[u8],
    ) -> Option<Vec<Evidence>> {
        let text = ChunkedText::of(self.contract, (schema, open), text, false)?;
        let mut tally = EvidenceTally::default();
        self.add_evidence(open, schema, (&text.frame.value, None), &mut tally);
        for (list, chunk) in text.lists().flat_map(|(list, chunks)| chunks.map(move |chunk| (list, chunk))) {
            let says_nothing = |standing: Standing| standing.declared == open && standing.unknown.is_empty();
            if !self.standing(open, schema, &chunk.bytes).is_some_and(says_nothing) {
                let document = Document::parse(&chunk.bytes).ok()?;
                self.add_evidence(open, schema, (&document.value, Some((list, chunk.first))), &mut tally);
            }
        }
        Some(tally.all().into_iter().map(|(_, evidence)| evidence).collect())
    }

    /// Adds what is in a value, or only in the items of a list in it, of which the first has an index in the whole list.
    fn add_evidence(
        &mut self,
        open: ReleaseSet,
        schema: &'c Schema,
        (value, items): (&Value, Option<(&str, usize)>),
        tally: &mut EvidenceTally,
    ) {
        let facts = self.engine.facts(open, schema, value);
        // What no release declares does not tell them apart.
        let is_strange = |fact: &Violation<'_>| fact.fact == Fact::PropertyUndeclared && fact.right_at.is_none();
        let facts = facts.into_iter().filter(|fact| !is_strange(fact));
        let is_meant = |fact: &Violation<'_>| {
            let below = |list: &str| fact.pointer.strip_prefix(list).is_some_and(|below| below.starts_with('/'));
            items.is_none_or(|(list, _)| below(list))
        };
        let moved = |fact: Violation<'c>| match items {
            Some((list, first)) => fact.moved(list, first),
            None => fact,
        };
        let facts: Vec<_> = facts.filter(is_meant).map(|fact| (Part::Document, moved(fact))).collect();
        tally.add(open, &facts);
    }

    /// What the releases of `open` say of a JSON text, where that is known without a document.
    pub(super) fn standing(&mut self, open: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Option<Standing> {
        self.plans.standing(open, schema, bytes)
    }
}
