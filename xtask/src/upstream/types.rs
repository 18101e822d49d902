//! From a schema to a Rust type, and to the shapes that say what the type does not.

use std::fmt;

use contract::{Contract, Kind, Node, ReleaseSet, Schema};
use serde_json::Value;

use super::flat::{self, Era};
use super::made::{Form, Made};
use super::scalars::Scalars;
use super::{decisions, objects, raw, words};
use crate::Failure;

/// A type of the models.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    Named(String),
    /// A string that is one of these.
    Words(Vec<String>),
    Boxed(Box<Self>),
    Nullable(Box<Self>),
    List(Box<Self>),
    /// An object of any names.
    Map(Box<Self>),
    Either(Vec<Self>),
}

/// A type with what it does not say by itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    pub(crate) ty: Ty,
    /// What each era says; none if the type says it all.
    pub(crate) shapes: Vec<Shape>,
}

/// What one era says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shape {
    pub(crate) releases: ReleaseSet,
    pub(crate) ty: Ty,
    pub(crate) keywords: Vec<(String, String)>,
}

/// What is known while types are made, and what could not be decided.
pub(crate) struct Typer<'c> {
    pub(crate) contract: &'c Contract,
    pub(crate) scalars: Scalars,
    /// Types that no document names.
    pub(crate) made: Made,
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
            Self::Map(inner) => write!(f, "BTreeMap<String, {inner}>"),
            Self::Either(all) => match all.as_slice() {
                [] => f.write_str("()"),
                [only] => write!(f, "{only}"),
                [first, rest @ ..] => write!(f, "Either<{first}, {}>", Self::Either(rest.to_vec())),
            },
        }
    }
}

impl Ty {
    pub(crate) fn named(name: &str) -> Self {
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
            Self::Words(_) | Self::List(_) | Self::Map(_) => Vec::new(),
        }
    }
}

impl<'c> Typer<'c> {
    /// A typer of this contract.
    pub(crate) fn of(contract: &'c Contract) -> Result<Self, Failure> {
        Ok(Self { contract, scalars: Scalars::known()?, made: Made::default(), questions: Vec::new() })
    }

    /// The type of a schema from its eras. `place` names it in questions and decisions.
    pub(crate) fn typed(&mut self, place: &str, eras: &[Era]) -> Typed {
        if !eras.is_empty() && eras.iter().all(|era| era.node.nullable) {
            let without = |era: &Era| (era.releases, Node { nullable: false, ..era.node.clone() });
            let inner = self.typed(place, &flat::grouped(eras.iter().map(without)));
            let nullable = |shape: Shape| Shape { ty: shape.ty.nullable(), ..shape };
            return Typed { ty: inner.ty.nullable(), shapes: inner.shapes.into_iter().map(nullable).collect() };
        }
        let is_plain = matches!(eras, [era] if self.keywords(era).is_empty());
        if let Some(name) = self.scalars.fitting(eras).filter(|_| !is_plain) {
            return Typed { ty: Ty::named(name), shapes: Vec::new() };
        }
        if let Some(list) = self.list(place, eras) {
            return list;
        }
        if eras.iter().all(|era| objects::is_object(&era.node) && !era.node.nullable) && !eras.is_empty() {
            return Typed { ty: self.object(place, eras), shapes: Vec::new() };
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
        let items = flat::grouped(items);
        if items.len() > 1 && !self.typed(place, &items).shapes.is_empty() {
            return None;
        }
        let ty = Ty::List(Box::new(self.wrapped(place, &items)));
        let outer = eras.iter().map(|era| (era.releases, Node { items: None, ..era.node.clone() }));
        let one = |era: Era| Shape { releases: era.releases, ty: ty.clone(), keywords: self.keywords(&era) };
        let shapes: Vec<Shape> = flat::grouped(outer).into_iter().map(one).collect();
        let plain = shapes.iter().all(|shape| shape.keywords.is_empty());
        Some(Typed { ty, shapes: if plain { Vec::new() } else { shapes } })
    }

    fn single(&mut self, place: &str, era: &Era) -> Shape {
        let (ty, keywords) = match self.base(place, era) {
            Some((ty, said)) => {
                let unsaid = |(name, _): &(String, String)| !said.contains(&name.as_str());
                (ty, self.keywords(era).into_iter().filter(unsaid).collect())
            }
            None => (Ty::named("Value"), raw::whole(self.contract, era.releases.last(), &era.node)),
        };
        Shape { releases: era.releases, ty: if era.node.nullable { ty.nullable() } else { ty }, keywords }
    }

    /// What a node says beside its type, as it is written in a `#[shape]`.
    pub(crate) fn keywords(&self, era: &Era) -> Vec<(String, String)> {
        raw::keywords(self.contract, era.releases.last(), &era.node)
    }

    /// A type that says all by itself: one of its own is made where a shape would be needed.
    pub(crate) fn wrapped(&mut self, place: &str, eras: &[Era]) -> Ty {
        let typed = self.typed(place, eras);
        if typed.shapes.is_empty() {
            return typed.ty;
        }
        self.make(place, None, Form::Scalar { typed, eras: eras.to_vec() })
    }

    fn make(&mut self, place: &str, decided: Option<&str>, form: Form) -> Ty {
        let contract = self.contract;
        let taken = |name: &str| contract.components.contains_key(name);
        Ty::Named(self.made.named(place, decided, taken, form))
    }

    /// The type of one node without null, and the keywords that it says by itself; nothing if no type says it.
    fn base(&mut self, place: &str, era: &Era) -> Option<(Ty, &'static [&'static str])> {
        let node = &era.node;
        if !node.all_of.is_empty() || node.not.is_some() {
            return None;
        }
        if let Some(name) = &node.reference {
            return (node.any_of.is_empty() && node.one_of.is_empty()).then(|| (Ty::named(name), &[][..]));
        }
        match (node.any_of.is_empty(), node.one_of.is_empty()) {
            (true, true) => {}
            (false, false) => return None,
            _ if !node.properties.is_empty() => return None,
            _ => return Some((self.choice(place, era), &[])),
        }
        if !node.properties.is_empty() {
            let plain = Era { node: Node { nullable: false, ..node.clone() }, ..era.clone() };
            return Some((self.object(place, &[plain]), &["additionalProperties"]));
        }
        if let Some(values) = objects::values_of_map(node) {
            let values = Era { releases: era.releases, node: values.clone() };
            let inner = self.wrapped(&format!("{place} value"), &[values]);
            return Some((Ty::Map(Box::new(inner)), &["additionalProperties"]));
        }
        Some((self.plain(place, era), &[]))
    }

