//! Sources that are read as a whole, since what an exchange is may stand in several places of them.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::error::{CaptureError, Fault};
use super::exchange::{Exchange, Headers, Item, ItemLocation, Request, Response};
use super::input::Input;
use super::sink::ItemSink;

/// What a source holds, in its order.
#[derive(Default)]
pub(crate) struct Contents {
    pub(crate) exchanges: Vec<Messages>,
    /// How many entries are not exchanges, or are cut off.
    pub(crate) passed_over: u64,
    /// What is wrong behind the last exchange.
    pub(crate) fault: Option<Fault>,
}

/// An exchange without its place.
#[derive(Default)]
pub(crate) struct Messages {
    pub(crate) request: Option<Request>,
    pub(crate) response: Option<Response>,
    /// What the recorder has beside them.
    pub(crate) beside: Headers,
}

impl Contents {
    /// Adds an exchange, unless one that was added before is wrong.
    pub(crate) fn add(&mut self, read: Result<Messages, Fault>) {
        match read {
            _ if self.fault.is_some() => {}
            Ok(messages) => self.exchanges.push(messages),
            Err(fault) => self.fault = Some(fault),
        }
    }
}

/// Hands out what a source holds, as far as nothing is wrong with it.
pub(crate) fn read(
    Input { name, reader, passed_over }: Input<'_, '_>,
    sink: &mut dyn ItemSink,
    contents: fn(&str) -> Result<Contents, Fault>,
) -> Result<ControlFlow<()>, CaptureError> {
    let contents = reader.whole_text().and_then(contents).map_err(|fault| CaptureError::new(name, fault))?;
    passed_over.fetch_add(contents.passed_over, Ordering::Relaxed);
    for (entry, Messages { request, response, beside }) in contents.exchanges.into_iter().enumerate() {
        let place = ItemLocation { source: Arc::clone(name), entry, line: None };
        let exchange = Exchange { place, request, response, server_version: None, beside };
        if sink.item(Item::Exchange(Box::new(exchange))).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    contents.fault.map_or(Ok(ControlFlow::Continue(())), |fault| Err(CaptureError::new(name, fault)))
}
