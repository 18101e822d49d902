//! What HTTP itself lets a client ask and a server answer, whatever a contract documents (RFC 9110, RFC 6455, CORS).

use contract::{Method, ReleaseSet, Status};

use super::route::Match;
use crate::exchange::{Exchange, Headers, Request};

/// Whether a request has a target that lies below no path: a tunnel through a proxy, or the server as a whole.
pub(super) fn is_without_path(request: &Request) -> bool {
    is(request, "CONNECT") || request.url.path() == "*"
}

/// What an exchange is for, in a sentence, if it is no call of an API: of the operations that its method and path fit,
/// none documents such a thing.
pub(super) fn purpose(
    exchange: &Exchange,
    request: &Request,
    found: &[(ReleaseSet, Match<'_>)],
) -> Option<&'static str> {
    if is_switched(exchange, request) && !found.iter().any(|(_, found)| documents(found, SWITCHED)) {
        return Some("the connection goes on as a websocket, whose messages are not HTTP");
    }
    if !found.is_empty() {
        return None;
    }
    let is_preflight = || request.headers.get("access-control-request-method").is_some();
    let purposes: [(bool, &'static str); 5] = [
        (is(request, "CONNECT"), "it asks a proxy for a tunnel"),
        (
            is(request, "OPTIONS") && is_preflight(),
            "a browser asks with it whether it may send the request that follows (CORS)",
        ),
        (is(request, "OPTIONS"), "it asks what the server takes"),
        (asks_for_websocket(request), "it asks for a websocket, whose messages are not HTTP"),
        (is_polling(request), "socket.io fetches and sends its events with it"),
    ];
    purposes.into_iter().find(|(is_meant, _)| *is_meant).map(|(_, words)| words)
}

/// Why HTTP has a server answer with this status whatever it documents, in a sentence, if it does.
pub(super) fn explained(exchange: &Exchange) -> Option<&'static str> {
    let (request, response) = (exchange.request.as_ref()?, exchange.response.as_ref()?);
    let is_read = is(request, "GET") || is(request, "HEAD");
    // A capture without header fields left them out.
    let is_untold = request.headers.is_empty() || !request.headers.is_complete();
    let asked = is_untold || request.headers.get("range").is_some();
    match response.status {
        206 if is_read && (asked || response.headers.get("content-range").is_some()) => {
            Some("HTTP: a request with Range is answered by 206 and the part that it asks for")
        }
        304 if is_read => Some("HTTP: a request for what the client has already is answered by 304 and no body"),
        SWITCHED if asks_for_websocket(request) => Some("HTTP: a request with Upgrade is answered by 101"),
        _ => None,
    }
}

/// Whether a request has a method, in whichever letters the recorder wrote it.
fn is(request: &Request, method: &str) -> bool {
    request.method.eq_ignore_ascii_case(method)
}

/// The status of a connection that goes on with another protocol.
const SWITCHED: u16 = 101;

fn documents(found: &Match<'_>, status: u16) -> bool {
    let responses = found.operation.responses.iter();
    responses.map(|response| response.status).any(|known| known == Status::Code(status))
}

/// Whether a connection went on as a websocket; of one over HTTP/2 recorders write a GET that is answered by 200.
fn is_switched(exchange: &Exchange, request: &Request) -> bool {
    let Some(response) = &exchange.response else { return false };
    match response.status {
        SWITCHED => asks_for_websocket(request) || upgrades(&response.headers),
        200 => is_of_socket_scheme(request),
        _ => false,
    }
}

fn asks_for_websocket(request: &Request) -> bool {
    is_of_socket_scheme(request) || upgrades(&request.headers)
}

fn is_of_socket_scheme(request: &Request) -> bool {
    let scheme = request.url.origin().and_then(|origin| origin.split_once("://"));
    scheme.is_some_and(|(scheme, _)| matches!(scheme, "ws" | "wss"))
}

fn upgrades(headers: &Headers) -> bool {
    let mut protocols = headers.get_all("upgrade").flat_map(|value| value.split(','));
    protocols.any(|protocol| protocol.trim().eq_ignore_ascii_case("websocket"))
}

/// Whether a request is one of Engine.IO, on which socket.io stands: it names protocol and transport in its query.
fn is_polling(request: &Request) -> bool {
    let has = |name: &str| request.url.query_pairs().any(|(key, _)| key == name);
    request.url.segments().any(|segment| segment == "socket.io") && has("EIO") && has("transport")
}

/// Whether a request is a `HEAD` of what only `GET` is documented for.
pub(super) fn is_head_of_get(request: &Request, found: &Match<'_>) -> bool {
    is(request, "HEAD") && found.operation.method == Method::Get
}
