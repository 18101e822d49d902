//! How values travel: as JSON, or as text, in which a number, a word and a list of one look alike.

use crate::place::{Part, Step};

/// How the value at a place travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Representation {
    /// As JSON, in which types differ.
    Json,
    /// As a form, whose fields are text.
    Form,
    /// As a field of a form, or an item of a list of texts: text, or JSON where it is an object.
    Field,
    /// As text, with all that it holds: a parameter, or a header.
    Text,
}

impl Representation {
    /// How the value of a part travels.
    pub(crate) fn of(part: &Part) -> Self {
        match part {
            Part::Parameter(..) | Part::Header(..) => Self::Text,
            Part::Request(Some(media)) | Part::Response(_, Some(media)) if is_form(media) => Self::Form,
            Part::Request(_) | Part::Response(..) | Part::Whole => Self::Json,
        }
    }

    /// How the value one step further travels.
    pub(crate) fn inside(self, step: &Step) -> Self {
        match (self, step) {
            (representation, Step::Branch(_)) => representation,
            (Self::Json, _) => Self::Json,
            (Self::Text, Step::Property(_) | Step::Additional) => Self::Text,
            (Self::Form | Self::Field | Self::Text, _) => Self::Field,
        }
    }

    /// How an object travels there.
    pub(crate) const fn of_object(self) -> Self {
        match self {
            Self::Field => Self::Json,
            other => other,
        }
    }

    /// Whether a scalar there is text.
    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Self::Field | Self::Text)
    }
}

fn is_form(media: &str) -> bool {
    matches!(media, "multipart/form-data" | "application/x-www-form-urlencoded")
}
