//! How captures are read.

/// What the caller knows of the input beforehand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hint {
    /// Nothing: tell the format by content.
    #[default]
    Detect,
    /// Each source is one bare body, whatever it looks like.
    Body,
    /// Each source is NDJSON of bare bodies.
    Lines,
}

/// Whether standard input is read once or more often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Passes {
    /// Perhaps more often. What does not fit into some memory is kept in a temporary file, unpacked it is never stored.
    #[default]
    Several,
    /// Once, as it comes; who asks again finds it empty.
    Once,
}

/// How much is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that one entry, one line or one bare body may hold once unpacked: so much is held in memory. What
    /// stands around the entries of a HAR counts as one more of them.
    pub max_bytes: u64,
}

impl Default for Limits {
    /// One GiB.
    fn default() -> Self {
        Self { max_bytes: 1 << 30 }
    }
}

/// How captures are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// What is known of their format.
    pub hint: Hint,
    /// How much of them is read.
    pub limits: Limits,
    /// How often standard input is read.
    pub passes: Passes,
}
