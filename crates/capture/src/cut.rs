//! Where items end.

use std::ops::Range;

/// Finds the ends of items in bytes that come bit by bit.
pub(crate) trait Cutter: Send {
    /// Looks at bytes that begin where the last cut was; those before `from` it knows. Notes the items that end in the
    /// rest, and says where the last of them ends, with what separates it from the next.
    fn cut(&mut self, bytes: &[u8], from: usize, pieces: &mut Vec<Range<usize>>) -> Option<usize>;

    /// Notes what is left when nothing more comes.
    fn end(&mut self, bytes: &[u8], pieces: &mut Vec<Range<usize>>);

    /// Whether there are no more items, whatever comes.
    fn is_done(&self) -> bool {
        false
    }
}

/// Whole lines, without looking for each.
pub(crate) struct Borders;

impl Cutter for Borders {
    fn cut(&mut self, bytes: &[u8], from: usize, _: &mut Vec<Range<usize>>) -> Option<usize> {
        let new = bytes.get(from..).unwrap_or_default();
        memchr::memrchr(b'\n', new).map(|at| from + at + 1)
    }

    fn end(&mut self, _: &[u8], _: &mut Vec<Range<usize>>) {}
}

/// Lines that are not blank, each for itself.
pub(crate) struct Lines;

impl Cutter for Lines {
    fn cut(&mut self, bytes: &[u8], from: usize, pieces: &mut Vec<Range<usize>>) -> Option<usize> {
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', bytes.get(from..).unwrap_or_default()) {
            note(bytes, start..from + end, pieces);
            start = from + end + 1;
        }
        (start > 0).then_some(start)
    }

    fn end(&mut self, bytes: &[u8], pieces: &mut Vec<Range<usize>>) {
        note(bytes, 0..bytes.len(), pieces);
    }
}

fn note(bytes: &[u8], line: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let blank = bytes.get(line.clone()).is_none_or(|line| line.iter().all(u8::is_ascii_whitespace));
    if !blank {
        pieces.push(line);
    }
}
