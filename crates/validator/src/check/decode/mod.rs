//! Parameters and forms are text; a schema wants types. Here text becomes the JSON value that it stands for, along the style
//! that the contract names (OpenAPI 3.0.3, 4.7.12 and 4.7.15) and the types that the schema does.
//!
//! Text can stand for several things: `1` is a number, a text, or a list of one. Where a schema allows more than one of
//! them, the first that fits is meant. What no style defines (a list in a list) is not judged.

mod encoded;
mod form;
mod given;
mod place;
mod split;

use contract::{Kind, Parameter, Projection, Schema, Serialization, Structure, Style};
use serde_json::{Map, Number, Value, json};

use super::media::is_json;
use crate::engine::{Engine, Violation};
use crate::fact::Fact;
pub(super) use encoded::{Coding, Encoded};
pub(super) use form::fields;
pub(super) use given::{Pair, cookies, header, of_parameter, query, segment};
use place::Place;
use split::{Parts, example, split};

/// What texts stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Decoded {
    /// The value.
    pub(crate) value: Value,
    /// The places in it, as JSON Pointers, of which nobody can say what was meant.
    unjudged: Vec<String>,
    /// What is wrong with the texts themselves.
    faults: Vec<Fault>,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    pointer: String,
    what: Wrong,
}

#[derive(Clone, Debug, PartialEq)]
enum Wrong {
    /// It should be JSON, and is not, for this reason.
    NotJson(String),
    /// It should look like this.
    Miswritten(String),
}

impl Decoded {
    fn of(value: Value) -> Self {
        Self { value, ..Self::default() }
    }

    /// A text that nobody can judge.
    fn unjudged(value: impl Into<Value>) -> Self {
        Self { value: value.into(), unjudged: vec![String::new()], faults: Vec::new() }
    }

    fn wrong(value: impl Into<Value>, what: Wrong) -> Self {
        Self { faults: vec![Fault { pointer: String::new(), what }], ..Self::unjudged(value) }
    }

    /// Takes what is known of a value below a token of its own.
    fn take(&mut self, token: &str, other: Self) -> Value {
        let below = |pointer: String| format!("/{}{pointer}", contract::pointer::escape(token));
        self.unjudged.extend(other.unjudged.into_iter().map(below));
        let faults = other.faults.into_iter();
        self.faults.extend(faults.map(|Fault { pointer, what }| Fault { pointer: below(pointer), what }));
        other.value
    }

    /// Whether what stands at a place can be judged.
    pub(crate) fn judges(&self, pointer: &str) -> bool {
        let holds = |unjudged: &String| {
            pointer.strip_prefix(unjudged.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        !self.unjudged.iter().any(holds)
    }

    /// What is wrong with the texts themselves.
    pub(crate) fn violations<'c>(&self, at: contract::ReleaseSet) -> Vec<Violation<'c>> {
        let told = |Fault { pointer, what }: &Fault| {
            let name = crate::engine::name_of(pointer);
            let (fact, expected, actual) = match what {
                Wrong::NotJson(why) => (Fact::ValueNotJson, None, Some(json!(why))),
                Wrong::Miswritten(wanted) => (Fact::ParameterStyle, Some(json!(wanted)), None),
            };
            let place = pointer.trim_start_matches('/').replace('/', ".");
            Violation { place, expected, actual, ..Violation::new(fact, at, pointer.clone(), name) }
        };
        self.faults.iter().map(told).collect()
    }
}

/// Reads texts as a contract means them at one release.
pub(crate) struct Decoder<'d, 'c> {
    pub(crate) view: Projection<'c>,
    pub(crate) engine: &'d mut Engine<'c>,
}

impl<'c> Decoder<'_, 'c> {
    /// The value of a parameter; `given` is what stands under names that are its own.
    pub(crate) fn parameter(&mut self, parameter: &'c Parameter, given: &[Pair<'_>]) -> Decoded {
        let place = Place::of(self.view, &parameter.property.schema);
        match parameter.serialized() {
            Serialization::Content(media_type) => content(&media_type, given),
            Serialization::Styled(style) if !style.name.is_of(parameter.place) => Decoded::unjudged(Value::Null),
            Serialization::Styled(style) => self.styled(&place, style, &parameter.property.name, given),
        }
    }

