//! Compares objects.

use report::Direction;
use serde_json::{Value, json};

use super::At;
use crate::action::{Limit, Presence, Replaced};
use crate::fact::Fact;
use crate::place::Step;
use crate::shape::{Extra, Member, Members, Reader, Sub};

impl<'c> At<'_, 'c> {
    pub(super) fn members(&mut self, old: &Members<'c>, new: &Members<'c>) {
        for (name, member) in &new.named {
            let step = Step::Property((*name).into());
            match old.named.get(name) {
                None => self.step(step, |at| at.came_or_went(Presence::Added, member)),
                Some(before) if before.inherited && member.inherited => {}
                Some(before) => self.step(step, |at| at.member(before, member)),
            }
        }
        for (name, member) in old.named.iter().filter(|(name, _)| !new.named.contains_key(*name)) {
            self.step(Step::Property((*name).into()), |at| at.came_or_went(Presence::Removed, member));
        }
        self.extra(&old.extra, &new.extra);
        self.object_size((old.min, old.max), (new.min, new.max));
    }

    fn came_or_went(&mut self, action: Presence, member: &Member<'c>) {
        let aspect = if member.required { Fact::RequiredProperty } else { Fact::Property };
        let (old, new) = match action {
            Presence::Added => (Value::Null, said(self.walk.new, &member.value)),
            Presence::Removed => (said(self.walk.old, &member.value), Value::Null),
        };
        self.tell_only(only(member), aspect(action), old, new);
    }

    fn member(&mut self, old: &Member<'c>, new: &Member<'c>) {
        self.required(old, new);
        self.flag(Fact::PropertyDeprecation, old.deprecated, new.deprecated);
        if let (Some(before), Some(after)) = (&old.state, &new.state)
            && before != after
        {
            self.tell(Fact::PropertyState(Replaced::Changed), json!(before), json!(after));
        }
        self.schemas(&old.value, &new.value);
    }

    /// Who does not write a member need not send it.
    fn required(&mut self, old: &Member<'c>, new: &Member<'c>) {
        let is_required =
            |member: &Member<'_>, direction| member.required && only(member).is_none_or(|writer| writer == direction);
        let change = |direction| (is_required(old, direction), is_required(new, direction));
        let (request, response) = (change(Direction::Request), change(Direction::Response));
        let changes = if request == response {
            vec![(request, None)]
        } else {
            vec![(request, Some(Direction::Request)), (response, Some(Direction::Response))]
        };
        for (change, only) in changes {
            match change {
                (false, true) => self.tell_only(only, Fact::Required(Presence::Added), json!(false), json!(true)),
                (true, false) => self.tell_only(only, Fact::Required(Presence::Removed), json!(true), json!(false)),
                _ => {}
            }
        }
    }

    fn extra(&mut self, old: &Extra<'c>, new: &Extra<'c>) {
        let (any, none) = (json!(true), json!(false));
        match (old, new) {
            (Extra::Any, Extra::Any) | (Extra::Forbidden, Extra::Forbidden) => {}
            (Extra::Any, Extra::Of(sub)) => {
                let said = said(self.walk.new, sub);
                if said != json!("any") {
                    self.tell(Fact::AdditionalProperties(Limit::Added), any, said);
                }
            }
            (Extra::Of(sub), Extra::Any) => {
                let said = said(self.walk.old, sub);
                if said != json!("any") {
                    self.tell(Fact::AdditionalProperties(Limit::Removed), said, any);
                }
            }
            (Extra::Of(old), Extra::Of(new)) => self.step(Step::Additional, |at| at.schemas(old, new)),
            (Extra::Any | Extra::Of(_), Extra::Forbidden) => {
                self.tell(Fact::AdditionalProperties(Limit::Tightened), any, none);
            }
            (Extra::Forbidden, Extra::Any | Extra::Of(_)) => {
                self.tell(Fact::AdditionalProperties(Limit::Loosened), none, any);
            }
        }
    }
}

/// What a report says of a schema: its component, or its types.
fn said<'c>(view: contract::Projection<'c>, sub: &Sub<'c>) -> Value {
    match crate::shape::plain_reference(sub) {
        Some((name, _)) => json!(name),
        None => Reader::new(view).shape(sub).kinds.to_value(),
    }
}

/// The only direction in which a member is sent.
fn only(member: &Member<'_>) -> Option<Direction> {
    match (member.flagged("readOnly"), member.flagged("writeOnly")) {
        (true, false) => Some(Direction::Response),
        (false, true) => Some(Direction::Request),
        _ => None,
    }
}
