//! A server for tests, on hyper: JSON, originals with ranges, uploads, a protocol that is changed, trailers.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use serde_json::json;

type SentBody = Pin<Box<dyn Body<Data = Bytes, Error = Infallible> + Send>>;
pub(super) type Sent = Response<SentBody>;

/// Serves in a thread of its own until the tests end, by this function; answers where.
pub(super) fn serve<F, A>(answer: F) -> SocketAddr
where
    F: Fn(Request<Incoming>) -> A + Send + Sync + 'static,
    A: Future<Output = Sent> + Send + 'static,
{
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            while let Ok((stream, _)) = listener.accept().await {
                let answer = Arc::clone(&answer);
                tokio::spawn(async move {
                    let service = service_fn(|request| {
                        let answered = answer(request);
                        async move { Ok::<_, Infallible>(answered.await) }
                    });
                    let builder = Builder::new(TokioExecutor::new());
                    // What a client does to its connection is its own affair.
                    let _ = builder.serve_connection_with_upgrades(TokioIo::new(stream), service).await;
                });
            }
        });
    });
    address
}

/// The server of most tests.
pub(super) fn immich() -> String {
    format!("http://{}", serve(immich_answers))
}

async fn immich_answers(mut request: Request<Incoming>) -> Sent {
    let path = request.uri().path().to_owned();
    match path.as_str() {
        "/api/server/version" => of_json(r#"{"major":2,"minor":7,"patch":5}"#),
        "/api/server/ping" if request.headers().contains_key("x-gzip") => gzip(r#"{"res":3}"#),
        "/api/server/ping" if request.headers().contains_key("x-wrong") => of_json(r#"{"res":3}"#),
        "/api/server/ping" => of_json(r#"{"res":"pong"}"#),
        "/api/slow" => {
            tokio::time::sleep(Duration::from_secs(5)).await;
            of_json("{}")
        }
        "/seen" => of_json(&seen(request.headers()).to_string()),
        "/trailers" => trailers(),
        "/length" => {
            let bytes = request.into_body().collect().await.unwrap();
            let trailer = bytes.trailers().and_then(|trailers| trailers.get("digest")).cloned();
            of_json(
                &json!({"length": bytes.to_bytes().len(), "digest": trailer.map(|it| it.to_str().unwrap().to_owned())})
                    .to_string(),
            )
        }
        "/socket" => {
            let upgrade = hyper::upgrade::on(&mut request);
            tokio::spawn(async move {
                let (mut read, mut write) = tokio::io::split(TokioIo::new(upgrade.await.unwrap()));
                tokio::io::copy(&mut read, &mut write).await
            });
            answer(Response::builder().status(101).header("connection", "upgrade").header("upgrade", "websocket"), b"")
        }
        _ if path.ends_with("/original") => original(&request),
        _ => answer(
            Response::builder().status(404).header("content-type", "application/json"),
            br#"{"message":"Cannot GET","error":"Not Found","statusCode":404,"correlationId":"a"}"#,
        ),
    }
}

pub(super) fn answer(head: hyper::http::response::Builder, body: &[u8]) -> Sent {
    head.body(boxed(Full::new(Bytes::copy_from_slice(body)))).unwrap()
}

pub(super) fn of_json(text: &str) -> Sent {
    answer(Response::builder().header("Content-Type", "application/json; charset=utf-8"), text.as_bytes())
}

fn gzip(text: &str) -> Sent {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    let head = Response::builder().header("content-type", "application/json").header("content-encoding", "gzip");
    answer(head, &encoder.finish().unwrap())
}

fn seen(headers: &HeaderMap) -> serde_json::Value {
    headers.iter().map(|(name, value)| json!([name.as_str(), value.to_str().unwrap()])).collect()
}

/// What is in an original: each byte tells where it stands.
pub(super) fn original_bytes(range: std::ops::Range<usize>) -> Vec<u8> {
    range.map(|at| u8::try_from(at % 251).unwrap()).collect()
}

/// How long an original is.
pub(super) const ORIGINAL: usize = 3 << 20;

fn original(request: &Request<Incoming>) -> Sent {
    let head = Response::builder().header("content-type", "image/jpeg").header("accept-ranges", "bytes");
    let range =
        request.headers().get("range").and_then(|range| range.to_str().ok()?.strip_prefix("bytes=")?.split_once('-'));
    match range.map(|(from, to)| (from.parse::<usize>().unwrap(), to.parse::<usize>().unwrap())) {
        Some((from, to)) => {
            let head = head.status(206).header("content-range", format!("bytes {from}-{to}/{ORIGINAL}"));
            answer(head, &original_bytes(from..to + 1))
        }
        None => answer(head, &original_bytes(0..ORIGINAL)),
    }
}

fn trailers() -> Sent {
    let mut digest = HeaderMap::new();
    digest.insert("digest", "sha-256=x".parse().unwrap());
    let body = Full::new(Bytes::from_static(b"[]")).with_trailers(async move { Some(Ok(digest)) });
    let head = Response::builder().header("content-type", "application/json").header("trailer", "digest");
    head.header("transfer-encoding", "chunked").body(boxed(body)).unwrap()
}

fn boxed(body: impl Body<Data = Bytes, Error = Infallible> + Send + 'static) -> SentBody {
    Box::pin(body)
}
