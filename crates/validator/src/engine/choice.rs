//! Alternatives, and what a value must not be.
//!
//! Of a choice that is missed, what counts is the branch that was meant: the one whose type fits, or of several the one
//! of which no member is missing. Where no branch stands out, the choice as a whole was missed.

use contract::{Node, Property, ReleaseSet, Schema};
use serde_json::{Value, json};

use super::applicable::{ApplicableNode, ApplicableSchemas, ByRelease, Certainty, is_nullable_beside};
use super::own::{Expected, OwnFact, admits, types};
use super::walk::Walk;
use crate::fact::Fact;

impl<'c> Walk<'_, 'c> {
    /// What the alternatives of a node have against a value.
    pub(super) fn choices(
        &mut self,
        applied: ApplicableNode<'c>,
        schemas: &mut ApplicableSchemas<'c>,
        value: &Value,
        own: &mut Vec<OwnFact<'c>>,
    ) {
        let ApplicableNode { at, node, .. } = applied;
        let (is_outermost, before) = (self.trials.open(node.any_of.len() + node.one_of.len()), own.len());
        if !node.any_of.is_empty() {
            let mut none = at;
            for branch in &node.any_of {
                none = none - self.fits(branch, value, none);
            }
            self.missed(&node.any_of, none, schemas, value, own);
        }
        if !node.one_of.is_empty() {
            self.exactly_one(applied, schemas, value, own);
        }
        if let Some(schema) = &node.not {
            let fits = self.fits(schema, value, at);
            if !fits.is_empty() {
                own.push(OwnFact { fact: Fact::Schema, at: fits, expected: Expected::Unspecified });
            }
        }
        if is_outermost && self.trials.take_over() {
            // What was found rests on trials that were not made.
            own.truncate(before);
            let name = schemas.components(at).find_map(|(_, name)| name).unwrap_or("a schema");
            let why = format!("{name}: its alternatives lead to each other on more ways than can be tried");
            own.push(OwnFact { fact: Fact::SchemaUnusable, at, expected: Expected::Usable(why) });
        }
    }

    /// What a choice of exactly one has against a value.
    fn exactly_one(
        &mut self,
        applied: ApplicableNode<'c>,
        schemas: &mut ApplicableSchemas<'c>,
        value: &Value,
        own: &mut Vec<OwnFact<'c>>,
    ) {
        let ApplicableNode { at, node, .. } = applied;
        // The first branch that fits, by release.
        let mut first: ByRelease<usize> = ByRelease::default();
        let (mut once, mut again) = (ReleaseSet::NONE, ReleaseSet::NONE);
        for (index, branch) in node.one_of.iter().enumerate() {
            let fits = self.fits(branch, value, at - again);
            for (at, other) in first.iter().filter(|(at, _)| !(*at & fits).is_empty()) {
                let two = [other, index].map(|index| branch_name(index, node.one_of.get(index)));
                own.push(OwnFact { fact: Fact::OneOf, at: at & fits, expected: Expected::Alternatives(two) });
            }
            again = again | (once & fits);
            once = once | fits;
            first.add(fits, index);
        }
        self.missed(&node.one_of, at - once, schemas, value, own);
    }

    /// At releases at which no branch fits: the branch that was meant joins the nodes of the place.
    fn missed(
        &mut self,
        branches: &'c [Schema],
        none: ReleaseSet,
        schemas: &mut ApplicableSchemas<'c>,
        value: &Value,
        own: &mut Vec<OwnFact<'c>>,
    ) {
        if none.is_empty() {
            return;
        }
        if !self.is_telling() {
            // Which of them was meant is only for who tells it.
            return own.push(OwnFact { fact: Fact::AnyOf, at: none, expected: Expected::Unspecified });
        }
        let roots: Vec<Root<'c>> = branches.iter().map(|branch| self.branch(branch, none, value)).collect();
        let typed = only(roots.iter().map(|root| none - root.mistyped));
        let tagged = only(roots.iter().map(|root| none - root.mistyped - root.mistagged)) - typed;
        let whole =
            only(roots.iter().map(|root| none - root.mistyped - root.mistagged - root.lacking)) - typed - tagged;
        let mut rest = none;
        for (branch, root) in branches.iter().zip(&roots) {
            let fitting = none - root.mistyped;
            let tag_fits = fitting - root.mistagged;
            let meant = (fitting & typed) | (tag_fits & tagged) | ((tag_fits - root.lacking) & whole);
            rest = rest - meant;
            if !meant.is_empty() {
                schemas.add(self.contract, (meant, branch, Certainty::Binding, false), value);
            }
        }
        let mistyped = roots.iter().fold(rest, |all, root| all & root.mistyped);
        if let Some(newest) = mistyped.last() {
            let fact = if value.is_null() { Fact::Null } else { Fact::Type };
            let mut wanted: Vec<Value> = roots.iter().flat_map(|root| root.wanted(newest)).collect();
            wanted.dedup();
            let wanted = if let [one] = wanted.as_slice() { one.clone() } else { json!(wanted) };
            own.push(OwnFact { fact, at: mistyped, expected: Expected::Types(wanted) });
        }
        if rest != mistyped {
            own.push(OwnFact { fact: Fact::AnyOf, at: rest - mistyped, expected: tags(branches) });
        }
    }

    /// What a branch that does not fit has against the value as a whole.
    fn branch(&mut self, branch: &'c Schema, at: ReleaseSet, value: &Value) -> Root<'c> {
        let nodes = ApplicableSchemas::root(self.contract, branch, at, value).nodes;
        let mut root = Root { mistagged: mistagged(branch, value), ..Root::default() };
        for applied in nodes {
            // What stands beside null, or is one of several, is a choice of its own.
            if applied.certainty != Certainty::Binding || applied.or_null || is_nullable_beside(applied.node) {
                continue;
            }
            if !admits(applied.node, value) {
                root.mistyped = root.mistyped | applied.at;
                root.types.push(applied);
            }
            let Some(members) = value.as_object() else { continue };
            let missing = applied.node.properties.iter().filter(|property| !members.contains_key(&property.name));
            let required = missing.fold(ReleaseSet::NONE, |all, one| all | self.required(one));
            root.lacking = root.lacking | (required & applied.at);
        }
        root
    }
}

