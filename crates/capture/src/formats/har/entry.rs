//! One entry of a HAR, as far as it matters here.

use serde::Deserialize;
use serde_json::Value;

use super::beside::Beside;
use crate::exchange::{
    Body, Exchange, Headers, ItemLocation, Part, PartValue, Request, Response, Unavailable, Url, essence,
};
use crate::json::Text;
use crate::recorded::{self, Claims, Fields, or_default};

#[derive(Deserialize)]
pub(super) struct Entry<'t> {
    #[serde(borrow)]
    request: Option<HarRequest<'t>>,
    response: Option<HarResponse<'t>>,
    #[serde(rename = "_serverVersion")]
    underscored_version: Option<Value>,
    #[serde(rename = "serverVersion")]
    server_version: Option<Value>,
    #[serde(rename = "_initiator", default)]
    initiator: Beside,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarRequest<'t> {
    #[serde(borrow)]
    method: Text<'t>,
    url: Text<'t>,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    post_data: Option<PostData<'t>>,
    body_size: Option<Value>,
    #[serde(default)]
    cookies: Beside,
    #[serde(default)]
    query_string: Beside,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PostData<'t> {
    #[serde(borrow)]
    mime_type: Option<Text<'t>>,
    text: Option<Text<'t>>,
    encoding: Option<Text<'t>>,
    #[serde(default, deserialize_with = "or_default")]
    params: Vec<Param<'t>>,
    comment: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Param<'t> {
    #[serde(borrow)]
    name: Text<'t>,
    value: Option<Text<'t>>,
    file_name: Option<Text<'t>>,
    content_type: Option<Text<'t>>,
    comment: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarResponse<'t> {
    status: Option<i64>,
    #[serde(default, deserialize_with = "or_default")]
    headers: Fields,
    #[serde(borrow, default, deserialize_with = "or_default")]
    content: Content<'t>,
    body_size: Option<Value>,
    #[serde(default)]
    cookies: Beside,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Content<'t> {
    size: Option<Value>,
    #[serde(borrow)]
    mime_type: Option<Text<'t>>,
    text: Option<Text<'t>>,
    encoding: Option<Text<'t>>,
    comment: Option<Value>,
}

impl Entry<'_> {
    /// The exchange. The error says what no HTTP message can have.
    pub(super) fn into_exchange(self, place: ItemLocation) -> Result<Exchange, &'static str> {
        let beside = self.beside();
        let head = self.request.as_ref().is_some_and(|request| request.method.0.eq_ignore_ascii_case("HEAD"));
        let version = [self.underscored_version, self.server_version].into_iter().flatten();
        let server_version = version.into_iter().find_map(|value| value.as_str().map(str::to_owned));
        let response = self.response.map(|response| response.build(head)).transpose()?.flatten();
        Ok(Exchange { place, request: self.request.map(HarRequest::build), response, server_version, beside })
    }

    /// What is written a second time, or of how the request came about.
    fn beside(&self) -> Headers {
        let of_request = self.request.as_ref().map(|request| [&request.cookies, &request.query_string]);
        let of_response = self.response.as_ref().map(|response| &response.cookies);
        let all = of_request.into_iter().flatten().chain(of_response).chain([&self.initiator]);
        all.fold(Beside::default(), Beside::with).0
    }
}

impl HarRequest<'_> {
    fn build(self) -> Request {
        let headers = self.headers.0;
        let size = self.body_size.as_ref().and_then(Value::as_i64);
        let mut recorded_type = None;
        let mut claims = Claims { sizes: [size, None], headers: &headers, omitted: false };
        let body = match self.post_data {
            Some(mut data) => {
                recorded_type = data.mime_type.take().and_then(Text::filled);
                claims.omitted = recorded::says_so(data.comment.as_ref());
                data.body(recorded_type.as_deref(), &claims)
            }
            None => claims.missing(),
        };
        Request { method: self.method.0.into_owned(), url: Url::parse(&self.url.0), headers, body, recorded_type }
    }
}

impl PostData<'_> {
    /// Browsers write a form twice, as text and in `params`: of a multipart form the parts are better, of another the
    /// text.
    fn body(self, recorded_type: Option<&str>, claims: &Claims<'_>) -> Body {
        let media_type = claims.headers.get("content-type").or(recorded_type).unwrap_or_default();
        let text = self.text.and_then(Text::filled);
        let urlencoded = essence(media_type) == "application/x-www-form-urlencoded";
        match text {
            Some(text) if self.params.is_empty() || urlencoded => {
                let body = decoded(text, self.encoding.as_ref(), None, claims.headers);
                recorded::taken_apart(body, media_type)
            }
            None if urlencoded && !self.params.is_empty() => Body::Text(urlencode(&self.params)),
            _ if !self.params.is_empty() => Body::Parts(self.params.into_iter().map(Param::build).collect()),
            _ => claims.missing(),
        }
    }
}

fn urlencode(params: &[Param<'_>]) -> String {
    let pairs = params.iter().map(|param| (&param.name.0, param.value.as_ref().map_or("", |value| &value.0)));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

impl Param<'_> {
    fn build(self) -> Part {
        let value = match self.value {
            Some(text) => PartValue::Text(text.0.into_owned()),
            None if self.file_name.is_some() || recorded::says_so(self.comment.as_ref()) => {
                PartValue::Unavailable(Unavailable::Omitted)
            }
            None => PartValue::Text(String::new()),
        };
        let owned = |text: Text<'_>| text.0.into_owned();
        let (filename, content_type) = (self.file_name.map(owned), self.content_type.map(owned));
        Part { name: owned(self.name), filename, content_type, value }
    }
}

impl HarResponse<'_> {
    /// Nothing where no response was received.
    fn build(self, head: bool) -> Result<Option<Response>, &'static str> {
        let status = self.status.unwrap_or_default();
        if status <= 0 {
            return Ok(None);
        }
        let status = u16::try_from(status).map_err(|_| "a status above 65535")?;
        let headers = self.headers.0;
        let sizes = [self.content.size.as_ref(), self.body_size.as_ref()].map(|size| size.and_then(Value::as_i64));
        let omitted = recorded::says_so(self.content.comment.as_ref());
        let claims = Claims { sizes, headers: &headers, omitted };
        let bodyless = recorded::never_has_body(head, status);
        let (recorded_type, body) = self.content.body(&claims, bodyless);
        Ok(Some(Response { status, headers, body, recorded_type }))
    }
}

impl Content<'_> {
    fn body(self, claims: &Claims<'_>, bodyless: bool) -> (Option<String>, Body) {
        let text = self.text.and_then(Text::filled);
        let said_cut = self.comment.as_ref().and_then(Value::as_str).is_some_and(|said| said.contains("truncated"));
        let [size, _] = claims.sizes;
        let body = match text {
            Some(text) if said_cut => decoded(text, self.encoding.as_ref(), None, claims.headers).damaged(),
            Some(text) => decoded(text, self.encoding.as_ref(), size, claims.headers),
            None if bodyless => Body::None,
            None if claims.silent() && !claims.omitted => Body::Unavailable(Unavailable::NotRecorded),
            None => claims.missing(),
        };
        (self.mime_type.and_then(Text::filled), body)
    }
}

fn decoded(text: String, encoding: Option<&Text<'_>>, size: Option<i64>, headers: &Headers) -> Body {
    if encoding.is_some_and(|name| name.0.eq_ignore_ascii_case("base64")) {
        recorded::bytes(&text, size, headers)
    } else {
        recorded::text(text, size, headers)
    }
}
