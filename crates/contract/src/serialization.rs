//! How a value becomes text, in a parameter or in a field of a form: OpenAPI 3.0.3, 4.7.12 and 4.7.15.

use std::fmt;

use crate::{Kind, Parameter, ParameterLocation, Projection, Schema};

/// How a value becomes text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serialization {
    /// Along a style.
    Styled(Style),
    /// As a text of this media type: `content`, or the `contentType` of an encoding.
    Content(String),
}

/// A style, and what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Its name.
    pub name: StyleName,
    /// Whether each item or member stands for itself.
    pub explode: bool,
    /// Whether reserved characters may stand there as they are.
    pub allow_reserved: bool,
}

/// The name of a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleName {
    /// `;color=blue,black`
    Matrix,
    /// `.blue.black`
    Label,
    /// `color=blue,black`
    Form,
    /// `blue,black`
    Simple,
    /// `color=blue%20black`
    SpaceDelimited,
    /// `color=blue|black`
    PipeDelimited,
    /// `color[R]=100&color[G]=200`
    DeepObject,
}

/// The structure of a value, as far as styles tell values apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Structure {
    /// A text, a number, a flag or null.
    Primitive,
    /// A list.
    Array,
    /// Names with values.
    Object,
}

/// A field of a form: what an encoding object says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The property that is written so.
    pub property: String,
    /// How.
    pub serialization: Serialization,
}

impl StyleName {
    /// Every style, with its name in documents.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("matrix", Self::Matrix),
        ("label", Self::Label),
        ("form", Self::Form),
        ("simple", Self::Simple),
        ("spaceDelimited", Self::SpaceDelimited),
        ("pipeDelimited", Self::PipeDelimited),
        ("deepObject", Self::DeepObject),
    ];

    /// The style that a document means.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, style)| style)
    }

    /// Its name in documents.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, style)| *style == self).map_or("", |(name, _)| name)
    }

    /// Whether a parameter of this place can be written so.
    pub fn is_of(self, place: ParameterLocation) -> bool {
        match place {
            ParameterLocation::Path => matches!(self, Self::Matrix | Self::Label | Self::Simple),
            ParameterLocation::Query => !matches!(self, Self::Matrix | Self::Label | Self::Simple),
            ParameterLocation::Header => self == Self::Simple,
            ParameterLocation::Cookie => self == Self::Form,
        }
    }
}

impl fmt::Display for StyleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Style {
    /// A style as documents mean it that say no more: what explodes by itself is `form`, wherever it stands.
    pub fn of(name: StyleName) -> Self {
        Self { name, explode: name == StyleName::Form, allow_reserved: false }
    }

    /// What OpenAPI takes where a document says nothing.
    pub fn usual(place: ParameterLocation) -> Self {
        match place {
            ParameterLocation::Query | ParameterLocation::Cookie => Self::of(StyleName::Form),
            ParameterLocation::Path | ParameterLocation::Header => Self::of(StyleName::Simple),
        }
    }

    /// Whether the style says how a value of this structure is written: the rows of OpenAPI's table that are not "n/a".
    /// `deepObject` is the same exploded or not: documents seldom say that it is.
    pub fn defines(self, structure: Structure) -> bool {
        match self.name {
            StyleName::SpaceDelimited | StyleName::PipeDelimited => structure != Structure::Primitive && !self.explode,
            StyleName::DeepObject => structure == Structure::Object,
            StyleName::Matrix | StyleName::Label | StyleName::Form | StyleName::Simple => true,
        }
    }
}

/// `form`, `form, exploded`, or a media type.
impl fmt::Display for Serialization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(media_type) => f.write_str(media_type),
            Self::Styled(style) => {
                let exploded = if style.explode { ", exploded" } else { "" };
                let reserved = if style.allow_reserved { ", reserved characters as they are" } else { "" };
                write!(f, "{}{exploded}{reserved}", style.name)
            }
        }
    }
}

impl Serialization {
    /// What OpenAPI takes where a document says nothing.
    pub fn usual(place: ParameterLocation) -> Self {
        Self::Styled(Style::usual(place))
    }
}

impl Parameter {
    /// How its value becomes text.
    pub fn serialized(&self) -> Serialization {
        self.serialization.clone().unwrap_or_else(|| Serialization::usual(self.place))
    }
}

impl Structure {
    /// Every structure.
    pub const ALL: [Self; 3] = [Self::Array, Self::Object, Self::Primitive];

    /// The structure of the values of a type.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Array => Self::Array,
            Kind::Object => Self::Object,
            Kind::Null | Kind::Boolean | Kind::Integer | Kind::Number | Kind::String => Self::Primitive,
        }
    }

    /// Its name in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primitive => "a single value",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

impl<'c> Projection<'c> {
    /// The types that a schema names, each once; none where it leaves the type open.
    pub fn kinds(self, schema: &'c Schema) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = Vec::new();
        for node in self.applicable(schema) {
            let named = node.kinds(self.release);
            kinds.extend(named.into_iter().filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>());
        }
        kinds
    }
}
