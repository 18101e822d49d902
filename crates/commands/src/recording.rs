//! Exchanges as they may be kept: NDJSON of exchanges, without secrets.

use std::iter;
use std::ops::ControlFlow;

use contract::Contract;
use secrets::{Gatherer, MASK, Memory, Names, mask_value};
use serde_json::{Map, Value};
use validator::capture::{Captures, Options};
use validator::check::credentials;
use validator::exchange::Item;

use crate::failure::Failure;

/// The same lines with all secrets masked: those that tell themselves by name or form, and those wherever they come again,
/// also in lines before. Of a body that is no text only its size is kept. `name` is what errors call the lines.
pub fn masked(contract: &Contract, name: &str, lines: Vec<u8>) -> Result<String, Failure> {
    let mut masker = Masker::new(contract);
    let text = String::from_utf8(lines).map_err(|error| Failure::of(name, error))?;
    Captures::from_bytes(name, text.as_bytes().to_vec(), Options::default()).for_each(|item| {
        masker.learn(&item);
        ControlFlow::Continue(())
    })?;
    let mut out = String::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let fail = |error| Failure::of(format_args!("{name}:{number}"), error);
        let exchange: Map<String, Value> = serde_json::from_str(line).map_err(fail)?;
        out.push_str(&Value::Object(masker.masked(exchange)).to_string());
        out.push('\n');
    }
    Ok(out)
}

/// Masks exchanges one after the other: what tells itself to be secret, and what was secret in those before.
pub struct Masker {
    names: Names,
    gatherer: Gatherer,
    memory: Memory,
}

impl Masker {
    /// One that goes by what a contract says of credentials.
    pub fn new(contract: &Contract) -> Self {
        let names = credentials::names(contract);
        Self { gatherer: Gatherer::new(names.clone()), names, memory: Memory::default() }
    }

    /// Learns what is secret in an exchange, before any line of it is masked.
    pub fn learn(&mut self, item: &Item) {
        if let Item::Exchange(exchange) = item {
            credentials::gather(&mut self.gatherer, exchange);
            self.gatherer.take().iter().for_each(|secret| self.memory.learn(secret));
        }
    }

    /// An exchange, as NDJSON has it, without what is known to be secret.
    pub fn masked(&self, exchange: Map<String, Value>) -> Map<String, Value> {
        let sides = exchange.into_iter().map(|(side, message)| {
            let sent = message.get(HEADERS).cloned().unwrap_or_default();
            let mut message = kept(&self.names, message);
            self.memory.mask_value(&mut message);
            message.get_mut(HEADERS).into_iter().for_each(|headers| keep_kinds(headers, &sent));
            (side, message)
        });
        sides.collect()
    }
}

/// The member that has a body that is text, the one for other bodies, and the one that says why there is none.
const TEXT: &str = "bodyText";
const BASE64: &str = "bodyBase64";
const OMITTED: &str = "bodyOmitted";
/// The member that has the header fields.
const HEADERS: &str = "headers";

/// Of a credential in a header field is kept of which kind it is: the scheme, the names of cookies.
fn keep_kinds(headers: &mut Value, sent: &Value) {
    if let (Value::Array(headers), Value::Array(sent)) = (headers, sent) {
        headers.iter_mut().zip(sent).for_each(|(field, sent)| keep_kind(field, sent));
    }
}

fn keep_kind(field: &mut Value, sent: &Value) {
    let (Some(name), Some(value)) = (text(sent, "name"), text(sent, "value")) else { return };
    let masked = match name.to_ascii_lowercase().as_str() {
        "authorization" | "proxy-authorization" => value.split_once(' ').map(|(scheme, _)| format!("{scheme} {MASK}")),
        "cookie" => Some(value.split(';').map(without_value).collect::<Vec<_>>().join("; ")),
        "set-cookie" => {
            let (cookie, attributes) = value.split_once(';').unwrap_or((value, ""));
            let attributes = if attributes.is_empty() { String::new() } else { format!(";{attributes}") };
            Some(without_value(cookie) + &attributes)
        }
        _ => None,
    };
    if let (Some(masked), Some(field)) = (masked, field.as_object_mut()) {
        field.insert("value".to_owned(), masked.into());
    }
}

/// Of a secret in a body is kept what a contract may ask of it: whether it is a number, whether there are only digits, and
/// whether it is empty, short or long.
fn keep_form(masked: &mut Value, sent: &Value) {
    match (masked, sent) {
        (Value::Array(masked), Value::Array(sent)) => {
            masked.iter_mut().zip(sent).for_each(|(masked, sent)| keep_form(masked, sent));
        }
        (Value::Object(masked), Value::Object(sent)) => {
            masked.iter_mut().zip(sent).for_each(|((_, masked), (_, sent))| keep_form(masked, sent));
        }
        (masked, Value::Number(_)) if *masked == MASK => *masked = 0.into(),
        (masked, Value::String(sent)) if *masked == MASK => *masked = stand_in(sent).into(),
        _ => {}
    }
}

/// As long as passwords have to be.
const LONG: usize = 8;

