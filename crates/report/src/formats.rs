//! The output formats. A new one is a file beside these, its `mod` line and its line in [`FORMATS`].

mod concise;
mod excerpt;
mod github;
mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod ndjson;
mod places;
mod remarks;
mod sarif;
mod siblings;
mod summary;
mod words;

use std::io;

use crate::group::{Group, group};
use crate::{Finding, Report, Severity};

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What the user types.
    pub name: &'static str,
    /// What it is for, in one line.
    pub help: &'static str,
    /// Writes the report.
    pub render: fn(&Report, &Options, &mut dyn io::Write) -> io::Result<()>,
    /// Whether it shows the payload around a finding.
    pub excerpts: Excerpts,
    /// Whether it shows the lives of what findings are about.
    pub lives: Lives,
    /// What writes each finding by itself, as it comes, where that and then the report without findings make the same
    /// text as the whole report; nothing where a format must know them all first.
    pub by_finding: fn(&Options) -> Option<WriteFinding>,
}

/// Writes a finding by itself.
pub type WriteFinding = fn(&Finding, &Options, &mut dyn io::Write) -> io::Result<()>;

/// Whether the payload around a finding is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Excerpts {
    /// It is.
    #[default]
    Drawn,
    /// It is not, so that nobody need make excerpts.
    Omitted,
}

/// Whether the lives of what findings are about are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lives {
    /// They are.
    Drawn,
    /// They are not, so that nobody need look for them.
    #[default]
    Omitted,
}

impl Format {
    const fn new(
        name: &'static str,
        help: &'static str,
        render: fn(&Report, &Options, &mut dyn io::Write) -> io::Result<()>,
    ) -> Self {
        Self { name, help, render, excerpts: Excerpts::Omitted, lives: Lives::Omitted, by_finding: |_| None }
    }

    /// Shows the payload around a finding.
    const fn drawing_excerpts(self) -> Self {
        Self { excerpts: Excerpts::Drawn, ..self }
    }

    /// Shows the lives of what findings are about.
    const fn drawing_lives(self) -> Self {
        Self { lives: Lives::Drawn, ..self }
    }

    /// Can write each finding by itself.
    const fn streaming(self, by_finding: fn(&Options) -> Option<WriteFinding>) -> Self {
        Self { by_finding, ..self }
    }
}

/// All formats, the default first.
pub static FORMATS: &[Format] = &[
    human::FORMAT,
    concise::FORMAT,
    json::FORMAT,
    ndjson::FORMAT,
    markdown::FORMAT,
    html::FORMAT,
    github::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
];

/// The format that the user named.
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// How to write; formats for programs heed only what they name in their own description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether colour codes may be written.
    pub color: Color,
    /// What becomes of findings that are the same thing at many places.
    pub repeats: Repeats,
    /// The least severity that is shown. What is milder is only counted.
    pub shown_from: Severity,
    /// The width of the terminal, in columns; below 40 counts as 40.
    pub width: usize,
    /// The least severity that makes a run fail: for formats that know failures.
    pub fails_from: Severity,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            color: Color::Never,
            repeats: Repeats::Grouped,
            shown_from: Severity::Warning,
            width: 100,
            fails_from: Severity::Error,
        }
    }
}

impl Options {
    fn shows(&self, severity: Severity) -> bool {
        severity >= self.shown_from
    }

    /// The findings to show, in order of capture.
    fn shown<'a>(&self, report: &'a Report) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let from = self.shown_from;
        report.findings().iter().filter(move |finding| finding.severity >= from)
    }
}

/// Whether colour codes may be written; the caller knows the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// ANSI escapes.
    Always,
}

impl Color {
    /// The style, or none.
    pub(crate) fn style(self, style: anstyle::Style) -> anstyle::Style {
        match self {
            Self::Never => anstyle::Style::new(),
            Self::Always => style,
        }
    }
}

/// What becomes of findings that are the same thing at many places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeats {
    /// Shown once, with a count and the first places.
    #[default]
    Grouped,
    /// Each shown.
    Each,
}

/// The findings to show, put together as the options say, in order of capture.
fn shown<'a>(report: &'a Report, options: &Options) -> Vec<Group<'a>> {
    match options.repeats {
        Repeats::Grouped => group(options.shown(report)),
        Repeats::Each => options.shown(report).map(alone).collect(),
    }
}

fn alone(first: &Finding) -> Group<'_> {
    Group { first, more: Vec::new() }
}
