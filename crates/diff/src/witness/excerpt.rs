//! A few lines of a witness around its place, for people.

use std::borrow::Cow;

use contract::pointer::split;
use report::{Excerpt, shorten};
use serde_json::Value;

use super::Witness;

/// How many members or items are shown before and after the one that is meant.
const AROUND: usize = 2;
/// How many characters of a line are shown.
const LINE: usize = 120;
/// How many characters of a value are shown.
const WIDTH: usize = 60;

impl Witness {
    /// The lines around the place, underlined with these words.
    pub fn excerpt(&self, label: String) -> Excerpt {
        let (parent, key) = match split(&self.pointer) {
            Some((above, key)) => (self.value.pointer(above), key),
            None => (None, Cow::default()),
        };
        let place = self.value.pointer(&self.pointer).unwrap_or(&Value::Null);
        match (parent, place) {
            // What lacks a member is best shown as a whole.
            (_, Value::Object(members)) => lines('{', &named(members), '}', None, label),
            (Some(Value::Object(members)), _) => {
                lines('{', &named(members), '}', members.keys().position(|name| *name == key), label)
            }
            (Some(Value::Array(items)), _) => {
                let items: Vec<String> = items.iter().map(brief).collect();
                lines('[', &items, ']', key.parse().ok(), label)
            }
            _ => {
                let text = if self.is_line() { said(place) } else { brief(place) };
                Excerpt { span: 0..text.len(), text, first_line: 1, label }
            }
        }
    }
}

/// A line as it is sent.
fn said(line: &Value) -> String {
    shorten(line.as_str().unwrap_or_default(), LINE).into()
}

fn named(members: &serde_json::Map<String, Value>) -> Vec<String> {
    members.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), brief(value))).collect()
}

fn lines(open: char, entries: &[String], close: char, place: Option<usize>, label: String) -> Excerpt {
    let center = place.unwrap_or(AROUND);
    let (first, end) = (center.saturating_sub(AROUND), center.saturating_add(AROUND).saturating_add(1));
    let mut text = format!("{open}\n");
    let mut span = 0..1;
    if first > 0 {
        text.push_str("  …\n");
    }
    for (index, entry) in entries.iter().enumerate().skip(first).take(end.saturating_sub(first)) {
        let start = text.len().saturating_add(2);
        text.push_str("  ");
        text.push_str(entry);
        if place == Some(index) {
            span = start..text.len();
        }
        text.push_str(if index.saturating_add(1) < entries.len() { ",\n" } else { "\n" });
    }
    if end < entries.len() {
        text.push_str("  …\n");
    }
    text.push(close);
    Excerpt { text, first_line: 1, span, label }
}

fn brief(value: &Value) -> String {
    match value {
        Value::Array(items) if !items.is_empty() => "[…]".to_owned(),
        Value::Object(members) if !members.is_empty() => "{…}".to_owned(),
        other => shorten(&other.to_string(), WIDTH).into(),
    }
}
