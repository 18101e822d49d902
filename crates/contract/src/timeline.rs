//! One contract for many releases, from a contract of each.
//!
//! What two releases say alike is said once; what they say differently becomes lives and eras. At each release the result
//! projects to what was given for it.

use std::collections::BTreeMap;

use crate::{
    Additional, Aside, Component, Contract, EnumValue, Eras, Media, Method, Node, Operation, Parameter, Property,
    Release, ReleaseSet, RequestBody, Response, Schema,
};

/// Puts the contracts of single releases together.
pub fn timeline(documents: &[(Release, Contract)]) -> Contract {
    let parts: Vec<_> = documents.iter().map(|(release, contract)| (ReleaseSet::only(*release), contract)).collect();
    joined(&parts)
}

/// Puts contracts together, each of which speaks for some releases, no two for the same.
pub fn joined(parts: &[(ReleaseSet, &Contract)]) -> Contract {
    let releases = parts.iter().fold(ReleaseSet::NONE, |all, (releases, _)| all | *releases);
    let span = Span { owner: releases };
    let last = parts.iter().max_by_key(|(releases, _)| releases.last()).map(|(_, contract)| *contract);
    let contract = Contract {
        title: last.map(|contract| contract.title.clone()).unwrap_or_default(),
        version: None,
        releases,
        has_releases: true,
        servers: last.map(|contract| contract.servers.clone()).unwrap_or_default(),
        operations: operations(span, parts),
        // Immich documents none: the newest speaks for all.
        callbacks: last.map(|contract| contract.callbacks.clone()).unwrap_or_default(),
        components: components(span, parts),
        security_schemes: last.map(|contract| contract.security_schemes.clone()).unwrap_or_default(),
        error_body: None,
        observations: Vec::new(),
    };
    contract.numbered()
}

/// A contract of many releases with what documents say at releases of their own, whatever it said there. What no document
/// has goes on: what was observed, and the body of refusals.
pub fn extended(contract: Contract, documents: &[(Release, Contract)]) -> Contract {
    let new = documents.iter().map(|(release, _)| *release).collect();
    let mut before = contract;
    let (mut security_schemes, error_body) = (std::mem::take(&mut before.security_schemes), before.error_body.take());
    let observations = std::mem::take(&mut before.observations);
    let components = std::mem::take(&mut before.components);
    let (observed, components): (BTreeMap<_, _>, _) = components.into_iter().partition(|(_, one)| one.observed);
    before.components = components;
    let mut parts = vec![(before.releases - new, &before)];
    parts.extend(documents.iter().map(|(release, document)| (ReleaseSet::only(*release), document)));
    let mut all = joined(&parts);
    for (name, component) in observed {
        all.components.entry(name).or_insert(component);
    }
    security_schemes.extend(std::mem::take(&mut all.security_schemes));
    Contract { security_schemes, error_body, observations, ..all }.numbered()
}

/// The releases of the thing that the things at hand belong to.
#[derive(Clone, Copy)]
struct Span {
    owner: ReleaseSet,
}

impl Span {
    /// A set of releases as a life: what began or ended with its owner has no beginning or end of its own.
    fn life(self, seen: ReleaseSet) -> ReleaseSet {
        if self.owner.is_subset(seen) {
            return ReleaseSet::all();
        }
        let (first, last) = (self.owner.first(), self.owner.last());
        let before: ReleaseSet = Release::all().filter(|one| first.is_some_and(|first| *one < first)).collect();
        let after: ReleaseSet = Release::all().filter(|one| last.is_some_and(|last| *one > last)).collect();
        let started = first.is_some_and(|first| seen.contains(first));
        let ended = last.is_some_and(|last| seen.contains(last));
        let early = if started { before } else { ReleaseSet::NONE };
        let late = if ended { after } else { ReleaseSet::NONE };
        seen | early | late
    }

