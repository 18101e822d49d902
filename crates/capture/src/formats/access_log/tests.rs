//! Logs of the three servers, and lines of other names.

use crate::exchange::{Body, Exchange};
use crate::tests::read_all;

fn read(log: &str) -> (Vec<Exchange>, u64, Option<String>) {
    read_all("access.log", log)
}

const TRAEFIK: &str = r#"{"ClientHost":"192.0.2.1","DownstreamStatus":404,"OriginStatus":200,"RequestHost":"photos.example","RequestMethod":"GET","RequestPath":"/api/assets/random?count=5","RequestProtocol":"HTTP/2.0","RequestScheme":"https","request_User-Agent":"frame/1","request_X-Api-Key":"k","downstream_Content-Type":"application/json","time":"2026-11-01T10:00:01Z"}"#;
const CADDY: &str = r#"{"level":"info","logger":"http.log.access","msg":"handled request","request":{"remote_ip":"192.0.2.1","proto":"HTTP/2.0","method":"GET","host":"photos.example","uri":"/api/assets/random?count=5","headers":{"User-Agent":["frame/1"],"X-Api-Key":["k"]},"tls":{"resumed":false}},"duration":0.1,"size":98,"status":404,"resp_headers":{"Content-Type":["application/json"]}}"#;
const NGINX: &str = r#"{"request":"GET /api/assets/random?count=5 HTTP/1.1","request_method":"GET","scheme":"https","host":"photos.example","request_uri":"/api/assets/random?count=5","uri":"/api/assets/random","status":"404","request_time":"0.004","http_referer":"-","http_user_agent":"frame/1","http_x_api_key":"k","sent_http_content_type":"application/json"}"#;

#[test]
fn all_three_servers_tell_the_same() {
    for log in [TRAEFIK, CADDY, NGINX] {
        let (exchanges, passed_over, end) = read(log);
        assert_eq!((exchanges.len(), passed_over, end), (1, 0, None), "{log}");
        let (request, response) = (exchanges[0].request.as_ref().unwrap(), exchanges[0].response.as_ref().unwrap());
        assert_eq!((request.method.as_str(), response.status), ("GET", 404));
        let url = &request.url;
        let target = (url.origin(), url.path(), url.query());
        assert_eq!(target, (Some("https://photos.example"), "/api/assets/random", Some("count=5")), "{log}");
        assert_eq!((request.user_agent(), request.headers.get("x-api-key")), (Some("frame/1"), Some("k")), "{log}");
        assert_eq!(request.headers.iter().count(), 2, "{log}");
        assert_eq!(response.media_type(), Some("application/json"), "{log}");
        assert_eq!((&request.body, &response.body), (&Body::Unknown, &Body::Unknown));
        assert!(!request.headers.is_complete() && !response.headers.is_complete());
        assert_eq!(exchanges[0].place.line, Some(1));
    }
}

/// The request line and the status of each exchange of a log.
fn told(log: &str) -> Vec<String> {
    let (exchanges, _, end) = read(log);
    assert_eq!(end, None, "{log}");
    let told = exchanges.iter().map(|exchange| {
        let request = exchange.request.as_ref().unwrap();
        let query = request.url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let status = exchange.response.as_ref().map_or(0, |response| response.status);
        format!("{} {}{query} {status}", request.method, request.url.path())
    });
    told.collect()
}

#[test]
fn members_have_the_names_that_people_give_them() {
    for (line, expected) in [
        (r#"{"method":"POST","uri":"/a","args":"b=1","status":200}"#, "POST /a?b=1 200"),
        (r#"{"uri":"/a","args":"","request":"DELETE /a HTTP/1.1","status":"204"}"#, "DELETE /a 204"),
        (r#"{"verb":"GET","path":"/a","query":"b","status_code":"200"}"#, "GET /a?b 200"),
        (r#"{"method":"GET","url":"/a?b=1","args":"b=1","response_status":200}"#, "GET /a?b=1 200"),
        (r#"{"request":{"method":"GET","uri":"/a"},"status":0}"#, "GET /a 0"),
        (r#"{"request":"GET /a HTTP/1.1","status":-1}"#, "GET /a 0"),
    ] {
        let log = format!("{line}\n{TRAEFIK}");
        assert_eq!(told(&log)[0], expected, "{line}");
    }
}

#[test]
fn other_lines_and_a_last_one_that_is_cut_off_are_counted() {
    let start = r#"{"level":"info","msg":"Configuration loaded","time":"2026-11-01T10:00:00Z"}"#;
    let garbage = r#"{"request":"\u0016\u0003\u0001","request_method":"","request_uri":"","status":"400"}"#;
    let log = format!("{start}\n{TRAEFIK}\n\n{garbage}\n{CADDY}\n{}", &NGINX[..NGINX.len() - 20]);
    let (exchanges, passed_over, end) = read(&log);
    assert_eq!((exchanges.len(), passed_over, end), (2, 3, None));
    assert_eq!(exchanges[1].place.line, Some(5));
}

#[test]
fn what_is_not_json_has_a_place() {
    for (line, reason) in [
        ("GET /api", "expected value"),
        (r#"{"status":"#, "EOF while parsing"),
        (r#"{"status": 200, "request": "#, "EOF while parsing"),
        ("[]", "expected an object"),
    ] {
        let (exchanges, _, end) = read(&format!("{TRAEFIK}\n{line}\n{TRAEFIK}"));
        let end = end.unwrap();
        assert_eq!(exchanges.len(), 1);
        assert!(end.starts_with("access.log:2:") && end.contains(reason), "{line}: {end}");
        assert!(end.contains("escape=json"), "{end}");
    }
}
