//! The objects of SARIF 2.1.0 that we write, each with its section of the standard. No more than we use: the crate that has
//! them all generates its types while it is built, and that with a parser of Rust.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{Fingerprint, Part, Releases, Tool, escape};

/// What a path may hold in a URI as it is: the unreserved characters of RFC 3986 and the slash.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// `sarifLog`, §3.13.
#[derive(Serialize)]
pub(super) struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

/// `run`, §3.14.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Driven<'a>,
    invocations: [Invocation; 1],
    /// §3.14.27: our columns are counted in characters.
    column_kind: &'static str,
    results: Vec<Result>,
}

/// `tool`, §3.18.
#[derive(Serialize)]
struct Driven<'a> {
    driver: Driver<'a>,
}

/// `toolComponent`, §3.19.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    rules: Vec<RuleEntry>,
}

/// `invocation`, §3.20: a run that could not do its work writes no report.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

/// `reportingDescriptor`, §3.49.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RuleEntry {
    id: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    deprecated_ids: Vec<&'static str>,
    short_description: Text,
    help: Help,
    default_configuration: Configuration,
}

/// `multiformatMessageString`, §3.12, with its plain text only.
#[derive(Serialize)]
struct Text {
    text: &'static str,
}

/// `multiformatMessageString`, §3.12: a text must stand beside the Markdown.
#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

/// `reportingConfiguration`, §3.50.
#[derive(Serialize)]
struct Configuration {
    level: Level,
}

/// `level`, §3.27.10.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Error,
    Warning,
    Note,
}

/// `result`, §3.27.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Result {
    pub(super) rule_id: &'static str,
    pub(super) rule_index: Option<usize>,
    pub(super) level: Level,
    pub(super) message: Message,
    pub(super) locations: Vec<Place>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) related_locations: Vec<Place>,
    pub(super) partial_fingerprints: Fingerprints,
    /// §3.27.31
    pub(super) occurrence_count: u64,
    pub(super) properties: Occurrence,
}

/// `partialFingerprints`, §3.27.17; the version changes with the way they are made.
#[derive(Serialize)]
pub(super) struct Fingerprints {
    #[serde(rename = "immichContract/v1")]
    pub(super) finding: Fingerprint,
}

/// `propertyBag`, §3.8: what SARIF has no place for.
#[derive(Serialize)]
pub(super) struct Occurrence {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) operation: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) operations: Vec<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) releases: Option<Releases>,
    pub(super) part: Part,
    pub(super) pointer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entry: Option<usize>,
}

/// `message`, §3.11.
#[derive(Serialize)]
pub(super) struct Message {
    text: String,
}

/// `location`, §3.28.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<Physical>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    logical_locations: Vec<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

/// `physicalLocation`, §3.29.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

/// `artifactLocation`, §3.4.
#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// `region`, §3.30.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u64>,
}

/// `logicalLocation`, §3.33.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
}

impl<'a> Log<'a> {
    pub(super) fn of_one_run(tool: &'a Tool, rules: Vec<RuleEntry>, results: Vec<Result>) -> Self {
        Self {
            schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            version: "2.1.0",
            runs: [Run {
                tool: Driven { driver: Driver { name: &tool.name, semantic_version: &tool.version, rules } },
                invocations: [Invocation { execution_successful: true }],
                column_kind: "unicodeCodePoints",
                results,
            }],
        }
    }
}

impl RuleEntry {
    pub(super) fn new(
        id: &'static str,
        former: &[&'static str],
        title: &'static str,
        body: &'static str,
        level: Level,
    ) -> Self {
        Self {
            id,
            deprecated_ids: former.to_vec(),
            short_description: Text { text: title },
            help: Help { text: body, markdown: body },
            default_configuration: Configuration { level },
        }
    }
}

impl Message {
    /// A text that is neither a placeholder (§3.11.5) nor an embedded link (§3.11.6), whatever a payload holds.
    pub(super) fn plain(text: &str) -> Self {
        let mut plain = String::with_capacity(text.len());
        let mut pieces = text.split('{');
        plain.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            // Only `{0}` is a placeholder. `{id}` stays as it is: hosts show doubled braces doubled.
            let after = piece.trim_start_matches(|c: char| c.is_ascii_digit());
            match (after.len() < piece.len()).then(|| piece.split_once('}')).flatten() {
                Some((digits, after)) if digits.bytes().all(|c| c.is_ascii_digit()) => {
                    plain.extend(["{{", digits, "}}", after]);
                }
                _ => plain.extend(["{", piece]),
            }
        }
        Self { text: plain.replace("](", "] (") }
    }
}

impl Place {
    /// A place in a file, as far as it is known.
    pub(super) fn new(file: Option<&str>, line: Option<u64>, column: Option<u64>) -> Self {
        let region = line.map(|line| Region { start_line: line, start_column: column });
        let physical = file.map(|file| Physical { artifact_location: Artifact { uri: uri(file) }, region });
        Self { physical_location: physical, logical_locations: Vec::new(), message: None }
    }

    pub(super) fn logical(mut self, name: String) -> Self {
        self.logical_locations.push(Logical { fully_qualified_name: name });
        self
    }

    pub(super) fn said(mut self, text: &str) -> Self {
        self.message = Some(Message::plain(text));
        self
    }
}

/// A path as a URI reference (§3.4.3): relative where the path is, so that a host finds it in its checkout.
fn uri(path: &str) -> String {
    let path = escape(path).replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let encoded = utf8_percent_encode(path, PATH).to_string();
    let has_drive = path.starts_with(|c: char| c.is_ascii_alphabetic()) && path.as_bytes().get(1) == Some(&b':');
    match (path.starts_with('/'), has_drive) {
        (true, _) => format!("file://{encoded}"),
        (false, true) => format!("file:///{encoded}"),
        (false, false) => encoded,
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, uri};

    #[test]
    fn paths_become_uris() {
        for (path, expected) in [
            ("captures/app.har", "captures/app.har"),
            ("./a b/ü.har", "a%20b/%C3%BC.har"),
            ("/tmp/a:b?c#d.har", "file:///tmp/a%3Ab%3Fc%23d.har"),
            ("..\\x.har", "../x.har"),
            ("C:\\x.har", "file:///C%3A/x.har"),
        ] {
            assert_eq!(uri(path), expected, "{path}");
        }
    }

    #[test]
    fn a_payload_makes_neither_placeholder_nor_link() {
        for (text, expected) in [
            ("GET /a/{id} {0} {", "GET /a/{id} {{0}} {"),
            ("[click](https://evil.example) [0](1) a[0]", "[click] (https://evil.example) [0] (1) a[0]"),
        ] {
            assert_eq!(Message::plain(text).text, expected);
        }
    }
}
