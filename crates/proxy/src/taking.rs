//! What is kept of a body that goes by.

use std::sync::Arc;

use capture::exchange::{Body, Headers, Part, Unavailable, essence};
use capture::wire::{self, FormFields};
use hyper::HeaderMap;
use hyper::header::{CONTENT_ENCODING, CONTENT_TYPE};

use crate::budget::{Budget, Held};
use crate::counters::{self, Counters};

/// Keeps of a body what may be checked.
pub(crate) struct Taking {
    kept: Kept,
    held: Held,
    most: usize,
    is_any: bool,
    counters: Arc<Counters>,
}

/// What is kept so far.
enum Kept {
    Nothing,
    Whole(Vec<u8>),
    Fields(Box<FormFields>),
}

/// What was kept of a body that has ended.
pub(crate) enum Taken {
    /// There was none.
    None,
    Whole(Vec<u8>, Held),
    Fields(Vec<Part>, Held),
    Left(Unavailable),
}

impl Taking {
    /// Keeps what may be checked of a body with these header fields.
    pub(crate) fn new(headers: &HeaderMap, most: usize, budget: &Budget, counters: &Arc<Counters>) -> Self {
        Self { kept: Kept::of(headers, most), held: budget.part(), most, is_any: false, counters: Arc::clone(counters) }
    }

    /// Whether anything of the body is kept.
    pub(crate) fn keeps(&self) -> bool {
        !matches!(self.kept, Kept::Nothing)
    }

    /// Looks at what goes by.
    pub(crate) fn see(&mut self, bytes: &[u8]) {
        self.is_any |= !bytes.is_empty();
        match &mut self.kept {
            Kept::Nothing => {}
            Kept::Whole(whole) if whole.len() + bytes.len() > self.most => self.kept = Kept::Nothing,
            Kept::Whole(whole) if self.held.grow(bytes.len()) => whole.extend_from_slice(bytes),
            Kept::Whole(_) => self.give_up(),
            Kept::Fields(fields) => {
                fields.push(bytes);
                if !self.held.resize(fields.kept()) {
                    self.give_up();
                }
            }
        }
    }

    /// There is no memory left.
    fn give_up(&mut self) {
        counters::add(&self.counters.crowded, 1);
        self.kept = Kept::Nothing;
    }

    /// The body has ended, at its end or before.
    pub(crate) fn end(self, is_whole: bool) -> Taken {
        match (is_whole, self.kept) {
            (false, _) => Taken::Left(Unavailable::Truncated),
            (true, _) if !self.is_any => Taken::None,
            (true, Kept::Nothing) => Taken::Left(Unavailable::Omitted),
            (true, Kept::Whole(whole)) => Taken::Whole(whole, self.held),
            (true, Kept::Fields(fields)) => match fields.finish() {
                Some(parts) => Taken::Fields(parts, self.held),
                None => Taken::Left(Unavailable::Omitted),
            },
        }
    }
}

impl Kept {
    /// Nothing is kept yet of a body with these header fields; whether anything is to be.
    fn of(headers: &HeaderMap, most: usize) -> Self {
        let value = headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
        let Some(media_type) = value else { return Self::Whole(Vec::new()) };
        let kind = essence(&media_type);
        if kind == "multipart/form-data" {
            let is_plain = headers.get(CONTENT_ENCODING).is_none_or(|encoding| encoding == "identity");
            let fields = FormFields::new(&media_type, most).filter(|_| is_plain);
            return fields.map_or(Self::Nothing, |fields| Self::Fields(Box::new(fields)));
        }
        if is_text(&kind) { Self::Whole(Vec::new()) } else { Self::Nothing }
    }
}

/// Whether bodies of a media type may be checked: JSON, forms and text that ends.
fn is_text(kind: &str) -> bool {
    let is_endless = kind == "text/event-stream";
    let is_form = kind == "application/x-www-form-urlencoded";
    let (group, subtype) = kind.split_once('/').unwrap_or_default();
    let is_structured = subtype.ends_with("json") || subtype.ends_with("xml");
    !is_endless && (is_form || is_structured || group == "text" || group.is_empty())
}

impl Taken {
    /// The body, without its content encodings, with what is held for it.
    pub(crate) fn into_body(self, headers: &Headers) -> (Body, Option<Held>) {
        match self {
            Self::None => (Body::None, None),
            Self::Whole(bytes, held) => (wire::body(bytes, headers), Some(held)),
            Self::Fields(parts, held) => (Body::Parts(parts), Some(held)),
            Self::Left(reason) => (Body::Unavailable(reason), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    fn taken(media_type: Option<&'static str>, pieces: &[&[u8]], budget: &Budget) -> Body {
        let mut headers = HeaderMap::new();
        media_type.map(|media_type| headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type)));
        let mut taking = Taking::new(&headers, 8, budget, &Arc::default());
        for piece in pieces {
            taking.see(piece);
        }
        taking.end(true).into_body(&Headers::default()).0
    }

    #[test]
    fn what_may_be_checked_is_kept() {
        let left = Body::Unavailable(Unavailable::Omitted);
        let text = Body::Text("[1, 2]".to_owned());
        for (media_type, expected) in [
            (Some("application/json"), &text),
            (Some("application/problem+json; charset=utf-8"), &text),
            (Some("application/x-www-form-urlencoded"), &text),
            (Some("text/plain"), &text),
            (None, &text),
            (Some("text/event-stream"), &left),
            (Some("image/jpeg"), &left),
            (Some("application/octet-stream"), &left),
        ] {
            assert_eq!(&taken(media_type, &[b"[1, ", b"2]"], &Budget::new(10)), expected, "{media_type:?}");
            assert_eq!(taken(media_type, &[b""], &Budget::new(10)), Body::None, "{media_type:?}");
        }
        assert_eq!(taken(None, &[b"[1, 2,", b" 3]"], &Budget::new(10)), left, "too long");
        assert_eq!(taken(None, &[b"[1, 2]"], &Budget::new(5)), left, "no memory");
    }
}
