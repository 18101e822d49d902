//! What is asked of texts, as checks of bytes. Each accepts a part of what its format allows, and nothing else.

mod date;
mod email;
mod uri;
mod uuid;

use crate::arena::{Arena, TextCheck};

/// The end of a text of a form, behind its closing quote, if the text begins at a place and has the form.
#[inline]
pub(crate) fn form(check: TextCheck, text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    match check {
        TextCheck::Uuid => uuid::quoted(rest).map(|_| at + uuid::QUOTED),
        TextCheck::UuidOf(version) => {
            uuid::quoted(rest).filter(|uuid| uuid::is_of(*uuid, version)).map(|_| at + uuid::QUOTED)
        }
        TextCheck::DateTime => date::quoted_time(rest).map(|length| at + length),
        TextCheck::Date => date::quoted_date(rest).map(|length| at + length),
        _ => None,
    }
}

/// Whether a text without escapes, given without its quotes, is what is asked.
pub(crate) fn fits(arena: &Arena, check: TextCheck, text: &[u8]) -> bool {
    match check {
        TextCheck::Uuid => uuid::is_uuid(text),
        TextCheck::UuidOf(version) => uuid::is_uuid(text) && uuid::is_of(text, version),
        TextCheck::DateTime => date::is_time(text),
        TextCheck::Date => date::is_date(text),
        TextCheck::Email => email::is_email(text),
        TextCheck::Uri => uri::is_uri(text),
        TextCheck::Pattern(place) => {
            text.is_ascii() && arena.patterns.get(place as usize).is_some_and(|pattern| pattern.is_match(text))
        }
        TextCheck::Shortest(least) => characters(text) >= least as usize,
        TextCheck::Longest(most) => characters(text) <= most as usize,
    }
}

/// How many characters UTF-8 holds.
fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
