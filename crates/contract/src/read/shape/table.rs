//! The tables: the objects of OpenAPI 3.0, section 4.7, and the schemas of JSON Schema 2020-12 that OpenAPI 3.1 has instead.

use super::{Form, PLAIN, Shape};

static TEXTS: Form = Form::List(&Form::Text);
static SERVERS: Form = Form::List(&Form::Object(&SERVER));
static PARAMETERS: Form = Form::List(&Form::OrReference(&PARAMETER));
static REQUIREMENTS: Form = Form::List(&Form::Map(&TEXTS));
static CONTENT: Form = Form::Map(&Form::Object(&MEDIA_TYPE));
static HEADERS: Form = Form::Map(&Form::OrReference(&HEADER));
static EXAMPLES: Form = Form::Map(&Form::OrReference(&EXAMPLE));
static LINKS: Form = Form::Map(&Form::OrReference(&LINK));
static CALLBACKS: Form = Form::Map(&Form::OrReference(&CALLBACK));
static SCHEMAS: Form = Form::List(&Form::Schema);
static STYLES: Form =
    Form::Word(&["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"]);

pub(super) static DOCUMENT: Shape = Shape {
    name: "OpenAPI",
    needs: &[&["info"], &["paths"]],
    needs_in_3_1: Some(&[&["info"], &["paths", "components", "webhooks"]]),
    members: &[
        ("info", &Form::Object(&INFO)),
        ("servers", &SERVERS),
        ("paths", &Form::Object(&PATHS)),
        ("components", &Form::Object(&COMPONENTS)),
        ("security", &REQUIREMENTS),
        ("tags", &Form::List(&Form::Object(&TAG))),
        ("externalDocs", &Form::Object(&EXTERNAL_DOCUMENTATION)),
    ],
    ..PLAIN
};

static INFO: Shape = Shape {
    name: "Info",
    needs: &[&["title"], &["version"]],
    members: &[
        ("title", &Form::Text),
        ("version", &Form::Text),
        ("description", &Form::Text),
        ("termsOfService", &Form::Text),
        ("contact", &Form::Map(&Form::Anything)),
        ("license", &Form::Object(&LICENSE)),
    ],
    ..PLAIN
};

static LICENSE: Shape =
    Shape { name: "License", needs: &[&["name"]], members: &[("name", &Form::Text), ("url", &Form::Text)], ..PLAIN };

static TAG: Shape = Shape {
    name: "Tag",
    needs: &[&["name"]],
    members: &[
        ("name", &Form::Text),
        ("description", &Form::Text),
        ("externalDocs", &Form::Object(&EXTERNAL_DOCUMENTATION)),
    ],
    ..PLAIN
};

static EXTERNAL_DOCUMENTATION: Shape = Shape {
    name: "External Documentation",
    needs: &[&["url"]],
    members: &[("url", &Form::Text), ("description", &Form::Text)],
    ..PLAIN
};

static SERVER: Shape = Shape {
    name: "Server",
    needs: &[&["url"]],
    members: &[
        ("url", &Form::Text),
        ("description", &Form::Text),
        ("variables", &Form::Map(&Form::Object(&SERVER_VARIABLE))),
    ],
    ..PLAIN
};

static SERVER_VARIABLE: Shape = Shape {
    name: "Server Variable",
    needs: &[&["default"]],
    members: &[("default", &Form::Text), ("enum", &TEXTS), ("description", &Form::Text)],
    ..PLAIN
};

static PATHS: Shape = Shape { name: "Paths", others: Form::OrReference(&PATH_ITEM), ..PLAIN };

static PATH_ITEM: Shape = Shape {
    name: "Path Item",
    members: &[
        ("get", &Form::Object(&OPERATION)),
        ("put", &Form::Object(&OPERATION)),
        ("post", &Form::Object(&OPERATION)),
        ("delete", &Form::Object(&OPERATION)),
        ("options", &Form::Object(&OPERATION)),
        ("head", &Form::Object(&OPERATION)),
        ("patch", &Form::Object(&OPERATION)),
        ("trace", &Form::Object(&OPERATION)),
        ("summary", &Form::Text),
        ("description", &Form::Text),
        ("servers", &SERVERS),
        ("parameters", &PARAMETERS),
    ],
    ..PLAIN
};

