//! One entry of an access log, whoever wrote it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::caddy::{Fields, Parts, Sent};
use super::members::{Role, role};
use crate::exchange::{Body, Exchange, Headers, ItemLocation, Request, Response, Url};
use crate::json::{Lenient, Text, lenient};
use crate::recorded::never_has_body;

/// One entry, as far as it matters here.
#[derive(Default)]
pub(super) struct Entry<'t> {
    method: Cow<'t, str>,
    target: Cow<'t, str>,
    /// The rank of the target: the least so far.
    rank: Option<u8>,
    query: Cow<'t, str>,
    status: u16,
    host: Cow<'t, str>,
    scheme: Cow<'t, str>,
    request: Headers,
    answer: Headers,
    beside: Headers,
}

impl<'t> Entry<'t> {
    /// Whether it is of a request that was answered.
    pub(super) fn is_answered(&self) -> bool {
        self.is_of_request() && self.status > 0
    }

    /// Whether it is of a request: what a server cannot make out has no method in its log, or `-`.
    fn is_of_request(&self) -> bool {
        let is_method = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
        !self.method.is_empty() && self.method.bytes().all(is_method) && !self.target.is_empty()
    }

    /// The exchange; nothing where it is of something else.
    pub(super) fn into_exchange(self, place: ItemLocation) -> Option<Exchange> {
        if !self.is_of_request() {
            return None;
        }
        let url = Url::parse(&self.address());
        let head = self.method.eq_ignore_ascii_case("HEAD");
        let bodyless = never_has_body(head, self.status);
        let body = if bodyless { Body::None } else { Body::Unknown };
        let response = Response { status: self.status, headers: self.answer.into_excerpt(), body, recorded_type: None };
        let request = Request {
            method: self.method.into_owned(),
            url,
            headers: self.request.into_excerpt(),
            body: Body::Unknown,
            recorded_type: None,
        };
        Some(Exchange {
            place,
            request: Some(request),
            response: (self.status > 0).then_some(response),
            server_version: None,
            beside: self.beside,
        })
    }

    /// Where the request went to, with scheme and host where both are known.
    fn address(&self) -> Cow<'_, str> {
        let has_origin = !self.host.is_empty() && !self.scheme.is_empty() && self.target.starts_with('/');
        let lacks_query = !self.query.is_empty() && !self.target.contains('?');
        if !has_origin && !lacks_query {
            return Cow::Borrowed(&self.target);
        }
        let origin = if has_origin { [&self.scheme, "://", &self.host] } else { [""; 3] };
        let query = if lacks_query { ["?", &self.query] } else { [""; 2] };
        Cow::Owned([&origin.concat(), &*self.target, &query.concat()].concat())
    }

    fn set_target(&mut self, rank: u8, target: Cow<'t, str>) {
        if self.rank.is_none_or(|known| rank < known) && !target.is_empty() {
            (self.rank, self.target) = (Some(rank), target);
        }
    }

    /// `GET /api/albums HTTP/1.1`
    fn set_line(&mut self, line: &str) {
        let mut words = line.split(' ');
        let (Some(method), Some(target), Some(_)) = (words.next(), words.next(), words.next()) else { return };
        if self.method.is_empty() {
            self.method = Cow::Owned(method.to_owned());
        }
        self.set_target(0, Cow::Owned(target.to_owned()));
    }

    fn set_request(&mut self, request: Sent<'t>) {
        match request {
            Sent::Line(line) => self.set_line(&line),
            Sent::Parts(Parts { method, target, host, is_encrypted, fields }) => {
                let scheme = if is_encrypted { "https" } else { "http" };
                (self.method, self.host, self.scheme) = (method, host, scheme.into());
                self.set_target(0, target);
                fields.add_to(&mut self.request);
            }
            Sent::Else => {}
        }
    }

    /// Takes in a member that is a text or a number. nginx writes an empty text, or `-`, where there is nothing.
    fn set(&mut self, role: Role<'_>, value: Scalar<'t>) {
        if role == Role::Status {
            self.status = value.status().unwrap_or_default();
            return;
        }
        let text = value.into_text();
        if matches!(&*text, "" | "-") {
            return;
        }
        match role {
            Role::Method => self.method = text,
            Role::Target(rank) => self.set_target(rank, text),
            Role::Query => self.query = text,
            Role::Host => self.host = text,
            Role::Scheme => self.scheme = text,
            Role::RequestHeader(name) => self.request.add(&dashed(name), &text),
            Role::AnswerHeader(name) => self.answer.add(&dashed(name), &text),
            Role::Other(name) => self.beside.add(name, &text),
            Role::Request | Role::Status | Role::AnswerHeaders => {}
        }
    }
}

/// The name of a header field: nginx writes an underscore for each dash.
fn dashed(name: &str) -> Cow<'_, str> {
    if name.contains('_') { name.replace('_', "-").into() } else { name.into() }
}

impl<'de: 't, 't> Deserialize<'de> for Entry<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry<'de>, A::Error> {
        let mut entry = Entry::default();
        while let Some(name) = map.next_key::<Text<'_>>()? {
            match role(&name.0) {
                Role::Request => entry.set_request(map.next_value()?),
                Role::AnswerHeaders => map.next_value::<Fields<'_>>()?.add_to(&mut entry.answer),
                role => entry.set(role, map.next_value()?),
            }
        }
        Ok(entry)
    }
}

/// A member that is a text or a number.
#[derive(Debug)]
pub(super) enum Scalar<'t> {
    Text(Cow<'t, str>),
    Number(u64),
    Else,
}

impl<'t> Scalar<'t> {
    /// The text; an empty one where it is something else.
    pub(super) fn into_text(self) -> Cow<'t, str> {
        match self {
            Self::Text(text) => text,
            Self::Number(_) | Self::Else => Cow::Borrowed(""),
        }
    }

    /// The status that it is, if it is one.
    fn status(&self) -> Option<u16> {
        match self {
            Self::Text(text) => text.parse().ok(),
            Self::Number(number) => u16::try_from(*number).ok(),
            Self::Else => None,
        }
    }
}

impl<'de> Lenient<'de> for Scalar<'de> {
    fn other() -> Self {
        Self::Else
    }

    fn text(text: Cow<'de, str>) -> Self {
        Self::Text(text)
    }

    fn number(number: u64) -> Self {
        Self::Number(number)
    }
}

impl<'de: 't, 't> Deserialize<'de> for Scalar<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::<Scalar<'de>, D>(deserializer)
    }
}
