//! How a stretch of a picture looks; `style.css` has a line for each, `key.html` explains them.

/// What holds at some releases, for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// It exists and must be there.
    Required,
    /// It exists and may be absent.
    Optional,
    /// It exists, must be there, and is to go.
    RequiredDeprecated,
    /// It exists, may be absent, and is to go.
    OptionalDeprecated,
    /// A call is accepted as sent and answered as received.
    Fits,
    /// Its answer holds fields that are not declared.
    Surplus,
    /// It would be answered otherwise.
    Differs,
    /// Something in the request is ignored.
    Ignored,
    /// The request is refused.
    Refused,
    /// There is no such operation.
    Absent,
}

impl Look {
    /// The class of it in `style.css`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
            Self::RequiredDeprecated => "required deprecated",
            Self::OptionalDeprecated => "optional deprecated",
            Self::Fits => "fits",
            Self::Surplus => "surplus",
            Self::Differs => "differs",
            Self::Ignored => "ignored",
            Self::Refused => "refused",
            Self::Absent => "absent",
        }
    }

    /// Where in a strip it is drawn, from the top, and how high, both in pixels: the height says what the colour says, for
    /// those who do not tell colours apart.
    pub(crate) fn band(self) -> (u8, u8) {
        match self {
            Self::Required | Self::RequiredDeprecated => (2, 12),
            Self::Optional | Self::OptionalDeprecated | Self::Differs => (6, 8),
            Self::Fits => (9, 5),
            Self::Surplus => (8, 6),
            Self::Ignored => (4, 10),
            Self::Refused => (1, 14),
            Self::Absent => (13, 1),
        }
    }
}
