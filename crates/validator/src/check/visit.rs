//! What is checked: an exchange or a bare body, and what it is held against.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use contract::{Operation, ReleaseSet};
use report::{Direction, Location, Part};
use secrets::{Gatherer, Names};

use super::credentials::{gather_answer, gather_body};
use super::finding_factory;
use crate::exchange::{Exchange, ItemLocation};

/// One exchange, or a bare body, while it is checked.
pub(super) struct Visit<'v> {
    pub(super) place: &'v ItemLocation,
    request: OnceCell<Option<Arc<str>>>,
    /// Whether all of its secrets were gathered.
    is_gathered: Cell<bool>,
    pub(super) exchange: Option<&'v Exchange>,
    /// The text of a bare body.
    body: Option<&'v str>,
    pub(super) refused: bool,
}

/// An exchange, or a bare body, as an answer to what some releases say of an operation.
#[derive(Clone, Copy)]
pub(super) struct Call<'v, 'c> {
    pub(super) visit: &'v Visit<'v>,
    pub(super) at: ReleaseSet,
    /// None where it belongs to no operation.
    pub(super) operation: Option<&'c Operation>,
}

impl Call<'_, '_> {
    /// The same at other releases.
    pub(super) fn at(self, at: ReleaseSet) -> Self {
        Self { at, ..self }
    }
}

impl<'v> Visit<'v> {
    pub(super) fn of(exchange: &'v Exchange) -> Self {
        let status = exchange.response.as_ref().map(|response| response.status);
        Self {
            exchange: Some(exchange),
            refused: status.is_some_and(|status| (400..500).contains(&status)),
            ..Self::of_body(&exchange.place, "")
        }
    }

    /// A visit to a bare body.
    pub(super) fn of_body(place: &'v ItemLocation, body: &'v str) -> Self {
        Self {
            place,
            request: OnceCell::new(),
            is_gathered: Cell::new(false),
            exchange: None,
            body: Some(body),
            refused: false,
        }
    }

    /// A part of it as a whole; the request is not named.
    pub(super) fn location(&self, part: Part) -> Location {
        Location {
            entry: self.exchange.map(|_| self.place.entry),
            line: self.place.line,
            ..Location::new(Arc::clone(&self.place.source), part, "")
        }
    }

    /// The request in one line, without what its form and names tell to be secret.
    pub(super) fn request_line(&self, names: &Names) -> Option<Arc<str>> {
        let line = || Some(Arc::from(finding_factory::request_line(self.exchange?, names)?));
        self.request.get_or_init(line).clone()
    }

    /// Whether the server itself refused what stands in a part.
    pub(super) fn is_refused_request(&self, part: Part) -> bool {
        self.refused && part.direction() == Direction::Request
    }

    /// Gathers the secrets that were not gathered before anything of it was looked at: those of its body.
    pub(super) fn gather_rest(&self, gatherer: &mut Gatherer) {
        if self.is_gathered.replace(true) {
            return;
        }
        match self.exchange {
            Some(exchange) => gather_answer(gatherer, exchange),
            None => self.body.iter().for_each(|body| gather_body(gatherer, body)),
        }
    }
}
