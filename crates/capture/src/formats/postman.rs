//! Collections of Postman, 2.0 and 2.1, with the answers that were saved.
//!
//! Each saved answer is an exchange with the request that it was saved with; a request without one is an exchange that was
//! not answered. Of variables the collection's own are put in; whatever else stands in braces stays as it is.

mod message;
mod variables;

use std::ops::ControlFlow;

use document_tree::{Document, Element};

use crate::error::{CaptureError, Fault};
use crate::exchange::{Headers, Request};
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::sink::ItemSink;
use crate::whole::{self, Contents, Messages};
use variables::Variables;

pub(super) const FORMAT: Format = Format { sniff, read };

/// What to do about a collection that cannot be read.
const ADVICE: &str = "export the collection again, as \"Collection v2.1\"";

/// What the address of the schema of every collection has in it, before the version.
const SCHEMA: &str = "getpostman.com/json/collection/";

fn sniff(bytes: &[u8]) -> bool {
    let is_collection = json::begins_like_object(bytes) && json::beginning(bytes).contains(SCHEMA);
    is_collection && json::has_member(bytes, &["item", "collection"])
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    whole::read(input, sink, contents)
}

fn contents(text: &str) -> Result<Contents, Fault> {
    let document = Document::parse(text.as_bytes().to_vec()).map_err(|error| Fault::document(&error, ADVICE))?;
    // Postman's own API wraps it.
    let collection = document.root().get("collection").unwrap_or(document.root());
    check_version(collection)?;
    let mut reader = Reader { variables: Variables::of(collection), contents: Contents::default() };
    reader.folder(collection);
    Ok(reader.contents)
}

fn check_version(collection: Element<'_>) -> Result<(), Fault> {
    let schema = collection.pointer("/info/schema").and_then(|schema| Some((schema, schema.as_str()?)));
    let Some((at, schema)) = schema else {
        return Err(Fault::entry(collection.position(), None, "the collection's `info` names no `schema`", ADVICE));
    };
    if schema.split_once(SCHEMA).is_some_and(|(_, version)| version.starts_with("v2.")) {
        return Ok(());
    }
    let reason = "the collection's `schema` is of another version than 2.0 and 2.1, which are known";
    Err(Fault::entry(at.position(), None, reason, ADVICE))
}

/// Goes through the folders of a collection.
struct Reader<'d> {
    variables: Variables<'d>,
    contents: Contents,
}

impl<'d> Reader<'d> {
    /// Folders lie in each other no deeper than values of a document may.
    fn folder(&mut self, folder: Element<'d>) {
        for item in folder.get("item").into_iter().flat_map(Element::items) {
            if item.get("item").is_some() {
                self.folder(item);
            } else if let Some(request) = item.get("request") {
                self.item(item, request);
            }
        }
    }

    fn item(&mut self, item: Element<'d>, request: Element<'d>) {
        let mut answers = item.get("response").into_iter().flat_map(Element::items).peekable();
        if answers.peek().is_none() {
            let request = self.request(request);
            self.add(request.map(|request| (request, None)), Ok(None));
            return;
        }
        for answer in answers {
            let request = self.request(answer.get("originalRequest").unwrap_or(request));
            let head = request.as_ref().is_some_and(|request| request.method.eq_ignore_ascii_case("HEAD"));
            let entry = self.contents.exchanges.len();
            let response = message::response(answer, head, entry);
            self.add(request.map(|request| (request, answer.get("cookie"))), response);
        }
    }

    /// The request; nothing where nobody wrote an address yet.
    fn request(&self, request: Element<'d>) -> Option<Request> {
        message::request(request, &self.variables)
    }

    fn add(
        &mut self,
        request: Option<(Request, Option<Element<'d>>)>,
        response: Result<Option<crate::exchange::Response>, Fault>,
    ) {
        let Some((request, cookies)) = request else {
            self.contents.passed_over += 1;
            return;
        };
        let mut beside: Headers = self.variables.beside().collect();
        let cookies = cookies.into_iter().flat_map(Element::items);
        let text = |cookie: Element<'d>, name: &str| cookie.get(name).and_then(Element::as_str);
        cookies
            .filter_map(|cookie| Some((text(cookie, "name")?, text(cookie, "value")?)))
            .for_each(|(name, value)| beside.add(name, value));
        self.contents.add(response.map(|response| Messages { request: Some(request), response, beside }));
    }
}

#[cfg(test)]
mod tests;
