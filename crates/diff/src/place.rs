//! Where in a contract something changed.

use std::fmt;
use std::sync::Arc;

use contract::pointer::escape;
use contract::{Method, Operation, ParameterLocation, Release, Status};
use report::Part as ExchangePart;

/// Who sends the requests of an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caller {
    /// The client.
    #[default]
    Client,
    /// The server: the operation is a callback or a webhook, and the client answers.
    Server,
}

/// An operation, as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationName {
    /// The operationId.
    pub id: Arc<str>,
    /// The method.
    pub method: Method,
    /// The path template.
    pub path: Arc<str>,
    /// The first tag.
    pub tag: Option<Arc<str>>,
    /// Method and path in the old contract, where the operation has another path there.
    pub moved_from: Option<(Method, Arc<str>)>,
    /// Who sends its requests.
    pub caller: Caller,
}

/// What holds a place: the document, a component or a part of an operation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The document as a whole.
    Document,
    /// A component, by its old and its new name.
    Component {
        /// Its name in the old contract.
        old: Arc<str>,
        /// Its name in the new contract.
        new: Arc<str>,
    },
    /// A part of an operation.
    Exchange {
        /// The operation, as the new contract has it where both do.
        operation: Arc<OperationName>,
        /// The part of it.
        part: Part,
    },
}

/// A part of an operation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The operation itself.
    Whole,
    /// A parameter.
    Parameter(ParameterLocation, Arc<str>),
    /// The request body; its media type where one is meant.
    Request(Option<Arc<str>>),
    /// A response; its media type where one is meant.
    Response(Status, Option<Arc<str>>),
    /// A header of a response.
    Header(Status, Arc<str>),
}

/// A step from a value to one within it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the member of this name.
    Property(Arc<str>),
    /// To any item.
    Items,
    /// To any member that has no name in the schema.
    Additional,
    /// To a branch of a choice: the value stays, the component or number is that of the branch.
    Branch(Arc<str>),
}

/// Where something changed: what holds the place, and the way from there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeLocation {
    /// What holds it.
    pub owner: Owner,
    /// The way from there.
    pub steps: Vec<Step>,
}

impl OperationName {
    /// The name of an operation of a contract at a release.
    pub(crate) fn of(operation: &Operation, caller: Caller, release: Release, tag: Option<&String>) -> Self {
        Self {
            id: operation.id_at(release).into(),
            method: operation.method,
            path: operation.path_at(release).into(),
            tag: tag.map(|tag| tag.as_str().into()),
            moved_from: None,
            caller,
        }
    }
}

/// The names of the parameters in a path, from the left: their order is what a server tells them apart by.
pub(crate) fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// The name of the parameter of another path that stands at the place of one.
pub(crate) fn counterpart<'p>(name: &str, path: &str, other: &'p str) -> Option<&'p str> {
    names(other).nth(names(path).position(|known| known == name)?)
}

impl Owner {
    /// Who sends the requests of the operation that holds it.
    pub(crate) fn caller(&self) -> Caller {
        match self {
            Self::Document | Self::Component { .. } => Caller::Client,
            Self::Exchange { operation, .. } => operation.caller,
        }
    }
}

impl Part {
    /// The part of an exchange by which rules know it. The operation as a whole is its path, a response its status.
    pub(crate) const fn of_exchange(&self) -> ExchangePart {
        match self {
            Self::Whole | Self::Parameter(ParameterLocation::Path, _) => ExchangePart::RequestPath,
            Self::Parameter(ParameterLocation::Query, _) => ExchangePart::RequestQuery,
            Self::Parameter(ParameterLocation::Header | ParameterLocation::Cookie, _) => ExchangePart::RequestHeader,
            Self::Request(_) => ExchangePart::RequestBody,
            Self::Response(_, None) => ExchangePart::ResponseStatus,
            Self::Response(_, Some(_)) => ExchangePart::ResponseBody,
            Self::Header(..) => ExchangePart::ResponseHeader,
        }
    }
}

impl fmt::Display for OperationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.write_str("the API"),
            Self::Component { old, new } if old == new => f.write_str(new),
            Self::Component { old, new } => write!(f, "{old} → {new}"),
            Self::Exchange { operation, part } => match part {
                Part::Whole => operation.fmt(f),
                Part::Parameter(place, name) => write!(f, "{operation} {} {name}", place.name()),
                Part::Request(_) => write!(f, "{operation} request"),
                Part::Response(status, _) => write!(f, "{operation} {status}"),
                Part::Header(status, name) => write!(f, "{operation} {status} header {name}"),
            },
        }
    }
}

impl fmt::Display for ChangeLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.owner.fmt(f)?;
        let mut separator = if matches!(self.owner, Owner::Component { .. }) { "." } else { " " };
        for step in &self.steps {
            match step {
                Step::Property(name) => write!(f, "{separator}{name}")?,
                Step::Items => f.write_str("[]")?,
                Step::Additional => write!(f, "{separator}*")?,
                Step::Branch(name) => write!(f, "({name})")?,
            }
            separator = ".";
        }
        Ok(())
    }
}

impl ChangeLocation {
    /// JSON Pointer of the place in an OpenAPI document, as far as the contract knows it: of the new one, or of the old one
    /// for what is gone.
    pub fn pointer(&self) -> String {
        let mut pointer = match &self.owner {
            Owner::Document => return "/servers".to_owned(),
            Owner::Component { new, .. } => format!("/components/schemas/{}", escape(new)),
            Owner::Exchange { operation, part } => {
                let head = format!("/paths/{}/{}", escape(&operation.path), operation.method.key());
                match part {
                    Part::Whole => head,
                    Part::Parameter(..) => format!("{head}/parameters"),
                    Part::Request(None) => format!("{head}/requestBody"),
                    Part::Request(Some(media)) => format!("{head}/requestBody/content/{}/schema", escape(media)),
                    Part::Response(status, None) => format!("{head}/responses/{status}"),
                    Part::Header(status, name) => format!("{head}/responses/{status}/headers/{}", escape(name)),
                    Part::Response(status, Some(media)) => {
                        format!("{head}/responses/{status}/content/{}/schema", escape(media))
                    }
                }
            }
        };
        let in_parameter = matches!(&self.owner, Owner::Exchange { part: Part::Parameter(..) | Part::Header(..), .. });
        for step in self.steps.iter().filter(|_| !in_parameter) {
            match step {
                Step::Property(name) => pointer.extend(["/properties/", &escape(name)]),
                Step::Items => pointer.push_str("/items"),
                Step::Additional => pointer.push_str("/additionalProperties"),
                Step::Branch(_) => {}
            }
        }
        pointer
    }
}
