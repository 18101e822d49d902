//! What the client got: what of it the other release leaves out, or may write in another form.

use contract::pointer::Pointer;
use contract::{Operation, Release, ReleaseSet, Response, Schema, Status};
use report::Part;
use serde_json::{Map, Value};
use validator::assess::{ApplicableSchemas, MemberInfo};
use validator::check::{is_empty, is_json, location};
use validator::document::{Document, LongLists};

use crate::Compat;
use crate::breakage::Breakage;
use crate::call::Call;
use crate::compare::{Change, changes, words};
use crate::fact::Fact;
use crate::operation::life;

impl<'c> Compat<'c> {
    pub(crate) fn answer(&mut self, call: &Call<'_, 'c>, to: &'c Operation) {
        let Some(response) = &call.exchange.response else { return };
        let at = |operation: &'c Operation, release: Release| {
            operation.response(response.status).filter(|documented| documented.life.contains(release))
        };
        let Some(before) = at(call.from, call.step.from) else { return };
        let Some(after) = at(to, call.step.to) else { return self.status_gone(call, to, before) };
        self.statuses_added(call, to);
        let Some(old) = json(before, call.step.from) else { return };
        if is_empty(&response.body) {
            return;
        }
        let Some(bytes) = response.body.bytes() else { return };
        let new = json(after, call.step.to);
        // Of a name that is there twice, the first may lead to the list.
        let is_plain = |frame: &[u8]| Document::parse(frame).is_ok_and(|frame| frame.duplicates.is_empty());
        let Some(lists) = LongLists::of(bytes).filter(|lists| is_plain(&lists.frame()) && lists.are_json()) else {
            return self.body(call, (old, new), bytes, None);
        };
        self.body(call, (old, new), &lists.frame(), None);
        for chunks in lists.chunks() {
            let path = chunks.path();
            chunks.for_each(|chunk| self.body(call, (old, new), &chunk.bytes, Some((path, chunk.first))));
        }
    }

    /// Holds a body against what both releases say of it; or, of the list to which a path leads, only the items that are
    /// there, of which the first has an index in the whole list.
    fn body(
        &mut self,
        call: &Call<'_, 'c>,
        (old, new): (&'c Schema, Option<&'c Schema>),
        bytes: &[u8],
        items: Option<(&[String], usize)>,
    ) {
        let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return };
        let Some(new) = new else {
            let breakage = Breakage::new(Fact::Gone, format!("the body of {}", call.id), Part::ResponseBody, "");
            if items.is_none() {
                self.met(call, breakage);
            }
            return;
        };
        let one = ReleaseSet::only;
        let schemas = [(one(call.step.from), old), (one(call.step.to), new)];
        let place = ApplicableSchemas::joint(self.contract, schemas, &value);
        let owner = Owner { component: None, name: format!("the answer of {}", call.id) };
        let mut walk = Walk { compat: self, call };
        match items {
            None => walk.place(&place, &value, &owner, &Pointer::ROOT),
            Some(items) => walk.items(&place, &value, &owner, &Pointer::ROOT, items),
        }
    }

    fn status_gone(&mut self, call: &Call<'_, 'c>, to: &Operation, before: &Response) {
        let answered: Vec<String> = successes(to, call.step.to).map(|status| status.to_string()).collect();
        let name = format!("`{} {}`", call.from.method, call.from.path_at(call.step.from));
        let mut breakage = Breakage::new(Fact::StatusGone, name, Part::ResponseStatus, "");
        breakage.before = before.status.to_string();
        breakage.after = answered.join(" or ");
        self.met(call, breakage);
    }

    /// Statuses of success that only the other release documents.
    fn statuses_added(&mut self, call: &Call<'_, 'c>, to: &Operation) {
        let known: Vec<Status> = successes(call.from, call.step.from).collect();
        let added = successes(to, call.step.to).filter(|status| !known.contains(status));
        let added: Vec<String> = added.map(|status| status.to_string()).collect();
        if !added.is_empty() {
            let name = format!("`{} {}`", call.from.method, call.from.path_at(call.step.from));
            let mut breakage = Breakage::new(Fact::StatusAdded, name, Part::ResponseStatus, "");
            breakage.after = added.join(" and ");
            self.met(call, breakage);
        }
    }

    /// Counts a breakage, or adds it with what a check shows of it.
    fn met(&mut self, call: &Call<'_, 'c>, mut breakage: Breakage) {
        if self.ledger.again(breakage.fact, &breakage.name, call) {
            return;
        }
        breakage.shown = call.shown(&mut self.after, breakage.part, &breakage.pointer).cloned();
        let location = location(call.exchange, breakage.part, &breakage.pointer);
        self.ledger.add(breakage, location, call);
    }
}

