//! Values that hold no others.

use crate::arena::{ANY, Arena, Bounds, FREE_ARRAY, FREE_OBJECT, Id, Node, Op};
use crate::text::{self, fits};

use super::byte;
use super::number::{decimal, integer};
use super::string::{plain_end, text_end};

/// What became of a value.
pub(super) enum Leaf {
    /// It is right and ends here.
    Read(usize),
    /// It holds others; this is what it must be.
    Deep(Op),
    /// It is not right, or nobody knows.
    Wrong,
}

/// Reads a value that must fit a node.
#[expect(clippy::inline_always, reason = "every value comes through here")]
#[inline(always)]
pub(super) fn leaf(arena: &Arena, text: &[u8], at: usize, node: Id) -> Leaf {
    let Some(Node { op, null }) = arena.nodes.get(node as usize).copied() else { return Leaf::Wrong };
    if null && byte(text, at) == b'n' {
        return literal(text, at, *b"null").map_or(Leaf::Wrong, Leaf::Read);
    }
    leaf_of(arena, text, at, op)
}

/// Reads a value other than null. What most values are costs no call.
#[expect(clippy::inline_always, reason = "every value comes through here")]
#[inline(always)]
pub(super) fn leaf_of(arena: &Arena, text: &[u8], at: usize, op: Op) -> Leaf {
    match op {
        Op::Text => text_end(text, at).map_or(Leaf::Wrong, Leaf::Read),
        Op::Array(_) | Op::Object(_) | Op::Choice(_) => Leaf::Deep(op),
        Op::Any | Op::Union(_) => by_first_byte(arena, text, at, op),
        _ => scalar(arena, text, at, op).map_or(Leaf::Wrong, Leaf::Read),
    }
}

/// The end of a value that holds no others, whatever else it is.
fn scalar(arena: &Arena, text: &[u8], at: usize, op: Op) -> Option<usize> {
    match op {
        Op::Text => text_end(text, at),
        Op::Form(check) => text::form(check, text, at),
        Op::Enum(place) => value_end(arena, text, at, place),
        Op::Boolean => boolean(text, at),
        Op::Integer => integer(text, at).map(|number| number.end),
        Op::Number => decimal(text, at).map(|number| number.end),
        Op::BoundedInteger(place) => {
            bounded(arena, place, integer(text, at).map(|one| (one.value, one.value, one.end)))
        }
        Op::BoundedNumber(place) => bounded(arena, place, decimal(text, at).and_then(|one| one.range)),
        Op::Texts(place) => texts(arena, text, at, place),
        Op::Any | Op::Union(_) | Op::Array(_) | Op::Object(_) | Op::Choice(_) | Op::Null | Op::Unsure => None,
    }
}

fn by_first_byte(arena: &Arena, text: &[u8], at: usize, op: Op) -> Leaf {
    let first = byte(text, at);
    if let Op::Union(place) = op {
        let Some(union) = arena.unions.get(place as usize) else { return Leaf::Wrong };
        let node = match first {
            b'"' => union.text,
            b'-' | b'0'..=b'9' => union.number,
            b't' | b'f' => union.boolean,
            b'[' => union.array,
            b'{' => union.object,
            _ => return Leaf::Wrong,
        };
        // The nodes of a union are no unions.
        return match arena.nodes.get(node as usize).map(|node| node.op) {
            None | Some(Op::Union(_) | Op::Any) => Leaf::Wrong,
            Some(_) => leaf(arena, text, at, node),
        };
    }
    debug_assert!(matches!(op, Op::Any) && ANY == 0, "nothing else is told by its first byte");
    let read = match first {
        b'"' => text_end(text, at),
        b'-' | b'0'..=b'9' => decimal(text, at).map(|number| number.end),
        b't' | b'f' => boolean(text, at),
        b'n' => literal(text, at, *b"null"),
        b'[' => return Leaf::Deep(Op::Array(FREE_ARRAY)),
        b'{' => return Leaf::Deep(Op::Object(FREE_OBJECT)),
        _ => None,
    };
    read.map_or(Leaf::Wrong, Leaf::Read)
}

#[inline]
fn literal(text: &[u8], at: usize, literal: [u8; 4]) -> Option<usize> {
    (*text.get(at..at + 4)? == literal).then_some(at + 4)
}

#[inline]
fn boolean(text: &[u8], at: usize) -> Option<usize> {
    if byte(text, at) == b't' {
        return literal(text, at, *b"true");
    }
    (byte(text, at) == b'f').then_some(())?;
    literal(text, at + 1, *b"alse")
}

fn bounded(arena: &Arena, place: u32, number: Option<(i64, i64, usize)>) -> Option<usize> {
    let (least, most, end) = number?;
    let bounds: &Bounds = arena.numbers.get(place as usize)?;
    (bounds.least <= least && most <= bounds.most).then_some(end)
}

fn value_end(arena: &Arena, text: &[u8], at: usize, place: u32) -> Option<usize> {
    let rest = text.get(at..)?;
    let found = arena.enums.get(place as usize)?.iter().find(|value| rest.starts_with(value))?;
    let end = at + found.len();
    // A text ends with its quote; a number may go on.
    let more = byte(text, at) != b'"' && matches!(byte(text, end), b'0'..=b'9' | b'.' | b'e' | b'E');
    (!more).then_some(end)
}

fn texts(arena: &Arena, text: &[u8], at: usize, place: u32) -> Option<usize> {
    let end = plain_end(text, at)?;
    let inner = text.get(at + 1..end - 1)?;
    arena.texts.get(place as usize)?.iter().all(|check| fits(arena, *check, inner)).then_some(end)
}
