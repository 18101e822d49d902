//! For reading: the set, and at each end what narrowed it.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use commands::identify::{End, Told, Words, of_several};
use contract::ReleaseSet;
use report::{Color, escape};
use validator::assess::{LocatedEvidence, Misfits};

use crate::args::Identify;

/// How many pieces of evidence are shown for one end.
const MOST: usize = 3;

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
        words: Words { body: args.inputs.schema.as_deref(), covers },
        most: if args.verbose { usize::MAX } else { MOST },
        good: styled(AnsiColor::Green.on_default().bold()),
        bad: styled(AnsiColor::Red.on_default().bold()),
    };
    told.iter().try_for_each(|one| page.source(out, one))
}

struct Page<'a> {
    words: Words<'a>,
    most: usize,
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
        if lower.is_empty() && upper.is_empty() && verdict.releases == self.words.covers {
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
            writeln!(out, "  does not fit: {}", self.words.misfit(misfit))?;
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
            writeln!(out, "  {label}{}", self.words.located(located, end))?;
        }
        match evidence.len().saturating_sub(self.most) {
            0 => Ok(()),
            more => writeln!(out, "  {label}and {more} more; -v shows them"),
        }
    }
}
