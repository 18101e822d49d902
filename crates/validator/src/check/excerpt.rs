//! A few lines of a payload around a place, for people.

use std::fmt::Write as _;

use report::Excerpt;
use secrets::{Names, mask_text, mask_value};
use serde_json::Value;

/// How many members or items are shown before and after the one that is meant.
const AROUND: usize = 2;
/// How many characters of a value are shown.
const WIDTH: usize = 60;

/// The lines around a JSON Pointer, the place underlined. Where the last token of the pointer is missing in the value,
/// the object that lacks it is shown, its opening underlined.
pub(crate) fn around(value: &Value, pointer: &str, label: String, names: &Names) -> Excerpt {
    let (above, last) = pointer.rsplit_once('/').unwrap_or(("", ""));
    let parent = if pointer.is_empty() { None } else { value.pointer(above) };
    match parent {
        Some(Value::Object(members)) => {
            let key = last.replace("~1", "/").replace("~0", "~");
            let place = members.keys().position(|name| *name == key);
            let entries = members.iter().map(|(name, value)| (Some(name.as_str()), value));
            Lines::new('{', '}', above, names).show(entries, place, label)
        }
        Some(Value::Array(items)) => {
            let place = last.parse().ok().filter(|index| *index < items.len());
            Lines::new('[', ']', above, names).show(items.iter().map(|value| (None, value)), place, label)
        }
        _ => whole(value, label, names),
    }
}

/// One line with a part of it underlined: for paths, queries and headers.
pub(crate) fn line(text: &str, part: &str, label: String) -> Excerpt {
    let start = if part.is_empty() { None } else { text.rfind(part) };
    let span = start.map_or(0..text.len(), |start| start..start + part.len());
    Excerpt { text: text.to_owned(), first_line: 1, span, label }
}

fn whole(value: &Value, label: String, names: &Names) -> Excerpt {
    let text = shown(std::iter::empty(), value, names);
    Excerpt { span: 0..text.len(), text, first_line: 1, label }
}

/// Lines being written, with the range to underline.
struct Lines<'o> {
    text: String,
    span: std::ops::Range<usize>,
    close: char,
    /// Where the object or array is: what it is below tells whether it holds secrets.
    above: &'o str,
    names: &'o Names,
}

impl<'o> Lines<'o> {
    fn new(open: char, close: char, above: &'o str, names: &'o Names) -> Self {
        Self { text: format!("{open}\n"), span: 0..1, close, above, names }
    }

    fn show<'v>(
        mut self,
        entries: impl ExactSizeIterator<Item = (Option<&'v str>, &'v Value)>,
        place: Option<usize>,
        label: String,
    ) -> Excerpt {
        let center = place.unwrap_or(0);
        let (first, last) = (center.saturating_sub(AROUND), center + AROUND);
        let is_cut = last + 1 < entries.len();
        if first > 0 {
            self.text.push_str("  …\n");
        }
        for (index, (name, value)) in entries.enumerate().skip(first).take(last + 1 - first) {
            self.entry(name, value, place == Some(index));
        }
        if is_cut {
            self.text.push_str("  …\n");
        }
        self.text.push(self.close);
        Excerpt { text: self.text, first_line: 1, span: self.span, label }
    }

    fn entry(&mut self, name: Option<&str>, value: &Value, meant: bool) {
        self.text.push_str("  ");
        let start = self.text.len();
        if let Some(name) = name {
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{}: ", Value::from(mask_text(self.names, name)));
        }
        let value_start = self.text.len();
        let above = self.above.split('/').chain(name);
        self.text.push_str(&shown(above, value, self.names));
        if meant {
            // A container is not shown whole, so its name is what the reader looks for.
            let from = if value.is_object() || value.is_array() { start } else { value_start };
            self.span = from..self.text.len();
        }
        self.text.push_str(",\n");
    }
}

/// A value in one line as it may be shown below some names. What is in a container is not looked at: it may be much.
fn shown<'n>(above: impl Iterator<Item = &'n str>, value: &Value, names: &Names) -> String {
    match value {
        Value::Object(_) | Value::Array(_) => brief(value),
        single => brief(&mask_value(names, above, single)),
    }
}

/// A value in one line: containers without what is in them, long texts cut.
pub(crate) fn brief(value: &Value) -> String {
    match value {
        Value::Object(members) if !members.is_empty() => "{…}".to_owned(),
        Value::Array(items) if !items.is_empty() => "[…]".to_owned(),
        other => {
            let text = other.to_string();
            match text.char_indices().nth(WIDTH) {
                Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                None => text,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn underlined(excerpt: &Excerpt) -> &str {
        &excerpt.text[excerpt.span.clone()]
    }

    #[test]
    fn the_place_is_underlined_among_its_neighbours() {
        let value = json!([{"a": 1, "b": 2, "c": [1], "type": "PHOTO", "password": "hunter2", "e": 5, "f": 6}]);
        let excerpt = around(&value, "/0/type", "here".to_owned(), &Names::default());
        assert_eq!(underlined(&excerpt), "\"PHOTO\"");
        let text =
            "{\n  …\n  \"b\": 2,\n  \"c\": […],\n  \"type\": \"PHOTO\",\n  \"password\": \"***\",\n  \"e\": 5,\n  …\n}";
        assert_eq!(excerpt.text, text);
    }

    #[test]
    fn what_is_missing_underlines_the_object_that_lacks_it() {
        let excerpt = around(&json!({"a": 1}), "/b", String::new(), &Names::default());
        assert_eq!((underlined(&excerpt), excerpt.text.as_str()), ("{", "{\n  \"a\": 1,\n}"));
    }

    #[test]
    fn whole_bodies_and_lines() {
        assert_eq!(underlined(&around(&json!("x"), "", String::new(), &Names::default())), "\"x\"");
        let excerpt = line("GET /api/assets/random?count=0", "count=0", String::new());
        assert_eq!(underlined(&excerpt), "count=0");
    }
}
