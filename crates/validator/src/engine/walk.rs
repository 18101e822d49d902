//! The walk over a value: at each place, what the binding nodes have against it, and what lives have.

use std::cell::LazyCell;

use contract::{Additional, Contract, Property, ReleaseSet, Schema, SchemaId};
use foldhash::{HashMap, HashSet};
use serde_json::{Map, Value};

use super::applicable::{ApplicableSchemas, ByRelease, Certainty, declared};
use super::instance::Instance;
use super::keyword::Keywords;
use super::own::OwnFact;
use super::path::Path;
use super::trials::{Trial, Trials};
use super::violation::Violation;
use crate::fact::Fact;

/// How many facts a wrong value has room for from the start.
const FACTS: usize = 16;

/// A walk over one value.
pub(super) struct Walk<'w, 'c> {
    pub(super) contract: &'c Contract,
    pub(super) keywords: &'w mut Keywords<'c>,
    pub(super) instance: &'w Instance<'w>,
    /// The releases that are asked about.
    pub(super) open: ReleaseSet,
    /// Those whose schema has something against the value.
    wrong: ReleaseSet,
    /// What is found; none where only the releases are asked for.
    found: Option<Vec<Violation<'c>>>,
    /// Whether the value is only held against a branch: then what no schema can say does not count.
    is_branch: bool,
    /// The branches that this very value is being held against, each with how many lie around it.
    branches: Vec<(SchemaId, usize)>,
    pub(super) trials: &'w mut Trials,
}

impl<'w, 'c> Walk<'w, 'c> {
    fn new(
        contract: &'c Contract,
        keywords: &'w mut Keywords<'c>,
        open: ReleaseSet,
        (instance, trials): (&'w Instance<'w>, &'w mut Trials),
    ) -> Self {
        let (wrong, branches) = (ReleaseSet::NONE, Vec::new());
        Self { contract, keywords, instance, open, wrong, found: None, is_branch: false, branches, trials }
    }

    /// Everything that the releases of `open` have against a value.
    pub(super) fn facts(
        contract: &'c Contract,
        keywords: &'w mut Keywords<'c>,
        open: ReleaseSet,
        schema: &'c Schema,
        instance: &'w Instance<'w>,
    ) -> Vec<Violation<'c>> {
        let mut trials = Trials::default();
        let walk = Walk::new(contract, keywords, open, (instance, &mut trials));
        let mut walk = Walk { found: Some(Vec::new()), ..walk };
        walk.whole(schema, instance.value);
        walk.found.unwrap_or_default()
    }

    /// The releases of `open` whose schema has nothing against a value.
    pub(super) fn right(
        contract: &'c Contract,
        keywords: &'w mut Keywords<'c>,
        open: ReleaseSet,
        schema: &'c Schema,
        instance: &'w Instance<'w>,
    ) -> ReleaseSet {
        let mut trials = Trials::default();
        let mut walk = Walk::new(contract, keywords, open, (instance, &mut trials));
        walk.whole(schema, instance.value);
        open - walk.wrong
    }

    /// The releases of `at` at which this very value fits a branch.
    pub(super) fn fits(&mut self, branch: &'c Schema, value: &Value, at: ReleaseSet) -> ReleaseSet {
        if at.is_empty() {
            return at;
        }
        if let Some((_, depth)) = self.branches.iter().find(|(open, _)| *open == branch.id()) {
            // A branch that is itself forbids nothing.
            self.trials.assume(*depth);
            return at;
        }
        let question = match self.trials.begin(value, branch.id(), at) {
            Trial::Known(fits) => return fits,
            Trial::TooMany => return at,
            Trial::Begun(question) => question,
        };
        let mut branches = self.branches.clone();
        branches.push((branch.id(), self.trials.depth() - 1));
        let walk = Walk::new(self.contract, self.keywords, at, (self.instance, &mut *self.trials));
        let mut walk = Walk { branches, is_branch: true, ..walk };
        walk.whole(branch, value);
        let fits = at - walk.wrong;
        self.trials.end(question, fits);
        fits
    }

    fn whole(&mut self, schema: &'c Schema, value: &Value) {
        let root = ApplicableSchemas::root(self.contract, schema, self.open, value);
        self.trials.spend(root.looked_at);
        self.place(root, None, value, &Path::WHOLE);
    }

    /// Whether facts are wanted, and not only the releases.
    pub(super) fn is_telling(&self) -> bool {
        self.found.is_some()
    }

    /// Whether all is said: every release refuses the value, and that is all that is asked.
    fn is_decided(&self) -> bool {
        !self.is_telling() && self.open.is_subset(self.wrong)
    }

