//! What an answer gets that was held back until it was judged.

use proxy::Verdict;
use report::{Finding, Severity};
use serde_json::json;

use crate::args;

/// The header field of `--annotate`.
const HEADER: &str = "immich-contract";

/// What becomes of an answer with these findings.
pub(super) fn of(found: &[Finding], args: &args::Proxy) -> Verdict {
    let counted = counted(found);
    let breaks = found.iter().any(|finding| finding.severity == Severity::Error);
    Verdict {
        instead: (args.enforce && breaks).then(|| problem(found, &counted)),
        header: args.annotate.then_some((HEADER, counted)),
    }
}

/// `2 errors, 1 warning`; what is milder is not told.
fn counted(found: &[Finding]) -> String {
    let count = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let words = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let told = words.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, word)| format!("{count} {word}{}", if *count == 1 { "" } else { "s" })).collect();
    if told.is_empty() { "no errors".to_owned() } else { told.join(", ") }
}

/// A problem document (RFC 9457) with the findings.
fn problem(found: &[Finding], counted: &str) -> String {
    let worst = found.iter().find(|finding| finding.severity == Severity::Error);
    let message = worst.map(Finding::headline).unwrap_or_default();
    let problem = json!({
        "type": "about:blank", "title": "The call breaks the contract", "status": 502,
        "detail": format!("immich-contract proxy: {counted}: {message}"),
        "findings": found,
    });
    problem.to_string()
}
