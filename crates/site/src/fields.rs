//! The fields of a type, each once, whatever eras the type has.

use contract::marker::History;
use contract::{Additional, Eras, Property, Release, ReleaseSet, Schema};
use lives::Piece;
use pages::Look;

use crate::by_name::ByName;
use crate::catalog::Catalog;
use crate::claims::{Claims, Disagreements};
use crate::file_names::anchor;
use crate::rows::{Row, plainly};

/// How deep fields within fields are shown; what is deeper is said in words.
const DEEPEST: usize = 8;

/// A field at all releases.
pub(crate) struct Field<'c> {
    /// Its name, with those of the fields around it: `faces[].id`.
    pub(crate) name: String,
    /// What it is, by the releases at which it is that.
    eras: Vec<(ReleaseSet, Is<'c>)>,
}

/// What a field is.
enum Is<'c> {
    Property(&'c Property),
    /// What members without a name of their own are.
    Additional(&'c Schema),
}

/// The fields of a schema, in its order; those within others stand behind them.
pub(crate) fn fields(schema: &Schema, life: ReleaseSet) -> Vec<Field<'_>> {
    let mut fields = Fields::default();
    fields.add(schema, life, "", 0);
    fields.0.in_order().into_iter().map(|(name, eras)| Field { name, eras }).collect()
}

#[derive(Default)]
struct Fields<'c>(ByName<Vec<(ReleaseSet, Is<'c>)>>);

impl<'c> Fields<'c> {
    fn add(&mut self, schema: &'c Schema, life: ReleaseSet, within: &str, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for (era, node) in schema.iter() {
            let alive = life & era;
            for property in &node.properties {
                let name = format!("{within}{}", property.name);
                let alive = alive & property.life;
                self.put(&name, alive, Is::Property(property));
                self.add(&property.schema, alive, &format!("{name}."), depth + 1);
            }
            if let Additional::Schema(schema) = &node.additional {
                let name = format!("{within}*");
                self.put(&name, alive, Is::Additional(schema));
                self.add(schema, alive, &format!("{name}."), depth + 1);
            }
            if let Some(items) = &node.items {
                self.add(items, alive, &format!("{}[].", within.trim_end_matches('.')), depth + 1);
            }
            node.all_of.iter().for_each(|part| self.add(part, alive, within, depth + 1));
            for (position, branch) in node.any_of.iter().chain(&node.one_of).enumerate() {
                let within = format!("{}({}).", within.trim_end_matches('.'), position + 1);
                self.add(branch, alive, &within, depth + 1);
            }
        }
    }

    fn put(&mut self, name: &str, alive: ReleaseSet, is: Is<'c>) {
        if !alive.is_empty() {
            self.0.update(name, |eras| eras.push((alive, is)));
        }
    }
}

impl Field<'_> {
    /// The releases at which it exists.
    pub(crate) fn life(&self) -> ReleaseSet {
        self.eras.iter().fold(ReleaseSet::NONE, |all, (releases, _)| all | *releases)
    }

    fn at(&self, release: Release) -> (Look, Vec<Piece>) {
        match self.eras.iter().find(|(releases, _)| releases.contains(release)).map(|(_, is)| is) {
            Some(Is::Property(property)) => lives::property_at(property, release),
            Some(Is::Additional(schema)) => {
                let mut said = vec![Piece::Text("any number, each ".to_owned())];
                said.extend(lives::pieces(schema, release));
                (Look::Optional, said)
            }
            None => plainly(Look::Optional, "nothing"),
        }
    }

    fn markers(&self) -> Eras<History> {
        let claims = self.eras.iter().filter_map(|(releases, is)| match is {
            Is::Property(property) => Some((*releases, &property.markers)),
            Is::Additional(_) => None,
        });
        let within = claims.flat_map(|(alive, markers)| {
            markers.iter().map(move |(releases, history)| (releases & alive, history.clone()))
        });
        within.collect()
    }

    /// Its row, and one for each value that it lists.
    pub(crate) fn rows(&self, catalog: &Catalog<'_>, disagreements: &Disagreements, of: &str) -> Vec<Row> {
        let place = anchor(&self.name);
        let claims = Claims::of(catalog, &self.markers(), self.life(), disagreements, &format!("{of}.{}", self.name));
        let row = Row::of(catalog, &self.name, place.clone(), self.life(), |release| self.at(release)).claimed(claims);
        let schemas = self.eras.iter().filter_map(|(releases, is)| match is {
            Is::Property(property) => Some((*releases, &property.schema)),
            Is::Additional(_) => None,
        });
        let values = values(catalog, schemas, &place);
        std::iter::once(row).chain(values.into_iter().map(Row::part)).collect()
    }
}

/// A row for each value that these schemas list, themselves, in their parts or of their items; `place` begins its name in the page.
pub(crate) fn values<'c>(
    catalog: &Catalog<'_>,
    schemas: impl Iterator<Item = (ReleaseSet, &'c Schema)>,
    place: &str,
) -> Vec<Row> {
    let mut listed: ByName<ReleaseSet> = ByName::default();
    let mut open: Vec<(ReleaseSet, &Schema)> = schemas.collect();
    open.reverse();
    while let Some((life, schema)) = open.pop() {
        for (era, node) in schema.iter() {
            for value in &node.values {
                listed.update(&value.value.to_string(), |lives| *lives = *lives | (life & era & value.life));
            }
            let parts = node.all_of.iter().chain(&node.any_of).chain(&node.one_of).rev();
            open.extend(parts.chain(node.items.as_deref()).map(|part| (life & era, part)));
        }
    }
    let row = |(name, life): (String, ReleaseSet)| {
        let place = format!("{place}={}", anchor(name.trim_matches('"')));
        Row::of(catalog, name, place, life, |_| plainly(Look::Required, "allowed")).kind("value")
    };
    let is_known = |(_, life): &(String, ReleaseSet)| !catalog.alive(*life).is_empty();
    let mut rows: Vec<Row> = listed.in_order().into_iter().filter(is_known).map(row).collect();
    // What is gone stands behind what is there.
    rows.sort_by_key(|row| row.gone().is_some());
    rows
}
