//! What binding nodes have against a value itself: its type, its constants, and the keywords that judge it alone.

use contract::{EnumValue, Kind, Node, Property, ReleaseSet};
use reference::Judgement;
use serde_json::{Value, json};

use super::applicable::{ApplicableNode, ApplicableSchemas, ByRelease, is_null_beside};
use super::lives::early_and_late;
use super::path::Path;
use super::violation::Violation;
use super::walk::Walk;
use crate::fact::Fact;

/// Something that a node has against a value.
pub(super) struct OwnFact<'c> {
    pub(super) fact: Fact,
    pub(super) at: ReleaseSet,
    pub(super) expected: Expected<'c>,
}

/// What a node wants instead.
pub(super) enum Expected<'c> {
    /// Nothing that is told.
    Unspecified,
    /// The value of a keyword.
    Keyword(&'c Value),
    /// Types.
    Types(Value),
    /// One of the values of the enum.
    Values(&'c Node),
    /// That only one of these two alternatives fits.
    Alternatives([String; 2]),
    /// That a member says which alternative is meant, in words.
    Tag(String),
    /// A keyword that works: this one cannot be used, for this reason.
    Usable(String),
}

impl<'c> Walk<'_, 'c> {
    /// What one node has against a value, what stands in the value left out.
    pub(super) fn node(
        &mut self,
        applied: ApplicableNode<'c>,
        schemas: &mut ApplicableSchemas<'c>,
        value: &Value,
        own: &mut Vec<OwnFact<'c>>,
    ) {
        let ApplicableNode { at, node, .. } = applied;
        if !admits(node, value) {
            let fact = if value.is_null() { Fact::Null } else { Fact::Type };
            own.push(OwnFact { fact, at, expected: Expected::Types(types(&applied)) });
        }
        let refusing = at - self.values(node, value);
        if !refusing.is_empty() {
            own.push(OwnFact { fact: Fact::Enum, at: refusing, expected: Expected::Values(node) });
        }
        self.judged(applied, value, own);
        if !is_null_beside(node, value) {
            self.choices(applied, schemas, value, own);
        }
    }

    /// The keywords that judge a value alone.
    fn judged(&mut self, applied: ApplicableNode<'c>, value: &Value, own: &mut Vec<OwnFact<'c>>) {
        if applied.node.keywords.is_empty() {
            return;
        }
        for keyword in self.keywords.of(applied.node).iter() {
            let (fact, expected) = match keyword.judge(value, self.instance) {
                Ok(Judgement::Right) => continue,
                Ok(Judgement::NotJudged) => (Fact::PatternNotJudged, Expected::Keyword(keyword.value)),
                Ok(Judgement::Wrong) if keyword.fact == Fact::UniqueItems => (keyword.fact, Expected::Unspecified),
                Ok(Judgement::Wrong) => (keyword.fact, Expected::Keyword(keyword.value)),
                Err(why) => (Fact::SchemaUnusable, Expected::Usable(why.to_owned())),
            };
            own.push(OwnFact { fact, at: applied.at, expected });
        }
    }

    /// The releases at which the enum of a node, if it has one, has a value.
    fn values(&self, node: &Node, value: &Value) -> ReleaseSet {
        if node.values.is_empty() || (value.is_null() && node.nullable) {
            return ReleaseSet::all();
        }
        let lives = |values: &mut dyn Iterator<Item = &EnumValue>| {
            values.fold(ReleaseSet::NONE, |lives, value| lives | value.life)
        };
        // At a release at which no value lives the schema has no enum.
        let has_enum = lives(&mut node.values.iter());
        let mut equal = node.values.iter().filter(|known| self.keywords.are_equal(&known.value, value));
        lives(&mut equal) | (ReleaseSet::all() - has_enum)
    }

    /// Tells what the nodes of a place have against its value. What has the wrong type breaks other keywords too, so the
    /// type says it all; and one keyword speaks once for a place.
    pub(super) fn own_facts(
        &mut self,
        own: Vec<OwnFact<'c>>,
        schemas: &ApplicableSchemas<'c>,
        around: Option<&ApplicableSchemas<'c>>,
        value: &Value,
        path: &Path<'_>,
    ) {
        // What is not judged is not refused.
        let is_unjudged = |own: &OwnFact<'c>| matches!(own.fact, Fact::SchemaUnusable | Fact::PatternNotJudged);
        let is_mistyped = |own: &OwnFact<'c>| matches!(own.fact, Fact::Type | Fact::Null);
        let mistyped = own.iter().filter(|own| is_mistyped(own)).fold(ReleaseSet::NONE, |all, own| all | own.at);
        let mut told: Vec<(Fact, ReleaseSet)> = Vec::new();
        for own in own {
            let free = if is_mistyped(&own) { own.at } else { own.at - mistyped };
            let free = told.iter().filter(|(fact, _)| *fact == own.fact).fold(free, |free, (_, at)| free - *at);
            told.push((own.fact, free));
            let at = if !is_unjudged(&own) {
                self.refuse(free)
            } else if self.is_telling() {
                free & self.open
            } else {
                ReleaseSet::NONE
            };
            if own.fact == Fact::Enum {
                self.enum_facts(&own, at, schemas, value, path);
            } else {
                self.own_fact(&own, at, schemas, around, value, path);
            }
        }
    }

    fn own_fact(
        &mut self,
        own: &OwnFact<'c>,
        at: ReleaseSet,
        schemas: &ApplicableSchemas<'c>,
        around: Option<&ApplicableSchemas<'c>>,
        value: &Value,
        path: &Path<'_>,
    ) {
        // A wrong value is told of the component that has it as a property.
        let outer = around.unwrap_or(schemas);
        for (at, property) in schemas.property.parts(at) {
            for (at, outer) in outer.components(at) {
                for (at, inner) in schemas.components(at) {
                    let violation = self.fact(own.fact, at, path);
                    violation.component = outer.or(inner);
                    violation.property = property;
                    if matches!(own.fact, Fact::Type | Fact::Null) {
                        violation.right_at = property.and_then(|property| typed_at(property, value, at));
                    }
                    own.fill(violation, value);
                }
            }
        }
    }

    /// A value that is in no enum, or in that of other releases.
    fn enum_facts(
        &mut self,
        own: &OwnFact<'c>,
        at: ReleaseSet,
        schemas: &ApplicableSchemas<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        let mut lives: ByRelease<ReleaseSet> = ByRelease::default();
        for applied in &schemas.nodes {
            let known = applied.node.values.iter().find(|known| known.value == *value);
            if let Some(known) = known {
                lives.add(applied.at, known.life);
            }
        }
        for (at, life) in lives.parts(at) {
            let Some(life) = life else {
                self.enum_fact(Fact::Enum, at, own, schemas, value, path);
                continue;
            };
            let (early, late) = early_and_late(at, life);
            for (fact, at) in [(Fact::EnumNotYetAdded, early), (Fact::EnumRemoved, late)] {
                let before = self.found_so_far();
                self.enum_fact(fact, at, own, schemas, value, path);
                for violation in self.found_since(before) {
                    violation.right_at = Some(life);
                    violation.name = value.to_string();
                }
            }
        }
    }

    fn enum_fact(
        &mut self,
        fact: Fact,
        at: ReleaseSet,
        own: &OwnFact<'c>,
        schemas: &ApplicableSchemas<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        for (at, property) in schemas.property.parts(at) {
            for (at, component) in schemas.components(at) {
                let violation = self.fact(fact, at, path);
                (violation.component, violation.property) = (component, property);
                own.fill(violation, value);
            }
        }
    }
}

