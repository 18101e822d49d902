//! The body of a request or a response, as far as the recorder kept it.

use std::fmt;

/// A body. "No body" and "a body that nobody recorded" are different answers.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Body {
    /// There was none.
    #[default]
    None,
    /// The capture does not tell whether there was one: logs of servers hold no bodies.
    Unknown,
    /// There was one, but the capture does not hold it.
    Unavailable(Unavailable),
    /// What the capture holds is not the body: its beginning, or what is not the base64 that it is said to be. It is held
    /// against nothing; a secret in it is one all the same.
    Damaged(Vec<u8>),
    /// Text, and whatever was recorded as text: JSON, forms, event streams.
    Text(String),
    /// Bytes that were recorded as base64. They may well be text.
    Bytes(Vec<u8>),
    /// The parts of a multipart form that the recorder took apart.
    Parts(Vec<Part>),
}

impl Body {
    /// This body, of which more was sent than was recorded.
    pub(crate) fn damaged(self) -> Self {
        match self {
            Self::Text(text) => Self::Damaged(text.into_bytes()),
            Self::Bytes(bytes) => Self::Damaged(bytes),
            other => other,
        }
    }

    /// The bytes of the body where it is there, and in one piece.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text.as_bytes()),
            Self::Bytes(bytes) => Some(bytes),
            Self::None | Self::Unknown | Self::Unavailable(_) | Self::Damaged(_) | Self::Parts(_) => None,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Unknown => f.write_str("Unknown"),
            Self::Unavailable(reason) => write!(f, "Unavailable({reason:?})"),
            Self::Damaged(bytes) => write!(f, "Damaged({} bytes)", bytes.len()),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::Parts(parts) => f.debug_tuple("Parts").field(parts).finish(),
        }
    }
}

/// Why a body, or a part of one, cannot be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unavailable {
    /// The recorder says that it left it out.
    Omitted,
    /// The recorder kept only the beginning.
    Truncated,
    /// Sizes or headers say that there was a body, the capture has none and does not say why.
    NotRecorded,
    /// It was recorded as base64 and is not.
    BadBase64,
    /// It is still compressed, and cannot be undone.
    Compressed,
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Omitted => "left out by the recorder",
            Self::Truncated => "cut short by the recorder",
            Self::NotRecorded => "not recorded",
            Self::BadBase64 => "recorded as base64 that cannot be decoded",
            Self::Compressed => "recorded in a compressed form that cannot be undone",
        })
    }
}

/// One part of a multipart form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The field's name.
    pub name: String,
    /// Set for files.
    pub filename: Option<String>,
    /// The part's own media type.
    pub content_type: Option<String>,
    /// What it holds.
    pub value: PartValue,
}

/// What a part of a multipart form holds.
#[derive(Clone, PartialEq, Eq)]
pub enum PartValue {
    /// Not in the capture.
    Unavailable(Unavailable),
    /// A field's text.
    Text(String),
    /// Bytes that were recorded as base64.
    Bytes(Vec<u8>),
}

impl fmt::Debug for PartValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable(reason) => write!(f, "Unavailable({reason:?})"),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
        }
    }
}
