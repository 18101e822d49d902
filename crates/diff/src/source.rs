//! Where in the documents of both sides a change stands.

use std::collections::HashSet;
use std::sync::Arc;

use contract::pointer::escape;
use contract::{Document, Element, Place};
use report::{Location, Part as ReportPart};

use crate::change::Change;
use crate::fact::Fact;
use crate::place::{ChangeLocation, Owner, Part, Step};

/// One side of a comparison, as findings name it.
#[derive(Clone, Debug)]
pub struct Source {
    /// A file, an address, or a release.
    pub name: Arc<str>,
    /// Its text, where there is one: findings then say line and column.
    pub document: Option<Arc<Document>>,
}

/// Which side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Old,
    New,
}

impl Source {
    /// A side without a text of its own.
    pub fn named(name: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), document: None }
    }

    /// Where each of the changes stands on this side, or what is nearest to it there.
    pub(crate) fn locations<'c>(&self, which: Which, changes: impl Iterator<Item = &'c Change>) -> Vec<Location> {
        let location = |pointer: String| Location::new(Arc::clone(&self.name), ReportPart::Document, pointer);
        let Some(document) = &self.document else {
            return changes.map(|change| location(change.location.pointer())).collect();
        };
        changes
            .map(|change| {
                let place = change.location.in_document(document.root(), which);
                let exact = place.element.get(change.keyword()).unwrap_or(place.element);
                let position = exact.position();
                location(place.pointer).at(position.line, position.column)
            })
            .collect()
    }
}

impl Change {
    /// The keyword of OpenAPI that says what changed; a word that is not a keyword where no single one does.
    fn keyword(&self) -> &'static str {
        match self.fact {
            Fact::Null(_) => "nullable",
            Fact::ParameterRequired(_) | Fact::RequestBodyRequired(_) | Fact::ResponseHeaderRequired(_) => "required",
            Fact::PropertyDeprecation(_) | Fact::ParameterDeprecation(_) | Fact::OperationDeprecation(_) => {
                "deprecated"
            }
            Fact::OperationId(_) => "operationId",
            Fact::ParameterStyle(_) => "style",
            Fact::Permission(_) => "x-immich-permission",
            Fact::AdminOnly(_) => "x-immich-admin-only",
            Fact::OperationState(_) | Fact::PropertyState(_) | Fact::ParameterState(_) => "x-immich-state",
            Fact::Login(_) => "security",
            Fact::FormatHint(_) => "format",
            fact => fact.name(),
        }
    }
}

impl ChangeLocation {
    /// The place in a document, or what is nearest to it there.
    pub(crate) fn in_document<'d>(&self, root: Element<'d>, which: Which) -> Cursor<'d> {
        let mut cursor = Cursor { root, element: root, pointer: String::new() };
        if cursor.owner(&self.owner, which) {
            for step in &self.steps {
                let Some(next) = cursor.step(step) else { break };
                cursor = next;
            }
        }
        cursor
    }
}

/// A place in a document.
#[derive(Clone)]
pub(crate) struct Cursor<'d> {
    root: Element<'d>,
    element: Element<'d>,
    pointer: String,
}

