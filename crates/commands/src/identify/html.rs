//! For looking at: of each source the releases that fit, drawn, and below them what narrowed them down.

use askama::Template;
use contract::{Release, ReleaseSet};
use pages::{Axis, Budget, LIMIT, Look, Page, prose};
use validator::assess::{Evidence, LocatedEvidence, Verdict};

use super::Told;
use super::words::{End, Words, of_several};

/// How many bytes the sources may take; the rest of the page takes less than what is left.
const SOURCES: usize = LIMIT - 100_000;
/// How many pieces of evidence, and how many answers that do not fit, are shown of one source.
const MOST: usize = 100;

/// The styles of these pages, beside those of all.
const STYLE: &str = ".clues { table-layout: fixed; }\n";

#[derive(Template)]
#[template(path = "identify.html")]
struct Drawn<'t> {
    tool: report::Tool,
    contract: &'t str,
    sources: Vec<String>,
    left_out: usize,
}

#[derive(Template)]
#[template(path = "identify-source.html")]
struct Source {
    name: String,
    is_silent: bool,
    fits_none: bool,
    releases: String,
    of_several: String,
    /// The releases within which it surely is, where that are more.
    surely: Option<String>,
    strip: String,
    axis: String,
    evidence: Vec<Clue>,
    more_evidence: usize,
    misfits: Vec<String>,
    more_misfits: u64,
}

/// A piece of evidence.
struct Clue {
    said: String,
    strip: String,
}

/// The verdicts as a page; `contract` is what to call the contract.
pub fn page(told: &[Told<'_>], contract: &str, words: Words<'_>) -> String {
    let axis = lives::axis_of(words.covers);
    let mut budget = Budget::of(SOURCES);
    // Writing to a text does not fail.
    let sources = told.iter().map(|one| source(one, &axis, words).render().unwrap_or_default());
    let sources: Vec<String> = sources.take_while(|source| budget.take(source.len())).collect();
    let title = match told {
        [only] => format!("{}: {}", report::escape(&only.source), only.verdict.releases),
        several => format!("{} sources", several.len()),
    };
    let drawn = Drawn { tool: crate::tool(), contract, left_out: told.len() - sources.len(), sources };
    Page { title: &title, styles: STYLE, main: &drawn.render().unwrap_or_default() }.html()
}

fn source(told: &Told<'_>, axis: &Axis, words: Words<'_>) -> Source {
    let verdict = &told.verdict;
    let clues = clues(verdict);
    let shown = clues.iter().take(MOST).map(|(end, one)| Clue {
        said: prose(&format!("{}{}", end.label(), words.located(one, *end))),
        strip: strip(&one.evidence, words.covers).svg(axis, &[]),
    });
    let misfits: Vec<String> = told.misfits.first.iter().take(MOST).map(|one| prose(&words.misfit(one))).collect();
    Source {
        name: report::escape(&told.source).into_owned(),
        is_silent: verdict.checked == 0,
        fits_none: verdict.releases.is_empty(),
        releases: verdict.releases.to_string(),
        of_several: of_several(verdict),
        surely: (verdict.possible != verdict.releases).then(|| verdict.possible.to_string()),
        strip: fitting(verdict, words.covers).svg(axis, &[]),
        axis: axis.svg(),
        evidence: shown.collect(),
        more_evidence: clues.len().saturating_sub(MOST),
        more_misfits: told.misfits.count.saturating_sub(misfits.len() as u64),
        misfits,
    }
}

/// What narrowed it down: at its ends, or wherever where nothing fits.
fn clues<'v, 'c>(verdict: &'v Verdict<'c>) -> Vec<(End, &'v LocatedEvidence<'c>)> {
    if verdict.releases.is_empty() {
        let mut all: Vec<_> = verdict.evidence.iter().map(|one| (End::Neither, one)).collect();
        all.sort_by_key(|(_, one)| one.evidence.releases.len());
        return all;
    }
    let lower = verdict.lower().map(|one| (End::Lower(verdict.releases), one));
    lower.chain(verdict.upper().map(|one| (End::Upper(verdict.releases), one))).collect()
}

/// The releases that fit, and those that do if servers send what they do not declare.
fn fitting(verdict: &Verdict<'_>, covers: ReleaseSet) -> pages::Strip {
    lives::strip_of(covers, |release: Release| {
        if verdict.releases.contains(release) {
            Some((Look::Fits, "fits".to_owned()))
        } else {
            let is_possible = verdict.possible.contains(release);
            is_possible.then(|| (Look::Surplus, "fits if the server sends what it does not declare".to_owned()))
        }
    })
}

/// The releases that a piece of evidence leaves.
fn strip(evidence: &Evidence, covers: ReleaseSet) -> pages::Strip {
    lives::strip_of(covers, |release: Release| {
        evidence.releases.contains(release).then(|| (Look::Optional, "possible by this".to_owned()))
    })
}
