//! What a contract says of one place in a value that is yet to be read from text.

use contract::{Additional, Kind, Node, Projection, Schema, Structure};

/// A place in a value, at one release.
pub(super) struct Place<'c> {
    view: Projection<'c>,
    /// What speaks of it. A value must fit all of them, save where they are alternatives.
    pub(super) schemas: Vec<&'c Schema>,
    nodes: Vec<&'c Node>,
    kinds: Vec<Kind>,
}

impl<'c> Place<'c> {
    /// The place of a whole value.
    pub(super) fn of(view: Projection<'c>, schema: &'c Schema) -> Self {
        Self::joint(view, vec![schema])
    }

    fn joint(view: Projection<'c>, schemas: Vec<&'c Schema>) -> Self {
        let nodes: Vec<&'c Node> = schemas.iter().flat_map(|schema| view.applicable(schema)).collect();
        let mut kinds: Vec<Kind> = Vec::new();
        for node in &nodes {
            for kind in node.kinds(view.release) {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        Self { view, schemas, nodes, kinds }
    }

    /// Whether a value of this type may stand here; where no type is named, any may.
    pub(super) fn allows(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Whether no type is named.
    pub(super) fn is_open(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The structures that a value may have here, as the schema names them; a value of an open type is taken for a single one.
    pub(super) fn structures(&self) -> Vec<Structure> {
        let mut structures: Vec<Structure> = Vec::new();
        for structure in self.kinds.iter().map(|kind| Structure::of(*kind)) {
            if !structures.contains(&structure) {
                structures.push(structure);
            }
        }
        if structures.is_empty() { vec![Structure::Primitive] } else { structures }
    }

    /// Whether a single value may stand here.
    pub(super) fn is_primitive(&self) -> bool {
        self.structures().contains(&Structure::Primitive)
    }

    /// Whether nothing but an object, or a list of them, may stand here.
    pub(super) fn is_of_objects(&self) -> bool {
        let only = |structures: &[Structure], structure: Structure| structures == [structure];
        let structures = self.structures();
        only(&structures, Structure::Object)
            || (only(&structures, Structure::Array) && only(&self.item().structures(), Structure::Object))
    }

    /// The place of the items.
    pub(super) fn item(&self) -> Self {
        Self::joint(self.view, self.nodes.iter().filter_map(|node| node.items.as_deref()).collect())
    }

    /// The place of a member.
    pub(super) fn member(&self, name: &str) -> Self {
        let of = |node: &&'c Node| {
            let property = node.property(name).filter(|property| property.life.contains(self.view.release));
            match (property, &node.additional) {
                (Some(property), _) => Some(&property.schema),
                (None, Additional::Schema(schema)) => Some(&**schema),
                (None, Additional::Unspecified | Additional::Forbidden) => None,
            }
        };
        Self::joint(self.view, self.nodes.iter().filter_map(of).collect())
    }

    /// Whether a member of this name is declared.
    pub(super) fn declares(&self, name: &str) -> bool {
        let alive =
            |node: &&Node| node.property(name).is_some_and(|property| property.life.contains(self.view.release));
        self.nodes.iter().any(alive)
    }

    /// Whether members may have any name: a schema for them says so, or an object has none of its own.
    pub(super) fn names_are_free(&self) -> bool {
        let has_none = |node: &Node| node.properties.is_empty() && node.additional == Additional::Unspecified;
        let is_map = |node: &&Node| matches!(node.additional, Additional::Schema(_));
        let objects: Vec<&&Node> = self.nodes.iter().filter(|node| node.kind == Some(Kind::Object)).collect();
        let declares_some = self.nodes.iter().any(|node| !node.properties.is_empty());
        self.nodes.iter().any(is_map) || (!declares_some && objects.iter().any(|node| has_none(node)))
    }
}