    /// Equal values side by side as eras.
    fn eras<T: Clone + PartialEq>(self, values: impl IntoIterator<Item = (ReleaseSet, T)>) -> Eras<T> {
        let mut groups: Vec<(ReleaseSet, T)> = Vec::new();
        for (releases, value) in values {
            match groups.iter_mut().find(|(_, known)| *known == value) {
                Some((seen, _)) => *seen = *seen | releases,
                None => groups.push((releases, value)),
            }
        }
        groups.sort_by_key(|(seen, _)| seen.first());
        groups.into_iter().map(|(seen, value)| (self.life(seen), value)).collect()
    }
}

/// The things of one name, each with the releases at which it stands so.
type Seen<'d, T> = Vec<(ReleaseSet, &'d T)>;

/// Things by key, in the order in which they first come; a thing that lives at none of its releases does not come.
fn by_key<'d, K: Ord + Clone, T>(all: impl IntoIterator<Item = (ReleaseSet, K, &'d T)>) -> Vec<(K, Seen<'d, T>)> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut groups: Vec<(K, Seen<'d, T>)> = Vec::new();
    for (releases, key, thing) in all.into_iter().filter(|(releases, ..)| !releases.is_empty()) {
        let place = *places.entry(key.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, seen)) => seen.push((releases, thing)),
            None => groups.push((key, vec![(releases, thing)])),
        }
    }
    groups
}

fn seen_at<T>(seen: &Seen<'_, T>) -> ReleaseSet {
    seen.iter().fold(ReleaseSet::NONE, |all, (releases, _)| all | *releases)
}

/// The releases at which a thing has a property of its own set.
fn where_set<T>(seen: &Seen<'_, T>, set: impl Fn(&T) -> ReleaseSet) -> ReleaseSet {
    seen.iter().fold(ReleaseSet::NONE, |all, (releases, thing)| all | (*releases & set(thing)))
}

fn components(span: Span, parts: &[(ReleaseSet, &Contract)]) -> BTreeMap<String, Component> {
    let all = parts.iter().flat_map(|(releases, contract)| {
        let named = contract.components.iter();
        named.map(|(name, component)| (*releases & component.life, name.clone(), &component.schema))
    });
    let merge = |(name, seen): (String, Seen<'_, Schema>)| {
        let owner = seen_at(&seen);
        (name, Component { life: span.life(owner), observed: false, schema: schema(Span { owner }, &seen) })
    };
    by_key(all).into_iter().map(merge).collect()
}

fn operations(span: Span, parts: &[(ReleaseSet, &Contract)]) -> Vec<Operation> {
    let all = parts.iter().flat_map(|(releases, contract)| {
        // OpenAPI forbids two of one route, but does not prevent them: they stay apart.
        let mut lives: BTreeMap<(Method, String), Vec<ReleaseSet>> = BTreeMap::new();
        contract.operations.iter().map(move |one| {
            let beside = lives.entry(one.route()).or_default();
            let key = (one.route(), beside.iter().filter(|life| !(**life & one.life).is_empty()).count());
            beside.push(one.life);
            (*releases & one.life, key, one)
        })
    });
    by_key(all).into_iter().filter_map(|(_, seen)| operation(span, &seen)).collect()
}

fn operation(span: Span, seen: &Seen<'_, Operation>) -> Option<Operation> {
    let owner = seen_at(seen);
    let inner = Span { owner };
    let life = span.life(owner);
    let (_, latest) = seen.last()?;
    let timed = |set: ReleaseSet| inner.life(set) & life;
    Some(Operation {
        origin: Aside::default(),
        ids: inner.eras(eras_of(seen, |one| &one.ids)).completed(),
        method: latest.method,
        paths: inner.eras(eras_of(seen, |one| &one.paths)).completed(),
        life,
        tags: inner.eras(eras_of(seen, |one| &one.tags)),
        deprecated: timed(where_set(seen, |one| one.deprecated)),
        markers: inner.eras(eras_of(seen, |one| &one.markers)),
        permission: inner.eras(eras_of(seen, |one| &one.permission)),
        admin_only: timed(where_set(seen, |one| one.admin_only)),
        security: inner.eras(eras_of(seen, |one| &one.security)),
        parameters: parameters(inner, seen),
        body: request_body(inner, seen),
        responses: responses(inner, seen),
    })
}

