//! From a schema to a Rust type, and to the shapes that say what the type does not.

use std::fmt;

use contract::{Additional, Contract, Kind, Node, ReleaseSet};
use serde_json::Value;

use super::decisions;
use super::flat::{self, Era};
use super::scalars::Scalars;

/// A type of the models.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    Named(String),
    /// A string that is one of these.
    Words(Vec<String>),
    Boxed(Box<Self>),
    Nullable(Box<Self>),
    List(Box<Self>),
    Either(Vec<Self>),
}

/// A type with what it does not say by itself.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    pub(crate) ty: Ty,
    /// What each era says; none if the type says it all.
    pub(crate) shapes: Vec<Shape>,
}

/// What one era says.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) releases: ReleaseSet,
    pub(crate) ty: Ty,
    pub(crate) keywords: Vec<(String, String)>,
}

/// What is known while types are made, and what could not be decided.
pub(crate) struct Typer<'c> {
    pub(crate) contract: &'c Contract,
    pub(crate) scalars: Scalars,
    /// Object schemas without a name of their own: name and node, to be written as types.
    pub(crate) inline: Vec<(String, Era)>,
    /// Choices between components: name and components.
    pub(crate) choices: Vec<(String, Vec<String>)>,
    /// Questions that the table of decisions does not answer.
    pub(crate) questions: Vec<String>,
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Words(_) => f.write_str("String"),
            Self::Boxed(inner) => write!(f, "Box<{inner}>"),
            Self::Nullable(inner) => write!(f, "Nullable<{inner}>"),
            Self::List(inner) => write!(f, "Vec<{inner}>"),
            Self::Either(all) => match all.as_slice() {
                [] => f.write_str("()"),
                [only] => write!(f, "{only}"),
                [first, rest @ ..] => write!(f, "Either<{first}, {}>", Self::Either(rest.to_vec())),
            },
        }
    }
}

impl Ty {
    fn named(name: &str) -> Self {
        Self::Named(name.to_owned())
    }

    pub(crate) fn nullable(self) -> Self {
        match self {
            Self::Nullable(_) => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// The same with a box around each type of the list that it holds directly.
    pub(crate) fn boxed(self, names: &[String]) -> Self {
        match self {
            Self::Named(name) if names.contains(&name) => Self::Boxed(Box::new(Self::Named(name))),
            Self::Nullable(inner) => Self::Nullable(Box::new(inner.boxed(names))),
            Self::Either(all) => Self::Either(all.into_iter().map(|one| one.boxed(names)).collect()),
            other => other,
        }
    }

    /// The types that it holds directly, not in a list.
    pub(crate) fn direct(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::Nullable(inner) | Self::Boxed(inner) => inner.direct(),
            Self::Either(all) => all.iter().flat_map(Self::direct).collect(),
            Self::Words(_) | Self::List(_) => Vec::new(),
        }
    }
}

impl Typer<'_> {
    /// The type of a schema from its eras. `place` names it in questions and decisions.
    pub(crate) fn typed(&mut self, place: &str, eras: &[Era]) -> Typed {
        if !eras.is_empty() && eras.iter().all(|era| era.node.nullable) {
            let without = |era: &Era| (era.releases, Node { nullable: false, ..era.node.clone() });
            let inner = self.typed(place, &flat::grouped(eras.iter().map(without)));
            let nullable = |shape: Shape| Shape { ty: shape.ty.nullable(), ..shape };
            return Typed { ty: inner.ty.nullable(), shapes: inner.shapes.into_iter().map(nullable).collect() };
        }
        let is_plain = matches!(eras, [era] if keywords(&era.node).is_empty());
        if let Some(name) = self.scalars.fitting(eras).filter(|_| !is_plain) {
            return Typed { ty: Ty::named(name), shapes: Vec::new() };
        }
        if let Some(list) = self.list(place, eras) {
            return list;
        }
        let mut shapes: Vec<Shape> = Vec::new();
        for era in eras {
            let shape = self.single(place, era);
            match shapes.iter_mut().find(|known| known.ty == shape.ty && known.keywords == shape.keywords) {
                Some(known) => known.releases = known.releases | shape.releases,
                None => shapes.push(shape),
            }
        }
        let types = shapes.iter().map(|shape| shape.ty.clone());
        let ty = types.reduce(|all, one| self.joined(all, one)).unwrap_or_else(|| Ty::named("Value"));
        let plain = shapes.iter().all(|shape| shape.keywords.is_empty() && shape.ty == ty);
        Typed { ty, shapes: if plain { Vec::new() } else { shapes } }
    }

