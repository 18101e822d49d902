//! The text of one entry.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer as _, Error as _, IgnoredAny, SeqAccess, Visitor};

use super::around::ADVICE;
use super::entry::Entry;
use crate::document::DocumentError;
use crate::error::Fault;
use crate::exchange::ItemLocation;
use crate::json;
use crate::list::{Found, ItemSyntax, ItemText};
use crate::splitter::Splitter;

pub(super) const SYNTAX: ItemSyntax = ItemSyntax { cutter: || Box::new(Splitter::default()), is_of_lines: false, read };

/// An entry must be followed by a comma or by the end of the list, and by nothing else.
fn read(piece: &ItemText<'_>, place: ItemLocation) -> Found {
    if piece.entry == 0 && piece.end == Some(']') && piece.text.trim_ascii().is_empty() {
        return Found::default();
    }
    let (entry, is_whole) = match json::read::<Entry<'_>>(piece.text) {
        Some(entry) => (Some(entry), true),
        None => slowly(piece.text),
    };
    let Some(exchange) = entry.and_then(|entry| entry.into_exchange(place).ok()) else {
        return Found::fault(fault(piece, Reading::Entry));
    };
    let is_right = is_whole && matches!(piece.end, Some(',' | ']'));
    Found { fault: (!is_right).then(|| fault(piece, Reading::After)), ..Found::exchange(exchange) }
}

/// An entry, and whether nothing stands behind it.
fn slowly(text: &str) -> (Option<Entry<'_>>, bool) {
    let mut json = serde_json::Deserializer::from_str(text);
    let entry = Entry::deserialize(&mut json).ok();
    (entry, json.end().is_ok())
}

/// What is looked at when something is wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// The entry itself.
    Entry,
    /// What follows it.
    After,
}

/// Says what is wrong as a parser of the whole list would: reads the piece again, as a list.
fn fault(piece: &ItemText<'_>, reading: Reading) -> Fault {
    let head = if piece.entry == 0 { "[" } else { "[0," };
    let list: String = [head, piece.text].into_iter().map(str::to_owned).chain(piece.end.map(String::from)).collect();
    let list_of = List { is_first: piece.entry == 0, reading };
    let error = serde_json::Deserializer::from_str(&list).deserialize_seq(list_of).err();
    let error = DocumentError::from(error.unwrap_or_else(|| serde_json::Error::custom("expected an entry")));
    let start = piece.start();
    let (line, mut column) = (start.lines + error.line() as u64, error.column() as u64);
    if error.line() == 1 {
        column = (column + start.column).saturating_sub(head.len() as u64);
    }
    let entry = Some(piece.entry + usize::from(reading == Reading::After));
    Fault::Text { line, column, entry, reason: error.reason().to_owned(), advice: ADVICE }
}

/// A list that ends with the entry.
struct List {
    is_first: bool,
    reading: Reading,
}

impl<'de> Visitor<'de> for List {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array `entries`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if !self.is_first {
            seq.next_element::<IgnoredAny>()?;
        }
        if self.reading == Reading::After {
            seq.next_element::<IgnoredAny>()?;
        } else if let Some(entry) = seq.next_element::<Entry<'_>>()? {
            let place = ItemLocation { source: "".into(), entry: 0, line: None };
            entry.into_exchange(place).map_err(A::Error::custom)?;
        }
        seq.next_element::<IgnoredAny>().map(|_| ())
    }
}
