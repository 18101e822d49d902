//! The scalars of the models, whose schemas are written out wherever they are used.

use contract::{Node, Release, Schema, read};
use schemars::generate::SchemaSettings;
use serde_json::{Map, json};

use crate::Failure;

/// The scalars by name, the plainest first: the first that fits is taken.
pub(crate) struct Scalars(Vec<(&'static str, Schema)>);

macro_rules! scalars {
    ($generator:ident; $($name:ident),*) => {
        [$((stringify!($name), $generator.subschema_for::<models::$name>())),*]
    };
}

impl Scalars {
    /// The scalars that the models have now.
    pub(crate) fn known() -> Result<Self, Failure> {
        let mut generator = SchemaSettings::draft2020_12().into_generator();
        let table = scalars![
            generator; Integer, DateTime, Date, Double, Binary, Id, Uuid, Timestamp, Email, Natural, SafeInteger, Positive,
            Whole, OpenObject, Object, Millis, Uri, Pair
        ];
        let names = table.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let defs: Map<_, _> = table.into_iter().map(|(name, schema)| (name.to_owned(), schema.to_value())).collect();
        let mut components = read::annotated(&json!({"$defs": defs}))?.contract.components;
        let find = |name| components.remove(name).map(|component| (name, component.schema));
        Ok(Self(names.into_iter().filter_map(find).collect()))
    }

    /// The scalar that says the same as these nodes, each at its releases.
    pub(crate) fn fitting(&self, eras: &[super::flat::Era]) -> Option<&'static str> {
        let says = |schema: &Schema, release: Release, node: &Node| schema.at(release) == Some(node);
        let fits = |schema: &Schema| {
            eras.iter().all(|era| era.releases.iter().all(|release| says(schema, release, &era.node)))
        };
        self.0.iter().find(|(_, schema)| fits(schema)).map(|(name, _)| *name)
    }
}