/// The statuses of success that an operation documents at a release.
fn successes(operation: &Operation, release: Release) -> impl Iterator<Item = Status> {
    let alive = operation.responses.iter().filter(move |response| response.life.contains(release));
    alive
        .map(|response| response.status)
        .filter(|status| matches!(status, Status::Code(200..400) | Status::Class(2 | 3)))
}

/// The schema of the JSON that a response has at a release.
fn json(response: &Response, release: Release) -> Option<&Schema> {
    let alive = response.content.iter().filter(|media| media.life.contains(release));
    alive.filter(|media| is_json(&media.media_type)).find_map(|media| media.schema.as_ref())
}

/// What a place is called, and the component that has it.
struct Owner {
    component: Option<String>,
    name: String,
}

struct Walk<'w, 's, 'c> {
    compat: &'w mut Compat<'c>,
    call: &'w Call<'s, 'c>,
}

impl<'c> Walk<'_, '_, 'c> {
    fn place(&mut self, place: &ApplicableSchemas<'c>, value: &Value, owner: &Owner, at: &Pointer<'_>) {
        let step = self.call.step;
        for change in changes(place, step) {
            let is_last = change.fact == Fact::Retyped;
            self.changed(place, change, owner, at);
            if is_last {
                // Everything below is another thing now.
                return;
            }
        }
        match value {
            Value::Object(members) => self.object(place, members, owner, at),
            Value::Array(items) => self.list(place, items, owner, at, 0),
            _ => {}
        }
    }

    fn list(&mut self, place: &ApplicableSchemas<'c>, items: &[Value], owner: &Owner, at: &Pointer<'_>, first: usize) {
        let owner = Owner { component: owner.component.clone(), name: format!("{}[]", owner.name) };
        for (index, item) in (first..).zip(items) {
            let below = place.item(self.compat.contract, item);
            if !below.is_empty() {
                self.place(&below, item, &owner, &at.index(index));
            }
        }
    }

    /// Looks only at the items of the list to which a path leads; what holds them was looked at before.
    fn items(
        &mut self,
        place: &ApplicableSchemas<'c>,
        value: &Value,
        owner: &Owner,
        at: &Pointer<'_>,
        (path, first): (&[String], usize),
    ) {
        let step = self.call.step;
        if changes(place, step).into_iter().any(|change| change.fact == Fact::Retyped) {
            return;
        }
        match (path.split_first(), value) {
            (Some((name, path)), Value::Object(members)) => {
                let Some(value) = members.get(name) else { return };
                let member = place.member(self.compat.contract, name, value);
                if member.known.contains(step.from) && !member.undeclared.contains(step.to) {
                    let own = self.owner(place, name, owner, member.is_free);
                    self.items(&member.schemas, value, &own, &at.key(name), (path, first));
                }
            }
            (None, Value::Array(items)) => self.list(place, items, owner, at, first),
            _ => {}
        }
    }

