//! An exchange that goes on.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime};

use capture::exchange::{ItemLocation, Unavailable};
use hyper::{HeaderMap, Method, StatusCode, Uri};

use crate::budget::Budget;
use crate::counters::{self, Counters};
use crate::exchange::{Finished, Message, Raw, RequestLine};
use crate::outlet::Outlet;
use crate::taking::{Taken, Taking};
use crate::verdict::Verdict;

/// Who sends a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Request,
    Response,
}

/// What all exchanges have in common.
pub(crate) struct Handing {
    /// The first is that of who judges.
    pub(crate) outlets: Vec<Outlet>,
    /// What places are to show.
    pub(crate) source: Arc<str>,
    pub(crate) most_of_body: usize,
    pub(crate) budget: Budget,
    pub(crate) counters: Arc<Counters>,
    /// How many exchanges were handed on. Who has it hands on, so that all outlets get them in one order.
    pub(crate) entries: Mutex<usize>,
}

impl Handing {
    /// Keeps what may be checked of a body with these header fields.
    pub(crate) fn taking(&self, headers: &HeaderMap) -> Taking {
        Taking::new(headers, self.most_of_body, &self.budget, &self.counters)
    }
}

/// An exchange that goes on. It has ended when nobody holds it any more.
pub(crate) struct Ongoing {
    pub(crate) handing: Arc<Handing>,
    started: SystemTime,
    begun: Instant,
    state: Mutex<State>,
}

struct State {
    /// Until it was handed on.
    request: Option<(RequestLine, HeaderMap)>,
    request_body: Option<Taken>,
    response: Option<(StatusCode, HeaderMap)>,
    response_body: Option<Taken>,
    fault: Option<String>,
}

impl Ongoing {
    pub(crate) fn begin(handing: &Arc<Handing>, method: &Method, target: &Uri, headers: &HeaderMap) -> Arc<Self> {
        counters::add(&handing.counters.open, 1);
        let request = Some(((method.to_string(), target.to_string()), headers.clone()));
        let (request_body, response, response_body, fault) = (None, None, None, None);
        let state = Mutex::new(State { request, request_body, response, response_body, fault });
        let (started, begun) = (SystemTime::now(), Instant::now());
        Arc::new(Self { handing: Arc::clone(handing), started, begun, state })
    }

    /// The answer begins.
    pub(crate) fn answered(&self, status: StatusCode, headers: &HeaderMap) {
        self.state().response = Some((status, headers.clone()));
    }

    /// A body has ended.
    pub(crate) fn body(&self, side: Side, taken: Taken) {
        let mut state = self.state();
        match side {
            Side::Request => state.request_body = Some(taken),
            Side::Response => state.response_body = Some(taken),
        }
    }

    /// So many bytes of a body went by.
    pub(crate) fn count(&self, side: Side, bytes: usize) {
        let counters = &self.handing.counters;
        counters::add(if side == Side::Request { &counters.up } else { &counters.down }, bytes as u64);
    }

    /// Something went wrong; what went wrong first is the reason for the rest.
    pub(crate) fn fail(&self, what: String) {
        self.state().fault.get_or_insert(what);
    }

    /// A body could not be read to its end.
    pub(crate) fn broke(&self, side: Side, error: &hyper::Error) {
        self.fail(match side {
            Side::Request => format!("the client broke off its request: {error}"),
            Side::Response => format!("upstream broke off its answer: {error}"),
        });
    }

    /// Nobody wanted the rest of a body.
    pub(crate) fn left(&self, side: Side) {
        self.fail(match side {
            Side::Request => "upstream did not take the whole request".to_owned(),
            Side::Response => "the client went away before the answer had ended".to_owned(),
        });
    }

    /// Hands on the exchange as it stands, unless it was handed on already, and has somebody judge it. Nothing where
    /// nobody does.
    pub(crate) async fn judge(&self) -> Option<Verdict> {
        let verdict = self.hand_on(Outlet::ask).flatten()?;
        verdict.await.ok()
    }

    /// Hands on the exchange, unless that was done already: to the first outlet in this way.
    fn hand_on<T>(&self, first: impl FnOnce(&Outlet, Arc<Finished>) -> T) -> Option<T> {
        let mut entries = self.handing.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let (finished, is_held) = self.finish(*entries)?;
        if !is_held {
            self.handing.outlets.iter().for_each(Outlet::leave_out);
            return None;
        }
        *entries += 1;
        let (judge, others) = self.handing.outlets.split_first()?;
        for outlet in others {
            outlet.put(Arc::clone(&finished));
        }
        Some(first(judge, finished))
    }

    /// The exchange, and whether there is room for it.
    fn finish(&self, entry: usize) -> Option<(Arc<Finished>, bool)> {
        let mut state = self.state();
        let (line, headers) = state.request.take()?;
        let cut = || Taken::Left(Unavailable::Truncated);
        let request = Message { head: line, headers, body: state.request_body.take().unwrap_or_else(cut) };
        let unanswered = state.response.is_none().then(|| "the client went away before it was answered".to_owned());
        let body = state.response_body.take();
        let response = state.response.take().map(|(status, headers)| Message {
            head: status.as_u16(),
            headers,
            body: body.unwrap_or_else(cut),
        });
        let place = ItemLocation { source: Arc::clone(&self.handing.source), entry, line: None };
        let mut head = self.handing.budget.part();
        let is_held = head
            .grow(USUAL + length(&request.headers) + response.as_ref().map_or(0, |response| length(&response.headers)));
        let raw = Raw { place, request, response, head };
        Some((
            Arc::new(Finished::new(self.started, self.begun.elapsed(), state.fault.take().or(unanswered), raw)),
            is_held,
        ))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an exchange needs beside its header fields and bodies, in bytes.
const USUAL: usize = 1024;

/// About how much memory header fields need.
fn length(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum::<usize>() * 2
}

impl Drop for Ongoing {
    fn drop(&mut self) {
        self.handing.counters.open.fetch_sub(1, Ordering::Relaxed);
        self.hand_on(Outlet::put);
    }
}
