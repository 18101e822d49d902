//! Variables of a collection: `{{baseUrl}}`.

use std::borrow::Cow;

use document_tree::Element;

/// How often what a variable stands for may have variables in it.
const DEEPEST: usize = 8;

/// How long what variables stand for may become, in bytes: those that stand for each other grow with each step.
const LONGEST: usize = 1 << 20;

/// What a collection says that its requests have in common.
#[derive(Default)]
pub(super) struct Variables<'d> {
    known: Vec<(&'d str, Cow<'d, str>)>,
    /// What is written of how requests are authorised.
    authorisation: Vec<(&'d str, &'d str)>,
}

/// Keys and values that are not switched off.
pub(super) fn pairs<'d>(list: Option<Element<'d>>) -> impl Iterator<Item = (&'d str, Element<'d>)> {
    let pairs = list.into_iter().flat_map(Element::items);
    let is_on = |pair: &Element<'d>| pair.get("disabled").and_then(Element::as_bool) != Some(true);
    pairs.filter(is_on).filter_map(|pair| Some((pair.get("key")?.as_str()?, pair.get("value")?)))
}

impl<'d> Variables<'d> {
    pub(super) fn of(collection: Element<'d>) -> Self {
        let known = pairs(collection.get("variable")).filter_map(|(key, value)| Some((key, written(value)?)));
        let authorisation = collection.get("auth").into_iter().flat_map(Element::members);
        let authorisation = authorisation.flat_map(|(kind, list)| {
            let values = pairs(Some(list)).filter_map(|(key, value)| Some((key, value.as_str()?)));
            // The value of an API key is called `value`; what kind of credential it is says what it is.
            values.map(move |(key, value)| (if key == "value" { kind } else { key }, value))
        });
        Self { known: known.collect(), authorisation: authorisation.collect() }
    }

    /// Names and values that are no part of a message.
    pub(super) fn beside(&self) -> impl Iterator<Item = (&str, &str)> {
        self.known.iter().map(|(key, value)| (*key, &**value)).chain(self.authorisation.iter().copied())
    }

    /// A text with whatever is known in the place of the variables.
    pub(super) fn put_into(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..DEEPEST {
            match self.once(&text) {
                Some(next) if next.len() <= LONGEST => text = next,
                _ => break,
            }
        }
        text
    }

    /// The same once; nothing where there is nothing to be put in.
    fn once(&self, text: &str) -> Option<String> {
        let mut pieces = text.split("{{");
        let mut out = pieces.next()?.to_owned();
        let mut is_changed = false;
        for piece in pieces {
            let known = piece.split_once("}}").and_then(|(name, rest)| {
                let (_, value) = self.known.iter().find(|(key, _)| *key == name.trim())?;
                Some((value, rest))
            });
            is_changed |= known.is_some();
            let (value, rest) = known.map_or(("{{", piece), |(value, rest)| (&**value, rest));
            out.push_str(value);
            out.push_str(rest);
        }
        is_changed.then_some(out)
    }
}

/// A value as it is put into a text.
fn written(value: Element<'_>) -> Option<Cow<'_, str>> {
    match value.as_str() {
        Some("") => None,
        Some(text) => Some(Cow::Borrowed(text)),
        None => value.as_number().map(|number| Cow::Owned(number.to_string())),
    }
}
