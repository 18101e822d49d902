//! Finds the secrets of a message, so that they are known where they come again.

use std::borrow::Cow;
use std::hash::BuildHasher;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use foldhash::fast::RandomState;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeSeed;

use crate::document::Document;
use crate::names::Told;
use crate::scan;
use crate::words::is_beside;
use crate::{Names, TELLING_LENGTH};

/// JSON within a string of JSON is read as often as this.
const DEEPEST: usize = 3;

/// So many fields are known to have been looked at: no more than a core has at hand.
const MOST_SEEN: u64 = 1 << 11;

/// Gathers the secrets of messages, one after another.
#[derive(Default)]
pub struct Gatherer {
    pub(crate) names: Names,
    found: Vec<String>,
    /// Strings below a member that another one may name.
    pub(crate) watched: Vec<String>,
    pub(crate) is_watching: bool,
    /// The hashes of fields that were looked at, each where its remainder is: each exchange repeats most of those of the one
    /// before it.
    seen: Vec<u64>,
    mixing: RandomState,
}

impl Gatherer {
    /// One that goes by these names.
    pub fn new(names: Names) -> Self {
        Self { names, ..Self::default() }
    }

    /// What was found since this was asked last, in order; what is shorter than a secret can be told by is not among it.
    pub fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.found)
    }

    /// Looks at a header, a query key, a cookie or a field of a form.
    pub fn field(&mut self, name: &str, value: &str) {
        if self.was_seen(name, value) {
            return;
        }
        match self.names.told(name) {
            Told::Secret => self.secret(value),
            Told::About => {}
            Told::Nothing => self.content(value, DEEPEST),
        }
    }

    /// Whether a field was looked at already, and not too long ago; from now on it was.
    fn was_seen(&mut self, name: &str, value: &str) -> bool {
        let hash = self.mixing.hash_one((name, value));
        let place = usize::try_from(hash % MOST_SEEN).unwrap_or_default();
        if self.seen.len() <= place {
            self.seen.resize(place + 1, 0);
        }
        self.seen.get_mut(place).is_some_and(|seen| std::mem::replace(seen, hash) == hash)
    }

    /// Looks at a running text: an address, a body that is no JSON.
    pub fn text(&mut self, text: &str) {
        self.text_within(text, DEEPEST);
    }

    /// Looks at a text, and as often as this at the secrets in it: one may be written within another.
    fn text_within(&mut self, text: &str, deeper: usize) {
        for place in scan::secrets(&self.names, text) {
            let secret = text.get(place.clone()).unwrap_or_default();
            self.secret(secret);
            if let Some(deeper) = deeper.checked_sub(1) {
                self.text_within(secret, deeper);
            }
            if text.get(place.end..).is_some_and(|rest| rest.starts_with('@')) {
                self.password(secret);
            }
        }
    }

    /// Looks at a body: JSON, a form or text.
    pub fn body(&mut self, text: &str) {
        let is_json = self.json(text, DEEPEST);
        self.rest_of_body(text, is_json);
    }

    /// Looks at what a reader of JSON does not see: all of what is none.
    pub fn rest_of_body(&mut self, text: &str, is_json: bool) {
        // Who does not undo the escapes of JSON shows what stands between them.
        if !is_json || text.contains("\\u") {
            self.text(text);
        }
    }

    /// What stands in a text that may be JSON.
    pub(crate) fn content(&mut self, text: &str, deeper: usize) {
        let looks_like_json = matches!(text.trim_start().as_bytes().first(), Some(b'{' | b'['));
        if !(looks_like_json && deeper > 0 && self.json(text, deeper - 1)) {
            self.text(text);
        }
    }

    /// What reads a JSON document and gathers. What is gathered of a text that turns out to be none does no harm.
    pub fn document(&mut self) -> impl for<'de> DeserializeSeed<'de, Value = ()> {
        Document { gatherer: self, deeper: DEEPEST }
    }

    /// Whether it is JSON.
    fn json(&mut self, text: &str, deeper: usize) -> bool {
        let mut json = serde_json::Deserializer::from_str(text);
        Document { gatherer: self, deeper }.deserialize(&mut json).and_then(|()| json.end()).is_ok()
    }

    /// A value that stands under a telling name, as it is and as often decoded as it was encoded.
    pub(crate) fn secret(&mut self, value: &str) {
        let mut value = Cow::Borrowed(value);
        for _ in 0..=DEEPEST {
            self.whole_and_pieces(&value);
            let Ok(Cow::Owned(decoded)) = percent_decode_str(&value).decode_utf8() else { return };
            value = decoded.into();
        }
    }

    /// A value, and what is in it beside names and schemes.
    fn whole_and_pieces(&mut self, value: &str) {
        self.add(value);
        let attributes = value.split([';', '\n', '\r']).filter(|attribute| self.may_be_secret(pair(attribute).0));
        let words =
            attributes.flat_map(|attribute| attribute.split([',', '?', '&', '#'])).flat_map(str::split_whitespace);
        let words = words.filter(|word| !self.is_emptied(word));
        let pairs = words.map(pair).filter(|(name, _)| self.may_be_secret(name));
        let pieces: Vec<&str> = pairs.map(|(_, value)| value).collect();
        for piece in pieces {
            self.piece(piece);
        }
        if value.contains("\\u") {
            value.split("\\u").for_each(|piece| self.add(piece.get(4..).unwrap_or_default()));
        }
    }

    /// Whether what stands beside a secret, under this name, may be one.
    fn may_be_secret(&self, name: &str) -> bool {
        name.is_empty() || !is_beside(name) && self.names.told(name) != Told::About
    }

    /// Whether a word is a name without a value, as of a cookie that is taken back. No secret in base64 is all lowercase.
    fn is_emptied(&self, word: &str) -> bool {
        let is_of_names = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-');
        word.strip_suffix('=')
            .is_some_and(|name| name.bytes().all(is_of_names) && self.names.told(name) == Told::Secret)
    }

    /// One word of a value: as it is, without quotes, and the password in it where it is HTTP's Basic (RFC 7617).
    fn piece(&mut self, piece: &str) {
        self.add(piece);
        self.add(piece.trim_matches(|letter: char| !letter.is_alphanumeric()));
        let decoded = STANDARD.decode(piece).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(pair) = decoded {
            self.password(&pair);
        }
    }

    /// The password of `user:password`.
    fn password(&mut self, pair: &str) {
        pair.split_once(':').iter().for_each(|(_, password)| self.add(password));
    }

    pub(crate) fn add(&mut self, secret: &str) {
        let secret = secret.trim();
        if secret.len() >= TELLING_LENGTH && !self.names.is_public(secret) && !is_date(secret) {
            self.found.push(secret.to_owned());
        }
    }
}

