//! Where results go, and in which form.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use report::{Color, Options, Report};
use tempfile::NamedTempFile;

use crate::args::{Output, When};
use crate::failure::Failure;

/// Writes a report as the user asked for it.
pub(crate) fn report(report: &Report, output: &Output, options: &Options) -> Result<(), Failure> {
    // Clap has checked the name against the same table.
    let Some(format) = report::format_named(&output.format) else {
        return Err(Failure::new(format!("there is no format {}", output.format)));
    };
    match &output.file {
        Some(path) => whole_file(path, |file| (format.render)(report, options, file)),
        None => stdout(|out| (format.render)(report, options, out)),
    }
}

/// Writes to standard output.
pub(crate) fn stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out).and_then(|()| out.flush()).map_err(|error| Failure::writing("standard output", &error))
}

/// Writes a file as a whole or not at all.
fn whole_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = NamedTempFile::new_in(folder).and_then(|mut file| {
        let mut buffer = BufWriter::new(&mut file);
        write(&mut buffer).and_then(|()| buffer.flush())?;
        drop(buffer);
        file.persist(path).map_err(|error| error.error)
    });
    written.map(drop).map_err(|error| Failure::writing(&path.display().to_string(), &error))
}

/// Whether to write in colour to standard output, or to a file.
pub(crate) fn color(when: When, to_file: bool) -> Color {
    let auto = || !to_file && AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    match when {
        When::Always => Color::Always,
        When::Auto if auto() => Color::Always,
        When::Auto | When::Never => Color::Never,
    }
}

/// The width to write for.
pub(crate) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(if io::stdout().is_terminal() { 100 } else { 120 })
}