static OPERATION: Shape = Shape {
    name: "Operation",
    needs: &[&["responses"]],
    needs_in_3_1: Some(&[]),
    members: &[
        ("operationId", &Form::Text),
        ("summary", &Form::Text),
        ("description", &Form::Text),
        ("tags", &TEXTS),
        ("parameters", &PARAMETERS),
        ("requestBody", &Form::OrReference(&REQUEST_BODY)),
        ("responses", &Form::Object(&RESPONSES)),
        ("security", &REQUIREMENTS),
        ("deprecated", &Form::Flag),
        ("callbacks", &CALLBACKS),
        ("servers", &SERVERS),
        ("externalDocs", &Form::Object(&EXTERNAL_DOCUMENTATION)),
    ],
    ..PLAIN
};

static CALLBACK: Shape = Shape { name: "Callback", others: Form::Object(&PATH_ITEM), ..PLAIN };

static PARAMETER: Shape = Shape {
    name: "Parameter",
    needs: &[&["name"], &["in"], &["schema", "content"]],
    members: &[
        ("name", &Form::Text),
        ("in", &Form::Word(&["query", "header", "path", "cookie"])),
        ("required", &Form::Flag),
        ("schema", &Form::Schema),
        ("content", &CONTENT),
        ("description", &Form::Text),
        ("deprecated", &Form::Flag),
        ("allowEmptyValue", &Form::Flag),
        ("allowReserved", &Form::Flag),
        ("style", &STYLES),
        ("explode", &Form::Flag),
        ("examples", &EXAMPLES),
    ],
    ..PLAIN
};

static HEADER: Shape = Shape {
    name: "Header",
    needs: &[&["schema", "content"]],
    members: &[
        ("schema", &Form::Schema),
        ("content", &CONTENT),
        ("description", &Form::Text),
        ("required", &Form::Flag),
        ("deprecated", &Form::Flag),
        ("style", &STYLES),
        ("examples", &EXAMPLES),
    ],
    ..PLAIN
};

static REQUEST_BODY: Shape = Shape {
    name: "Request Body",
    members: &[("content", &CONTENT), ("required", &Form::Flag), ("description", &Form::Text)],
    ..PLAIN
};

static RESPONSES: Shape = Shape { name: "Responses", others: Form::OrReference(&RESPONSE), ..PLAIN };

static RESPONSE: Shape = Shape {
    name: "Response",
    needs: &[&["description"]],
    needs_in_3_1: Some(&[]),
    members: &[("description", &Form::Text), ("content", &CONTENT), ("headers", &HEADERS), ("links", &LINKS)],
    ..PLAIN
};

static LINK: Shape = Shape {
    name: "Link",
    needs: &[&["operationRef", "operationId"]],
    members: &[
        ("operationRef", &Form::Text),
        ("operationId", &Form::Text),
        ("parameters", &Form::Map(&Form::Anything)),
        ("description", &Form::Text),
        ("server", &Form::Object(&SERVER)),
    ],
    ..PLAIN
};

static MEDIA_TYPE: Shape = Shape {
    name: "Media Type",
    members: &[("schema", &Form::Schema), ("examples", &EXAMPLES), ("encoding", &Form::Map(&Form::Object(&ENCODING)))],
    ..PLAIN
};

static ENCODING: Shape = Shape {
    name: "Encoding",
    members: &[
        ("contentType", &Form::Text),
        ("headers", &HEADERS),
        ("style", &STYLES),
        ("explode", &Form::Flag),
        ("allowReserved", &Form::Flag),
    ],
    ..PLAIN
};

static EXAMPLE: Shape = Shape {
    name: "Example",
    members: &[("summary", &Form::Text), ("description", &Form::Text), ("externalValue", &Form::Text)],
    ..PLAIN
};

