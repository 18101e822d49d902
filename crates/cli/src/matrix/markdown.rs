//! For pages: a table of operations and releases, and below it why.

use std::io::{self, Write};

use commands::matrix::{EVERY, Matrix, sign, words};

/// Writes a table and a list.
pub(super) fn write(out: &mut dyn Write, matrix: &Matrix<'_>) -> io::Result<()> {
    let columns = matrix.columns();
    write!(out, "| operation | calls |")?;
    columns.iter().try_for_each(|column| {
        if column.first == column.last {
            write!(out, " {} |", column.first)
        } else {
            write!(out, " {} – {} |", column.first, column.last)
        }
    })?;
    writeln!(out, "\n| --- | ---: |{}", " :-: |".repeat(columns.len()))?;
    for row in &matrix.rows {
        write!(out, "| `{}` | {} |", row.operation.id(), row.exchanges)?;
        columns.iter().try_for_each(|column| write!(out, " {} |", sign(row.at(column.first))))?;
        writeln!(out)?;
    }
    let legend: Vec<String> = EVERY.iter().map(|(_, sign, meaning)| format!("{sign} {meaning}")).collect();
    writeln!(out, "\n{}.\n", legend.join("; "))?;
    for row in &matrix.rows {
        for (_, releases, reason) in row.stories(matrix.open) {
            writeln!(out, "- `{}`, {releases}: {}", row.operation.id(), words(reason))?;
        }
    }
    Ok(())
}
