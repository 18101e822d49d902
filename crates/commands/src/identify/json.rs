//! For programs. The shape is an interface:
//!
//! ```json
//! {"identify_version": 1, "tool": {"name": "immich-contract", "version": "0.1.0"}, "contract": "builtin",
//!  "covers": "1.106.0 –",
//!  "sources": [{
//!    "source": "app.har", "checked": 12, "closely": 12, "fits": 12,
//!    "releases": "1.126.0 – 1.132.3", "first": "1.126.0", "last": "1.132.3", "width": 23,
//!    "possible": "1.106.0 – 1.132.3",
//!    "evidence": [{"operation": "getRandom", "place": "[].people[].isFavorite",
//!      "pointer": "/0/people/0/isFavorite", "kind": "present", "value": null, "releases": "1.126.0 –",
//!      "sureness": "undeclared", "count": 3, "ends": ["lower"]}],
//!    "misfitting": 1,
//!    "misfits": [{"entry": 4, "line": null, "operation": "getMySharedLink", "releases": "none",
//!      "why": {"place": "assets[].checksum", "kind": "missing", "releases": "none", "sureness": "documented"}}]
//!  }]}
//! ```
//!
//! Evidence is gathered of `closely` of the `checked` answers, and its counts are of those; each of the others fits
//! exactly the releases that one of those fits. `releases` are those that fit most of the `checked` answers, namely `fits` of them; `first` and `last` are null and
//! `width`, their number, is 0 where none fits any. `possible` is the same without evidence of the sureness
//! `undeclared`; the other sureness is `documented`. `kind` is `present`, `missing` or `value`; `value` is the type or
//! the documented enum value that was seen, null where it would be a value of the payload. `pointer` is null where a
//! name in it is not the contract's. `misfitting` answers do not fit all of `releases`; `misfits` are the first of them, 100 of each
//! operation that fit the same releases, each with the releases that it fits by itself and the surest evidence against the others. `ends` names the ends of the set (`lower`, `upper`) that the evidence makes.

use contract::ReleaseSet;
use serde_json::{Value, json};
use validator::assess::{EvidenceKind, LocatedEvidence, Misfit, Verdict};

use super::Told;

/// The version of the shape.
const VERSION: u32 = 1;

/// What sources tell, as one document; `contract` is what to call the contract, and `covers` are its releases.
pub fn document(told: &[Told<'_>], contract: &str, covers: ReleaseSet) -> Value {
    json!({
        "identify_version": VERSION,
        "tool": crate::tool(),
        "contract": contract,
        "covers": covers.to_string(),
        "sources": told.iter().map(source).collect::<Vec<Value>>(),
    })
}

fn source(told: &Told<'_>) -> Value {
    let verdict = &told.verdict;
    let version = |release: Option<contract::Release>| release.map(contract::Release::version);
    json!({
        "source": &*told.source,
        "checked": verdict.checked,
        "closely": verdict.exhaustive,
        "fits": verdict.fits,
        "releases": verdict.releases.to_string(),
        "first": version(verdict.releases.first()),
        "last": version(verdict.releases.last()),
        "width": verdict.releases.len(),
        "possible": verdict.possible.to_string(),
        "evidence": verdict.evidence.iter().map(|located| evidence(located, verdict)).collect::<Vec<Value>>(),
        "misfitting": told.misfits.count,
        "misfits": told.misfits.first.iter().map(misfit).collect::<Vec<Value>>(),
    })
}

fn misfit(misfit: &Misfit<'_>) -> Value {
    json!({
        "entry": misfit.entry,
        "line": misfit.line,
        "operation": misfit.operation,
        "releases": misfit.releases.to_string(),
        "why": misfit.why.as_ref().map(|why| json!({
            "place": why.place,
            "kind": why.kind.name(),
            "releases": why.releases.to_string(),
            "sureness": why.confidence.name(),
        })),
    })
}

fn evidence(clue: &LocatedEvidence<'_>, verdict: &Verdict<'_>) -> Value {
    let evidence = &clue.evidence;
    let value = match &evidence.kind {
        EvidenceKind::Type(kind) => Some(kind.name()),
        EvidenceKind::Constant(value) | EvidenceKind::Media(value) => Some(value.as_str()),
        EvidenceKind::Exists
        | EvidenceKind::Present
        | EvidenceKind::Missing
        | EvidenceKind::Form
        | EvidenceKind::Status(_) => None,
    };
    let at = |end: &str, mut clues: Box<dyn Iterator<Item = &LocatedEvidence<'_>> + '_>| {
        clues.any(|one| one == clue).then(|| end.to_owned())
    };
    let ends = [at("lower", Box::new(verdict.lower())), at("upper", Box::new(verdict.upper()))];
    json!({
        "operation": clue.operation,
        "place": evidence.place,
        "pointer": (!evidence.place.contains('*')).then_some(&evidence.pointer),
        "kind": evidence.kind.name(),
        "value": value,
        "releases": evidence.releases.to_string(),
        "sureness": evidence.confidence.name(),
        "count": evidence.count,
        "ends": ends.into_iter().flatten().collect::<Vec<String>>(),
    })
}
