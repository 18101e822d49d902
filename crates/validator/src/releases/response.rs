//! What a server answered, against all releases: status, media type and body.

use contract::{ReleaseSet, Response as Documented};
use report::Part;

use super::exchange::Case;
use super::{Sign, Sureness};
use crate::check::{is_empty, is_json};
use crate::document::Document;
use crate::exchange::Response;

impl<'c> Case<'_, 'c> {
    pub(super) fn response(&mut self, method: &str, response: &Response) {
        let operation = self.operation;
        let documented = operation.response(response.status);
        let life = documented.map_or(ReleaseSet::NONE, |documented| documented.life);
        self.status(response, self.open - life);
        if let Some(documented) = documented {
            self.split(documented.life);
            self.content(method, response, documented);
        }
    }

    /// A status that these releases do not document. That a request is refused says nothing of a release: documents leave
    /// that out.
    fn status(&mut self, response: &Response, undocumented: ReleaseSet) {
        let status = response.status;
        if (400..500).contains(&status) {
            self.split(undocumented);
        } else {
            self.against(Part::ResponseStatus, None, Sign::Status(status), undocumented, Sureness::Documented);
        }
        let json = response.essence().is_some_and(|essence| is_json(&essence));
        let shape = self.contract.error_body.as_ref().filter(|_| status >= 400 && json);
        if let (Some(schema), Some(Ok(document))) = (shape, response.body.bytes().map(Document::parse)) {
            let right = self.releases.within(undocumented & self.open, schema, &document.value);
            self.split(undocumented - right);
        }
    }

    fn content(&mut self, method: &str, response: &Response, documented: &'c Documented) {
        if documented.content.is_empty() {
            return;
        }
        let (essence, empty) = (response.essence(), is_empty(&response.body));
        if essence.is_none() && empty {
            if method != "HEAD" {
                documented.content.iter().for_each(|media| self.split(media.life));
            }
            return;
        }
        let (part, content) = (Part::ResponseBody, &documented.content);
        let left = self.typed_body(part, content, documented.life, essence.as_deref(), &response.body);
        if let Some(essence) = essence {
            self.against(
                Part::ResponseHeader,
                Some("content-type"),
                Sign::Media(essence.into_owned()),
                left,
                Sureness::Documented,
            );
        }
    }
}
