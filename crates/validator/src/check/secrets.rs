//! Keeps the secrets of a capture out of reports.
//!
//! Two nets: what stands under a telling name is masked wherever it is shown, and whatever an exchange holds under such
//! names is masked wherever else it turns up.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::capture::json;
use crate::exchange::{Body, Exchange, PartValue};

/// What stands in place of a secret.
pub(crate) const MASK: &str = "***";

/// Names, lower-case and without `-` and `_`, under which secrets stand in headers, queries, cookies and bodies; the
/// shorter first, so that a name is looked up by its length before its letters.
const NAMES: &[&str] = &[
    "key",
    "code",
    "slug",
    "token",
    "apikey",
    "cookie",
    "secret",
    "pincode",
    "xapikey",
    "password",
    "setcookie",
    "licensekey",
    "sessionkey",
    "accesstoken",
    "newpassword",
    "clientsecret",
    "codeverifier",
    "activationkey",
    "authorization",
    "ximmichsharekey",
    "ximmichshareslug",
    "ximmichusertoken",
    "immichaccesstoken",
    "proxyauthorization",
    "ximmichsessiontoken",
];

/// How long they are at most.
const LONGEST_NAME: usize = 19;

/// A secret shorter than this is only masked under its name: it would be found in too much that is none.
const TELLING_LENGTH: usize = 6;

/// Whether what stands under this name is secret.
pub(crate) fn is_secret(name: &str) -> bool {
    let mut plain = [0; LONGEST_NAME];
    let mut length = 0;
    for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
        let Some(into) = plain.get_mut(length) else { return false };
        *into = byte.to_ascii_lowercase();
        length += 1;
    }
    let plain = plain.get(..length).unwrap_or_default();
    NAMES.binary_search_by(|known| known.len().cmp(&length).then_with(|| known.as_bytes().cmp(plain))).is_ok()
}

/// A value as it may be shown under a name: secrets below it masked, and itself if the name is a secret's.
pub(crate) fn masked(name: &str, value: &Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) => value.clone(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), masked(name, value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(|item| masked(name, item)).collect(),
        _ if is_secret(name) => Value::from(MASK),
        _ => value.clone(),
    }
}

/// The secrets of one exchange.
#[derive(Default)]
pub(crate) struct Secrets(Option<AhoCorasick>);

/// Secrets while they are gathered.
#[derive(Default)]
struct Gathered(BTreeSet<String>);

impl Secrets {
    /// Gathers what an exchange holds under telling names.
    pub(crate) fn of(exchange: &Exchange) -> Self {
        let mut gathered = Gathered::default();
        if let Some(request) = &exchange.request {
            request.headers.iter().for_each(|(name, value)| gathered.field(name, value));
            request.url.query_pairs().for_each(|(name, value)| gathered.field(&name, &value));
            gathered.body(&request.body);
        }
        if let Some(response) = &exchange.response {
            response.headers.iter().for_each(|(name, value)| gathered.field(name, value));
            gathered.body(&response.body);
        }
        gathered.ready()
    }

    /// The secrets of a bare body.
    pub(crate) fn of_value(value: &Value) -> Self {
        let mut gathered = Gathered::default();
        gathered.value("", value);
        gathered.ready()
    }

    /// A text without the secrets.
    pub(crate) fn scrub<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.0 {
            Some(finder) if finder.is_match(text) => {
                let mut clean = String::with_capacity(text.len());
                finder.replace_all_with(text, &mut clean, |_, _, clean| {
                    clean.push_str(MASK);
                    true
                });
                Cow::Owned(clean)
            }
            _ => Cow::Borrowed(text),
        }
    }

    /// A value without the secrets, those that stand in it as part of a text included.
    pub(crate) fn scrub_value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::from(self.scrub(text).into_owned()),
            Value::Array(items) => items.iter().map(|item| self.scrub_value(item)).collect(),
            Value::Object(members) => {
                let clean = |(name, value): (&String, &Value)| (self.scrub(name).into_owned(), self.scrub_value(value));
                Value::Object(members.iter().map(clean).collect())
            }
            other => other.clone(),
        }
    }
}

impl Gathered {
    /// One automaton finds them all in one pass; the longest of several that begin alike is masked.
    fn ready(self) -> Secrets {
        if self.0.is_empty() {
            return Secrets::default();
        }
        // Each automaton reads a few lines only: what counts is how soon it is made.
        let kind = Some(AhoCorasickKind::NoncontiguousNFA);
        let mut builder = AhoCorasick::builder();
        Secrets(
            builder
                .match_kind(MatchKind::LeftmostLongest)
                .kind(kind)
                .dense_depth(1)
                .prefilter(false)
                .build(&self.0)
                .ok(),
        )
    }

