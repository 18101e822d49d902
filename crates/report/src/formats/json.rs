//! `json`: one document for programs; its shape is `report.schema.json`.

use std::io;

use serde::Serialize;

use super::{Format, Options};
use crate::fingerprint::Fingerprinted;
use crate::{Conclusion, REPORT_VERSION, Report, Summary, Tool, json_text};

pub(super) const FORMAT: Format = Format::new(
    "json",
    "One JSON document with each finding that is shown, for programs (versioned, with a schema)",
    render,
);

/// Borrows all of a report, so that serialising it makes no copy of the findings.
#[derive(Serialize)]
struct Document<'a> {
    report_version: u32,
    tool: &'a Tool,
    contract: &'a str,
    releases: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    releases_from_clients: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    conclusions: &'a [Conclusion],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    exercised: &'a [String],
    summary: &'a Summary,
    findings: Vec<Fingerprinted<'a>>,
}

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        report_version: REPORT_VERSION,
        tool: &report.tool,
        contract: &report.contract,
        releases: &report.releases,
        releases_from_clients: report.releases_from_clients.as_deref(),
        conclusions: &report.conclusions,
        exercised: &report.exercised,
        summary: &report.summary,
        findings: options.shown(report).map(Fingerprinted::of).collect(),
    };
    json_text::write_pretty(out, &document)
}
