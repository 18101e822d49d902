//! What a client sent, against all releases: path, query, headers and body.

use std::collections::HashSet;

use contract::{Media, Place, Projection, Property, ReleaseSet};
use report::Part;

use super::exchange::Case;
use super::place::deprecated;
use super::{Sign, Sureness};
use crate::check::{fields, is_credential, is_empty, is_json, typed};
use crate::document::Document;
use crate::exchange::{Body, Request};

impl<'c> Case<'_, 'c> {
    pub(super) fn request(&mut self, request: &Request, path: &[(&str, String)]) {
        let operation = self.operation;
        for (name, value) in path {
            let known = operation.parameters_in(Place::Path).find(|property| property.name == *name);
            if let Some(property) = known {
                self.parameter(Part::RequestPath, property, self.open & property.life, &[value.as_str()]);
            }
        }
        self.query(request);
        for property in operation.parameters_in(Place::Header) {
            let values: Vec<&str> = request.headers.get_all(&property.name).collect();
            self.given(Part::RequestHeader, property, &values);
        }
        self.request_body(request);
    }

    fn query(&mut self, request: &Request) {
        let pairs: Vec<(String, String)> =
            request.url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let operation = self.operation;
        for property in operation.parameters_in(Place::Query) {
            let values = pairs.iter().filter(|(name, _)| *name == property.name).map(|(_, value)| value.as_str());
            self.given(Part::RequestQuery, property, &values.collect::<Vec<_>>());
        }
        let names: HashSet<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        for property in operation.parameters_in(Place::Query) {
            let name = property.name.as_str();
            if names.contains(name) && !is_credential(self.contract, name) {
                self.ignored(Part::RequestQuery, Some(name), property.life);
            }
        }
    }

    /// Something that is there and that releases outside of its life ignore. What all ignore does not tell them apart.
    fn ignored(&mut self, part: Part, name: Option<&str>, life: ReleaseSet) {
        let ignoring = self.open - life;
        if ignoring == self.open {
            self.split(ignoring);
        } else {
            self.against(part, name, Sign::Present, ignoring, Sureness::Undeclared);
        }
    }

    /// A parameter that may be there, once or more often.
    fn given(&mut self, part: Part, property: &'c Property, values: &[&str]) {
        if values.is_empty() {
            let missing = property.required & property.life;
            self.against(part, Some(&property.name), Sign::Missing, missing, Sureness::Documented);
        } else {
            self.parameter(part, property, property.life, values);
        }
    }

    fn parameter(&mut self, part: Part, property: &'c Property, open: ReleaseSet, values: &[&str]) {
        self.split(open & deprecated(property));
        for (release, alike) in self.readings.of(self.contract, &property.schema).iter() {
            if (open & *alike & self.open).is_empty() {
                continue;
            }
            let value = typed(Projection { contract: self.contract, release: *release }, &property.schema, values);
            let unknown = self.value(part, Some(&property.name), open & *alike, &property.schema, &value);
            for one in unknown {
                self.split(one.releases);
            }
        }
    }

    fn request_body(&mut self, request: &Request) {
        let part = Part::RequestBody;
        let empty = is_empty(&request.body);
        let operation = self.operation;
        let life = operation.body.as_ref().map_or(ReleaseSet::NONE, |body| body.life);
        if !empty {
            self.ignored(part, None, life);
        }
        let Some(body) = &operation.body else { return };
        if empty {
            let missing = body.required & body.life;
            return self.against(part, None, Sign::Missing, missing, Sureness::Documented);
        }
        let essence = request.essence();
        let left = self.typed_body(part, &body.content, body.life, essence.as_deref(), &request.body);
        if let Some(essence) = essence {
            self.against(part, None, Sign::Media(essence.into_owned()), left, Sureness::Documented);
        } else {
            self.split(left);
        }
    }

    /// Holds a body against the media type that each release takes it for. Answers which of the releases take it for
    /// none.
    pub(super) fn typed_body(
        &mut self,
        part: Part,
        content: &'c [Media],
        life: ReleaseSet,
        essence: Option<&str>,
        body: &Body,
    ) -> ReleaseSet {
        let mut left = life & self.open;
        let group = essence.and_then(|essence| essence.split('/').next());
        for media in content {
            let range = media.media_type.as_str();
            let fits =
                essence.is_none() || range == "*/*" || Some(range) == essence || range.strip_suffix("/*") == group;
            if fits {
                self.body(part, media, left & media.life, body);
                left = left - media.life;
            }
        }
        left
    }

    fn body(&mut self, part: Part, media: &'c Media, open: ReleaseSet, body: &Body) {
        self.split(open);
        let Some(schema) = media.schema.as_ref().filter(|_| !open.is_empty() && !is_empty(body)) else { return };
        if is_json(&media.media_type) {
            let bytes = body.bytes();
            if bytes.is_some_and(|bytes| self.is_known(open, schema, bytes)) {
                return;
            }
            match bytes.map(Document::parse) {
                Some(Ok(document)) => {
                    let unknown = self.value(part, None, open, schema, &document.value);
                    self.unknown(part, open, unknown);
                }
                Some(Err(_)) => self.against(part, None, Sign::Form, open, Sureness::Documented),
                None => {}
            }
            return;
        }
        let mut unknown = Vec::new();
        for (release, alike) in self.readings.of(self.contract, schema).iter() {
            let view = Projection { contract: self.contract, release: *release };
            if !(open & *alike).is_empty()
                && let Some(value) = fields(view, schema, &media.media_type, body)
            {
                unknown.extend(self.value(part, None, open & *alike, schema, &value));
            }
        }
        self.unknown(part, open, unknown);
    }
}