impl OwnFact<'_> {
    /// Says what is wanted and what is there.
    fn fill(&self, violation: &mut Violation<'_>, value: &Value) {
        violation.actual = Some(value.clone());
        violation.expected = match &self.expected {
            Expected::Unspecified => None,
            Expected::Keyword(value) => Some((*value).clone()),
            Expected::Types(types) => Some(types.clone()),
            Expected::Values(node) => {
                let newest = violation.at.last();
                let mut values: Vec<Value> =
                    newest.into_iter().flat_map(|newest| node.values_at(newest)).cloned().collect();
                values.extend((node.nullable && node.kind.is_some()).then_some(Value::Null));
                Some(Value::Array(values))
            }
            Expected::Alternatives(two) => Some(json!(two)),
            Expected::Tag(words) => {
                violation.notes.push(words.clone());
                None
            }
            Expected::Usable(why) => {
                // It is nothing of the value.
                *violation = Violation { notes: vec![why.clone()], ..Violation::unusable(violation.at) };
                None
            }
        };
    }
}

/// Whether the type of a node, if it has one, is that of a value.
pub(super) fn admits(node: &Node, value: &Value) -> bool {
    node.kind.is_none_or(|kind| kind.admits(value)) || (node.nullable && value.is_null())
}

/// The releases at which a property names the type of a value that has the wrong one at others; nothing where none does.
fn typed_at(property: &Property, value: &Value, wrong: ReleaseSet) -> Option<ReleaseSet> {
    let is_typed = |node: &Node| {
        let is_named = |kind: Kind| kind.admits(value) || (value.is_number() && kind.admits(&json!(0)));
        node.kind.is_some_and(|kind| is_named(kind) || (node.nullable && value.is_null()))
    };
    let eras = property.schema.iter().filter(|(_, node)| is_typed(node));
    let typed = eras.fold(ReleaseSet::NONE, |all, (releases, _)| all | releases) & property.life;
    // Of numbers the type tells less than the value.
    (!typed.is_empty() && (typed & wrong).is_empty()).then_some(typed)
}

/// The types that a node wants, as a schema writes them.
pub(super) fn types(applied: &ApplicableNode<'_>) -> Value {
    let kind = applied.node.kind.map_or("", Kind::name);
    if applied.node.nullable || applied.or_null { json!(["null", kind]) } else { json!(kind) }
}
