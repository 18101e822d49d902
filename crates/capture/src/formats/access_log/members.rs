//! What the members of an entry are, by their names: those of Traefik and Caddy, and of nginx's variables with the names
//! that people give them in a `log_format`.

/// What a member of an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'n> {
    Method,
    /// Where the request went to. Of several the one of the least rank counts: what was sent goes before what the server
    /// made of it.
    Target(u8),
    /// The query, where the target may be without it.
    Query,
    Status,
    Host,
    Scheme,
    /// The request line, or all of the request.
    Request,
    /// All header fields of the answer.
    AnswerHeaders,
    /// A header field of the request.
    RequestHeader(&'n str),
    /// A header field of the answer.
    AnswerHeader(&'n str),
    /// Something else by this name.
    Other(&'n str),
}

/// What a member of this name holds.
pub(super) fn role(name: &str) -> Role<'_> {
    match name {
        "request" => Role::Request,
        "request_method" | "RequestMethod" | "requestMethod" | "http_method" | "method" | "verb" => Role::Method,
        "request_uri" | "RequestPath" | "requestUri" | "request_url" | "url" => Role::Target(0),
        "uri" | "request_path" | "path" => Role::Target(1),
        "args" | "query_string" | "query" => Role::Query,
        "status" | "DownstreamStatus" | "status_code" | "statusCode" | "response_status" | "response_code"
        | "http_status" => Role::Status,
        "RequestHost" | "http_host" | "host" | "server_name" | "vhost" => Role::Host,
        "RequestScheme" | "scheme" => Role::Scheme,
        "resp_headers" => Role::AnswerHeaders,
        "user_agent" | "userAgent" | "useragent" | "agent" => Role::RequestHeader("user-agent"),
        "referer" | "referrer" => Role::RequestHeader("referer"),
        _ => of_prefix(name),
    }
}

/// Traefik writes `request_User-Agent`, nginx has `$http_user_agent`, `$cookie_name` and `$arg_name`. The names of nginx's
/// other variables begin in the same way, but go on in lower case.
fn of_prefix(name: &str) -> Role<'_> {
    let after = |prefix: &str| name.strip_prefix(prefix);
    let field = |prefix: &str| after(prefix).filter(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()));
    if let Some(field) = field("request_").or_else(|| after("http_")) {
        return Role::RequestHeader(field);
    }
    let of_answer = field("downstream_").or_else(|| field("origin_")).or_else(|| after("sent_http_"));
    if let Some(field) = of_answer.or_else(|| after("upstream_http_")) {
        return Role::AnswerHeader(field);
    }
    Role::Other(after("cookie_").or_else(|| after("arg_")).unwrap_or(name))
}