/// What each of the things says in its own eras, within the releases at which it was seen.
fn eras_of<'d, T, V: Clone + 'd>(seen: &Seen<'d, T>, part: impl Fn(&'d T) -> &'d Eras<V>) -> Vec<(ReleaseSet, V)> {
    let one = |(releases, thing): &(ReleaseSet, &'d T)| {
        let releases = *releases;
        part(thing).iter().map(move |(inner, value)| (releases & inner, value.clone())).collect::<Vec<_>>()
    };
    seen.iter().flat_map(one).filter(|(releases, _)| !releases.is_empty()).collect()
}

fn parameters(span: Span, seen: &Seen<'_, Operation>) -> Vec<Parameter> {
    let all = seen.iter().flat_map(|(releases, operation)| {
        let key = |one: &Parameter| (one.place, one.property.name.clone());
        operation.parameters.iter().map(move |one| (*releases & one.property.life, key(one), one))
    });
    let merge = |((place, _), seen): (_, Seen<'_, Parameter>)| {
        // No release has documented another way than the usual one so far: the newest speaks for all.
        let (_, latest) = seen.last()?;
        let properties: Seen<'_, Property> = seen.iter().map(|(releases, one)| (*releases, &one.property)).collect();
        Some(Parameter {
            place,
            property: property(span, &properties)?,
            serialization: latest.serialization.clone(),
            allows_empty: latest.allows_empty,
        })
    };
    by_key(all).into_iter().filter_map(merge).collect()
}

fn request_body<'d>(span: Span, seen: &Seen<'d, Operation>) -> Option<RequestBody> {
    let body = |(releases, one): &(ReleaseSet, &'d Operation)| {
        let body = one.body.as_ref()?;
        Some((*releases & body.life, body)).filter(|(releases, _)| !releases.is_empty())
    };
    let bodies: Seen<'_, RequestBody> = seen.iter().filter_map(body).collect();
    let owner = seen_at(&bodies);
    let life = span.life(owner);
    let required = Span { owner }.life(where_set(&bodies, |body| body.required)) & life;
    let content = bodies.iter().map(|(releases, body)| (*releases, body.content.as_slice()));
    (!bodies.is_empty()).then(|| RequestBody {
        origin: Aside::default(),
        life,
        required,
        content: content_of(Span { owner }, content),
    })
}

fn responses(span: Span, seen: &Seen<'_, Operation>) -> Vec<Response> {
    let all = seen.iter().flat_map(|(releases, operation)| {
        operation.responses.iter().map(move |one| (*releases & one.life, one.status, one))
    });
    let merge = |(status, seen): (_, Seen<'_, Response>)| {
        let owner = seen_at(&seen);
        let content = seen.iter().map(|(releases, one)| (*releases, one.content.as_slice()));
        let headers = headers(Span { owner }, &seen);
        Response {
            origin: Aside::default(),
            status,
            life: span.life(owner),
            content: content_of(Span { owner }, content),
            headers,
        }
    };
    by_key(all).into_iter().map(merge).collect()
}

fn headers(span: Span, seen: &Seen<'_, Response>) -> Vec<Property> {
    let all = seen.iter().flat_map(|(releases, response)| {
        response.headers.iter().map(move |one| (*releases & one.life, one.name.clone(), one))
    });
    by_key(all).into_iter().filter_map(|(_, seen)| property(span, &seen)).collect()
}

fn content_of<'d>(span: Span, all: impl Iterator<Item = (ReleaseSet, &'d [Media])>) -> Vec<Media> {
    let all = all.flat_map(|(releases, content)| {
        content.iter().map(move |one| (releases & one.life, one.media_type.clone(), one))
    });
    let merge = |(media_type, seen): (String, Seen<'_, Media>)| {
        let owner = seen_at(&seen);
        let schemas: Seen<'_, Schema> =
            seen.iter().filter_map(|(releases, one)| Some((*releases, one.schema.as_ref()?))).collect();
        let schema = (!schemas.is_empty()).then(|| schema(Span { owner }, &schemas));
        let encodings = seen.last().map(|(_, latest)| latest.encodings.clone()).unwrap_or_default();
        Media { origin: Aside::default(), media_type, life: span.life(owner), schema, encodings }
    };
    by_key(all).into_iter().map(merge).collect()
}

