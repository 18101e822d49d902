//! The parts of an exchange, who writes them, and sets of them.

use serde::Serialize;

/// Who wrote what a rule judges: the client or the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// What the client writes.
    Request,
    /// What the server writes.
    Response,
}

impl Direction {
    /// The word used in rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

/// The part of an exchange, or of a document, that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Part {
    /// The path of the request's URL.
    #[serde(rename = "request.path")]
    RequestPath,
    /// The query of the request's URL.
    #[serde(rename = "request.query")]
    RequestQuery,
    /// The request's headers.
    #[serde(rename = "request.header")]
    RequestHeader,
    /// The request's body.
    #[serde(rename = "request.body")]
    RequestBody,
    /// The status of the response.
    #[serde(rename = "response.status")]
    ResponseStatus,
    /// The response's headers.
    #[serde(rename = "response.header")]
    ResponseHeader,
    /// The response's body.
    #[serde(rename = "response.body")]
    ResponseBody,
    /// A bare body, an OpenAPI document, or a capture as a whole.
    #[serde(rename = "document")]
    Document,
}

impl Part {
    /// Every part, in the order in which an exchange has them.
    pub const ALL: [Self; 8] = [
        Self::RequestPath,
        Self::RequestQuery,
        Self::RequestHeader,
        Self::RequestBody,
        Self::ResponseStatus,
        Self::ResponseHeader,
        Self::ResponseBody,
        Self::Document,
    ];

    /// The name used in rule files and in every format.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RequestPath => "request.path",
            Self::RequestQuery => "request.query",
            Self::RequestHeader => "request.header",
            Self::RequestBody => "request.body",
            Self::ResponseStatus => "response.status",
            Self::ResponseHeader => "response.header",
            Self::ResponseBody => "response.body",
            Self::Document => "document",
        }
    }

    /// Reads the name that [`Part::as_str`] gives.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }

    /// Who writes it. A document is the server's word, and so is a body of which nothing else is known.
    pub const fn direction(self) -> Direction {
        match self {
            Self::RequestPath | Self::RequestQuery | Self::RequestHeader | Self::RequestBody => Direction::Request,
            Self::ResponseStatus | Self::ResponseHeader | Self::ResponseBody | Self::Document => Direction::Response,
        }
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A set of parts: the condition under which a rule judges its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartSet(u8);

impl PartSet {
    /// Every part.
    pub const ALL: Self = Self::of(&Part::ALL);

    /// These parts.
    pub const fn of(mut parts: &[Part]) -> Self {
        let mut bits = 0;
        while let [part, rest @ ..] = parts {
            bits |= 1 << *part as u8;
            parts = rest;
        }
        Self(bits)
    }

    /// What the client writes, or what the server writes.
    pub fn written_by(direction: Direction) -> Self {
        Part::ALL.into_iter().filter(|part| part.direction() == direction).collect()
    }

    /// Whether a part is among them.
    pub const fn contains(self, part: Part) -> bool {
        self.0 & (1 << part as u8) != 0
    }

    /// How many they are.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether they are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The parts that both have.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The parts that the other does not have.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of these are among the others, and not all of the others among these.
    pub const fn is_narrower_than(self, other: Self) -> bool {
        self.0 & !other.0 == 0 && self.0 != other.0
    }

    /// The parts, in the order in which an exchange has them.
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.contains(*part))
    }
}

impl FromIterator<Part> for PartSet {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        parts.into_iter().fold(Self::of(&[]), |all, part| Self(all.0 | Self::of(&[part]).0))
    }
}

impl std::fmt::Display for PartSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.iter().map(Part::as_str).collect();
        f.pad(&names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Part, PartSet};

    #[test]
    fn parts_are_named_as_they_are_serialized() {
        for part in Part::ALL {
            assert_eq!(serde_json::to_value(part).unwrap(), part.as_str());
            assert_eq!(Part::from_word(part.as_str()), Some(part));
        }
        assert_eq!(Part::from_word("request"), None);
    }

    #[test]
    fn each_part_has_one_writer() {
        let [request, response] = [Direction::Request, Direction::Response].map(PartSet::written_by);
        assert_eq!((request.len(), response.len(), request.and(response).is_empty()), (4, 4, true));
        assert_eq!(request.to_string(), "request.path, request.query, request.header, request.body");
        assert!(response.contains(Part::Document) && !request.contains(Part::Document));
    }

    #[test]
    fn a_part_of_a_set_is_narrower() {
        let query = PartSet::of(&[Part::RequestQuery]);
        let request = PartSet::written_by(Direction::Request);
        assert!(query.is_narrower_than(request) && request.is_narrower_than(PartSet::ALL));
        assert!(!request.is_narrower_than(query) && !query.is_narrower_than(query));
        assert!(!query.is_narrower_than(PartSet::written_by(Direction::Response)));
    }
}
