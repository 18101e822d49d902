//! The index that the search box reads.

use report::escape;
use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::changes::Places;

/// A page that can be found.
#[derive(Default)]
pub(crate) struct Entry {
    /// What it is the page of.
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// What else it is called.
    pub(crate) names: Vec<String>,
    /// From the root of the site.
    pub(crate) page: String,
    /// Its life in words where it is not that of everything.
    pub(crate) span: String,
    pub(crate) parts: Vec<Part>,
}

/// Something on a page.
pub(crate) struct Part {
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) anchor: String,
    pub(crate) span: String,
}

/// The index as a script: a page that was opened from a disk may load scripts, and nothing else.
pub(crate) fn index(types: &[Entry], operations: &[Entry], catalog: &Catalog<'_>) -> String {
    let release = |version: &str| {
        let page = catalog.release_page(version)?;
        Some(json!(["release", version, [], page, "", []]))
    };
    let releases = catalog.releases().iter().filter_map(|release_| release(release_.version()));
    let entries: Vec<Value> = operations.iter().chain(types).map(Entry::json).chain(releases).collect();
    let lines: Vec<String> = entries.iter().map(ToString::to_string).collect();
    format!("window.contractIndex = [\n{}\n];\n", lines.join(",\n"))
}

/// The places in these pages that there are to lead to.
pub(crate) fn places<'e>(entries: impl Iterator<Item = &'e Entry>) -> Places {
    let of_entry =
        |entry: &Entry| entry.parts.iter().map(|part| format!("{}#{}", entry.page, part.anchor)).collect::<Vec<_>>();
    entries.flat_map(of_entry).collect()
}

impl Entry {
    fn json(&self) -> Value {
        let parts: Vec<Value> = self.parts.iter().map(Part::json).collect();
        let names: Vec<_> = self.names.iter().map(|name| escape(name)).collect();
        json!([self.kind, escape(&self.name), names, self.page, self.span, parts])
    }
}

impl Part {
    fn json(&self) -> Value {
        // Most places are called as what stands there.
        let anchor = if self.anchor == self.name { Value::Null } else { json!(self.anchor) };
        json!([self.kind, escape(&self.name), anchor, self.span])
    }
}
