//! Compares the models with one document.

use contract::facts::{Difference, Facts, Scope};
use contract::read::{self, Reading, Warning};
use contract::{Contract, Projection, Release};
use serde_json::Value;

use super::second_opinion::{self, SecondOpinion};
use super::unread;
use crate::Failure;

/// What a comparison with one document found.
#[derive(Debug, Clone)]
pub(crate) struct Comparison {
    /// The release at which the two were compared.
    pub(crate) release: Release,
    /// How many facts either says.
    pub(crate) facts: usize,
    /// How many modelled operations exist at the release.
    pub(crate) operations: usize,
    /// How many modelled schemas exist at the release.
    pub(crate) schemas: usize,
    /// Where the models (left) and the document (right) differ.
    pub(crate) differences: Vec<Difference>,
    /// What the reader found odd in the document.
    pub(crate) warnings: Vec<Warning>,
    /// What the document says of modelled elements that is not compared, on purpose.
    pub(crate) left_out: LeftOut,
    /// What another reader takes from the document.
    pub(crate) second: SecondOpinion,
    /// How many operations and schemas of the document are not modelled.
    pub(crate) not_modelled: (usize, usize),
}

/// Counts of what is not compared, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// Descriptions, summaries, titles and examples.
    pub(crate) prose: usize,
    /// Tags `Deprecated`; the flag `deprecated` says the same.
    pub(crate) deprecated_tags: usize,
    /// `x-immich-state`, the last state of the history.
    pub(crate) states: usize,
    /// `x-rebuilt`, the mark of what was put together from generated clients.
    pub(crate) rebuilt: usize,
}

/// Compares the models at each of these releases with their common document; there is one at least.
pub(crate) fn bytes_of(derived: &Contract, releases: &[Release], bytes: &[u8]) -> Result<Vec<Comparison>, Failure> {
    let Reading { contract: ref said, warnings, .. } = read::openapi(bytes)?;
    let document: Value = serde_json::from_slice(bytes)?;
    let scope = Scope::of(derived);
    // A document says the same at every release.
    let upstream = Facts::of(Projection { contract: said, release: Release::latest() }, &scope);
    let everything = Facts::of(Projection { contract: said, release: Release::latest() }, &Scope::of(said));
    let second = second_opinion::of(&everything, bytes)?;
    let compare = |release: &Release| {
        let models = Projection { contract: derived, release: *release };
        let facts = Facts::of(models, &scope);
        let mut differences = facts.differences(&upstream);
        let only_upstream = differences.iter().filter(|one| one.left.is_none()).count();
        let (left_out, unread) = unread::look(models, &document);
        differences.extend(unread);
        Comparison {
            release: *release,
            facts: facts.len() + only_upstream,
            operations: models.operations().count(),
            schemas: models.components().filter(|(_, component)| !component.observed).count(),
            differences,
            not_modelled: not_modelled(derived, said),
            warnings: warnings.clone(),
            left_out,
            second: second.clone(),
        }
    };
    Ok(releases.iter().map(compare).collect())
}

fn not_modelled(derived: &Contract, upstream: &Contract) -> (usize, usize) {
    let operations =
        upstream.operations.iter().filter(|one| !derived.operations.iter().any(|known| known.route() == one.route()));
    let schemas = upstream.components.keys().filter(|name| derived.component(name).is_none());
    (operations.count(), schemas.count())
}