    fn plain(&mut self, place: &str, era: &Era) -> Ty {
        let node = &era.node;
        let is_text = !node.values.is_empty() && node.values.iter().all(|value| value.value.is_string());
        match node.kind {
            Some(Kind::String) | None if is_text => {
                Ty::Words(node.values.iter().filter_map(|value| value.value.as_str().map(str::to_owned)).collect())
            }
            Some(Kind::String) => Ty::named("String"),
            Some(Kind::Integer) => Ty::named("Integer"),
            Some(Kind::Number) => Ty::named("Number"),
            Some(Kind::Boolean) => Ty::named("bool"),
            Some(Kind::Object) => Ty::named("Object"),
            Some(Kind::Array) => {
                let items = node.items.as_deref().and_then(Schema::constant).cloned().unwrap_or_default();
                let inner = self.wrapped(place, &[Era { releases: era.releases, node: items }]);
                Ty::List(Box::new(inner))
            }
            Some(Kind::Null) | None => Ty::named("Value"),
        }
    }

    fn choice(&mut self, place: &str, era: &Era) -> Ty {
        let node = &era.node;
        let exactly_one = node.any_of.is_empty();
        let mut variants: Vec<(String, Ty)> = Vec::new();
        for (at, branch) in node.any_of.iter().chain(&node.one_of).enumerate() {
            let branch = Era { releases: era.releases, node: branch.constant().cloned().unwrap_or_default() };
            let ty = self.wrapped(&format!("{place} {}", at + 1), &[branch]);
            let name = variant_of(&ty);
            let is_known = variants.iter().any(|(known, _)| *known == name);
            variants.push((if is_known { format!("{name}{}", at + 1) } else { name }, ty));
        }
        let first = variants.first().map(|(_, ty)| ty.to_string()).unwrap_or_default();
        let decided = decisions::CHOICE_NAMES.iter().find(|(known, _)| *known == first).map(|(_, name)| *name);
        self.make(place, decided, Form::Choice { variants, exactly_one })
    }

    fn object(&mut self, place: &str, eras: &[Era]) -> Ty {
        self.make(place, None, Form::Object(eras.to_vec()))
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
            (Ty::Map(left), Ty::Map(right)) => Ty::Map(Box::new(self.joined(*left, *right))),
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

/// The name of the variant that holds this type.
fn variant_of(ty: &Ty) -> String {
    match ty {
        Ty::Named(name) if name == "String" => "Text".to_owned(),
        Ty::Named(name) if name == "Integer" || name == "Number" => "Number".to_owned(),
        Ty::Named(name) if name == "bool" => "Flag".to_owned(),
        Ty::Named(name) => words::capital(name),
        Ty::Words(_) => "Text".to_owned(),
        Ty::Boxed(inner) | Ty::Nullable(inner) => variant_of(inner),
        Ty::List(_) => "List".to_owned(),
        Ty::Map(_) => "Map".to_owned(),
        Ty::Either(_) => "Either".to_owned(),
    }
}
