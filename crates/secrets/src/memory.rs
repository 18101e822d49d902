//! The secrets that a source held so far, masked wherever they come again.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use foldhash::HashSet;
use serde_json::Value;

use crate::MASK;
use crate::finder::Finder;
use crate::written::forms;

/// A longer secret is known by pieces of this length, in bytes.
const LONGEST: usize = 1024;

/// So much of secrets is kept, in bytes of all that they are written as. What is beyond makes the latest be forgotten: the
/// first are those of the session, and the others those of one exchange.
const MOST: usize = 1 << 20;

/// A shorter secret, in bytes, is only one where it stands alone: six digits are part of many ids.
const WORD: usize = 12;

/// The secrets of a source. What they are, no `Debug` shows.
#[derive(Clone, Default)]
pub struct Memory {
    known: HashSet<String>,
    /// All ways to write them.
    written: Finder,
    bytes: usize,
}

impl Memory {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Remembers a secret.
    pub fn learn(&mut self, secret: &str) {
        for piece in pieces(secret) {
            if self.known.contains(piece) {
                continue;
            }
            if self.bytes > MOST {
                self.forget();
            }
            self.known.insert(piece.to_owned());
            for form in forms(piece) {
                self.bytes += form.len();
                self.written.add(&form);
            }
        }
    }

    /// A text without the secrets.
    pub fn mask<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut clean = String::new();
        // What is before `done` is in `clean`, and no secret begins before `from`.
        let (mut done, mut from) = (0, 0);
        while let Some((start, end)) = self.written.find(text, from) {
            if end - start < WORD && !stands_alone(text, start..end) {
                // Another secret may begin within what is none here.
                from = start + 1;
                continue;
            }
            clean.push_str(text.get(done..start).unwrap_or_default());
            clean.push_str(MASK);
            (done, from) = (end, end);
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        clean.push_str(text.get(done..).unwrap_or_default());
        Cow::Owned(clean)
    }

    /// A value without the secrets, in names of members and in numbers, too.
    pub fn mask_value(&self, value: &mut Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => {
                if let Cow::Owned(clean) = self.mask(&number.to_string()) {
                    *value = Value::from(clean);
                }
            }
            Value::String(text) => {
                if let Cow::Owned(clean) = self.mask(text) {
                    *text = clean;
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.mask_value(item)),
            Value::Object(members) => {
                let named = std::mem::take(members).into_iter().map(|(name, mut value)| {
                    self.mask_value(&mut value);
                    (self.mask(&name).into_owned(), value)
                });
                *members = named.collect();
            }
        }
    }

    /// Forgets what came last.
    fn forget(&mut self) {
        self.written.keep_first(self.written.len() / 4);
        self.bytes = self.written.bytes();
        self.known = self.written.texts().map(str::to_owned).collect();
    }
}

/// Whether a part of a text is a word of it: neither a letter nor a digit is beside it and, beside digits, nothing that
/// numbers, times and dates are written with.
fn stands_alone(text: &str, part: Range<usize>) -> bool {
    let before = text.get(..part.start).and_then(|text| text.chars().next_back());
    let behind = text.get(part.end..).and_then(|text| text.chars().next());
    let is_number = text.get(part).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let joins = |letter: char| letter.is_alphanumeric() || is_number && ".:-".contains(letter);
    !before.into_iter().chain(behind).any(joins)
}

/// A secret in pieces that are no longer than one may be.
fn pieces(secret: &str) -> impl Iterator<Item = &str> {
    let mut rest = secret;
    std::iter::from_fn(move || {
        let length =
            (0..=LONGEST.min(rest.len())).rev().find(|at| rest.is_char_boundary(*at)).filter(|length| *length > 0)?;
        let (piece, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(piece)
    })
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory({} secrets)", self.known.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn secrets_are_found_again_wherever_they_are() {
        let mut memory = Memory::default();
        assert!(memory.is_empty());
        memory.learn("hunter2+x");
        assert!(!memory.is_empty());
        assert_eq!(memory.mask("a hunter2+x b hunter2%2Bx c"), "a *** b *** c");
        memory.learn("1234567");
        assert_eq!(memory.mask("0:00:02.1234567 81234567 1234567,"), "0:00:02.1234567 81234567 ***,");
        let mut value = json!({"hunter2+x": [1_234_567, "hunter2+xy"], "a": true});
        memory.mask_value(&mut value);
        assert_eq!(value, json!({"***": ["***", "hunter2+xy"], "a": true}));
    }

    #[test]
    fn one_that_begins_within_what_is_none_is_found() {
        let mut memory = Memory::default();
        memory.learn("KEY-----c");
        memory.learn("cnry7Zk3Vw8Qp5Ls");
        assert_eq!(memory.mask("KEY-----cnry7Zk3Vw8Qp5Ls"), "KEY-----***");
    }

    #[test]
    fn thousands_are_known_and_the_first_stay() {
        let mut memory = Memory::default();
        for number in 0..40_000 {
            memory.learn(&format!("secret-{number:06}"));
            if number % 1000 == 0 {
                assert_eq!(memory.mask(&format!("secret-{number:06}")), "***");
            }
        }
        assert_eq!(memory.mask("secret-000000 secret-039999"), "*** ***");
        assert!(memory.bytes <= 2 * MOST);
    }

    #[test]
    fn a_long_secret_is_masked_whole() {
        let mut memory = Memory::default();
        let secret = (1000..1900).map(|number| number.to_string()).collect::<Vec<_>>().concat();
        memory.learn(&secret);
        assert!(memory.mask(&secret).trim_matches('*').is_empty());
    }
}
