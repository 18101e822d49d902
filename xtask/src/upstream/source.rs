//! Rust source of one type or one operation.

use contract::marker::{History, State};
use contract::{Component, EnumValue, Eras, Node, Property, ReleaseSet};

use super::docs::Docs;
use super::flat;
use super::lives::{Owner, ranges, sentence};
use super::types::{Shape, Ty, Typed, Typer, keywords};
use super::{decisions, words};

/// A type of the models with all that is written of it.
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) life: ReleaseSet,
    pub(crate) body: Body,
}

/// The forms of types.
pub(crate) enum Body {
    Struct { fields: Vec<Field>, default: bool, inline: bool },
    Enum(Vec<EnumValue>),
    Newtype { typed: Typed, owner: Owner },
    Choice(Vec<String>),
}

/// A field of a type or an operation.
pub(crate) struct Field {
    pub(crate) property: Property,
    pub(crate) typed: Typed,
    pub(crate) owner: Owner,
}

impl Model {
    /// A component of the contract.
    pub(crate) fn of(typer: &mut Typer<'_>, name: &str, component: &Component, covers: ReleaseSet) -> Self {
        let owner = Owner { seen: component.life & covers, written: component.life };
        let only = component.schema.iter().next().filter(|_| component.schema.iter().len() == 1).map(|(_, node)| node);
        let body = match only {
            Some(node) if is_words(node) => Body::Enum(node.values.clone()),
            Some(node) if !node.properties.is_empty() => structure(typer, name, node, owner, false),
            _ => {
                let eras = flat::eras(&component.schema, owner.seen);
                Body::Newtype { typed: typer.typed(name, &eras), owner: Owner { written: ReleaseSet::ALL, ..owner } }
            }
        };
        Self { name: name.to_owned(), life: component.life, body }
    }

    /// An object without a name of its own.
    pub(crate) fn inline(typer: &mut Typer<'_>, name: &str, era: &flat::Era) -> Self {
        let owner = Owner { seen: era.releases, written: ReleaseSet::ALL };
        let body = structure(typer, name, &era.node, owner, true);
        Self { name: name.to_owned(), life: ReleaseSet::ALL, body }
    }

    /// A choice between components.
    pub(crate) fn choice(name: &str, components: &[String]) -> Self {
        Self { name: name.to_owned(), life: ReleaseSet::ALL, body: Body::Choice(components.to_vec()) }
    }

    /// The types that it holds directly.
    pub(crate) fn direct(&self) -> Vec<&str> {
        match &self.body {
            Body::Struct { fields, .. } => fields.iter().flat_map(|field| field.typed.ty.direct()).collect(),
            Body::Enum(_) => Vec::new(),
            Body::Newtype { typed, .. } => typed.ty.direct(),
            Body::Choice(names) => names.iter().map(String::as_str).collect(),
        }
    }

    /// The type as Rust source. `boxed` are the types that it reaches itself through.
    pub(crate) fn source(&self, docs: &Docs, boxed: &[String]) -> String {
        let Self { name, life, body } = self;
        let mut text = doc(docs, name, &words::of_type(name), *life);
        text += match body {
            Body::Struct { default: true, .. } => "#[model(default = null)]\n",
            Body::Struct { inline: true, .. } => "#[model(inline)]\n",
            Body::Newtype { .. } => "#[model(component)]\n",
            Body::Struct { .. } | Body::Enum(_) | Body::Choice(_) => "#[model]\n",
        };
        if *life != ReleaseSet::ALL {
            text += &format!("#[life({})]\n", ranges(*life));
        }
        text + &match body {
            Body::Struct { fields, .. } => {
                let fields: String = fields.iter().map(|field| field.source(docs, name, "", boxed)).collect();
                format!("pub struct {name} {{{fields}}}\n")
            }
            Body::Enum(values) => enumeration(docs, name, values),
            Body::Newtype { typed, owner } => {
                let ty = typed.ty.clone().boxed(boxed);
                format!("{}pub struct {name}(pub {ty});\n", shapes(&typed.shapes, &typed.ty, *owner))
            }
            Body::Choice(names) => {
                let variants = names.iter().map(|one| {
                    let text = docs
                        .of(&format!("{name}.{one}"))
                        .map_or_else(|| format!("/// {}\n", words::of_type(one)), lines);
                    format!("{text}{one}({one}),\n")
                });
                format!("pub enum {name} {{{}}}\n", variants.collect::<String>())
            }
        }
    }
}

