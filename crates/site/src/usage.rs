//! Who uses a type: the fields that are of it, and the operations that lead to it.

use std::collections::{BTreeMap, HashMap};

use contract::{Node, Operation, ReleaseSet, Schema};

use crate::catalog::Catalog;
use crate::file_names::anchor;
use crate::rows::Link;

/// Where types are used.
#[derive(Default)]
pub(crate) struct Usage<'c> {
    by_type: BTreeMap<&'c str, Users<'c>>,
}

/// Who uses one type.
#[derive(Default)]
pub(crate) struct Users<'c> {
    /// Types, each with the field; without one, where the type as a whole is meant.
    fields: BTreeMap<(&'c str, &'c str), ReleaseSet>,
    /// Operations that name it, each with the part of it that does.
    operations: BTreeMap<(&'c str, String), ReleaseSet>,
    /// Operations that lead to it through other types.
    reached: BTreeMap<&'c str, ReleaseSet>,
}

/// A user of a type, and when.
pub(crate) struct User {
    pub(crate) link: Link,
    pub(crate) part: String,
    pub(crate) span: String,
}

/// The types that a type names, each with the releases at which it does.
type Edges<'c> = HashMap<&'c str, Vec<(&'c str, ReleaseSet)>>;

impl<'c> Usage<'c> {
    pub(crate) fn of(catalog: &Catalog<'c>) -> Self {
        let mut usage = Self::default();
        let mut edges = Edges::new();
        for (name, component) in &catalog.contract.components {
            for (era, node) in component.schema.iter() {
                let alive = component.life & era;
                fields(node, alive, &mut |field, target, releases| {
                    usage.field(name, field, target, releases);
                    edges.entry(name).or_default().push((target, releases));
                });
            }
        }
        for named in catalog.ids.values() {
            for operation in &named.now {
                usage.operation(operation, &edges);
            }
        }
        usage
    }

    fn field(&mut self, owner: &'c str, field: &'c str, target: &'c str, releases: ReleaseSet) {
        let fields = &mut self.by_type.entry(target).or_default().fields;
        let known = fields.entry((owner, field)).or_default();
        *known = *known | releases;
    }

    fn operation(&mut self, operation: &'c Operation, edges: &Edges<'c>) {
        let mut named: BTreeMap<&'c str, ReleaseSet> = BTreeMap::new();
        parts(operation, &mut |part, target, releases| {
            let users = self.by_type.entry(target).or_default();
            let known = users.operations.entry((operation.id(), part.to_owned())).or_default();
            *known = *known | releases;
            let known = named.entry(target).or_default();
            *known = *known | releases;
        });
        for (target, releases) in reached(&named, edges) {
            if !named.contains_key(target) {
                let users = self.by_type.entry(target).or_default();
                let known = users.reached.entry(operation.id()).or_default();
                *known = *known | releases;
            }
        }
    }

    /// The users of a type.
    pub(crate) fn users(&self, name: &str) -> Option<&Users<'c>> {
        self.by_type.get(name)
    }
}

impl Users<'_> {
    pub(crate) fn fields(&self, catalog: &Catalog<'_>) -> Vec<User> {
        let user = |((owner, field), releases): (&(&str, &str), &ReleaseSet)| {
            let (text, place) = if field.is_empty() {
                ((*owner).to_owned(), String::new())
            } else {
                (format!("{owner}.{field}"), format!("#{}", anchor(field)))
            };
            let page = catalog.type_page(owner).map(|page| page + &place);
            User { link: Link::new(text, page), part: String::new(), span: catalog.span(*releases) }
        };
        present(&self.fields, catalog).map(user).collect()
    }

    pub(crate) fn operations(&self, catalog: &Catalog<'_>) -> Vec<User> {
        let user = |((id, part), releases): (&(&str, String), &ReleaseSet)| User {
            link: Link::new(*id, catalog.operation_page(id)),
            part: part.clone(),
            span: catalog.span(*releases),
        };
        present(&self.operations, catalog).map(user).collect()
    }

    pub(crate) fn reached(&self, catalog: &Catalog<'_>) -> Vec<User> {
        let user = |(id, releases): (&&str, &ReleaseSet)| User {
            link: Link::new(*id, catalog.operation_page(id)),
            part: String::new(),
            span: catalog.span(*releases),
        };
        present(&self.reached, catalog).map(user).collect()
    }
}

/// Those that use it at some release of the contract.
fn present<'u, K>(
    users: &'u BTreeMap<K, ReleaseSet>,
    catalog: &Catalog<'_>,
) -> impl Iterator<Item = (&'u K, &'u ReleaseSet)> {
    users.iter().filter(|(_, releases)| !catalog.alive(**releases).is_empty())
}

/// The types that a node names, each with the field in which it does.
fn fields<'c>(node: &'c Node, alive: ReleaseSet, found: &mut impl FnMut(&'c str, &'c str, ReleaseSet)) {
    for property in &node.properties {
        types(&property.schema, alive & property.life, &mut |target, releases| found(&property.name, target, releases));
    }
    if let Some(target) = &node.reference {
        found("", target, alive);
    }
    for schema in node.structure() {
        types(schema, alive, &mut |target, releases| found("", target, releases));
    }
}

/// The types that a schema names, in whatever depth.
fn types<'c>(schema: &'c Schema, alive: ReleaseSet, found: &mut impl FnMut(&'c str, ReleaseSet)) {
    let mut open = vec![(schema, alive)];
    while let Some((schema, alive)) = open.pop() {
        for (era, node) in schema.iter() {
            let alive = alive & era;
            if let Some(target) = &node.reference {
                found(target, alive);
            }
            open.extend(node.properties.iter().map(|property| (&property.schema, alive & property.life)));
            open.extend(node.structure().map(|schema| (schema, alive)));
        }
    }
}

/// The types that an operation names, each with the part of it that does.
fn parts<'c>(operation: &'c Operation, found: &mut impl FnMut(&str, &'c str, ReleaseSet)) {
    let life = operation.life;
    for parameter in &operation.parameters {
        let part = format!("{} {}", parameter.place.name(), parameter.property.name);
        let alive = life & parameter.property.life;
        types(&parameter.property.schema, alive, &mut |target, releases| found(&part, target, releases));
    }
    let bodies = operation.body.iter().flat_map(|body| body.content.iter().map(move |media| (body.life, media)));
    for (alive, media) in bodies {
        let alive = life & alive & media.life;
        media.schema.iter().for_each(|schema| types(schema, alive, &mut |target, at| found("body", target, at)));
    }
    for response in &operation.responses {
        let part = format!("answer {}", response.status);
        for media in &response.content {
            let alive = life & response.life & media.life;
            media.schema.iter().for_each(|schema| types(schema, alive, &mut |target, at| found(&part, target, at)));
        }
    }
}

/// The types that these lead to, themselves among them, each with the releases at which they do.
fn reached<'c>(named: &BTreeMap<&'c str, ReleaseSet>, edges: &Edges<'c>) -> BTreeMap<&'c str, ReleaseSet> {
    let mut reached = named.clone();
    let mut open: Vec<(&str, ReleaseSet)> = named.iter().map(|(name, releases)| (*name, *releases)).collect();
    while let Some((name, releases)) = open.pop() {
        for (target, at) in edges.get(name).into_iter().flatten() {
            let known = reached.entry(target).or_default();
            let new = (releases & *at) - *known;
            if !new.is_empty() {
                *known = *known | new;
                open.push((target, new));
            }
        }
    }
    reached
}
