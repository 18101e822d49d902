//! Items of arrays.

use super::frame::Frame;
use super::leaf::{Leaf, leaf};
use super::{Next, Reader, byte, space};
use crate::arena::Repeats;
use crate::bits::mixed;

impl Reader<'_> {
    /// Reads items of the array on top of the stack, up to one that holds others or to the closing bracket.
    pub(super) fn items<const LINE: bool>(&mut self, text: &[u8], mut at: usize) -> Next {
        let arena = self.arena;
        let Some(&Frame { index, mark, .. }) = self.state.stack.last() else { return Next::Stuck };
        let Some(array) = arena.arrays.get(index as usize) else { return Next::Stuck };
        loop {
            if let Some(frame) = self.state.stack.last_mut() {
                frame.count = frame.count.saturating_add(1);
            }
            let end = match leaf(arena, text, at, array.items) {
                Leaf::Read(end) => end,
                // What holds others is hard to compare.
                Leaf::Deep(_) if array.repeats == Repeats::Allowed => return Next::Value { at, node: array.items },
                Leaf::Wrong if array.repeats == Repeats::Allowed => return self.mismatch(text, at, array.items),
                Leaf::Deep(_) | Leaf::Wrong => return Next::Stuck,
            };
            if array.repeats == Repeats::Forbidden && !self.is_new_item(mark, text.get(at..end).unwrap_or_default()) {
                return Next::Stuck;
            }
            at = space::<LINE>(text, end);
            match byte(text, at) {
                b',' => at = space::<LINE>(text, at + 1),
                b']' => return self.close(at),
                _ => return Next::Stuck,
            }
        }
    }

    /// Whether an item surely is not there yet: texts without escapes and integers differ where their bytes do, save that
    /// `-0` is `0`.
    fn is_new_item(&mut self, mark: usize, item: &[u8]) -> bool {
        let comparable = match item {
            [b'"', ..] => !item.contains(&b'\\'),
            b"-0" => false,
            _ => item.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-'),
        };
        comparable && self.is_new(mark, mixed(item))
    }
}