/// The name, if there is one, and the value of an attribute. What base64 ends with is no sign of equality.
fn pair(text: &str) -> (&str, &str) {
    text.split_once('=').filter(|(_, value)| !value.trim_matches('=').is_empty()).unwrap_or(("", text))
}

/// Whether a text begins as a date does: that is no secret, wherever it stands.
fn is_date(text: &str) -> bool {
    let date = text.as_bytes().get(..10).unwrap_or_default();
    date.len() == 10
        && date
            .iter()
            .zip(b"0000-00-00")
            .all(|(byte, form)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(look: impl Fn(&mut Gatherer)) -> Vec<String> {
        let mut gatherer = Gatherer::default();
        look(&mut gatherer);
        let mut found = gatherer.take();
        found.sort();
        found.dedup();
        found
    }

    #[test]
    fn bodies_tell_their_secrets() {
        for (body, secrets) in [
            (
                r#"{"a":[{"token":["abcdefgh",["ijklmnop"],{"b":"01234567"}],"pass\u0077ord":"qrstuvwx"}]}"#,
                vec!["01234567", "abcdefgh", "ijklmnop", "qrstuvwx"],
            ),
            (r#"{"token":"abcdefgh","token":"ijklmnop"}"#, vec!["abcdefgh", "ijklmnop"]),
            (r#"{"pinCode":1234567,"id":7654321}"#, vec!["1234567"]),
            (r#"{"pinCode":-1234567,"token":12345.75}"#, vec!["-1234567", "12345.75"]),
            (r#"{"apiKey":{"id":"abcdefgh","name":"ijklmnop","value":"qrstuvwx"}}"#, vec!["abcdefgh", "qrstuvwx"]),
            (r#"{"value":["abcdefgh"],"name":"x-api-key"}"#, vec!["abcdefgh"]),
            (r#"{"token":"2024-01-31T00:00"}"#, vec![]),
            (r#"{"key":"password","value":"abcdefgh"}"#, vec!["abcdefgh"]),
            (r#"{"name":"x-api-key","album":"abcdefgh"}"#, vec![]),
            (r#"{"name":"album","value":{"secret":"abcdefgh","x":"ijklmnop"}}"#, vec!["abcdefgh"]),
            (r#"{"payload":"{\"password\":\"abcdefgh\"}"}"#, vec!["abcdefgh"]),
            (r#"{"link":"https://me:abcdefgh@host/x?key=ijklmnop"}"#, vec!["abcdefgh", "ijklmnop", "me:abcdefgh"]),
            (r#"{"password":"abcdefgh","#, vec!["abcdefgh"]),
            ("a=1&password=abcdefgh&user%5Bpin%5D=ijklmnop", vec!["abcdefgh", "ijklmnop"]),
            (r#"{"password":"short","name":"a much longer one"}"#, vec![]),
        ] {
            assert_eq!(gathered(|gatherer| gatherer.body(body)), secrets, "{body}");
        }
    }

    /// Servers name keys and sessions by a UUID; that opens nothing.
    #[test]
    fn an_id_below_a_telling_name_is_secret_unless_it_is_a_uuid() {
        for (id, is_uuid) in [
            ("0f8fad5b-d9cb-469f-a165-70867728950e", true),
            ("0F8FAD5B-D9CB-469F-A165-70867728950E", true),
            ("0f8fad5b-d9cb-469f-a165-70867728950e0", false),
            ("0f8fad5b-d9cb-469f-a165-70867728950", false),
            ("0f8fad5b0d9cb0469f0a165070867728950e", false),
            ("0f8fad5b-d9cb-469f-a165-70867728950g", false),
        ] {
            let body = format!(r#"{{"sessionToken":{{"id":"{id}"}}}}"#);
            let secrets = if is_uuid { vec![] } else { vec![id] };
            assert_eq!(gathered(|gatherer| gatherer.body(&body)), secrets, "{body}");
        }
    }

    #[test]
    fn json_within_strings_of_json_is_read_to_its_end() {
        let mut body = r#"{"password":"abcdefgh"}"#.to_owned();
        for depth in 0..=2 * DEEPEST {
            let found = gathered(|gatherer| gatherer.body(&body));
            assert!(depth > DEEPEST || found == ["abcdefgh"], "{depth}: {found:?}");
            body = serde_json::json!({ "payload": body }).to_string();
        }
    }

    #[test]
    fn headers_tell_their_secrets() {
        for (name, value, secrets) in [
            ("X-Api-Key", "abcdefgh", vec!["abcdefgh"]),
            ("Authorization", "Bearer abcdefgh", vec!["Bearer abcdefgh", "abcdefgh"]),
            (
                "Authorization",
                "Basic bWU6YWJjZGVmZ2g=",
                vec!["Basic bWU6YWJjZGVmZ2g=", "abcdefgh", "bWU6YWJjZGVmZ2g", "bWU6YWJjZGVmZ2g="],
            ),
            (
                "Cookie",
                "immich_access_token=abcdefgh; immich_auth_type=oauth2-of-us",
                vec!["abcdefgh", "immich_access_token=abcdefgh; immich_auth_type=oauth2-of-us"],
            ),
            (
                "Set-Cookie",
                "a=abcdefgh; Path=/photos/of/us; Expires=Sat, 01 Jan 2028 00:00:02 GMT",
                vec!["a=abcdefgh; Path=/photos/of/us; Expires=Sat, 01 Jan 2028 00:00:02 GMT", "abcdefgh"],
            ),
            ("Referer", "https://host/x?token=abcdefgh", vec!["abcdefgh"]),
            ("Set-Cookie", "immich_access_token=; Path=/", vec!["immich_access_token=; Path=/"]),
            ("Accept", "application/json", vec![]),
        ] {
            assert_eq!(gathered(|gatherer| gatherer.field(name, value)), secrets, "{name}");
        }
    }
}