    /// A header, a query key or a field of a form. The schemes and names around tokens are no secrets.
    fn field(&mut self, name: &str, value: &str) {
        if !is_secret(name) {
            return;
        }
        let pairs = value.split(';').map(|pair| pair.split_once('=').map_or(pair, |(_, value)| value));
        for token in pairs.flat_map(str::split_whitespace).chain([value]) {
            self.add(token.trim());
        }
    }

    fn add(&mut self, secret: &str) {
        if secret.len() >= TELLING_LENGTH {
            self.0.insert(secret.to_owned());
        }
    }

    fn body(&mut self, body: &Body) {
        if let Body::Parts(parts) = body {
            for part in parts {
                if let PartValue::Text(text) = &part.value {
                    self.field(&part.name, text);
                }
            }
        }
        let Some(bytes) = body.bytes() else { return };
        if !self.json(bytes) {
            form_urlencoded::parse(bytes).for_each(|(name, value)| self.field(&name, &value));
        }
    }

    /// Whether it is JSON. What is gathered of a text that turns out to be none does no harm.
    fn json(&mut self, bytes: &[u8]) -> bool {
        let under = Under { is_secret: false, gathered: self };
        if plan::utf8(bytes).and_then(|text| json::read_as(text, under)).is_some() {
            return true;
        }
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let under = Under { is_secret: false, gathered: self };
        under.deserialize(&mut json).and_then(|()| json.end()).is_ok()
    }

    fn value(&mut self, name: &str, value: &Value) {
        match value {
            Value::Object(members) => members.iter().for_each(|(name, value)| self.value(name, value)),
            Value::Array(items) => items.iter().for_each(|item| self.value(name, item)),
            Value::String(text) if is_secret(name) => self.add(text),
            _ => {}
        }
    }
}

/// Gathers what stands under telling names in JSON, of which nothing else is kept.
struct Under<'g> {
    /// Whether it stands under one itself.
    is_secret: bool,
    gathered: &'g mut Gathered,
}

impl<'de> DeserializeSeed<'de> for Under<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Under<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if self.is_secret {
            self.gathered.add(text);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self { is_secret, gathered } = self;
        while seq.next_element_seed(Under { is_secret, gathered: &mut *gathered })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name { is_secret }) = map.next_key()? {
            map.next_value_seed(Under { is_secret, gathered: &mut *self.gathered })?;
        }
        Ok(())
    }
}

/// The name of a member, as far as it matters.
struct Name {
    is_secret: bool,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(Name { is_secret: is_secret(name) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_tell_however_they_are_written() {
        for name in ["password", "newPassword", "x-api-key", "X-Api-Key", "accessToken", "Set-Cookie", "api_key"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["id", "monkey", "keyword", "tokens", "name", "", "proxy-authorization-of-mine"] {
            assert!(!is_secret(name), "{name}");
        }
        assert!(NAMES.is_sorted_by_key(|name| (name.len(), *name)) && NAMES.iter().all(|name| is_secret(name)));
    }

    #[test]
    fn values_are_masked_under_their_names() {
        let value = json!({"name": "a", "password": "hunter2", "keys": [{"secret": "s3cret"}], "token": null});
        let shown = json!({"name": "a", "password": "***", "keys": [{"secret": "***"}], "token": null});
        assert_eq!(masked("", &value), shown);
        assert_eq!(masked("pinCode", &json!(123_456)), json!("***"));
    }

    #[test]
    fn bodies_are_gathered_from_as_values_are() {
        let text = r#"{"a":[{"token":["abcdefgh",["ijklmnop"],{"b":"0123456"}],"pass\u0077ord":"qrstuvwx"}],"key":[null,1,2.5,true]}"#;
        let (mut read, mut walked) = (Gathered::default(), Gathered::default());
        read.body(&Body::Text(text.to_owned()));
        walked.value("", &serde_json::from_str(text).unwrap());
        assert_eq!(read.0, walked.0);
        assert_eq!(read.0.into_iter().collect::<Vec<_>>(), ["abcdefgh", "ijklmnop", "qrstuvwx"]);
    }

    #[test]
    fn a_key_that_occurs_twice_hides_no_secret() {
        let mut gathered = Gathered::default();
        gathered.body(&Body::Text(r#"{"token":"abcdefgh","token":"ijklmnop"}"#.to_owned()));
        assert_eq!(gathered.ready().scrub("abcdefgh ijklmnop"), "*** ***");
    }

    #[test]
    fn secrets_are_found_again_elsewhere() {
        let secrets = Secrets::of_value(&json!({"accessToken": "abcdefgh", "pinCode": "12"}));
        assert_eq!(secrets.scrub("see abcdefgh and 12"), "see *** and 12");
        let mut secrets = Gathered::default();
        secrets.field("Cookie", "immich_access_token=abcdefgh; immich_auth_type=password");
        secrets.field("Authorization", "Bearer 12345678");
        assert_eq!(secrets.ready().scrub("abcdefgh 12345678 Bear"), "*** *** Bear");
    }
}