    /// Lists in all eras, whose items have one type.
    fn list(&mut self, place: &str, eras: &[Era]) -> Option<Typed> {
        let mut items = Vec::new();
        for era in eras {
            if era.node.nullable {
                return None;
            }
            let node = era.node.items.as_deref()?.constant()?;
            items.push((era.releases, node.clone()));
        }
        let inner = self.typed(place, &flat::grouped(items));
        if !inner.shapes.is_empty() {
            return None;
        }
        let ty = Ty::List(Box::new(inner.ty));
        let outer = eras.iter().map(|era| (era.releases, Node { items: None, ..era.node.clone() }));
        let one = |era: Era| Shape { releases: era.releases, ty: ty.clone(), keywords: keywords(&era.node) };
        let shapes: Vec<Shape> = flat::grouped(outer).into_iter().map(one).collect();
        let plain = shapes.iter().all(|shape| shape.keywords.is_empty());
        Some(Typed { ty, shapes: if plain { Vec::new() } else { shapes } })
    }

    fn single(&mut self, place: &str, era: &Era) -> Shape {
        let node = &era.node;
        let ty = self.base(place, era);
        Shape { releases: era.releases, ty: if node.nullable { ty.nullable() } else { ty }, keywords: keywords(node) }
    }

    /// The type of one node without null and keywords.
    fn base(&mut self, place: &str, era: &Era) -> Ty {
        let node = &era.node;
        if let Some(name) = &node.reference {
            return Ty::named(name);
        }
        if !node.any_of.is_empty() {
            return self.choice(place, node);
        }
        if !node.properties.is_empty() {
            return self.object(place, era);
        }
        match node.kind {
            Some(Kind::String) if !node.values.is_empty() => {
                Ty::Words(node.values.iter().filter_map(|value| value.value.as_str().map(str::to_owned)).collect())
            }
            Some(Kind::String) => Ty::named("String"),
            Some(Kind::Integer) => Ty::named("Integer"),
            Some(Kind::Number) => Ty::named("Number"),
            Some(Kind::Boolean) => Ty::named("bool"),
            Some(Kind::Object) => Ty::named("Object"),
            Some(Kind::Array) => {
                let items = node.items.as_deref().and_then(contract::Schema::constant).cloned().unwrap_or_default();
                let inner = self.typed(place, &[Era { releases: era.releases, node: items }]);
                if !inner.shapes.is_empty() {
                    self.questions.push(format!("{place}: items that no scalar says; make one in scalars.rs"));
                }
                Ty::List(Box::new(inner.ty))
            }
            Some(Kind::Null) | None => Ty::named("Value"),
        }
    }

    fn choice(&mut self, place: &str, node: &Node) -> Ty {
        let names: Vec<String> =
            node.any_of.iter().filter_map(|one| one.constant().and_then(|one| one.reference.clone())).collect();
        let decided = decisions::CHOICE_NAMES.iter().find(|(first, _)| names.first().is_some_and(|one| one == first));
        let Some((_, name)) = decided.filter(|_| names.len() == node.any_of.len()) else {
            self.questions.push(format!("{place}: a choice between {}; name it in CHOICE_NAMES", names.join(", ")));
            return Ty::named("Value");
        };
        if !self.choices.iter().any(|(known, _)| known == name) {
            self.choices.push(((*name).to_owned(), names));
        }
        Ty::named(name)
    }