fn is_words(node: &Node) -> bool {
    !node.values.is_empty() && node.values.iter().all(|value| value.value.is_string())
}

fn structure(typer: &mut Typer<'_>, name: &str, node: &Node, owner: Owner, inline: bool) -> Body {
    let mut properties = node.properties.clone();
    properties.sort_by(|left, right| left.name.cmp(&right.name));
    let default = !inline && without_null(&mut properties, owner);
    let fields = properties.into_iter().map(|property| Field::of(typer, name, property, owner)).collect();
    Body::Struct { fields, default, inline }
}

/// Whether null is the default of all that may be both absent and null, at least three; it is taken off them then.
fn without_null(properties: &mut [Property], owner: Owner) -> bool {
    let nullable = |property: &Property| {
        let is_nullable = |era: &flat::Era| era.node.nullable;
        !owner.seen.is_subset(property.required)
            && flat::eras(&property.schema, owner.seen & property.life).iter().any(is_nullable)
    };
    let has_default = |property: &Property| {
        property.schema.iter().all(|(_, node)| node.keywords.get("default") == Some(&serde_json::Value::Null))
    };
    let mut all: Vec<&mut Property> = properties.iter_mut().filter(|property| nullable(property)).collect();
    if all.len() < 3 || !all.iter().all(|property| has_default(property)) {
        return false;
    }
    for node in all.iter_mut().flat_map(|property| property.schema.values_mut()) {
        let mut keywords = contract::keyword::Keywords::default();
        let others = node.keywords.iter().filter(|(keyword, _)| keyword.name() != "default");
        others.for_each(|(keyword, value)| keywords.set(keyword, value.clone()));
        node.keywords = keywords;
    }
    true
}

impl Field {
    /// A property of a type or a parameter of an operation.
    pub(crate) fn of(typer: &mut Typer<'_>, place: &str, property: Property, owner: Owner) -> Self {
        let part = owner.part(property.life);
        let eras = flat::eras(&property.schema, part.seen);
        let typed = typer.typed(&format!("{place}.{}", property.name), &eras);
        Self { property, typed, owner: part }
    }

    /// The field as Rust source; `more` are attributes that stand between its comment and its life.
    pub(crate) fn source(&self, docs: &Docs, owner: &str, more: &str, boxed: &[String]) -> String {
        let Self { property, typed, owner: part } = self;
        let field = words::field(&property.name);
        let mut text = doc(docs, &format!("{owner}.{field}"), &words::of_field(&property.name), property.life);
        text += more;
        let life = life(property.life, property.required, property.deprecated);
        text += &life.unwrap_or_default();
        text += &markers(&property.markers, property.life);
        text += &shapes(&typed.shapes, &typed.ty, *part);
        if words::camel(&field) != property.name {
            text += &format!("#[serde(rename = {:?})]\n", property.name);
        }
        let ty = typed.ty.clone().boxed(boxed);
        let always = property.life == ReleaseSet::ALL && property.required == ReleaseSet::ALL;
        let ty = if always { ty.to_string() } else { format!("Option<{ty}>") };
        text + &format!("pub {field}: {ty},\n")
    }
}

/// The `#[life]` of something that can be required.
pub(crate) fn life(life: ReleaseSet, required: ReleaseSet, deprecated: ReleaseSet) -> Option<String> {
    let mut arguments = vec![ranges(life)];
    let plain = match (required == life, required.is_empty()) {
        (true, _) => life == ReleaseSet::ALL,
        (false, true) => {
            arguments.push("optional".to_owned());
            life == ReleaseSet::ALL
        }
        (false, false) => {
            arguments.push(format!("required = {}", ranges(required)));
            false
        }
    };
    if !deprecated.is_empty() {
        arguments.push(format!("deprecated = {}", ranges(deprecated)));
    }
    (!plain || !deprecated.is_empty()).then(|| format!("#[life({})]\n", arguments.join(", ")))
}