static COMPONENTS: Shape = Shape {
    name: "Components",
    members: &[
        ("schemas", &Form::Map(&Form::Schema)),
        ("responses", &Form::Map(&Form::OrReference(&RESPONSE))),
        ("parameters", &Form::Map(&Form::OrReference(&PARAMETER))),
        ("examples", &EXAMPLES),
        ("requestBodies", &Form::Map(&Form::OrReference(&REQUEST_BODY))),
        ("headers", &HEADERS),
        ("securitySchemes", &Form::Map(&Form::OrReference(&SECURITY_SCHEME))),
        ("links", &LINKS),
        ("callbacks", &CALLBACKS),
    ],
    ..PLAIN
};

static SECURITY_SCHEME: Shape = Shape {
    name: "Security Scheme",
    needs: &[&["type"]],
    asks: &[
        ("type", "apiKey", &["name", "in"]),
        ("type", "http", &["scheme"]),
        ("type", "oauth2", &["flows"]),
        ("type", "openIdConnect", &["openIdConnectUrl"]),
    ],
    members: &[
        ("type", &Form::Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
        ("in", &Form::Word(&["query", "header", "cookie"])),
        ("name", &Form::Text),
        ("scheme", &Form::Text),
        ("bearerFormat", &Form::Text),
        ("description", &Form::Text),
        ("openIdConnectUrl", &Form::Text),
        ("flows", &Form::Map(&Form::Object(&OAUTH_FLOW))),
    ],
    ..PLAIN
};

static OAUTH_FLOW: Shape = Shape {
    name: "OAuth Flow",
    needs: &[&["authorizationUrl", "tokenUrl"], &["scopes"]],
    members: &[
        ("authorizationUrl", &Form::Text),
        ("tokenUrl", &Form::Text),
        ("refreshUrl", &Form::Text),
        ("scopes", &Form::Map(&Form::Text)),
    ],
    ..PLAIN
};

pub(super) static SCHEMA: Shape = Shape {
    name: "Schema",
    members: &[
        ("format", &Form::Text),
        ("items", &Form::Schema),
        ("properties", &Form::Map(&Form::Schema)),
        ("required", &TEXTS),
        ("enum", &Form::List(&Form::Anything)),
        ("allOf", &SCHEMAS),
        ("anyOf", &SCHEMAS),
        ("oneOf", &SCHEMAS),
        ("not", &Form::Schema),
        ("pattern", &Form::Text),
        ("minimum", &Form::Number),
        ("maximum", &Form::Number),
        ("multipleOf", &Form::Number),
        ("minLength", &Form::Count),
        ("maxLength", &Form::Count),
        ("minItems", &Form::Count),
        ("maxItems", &Form::Count),
        ("uniqueItems", &Form::Flag),
        ("minProperties", &Form::Count),
        ("maxProperties", &Form::Count),
        ("discriminator", &Form::Object(&DISCRIMINATOR)),
    ],
    in_3_0: &[
        ("type", &Form::Text),
        ("title", &Form::Text),
        ("description", &Form::Text),
        ("nullable", &Form::Flag),
        ("additionalProperties", &Form::FlagOrSchema),
        ("exclusiveMinimum", &Form::Flag),
        ("exclusiveMaximum", &Form::Flag),
        ("readOnly", &Form::Flag),
        ("writeOnly", &Form::Flag),
        ("deprecated", &Form::Flag),
        ("externalDocs", &Form::Object(&EXTERNAL_DOCUMENTATION)),
    ],
    // What is only read where it has its form is told where it has not, and may be anything here.
    in_3_1: &[
        ("additionalProperties", &Form::Schema),
        ("prefixItems", &SCHEMAS),
        ("contains", &Form::Schema),
        ("patternProperties", &Form::Map(&Form::Schema)),
        ("propertyNames", &Form::Schema),
        ("dependentSchemas", &Form::Map(&Form::Schema)),
        ("if", &Form::Schema),
        ("then", &Form::Schema),
        ("else", &Form::Schema),
        ("unevaluatedItems", &Form::Schema),
        ("unevaluatedProperties", &Form::Schema),
    ],
    ..PLAIN
};

static DISCRIMINATOR: Shape = Shape {
    name: "Discriminator",
    needs: &[&["propertyName"]],
    members: &[("propertyName", &Form::Text), ("mapping", &Form::Map(&Form::Text))],
    ..PLAIN
};
