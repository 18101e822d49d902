//! Callbacks and webhooks: the server sends the request, and the client answers.
//!
//! What is a request by its form is written by the server there, and breaks clients as a response does. The facts of
//! requests and responses are told as those of the other, so that their rules say who is hurt.

use contract::{Operation, Projection};
use report::{Direction, Part as ExchangePart};

use crate::action::{Presence, Replacement};
use crate::fact::Fact;
use crate::place::Caller;

impl Caller {
    /// Who writes what is a request or a response by its form.
    pub(crate) const fn direction(self, form: Direction) -> Direction {
        match (self, form) {
            (Self::Client, form) => form,
            (Self::Server, Direction::Request) => Direction::Response,
            (Self::Server, Direction::Response) => Direction::Request,
        }
    }

    /// The part of an exchange by whose rules a part is judged.
    pub(crate) const fn part(self, part: ExchangePart) -> ExchangePart {
        use ExchangePart::{
            RequestBody, RequestHeader, RequestPath, RequestQuery, ResponseBody, ResponseHeader, ResponseStatus,
        };
        match (self, part) {
            (Self::Client, part) => part,
            (Self::Server, RequestBody) => ResponseBody,
            (Self::Server, RequestPath | RequestQuery | RequestHeader) => ResponseHeader,
            (Self::Server, ResponseBody | ResponseStatus) => RequestBody,
            (Self::Server, ResponseHeader) => RequestHeader,
            (Self::Server, other) => other,
        }
    }

    /// The fact as whoever is hurt sees it.
    pub(crate) const fn fact(self, fact: Fact) -> Fact {
        match self {
            Self::Client => fact,
            Self::Server => turned(fact),
        }
    }

    /// The operations of a contract that are called so.
    pub(crate) fn operations(self, view: Projection<'_>) -> Vec<&Operation> {
        match self {
            Self::Client => view.operations().collect(),
            Self::Server => view.callbacks().collect(),
        }
    }
}

const fn turned(fact: Fact) -> Fact {
    match fact {
        Fact::Parameter(Replacement::Added) => Fact::ResponseHeader(Presence::Added),
        // What moved is no longer where clients look for it.
        Fact::Parameter(Replacement::Removed | Replacement::Changed) => Fact::ResponseHeader(Presence::Removed),
        Fact::RequiredParameter(action) => Fact::RequiredResponseHeader(action),
        Fact::ParameterRequired(action) => Fact::ResponseHeaderRequired(action),
        Fact::RequestBody(action) | Fact::RequiredRequestBody(action) | Fact::RequestBodyRequired(action) => {
            Fact::ResponseBody(action)
        }
        Fact::RequestMediaType(action) => Fact::ResponseMediaType(action),
        // A server that expects a further answer refuses none of before.
        Fact::SuccessStatus(Replacement::Added) => Fact::ErrorStatus(Presence::Added),
        Fact::ResponseBody(action) => Fact::RequestBody(action),
        Fact::ResponseMediaType(action) => Fact::RequestMediaType(action),
        Fact::ResponseHeader(Presence::Added) => Fact::Parameter(Replacement::Added),
        Fact::ResponseHeader(Presence::Removed) => Fact::Parameter(Replacement::Removed),
        Fact::RequiredResponseHeader(action) => Fact::RequiredParameter(action),
        Fact::ResponseHeaderRequired(action) => Fact::ParameterRequired(action),
        other => other,
    }
}