    fn object(&mut self, place: &ApplicableSchemas<'c>, members: &Map<String, Value>, owner: &Owner, at: &Pointer<'_>) {
        let step = self.call.step;
        for (name, value) in members {
            let MemberInfo { schemas: below, known, undeclared, is_free, .. } =
                place.member(self.compat.contract, name, value);
            // What `from` does not declare nobody promised.
            if !known.contains(step.from) {
                continue;
            }
            let own = self.owner(place, name, owner, is_free);
            let at = at.key(name);
            if undeclared.contains(step.to) {
                self.gone(place, name, &own, &at);
                continue;
            }
            if required(place, name, step.from) && !required(place, name, step.to) && known.contains(step.to) {
                self.breakage(Fact::Optional, &own, &at, |_| {});
            }
            self.place(&below, value, &own, &at);
        }
    }

    /// The name of a member: `AssetResponseDto.deviceId`.
    fn owner(&self, place: &ApplicableSchemas<'c>, name: &str, above: &Owner, is_free: bool) -> Owner {
        let release = self.call.step.from;
        let has = |component: &&str| {
            let node = self.compat.contract.component(component).and_then(|found| found.schema.at(release));
            node.is_some_and(|node| node.property(name).is_some())
        };
        match place.at(release).filter_map(|node| node.reference.as_deref()).find(has) {
            Some(component) => Owner { component: Some(component.to_owned()), name: format!("{component}.{name}") },
            None if is_free => Owner { component: above.component.clone(), name: format!("{}.*", above.name) },
            None => Owner { component: above.component.clone(), name: format!("{}.{name}", above.name) },
        }
    }

    fn gone(&mut self, place: &ApplicableSchemas<'c>, name: &str, owner: &Owner, at: &Pointer<'_>) {
        let (contract, step) = (self.compat.contract, self.call.step);
        let properties = place.nodes().flat_map(|applied| &applied.node.properties).collect::<Vec<_>>();
        let property = properties.iter().copied().find(|one| one.name == name && one.life.contains(step.from));
        self.breakage(Fact::Gone, owner, at, |breakage| {
            let Some(property) = property else { return };
            breakage.notes.extend(life(contract, property.life, step));
            let near = crate::likely::successor(contract, step, property, properties.iter().copied());
            breakage.notes.extend(near.map(|near| {
                format!("`{}` came at the same release with the same type: it may be the new name", near.name)
            }));
        });
    }

    fn changed(&mut self, place: &ApplicableSchemas<'c>, change: Change, owner: &Owner, at: &Pointer<'_>) {
        let step = self.call.step;
        // A list of values that has a name is told by it, wherever it is used.
        let named = || {
            let references = place.at(step.from).filter_map(|node| node.reference.as_deref());
            references.into_iter().next().map(str::to_owned)
        };
        let list = if change.fact == Fact::EnumWidened { named() } else { None };
        let own = list.map(|name| Owner { component: Some(name.clone()), name });
        let Change { fact, before, after } = change;
        self.breakage(fact, own.as_ref().unwrap_or(owner), at, |breakage| {
            breakage
                .notes
                .extend((fact == Fact::MaybeNull).then(|| format!("it is {} at {}", words(place, step.to), step.to)));
            (breakage.before, breakage.after) = (before, after);
        });
    }

    fn breakage(&mut self, fact: Fact, owner: &Owner, at: &Pointer<'_>, fill: impl FnOnce(&mut Breakage)) {
        let name = format!("`{}`", owner.name);
        let call = self.call;
        if self.compat.ledger.again(fact, &name, call) {
            return;
        }
        let mut breakage = Breakage::new(fact, name, Part::ResponseBody, at.to_string());
        breakage.schema.clone_from(&owner.component);
        fill(&mut breakage);
        self.compat.met(call, breakage);
    }
}

/// Whether a member must be there at a release, whichever node says so.
fn required(place: &ApplicableSchemas<'_>, name: &str, release: Release) -> bool {
    let properties = place.at(release).filter_map(|node| node.property(name));
    properties.into_iter().any(|property| (property.required & property.life).contains(release))
}
