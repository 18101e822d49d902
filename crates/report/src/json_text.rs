//! JSON text that is safe to show: `serde_json` escapes the control characters below U+0020 only.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::text::steers;

/// Writes `value` as JSON on several lines, with a line break at the end.
pub(crate) fn write_pretty<T: Serialize + ?Sized>(out: &mut dyn io::Write, value: &T) -> io::Result<()> {
    write(out, value, Safe(PrettyFormatter::new()))
}

/// Writes `value` as JSON on one line, with a line break at the end. JSON is written word by word: lines are put together
/// here, so that not each word is handed on by itself.
pub(crate) fn write_line<T: Serialize + ?Sized>(out: &mut dyn io::Write, value: &T) -> io::Result<()> {
    let mut line = Vec::with_capacity(USUAL);
    write(&mut line, value, Safe(CompactFormatter))?;
    out.write_all(&line)
}

/// How many bytes most lines have.
const USUAL: usize = 1024;

fn write<T: Serialize + ?Sized>(
    out: &mut (impl io::Write + ?Sized),
    value: &T,
    formatter: impl Formatter,
) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, formatter))?;
    out.write_all(b"\n")
}

/// A formatter that writes `\u` escapes for whatever could steer a terminal; the JSON value stays the same.
struct Safe<F>(F);

impl<F: Formatter> Formatter for Safe<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        // Nearly all text is ASCII, where only DEL is left of what steers: serde_json escapes the rest.
        if fragment.is_ascii() && !fragment.as_bytes().contains(&0x7f) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some(at) = rest.find(steers) {
            let (safe, from) = rest.split_at(at);
            writer.write_all(safe.as_bytes())?;
            let mut chars = from.chars();
            if let Some(c) = chars.next() {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{write_line, write_pretty};

    #[test]
    fn what_steers_a_terminal_is_escaped_and_reads_back_the_same() {
        let value = json!({"k\u{9b}": ["\u{1b}[31m\u{7f}é\u{202e}\u{e0001}\n"], "empty": [{}]});
        for pretty in [false, true] {
            let mut out = Vec::new();
            let write = if pretty { write_pretty } else { write_line };
            write(&mut out, &value).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert!(text.contains(r#""\u001b[31m\u007fé\u202e\udb40\udc01\n""#), "{text}");
            assert!(text.contains(r#""k\u009b""#), "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        }
    }
}
