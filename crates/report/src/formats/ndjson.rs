//! `ndjson`: a line of JSON for each finding, and one with the summary at the end.

use std::io;

use serde::Serialize;

use super::{Format, Options};
use crate::fingerprint::Fingerprinted;
use crate::{Finding, REPORT_VERSION, Report, Summary, Tool, json_text};

pub(super) const FORMAT: Format =
    Format::new("ndjson", "A line of JSON for each finding, the last line for the summary", render)
        .streaming(|_| Some(write));

/// One line; the fields are those of the `json` format.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Finding(Fingerprinted<'a>),
    Summary {
        report_version: u32,
        tool: &'a Tool,
        contract: &'a str,
        releases: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        releases_from_clients: Option<&'a str>,
        #[serde(flatten)]
        summary: &'a Summary,
    },
}

fn write(finding: &Finding, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    if !options.shows(finding.severity) {
        return Ok(());
    }
    json_text::write_line(out, &Line::Finding(Fingerprinted::of(finding)))
}

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    report.findings().iter().try_for_each(|finding| write(finding, options, out))?;
    let summary = Line::Summary {
        report_version: REPORT_VERSION,
        tool: &report.tool,
        contract: &report.contract,
        releases: &report.releases,
        releases_from_clients: report.releases_from_clients.as_deref(),
        summary: &report.summary,
    };
    json_text::write_line(out, &summary)
}
