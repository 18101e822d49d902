//! Compares the headers of responses.

use std::sync::Arc;

use contract::{Projection, Property, Response};
use report::Direction;
use serde_json::Value;

use super::exchange::said_of;
use super::{At, Walk};
use crate::action::Presence;
use crate::fact::Fact;
use crate::place::{OperationName, Part};

impl<'c> Walk<'c> {
    pub(super) fn headers(&mut self, name: &Arc<OperationName>, old: &'c Response, new: &'c Response) {
        let (before, after) = (self.old, self.new);
        let mut gone: Vec<&'c Property> = alive(before, old).collect();
        for header in alive(after, new) {
            let partner = gone.iter().position(|other| other.name.eq_ignore_ascii_case(&header.name));
            let partner = partner.map(|at| gone.remove(at));
            let mut at = self.header(name, new, header);
            match partner {
                None => at.tell(aspect(after, header)(Presence::Added), Value::Null, said_of(after, &header.schema)),
                Some(old) => {
                    let required = (old.required.contains(before.release), header.required.contains(after.release));
                    at.flag(Fact::ResponseHeaderRequired, required.0, required.1);
                    at.schemas_of(&old.schema, &header.schema);
                }
            }
        }
        for header in gone {
            let said = said_of(before, &header.schema);
            self.header(name, new, header).tell(aspect(before, header)(Presence::Removed), said, Value::Null);
        }
    }

    fn header(&mut self, name: &Arc<OperationName>, response: &Response, header: &Property) -> At<'_, 'c> {
        self.part(name, Part::Header(response.status, header.name.as_str().into()), Direction::Response)
    }
}

fn alive<'c>(view: Projection<'c>, response: &'c Response) -> impl Iterator<Item = &'c Property> {
    response.headers.iter().filter(move |header| header.life.contains(view.release))
}

fn aspect(view: Projection<'_>, header: &Property) -> fn(Presence) -> Fact {
    if header.required.contains(view.release) { Fact::RequiredResponseHeader } else { Fact::ResponseHeader }
}
