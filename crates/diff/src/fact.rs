//! What can change, and how: the coordinates by which rules find a change.
//!
//! A rule file's `facts:` names them `ASPECT.ACTION`, the aspect in kebab-case or as the keyword of JSON Schema. The build
//! script writes the `match` from facts to rules: a change that no rule judges does not compile.

use std::fmt;

use crate::action::{Action, Branching, Limit, Presence, Removal, Replaced, Replacement, Width};

/// What an aspect is about, which decides where it can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// A keyword of a schema: the set of values.
    Values,
    /// Something beside the set of values, in a schema.
    Annotation,
    /// A part of a request.
    Request,
    /// A part of a response.
    Response,
    /// The operation as a whole.
    Operation,
}

/// A row for each aspect: how it can change, and its area.
macro_rules! aspects {
    ($($(#[$doc:meta])+ $aspect:ident($actions:ident): $area:ident,)+) => {
        /// An aspect that changed, and how.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact { $($(#[$doc])+ $aspect($actions)),+ }

        /// How each aspect can change, by its name.
        pub(crate) mod actions {
            $(pub(crate) use crate::action::$actions as $aspect;)+
        }

        impl Fact {
            /// Every aspect with everything that can happen to it.
            pub fn all() -> impl Iterator<Item = Self> {
                let aspects: [Vec<Self>; _] = [$($actions::ALL.iter().copied().map(Self::$aspect).collect()),+];
                aspects.into_iter().flatten()
            }

            /// What happened.
            pub fn action(self) -> Action {
                match self { $(Self::$aspect(action) => action.into()),+ }
            }

            /// What the aspect is about.
            pub const fn area(self) -> Area {
                match self { $(Self::$aspect(_) => Area::$area),+ }
            }
        }
    };
}

aspects! {
    /// The types of a value.
    Type(Action): Values,
    /// Whether a value may be null.
    Null(Width): Values,
    /// The list of values.
    Enum(Limit): Values,
    /// The format of a text.
    Format(Action): Values,
    /// The pattern of a text.
    Pattern(Action): Values,
    /// How short a text may be.
    MinLength(Limit): Values,
    /// How long a text may be.
    MaxLength(Limit): Values,
    /// How small a number may be.
    Minimum(Limit): Values,
    /// How large a number may be.
    Maximum(Limit): Values,
    /// What a number is a multiple of.
    MultipleOf(Action): Values,
    /// How short an array may be.
    MinItems(Limit): Values,
    /// How long an array may be.
    MaxItems(Limit): Values,
    /// Whether the items of an array must differ.
    UniqueItems(Presence): Values,
    /// How few members an object may have.
    MinProperties(Limit): Values,
    /// How many members an object may have.
    MaxProperties(Limit): Values,
    /// Members that have no name in the schema.
    AdditionalProperties(Limit): Values,
    /// The branches of a choice.
    Choice(Branching): Values,
    /// Values that fit several branches of a choice that takes one.
    Overlap(Presence): Values,
    /// What is excluded. It is not compared as a set.
    Not(Replacement): Values,
    /// An optional member.
    Property(Presence): Values,
    /// A required member.
    RequiredProperty(Presence): Values,
    /// Whether a member is required.
    Required(Presence): Values,
    /// A format that allows every value of its type.
    FormatHint(Replacement): Annotation,
    /// What counts where a member is missing.
    Default(Replacement): Annotation,
    /// Whether only servers write a member.
    ReadOnly(Presence): Annotation,
    /// Whether only clients write a member.
    WriteOnly(Presence): Annotation,
    /// Whether a member is deprecated.
    PropertyDeprecation(Presence): Annotation,
    /// The state of a member.
    PropertyState(Replaced): Annotation,
    /// Anything in a schema to which no operation leads.
    Unreferenced(Replaced): Annotation,
    /// An optional parameter.
    Parameter(Replacement): Request,
    /// A required parameter.
    RequiredParameter(Presence): Request,
    /// Whether a parameter is required.
    ParameterRequired(Presence): Request,
    /// The name of a parameter in a path.
    ParameterName(Replaced): Request,
    /// How a parameter is written.
    ParameterStyle(Replaced): Request,
    /// Whether a parameter is deprecated.
    ParameterDeprecation(Presence): Request,
    /// The state of a parameter.
    ParameterState(Replaced): Request,
    /// An optional request body.
    RequestBody(Presence): Request,
    /// A required request body.
    RequiredRequestBody(Presence): Request,
    /// Whether a request body is required.
    RequestBodyRequired(Presence): Request,
    /// A media type of requests.
    RequestMediaType(Replacement): Request,
    /// A status of success.
    SuccessStatus(Replacement): Response,
    /// Any other status.
    ErrorStatus(Presence): Response,
    /// The body of a response.
    ResponseBody(Presence): Response,
    /// A media type of responses.
    ResponseMediaType(Replacement): Response,
    /// An optional header of a response.
    ResponseHeader(Presence): Response,
    /// A required header of a response.
    RequiredResponseHeader(Presence): Response,
    /// Whether a header of a response is required.
    ResponseHeaderRequired(Presence): Response,
    /// The path of an address of the API, below which all operations are.
    BasePath(Replacement): Request,
    /// An address of the API.
    Server(Replacement): Request,
    /// The operation.
    Operation(Replacement): Operation,
    /// The operation, which was deprecated.
    DeprecatedOperation(Removal): Operation,
    /// The operation's id.
    OperationId(Replaced): Operation,
    /// Whether the operation is deprecated.
    OperationDeprecation(Presence): Operation,
    /// The state of the operation.
    OperationState(Replaced): Operation,
    /// The permission that the operation asks for.
    Permission(Replacement): Operation,
    /// Whether only administrators may.
    AdminOnly(Presence): Operation,
    /// Whether one must say who one is.
    Login(Presence): Operation,
    /// The ways to say who one is.
    Security(Presence): Operation,
}

/// As rule files write it: `minLength.tightened`.
impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.name(), self.action().as_str())
    }
}
