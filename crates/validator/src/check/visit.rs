//! What is checked: an exchange or a bare body, and what it is held against.

use std::cell::OnceCell;
use std::sync::Arc;

use contract::{Operation, ReleaseSet};
use report::{Direction, Part};

use super::finding_factory;
use super::secrets::Secrets;
use crate::exchange::{Exchange, ItemLocation};

/// One exchange, or a bare body, while it is checked.
pub(super) struct Visit<'v> {
    pub(super) place: &'v ItemLocation,
    pub(super) request: OnceCell<Option<Arc<str>>>,
    pub(super) secrets: OnceCell<Secrets>,
    pub(super) exchange: Option<&'v Exchange>,
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
            place: &exchange.place,
            request: OnceCell::new(),
            secrets: OnceCell::new(),
            exchange: Some(exchange),
            refused: status.is_some_and(|status| (400..500).contains(&status)),
        }
    }

    /// The request in one line, without secrets.
    pub(super) fn request_line(&self) -> Option<Arc<str>> {
        let scrubbed = |line: String| Arc::from(self.secrets().scrub(&line).as_ref());
        let line = || self.exchange.and_then(finding_factory::request_line).map(scrubbed);
        self.request.get_or_init(line).clone()
    }

    /// Whether the server itself refused what stands in a part.
    pub(super) fn is_refused_request(&self, part: Part) -> bool {
        self.refused && part.direction() == Direction::Request
    }

    pub(super) fn secrets(&self) -> &Secrets {
        self.secrets.get_or_init(|| self.exchange.map(Secrets::of).unwrap_or_default())
    }
}
