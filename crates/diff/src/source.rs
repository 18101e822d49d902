//! Where in the documents of both sides a change stands.

use std::sync::Arc;

use contract::{Contract, Document, Element, Position, pointers};
use report::{Location, Part};

use crate::change::Change;
use crate::fact::Fact;
use crate::locate::Locator;

/// One side of a comparison, as findings name it.
#[derive(Clone, Debug)]
pub struct Source {
    /// A file, an address, or a release.
    pub name: Arc<str>,
    /// Its text with what was read of it, where there is one: findings then say line and column.
    pub written: Option<(Arc<Document>, Arc<Contract>)>,
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
        Self { name: name.into(), written: None }
    }

    /// Where each of the changes stands on this side, or what is nearest to it there.
    pub(crate) fn locations<'c>(&self, which: Which, changes: impl Iterator<Item = &'c Change>) -> Vec<Location> {
        let location = |pointer: String| Location::new(Arc::clone(&self.name), Part::Document, pointer);
        let Some((document, contract)) = &self.written else {
            return changes.map(|change| location(change.location.pointer())).collect();
        };
        let locator = Locator::new(document, contract, which);
        let found = |change: &Change| {
            let element = locator.find(&change.location);
            (element, element.get(change.keyword()).unwrap_or(element).position())
        };
        let (elements, positions): (Vec<Element<'_>>, Vec<Position>) = changes.map(found).unzip();
        let places = pointers(&elements).into_iter().zip(positions);
        places.map(|(pointer, position)| location(pointer).at(position.line, position.column)).collect()
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
