//! What the client sent: what the other release refuses, wants besides, or ignores.

use contract::pointer::{split, tokens};
use contract::{Operation, ParameterLocation as In, Property, ReleaseSet, Schema};
use report::{Finding, Part};
use serde_json::Value;
use validator::assess::{ApplicableSchemas, Assessment, Confidence, Evidence, EvidenceKind, Reason};
use validator::check::location;

use crate::breakage::Breakage;
use crate::call::{Call, findings};
use crate::fact::Fact;
use crate::operation::life;
use crate::{Compat, Step, likely};

impl<'c> Compat<'c> {
    /// Nothing is said of a request that the server refused: it was not right before.
    pub(crate) fn request(&mut self, call: &Call<'_, 'c>, to: &'c Operation, told: &Assessment<'c>) {
        if call.status().is_some_and(|status| status >= 400) {
            return;
        }
        let excludes = |reason: &Reason, release| !reason.evidence.releases.contains(release);
        let of_request = told.reasons.iter().filter(|reason| reason.is_of_request() && excludes(reason, call.step.to));
        let of_request: Vec<&Reason> =
            of_request.filter(|reason| reason.evidence.kind != EvidenceKind::Exists).collect();
        let at =
            |one: &Reason, other: &Reason| (one.part, &one.evidence.pointer) == (other.part, &other.evidence.pointer);
        for reason in &of_request {
            let wrong_before = told.reasons.iter().any(|other| at(reason, other) && excludes(other, call.step.from));
            if !wrong_before || self.is_worse(call, reason) {
                self.requested(call, to, reason);
            }
        }
    }

    /// Whether a value that the server took, though its document refuses it, is refused for more reasons on the other
    /// release.
    fn is_worse(&mut self, call: &Call<'_, 'c>, reason: &Reason) -> bool {
        let Reason { part, evidence } = reason;
        if evidence.confidence != Confidence::Documented || evidence.kind == EvidenceKind::Missing {
            return false;
        }
        if !self.looked_at.insert((format!("{} {part}", call.id), evidence.place.clone())) {
            return false;
        }
        let here = |one: &&Finding| one.location.part == *part && one.location.pointer == evidence.pointer;
        // Where nobody knows the server's release, nobody knows what it takes either.
        let Some(checker) = &mut self.before else { return false };
        let before = findings(checker, call.item);
        let before: Vec<&str> = before.iter().filter(here).map(|one| one.rule.id()).collect();
        let after = findings(&mut self.after, call.item);
        after.iter().filter(here).any(|one| !before.contains(&one.rule.id()))
    }

    fn requested(&mut self, call: &Call<'_, 'c>, to: &'c Operation, reason: &Reason) {
        let Reason { part, evidence } = reason;
        let fact = match (&evidence.kind, evidence.confidence) {
            (EvidenceKind::Missing, _) => Fact::Lacks,
            (_, Confidence::Undeclared) => Fact::Ignored,
            (_, Confidence::Documented) => Fact::Refused,
        };
        let sent = Sent { part: *part, step: call.step, from: call.from, to, evidence };
        let name = sent.name(self);
        if self.ledger.again(fact, &name, call) {
            return;
        }
        let mut breakage = Breakage::new(fact, name, *part, evidence.pointer.clone());
        let known = sent.properties(self);
        if let Some(gone) = known.iter().find(|one| sent.is_meant(one) && one.life.contains(call.step.from)) {
            breakage.notes.extend(life(self.contract, gone.life, call.step).filter(|_| fact == Fact::Ignored));
            let near = likely::successor(self.contract, call.step, gone, known.iter().copied());
            breakage.notes.extend(near.filter(|_| fact == Fact::Ignored).map(|near| {
                format!("`{}` came at the same release with the same type: it may be the new name", near.name)
            }));
        }
        breakage.shown = call.shown(&mut self.after, *part, &evidence.pointer).cloned();
        breakage.schema = sent.component(self).map(str::to_owned);
        self.ledger.add(breakage, location(call.exchange, *part, &evidence.pointer), call);
    }
}

/// Something that was sent, or should be.
struct Sent<'s, 'c> {
    part: Part,
    step: Step,
    from: &'c Operation,
    to: &'c Operation,
    evidence: &'s Evidence,
}

impl<'c> Sent<'_, 'c> {
    fn leaf(&self) -> &str {
        self.evidence.place.rsplit('.').next().unwrap_or_default()
    }

    fn is_meant(&self, property: &Property) -> bool {
        property.name == self.leaf()
    }

    /// What it is called: `shared of getAllAlbums`, `MetadataSearchDto.deviceAssetId`.
    fn name(&self, compat: &Compat<'c>) -> String {
        let place = &self.evidence.place;
        match (self.part, self.component(compat)) {
            (Part::RequestBody, _) if place.is_empty() => format!("the body of {}", self.from.id_at(self.step.from)),
            (Part::RequestBody, Some(component)) => format!("`{component}.{}`", self.leaf()),
            _ => format!("`{place}` of {}", self.from.id_at(self.step.from)),
        }
    }

    /// The object of the body that has it, or should.
    fn parent(&self, compat: &Compat<'c>) -> ApplicableSchemas<'c> {
        let one = ReleaseSet::only;
        let (from, to) = (schema(self.from, self.step.from), schema(self.to, self.step.to));
        let schemas = [(one(self.step.from), from), (one(self.step.to), to)];
        let schemas = schemas.into_iter().filter_map(|(release, schema)| Some((release, schema?)));
        // The names of the way there are all that is known of the value, and all that is needed.
        let dummy = Value::Bool(false);
        let mut place = ApplicableSchemas::joint(compat.contract, schemas, &dummy);
        let above = split(&self.evidence.pointer).map_or("", |(above, _)| above);
        for token in tokens(above) {
            let is_index = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
            place = if is_index {
                place.item(compat.contract, &dummy)
            } else {
                place.member(compat.contract, &token, &dummy).schemas
            };
        }
        place
    }

    fn component(&self, compat: &Compat<'c>) -> Option<&'c str> {
        if self.part != Part::RequestBody {
            return None;
        }
        let parent = self.parent(compat);
        let named = [self.step.from, self.step.to].map(|release| {
            parent.at(release).filter_map(|node| node.reference.as_deref()).find(|name| {
                let node = compat.contract.component(name).and_then(|component| component.schema.at(release));
                node.is_some_and(|node| node.property(self.leaf()).is_some())
            })
        });
        named.into_iter().flatten().next()
    }

    /// The parameters or properties beside it.
    fn properties(&self, compat: &Compat<'c>) -> Vec<&'c Property> {
        let parameters = |place: In| {
            let both = self.from.parameters_in(place).chain(self.to.parameters_in(place));
            both.collect::<Vec<_>>()
        };
        match self.part {
            Part::RequestPath => parameters(In::Path),
            Part::RequestQuery => parameters(In::Query),
            Part::RequestHeader => parameters(In::Header),
            _ => self.parent(compat).nodes().flat_map(|applied| &applied.node.properties).collect(),
        }
    }
}

fn schema(operation: &Operation, release: contract::Release) -> Option<&Schema> {
    let content = operation.body.as_ref().map(|body| body.content.iter());
    let mut alive = content.into_iter().flatten().filter(|media| media.life.contains(release));
    alive.find_map(|media| media.schema.as_ref())
}
