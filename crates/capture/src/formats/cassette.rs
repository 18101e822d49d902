//! Cassettes of VCR libraries: of Python's vcrpy in version 1, YAML or JSON, of Ruby's VCR, and of Betamax.
//!
//! vcrpy has `interactions` and `version`; the others have `http_interactions`, whose bodies are objects with an encoding.

mod interaction;

use std::ops::ControlFlow;

use document_tree::{Document, Element};

use crate::error::{CaptureError, Fault};
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::sink::ItemSink;
use crate::whole::{self, Contents};

pub(super) const FORMAT: Format = Format { sniff, read };

/// What to do about a cassette that cannot be read.
const ADVICE: &str = "record the cassette again";

/// The members that hold interactions.
const LISTS: [&str; 2] = ["interactions", "http_interactions"];

/// Pacts have interactions, too, between a consumer and a provider. Before version 1, a cassette of vcrpy was a list.
fn sniff(bytes: &[u8]) -> bool {
    let text = json::beginning(bytes);
    if json::begins_like_object(bytes) {
        return json::has_member(bytes, &LISTS) && !json::has_member(bytes, &["consumer", "provider"]);
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && *line != "---" && !line.starts_with('#'));
    let begins =
        |line: &str| LISTS.iter().any(|list| line.strip_prefix(list).is_some_and(|rest| rest.starts_with(':')));
    match lines.next() {
        Some("- request:") => true,
        Some(first) if first.starts_with("version:") => lines.next().is_some_and(begins),
        Some(first) => begins(first),
        None => false,
    }
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    whole::read(input, sink, contents)
}

fn contents(text: &str) -> Result<Contents, Fault> {
    let document = Document::parse(text.as_bytes().to_vec()).map_err(|error| Fault::document(&error, ADVICE))?;
    let root = document.root();
    check_version(root)?;
    let Some(list) = LISTS.iter().find_map(|name| root.get(name)).filter(|list| list.is_array()) else {
        return Err(Fault::entry(root.position(), None, "the cassette has no list of interactions", ADVICE));
    };
    let mut contents = Contents::default();
    for (entry, interaction) in list.items().enumerate() {
        contents.add(interaction::read(interaction, entry));
    }
    Ok(contents)
}

/// Cassettes of Ruby have no version.
fn check_version(root: Element<'_>) -> Result<(), Fault> {
    if root.is_array() {
        let advice = "it is older than version 1 of vcrpy; record it again";
        return Err(Fault::entry(
            root.position(),
            None,
            "the cassette is a list, not `interactions` with a `version`",
            advice,
        ));
    }
    let Some(version) = root.get("version") else { return Ok(()) };
    let said = match version.as_number().and_then(serde_json::Number::as_u64) {
        Some(1) => return Ok(()),
        Some(other) => format!("the cassette says that it is of version {other}, and only version 1 is known"),
        None => "the cassette's `version` is not the number 1".to_owned(),
    };
    Err(Fault::entry(version.position(), None, said, "record it again with a version of vcrpy that writes version 1"))
}

#[cfg(test)]
mod tests;
