//! A client's model, and what of the server it stands for.

use contract::{Aside, Contract, Eras, Media, Method, Operation, ReleaseSet, RequestBody, Response, Schema};
use report::Direction;

use crate::decoder::Decoder;
use crate::error::SchemaError;
use crate::lenient::Lenience;
use crate::schema::Source;
use crate::schema::bundle::{Bundle, bundle};

/// A model of a client's.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its schema.
    pub source: Source,
    /// Who reads by it. What a client writes is what the schema says.
    pub decoder: Decoder,
    /// The type of the server that it stands for, or the operation whose answer or request body it is.
    pub counterpart: Counterpart,
    /// Whether the model is of what the client reads (responses) or writes (requests).
    pub direction: Direction,
}

/// A component by its name, or an operation by its operationId.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterpart(pub String);

impl Client {
    /// The model in one line: `Asset as AssetResponseDto, read by Pydantic (lax)`.
    pub fn title(&self) -> String {
        let decoder = match self.direction {
            Direction::Request => "sent".to_owned(),
            Direction::Response => format!("read by {}", self.decoder.title()),
        };
        format!("{} as {}, {decoder}", self.source.name(), self.counterpart.0)
    }

    /// The component of what the client's schema says, in a contract of it.
    pub(crate) fn read(&self) -> Result<Bundle, SchemaError> {
        bundle(&self.source, &Lenience::converting(&self.decoder))
    }

    /// The same with what the decoder lets through as it is.
    pub(crate) fn let_through(&self) -> Result<Bundle, SchemaError> {
        bundle(&self.source, &Lenience::passing(&self.decoder))
    }
}

impl Bundle {
    /// The contract of a client whose model stands wherever an operation of the server has a body.
    pub(crate) fn in_place_of(self, server: &Operation) -> Contract {
        let schema = || Some(Schema::always(contract::Node::to(&self.root)));
        let own = |media: &Media| Media { life: ReleaseSet::all(), schema: schema(), ..media.clone() };
        let response = |response: &Response| Response {
            life: ReleaseSet::all(),
            content: response.content.iter().map(own).collect(),
            ..response.clone()
        };
        let body = |body: &RequestBody| RequestBody { content: body.content.iter().map(own).collect(), ..body.clone() };
        let operation = Operation {
            life: ReleaseSet::all(),
            responses: server.responses.iter().map(response).collect(),
            body: server.body.as_ref().map(body),
            ..server.clone()
        };
        Contract { releases: ReleaseSet::all(), operations: vec![operation], ..self.contract }.numbered()
    }
}

/// An operation of nothing but what is told of it here.
pub(crate) fn bare(id: &str, path: String, method: Method) -> Operation {
    Operation {
        origin: Aside::default(),
        ids: Eras::always(id.to_owned()),
        method,
        paths: Eras::always(path),
        life: ReleaseSet::all(),
        tags: Eras::never(),
        deprecated: ReleaseSet::NONE,
        markers: Eras::never(),
        permission: Eras::never(),
        admin_only: ReleaseSet::NONE,
        security: Eras::never(),
        parameters: Vec::new(),
        body: None,
        responses: Vec::new(),
    }
}
