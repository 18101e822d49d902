//! Strategies that make values from schemas.
//!
//! Every value that a strategy gives fits the schema at the release, and has no property that the release does not know.
//! Branches of `oneOf` are taken to exclude each other.

use contract::{Kind, Node, Projection, Schema};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use proptest::{collection, option, sample};
use serde_json::{Map, Value, json};

use crate::number::Bounds;
use crate::shape::{Field, Shape, Way};
use crate::text::Text;

/// How often one component may stand inside itself.
const CYCLES: usize = 2;
/// How many components may stand inside each other.
const DEEPEST: usize = 7;
/// How many more items, or properties of any name, than the fewest allowed.
const MORE: usize = 2;
/// How often an optional property is there.
const OFTEN: f64 = 0.6;

/// Values that fit a schema at the projection's release; nothing where there is none, or the schema is beyond what can
/// be generated (`not`, a pattern with lookaround).
pub fn value<'c>(view: Projection<'c>, schema: &'c Schema) -> Option<BoxedStrategy<Value>> {
    Maker { view, path: Vec::new() }.value(&[schema])
}

/// Values of the component of this name.
pub fn component(view: Projection<'_>, name: &str) -> Option<BoxedStrategy<Value>> {
    let schema = Schema::always(Node::to(name));
    // The strategy owns all that it needs, so that the schema may go.
    Maker { view, path: Vec::new() }.value(&[&schema])
}

/// Values of the component of this name without end, the same for the same seed.
pub fn examples(view: Projection<'_>, name: &str, seed: u64) -> Option<impl Iterator<Item = Value> + use<>> {
    let strategy = component(view, name)?;
    let bytes: Vec<u8> = seed.to_le_bytes().repeat(4);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    Some(std::iter::from_fn(move || strategy.new_tree(&mut runner).ok().map(|tree| tree.current())))
}

/// A property with its name, or none.
type Member = BoxedStrategy<Option<(String, Value)>>;

/// Whether a way says something that no strategy here respects.
fn is_beyond(way: &Way<'_>) -> bool {
    way.nodes.iter().any(|node| node.not.is_some() || !node.applicators.is_empty())
}

#[derive(Clone)]
struct Maker<'c> {
    view: Projection<'c>,
    /// The components around the place.
    path: Vec<&'c str>,
}

