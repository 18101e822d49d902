//! A contract compared with itself has not changed, and an error about another one has a witness.

use std::sync::Arc;

use contract::{Contract, Document, Projection, read};
use diff::{Area, Judgement, Options, Rows, Source, changes, findings, judge};
use report::Severity;
use testkit::noise::{Chance, disturb};

use crate::view;

/// How often a document is disturbed until it is a contract again.
const TRIES: usize = 32;

/// A document with its contract.
struct Side {
    document: Arc<Document>,
    contract: Arc<Contract>,
}

/// An input is a line with a number, which says how the document is disturbed that is after it. It says something where a
/// change is found.
pub fn comparison(input: &[u8]) -> bool {
    let Some((number, text)) = numbered(input) else { return false };
    let Some(old) = side(text) else { return false };
    assert_eq!(changes(old.view(), old.view()), [], "nothing changed");
    let mut chance = Chance::new(number);
    let Some(new) = (0..TRIES).find_map(|_| side(&disturb(text, &mut chance))) else { return false };
    let changes = changes(old.view(), new.view());
    let is_changed = !changes.is_empty();
    let judgements = judge(old.view(), new.view(), changes);
    judgements.iter().for_each(has_witness);
    for rows in [Rows::Kind, Rows::Fact, Rows::Operation] {
        let (old, new) = (old.source("old"), new.source("new"));
        findings(&judgements, &Options { old, new, rows, releases: None });
    }
    is_changed
}

fn numbered(input: &[u8]) -> Option<(u64, &[u8])> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let number = std::str::from_utf8(input.get(..end)?).ok()?.parse().ok()?;
    Some((number, input.get(end + 1..)?))
}

fn side(text: &[u8]) -> Option<Side> {
    let document = Document::parse(text.to_vec()).ok()?;
    let contract = read::openapi_of(&document).ok()?.contract;
    Some(Side { document: Arc::new(document), contract: Arc::new(contract) })
}

impl Side {
    fn view(&self) -> Projection<'_> {
        view(&self.contract)
    }

    fn source(&self, name: &str) -> Source {
        let written = Some((Arc::clone(&self.document), Arc::clone(&self.contract)));
        Source { written, ..Source::named(name) }
    }
}

/// An error about values has a witness.
fn has_witness(judgement: &Judgement) {
    let needs_witness = judgement.severity == Severity::Error && judgement.change.fact.area() == Area::Values;
    assert!(!needs_witness || judgement.witness.is_some(), "no witness: {judgement:?}");
}