    fn object(&mut self, place: &str, era: &Era) -> Ty {
        let Some((_, name)) = decisions::SCHEMA_NAMES.iter().find(|(known, _)| *known == place) else {
            self.questions.push(format!("{place}: an object without a name; name it in SCHEMA_NAMES"));
            return Ty::named("Object");
        };
        if !self.inline.iter().any(|(known, _)| known == name) {
            self.inline.push(((*name).to_owned(), era.clone()));
        }
        Ty::named(name)
    }

    /// The type that holds what both hold.
    fn joined(&self, left: Ty, right: Ty) -> Ty {
        let number = |one: &Ty| *one == Ty::named("Integer") || *one == Ty::named("Number");
        let text = |one: &Ty| *one == Ty::named("String") || *one == Ty::named("Uri");
        match (left, right) {
            (left, right) if left == right => left,
            (Ty::Nullable(left), Ty::Nullable(right)) => self.joined(*left, *right).nullable(),
            (Ty::Nullable(left), right) => self.joined(*left, right).nullable(),
            (left, Ty::Nullable(right)) => self.joined(left, *right).nullable(),
            (Ty::List(left), Ty::List(right)) => Ty::List(Box::new(self.joined(*left, *right))),
            (left, right) if number(&left) && number(&right) => Ty::named("Number"),
            (left, right) if text(&left) && text(&right) => Ty::named("String"),
            (Ty::Words(words), Ty::Named(name)) | (Ty::Named(name), Ty::Words(words)) => {
                if self.has_words(&name, &words) { Ty::Named(name) } else { Ty::named("String") }
            }
            (Ty::Words(left), Ty::Words(right)) => Ty::Words(left.into_iter().chain(right).collect()),
            (Ty::Named(left), Ty::Named(right)) if left == "String" && self.is_enum(&right) => Ty::Named(left),
            (Ty::Named(left), Ty::Named(right)) if right == "String" && self.is_enum(&left) => Ty::Named(right),
            (Ty::Either(mut all), one) => {
                if !all.contains(&one) {
                    all.push(one);
                }
                Ty::Either(all)
            }
            (left, right) => Ty::Either(vec![left, right]),
        }
    }

    fn values(&self, name: &str) -> Vec<&Value> {
        let schema = self.contract.component(name).and_then(|component| component.schema.constant());
        schema.into_iter().flat_map(|node| &node.values).map(|value| &value.value).collect()
    }

    fn is_enum(&self, name: &str) -> bool {
        !self.values(name).is_empty()
    }

    fn has_words(&self, name: &str, words: &[String]) -> bool {
        let values = self.values(name);
        words.iter().all(|word| values.iter().any(|value| *value == word))
    }
}

/// What a node says beside its type, as it is written in a `#[shape]`.
pub(crate) fn keywords(node: &Node) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    if !node.values.is_empty() {
        let values: Vec<String> = node.values.iter().map(|value| literal(&value.value)).collect();
        all.push(("enum".to_owned(), format!("[{}]", values.join(", "))));
    }
    all.extend(node.keywords.iter().map(|(keyword, value)| (keyword.name().to_owned(), literal(value))));
    if let Additional::Schema(_) = node.additional {
        all.push(("additionalProperties".to_owned(), "{}".to_owned()));
    }
    all
}

/// A JSON value as a Rust expression inside `json!`.
fn literal(value: &Value) -> String {
    if let Some((_, name)) = decisions::constants().iter().find(|(known, _)| known == value) {
        return (*name).to_owned();
    }
    match value {
        Value::String(text) if text.contains('\\') => format!("r\"{text}\""),
        Value::String(text) => format!("{text:?}"),
        Value::Number(number) => number.as_i64().map_or_else(|| number.to_string(), integer),
        other => other.to_string(),
    }
}

/// An integer with its thousands apart, of 64 bits where 32 are too few.
fn integer(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let sign = if number < 0 { "-" } else { "" };
    let suffix = if i32::try_from(number).is_ok() { "" } else { "_i64" };
    format!("{sign}{grouped}{suffix}")
}
