//! What many bodies of one server tell together.

use std::collections::HashMap;

use contract::{Release, ReleaseSet};

use super::{Answer, Confidence, Evidence, EvidenceKind};

/// Counts which releases fit the bodies of one source.
#[derive(Default)]
pub struct Tally<'c> {
    checked: usize,
    exhaustive: usize,
    likely: HashMap<ReleaseSet, usize>,
    possible: HashMap<ReleaseSet, usize>,
    evidence: Vec<LocatedEvidence<'c>>,
    /// Where in `evidence` each kind of evidence stands.
    known: HashMap<Key<'c>, usize>,
}

type Key<'c> = (Option<&'c str>, String, EvidenceKind, ReleaseSet, Confidence);

/// A piece of evidence, and the operation in whose answer it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedEvidence<'c> {
    /// The operation, where it is known.
    pub operation: Option<&'c str>,
    /// The evidence, counted over all bodies.
    pub evidence: Evidence,
}

/// Which releases can have written the bodies of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'c> {
    /// How many bodies were looked at.
    pub checked: usize,
    /// Of how many of them the evidence was gathered; others told what one of these told.
    pub exhaustive: usize,
    /// How many of them fit [`Self::releases`].
    pub fits: usize,
    /// The releases that fit most bodies; those that fit all, where there are any.
    pub releases: ReleaseSet,
    /// The same if only documented evidence counts.
    pub possible: ReleaseSet,
    /// The evidence for that. What contradicts it, since some body fits other releases, is left out.
    pub evidence: Vec<LocatedEvidence<'c>>,
    covers: ReleaseSet,
}

impl<'c> Tally<'c> {
    /// Takes one more body into account. A body that is likely of no release counts by what is possible.
    pub fn add(&mut self, answer: Answer<'c>) {
        self.add_alike(1, answer);
    }

    /// Takes so many bodies into account that tell the same.
    pub fn add_alike(&mut self, bodies: usize, answer: Answer<'c>) {
        self.checked += bodies;
        self.exhaustive += usize::from(answer.exhaustive);
        let likely = if answer.likely.is_empty() { answer.possible } else { answer.likely };
        for (counts, releases) in [(&mut self.likely, likely), (&mut self.possible, answer.possible)] {
            *counts.entry(releases).or_default() += bodies;
        }
        answer.evidence.into_iter().for_each(|evidence| self.located(answer.operation, evidence));
    }

    fn located(&mut self, operation: Option<&'c str>, evidence: Evidence) {
        let Evidence { place, kind, releases, confidence, .. } = &evidence;
        let key = (operation, place.clone(), kind.clone(), *releases, *confidence);
        if let Some(known) = self.known.get(&key).and_then(|index| self.evidence.get_mut(*index)) {
            known.evidence.count += evidence.count;
            return;
        }
        self.known.insert(key, self.evidence.len());
        self.evidence.push(LocatedEvidence { operation, evidence });
    }

    /// What all bodies so far tell, of the releases that a contract covers.
    pub fn verdict(&self, covers: ReleaseSet) -> Verdict<'c> {
        let (releases, fits) = most(&self.likely);
        let (possible, _) = most(&self.possible);
        let agrees = |located: &&LocatedEvidence<'c>| releases.is_subset(located.evidence.releases);
        let mut evidence: Vec<LocatedEvidence<'c>> = self.evidence.iter().filter(agrees).cloned().collect();
        let rank =
            |located: &LocatedEvidence<'c>| (located.evidence.confidence, std::cmp::Reverse(located.evidence.count));
        evidence.sort_by_key(rank);
        Verdict { checked: self.checked, exhaustive: self.exhaustive, fits, releases, possible, evidence, covers }
    }
}

/// The releases that are in most of the sets, and in how many.
fn most(sets: &HashMap<ReleaseSet, usize>) -> (ReleaseSet, usize) {
    let mut counts: HashMap<Release, usize> = HashMap::new();
    for (releases, count) in sets {
        releases.iter().for_each(|release| *counts.entry(release).or_default() += count);
    }
    let highest = counts.values().copied().max().unwrap_or(0);
    let releases = counts.iter().filter(|(_, count)| **count == highest).map(|(release, _)| *release);
    (releases.collect(), highest)
}

