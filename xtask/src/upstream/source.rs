//! Rust source of one type or one operation.

use contract::marker::{History, State};
use contract::{Component, EnumValue, Eras, Node, Property, ReleaseSet};

use super::docs::Docs;
use super::flat;
use super::lives::{Owner, ranges};
use super::made::Form;
use super::types::{Shape, Ty, Typed, Typer};
use super::{decisions, objects, words};

/// A type of the models with all that is written of it.
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) life: ReleaseSet,
    pub(crate) body: Body,
    /// What it says as a whole, with the releases of its owner.
    beside: (Vec<Shape>, Owner),
}

/// The forms of types.
pub(crate) enum Body {
    Struct { fields: Vec<Field>, default: bool, inline: bool },
    Enum(Vec<EnumValue>),
    Newtype { typed: Typed, owner: Owner, component: bool },
    Choice { variants: Vec<(String, Ty)>, exactly_one: bool },
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
        let eras = objects::eras_of(&component.schema, owner.seen);
        let nullable = eras.iter().any(|era| era.node.nullable);
        let (words, object) = (objects::merged(&eras, objects::is_words), objects::merged(&eras, objects::is_object));
        let life = component.life;
        let (body, beside) = match (words, object) {
            (Some(node), _) if !nullable => (Body::Enum(node.values), objects::beside(typer.contract, &eras)),
            (_, Some(node)) if !nullable => {
                (structure(typer, name, &node, owner, false), objects::beside(typer.contract, &eras))
            }
            _ => {
                let eras = flat::eras(&component.schema, owner.seen);
                let owner = Owner { written: ReleaseSet::all(), ..owner };
                (Body::Newtype { typed: typer.typed(name, &eras), owner, component: true }, Vec::new())
            }
        };
        Self { name: name.to_owned(), life, body, beside: (beside, owner) }
    }

    /// A type that no document names.
    pub(crate) fn made(typer: &mut Typer<'_>, name: &str, form: Form) -> Self {
        let owner = |eras: &[flat::Era]| {
            let seen = eras.iter().fold(ReleaseSet::NONE, |all, era| all | era.releases);
            Owner { seen, written: ReleaseSet::all() }
        };
        let nothing = Owner { seen: ReleaseSet::all(), written: ReleaseSet::all() };
        let (body, beside) = match form {
            Form::Object(eras) => {
                let node = objects::merged(&eras, objects::is_object).unwrap_or_default();
                let beside = (objects::beside(typer.contract, &eras), owner(&eras));
                (structure(typer, name, &node, owner(&eras), true), beside)
            }
            Form::Choice { variants, exactly_one } => (Body::Choice { variants, exactly_one }, (Vec::new(), nothing)),
            Form::Scalar { typed, eras } => {
                (Body::Newtype { typed, owner: owner(&eras), component: false }, (Vec::new(), nothing))
            }
        };
        Self { name: name.to_owned(), life: ReleaseSet::all(), body, beside }
    }

    /// What of it cannot be written.
    pub(crate) fn questions(&self) -> Vec<String> {
        let name = &self.name;
        let twice = |names: &[String]| -> Vec<String> {
            let mut seen = std::collections::BTreeSet::new();
            names.iter().filter(|one| !seen.insert((*one).clone())).cloned().collect()
        };
        match &self.body {
            Body::Struct { fields, .. } => {
                let names: Vec<String> = fields.iter().map(|field| words::field(&field.property.name)).collect();
                let told = |field| format!("`{name}` has two properties that are both `{field}` in Rust.");
                twice(&names).into_iter().map(told).collect()
            }
            Body::Enum(values) => {
                let texts = values.iter().filter_map(|value| value.value.as_str());
                let names: Vec<String> = texts.map(|value| decisions::variant(name, value)).collect();
                let told = |variant| {
                    format!(
                        "`{name}` has two values that are both `{variant}` in Rust; add `({name:?}, \"VALUE\", \
                         \"NewName\"),` to `VARIANT_NAMES` in `xtask/src/upstream/decisions.rs`."
                    )
                };
                twice(&names).into_iter().map(told).collect()
            }
            Body::Newtype { .. } | Body::Choice { .. } => Vec::new(),
        }
    }

    /// The types that it holds directly.
    pub(crate) fn direct(&self) -> Vec<&str> {
        match &self.body {
            Body::Struct { fields, .. } => fields.iter().flat_map(|field| field.typed.ty.direct()).collect(),
            Body::Enum(_) => Vec::new(),
            Body::Newtype { typed, .. } => typed.ty.direct(),
            Body::Choice { variants, .. } => variants.iter().flat_map(|(_, ty)| ty.direct()).collect(),
        }
    }

    /// The type as Rust source. `boxed` are the types that it reaches itself through.
    pub(crate) fn source(&self, docs: &Docs, boxed: &[String]) -> String {
        let Self { name, life, body, beside: (beside, owner) } = self;
        let mut text = doc(docs, name);
        text += match body {
            Body::Struct { default: true, .. } => "#[model(default = null)]\n",
            Body::Struct { inline: true, .. } => "#[model(inline)]\n",
            Body::Newtype { component: true, .. } => "#[model(component)]\n",
            Body::Choice { exactly_one: true, .. } => "#[model(exactly_one)]\n",
            Body::Struct { .. } | Body::Enum(_) | Body::Choice { .. } | Body::Newtype { .. } => "#[model]\n",
        };
        if *life != ReleaseSet::all() {
            text += &format!("#[life({})]\n", ranges(*life));
        }
        text += &shapes(beside, &Ty::named("Self"), *owner);
        text + &match body {
            Body::Struct { fields, .. } => {
                let fields: String = fields.iter().map(|field| field.source(docs, name, "", boxed)).collect();
                format!("pub struct {name} {{{fields}}}\n")
            }
            Body::Enum(values) => enumeration(docs, name, values),
            Body::Newtype { typed, owner, .. } => {
                let ty = typed.ty.clone().boxed(boxed);
                format!("{}pub struct {name}(pub {ty});\n", shapes(&typed.shapes, &typed.ty, *owner))
            }
            Body::Choice { variants, .. } => {
                let variants = variants.iter().map(|(variant, ty)| {
                    let ty = ty.clone().boxed(boxed);
                    format!("{}{variant}({ty}),\n", doc(docs, &format!("{name}.{variant}")))
                });
                format!("pub enum {name} {{{}}}\n", variants.collect::<String>())
            }
        }
    }
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
        let mut text = doc(docs, &format!("{owner}.{field}"));
        text += more;
        let life = life(property.life, property.required, property.deprecated);
        text += &life.unwrap_or_default();
        text += &markers(&property.markers, property.life);
        text += &shapes(&typed.shapes, &typed.ty, *part);
        if words::camel(&field) != property.name {
            text += &format!("#[serde(rename = {:?})]\n", property.name);
        }
        let ty = typed.ty.clone().boxed(boxed);
        let always = property.life == ReleaseSet::all() && property.required == ReleaseSet::all();
        let ty = if always { ty.to_string() } else { format!("Option<{ty}>") };
        text + &format!("pub {field}: {ty},\n")
    }
}

