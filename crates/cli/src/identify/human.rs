//! For reading: the set, and at each end what narrowed it.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use commands::identify::Told;
use contract::{Kind, Release, ReleaseSet};
use report::{Color, escape, shorten};
use validator::assess::{Confidence, EvidenceKind, LocatedEvidence, Misfits, Verdict};

use crate::args::Identify;

/// How many pieces of evidence are shown for one end.
const MOST: usize = 3;
/// The longest name shown, in characters.
const NAME: usize = 160;

/// Writes a paragraph for each source.
pub(super) fn write(
    out: &mut dyn Write,
    told: &[Told<'_>],
    args: &Identify,
    covers: ReleaseSet,
    color: Color,
) -> io::Result<()> {
    let styled = |style: Style| if matches!(color, Color::Always) { style } else { Style::new() };
    let page = Page {
        body: args.inputs.schema.as_deref(),
        most: if args.verbose { usize::MAX } else { MOST },
        covers,
        good: styled(AnsiColor::Green.on_default().bold()),
        bad: styled(AnsiColor::Red.on_default().bold()),
    };
    told.iter().try_for_each(|one| page.source(out, one))
}

struct Page<'a> {
    /// What bare bodies are, if the user said a type.
    body: Option<&'a str>,
    most: usize,
    covers: ReleaseSet,
    good: Style,
    bad: Style,
}

impl Page<'_> {
    fn source(&self, out: &mut dyn Write, told: &Told<'_>) -> io::Result<()> {
        let verdict = &told.verdict;
        let source = escape(&told.source);
        if verdict.checked == 0 {
            return writeln!(out, "{source}: holds no answer of an operation that the contract describes");
        }
        if verdict.releases.is_empty() {
            let (on, off) = (self.bad.render(), self.bad.render_reset());
            writeln!(out, "{source}: {on}no release fits{off}{}", of_several(verdict))?;
            let mut evidence: Vec<&LocatedEvidence<'_>> = verdict.evidence.iter().collect();
            evidence.sort_by_key(|located| located.evidence.releases.len());
            return self.all(out, End::Neither, &evidence);
        }
        let (on, off) = (self.good.render(), self.good.render_reset());
        writeln!(out, "{source}: {on}{}{off}{}", verdict.releases, of_several(verdict))?;
        let (lower, upper): (Vec<_>, Vec<_>) = (verdict.lower().collect(), verdict.upper().collect());
        self.all(out, End::Lower(verdict.releases), &lower)?;
        self.all(out, End::Upper(verdict.releases), &upper)?;
        if lower.is_empty() && upper.is_empty() && verdict.releases == self.covers {
            writeln!(out, "  nothing in it tells the releases apart that the contract covers")?;
        }
        if verdict.possible != verdict.releases {
            writeln!(
                out,
                "  likely: servers also send what their release does not declare; surely within {}",
                verdict.possible
            )?;
        }
        if verdict.exhaustive < verdict.checked {
            let closely = verdict.exhaustive;
            writeln!(out, "  looked closely at {closely} answers; each of the others fits what one of them fits")?;
        }
        self.misfits(out, &told.misfits)
    }

    /// The answers that do not fit, each with what speaks against it.
    fn misfits(&self, out: &mut dyn Write, misfits: &Misfits<'_>) -> io::Result<()> {
        for misfit in misfits.first.iter().take(self.most) {
            let place = misfit.line.map_or_else(|| format!("exchange {}", misfit.entry), |line| format!("line {line}"));
            let why = misfit.why.as_ref().map(|evidence| {
                let located = LocatedEvidence { operation: misfit.operation, evidence: evidence.clone() };
                self.located(&located, End::Neither)
            });
            writeln!(out, "  does not fit: {place}: {}", why.unwrap_or_else(|| format!("fits {}", misfit.releases)))?;
        }
        let shown = misfits.first.len().min(self.most);
        match misfits.count.saturating_sub(shown as u64) {
            0 => Ok(()),
            more if shown < misfits.first.len() => {
                writeln!(out, "  does not fit: {more} more; -v shows the first of them")
            }
            more => writeln!(out, "  does not fit: {more} more"),
        }
    }

    fn all(&self, out: &mut dyn Write, end: End, evidence: &[&LocatedEvidence<'_>]) -> io::Result<()> {
        let label = end.label();
        for located in evidence.iter().take(self.most) {
            writeln!(out, "  {label}{}", self.located(located, end))?;
        }
        match evidence.len().saturating_sub(self.most) {
            0 => Ok(()),
            more => writeln!(out, "  {label}and {more} more; -v shows them"),
        }
    }

    /// `people[].isFavorite` is there in getRandom: ≥ 1.126.0 (likely; 12 times)
    fn located(&self, located: &LocatedEvidence<'_>, end: End) -> String {
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
fn of_several(verdict: &Verdict<'_>) -> String {
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
enum End {
    Lower(ReleaseSet),
    Upper(ReleaseSet),
    Neither,
}

impl End {
    fn label(self) -> &'static str {
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