    /// A fact about a place, to be filled in.
    pub(super) fn fact(&mut self, fact: Fact, at: ReleaseSet, path: &Path<'_>) -> &mut Violation<'c> {
        let found = self.found.get_or_insert_default();
        if found.is_empty() {
            // Facts are large: to move them each time that there are twice as many takes time.
            found.reserve(FACTS);
        }
        let violation = Violation::new(fact, at, path.pointer(), path.spoken());
        found.push(Violation { place: path.place(), ..violation });
        let last = found.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "it was pushed just now")]
        &mut found[last]
    }

    /// How much was found so far.
    pub(super) fn found_so_far(&self) -> usize {
        self.found.as_ref().map_or(0, Vec::len)
    }

    /// What was found since then.
    pub(super) fn found_since(&mut self, before: usize) -> impl Iterator<Item = &mut Violation<'c>> {
        self.found.iter_mut().flatten().skip(before)
    }

    /// Releases whose schema refuses the value. Answers those of which facts are to be told.
    pub(super) fn refuse(&mut self, at: ReleaseSet) -> ReleaseSet {
        let at = at & self.open;
        self.wrong = self.wrong | at;
        if self.is_telling() { at } else { ReleaseSet::NONE }
    }

    /// A place, and all below it. `around` is the object or array that holds it.
    fn place(
        &mut self,
        mut schemas: ApplicableSchemas<'c>,
        around: Option<&ApplicableSchemas<'c>>,
        value: &Value,
        path: &Path<'_>,
    ) {
        let mut own: Vec<OwnFact<'c>> = Vec::new();
        let mut index = 0;
        // A branch that was meant joins the nodes on the way.
        while let Some(applied) = schemas.nodes.get(index).copied() {
            index += 1;
            if applied.certainty == Certainty::Binding {
                self.node(applied, &mut schemas, value, &mut own);
            }
        }
        self.own_facts(own, &schemas, around, value, path);
        self.applicators(&schemas, value, path);
        if self.is_decided() {
            return;
        }
        let branches = std::mem::take(&mut self.branches);
        match value {
            Value::Object(members) => self.object(&schemas, members, path),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let below = schemas.item(self.contract, item);
                    self.below(below, &schemas, item, &path.item(index));
                }
            }
            Value::Number(_) if !self.is_branch => self.integer(&schemas, value, path),
            _ => {}
        }
        self.branches = branches;
    }

    fn below(
        &mut self,
        schemas: ApplicableSchemas<'c>,
        around: &ApplicableSchemas<'c>,
        value: &Value,
        path: &Path<'_>,
    ) {
        if !schemas.is_empty() && !self.is_decided() {
            self.place(schemas, Some(around), value, path);
        }
    }

    fn object(&mut self, schemas: &ApplicableSchemas<'c>, members: &Map<String, Value>, path: &Path<'_>) {
        self.missing(schemas, members, path);
        for (name, value) in members {
            self.forbidden(schemas, name, value, path);
            let member = schemas.member(self.contract, name, value);
            let path = if member.is_free { path.any_name(name) } else { path.name(name) };
            if self.is_telling() {
                self.member_lives(schemas, &member, value, &path);
                self.member_direction(schemas, &member, value, &path);
            }
            self.below(member.schemas, schemas, value, &path);
        }
    }

    /// Members that must be there and are not.
    fn missing(&mut self, schemas: &ApplicableSchemas<'c>, members: &Map<String, Value>, path: &Path<'_>) {
        let mut told: Vec<(&'c str, ByRelease<&'c Property>)> = Vec::new();
        let mut known: HashMap<&'c str, usize> = HashMap::default();
        // The map of the value hashes each name so that nobody can foresee it, which takes longer than all else here.
        let names = LazyCell::new(|| members.keys().map(String::as_str).collect::<HashSet<&str>>());
        let binding = schemas.nodes.iter().filter(|applied| applied.certainty == Certainty::Binding);
        for applied in binding {
            for property in &applied.node.properties {
                let may_miss = !(applied.at & property.required & property.life).is_empty();
                if !may_miss || names.contains(property.name.as_str()) {
                    continue;
                }
                let required = self.required(property);
                let at = self.refuse(applied.at & required);
                if at.is_empty() {
                    continue;
                }
                let place = *known.entry(&property.name).or_insert(told.len());
                if let Some((_, releases)) = told.get_mut(place) {
                    releases.add(at, property);
                } else {
                    let mut releases = ByRelease::default();
                    releases.add(at, property);
                    told.push((&property.name, releases));
                }
            }
        }
        for (name, releases) in told {
            let path = path.name(name);
            for (at, property) in releases.iter() {
                for (at, component) in schemas.components(at) {
                    let violation = self.fact(Fact::Required, at, &path);
                    (violation.component, violation.property) = (component, Some(property));
                    violation.subject = Some(violation.name.clone());
                }
            }
        }
    }

    /// A member that schemas forbid.
    fn forbidden(&mut self, schemas: &ApplicableSchemas<'c>, name: &str, value: &Value, path: &Path<'_>) {
        let closed = schemas.nodes.iter().filter(|applied| {
            let is_walked =
                applied.certainty == Certainty::Binding && !applied.node.has_applicator("patternProperties");
            is_walked && applied.node.additional == Additional::Forbidden
        });
        let refusing = closed.fold(ReleaseSet::NONE, |all, applied| all | (applied.at - declared(applied.node, name)));
        let at = self.refuse(refusing);
        if at.is_empty() {
            return;
        }
        let named = schemas.member(self.contract, name, value).named;
        let path = path.name(name);
        for (at, property) in named.parts(at) {
            for (at, component) in schemas.components(at) {
                let violation = self.fact(Fact::AdditionalProperties, at, &path);
                (violation.component, violation.property) = (component, property);
            }
        }
    }
}
