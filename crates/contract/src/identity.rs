//! Who a node is, as opposed to what it says.
//!
//! Within a contract every node has a number of its own, so that what is made of nodes and schemas can be kept by it.

use crate::{Additional, Contract, Node, Property, PropertyIndex, Schema};

/// Names a node within its contract: 1, 2, 3 … in the order of the contract. 0 is every node that no contract has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// Names a schema within its contract. All schemas that say nothing at any release are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(NodeId);

/// Something that is known of an element but is not what it says: elements are compared without it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Aside<T>(pub T);

impl<T> PartialEq for Aside<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Aside<T> {}

impl Schema {
    /// Its name within its contract.
    pub fn id(&self) -> SchemaId {
        SchemaId(self.iter().next().map(|(_, node)| node.id.0).unwrap_or_default())
    }
}

impl Contract {
    /// The contract with a number for each of its nodes. Who makes or changes a contract ends with this.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        let mut last = 0;
        self.schemas_mut().for_each(|schema| number(schema, &mut last));
        self
    }

    /// The schemas that are not part of another one.
    fn schemas_mut(&mut self) -> impl Iterator<Item = &mut Schema> {
        let operations = self.operations.iter_mut().chain(&mut self.callbacks).flat_map(|operation| {
            let parameters = operation.parameters.iter_mut().map(|parameter| &mut parameter.property.schema);
            let body = operation.body.iter_mut().flat_map(|body| &mut body.content);
            let responses = operation.responses.iter_mut().flat_map(|response| {
                let headers = response.headers.iter_mut().map(|header| &mut header.schema);
                headers.chain(response.content.iter_mut().filter_map(|media| media.schema.as_mut()))
            });
            parameters.chain(body.filter_map(|media| media.schema.as_mut())).chain(responses)
        });
        let components = self.components.values_mut().map(|component| &mut component.schema);
        components.chain(operations).chain(&mut self.error_body)
    }
}

fn number(schema: &mut Schema, last: &mut u32) {
    for node in schema.values_mut() {
        *last = last.saturating_add(1);
        node.id = Aside(NodeId(*last));
        node.index = Aside(PropertyIndex::of(&node.properties));
        node.schemas_mut().for_each(|below| number(below, last));
    }
}

impl Node {
    /// The schemas right below this node.
    fn schemas_mut(&mut self) -> impl Iterator<Item = &mut Schema> {
        let Self {
            id: _,
            origin: _,
            index: _,
            reference: _,
            kind: _,
            nullable: _,
            values: _,
            keywords: _,
            properties,
            additional,
            items,
            all_of,
            any_of,
            one_of,
            not,
            applicators,
        } = self;
        let additional = match additional {
            Additional::Schema(schema) => Some(&mut **schema),
            Additional::Unspecified | Additional::Forbidden => None,
        };
        let single = [additional, items.as_deref_mut(), not.as_deref_mut()].into_iter().flatten();
        let properties = properties.iter_mut().map(|Property { schema, .. }| schema);
        let applicators = applicators.iter_mut().map(|applicator| &mut applicator.schema);
        single.chain(all_of).chain(any_of).chain(one_of).chain(properties).chain(applicators)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::*;
    use crate::read;

    #[test]
    fn every_node_of_a_contract_has_a_number_of_its_own() {
        let schema = json!({"type": "object", "not": {"const": 1}, "additionalProperties": {"type": "string"},
            "properties": {"a": {"type": "array", "items": {"type": "string"}},
            "b": {"anyOf": [{"type": "string", "x-immich-life": "..2.0.0"}, {"$ref": "#/$defs/Y", "x-immich-life": "2.0.0.."}]},
            "c": {"allOf": [true, true], "oneOf": [true, false], "anyOf": [true, true]}}});
        let mut document = json!({"$defs": {"X": schema, "Y": true}, "errorBody": true, "operations": [{
            "operationId": "x", "method": "get", "path": "/x",
            "parameters": {"query": {"properties": {"q": true}}},
            "requestBody": {"content": {"application/json": true}},
            "responses": {"200": {"content": {"application/json": {"items": true}}}}}]});
        let mut contract = read::annotated(&document).unwrap().contract;
        let mut ids = HashSet::new();
        let mut open: Vec<&mut Schema> = contract.schemas_mut().collect();
        while let Some(schema) = open.pop() {
            for node in schema.values_mut() {
                assert!(ids.insert(node.id.0) && node.id.0 != NodeId::default(), "{node:?}");
                open.extend(node.schemas_mut());
            }
        }
        // X, `not`, `additionalProperties`; a and its items; two eras of b; c, its six branches and what `false` excludes.
        // Y and the error body; the query key, the body, the response and its items.
        assert_eq!(ids.len(), 3 + 2 + 2 + 8 + 2 + 4);
        document["$defs"]["A"] = json!(true);
        let other = read::annotated(&document).unwrap().contract;
        let of = |contract: &Contract, name: &str| contract.component(name).unwrap().schema.clone();
        assert_ne!(of(&contract, "X").id(), of(&other, "X").id());
        assert_eq!(of(&contract, "X"), of(&other, "X"), "what a node says is not who it is");
    }
}
