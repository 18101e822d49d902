//! What does not fit, told by the scanner where it is sure of it.
//!
//! A misfit has a key: misfits of one key are the same thing at the same place of the schema, in whichever item. So that
//! nothing is allocated for each, a scan keeps them in one list, and adds up those of one key when it grows long.

use std::ops::Range;

use json_runs::run_end;

use super::frame::Kind;
use super::{Reader, Scanner, byte, space};
use crate::bits::mixed_with;

/// How many misfits a scan holds before it adds up those of one key.
const MOST: usize = 256;

/// Something that does not fit, or is worth knowing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// What of its place it is about.
    pub about: About,
    /// The same for misfits that are the same thing.
    pub key: u64,
    /// How often it was met in one value.
    pub count: u32,
    /// Where it was met first: the value begins there, or the object that lacks a member.
    at: usize,
    /// Of what is missing, the place of the member in the arena.
    member: u32,
}

impl Misfit {
    /// Sorts misfits as a walk over the value meets them: an object before what is in it, a member before its value.
    pub fn order(&self) -> (usize, u8) {
        let rank = match self.about {
            About::Deprecated => 0,
            About::Unknown => 1,
            About::Value => 2,
            About::Missing => 3,
        };
        (self.at, rank)
    }
}

/// What of a place a misfit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// The value itself: its type, its form, its constants.
    Value,
    /// A member that must be there and is not.
    Missing,
    /// A member that some releases do not have.
    Unknown,
    /// A member that some releases call deprecated.
    Deprecated,
}

/// What a scan says that tells of misfits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanOutcome {
    /// Nothing is to be said.
    Right,
    /// The misfits are all that is to be said.
    Misfits,
    /// There may be more, or less.
    Unsure,
}

impl Scanner {
    /// The same as [`Scanner::check`], but tells also of bytes that surely are wrong: see [`Scanner::misfits`].
    pub fn tell(&mut self, bytes: &[u8]) -> ScanOutcome {
        let Some(text) = crate::utf8(bytes) else { return ScanOutcome::Unsure };
        let text = text.as_bytes();
        self.begin_telling();
        let end = self.reader().run::<false>(text, 0);
        self.state.telling = false;
        self.told(end.is_some_and(|end| space::<false>(text, end) == text.len()))
    }

    /// The same for the line that begins at a place of a text, and where the next line begins.
    pub fn tell_line(&mut self, text: &str, at: usize) -> (ScanOutcome, usize) {
        let text = text.as_bytes();
        self.begin_telling();
        let end = self.reader().run::<true>(text, at);
        self.state.telling = false;
        if let Some(end) = end {
            let end = space::<true>(text, end);
            if end >= text.len() || byte(text, end) == b'\n' {
                return (self.told(true), text.len().min(end + 1));
            }
        }
        let rest = text.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(text.len(), |length| at + length + 1);
        (ScanOutcome::Unsure, end)
    }

    /// What the last scan told. Those of one key may stand there several times.
    pub fn misfits(&self) -> &[Misfit] {
        &self.state.misfits
    }

    /// Where a misfit of the last scan was met first, as a JSON Pointer; the text is the one that was scanned, from the
    /// same place on.
    pub fn pointer(&self, misfit: &Misfit, text: &str, begin: usize) -> String {
        let mut pointer = pointer_at(text, begin, misfit.at);
        if misfit.about == About::Missing
            && let Some(member) = self.arena.members.get(misfit.member as usize)
        {
            pointer.push('/');
            pointer.push_str(&contract::pointer::escape(&String::from_utf8_lossy(&member.name)));
        }
        pointer
    }

    /// Forgets the misfits of the last scan that do not begin in this part of the text; whether others are left.
    pub fn keep(&mut self, part: &Range<usize>) -> bool {
        self.state.misfits.retain(|misfit| part.contains(&misfit.at));
        !self.state.misfits.is_empty()
    }

    fn begin_telling(&mut self) {
        self.state.telling = true;
        self.state.misfits.clear();
    }

    fn told(&self, is_read: bool) -> ScanOutcome {
        match (is_read, self.state.misfits.is_empty()) {
            (false, _) => ScanOutcome::Unsure,
            (true, true) => ScanOutcome::Right,
            (true, false) => ScanOutcome::Misfits,
        }
    }
}