    /// The single value that a whole text stands for; nothing where the schema wants more than that.
    pub(crate) fn text(&mut self, schema: &'c Schema, text: &str) -> Option<Decoded> {
        let place = Place::of(self.view, schema);
        let is_single = !place.is_open() && place.structures() == [Structure::Primitive];
        is_single.then(|| Decoded::of(self.primitive(&place, &Encoded::new(text, Coding::Plain))))
    }

    fn styled(&mut self, place: &Place<'c>, style: Style, name: &str, given: &[Pair<'_>]) -> Decoded {
        let structures = place.structures();
        let mut readings: Vec<Decoded> = Vec::new();
        for given in codings(style, given) {
            for structure in &structures {
                for parts in split(style, name, *structure, &given) {
                    let decoded = self.typed(place, parts);
                    if !readings.contains(&decoded) {
                        readings.push(decoded);
                    }
                }
            }
        }
        let is_defined = structures.iter().any(|structure| style.defines(*structure));
        let miswritten = || {
            let structure =
                structures.iter().find(|structure| style.defines(**structure)).copied().unwrap_or(Structure::Primitive);
            let text = given.first().map(|(_, text)| text.decoded().into_owned());
            Decoded::wrong(text.unwrap_or_default(), Wrong::Miswritten(example(style, name, structure)))
        };
        match self.best(place, readings) {
            Some(decoded) if is_defined => decoded,
            // Right or wrong: nobody knows how the value should look.
            Some(decoded) => Decoded { unjudged: vec![String::new()], ..decoded },
            None if is_defined => miswritten(),
            None => Decoded::unjudged(Value::Null),
        }
    }

    /// The first of several readings that fits best.
    fn best(&mut self, place: &Place<'c>, mut readings: Vec<Decoded>) -> Option<Decoded> {
        if readings.len() < 2 {
            return readings.pop();
        }
        let mut best: Option<(usize, Decoded)> = None;
        for decoded in readings {
            let fitting = self.fitting(place, &decoded.value);
            if best.as_ref().is_none_or(|(most, _)| fitting > *most) {
                best = Some((fitting, decoded));
            }
        }
        best.map(|(_, decoded)| decoded)
    }

    /// How many of the schemas of a place a value fits.
    fn fitting(&mut self, place: &Place<'c>, value: &Value) -> usize {
        let at = contract::ReleaseSet::only(self.view.release);
        place.schemas.iter().filter(|schema| self.engine.right(at, schema, value) == at).count()
    }

    fn typed(&mut self, place: &Place<'c>, parts: Parts<'_>) -> Decoded {
        match parts {
            Parts::Primitive(texts) => match texts.as_slice() {
                [text] => Decoded::of(self.primitive(place, text)),
                several => Decoded::of(several.iter().map(|text| self.primitive(place, text)).collect()),
            },
            Parts::Array(items) => {
                let (item, mut whole) = (place.item(), Decoded::default());
                let read = items.iter().enumerate().map(|(index, text)| {
                    let decoded = self.leaf(&item, &[text]);
                    whole.take(&index.to_string(), decoded)
                });
                let value = read.collect();
                Decoded { value, ..whole }
            }
            Parts::Object(pairs) => self.object(place, &pairs),
        }
    }

    fn object(&mut self, place: &Place<'c>, pairs: &[Pair<'_>]) -> Decoded {
        let mut members: Vec<(&str, Vec<&Encoded<'_>>, bool)> = Vec::new();
        for (key, text) in pairs {
            let (name, is_deep) = key.split_once('[').map_or((key.as_str(), false), |(name, _)| (name, true));
            // A bracket in a name that is declared so is a part of it.
            let (name, is_deep) = if is_deep && place.declares(key) { (key.as_str(), false) } else { (name, is_deep) };
            match members.iter_mut().find(|(known, _, _)| *known == name) {
                Some((_, texts, deep)) => {
                    texts.push(text);
                    *deep |= is_deep;
                }
                None => members.push((name, vec![text], is_deep)),
            }
        }
        let (mut value, mut whole) = (Map::new(), Decoded::default());
        for (name, texts, is_deep) in members {
            let member = place.member(name);
            let decoded = if is_deep { unread(&texts) } else { self.leaf(&member, &texts) };
            value.insert(name.to_owned(), whole.take(name, decoded));
        }
        Decoded { value: Value::Object(value), ..whole }
    }

    /// A value inside another. No style defines how a list or an object stands there.
    fn leaf(&mut self, place: &Place<'c>, texts: &[&Encoded<'_>]) -> Decoded {
        match texts {
            _ if !place.is_primitive() => unread(texts),
            [text] => Decoded::of(self.primitive(place, text)),
            several => Decoded::of(several.iter().map(|text| self.primitive(place, text)).collect()),
        }
    }

    /// What one text stands for: of the types that are named the first that it can be read as, and that fits.
    fn primitive(&mut self, place: &Place<'c>, text: &Encoded<'_>) -> Value {
        let text = text.decoded();
        let number = || serde_json::from_str::<Number>(&text).ok().map(Value::Number);
        let is_number = place.allows(Kind::Integer) || place.allows(Kind::Number);
        let number = is_number.then(number).flatten();
        let flag = place.allows(Kind::Boolean).then(|| text.parse::<bool>().ok().map(Value::Bool)).flatten();
        let mut readings: Vec<Decoded> = number.into_iter().chain(flag).map(Decoded::of).collect();
        let is_text = place.allows(Kind::String);
        if is_text || readings.is_empty() {
            let at = if place.is_open() { 0 } else { readings.len() };
            readings.insert(at, Decoded::of(Value::from(text.as_ref())));
        }
        self.best(place, readings).map(|decoded| decoded.value).unwrap_or_default()
    }
}

