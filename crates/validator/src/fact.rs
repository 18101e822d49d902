//! What can be found in traffic, before any judgement: the kinds of facts, by the names that rule files use.
//!
//! A rule file's `facts:` names them in kebab-case, or as the keyword of JSON Schema. The build script writes the `match`
//! from facts to rules: a fact that no rule judges does not compile.

/// A kind of fact about a value, an exchange or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The value is of another type, and is not null.
    Type,
    /// The value is null, and must not be.
    Null,
    /// The value is not in its list.
    Enum,
    /// The value is not in its list any more.
    EnumRemoved,
    /// The value is not in its list yet.
    EnumNotYetAdded,
    /// The value is not the only one that is allowed.
    Const,
    /// The text or number does not have its format.
    Format,
    /// The text does not match its pattern.
    Pattern,
    /// To hold the text against its pattern would take too much work.
    PatternNotJudged,
    /// The text is too short.
    MinLength,
    /// The text is too long.
    MaxLength,
    /// The number is less than its minimum.
    Minimum,
    /// The number is greater than its maximum.
    Maximum,
    /// The number is not greater than its bound.
    ExclusiveMinimum,
    /// The number is not less than its bound.
    ExclusiveMaximum,
    /// The number is not a multiple of its step.
    MultipleOf,
    /// The array has too few items.
    MinItems,
    /// The array has too many items.
    MaxItems,
    /// An item of the array stands there twice.
    UniqueItems,
    /// The object has too few members.
    MinProperties,
    /// The object has too many members.
    MaxProperties,
    /// A member is missing.
    Required,
    /// The schema forbids a member of this name.
    AdditionalProperties,
    /// No alternative fits.
    AnyOf,
    /// More than one alternative fits, and only one may.
    OneOf,
    /// Another keyword of the schema refuses the value.
    Schema,
    /// The schema cannot be used, so that nothing is known of the value.
    SchemaUnusable,
    /// A member that no release declares.
    PropertyUndeclared,
    /// A member that the release does not have any more.
    PropertyRemoved,
    /// A member that the release does not have yet.
    PropertyNotYetAdded,
    /// A member that is deprecated.
    PropertyDeprecated,
    /// A member that only servers write, in a request.
    PropertyReadOnly,
    /// A member that only clients write, in a response.
    PropertyWriteOnly,
    /// A member stands in its object twice.
    DuplicateKey,
    /// A body that should be JSON is not.
    BodyNotJson,
    /// A body has a content type that is not documented.
    ContentType,
    /// A body has no content type, and should be JSON.
    ContentTypeMissing,
    /// A part of a form was sent several times where one is wanted.
    PartRepeated,
    /// The contract has no such operation at any release.
    OperationUndocumented,
    /// A request that HTTP has without any contract, and no call of the API.
    NotOfApi,
    /// The operation is documented for GET, and was asked for by HEAD.
    HeadOfGet,
    /// The document does not have the operation, and servers answer it all the same.
    OperationAlive,
    /// The release does not have the operation any more.
    OperationRemoved,
    /// The release does not have the operation yet.
    OperationNotYetAdded,
    /// The operation is deprecated.
    OperationDeprecated,
    /// A parameter is missing.
    ParameterMissing,
    /// A parameter that no release declares.
    ParameterUndeclared,
    /// A parameter that the release does not have any more.
    ParameterRemoved,
    /// A parameter that the release does not have yet.
    ParameterNotYetAdded,
    /// A parameter that is deprecated.
    ParameterDeprecated,
    /// A parameter is not written in its style.
    ParameterStyle,
    /// A parameter or a field that should be a text of JSON is not.
    ValueNotJson,
    /// No credentials came with the request, and some must.
    AuthenticationMissing,
    /// Credentials came with the request, and others must.
    AuthenticationOther,
    /// The request has no body, and must have one.
    RequestBodyMissing,
    /// The request has a body, and none is documented.
    RequestBodyUndeclared,
    /// The server refused the request.
    RequestRefused,
    /// The response's status is not documented.
    StatusUndeclared,
    /// The body of an error is not of a known shape.
    ErrorBodyUnknown,
    /// The response has no body, and must have one.
    ResponseBodyMissing,
    /// The response has a body, and none is documented.
    ResponseBodyUndeclared,
}
