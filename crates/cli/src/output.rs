//! Where results go, and in which form.

use std::io::{self, BufWriter, IsTerminal, Read, Write};

use anstream::{AutoStream, ColorChoice};
use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use report::{Color, Excerpts, Format, Lives, Options, Repeats, Report, Rule, RuleSet, Severity, Stream};

use serde_json::Value;

use crate::Exit;
use crate::accepted::{self, Accepted, OneByOne};
use crate::args::{FailOn, Output, When};
use crate::writing::{Ready, flushed, ready, ready_with, whole_file};
use commands::{Failure, pictures};

/// What messages call standard output.
pub(crate) const STDOUT: &str = "standard output";

/// What a command says of its report beside what all commands have in common.
pub(crate) struct ReportOptions<'a> {
    /// The rules that the command goes by.
    pub(crate) rules: &'a [&'static RuleSet],
    /// The releases that its findings are about.
    pub(crate) scope: Scope,
    /// The ids by which its operations went.
    pub(crate) ids: Ids,
    /// What becomes of findings that are the same thing at many places.
    pub(crate) repeats: Repeats,
    /// The contract, and those of its releases that pictures mark.
    pub(crate) pictured: (&'a Contract, ReleaseSet),
    /// When to write in colour.
    pub(crate) color: When,
    /// The least severity that counts as a failure.
    pub(crate) fail_on: FailOn,
}

impl ReportOptions<'_> {
    /// The rules that the command goes by, and those of configurations.
    fn rules(&self) -> Vec<&'static Rule> {
        self.rules.iter().copied().chain([config::rules::all()]).flat_map(RuleSet::iter).collect()
    }
}

/// Writes a report as the user asked for it, and says how the run ended.
pub(crate) fn finish(report: &mut Report, output: &Output, asked: &ReportOptions<'_>) -> Result<Exit, Failure> {
    report.rules = asked.rules();
    report.mask_all();
    let baseline = accepted::take_out(report, output, asked.scope, &asked.ids)?;
    let (format, options) = (format(output)?, options(output, asked));
    if format.lives == Lives::Drawn {
        let (contract, releases) = asked.pictured;
        pictures::add(report, contract, releases);
    }
    let render = |out: &mut dyn Write| (format.render)(report, &options, out);
    let written = match &output.file {
        Some(path) => ready(path, render).map(Some).map_err(|error| Failure::writing(&target(output), &error)),
        None => stdout(render).map(|()| None),
    };
    put(baseline, written)?;
    Ok(asked.fail_on.exit(report.worst()))
}

/// Puts the files of a run in their places, once all of them are ready. That nobody reads the report to its end is no
/// reason to keep the baseline back.
fn put(baseline: Option<Ready>, report: Result<Option<Ready>, Failure>) -> Result<(), Failure> {
    if let (Some(baseline), Ok(Some(report))) = (&baseline, &report)
        && baseline.is_at(report)
    {
        return Err(Failure::new("-o and --write-baseline name the same file; name two"));
    }
    if report.as_ref().err().is_none_or(Failure::is_closed_pipe) {
        baseline.map_or(Ok(()), Ready::put)?;
    }
    report?.map_or(Ok(()), Ready::put)
}

/// Writes findings as `find` finds them: an empty report is gone on with. Says how the run ended, beside what was found.
pub(crate) fn stream<T>(
    mut report: Report,
    (output, asked): (&Output, &ReportOptions<'_>),
    out: &mut dyn Write,
    find: impl FnOnce(&mut Stream<'_>) -> Result<T, Failure>,
) -> Result<(Exit, T), Failure> {
    let accepted = if accepted::is_nothing(output) { None } else { Some(Accepted::read(output, &asked.ids)?) };
    let mut one_by_one = accepted.as_ref().map(|accepted| accepted.one_by_one(asked.scope));
    report.rules = asked.rules();
    let Some(mut stream) = Stream::new(report, format(output)?, options(output, asked), out) else {
        return Err(Failure::new(format!("{} cannot be written as findings come", output.format)));
    };
    if let Some(acceptor) = &mut one_by_one {
        stream = stream.accepting(acceptor);
    }
    let found = find(&mut stream)?;
    let worst = stream.finish().map_err(|error| Failure::writing(&target(output), &error))?;
    one_by_one.iter().for_each(OneByOne::tell_gone);
    Ok((asked.fail_on.exit(worst), found))
}

/// Whether findings can be written as they come.
pub(crate) fn streams(output: &Output, asked: &ReportOptions<'_>) -> bool {
    let by_finding = format(output).ok().and_then(|format| (format.by_finding)(&options(output, asked)));
    by_finding.is_some() && output.accept.write_baseline.is_none()
}

/// Whether the report shows the payload around a finding.
pub(crate) fn excerpts(output: &Output) -> Excerpts {
    format(output).map(|format| format.excerpts).unwrap_or_default()
}

/// Clap has checked the name against the same table.
fn format(output: &Output) -> Result<&'static Format, Failure> {
    report::format_named(&output.format).ok_or_else(|| Failure::new(format!("there is no format {}", output.format)))
}

/// Where the report goes, in a message.
fn target(output: &Output) -> String {
    output.file.as_ref().map_or_else(|| STDOUT.to_owned(), |path| path.display().to_string())
}

/// Has the report written to where it goes: a file as a whole or not at all.
pub(crate) fn written<T>(
    output: &Output,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let stopped = |stopped| match stopped {
        Stopped::Failed(failure) => failure,
        Stopped::Writing(error) => Failure::writing(&target(output), &error),
    };
    let write = |out: &mut dyn Write| write(out).map_err(Stopped::Failed);
    let Some(path) = &output.file else {
        return flushed(BufWriter::new(io::stdout().lock()), write).map_err(stopped);
    };
    let (file, made) = ready_with(path, write).map_err(stopped)?;
    file.put().map(|()| made)
}

/// Writes what was kept apart to where the report goes.
pub(crate) fn copied(output: &Output, kept: &mut dyn Read) -> Result<(), Failure> {
    let copied = |out: &mut dyn Write| io::copy(kept, out).map(drop);
    match &output.file {
        Some(path) => whole_file(path, copied),
        None => stdout(copied),
    }
}

/// Why something was not written.
enum Stopped {
    Writing(io::Error),
    /// There was nothing to be written.
    Failed(Failure),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Writing(error)
    }
}

fn options(output: &Output, asked: &ReportOptions<'_>) -> Options {
    let is_human = output.format == "human";
    Options {
        color: if is_human { color(asked.color, output.file.is_some()) } else { Color::Never },
        repeats: asked.repeats,
        shown_from: shown_from(output),
        width: width(),
        fails_from: if asked.fail_on == FailOn::Warning { Severity::Warning } else { Severity::Error },
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

/// The least severity that the report shows, alike in all formats.
pub(crate) fn shown_from(output: &Output) -> Severity {
    let asked = output.min_severity.map(Severity::from);
    asked.unwrap_or(if output.verbose { Severity::Note } else { Severity::Warning })
}

/// Whether the report shows what is the same at many places once, with the first of those.
pub(crate) fn shows_groups(output: &Output) -> bool {
    matches!(output.format.as_str(), "human" | "html")
}

/// Writes to standard output.
pub(crate) fn stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    flushed(BufWriter::new(io::stdout().lock()), write).map_err(|error: io::Error| Failure::writing(STDOUT, &error))
}

/// Writes a document for programs.
pub(crate) fn json(out: &mut dyn Write, document: &Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
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