/// The `#[marker]`s of an element of this life.
pub(crate) fn markers(markers: &Eras<History>, life: ReleaseSet) -> String {
    let one = |(releases, history): (ReleaseSet, &History)| {
        let claims = history.0.iter().map(|claim| {
            let state = match &claim.state {
                State::Other(word) => word.clone(),
                known => known.to_string().to_lowercase(),
            };
            let replacement = claim.replacement.as_ref().map(|name| format!(", replacement = {name:?}"));
            format!(", {state} = {:?}{}", claim.version, replacement.unwrap_or_default())
        });
        format!("#[marker({}{})]\n", ranges(releases & life), claims.collect::<String>())
    };
    markers.iter().filter(|(releases, _)| !(*releases & life).is_empty()).map(one).collect()
}

/// The `#[shape]`s of an element with this type.
fn shapes(shapes: &[Shape], own: &Ty, owner: Owner) -> String {
    let one = |shape: &Shape| {
        let mut parts = Vec::new();
        if shapes.len() > 1 {
            parts.push(ranges(owner.life(shape.releases)));
        }
        if shape.ty.to_string() != own.to_string() {
            parts.push(shape.ty.to_string());
        }
        parts.extend(shape.keywords.iter().map(|(name, value)| format!("{name} = {value}")));
        format!("#[shape({})]\n", parts.join(", "))
    };
    shapes.iter().map(one).collect()
}

fn enumeration(docs: &Docs, name: &str, values: &[EnumValue]) -> String {
    let texts = values.iter().filter_map(|value| Some((value.value.as_str()?, value.life)));
    let texts: Vec<(&str, ReleaseSet)> = texts.collect();
    let pairs: Vec<(String, String)> =
        texts.iter().map(|(value, _)| (decisions::variant(name, value), (*value).to_owned())).collect();
    let convention = words::convention(&pairs);
    let mut variants = String::new();
    let mut silent = false;
    for ((variant, value), (_, life)) in pairs.iter().zip(&texts) {
        let written = docs.of(&format!("{name}.{variant}"));
        variants += &written.map(lines).unwrap_or_default();
        silent |= written.is_none();
        if *life != ReleaseSet::ALL {
            variants += &format!("#[life({})]\n", ranges(*life));
        }
        let spelled = if convention.is_none() { format!(" = {value:?}") } else { String::new() };
        variants += &format!("{variant}{spelled},\n");
    }
    let convention = convention.filter(|name| !name.is_empty());
    let spelled = convention.map(|name| format!("#[serde(rename_all = {name:?})]\n")).unwrap_or_default();
    let excuse = if silent { "#[expect(missing_docs, reason = \"their names say it\")]\n" } else { "" };
    format!("{spelled}{excuse}pub enum {name} {{{variants}}}\n")
}

/// A doc comment: the one that somebody wrote, or one from name and life.
pub(crate) fn doc(docs: &Docs, key: &str, phrase: &str, life: ReleaseSet) -> String {
    if let Some(written) = docs.of(key) {
        let text = written.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let rest = text.strip_prefix(phrase);
        if !rest.is_some_and(is_life) {
            return lines(written);
        }
    }
    let said = sentence(life);
    format!("/// {phrase}{}{said}\n", if said.is_empty() { "" } else { " " })
}

/// Whether a text is nothing but the sentences that tell a life.
fn is_life(text: &str) -> bool {
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let is_known = match word {
            "Added" | "Back" => words.next() == Some("in"),
            "Until" => true,
            _ => false,
        };
        if !is_known || words.next().is_none_or(|version| !version.starts_with(|first: char| first.is_ascii_digit())) {
            return false;
        }
    }
    true
}

fn lines(written: &[String]) -> String {
    written.iter().map(|line| format!("///{line}\n")).collect()
}

/// A body's type as an answer names it, one for each era; what no type says is a question.
pub(crate) fn bodies(typer: &mut Typer<'_>, place: &str, eras: &[flat::Era]) -> Vec<(ReleaseSet, Ty)> {
    let typed = typer.typed(place, eras);
    if typed.shapes.is_empty() {
        let all = eras.iter().fold(ReleaseSet::NONE, |all, era| all | era.releases);
        return vec![(all, typed.ty)];
    }
    if eras.iter().any(|era| !keywords(&era.node).is_empty()) {
        typer.questions.push(format!("{place}: a body that no type says; make a scalar of it"));
    }
    typed.shapes.into_iter().map(|shape| (shape.releases, shape.ty)).collect()
}