impl<'c> Verdict<'c> {
    /// The evidence that keeps the next older release out, the surest first.
    pub fn lower(&self) -> impl Iterator<Item = &LocatedEvidence<'c>> {
        let first = self.releases.first();
        let before = self.covers.iter().rfind(|release| first.is_some_and(|first| *release < first));
        self.against(before)
    }

    /// The evidence that keeps the next newer release out, the surest first.
    pub fn upper(&self) -> impl Iterator<Item = &LocatedEvidence<'c>> {
        let last = self.releases.last();
        let after = self.covers.iter().find(|release| last.is_some_and(|last| *release > last));
        self.against(after)
    }

    fn against(&self, release: Option<Release>) -> impl Iterator<Item = &LocatedEvidence<'c>> {
        let speaks = move |located: &&LocatedEvidence<'c>| {
            release.is_some_and(|release| !located.evidence.releases.contains(release))
        };
        self.evidence.iter().filter(speaks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &str) -> ReleaseSet {
        ranges.parse().unwrap()
    }

    /// A body of which one documented and one undeclared thing is known.
    fn answer(documented: &str, undeclared: &str) -> Answer<'static> {
        let one = |place: &str, releases, confidence| Evidence {
            place: place.to_owned(),
            pointer: format!("/{place}"),
            kind: EvidenceKind::Present,
            releases,
            confidence,
            count: 1,
        };
        Answer {
            operation: Some("getRandom"),
            likely: set(documented) & set(undeclared),
            possible: set(documented),
            evidence: vec![
                one("u", set(undeclared), Confidence::Undeclared),
                one("d", set(documented), Confidence::Documented),
            ],
            exhaustive: true,
        }
    }

    fn verdict(answers: &[(&str, &str)]) -> Verdict<'static> {
        let mut tally = Tally::default();
        for (documented, undeclared) in answers {
            tally.add(answer(documented, undeclared));
        }
        tally.verdict(ReleaseSet::all())
    }

    #[test]
    fn the_releases_that_fit_most_bodies_win() {
        for (answers, fits, releases, possible) in [
            (vec![("..2.0.0", "1.126.0..")], 1, "1.126.0..2.0.0", "..2.0.0"),
            (vec![("..2.0.0", "1.126.0.."), ("1.120.0..", "..1.130.0")], 2, "1.126.0..1.130.0", "1.120.0..2.0.0"),
            (vec![("..2.0.0", ".."), ("2.5.0..", ".."), ("2.7.0..", "..")], 2, "2.7.0..", "2.7.0.."),
            // Likely of no release, so what no document declares does not count.
            (vec![("2.0.0..", "..1.126.0")], 1, "2.0.0..", "2.0.0.."),
            (vec![("", "..")], 0, "", ""),
            (vec![], 0, "", ""),
        ] {
            let verdict = verdict(&answers);
            let told = (verdict.fits, verdict.releases.to_ranges(), verdict.possible.to_ranges());
            assert_eq!(told, (fits, releases.to_owned(), possible.to_owned()), "{answers:?}");
        }
    }

    #[test]
    fn each_end_has_its_evidence() {
        let verdict = verdict(&[("..2.0.0", "1.126.0.."), ("..2.0.0", "1.120.0.."), ("2.5.0..", "..")]);
        let told = |located: &LocatedEvidence<'_>| format!("{} {}", located.evidence.place, located.evidence.count);
        assert_eq!(verdict.lower().map(told).collect::<Vec<_>>(), ["u 1"], "that of 1.120.0 is not an end");
        assert_eq!(verdict.upper().map(told).collect::<Vec<_>>(), ["d 2"]);
        assert!(
            !verdict.evidence.iter().any(|located| located.evidence.releases == set("2.5.0..")),
            "contradicts the verdict"
        );
    }
}