/// What a branch has against a value as a whole.
#[derive(Default)]
struct Root<'c> {
    /// The releases at which its type is another one.
    mistyped: ReleaseSet,
    /// The releases at which the value says that another branch is meant.
    mistagged: ReleaseSet,
    /// The releases at which it wants a member that is missing.
    lacking: ReleaseSet,
    types: Vec<ApplicableNode<'c>>,
}

impl Root<'_> {
    fn wanted(&self, release: contract::Release) -> impl Iterator<Item = Value> {
        self.types.iter().filter(move |applied| applied.at.contains(release)).map(types)
    }
}

/// The releases at which the discriminator of a choice says that a value is not meant to be this branch.
fn mistagged(branch: &Schema, value: &Value) -> ReleaseSet {
    let is_other = |node: &Node| {
        let tag = node.tag().and_then(|tag| Some((value.get(&tag.name)?, tag.schema.constant()?)));
        tag.is_some_and(|(word, node)| !node.values.iter().any(|known| known.value == *word))
    };
    branch.iter().filter(|(_, node)| is_other(node)).fold(ReleaseSet::NONE, |all, (at, _)| all | at)
}

/// What the discriminator of a choice wants, where it has one.
fn tags<'c>(branches: &[Schema]) -> Expected<'c> {
    let tags: Vec<&Property> = branches.iter().filter_map(Schema::constant).filter_map(Node::tag).collect();
    let Some(name) = tags.first().map(|tag| tag.name.as_str()) else { return Expected::Unspecified };
    let words = tags.iter().filter_map(|tag| tag.schema.constant()).flat_map(|node| &node.values);
    let words: Vec<String> = words.map(|word| word.value.to_string()).collect();
    Expected::Tag(format!("`{name}` says which alternative is meant, and has to be one of {}", words.join(", ")))
}

/// What a branch is called: its component, or its number.
fn branch_name(index: usize, branch: Option<&Schema>) -> String {
    let component = branch.and_then(Schema::constant).and_then(|node| node.reference.clone());
    component.unwrap_or_else(|| format!("alternative {}", index + 1))
}

/// The releases that are in one of these sets and no other.
fn only(sets: impl Iterator<Item = ReleaseSet>) -> ReleaseSet {
    let (once, again) =
        sets.fold((ReleaseSet::NONE, ReleaseSet::NONE), |(once, again), set| (once | set, again | (once & set)));
    once - again
}