fn stand_in(secret: &str) -> String {
    match secret.chars().count() {
        0 => String::new(),
        length if length <= LONG && secret.bytes().all(|byte| byte.is_ascii_digit()) => "0".repeat(length),
        LONG.. => "*".repeat(LONG),
        _ => MASK.to_owned(),
    }
}

fn text<'v>(field: &'v Value, member: &str) -> Option<&'v str> {
    field.get(member).and_then(Value::as_str)
}

/// A cookie without its value.
fn without_value(cookie: &str) -> String {
    cookie.trim().split_once('=').map_or_else(|| MASK.to_owned(), |(name, _)| format!("{name}={MASK}"))
}

/// One side of an exchange. A body that is JSON is masked by its members.
fn kept(names: &Names, message: Value) -> Value {
    let Value::Object(mut message) = message else { return message };
    let body = message.remove(TEXT);
    if message.remove(BASE64).is_some() {
        message.insert(OMITTED.to_owned(), "not text".into());
    }
    let Value::Object(mut kept) = mask_value(names, iter::empty(), &Value::Object(message)) else {
        return Value::Null;
    };
    if let Some(body) = body {
        let document = body.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
        let body = match document {
            // As it was written, with keys that stand twice and numbers of any length, where nothing of it is secret; nor
            // is what a reader of JSON does not see of it: the first value of such a key.
            Some(document) => match mask_value(names, iter::empty(), &document) {
                masked if masked == document && mask_value(names, iter::empty(), &body) == body => body,
                mut masked => {
                    keep_form(&mut masked, &document);
                    masked.to_string().into()
                }
            },
            None => mask_value(names, iter::empty(), &body),
        };
        kept.insert(TEXT.to_owned(), body);
    }
    Value::Object(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_secret_is_kept() {
        let contract = crate::contracts::built_in().unwrap();
        let lines = concat!(
            r#"{"request":{"method":"GET","url":"http://h/api/users/me?apiKey=hunter2222","headers":[{"name":"x-api-key","value":"hunter2222"}]},"#,
            r#""response":{"status":200,"headers":[],"bodyText":"{\"id\":\"u\",\"seen\":\"hunter2222\"}"}}"#,
            "\n",
            r#"{"request":{"method":"POST","url":"http://h/api/auth/login","headers":[],"bodyText":"{\"email\":\"a@b.c\",\"password\":\"tops3cret\"}"},"#,
            r#""response":{"status":201,"headers":[],"bodyBase64":"aHVudGVyMjIyMg=="}}"#,
            "\n"
        );
        let kept = masked(&contract, "a", lines.as_bytes().to_vec()).unwrap();
        assert!(!kept.contains("hunter2222") && !kept.contains("tops3cret"), "{kept}");
        assert!(!kept.contains("aHVudGVyMjIyMg"), "{kept}");
        assert!(kept.contains(r#"\"email\":\"a@b.c\""#) && kept.contains("/api/auth/login"), "{kept}");
        assert_eq!(kept.lines().count(), 2);
    }

    #[test]
    fn of_a_credential_is_kept_of_which_kind_it_is() {
        let field = |name: &str, value: &str| serde_json::json!({"name": name, "value": value});
        for (name, value, expected) in [
            ("Authorization", "Bearer abcdefgh", "Bearer ***"),
            ("Authorization", "abcdefgh", "***"),
            (
                "cookie",
                "immich_access_token=abcdefgh; immich_auth_type=password;x",
                "immich_access_token=***; immich_auth_type=***; ***",
            ),
            ("Set-Cookie", "a=abcdefgh; Path=/; HttpOnly", "a=***; Path=/; HttpOnly"),
            ("set-cookie", "a=abcdefgh", "a=***"),
            ("accept", "a=b", "a=b"),
        ] {
            let mut masked = field(name, "***");
            keep_kind(&mut masked, &field(name, value));
            let expected = if name == "accept" { "***" } else { expected };
            assert_eq!(masked, field(name, expected));
        }
    }

    #[test]
    fn of_a_secret_in_a_body_its_form_is_kept() {
        for (body, expected) in [
            (r#"{"password":"tops3cret"}"#, r#"{"password":"********"}"#),
            (r#"{"password":"short"}"#, r#"{"password":"***"}"#),
            (r#"{"password":"","name":"a"}"#, r#"{"password":"","name":"a"}"#),
            (r#"[{"pinCode":"123456"},{"pinCode":123456}]"#, r#"[{"pinCode":"000000"},{"pinCode":0}]"#),
            (r#"{"id": 1,"id": 2}"#, r#"{"id": 1,"id": 2}"#),
            (r#"{"password":"abc","password":null}"#, r#"{"password":null}"#),
        ] {
            assert_eq!(kept(&Names::default(), serde_json::json!({TEXT: body}))[TEXT], expected);
        }
    }

    #[test]
    fn what_is_no_exchange_is_told() {
        let contract = Contract::default();
        let why = masked(&contract, "a", b"{\"request\": 1".to_vec()).unwrap_err();
        assert!(why.to_string().starts_with("a:1"), "{why}");
    }
}
