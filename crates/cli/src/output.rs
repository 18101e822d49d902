//! Where results go, and in which form.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use config::{Ids, Scope};
use report::{Color, Notes, Options, Repeats, Report, RuleSet, Severity};
use tempfile::NamedTempFile;

use crate::Exit;
use crate::accepted;
use crate::args::{FailOn, Output, When};
use crate::failure::Failure;

/// What a command says of its report beside what all commands have in common.
pub(crate) struct Manner<'a> {
    /// The rules that the command goes by.
    pub(crate) rules: &'a [&'static RuleSet],
    /// The releases that its findings are about.
    pub(crate) scope: Scope,
    /// The ids by which its operations went.
    pub(crate) ids: Ids,
    /// What becomes of findings that are the same thing at many places.
    pub(crate) repeats: Repeats,
    /// When to write in colour.
    pub(crate) color: When,
    /// The least severity that counts as a failure.
    pub(crate) fail_on: FailOn,
}

/// Writes a report as the user asked for it, and says how the run ended.
pub(crate) fn finish(report: &mut Report, output: &Output, manner: &Manner<'_>) -> Result<Exit, Failure> {
    let sets = manner.rules.iter().copied().chain([config::rules::all()]);
    report.rules = sets.flat_map(RuleSet::iter).collect();
    accepted::take_out(report, output, manner.scope, &manner.ids)?;
    // Clap has checked the name against the same table.
    let Some(format) = report::format_named(&output.format) else {
        return Err(Failure::new(format!("there is no format {}", output.format)));
    };
    let options = options(output, manner);
    match &output.file {
        Some(path) => whole_file(path, |file| (format.render)(report, &options, file))?,
        None => stdout(|out| (format.render)(report, &options, out))?,
    }
    Ok(manner.fail_on.exit(report.worst()))
}

fn options(output: &Output, manner: &Manner<'_>) -> Options {
    let is_human = output.format == "human";
    Options {
        color: if is_human { color(manner.color, output.file.is_some()) } else { Color::Never },
        repeats: manner.repeats,
        notes: if output.verbose { Notes::Shown } else { Notes::Hidden },
        width: width(),
        fails_from: if manner.fail_on == FailOn::Warning { Severity::Warning } else { Severity::Error },
    }
}

impl FailOn {
    /// How a run ended whose worst finding is this bad.
    pub(crate) fn exit(self, worst: Option<Severity>) -> Exit {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Never => return Exit::Clean,
        };
        if worst.is_some_and(|worst| worst >= least) { Exit::Findings } else { Exit::Clean }
    }
}

/// Whether the report names notes one by one: those for programs always do.
pub(crate) fn shows_notes(output: &Output) -> bool {
    output.verbose || !matches!(output.format.as_str(), "human" | "concise")
}

/// Whether the report shows what is the same at many places once, with the first of those.
pub(crate) fn shows_groups(output: &Output) -> bool {
    output.format == "human"
}

/// Writes to standard output.
pub(crate) fn stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out).and_then(|()| out.flush()).map_err(|error| Failure::writing("standard output", &error))
}

/// Writes a file as a whole or not at all. What is not a file, a device or a pipe, is written to as it is; where a link
/// leads is written, not the link.
pub(crate) fn whole_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let written = match path.metadata() {
        Ok(there) if !there.is_file() && !there.is_dir() => into_device(path, write),
        Ok(_) => path.canonicalize().and_then(|path| replaced(&path, write)),
        Err(_) => replaced(path, write),
    };
    written.map_err(|error| Failure::writing(&path.display().to_string(), &error))
}

fn into_device(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path)?);
    write(&mut out).and_then(|()| out.flush())
}

fn replaced(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    let mut buffer = BufWriter::new(&mut file);
    write(&mut buffer).and_then(|()| buffer.flush())?;
    drop(buffer);
    file.persist(path).map(drop).map_err(|error| error.error)
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
