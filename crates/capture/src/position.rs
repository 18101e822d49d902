//! Places in a text.

/// A place in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextPosition {
    /// How many bytes stand before it.
    pub(crate) offset: usize,
    /// How many line feeds stand before it.
    pub(crate) lines: u64,
    /// How many bytes stand between the last of them and it.
    pub(crate) column: u64,
}

impl TextPosition {
    /// The place behind so much more.
    pub(crate) fn after(self, bytes: &[u8]) -> Self {
        let offset = self.offset + bytes.len();
        match memchr::memrchr(b'\n', bytes) {
            None => Self { offset, column: self.column + bytes.len() as u64, ..self },
            Some(last) => {
                let lines = self.lines + memchr::memchr_iter(b'\n', bytes).count() as u64;
                Self { offset, lines, column: (bytes.len() - last - 1) as u64 }
            }
        }
    }
}
