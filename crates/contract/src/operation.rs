//! Operations: what a client may ask, and what the server answers.

use std::fmt;
use std::str::FromStr;

use crate::marker::{History, State};
use crate::{Aside, Encoding, Eras, Origin, Property, Release, ReleaseSet, Schema, Serialization};

/// An operation of the API. It is its method and path, whatever the parameters in the path are called: its id and those
/// names can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// The operationId by era, the newest last; where the document has none, method and path stand for it.
    pub ids: Eras<String>,
    /// The HTTP method.
    pub method: Method,
    /// The path template below the base path, `/assets/{id}`, by era, the newest last.
    pub paths: Eras<String>,
    /// The releases at which it exists.
    pub life: ReleaseSet,
    /// The tags, in the document's order.
    pub tags: Eras<Vec<String>>,
    /// The releases at which the document flags it deprecated.
    pub deprecated: ReleaseSet,
    /// What the document claims, by era.
    pub markers: Eras<History>,
    /// The permission that an API key needs.
    pub permission: Eras<String>,
    /// The releases at which only administrators may call it.
    pub admin_only: ReleaseSet,
    /// Ways to authenticate, each a list of schemes that are needed together. Nothing: anybody may call it.
    pub security: Eras<Vec<Vec<String>>>,
    /// Parameters in path, query, headers and cookies.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<RequestBody>,
    /// The documented responses.
    pub responses: Vec<Response>,
}

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Where it stands in the request.
    pub place: ParameterLocation,
    /// Name, life and schema.
    pub property: Property,
    /// How its value becomes text, where that is not as usual at its place.
    pub serialization: Option<Serialization>,
    /// Whether it may come without a value, whatever its schema says.
    pub allows_empty: bool,
}

/// Where in a request a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterLocation {
    /// In a segment of the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// The releases at which there is one.
    pub life: ReleaseSet,
    /// The releases at which it must be there.
    pub required: ReleaseSet,
    /// The media types it can have.
    pub content: Vec<Media>,
}

/// A documented response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// The status that it is for.
    pub status: Status,
    /// The releases at which it is documented.
    pub life: ReleaseSet,
    /// The media types it can have; nothing means no body.
    pub content: Vec<Media>,
    /// The headers that it promises.
    pub headers: Vec<Property>,
}

/// A status or a class of them, as a key of `responses`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A class: `2XX` is 2.
    Class(u16),
    /// Every other status.
    Default,
}

/// A body in one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    /// Where it was written.
    pub origin: Aside<Option<Origin>>,
    /// The media type, lower-case and without parameters.
    pub media_type: String,
    /// The releases at which it is documented.
    pub life: ReleaseSet,
    /// What the body is.
    pub schema: Option<Schema>,
    /// How fields of a form become text, where that is not as usual.
    pub encodings: Vec<Encoding>,
}

/// An HTTP method that OpenAPI knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of HTTP")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    const NAMES: [(&'static str, Self); 8] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
        ("trace", Self::Trace),
    ];

    /// Every method.
    pub const ALL: [Self; 8] =
        [Self::Get, Self::Put, Self::Post, Self::Delete, Self::Options, Self::Head, Self::Patch, Self::Trace];

    /// Its name as a key of a path item: lower-case.
    pub fn key(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, method)| *method == self).map_or("", |(name, _)| name)
    }
}

/// Prints the method as HTTP does: upper-case.
impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key().to_ascii_uppercase())
    }
}

/// A text that is not a method of OpenAPI, or no status key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither known nor allowed here")]
pub struct UnknownName(String);

impl FromStr for Method {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let found = Self::NAMES.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
        found.map(|(_, method)| method).ok_or_else(|| UnknownName(text.to_owned()))
    }
}

impl ParameterLocation {
    /// Every place, in the order in which reports name them.
    pub const ALL: [Self; 4] = [Self::Path, Self::Query, Self::Header, Self::Cookie];

    /// Its name as the value of a parameter's `in`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

impl Status {
    /// Whether a response with this status falls under the key.
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Code(code) => code == status,
            Self::Class(class) => status / 100 == class,
            Self::Default => true,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Class(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl FromStr for Status {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        let class = text.strip_suffix("XX").or_else(|| text.strip_suffix("xx"));
        match (text, class) {
            ("default", _) => Ok(Self::Default),
            (_, Some(class)) => class.parse().map(Self::Class).map_err(|_| UnknownName(text.to_owned())),
            _ => text.parse().map(Self::Code).map_err(|_| UnknownName(text.to_owned())),
        }
    }
}

impl Operation {
    /// Its newest id.
    pub fn id(&self) -> &str {
        self.ids.newest().map_or("", String::as_str)
    }

    /// The id that it has at a release.
    pub fn id_at(&self, release: Release) -> &str {
        self.ids.at(release).map_or_else(|| self.id(), String::as_str)
    }

    /// Whether it has this id at any release.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.iter().any(|(_, known)| known == id)
    }

    /// Whether the contract calls it deprecated at a release: by its flag, or by the state that it claims.
    pub fn is_deprecated_at(&self, release: Release) -> bool {
        let claimed = self.markers.at(release).and_then(History::state);
        self.deprecated.contains(release) || claimed == Some(&State::Deprecated)
    }

    /// Its newest path template.
    pub fn path(&self) -> &str {
        self.paths.newest().map_or("", String::as_str)
    }

    /// The path template that it has at a release.
    pub fn path_at(&self, release: Release) -> &str {
        self.paths.at(release).map_or_else(|| self.path(), String::as_str)
    }

    /// Method and path without the names of the parameters in it, which no client sends: what a server tells operations
    /// apart by.
    pub fn route(&self) -> (Method, String) {
        (self.method, nameless(self.path()))
    }

    /// The releases at which it lives under this id.
    pub fn life_as(&self, id: &str) -> ReleaseSet {
        let eras = self.ids.iter().filter(|(_, known)| *known == id);
        eras.fold(ReleaseSet::NONE, |all, (releases, _)| all | releases) & self.life
    }

    /// The documented response for a status: the exact one, else its class, else the default one.
    pub fn response(&self, status: u16) -> Option<&Response> {
        self.responses.iter().filter(|response| response.status.covers(status)).min_by_key(|response| response.status)
    }

    /// The parameters of one place.
    pub fn parameters_in(&self, place: ParameterLocation) -> impl Iterator<Item = &Property> {
        self.parameters.iter().filter(move |parameter| parameter.place == place).map(|parameter| &parameter.property)
    }
}

/// A path template with `{}` for each parameter.
fn nameless(template: &str) -> String {
    let (mut route, mut rest) = (String::new(), template);
    while let Some((before, (_, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        route.extend([before, "{}"]);
        rest = after;
    }
    route + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_has_no_names() {
        for (path, route) in [
            ("/a/{id}", "/a/{}"),
            ("/a/{x}-{y}.png", "/a/{}-{}.png"),
            ("/a/{id}:stop", "/a/{}:stop"),
            ("/a/{id", "/a/{id"),
            ("/a", "/a"),
        ] {
            assert_eq!(nameless(path), route);
        }
    }

    #[test]
    fn statuses_read_print_and_cover() {
        for (text, status, covered) in [("200", Status::Code(200), 200), ("2XX", Status::Class(2), 204)] {
            assert_eq!(text.parse(), Ok(status));
            assert_eq!(status.to_string(), text);
            assert!(status.covers(covered) && !status.covers(404));
        }
        assert!(Status::Default.covers(500));
        assert!("2OO".parse::<Status>().is_err());
    }
}