impl Cursor<'_> {
    /// Goes to a member or an item, if there is one.
    fn go(&mut self, token: &str) -> bool {
        self.follow();
        let Some(element) = self.element.step(token) else { return false };
        self.element = element;
        self.pointer.extend(["/", &escape(token)]);
        true
    }

    fn all(&mut self, tokens: &[&str]) -> bool {
        tokens.iter().all(|token| self.go(token))
    }

    /// Goes on to what a reference refers to.
    fn follow(&mut self) {
        let mut left = 32;
        while let Some(target) = self.element.get("$ref").and_then(Element::as_str).and_then(|it| it.strip_prefix('#'))
        {
            let Some(element) = self.root.pointer(target).filter(|_| left > 0) else { return };
            self.element = element;
            target.clone_into(&mut self.pointer);
            left -= 1;
        }
    }

    /// Goes to what holds a place; whether all of it is there.
    fn owner(&mut self, owner: &Owner, which: Which) -> bool {
        let (operation, part) = match owner {
            Owner::Document => return self.go("servers"),
            Owner::Component { old, new } => {
                let name = if which == Which::Old { old } else { new };
                return self.all(&["components", "schemas", name]);
            }
            Owner::Exchange { operation, part } => (operation, part),
        };
        let (method, path) = match &operation.moved_from {
            Some((method, path)) if which == Which::Old => (*method, path),
            _ => (operation.method, &operation.path),
        };
        self.all(&["paths", path, method.key()]) && self.part(part)
    }

    fn part(&mut self, part: &Part) -> bool {
        match part {
            Part::Whole => true,
            Part::Parameter(place, name) => self.parameter(*place, name),
            Part::Request(media) => self.go("requestBody") && self.media(media.as_deref()),
            Part::Response(status, media) => {
                self.all(&["responses", &status.to_string()]) && self.media(media.as_deref())
            }
            Part::Header(status, name) => self.all(&["responses", &status.to_string()]) && self.header(name),
        }
    }

    /// Goes to a parameter: of the operation, else of its path.
    fn parameter(&mut self, place: Place, name: &str) -> bool {
        let mut path = self.clone();
        path.pointer.truncate(path.pointer.rfind('/').unwrap_or_default());
        path.element = path.root.pointer(&path.pointer).unwrap_or(path.root);
        for list in [self.clone(), path] {
            for index in 0..list.element.get("parameters").map_or(0, |all| all.items().count()) {
                let mut item = list.clone();
                if !item.all(&["parameters", &index.to_string()]) {
                    continue;
                }
                let mut target = item.clone();
                target.follow();
                let is = |key: &str, wanted: &str| target.element.get(key).and_then(Element::as_str) == Some(wanted);
                if is("in", place.name()) && is("name", name) {
                    *self = item;
                    return true;
                }
            }
        }
        false
    }

    fn header(&mut self, name: &str) -> bool {
        self.go("headers") && {
            let mut keys = self.element.members().map(|(key, _)| key);
            let key = keys.find(|key| key.eq_ignore_ascii_case(name));
            key.is_some_and(|key| self.go(key))
        }
    }

    fn media(&mut self, media: Option<&str>) -> bool {
        let Some(media) = media else { return true };
        if !self.go("content") {
            return false;
        }
        let essence = |key: &&str| key.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case(media));
        let key = self.element.members().map(|(key, _)| key).find(essence);
        key.is_some_and(|key| self.go(key)) && self.go("schema")
    }

    /// The place to which a step leads from a schema, also where a part or a base of the schema has it.
    fn step(&self, step: &Step) -> Option<Self> {
        let mut at = self.clone();
        // A parameter or a header holds its schema.
        at.go("schema");
        let tokens = match step {
            Step::Property(name) => vec!["properties", &**name],
            Step::Items => vec!["items"],
            Step::Additional => vec!["additionalProperties"],
            Step::Branch(name) => return at.branch(name),
        };
        at.find(&tokens, &mut HashSet::new())
    }

    fn find(&self, tokens: &[&str], seen: &mut HashSet<String>) -> Option<Self> {
        let mut here = self.clone();
        here.follow();
        if !seen.insert(here.pointer.clone()) {
            return None;
        }
        let mut there = here.clone();
        if there.all(tokens) {
            return Some(there);
        }
        here.parts().into_iter().find_map(|part| part.find(tokens, seen))
    }

    /// The branch of a choice that refers to this component.
    fn branch(&self, name: &str) -> Option<Self> {
        let mut here = self.clone();
        here.follow();
        let target = format!("#/components/schemas/{}", escape(name));
        here.parts().into_iter().find(|part| part.element.get("$ref").and_then(Element::as_str) == Some(&*target))
    }

    /// The schemas that a schema is made of.
    fn parts(&self) -> Vec<Self> {
        let mut parts = Vec::new();
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for index in 0..self.element.get(keyword).map_or(0, |all| all.items().count()) {
                let mut part = self.clone();
                if part.all(&[keyword, &index.to_string()]) {
                    parts.push(part);
                }
            }
        }
        parts
    }
}