/// Texts that nobody can judge.
fn unread(texts: &[&Encoded<'_>]) -> Decoded {
    Decoded::unjudged(texts.iter().map(|text| Value::from(text.decoded().as_ref())).collect::<Value>())
}

/// The texts as they were sent, and after that decoded, for clients that encode delimiters too.
fn codings<'t>(style: Style, given: &[Pair<'t>]) -> Vec<Vec<Pair<'t>>> {
    let all =
        |change: fn(&Encoded<'t>) -> Encoded<'t>| given.iter().map(|(key, text)| (key.clone(), change(text))).collect();
    let mut codings: Vec<Vec<Pair<'t>>> = Vec::new();
    if style.allow_reserved {
        codings.push(all(Encoded::with_plus));
    }
    codings.push(all(Encoded::clone));
    if given.iter().any(|(_, text)| text.has_escapes()) {
        codings.push(all(Encoded::plain));
    }
    codings
}

/// The value of one text of a media type.
fn content(media_type: &str, given: &[Pair<'_>]) -> Decoded {
    let [(_, text)] = given else {
        return Decoded::wrong(Value::Null, Wrong::Miswritten("one text of JSON".to_owned()));
    };
    if is_json(media_type) { of_json(&text.decoded()) } else { Decoded::unjudged(text.decoded().as_ref()) }
}

/// The value of a text of JSON.
fn of_json(text: &str) -> Decoded {
    match serde_json::from_str(text) {
        Ok(value) => Decoded::of(value),
        Err(error) => Decoded::wrong(text, Wrong::NotJson(error.to_string())),
    }
}

/// The JSON of the value that a text stands for, where the schema names strings only and the text needs no escape.
pub(super) fn quoted(view: Projection<'_>, parameter: &Parameter, given: &[Pair<'_>]) -> Option<String> {
    let [(_, text)] = given else { return None };
    let text = text.decoded();
    let is_plain = json_runs::run_end(text.as_bytes(), 0) == text.len();
    let is_usual = parameter.serialization.is_none();
    (is_plain && is_usual && is_of_strings(view, &parameter.property.schema)).then(|| format!("\"{text}\""))
}

/// Whether a schema, or the component that it refers to, names the type string and has no alternatives.
fn is_of_strings(view: Projection<'_>, schema: &Schema) -> bool {
    let is_single = |node: &contract::Node| node.all_of.is_empty() && node.any_of.is_empty() && node.one_of.is_empty();
    let Some(node) = schema.at(view.release).filter(|node| is_single(node)) else { return false };
    let named = node.reference.as_ref().and_then(|name| view.component(name)).filter(|node| is_single(node));
    let node = named.unwrap_or(node);
    node.reference.is_none() && node.kind == Some(Kind::String)
}

#[cfg(test)]
mod tests;
