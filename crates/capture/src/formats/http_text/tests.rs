//! Texts of HTTP and commands of curl, whole and wrong.

use crate::exchange::{Body, Exchange, PartValue, Unavailable};
use crate::tests::{fault_of, read_all};

const DUMP: &str = "GET /api/assets/memory-lane?day=22 HTTP/1.1
host: photos.example
x-api-key: k

HTTP/1.1 400 Bad Request
Content-Type: application/json; charset=utf-8
Content-Length: 19

{\"statusCode\": 400}
";

const CURL: &str = "$ curl -i -X POST \\
  --url http://photos.example/api/search/metadata \\
  -H 'x-api-key: k' --json '{\"page\": 1}'
HTTP/2 200
content-type: application/json

{\"albums\":
{}}
";

const VERBOSE: &str =
    "curl -v photos.example/api/search/metadata -d '{\"page\": 1}' -H 'content-type: application/json'
* Host photos.example:80 was resolved.
* Connected to photos.example (192.0.2.1) port 80
> POST /api/search/metadata HTTP/1.1
> Host: photos.example
> content-type: application/json
>\u{20}
} [11 bytes data]
* upload completely sent off: 11 bytes
< HTTP/1.1 201 Created
< content-type: application/json
* Added cookie a=\"b\" for domain photos.example
< set-cookie: a=b
<\u{20}
{ [14 bytes data]
{\"albums\": {}}
* Connection #0 to host photos.example left intact
";

fn exchanges(text: &str) -> (Vec<Exchange>, u64) {
    let (exchanges, passed_over, end) = read_all("a.txt", text);
    assert_eq!(end, None, "{text}");
    (exchanges, passed_over)
}

/// Request line, status and body of the answer of each exchange.
fn told(text: &str) -> Vec<(String, Option<(u16, Body)>)> {
    let told = exchanges(text).0.into_iter().map(|exchange| {
        let request = exchange.request.map_or_else(String::new, |request| {
            let url = &request.url;
            let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
            format!("{} {}{}{query}", request.method, url.origin().unwrap_or_default(), url.path())
        });
        (request, exchange.response.map(|response| (response.status, response.body)))
    });
    told.collect()
}

fn text(text: &str) -> Body {
    Body::Text(text.to_owned())
}

#[test]
fn dumps_and_what_curl_prints_are_read() {
    let search = "POST http://photos.example/api/search/metadata";
    for (written, request, status, body) in [
        (DUMP, "GET http://photos.example/api/assets/memory-lane?day=22", 400, "{\"statusCode\": 400}"),
        (CURL, search, 200, "{\"albums\":\n{}}"),
        (VERBOSE, search, 201, "{\"albums\": {}}"),
    ] {
        assert_eq!(told(written), [(request.to_owned(), Some((status, text(body))))], "{written}");
        let crlf = written.replace("\\\n", "\\\u{0}").replace('\n', "\r\n").replace('\u{0}', "\n");
        assert_eq!(told(&crlf)[0].0, request, "{crlf}");
        let request = exchanges(written).0.remove(0).request.unwrap();
        let expected = if written == DUMP { Body::None } else { text("{\"page\": 1}") };
        assert_eq!(request.body, expected, "{written}");
    }
    assert_eq!(exchanges(VERBOSE).0[0].response.as_ref().unwrap().headers.get("set-cookie"), Some("a=b"));
}

#[test]
fn several_stand_in_one_file() {
    let all = [DUMP, "\n", CURL, "\n\n", VERBOSE.split_once("* Host").unwrap().0, "\n", DUMP].concat();
    let statuses: Vec<_> = told(&all).into_iter().map(|(_, answer)| answer.map(|(status, _)| status)).collect();
    assert_eq!(statuses, [Some(400), Some(200), None, Some(400)]);
}

#[test]
fn some_answers_are_not_the_last_and_some_have_no_request() {
    let go_on =
        CURL.replace("HTTP/2 200", "HTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/2 200");
    assert_eq!(told(&go_on), told(CURL));
    let alone = told(CURL.split_once("--json '{\"page\": 1}'\n").unwrap().1);
    assert_eq!(alone[0].0, "");
    let without_status = "curl <url>/api/search/metadata --data '{\n\"a\": 1}'\n\n{\n  \"statusCode\": 401\n}\n";
    let (found, passed_over) = exchanges(without_status);
    assert!(found.len() == 1 && found[0].response.is_none() && passed_over == 1);
    assert_eq!(found[0].request.as_ref().unwrap().url.path(), "/api/search/metadata");
}

#[test]
fn bodies_end_where_they_say() {
    let answer =
        |fields: &str, body: &str| told(&format!("HTTP/1.1 200 OK\r\n{fields}\r\n\r\n{body}")).remove(0).1.unwrap().1;
    for (fields, body, expected) in [
        ("Content-Length: 3", "x\r\n\r\n\r\n", text("x\r\n")),
        ("Content-Length: 9", "x", Body::Damaged(b"x".to_vec())),
        ("Content-Length: 9", "", Body::Unavailable(Unavailable::NotRecorded)),
        ("Content-Length: 0", "\n", Body::None),
        ("A: b", "", Body::Unknown),
        ("Transfer-Encoding: chunked", "3;a=b\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n", text("[1,2]")),
        ("Transfer-Encoding: chunked", "[1,2]\n", text("[1,2]")),
    ] {
        assert_eq!(answer(fields, body), expected, "{fields} {body}");
    }
    assert_eq!(told("curl -I /x\nHTTP/1.1 200 OK\nContent-Length: 7\n\n")[0].1, Some((200, Body::None)));
}

/// The request of a command.
fn sent(command: &str) -> crate::exchange::Request {
    exchanges(command).0.remove(0).request.unwrap()
}

#[test]
fn commands_are_read_as_curl_does() {
    for (command, request, body) in [
        ("curl localhost:2283/api/x", "GET http://localhost:2283/api/x", Body::None),
        ("curl -sSLo out.json https://h/api/x", "GET https://h/api/x", Body::None),
        ("curl -XDELETE '$IMMICH/api/x' -k", "DELETE http://$IMMICH/api/x", Body::None),
        ("curl --head https://h/x", "HEAD https://h/x", Body::None),
        ("curl -G https://h/x -d a=1 --data-urlencode 'b=c d'", "GET https://h/x?a=1&b=c+d", Body::None),
        ("curl https://h/x -d a=1 -d b=2", "POST https://h/x", text("a=1&b=2")),
        ("curl https://h/x --data-raw @x", "POST https://h/x", text("@x")),
        ("curl https://h/x -d @x", "POST https://h/x", Body::Unavailable(Unavailable::NotRecorded)),
        ("curl -T a.jpg https://h/x", "PUT https://h/x", Body::Unavailable(Unavailable::NotRecorded)),
        ("root@host:/# curl -k https://h/x", "GET https://h/x", Body::None),
        ("me@host:~$ curl --max-time 5 https://h/x | jq .", "GET https://h/x", Body::None),
    ] {
        assert_eq!(told(command)[0].0, request, "{command}");
        assert_eq!(sent(command).body, body, "{command}");
    }
    let request = sent("curl https://h/x -A app/1 -b 'a=b' -u me:hush -e https://e/ --json '{}'");
    let fields =
        ["user-agent", "cookie", "authorization", "referer", "content-type"].map(|name| request.headers.get(name));
    // `printf me:hush | base64`
    assert_eq!(
        fields,
        [Some("app/1"), Some("a=b"), Some("Basic bWU6aHVzaA=="), Some("https://e/"), Some("application/json")]
    );
    let Body::Parts(parts) = sent("curl https://h/x -F id=7 -F 'file=@a.jpg;type=image/jpeg'").body else {
        panic!("no form")
    };
    let told: Vec<_> =
        parts.iter().map(|part| (part.filename.as_deref(), part.content_type.as_deref(), part.value.clone())).collect();
    let file = PartValue::Unavailable(Unavailable::NotRecorded);
    assert_eq!(told, [(None, None, PartValue::Text("7".to_owned())), (Some("a.jpg"), Some("image/jpeg"), file)]);
}

#[test]
fn faults_have_a_place() {
    for (text, line, reason) in [
        ("curl -i 'https://h/x\n", 1, "a quote in the command is not closed"),
        ("\ncurl -i -H 'a: b'\n", 2, "names no address"),
        ("GET / HTTP/1.1\nhost h\n", 2, "a header field must be"),
        (&format!("{DUMP}\nHTTP/1.1 200 OK\n{{}}\n"), 12, "a header field must be"),
    ] {
        let fault = fault_of("a.txt", text);
        assert!(fault.starts_with(&format!("a.txt:{line}:1: ")) && fault.contains(reason), "{text}: {fault}");
        assert!(fault.contains("`curl -i`"), "{fault}");
    }
}

#[test]
fn other_texts_do_not_begin_so() {
    for text in [
        "# curl\n",
        "# curl by example\n",
        "> curl is\n",
        "* a list\n* of things\n",
        "GET it\n",
        "HTTP/1.1\n",
        "curling\n",
        "",
        "{}",
    ] {
        assert!(!super::sniff(text.as_bytes()), "{text}");
    }
    assert!(super::sniff(VERBOSE.split_once('\n').unwrap().1.as_bytes()));
}
