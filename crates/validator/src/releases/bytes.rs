//! Values as bytes: the plan of a set of releases knows most of them without a document.

use std::collections::HashMap;

use contract::{Contract, ReleaseSet, Schema};
use plan::{SetPlan, SetScanner, Standing};

use super::Releases;
use crate::document::{Document, DocumentError};

/// How many bytes of a schema go by before its plan is compiled: walking over them takes about as long as that.
pub(super) const WORTH: usize = 64 * 1024;

/// The plans of schemas, each compiled when it is worth while.
#[derive(Default)]
pub(super) struct SetPlans {
    /// By the address of the schema, as the contract is borrowed as long as this lives, and the releases asked about.
    known: HashMap<(usize, ReleaseSet), Known>,
}

enum Known {
    /// So many bytes were asked about so far.
    Asked(usize),
    Compiled(Box<SetScanner>),
}

impl SetPlans {
    fn standing(&mut self, contract: &Contract, open: ReleaseSet, schema: &Schema, bytes: &[u8]) -> Option<Standing> {
        let key = (std::ptr::from_ref(schema) as usize, open);
        let known = self.known.entry(key).or_insert(Known::Asked(0));
        if let Known::Asked(before) = known {
            *before += bytes.len();
            if *before < WORTH {
                return None;
            }
            *known = Known::Compiled(Box::new(SetPlan::compile(contract, schema, open).scanner()));
        }
        match known {
            Known::Compiled(scanner) => scanner.check(bytes),
            Known::Asked(_) => None,
        }
    }
}

/// Whether no release of a set has anything to say of a value, be it only that something is deprecated.
pub(super) fn says_nothing(standing: Standing, open: ReleaseSet) -> bool {
    standing.declared == open && standing.strange.is_empty() && standing.deprecated == 0
}

impl<'c> Releases<'c> {
    /// The releases, of those that the contract covers, at which a JSON text is right: [`Self::of`] without a document
    /// where there is much of the schema, and nothing in the text is hard to tell.
    pub fn of_bytes(&mut self, schema: &'c Schema, bytes: &[u8]) -> Result<ReleaseSet, DocumentError> {
        match self.standing(self.contract.covers, schema, bytes) {
            Some(standing) => Ok(standing.right),
            None => Ok(self.of(schema, &Document::parse(bytes)?.value)),
        }
    }

    /// What the releases of `open` say of a JSON text, where that is known without a document.
    pub(super) fn standing(&mut self, open: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Option<Standing> {
        self.plans.standing(self.contract, open, schema, bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use contract::read;
    use report::{Report, Tool};
    use serde_json::{Value, json};

    use super::*;
    use crate::check::{BodyOf, Options};
    use crate::exchange::{BareBody, Item, ItemLocation};
    use crate::releases::{Answer, Checkers, Identifier};

    fn contract() -> Contract {
        let person = json!({"type": "object", "properties": {
            "id": {"type": "string"},
            "color": {"type": "string", "x-immich-life": "1.126.0.."},
            "old": {"type": "number", "x-immich-life": "..1.120.0"},
        }, "required": ["id"]});
        read::annotated(&json!({"$defs": {"X": person}})).unwrap().contract
    }

    /// Enough of a text that its plan is compiled.
    fn worthy(text: &str) -> usize {
        WORTH / text.len() + 2
    }

    fn body(source: &str, text: &str) -> Item {
        let place = ItemLocation { source: Arc::from(source), entry: 0, line: None };
        Item::Body(BareBody { place, bytes: text.as_bytes().to_vec() })
    }

    #[test]
    fn bytes_tell_what_values_tell_however_many_there_are() {
        let contract = contract();
        let schema = &contract.component("X").unwrap().schema;
        let mut releases = Releases::new(&contract);
        for text in [r#"{"id":"a"}"#, r#"{"id":"a","color":1}"#, r#"{"color":"red"}"#, r#"{"id":"\u0041","old":"x"}"#] {
            let value: Value = serde_json::from_str(text).unwrap();
            let expected = releases.of(schema, &value);
            for _ in 0..worthy(text) {
                assert_eq!(releases.of_bytes(schema, text.as_bytes()), Ok(expected), "{text}");
            }
        }
        assert!(releases.of_bytes(schema, b"{\"id\":").is_err());
    }

    #[test]
    fn who_told_the_same_before_is_not_looked_at_closely() {
        let contract = contract();
        let body_of = BodyOf::Component("X".to_owned());
        let mut identifier = Identifier::new(&contract, "", Some(&body_of)).unwrap();
        let mut ask = |source: &str, text: &str| identifier.answer(&body(source, text)).unwrap().unwrap();
        let (color, old) = (r#"{"id":"a","color":"red"}"#, r#"{"id":"a","old":1}"#);
        let first = ask("one", color);
        for _ in 0..worthy(color) {
            ask("one", color);
        }
        let sets = |answer: &Answer<'_>| (answer.possible.to_ranges(), answer.likely.to_ranges());
        for (source, text, is_close) in [
            ("one", color, false),
            ("one", old, true),
            ("one", old, false),
            ("two", color, true),
            ("two", color, false),
        ] {
            let answer = ask(source, text);
            assert_eq!((answer.is_close, answer.evidence.is_empty()), (is_close, !is_close), "{source} {text}");
            let likely = if text == color { "1.126.0.." } else { "..1.120.0" };
            assert_eq!(sets(&answer), ("..".to_owned(), likely.to_owned()), "{source} {text}");
        }
        assert_eq!(sets(&first), ("..".to_owned(), "1.126.0..".to_owned()));
        assert!(first.is_close);
    }

    #[test]
    fn what_all_releases_accept_is_passed_over_and_counted() {
        let contract = contract();
        let check = |text: &str| {
            let options = Options { body: Some(BodyOf::Component("X".to_owned())), ..Options::default() };
            let mut checkers = Checkers::new(&contract, ReleaseSet::ALL, options).unwrap();
            let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "", "");
            let times = worthy(text);
            for _ in 0..times {
                checkers.check(&body("made", text), &mut report).unwrap();
            }
            assert_eq!(report.summary.exchanges, times as u64, "{text}");
            report.findings().len() / times
        };
        assert_eq!(check(r#"{"id":"a"}"#), 0);
        assert_eq!(check(r#"{"id":"a","never":1}"#), 1, "no release has it");
        assert_eq!(check(r#"{"id":"a","color":"red"}"#), 1, "old releases have no color");
        assert_eq!(check(r#"{"id":1}"#), 1);
    }
}