fn property(span: Span, seen: &Seen<'_, Property>) -> Option<Property> {
    let (_, latest) = seen.last()?;
    let owner = seen_at(seen);
    let inner = Span { owner };
    let life = span.life(owner);
    let schemas: Seen<'_, Schema> = seen.iter().map(|(releases, one)| (*releases, &one.schema)).collect();
    Some(Property {
        origin: Aside::default(),
        name: latest.name.clone(),
        life,
        required: inner.life(where_set(seen, |one| one.required)) & life,
        deprecated: inner.life(where_set(seen, |one| one.deprecated)) & life,
        markers: inner.eras(eras_of(seen, |one| &one.markers)),
        schema: schema(inner, &schemas),
        is_implied: seen.iter().all(|(_, one)| one.is_implied),
    })
}

/// The schema that says at each release what was said there. Nodes that differ only in their members, items and enum
/// values are one node whose members have lives; all others are eras.
fn schema(span: Span, seen: &Seen<'_, Schema>) -> Schema {
    let nodes: Vec<(ReleaseSet, &Node)> = seen
        .iter()
        .flat_map(|(releases, schema)| schema.iter().map(move |(inner, node)| (*releases & inner, node)))
        .filter(|(releases, _)| !releases.is_empty())
        .collect();
    let mut frames: Vec<(Node, Seen<'_, Node>)> = Vec::new();
    for (releases, node) in nodes {
        let frame = frame(node);
        match frames.iter_mut().find(|(known, _)| *known == frame) {
            Some((_, group)) => group.push((releases, node)),
            None => frames.push((frame, vec![(releases, node)])),
        }
    }
    frames
        .into_iter()
        .map(|(frame, group)| {
            let owner = seen_at(&group);
            (span.life(owner), filled(Span { owner }, frame, &group))
        })
        .collect()
}

/// A node without what has a life of its own; of that it only says whether there is any.
fn frame(node: &Node) -> Node {
    let anything = || Box::new(Schema::always(Node::default()));
    Node {
        index: Aside::default(),
        properties: Vec::new(),
        values: node
            .values
            .first()
            .map(|_| EnumValue { value: true.into(), life: ReleaseSet::all() })
            .into_iter()
            .collect(),
        items: node.items.as_ref().map(|_| anything()),
        additional: match &node.additional {
            Additional::Schema(_) => Additional::Schema(anything()),
            other => other.clone(),
        },
        ..node.clone()
    }
}

fn filled(span: Span, frame: Node, seen: &Seen<'_, Node>) -> Node {
    let members = seen.iter().flat_map(|(releases, node)| {
        node.properties.iter().map(move |one| (*releases & one.life, one.name.clone(), one))
    });
    let values = seen.iter().flat_map(|(releases, node)| {
        node.values.iter().map(move |one| (*releases & one.life, one.value.to_string(), one))
    });
    let value = |(_, seen): (String, Seen<'_, EnumValue>)| {
        let (_, one) = seen.last()?;
        Some(EnumValue { value: one.value.clone(), life: span.life(seen_at(&seen)) })
    };
    let below = |part: fn(&Node) -> Option<&Schema>| {
        let schemas: Seen<'_, Schema> =
            seen.iter().filter_map(|(releases, node)| Some((*releases, part(node)?))).collect();
        Box::new(schema(span, &schemas))
    };
    Node {
        properties: by_key(members).into_iter().filter_map(|(_, seen)| property(span, &seen)).collect(),
        values: by_key(values).into_iter().filter_map(value).collect(),
        items: frame.items.as_ref().map(|_| below(|node| node.items.as_deref())),
        additional: match frame.additional {
            Additional::Schema(_) => Additional::Schema(below(|node| match &node.additional {
                Additional::Schema(schema) => Some(schema),
                Additional::Unspecified | Additional::Forbidden => None,
            })),
            other => other,
        },
        ..frame
    }
}