impl<'c> Maker<'c> {
    fn value(&self, schemas: &[&'c Schema]) -> Option<BoxedStrategy<Value>> {
        let shape = Shape::of(self.view, schemas);
        let mut choices: Vec<(u32, BoxedStrategy<Value>)> =
            shape.ways.iter().filter_map(|way| self.inside(way)?.way(way)).map(|strategy| (3, strategy)).collect();
        choices.extend(shape.null.then(|| (1, Just(Value::Null).boxed())));
        (!choices.is_empty()).then(|| proptest::strategy::Union::new_weighted(choices).boxed())
    }

    /// The maker for what is inside a way; nothing if that would go round in circles.
    fn inside(&self, way: &Way<'c>) -> Option<Self> {
        let again = |name: &&str| self.path.iter().filter(|known| known == &name).count() >= CYCLES;
        if is_beyond(way) || way.names.iter().any(again) || self.path.len() > DEEPEST {
            return None;
        }
        Some(Self { path: self.path.iter().chain(&way.names).copied().collect(), ..*self })
    }

    fn way(&self, way: &Way<'c>) -> Option<BoxedStrategy<Value>> {
        if let Some(values) = way.values(self.view) {
            let values: Vec<Value> =
                values.into_iter().filter(|value| way.kind().is_none_or(|kind| kind.admits(value))).collect();
            return (!values.is_empty()).then(|| sample::select(values).boxed());
        }
        match way.kind() {
            None if !way.is_free() => self.object(way),
            None => Some(anything()),
            Some(Kind::Null) => None,
            Some(Kind::Boolean) => Some(any::<bool>().prop_map(Value::Bool).boxed()),
            Some(Kind::Integer) => way.bounds().integer_strategy(),
            Some(Kind::Number) => way.bounds().number_strategy(),
            Some(Kind::String) => way.text().strategy().map(|text| text.prop_map(Value::String).boxed()),
            Some(Kind::Array) => self.array(way),
            Some(Kind::Object) => self.object(way),
        }
    }

    fn array(&self, way: &Way<'c>) -> Option<BoxedStrategy<Value>> {
        let fewest = way.at_least("minItems").unwrap_or(0);
        let most = way.at_most("maxItems").unwrap_or(usize::MAX).min(fewest + MORE);
        let Some(items) = self.value(&way.items()).filter(|_| most > 0) else {
            return (fewest == 0).then(|| Just(json!([])).boxed());
        };
        let unique = way.keyword("uniqueItems").any(|value| value == &json!(true));
        let lists =
            collection::vec(items, fewest..=most).prop_map(move |items| if unique { distinct(items) } else { items });
        let enough = lists.prop_filter("enough distinct items", move |items| items.len() >= fewest);
        Some(enough.prop_map(Value::Array).boxed())
    }

    fn object(&self, way: &Way<'c>) -> Option<BoxedStrategy<Value>> {
        let fields = way.fields(self.view);
        let members: Option<Vec<Member>> = fields.iter().map(|field| self.field(field)).collect();
        let fewest = way.at_least("minProperties").unwrap_or(0);
        let most = way.at_most("maxProperties").unwrap_or(usize::MAX);
        let counts = move |object: &Map<String, Value>| (fewest..=most).contains(&object.len());
        let objects = (members?, self.others(way, fewest))
            .prop_map(|(members, others)| members.into_iter().flatten().chain(others).collect::<Map<String, Value>>());
        Some(objects.prop_filter("count of properties", counts).prop_map(Value::Object).boxed())
    }

    /// Name and value of one property, or not; nothing where it must be there and cannot be made.
    fn field(&self, field: &Field<'c>) -> Option<Member> {
        let name = field.name.to_owned();
        match self.value(&field.schemas) {
            None if field.required => None,
            None => Some(Just(None).boxed()),
            Some(values) => {
                let named = values.prop_map(move |value| (name.clone(), value));
                Some(if field.required { named.prop_map(Some).boxed() } else { option::weighted(OFTEN, named).boxed() })
            }
        }
    }

    /// Properties of any name, where there may be such.
    fn others(&self, way: &Way<'c>, fewest: usize) -> BoxedStrategy<Vec<(String, Value)>> {
        let values = match way.additional() {
            _ if way.is_closed() => None,
            schemas if schemas.is_empty() => way.is_free().then(anything),
            schemas => self.value(&schemas),
        };
        let Some(values) = values else { return Just(Vec::new()).boxed() };
        let count = fewest..=fewest + MORE;
        collection::btree_map("x[a-z]{1,5}", values, count).prop_map(|map| map.into_iter().collect()).boxed()
    }
}

/// Some value of any type.
fn anything() -> BoxedStrategy<Value> {
    let choices = [json!(null), json!(true), json!(-3), json!(2.5), json!("text"), json!([1, "a"]), json!({"x": null})];
    sample::select(choices.to_vec()).boxed()
}

/// Items without repetitions; `1` and `1.0` are the same.
fn distinct(items: Vec<Value>) -> Vec<Value> {
    let same = |one: &Value, two: &Value| one == two || (one.is_number() && one.as_f64() == two.as_f64());
    let mut kept: Vec<Value> = Vec::new();
    for item in items {
        if !kept.iter().any(|known| same(known, &item)) {
            kept.push(item);
        }
    }
    kept
}

impl<'c> Way<'c> {
    /// What the way asks of a number. Of several bounds of one kind the first counts: schemas do not repeat them.
    pub(crate) fn bounds(&self) -> Bounds<'c> {
        Bounds {
            format: self.texts("format").next(),
            minimum: self.keyword("minimum").next(),
            maximum: self.keyword("maximum").next(),
            above: self.keyword("exclusiveMinimum").next(),
            below: self.keyword("exclusiveMaximum").next(),
            step: self.keyword("multipleOf").next(),
        }
    }

    /// What the way asks of a string.
    pub(crate) fn text(&self) -> Text<'c> {
        Text {
            format: self.texts("format").next(),
            patterns: self.texts("pattern").collect(),
            shortest: self.at_least("minLength").unwrap_or(0),
            longest: self.at_most("maxLength"),
        }
    }
}
