//! An exchange that has ended.

use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use capture::exchange::{Exchange, Headers, Item, ItemLocation, Request, Response, Url};
use hyper::HeaderMap;

use crate::budget::Held;
use crate::taking::Taken;

/// An exchange that has ended. What it holds is made of the bytes that were kept when somebody asks for it first.
pub struct Finished {
    /// When it began.
    pub started: SystemTime,
    /// How long it took.
    pub took: Duration,
    /// What went wrong with it, and for whom, where something did.
    pub fault: Option<String>,
    raw: Mutex<Option<Raw>>,
    made: OnceLock<(Item, [Option<Held>; 3])>,
}

/// A message whose body has ended.
pub(crate) struct Message<H> {
    pub(crate) head: H,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Taken,
}

/// Method and address.
pub(crate) type RequestLine = (String, String);

/// What an exchange is made of.
pub(crate) struct Raw {
    pub(crate) place: ItemLocation,
    pub(crate) request: Message<RequestLine>,
    pub(crate) response: Option<Message<u16>>,
    /// What is held for all but the bodies.
    pub(crate) head: Held,
}

impl Finished {
    pub(crate) fn new(started: SystemTime, took: Duration, fault: Option<String>, raw: Raw) -> Self {
        Self { started, took, fault, raw: Mutex::new(Some(raw)), made: OnceLock::new() }
    }

    /// The exchange.
    pub fn item(&self) -> &Item {
        let (item, _) = self.made.get_or_init(|| {
            let raw = self.raw.lock().unwrap_or_else(PoisonError::into_inner).take();
            raw.map_or_else(nothing, Raw::into_item)
        });
        item
    }
}

/// Never shows a value.
impl fmt::Debug for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finished({:?})", self.item())
    }
}

/// An exchange of which nothing is known.
fn nothing() -> (Item, [Option<Held>; 3]) {
    let place = ItemLocation { source: "".into(), entry: 0, line: None };
    let beside = Headers::default();
    (
        Item::Exchange(Box::new(Exchange { place, request: None, response: None, server_version: None, beside })),
        [None, None, None],
    )
}

impl Raw {
    fn into_item(self) -> (Item, [Option<Held>; 3]) {
        let Message { head: (method, url), headers, body } = self.request;
        let headers = fields(&headers);
        let (body, sent) = body.into_body(&headers);
        let request = Request { method, url: Url::parse(&url), headers, body, recorded_type: None };
        let (mut response, mut answered) = (None, None);
        if let Some(Message { head: status, headers, body }) = self.response {
            let headers = fields(&headers);
            let (body, held) = body.into_body(&headers);
            answered = held;
            response = Some(Response { status, headers, body, recorded_type: None });
        }
        let (request, beside) = (Some(request), Headers::default());
        let exchange = Exchange { place: self.place, request, response, server_version: None, beside };
        (Item::Exchange(Box::new(exchange)), [sent, answered, Some(self.head)])
    }
}

fn fields(headers: &HeaderMap) -> Headers {
    headers.iter().map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes()))).collect()
}
