//! What sources tell, in words.

use contract::{Kind, Release, ReleaseSet};
use report::{escape, shorten};
use validator::assess::{Confidence, EvidenceKind, LocatedEvidence, Misfit, Verdict};

/// The longest name shown, in characters.
const NAME: usize = 160;

/// What evidence is told with.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What bare bodies are, if the user said a type.
    pub body: Option<&'a str>,
    /// The releases of the contract.
    pub covers: ReleaseSet,
}

impl Words<'_> {
    /// What speaks against an answer that does not fit, and where it is: `exchange 97: …`.
    pub fn misfit(&self, misfit: &Misfit<'_>) -> String {
        let place = misfit.line.map_or_else(|| format!("exchange {}", misfit.entry), |line| format!("line {line}"));
        let why = misfit.why.as_ref().map(|evidence| {
            let located = LocatedEvidence { operation: misfit.operation, evidence: evidence.clone() };
            self.located(&located, End::Neither)
        });
        format!("{place}: {}", why.unwrap_or_else(|| format!("fits {}", misfit.releases)))
    }

    /// `people[].isFavorite` is there in getRandom: ≥ 1.126.0 (likely; 12 times)
    pub fn located(&self, located: &LocatedEvidence<'_>, end: End) -> String {
        let evidence = &located.evidence;
        let owner = located.operation.or(self.body).unwrap_or("the body");
        let what = match (evidence.kind == EvidenceKind::Exists, evidence.place.as_str()) {
            (true, _) => format!("`{owner}`"),
            (false, "") => "the body".to_owned(),
            (false, place) => format!("`{}`", escape(&shorten(place, NAME))),
        };
        let place = match located.operation {
            Some(operation) if evidence.kind != EvidenceKind::Exists => format!(" in {operation}"),
            _ => String::new(),
        };
        let sure = match evidence.confidence {
            Confidence::Documented => "sure",
            Confidence::Undeclared => "likely",
        };
        let times = if evidence.count > 1 { format!("; {} times", evidence.count) } else { String::new() };
        let bound = end.bound(evidence.releases & self.covers);
        format!("{what} {}{place}: {bound} ({sure}{times})", said(&evidence.kind))
    }
}

/// How many bodies there were, if there were several.
pub fn of_several(verdict: &Verdict<'_>) -> String {
    match (verdict.fits, verdict.checked) {
        (_, 1) => String::new(),
        (fits, checked) if fits == checked => format!(" fits all {checked} answers"),
        (0, checked) => format!(" any of {checked} answers"),
        (fits, checked) => format!(" fits {fits} of {checked} answers, no release fits all"),
    }
}

fn said(sign: &EvidenceKind) -> String {
    match sign {
        EvidenceKind::Exists => "exists".to_owned(),
        EvidenceKind::Present => "is there".to_owned(),
        EvidenceKind::Missing => "is missing".to_owned(),
        EvidenceKind::Type(Kind::Null) => "is null".to_owned(),
        EvidenceKind::Type(kind @ (Kind::Integer | Kind::Array | Kind::Object)) => format!("is an {kind}"),
        EvidenceKind::Type(kind) => format!("is a {kind}"),
        EvidenceKind::Constant(value) => format!("is \"{}\"", escape(value)),
        EvidenceKind::Media(name) => format!("is {}", escape(name)),
        EvidenceKind::Status(status) => format!("is {status}"),
        EvidenceKind::Form => "has a format, pattern, bound or choice that other releases refuse".to_owned(),
    }
}

/// An end of a set of releases, for which evidence is shown.
#[derive(Clone, Copy)]
pub enum End {
    /// The lower end of this set.
    Lower(ReleaseSet),
    /// The upper end of this set.
    Upper(ReleaseSet),
    /// None, or both.
    Neither,
}

impl End {
    /// What a line about it begins with.
    pub fn label(self) -> &'static str {
        match self {
            Self::Lower(_) => "lower end: ",
            Self::Upper(_) => "upper end: ",
            Self::Neither => "",
        }
    }

    /// What evidence says of this end: of all the releases that it leaves, the run around the end matters.
    fn bound(self, releases: ReleaseSet) -> String {
        let around = |end: Option<Release>| {
            let end = end?;
            releases.runs().into_iter().find(|(first, last)| (*first..=*last).contains(&end))
        };
        match self {
            Self::Lower(set) => around(set.first()).map(|(first, _)| format!("≥ {first}")),
            Self::Upper(set) => around(set.last()).map(|(_, last)| format!("≤ {last}")),
            Self::Neither if releases.is_empty() => Some("no release".to_owned()),
            Self::Neither => None,
        }
        .unwrap_or_else(|| releases.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &str) -> ReleaseSet {
        ranges.parse().unwrap()
    }

    #[test]
    fn evidence_is_told_by_the_end_that_it_makes() {
        let (lower, upper) = (End::Lower(set("1.128.0..2.0.0")), End::Upper(set("1.128.0..1.133.0")));
        for (end, ranges, text) in [
            (lower, "1.126.0..", "≥ 1.126.0"),
            (lower, "..1.114.0, 1.128.0..", "≥ 1.128.0"),
            (upper, "..1.133.0", "≤ 1.132.3"),
            (upper, "..1.133.0, 3.0.0-rc.1..", "≤ 1.132.3"),
            (End::Neither, "1.126.0..1.133.0", "1.126.0 – 1.132.3"),
            (End::Neither, "", "no release"),
        ] {
            assert_eq!(end.bound(set(ranges)), text);
        }
    }
}