impl Reader<'_> {
    /// Notes a misfit of the value that begins here. False where it is not sure: between alternatives, and below members
    /// whose names are the user's.
    #[cold]
    pub(super) fn note_value(&mut self, at: usize, what: u64) -> bool {
        let Some(path) = self.path() else { return false };
        let key = mixed_with(path, what);
        // What several releases have against one value is one misfit.
        if let Some(last) = self.state.misfits.last_mut().filter(|last| (last.about, last.at) == (About::Value, at)) {
            last.key = mixed_with(last.key, key);
            return true;
        }
        self.push(Misfit { about: About::Value, key, count: 1, at, member: 0 });
        true
    }

    /// Notes a misfit of a member of the object on top of the stack.
    #[cold]
    pub(super) fn note_member(&mut self, about: About, at: usize, member: u32, what: u64) -> bool {
        let Some(path) = self.object_path() else { return false };
        let key = mixed_with(mixed_with(path, what), u64::from(member) << 8 | about as u64);
        self.push(Misfit { about, key, count: 1, at, member });
        true
    }

    /// The place of the value that is read now, mixed.
    fn path(&self) -> Option<u64> {
        let slot = self.state.stack.last().map_or(0, |frame| frame.slot);
        self.object_path().map(|path| mixed_with(path, u64::from(slot)))
    }

    /// The place of the object or array on top of the stack, mixed.
    fn object_path(&self) -> Option<u64> {
        let mut path = 0;
        let mut slot = 0;
        for frame in &self.state.stack {
            if frame.kind == Kind::Choice || frame.is_any_name {
                return None;
            }
            path = mixed_with(mixed_with(path, u64::from(slot)), u64::from(frame.index) << 8 | frame.kind as u64);
            slot = frame.slot;
        }
        Some(path)
    }

    fn push(&mut self, misfit: Misfit) {
        let misfits = &mut self.state.misfits;
        if misfits.len() >= MOST {
            misfits.sort_by_key(|misfit| (misfit.key, misfit.at));
            misfits.dedup_by(|later, first| {
                let same = later.key == first.key;
                if same {
                    first.count = first.count.saturating_add(later.count);
                }
                same
            });
        }
        self.state.misfits.push(misfit);
    }
}

/// The JSON Pointer of the value that begins at a place of a JSON text. Keys before it have no escapes.
fn pointer_at(text: &str, begin: usize, place: usize) -> String {
    let bytes = text.as_bytes();
    // For each container that is open, the key that was read last, or how many commas.
    let mut open: Vec<Step<'_>> = Vec::new();
    let mut at = begin;
    while at < place.min(bytes.len()) {
        match byte(bytes, at) {
            b'{' => open.push(Step::Key("")),
            b'[' => open.push(Step::Index(0)),
            b'}' | b']' => drop(open.pop()),
            b',' => {
                if let Some(Step::Index(index)) = open.last_mut() {
                    *index += 1;
                }
            }
            b'"' => {
                let end = string_end(bytes, at);
                let colon = space::<false>(bytes, end);
                if let (b':', Some(Step::Key(key))) = (byte(bytes, colon), open.last_mut()) {
                    *key = text.get(at + 1..end.saturating_sub(1)).unwrap_or_default();
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    let tokens = open.into_iter().map(|step| match step {
        Step::Key(key) => format!("/{}", contract::pointer::escape(key)),
        Step::Index(index) => format!("/{index}"),
    });
    tokens.collect()
}

/// One step into a value.
enum Step<'t> {
    Key(&'t str),
    Index(usize),
}

/// The end of the string that begins at a place, whatever escapes it has.
fn string_end(text: &[u8], at: usize) -> usize {
    let mut end = run_end(text, at + 1);
    while byte(text, end) == b'\\' {
        end = run_end(text, end + 2);
    }
    end + 1
}

#[cfg(test)]
mod tests {
    use super::pointer_at;

    #[test]
    fn pointers_lead_to_where_a_value_begins() {
        let text = r#"  {"a": [1, {"b\"": "x,y", "c/d": {"e": [[], {}]}}], "f": {}}"#;
        for (place, pointer) in [
            ("{\"a", ""),
            ("[1", "/a"),
            ("1,", "/a/0"),
            ("{\"b", "/a/1"),
            ("{\"e", "/a/1/c~1d"),
            ("{}]", "/a/1/c~1d/e/1"),
            ("{}}", "/f"),
        ] {
            let at = text.find(place).unwrap();
            assert_eq!(pointer_at(text, 0, at), pointer, "{place}");
        }
    }
}