/// The `#[life]` of something that can be required.
pub(crate) fn life(life: ReleaseSet, required: ReleaseSet, deprecated: ReleaseSet) -> Option<String> {
    let mut arguments = vec![ranges(life)];
    let plain = match (required == life, required.is_empty()) {
        (true, _) => life == ReleaseSet::all(),
        (false, true) => {
            arguments.push("optional".to_owned());
            life == ReleaseSet::all()
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
    // What is new comes last.
    let mut all: Vec<_> = pairs.into_iter().zip(texts.iter().map(|(_, life)| life)).collect();
    all.sort_by_key(|((variant, _), _)| docs.place(name, variant).unwrap_or(usize::MAX));
    let mut variants = String::new();
    for ((variant, value), life) in &all {
        variants += &doc(docs, &format!("{name}.{variant}"));
        if **life != ReleaseSet::all() {
            variants += &format!("#[life({})]\n", ranges(**life));
        }
        let spelled = if convention.is_none() { format!(" = {value:?}") } else { String::new() };
        variants += &format!("{variant}{spelled},\n");
    }
    let convention = convention.filter(|name| !name.is_empty());
    let spelled = convention.map(|name| format!("#[serde(rename_all = {name:?})]\n")).unwrap_or_default();
    format!("{spelled}pub enum {name} {{{variants}}}\n")
}

/// The doc comment that somebody wrote; a name that says it all has none.
pub(crate) fn doc(docs: &Docs, key: &str) -> String {
    docs.of(key).map(lines).unwrap_or_default()
}

fn lines(written: &[String]) -> String {
    written.iter().map(|line| format!("///{line}\n")).collect()
}

/// A body's type as an answer names it, one for each era.
pub(crate) fn bodies(typer: &mut Typer<'_>, place: &str, eras: &[flat::Era]) -> Vec<(ReleaseSet, Ty)> {
    let mut all: Vec<(ReleaseSet, Ty)> = Vec::new();
    for era in eras {
        let ty = typer.wrapped(place, std::slice::from_ref(era));
        match all.iter_mut().find(|(_, known)| *known == ty) {
            Some((releases, _)) => *releases = *releases | era.releases,
            None => all.push((era.releases, ty)),
        }
    }
    all
}
