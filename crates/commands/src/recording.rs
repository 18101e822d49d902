//! Exchanges as they may be kept: NDJSON of exchanges, without secrets.

use std::iter;
use std::ops::ControlFlow;

use contract::Contract;
use secrets::{Gatherer, Memory, Names, mask_value};
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
    let mut masked = String::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let fail = |error| Failure::of(format_args!("{name}:{number}"), error);
        let exchange: Map<String, Value> = serde_json::from_str(line).map_err(fail)?;
        masked.push_str(&Value::Object(masker.masked(exchange)).to_string());
        masked.push('\n');
    }
    Ok(masked)
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
            let mut message = kept(&self.names, message);
            self.memory.mask_value(&mut message);
            (side, message)
        });
        sides.collect()
    }
}

/// The member that has a body that is text, the one for other bodies, and the one that says why there is none.
const TEXT: &str = "bodyText";
const BASE64: &str = "bodyBase64";
const OMITTED: &str = "bodyOmitted";

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
            // As it was written, with keys that stand twice and numbers of any length, where nothing of it is secret.
            Some(document) => match mask_value(names, iter::empty(), &document) {
                masked if masked == document => body,
                masked => masked.to_string().into(),
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
    fn what_is_no_exchange_is_told() {
        let contract = Contract::default();
        let why = masked(&contract, "a", b"{\"request\": 1".to_vec()).unwrap_err();
        assert!(why.to_string().starts_with("a:1"), "{why}");
    }
}
