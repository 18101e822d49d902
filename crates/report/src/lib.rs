//! Findings and counts on their way to an output format.
//!
//! A [`Rule`] is a Markdown file; a [`Finding`] is one thing that a rule has to say about one [`Location`]; a [`Report`]
//! holds findings in order of capture and counts them; a [`Format`] writes a report. This crate knows nothing of
//! contracts or captures.
//!
//! Texts and values of a finding come without what tells itself to be secret: whoever makes a finding sees to that. What
//! this crate sees to is that what a sink has learned to be secret is masked in all findings, and that nothing of a payload
//! can steer a terminal.
//!
//! ```
//! use immich_contract_report::{Color, Options, Repeats, Report, Severity, Tool, format_named};
//!
//! let tool = Tool { name: "mine".to_owned(), version: "1.0.0".to_owned() };
//! let report = Report::new(tool, "builtin", "2.7.5");
//! let format = format_named("json").ok_or("there is one")?;
//! let options = Options {
//!     color: Color::Never,
//!     repeats: Repeats::Grouped,
//!     shown_from: Severity::Note,
//!     width: 100,
//!     fails_from: Severity::Error,
//! };
//! let mut text = Vec::new();
//! (format.render)(&report, &options, &mut text)?;
//! assert!(String::from_utf8(text)?.contains("\"releases\": \"2.7.5\""));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod conclusion;
mod explain;
mod finding;
mod fingerprint;
mod folding;
mod formats;
mod group;
mod json_text;
mod location;
mod masking;
mod page;
mod place;
mod releases;
mod report;
mod sink;
mod stream;
mod text;

pub use conclusion::Conclusion;
pub use explain::explain;
pub use finding::{Excerpt, Finding, FindingBuilder, UserAgent};
pub use fingerprint::Fingerprint;
pub use folding::{FindingKind, FindingKinds};
pub use formats::{Color, Excerpts, FORMATS, Format, Options, Repeats, WriteFinding, format_named};
pub use group::GroupKey;
pub use location::Location;
pub use page::rules_page;
pub use place::Place;
pub use releases::{Releases, Run};
pub use report::{Acceptance, REPORT_VERSION, Report, SCHEMA, Summary, Tool};
pub use rules;
pub use rules::{Direction, Example, Part, PartSet, Rule, RuleError, RuleSet, RuleSetError, Severity, Verdict};
pub use sink::{Batch, FindingSink};
pub use stream::{Acceptor, Stream};
pub use text::{escape, escape_lines, shorten, shown};

/// A rule for tests, of this severity.
#[cfg(test)]
fn test_rule(severity: Severity) -> &'static Rule {
    let text = format!("---\ntitle: t\nseverity: {severity}\nfacts: f\n---\n");
    Box::leak(Box::new(Rule::parse("r", text.leak()).unwrap()))
}
