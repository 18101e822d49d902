//! For reading: a line for each operation, a column for each stretch of releases in which nothing changes.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use commands::matrix::{Column, EVERY, Matrix, sign, words};
use contract::Release;
use report::{Color, shorten};
use validator::assess::{OperationSupport, Support};

use crate::args;
use crate::output;

/// How many reasons are told for one operation.
const MOST: usize = 2;
/// Room for any release.
const WIDE: usize = 11;
/// The widest name of an operation.
const NAME: usize = 34;

/// Writes the table, the reasons below each line, and what the signs mean.
pub(super) fn write(out: &mut dyn Write, matrix: &Matrix<'_>, args: &args::Matrix, color: Color) -> io::Result<()> {
    let name = matrix.rows.iter().map(|row| row.operation.id().chars().count()).max().unwrap_or(0).min(NAME);
    let room = output::width().saturating_sub(name + 9).max(8);
    let columns = fitted(matrix, matrix.columns(), room);
    // Where there is room, each column has its release above it.
    let width = if columns.len() * WIDE <= room { WIDE } else { 1 };
    let page = Page { matrix, columns, width, name, color };
    let is_dull = |row: &&OperationSupport<'_>| matrix.open.iter().all(|release| row.at(release) == Support::Fits);
    let (dull, telling): (Vec<&OperationSupport<'_>>, Vec<&OperationSupport<'_>>) =
        matrix.rows.iter().partition(|row| !args.verbose && is_dull(row));
    if !telling.is_empty() {
        page.head(out)?;
    }
    for row in &telling {
        page.row(out, row, if args.verbose { usize::MAX } else { MOST })?;
    }
    page.foot(out, dull.len())
}

/// As many columns as there is room for: of neighbours that differ in the fewest lines, two become one, again and again.
fn fitted(matrix: &Matrix<'_>, mut columns: Vec<Column>, room: usize) -> Vec<Column> {
    let differing =
        |one: &Column, next: &Column| matrix.rows.iter().filter(|row| worst(row, one) != worst(row, next)).count();
    while columns.len() > room {
        let pairs = columns.windows(2).enumerate().filter_map(|(index, pair)| match pair {
            [one, next] => Some((differing(one, next), index)),
            _ => None,
        });
        let Some((_, index)) = pairs.min() else { break };
        let next = columns.remove(index + 1);
        if let Some(column) = columns.get_mut(index) {
            column.last = next.last;
        }
    }
    columns
}

/// The worst of the releases of a column.
fn worst(row: &OperationSupport<'_>, column: &Column) -> Support {
    let releases = Release::all().filter(|release| (column.first..=column.last).contains(release));
    releases.map(|release| row.at(release)).max().unwrap_or(Support::Fits)
}

struct Page<'p, 'c> {
    matrix: &'p Matrix<'c>,
    columns: Vec<Column>,
    /// How many characters each column has.
    width: usize,
    name: usize,
    color: Color,
}

impl Page<'_, '_> {
    /// The releases at which columns begin, as many as fit above them.
    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let (mut labels, mut marks) = (String::new(), String::new());
        for (index, column) in self.columns.iter().enumerate() {
            let index = index * self.width;
            let written = labels.chars().count();
            if written == 0 || written < index {
                labels.push_str(&" ".repeat(index.saturating_sub(written)));
                labels.push_str(column.first.version());
                marks.push_str(&" ".repeat(index.saturating_sub(marks.chars().count())));
                marks.push('╷');
            }
        }
        let indent = " ".repeat(self.name + 7);
        writeln!(out, "{indent}{labels}\n{:<width$} calls {marks}", "operation", width = self.name)
    }

    fn row(&self, out: &mut dyn Write, row: &OperationSupport<'_>, most: usize) -> io::Result<()> {
        let id = shorten(row.operation.id(), self.name);
        write!(out, "{id:<width$} {:>5} ", row.exchanges, width = self.name)?;
        for column in &self.columns {
            let cell = worst(row, column);
            let style = self.style(cell);
            let gap = " ".repeat(self.width - 1);
            write!(out, "{}{}{}{gap}", style.render(), sign(cell), style.render_reset())?;
        }
        writeln!(out)?;
        let stories = row.stories(self.matrix.open);
        // The newest first: who reads this has an old client in mind, or a server before an update.
        for (cell, releases, reason) in stories.iter().rev().take(most) {
            let style = self.style(*cell);
            let (on, off) = (style.render(), style.render_reset());
            let place = reason.location.entry.map(|entry| format!(" (exchange {entry})")).unwrap_or_default();
            writeln!(out, "  {on}{}{off} {releases}: {}{place}", sign(*cell), words(reason))?;
        }
        match stories.len().saturating_sub(most) {
            0 => Ok(()),
            more => writeln!(out, "    and {more} more; -v shows them"),
        }
    }

    fn foot(&self, out: &mut dyn Write, dull: usize) -> io::Result<()> {
        let matrix = self.matrix;
        if dull > 0 {
            writeln!(
                out,
                "{}{} fit every release; -v shows them",
                lead(dull < matrix.rows.len()),
                counted(dull, "operation")
            )?;
        }
        writeln!(out)?;
        for (cell, sign, meaning) in EVERY {
            let style = self.style(cell);
            writeln!(out, "{}{sign}{} {meaning}", style.render(), style.render_reset())?;
        }
        let nowhere: usize = matrix.rows.iter().map(|row| row.nowhere).sum();
        let refused: usize = matrix.rows.iter().map(|row| row.refused).sum();
        writeln!(
            out,
            "\n{} of {} against {}",
            counted(matrix.exchanges, "exchange"),
            counted(matrix.rows.len(), "operation"),
            matrix.open
        )?;
        for (count, noun, what) in [
            (refused, "request", " that the server refused: only whether the operation exists counts"),
            (nowhere, "exchange", " with something that no release's document fits: `check` tells what"),
            (matrix.unmatched, "request", " that match no operation (is the base path right?)"),
        ] {
            if count > 0 {
                writeln!(out, "{}{what}", counted(count, noun))?;
            }
        }
        Ok(())
    }

    fn style(&self, cell: Support) -> Style {
        let color = match cell {
            _ if self.color == Color::Never => return Style::new(),
            Support::Fits => AnsiColor::Green,
            Support::Surplus => AnsiColor::Cyan,
            Support::Differs | Support::Ignored => AnsiColor::Yellow,
            Support::Refused => AnsiColor::Red,
            Support::Absent => return AnsiColor::Red.on_default().bold(),
        };
        color.on_default()
    }
}

fn lead(has_others: bool) -> &'static str {
    if has_others { "the other " } else { "" }
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
