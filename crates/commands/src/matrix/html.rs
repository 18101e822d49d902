//! For looking at: a heat map of calls and releases, and below each line why.

use askama::Template;
use contract::{Release, ReleaseSet};
use pages::{Axis, Budget, LIMIT, Look, Page, Strip, prose};
use validator::assess::{OperationSupport, Support};

use super::{EVERY, Matrix, words};

/// How many bytes the lines may take; the rest of the page takes less than what is left.
const LINES: usize = LIMIT - 500_000;

#[derive(Template)]
#[template(path = "matrix.html")]
struct Drawn<'m> {
    tool: report::Tool,
    contract: &'m str,
    releases: String,
    matrix: &'m Matrix<'m>,
    axis: String,
    /// All calls together.
    worst: String,
    key: Vec<(&'static str, &'static str, (u8, u8))>,
    lines: Vec<Line>,
    left_out: usize,
}

/// One operation.
struct Line {
    id: String,
    called: String,
    exchanges: usize,
    strip: String,
    reasons: Vec<String>,
    fits: bool,
}

impl Line {
    fn of(row: &OperationSupport<'_>, open: ReleaseSet, axis: &Axis) -> Self {
        let stories = row.stories(open);
        let reason = |release: Release| stories.iter().find(|(_, set, _)| set.contains(release));
        let said = |release: Release| {
            let support = row.at(release);
            let why = reason(release).map_or_else(|| meaning(support).to_owned(), |(_, _, one)| words(one));
            Some((look(support), why))
        };
        Self {
            id: row.operation.id().to_owned(),
            called: format!("{} {}", row.operation.method, row.operation.path()),
            exchanges: row.exchanges,
            strip: lives::strip_of(open, said).svg(axis, &[]),
            // The newest first: who reads this has an old client in mind, or a server before an update.
            reasons: stories.iter().rev().map(|(_, set, one)| prose(&format!("{set}: {}", words(one)))).collect(),
            fits: open.iter().all(|release| row.at(release) == Support::Fits),
        }
    }

    /// How many bytes it takes at most.
    fn size(&self) -> usize {
        let reasons: usize = self.reasons.iter().map(|reason| reason.len() + 16).sum();
        2 * (self.id.len() + self.called.len()) + self.strip.len() + reasons + 400
    }
}

/// The matrix as a page of its own; `contract` is what to call the contract.
pub fn page(matrix: &Matrix<'_>, contract: &str) -> String {
    let axis = lives::axis_of(matrix.open);
    let mut budget = Budget::of(LINES);
    let lines = matrix.rows.iter().map(|row| Line::of(row, matrix.open, &axis));
    let lines: Vec<Line> = lines.take_while(|line| budget.take(line.size())).collect();
    let releases = matrix.open.to_string();
    let title = format!("{} calls against {releases}", matrix.exchanges);
    let drawn = Drawn {
        tool: crate::tool(),
        contract,
        releases,
        matrix,
        worst: worst(matrix).svg(&axis, &[]),
        axis: axis.svg(),
        key: EVERY
            .iter()
            .map(|(support, _, meaning)| (look(*support).class(), *meaning, look(*support).band()))
            .collect(),
        left_out: matrix.rows.len() - lines.len(),
        lines,
    };
    // Writing to a text does not fail.
    Page { title: &title, styles: STYLE, main: &drawn.render().unwrap_or_default() }.html()
}

const STYLE: &str = include_str!("../../templates/matrix.css");

/// How the worst call fares at each release.
fn worst(matrix: &Matrix<'_>) -> Strip {
    lives::strip_of(matrix.open, |release| {
        let support = matrix.rows.iter().map(|row| row.at(release)).max()?;
        Some((look(support), meaning(support).to_owned()))
    })
}

fn meaning(support: Support) -> &'static str {
    EVERY.into_iter().find(|(known, ..)| *known == support).map_or("", |(_, _, meaning)| meaning)
}

fn look(support: Support) -> Look {
    match support {
        Support::Fits => Look::Fits,
        Support::Surplus => Look::Surplus,
        Support::Differs => Look::Differs,
        Support::Ignored => Look::Ignored,
        Support::Refused => Look::Refused,
        Support::Absent => Look::Absent,
    }
}
