//! The contract at one release: a view that has no eras left.

use std::ptr;

use crate::{Component, Contract, Media, Node, Operation, Parameter, Property, Release, Response, Schema};

/// A contract seen at one release.
#[derive(Clone, Copy, Debug)]
pub struct Projection<'c> {
    /// The contract.
    pub contract: &'c Contract,
    /// The release at which it is seen.
    pub release: Release,
}

impl<'c> Projection<'c> {
    /// The operations that exist.
    pub fn operations(self) -> impl Iterator<Item = &'c Operation> {
        self.contract.operations.iter().filter(move |operation| operation.life.contains(self.release))
    }

    /// What servers ask clients.
    pub fn callbacks(self) -> impl Iterator<Item = &'c Operation> {
        self.contract.callbacks.iter().filter(move |operation| operation.life.contains(self.release))
    }

    /// The components that exist, by name.
    pub fn components(self) -> impl Iterator<Item = (&'c str, &'c Component)> {
        let all = self.contract.components.iter().map(|(name, component)| (name.as_str(), component));
        all.filter(move |(_, component)| component.life.contains(self.release))
    }

    /// What a schema says.
    pub fn node(self, schema: &Schema) -> Option<&Node> {
        schema.at(self.release)
    }

    /// What the component of this name says, whether or not it exists at this release.
    pub fn component(self, name: &str) -> Option<&'c Node> {
        self.contract.component(name).and_then(|component| component.schema.at(self.release))
    }

    /// The nodes that say what a value of a schema is: its own, those that it refers to or is put together of, and those of
    /// its alternatives. Each stands there once, the outermost first.
    pub fn applicable(self, schema: &'c Schema) -> Vec<&'c Node> {
        let mut met: Vec<&'c Node> = Vec::new();
        let mut open = vec![schema];
        while let Some(schema) = open.pop() {
            let known = |node: &&Node| met.iter().any(|other| ptr::eq(*other, *node));
            let Some(node) = schema.at(self.release).filter(|node| !known(node)) else { continue };
            met.push(node);
            let parts = node.all_of.iter().chain(&node.any_of).chain(&node.one_of);
            open.extend(parts.rev());
            let component = node.reference.as_ref().and_then(|name| self.contract.component(name));
            open.extend(component.map(|component| &component.schema));
        }
        met
    }

    /// The properties of a node that exist.
    pub fn properties(self, node: &Node) -> impl Iterator<Item = &Property> {
        node.properties.iter().filter(move |property| property.life.contains(self.release))
    }

    /// The parameters of an operation that exist.
    pub fn parameters(self, operation: &Operation) -> impl Iterator<Item = &Parameter> {
        operation.parameters.iter().filter(move |parameter| parameter.property.life.contains(self.release))
    }

    /// The responses of an operation that are documented.
    pub fn responses(self, operation: &Operation) -> impl Iterator<Item = &Response> {
        operation.responses.iter().filter(move |response| response.life.contains(self.release))
    }

    /// The media types that are documented.
    pub fn media(self, content: &[Media]) -> impl Iterator<Item = &Media> {
        content.iter().filter(move |media| media.life.contains(self.release))
    }
}
