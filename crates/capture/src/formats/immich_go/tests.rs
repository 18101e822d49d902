//! Traces in both layouts, whole, cut off and wrong.

use crate::exchange::{Body, Exchange, PartValue, Unavailable};
use crate::tests::{fault_of, read_all};

const BLOCK: &str = "/---- client #1 request  #2 ---------------------------------------------------
Method: POST, URL: http://immich.example:2283/api/search/metadata
Timestamp: 2025-11-29T09:07:54.21Z
Headers:
  Content-Type: application/json
  X-Api-Key: abcd***6789
Body:
  [JSON]
  {\"page\":1,
  \"size\":1000}
+---- response  ---------------------------------------------------
Timestamp: 2025-11-29T09:07:54.26Z
Duration: 50ms
Status: 200 OK: 200
Headers:
  Content-Type: application/json; charset=utf-8
Body:
  [JSON]
  {\"albums\":{}}
\\---- client #1 request  #2 ---------------------------------------------------

";

const RECORDS: &str =
    "2025-08-08T03:59:35-05:00 QUERY 102 GetAllAssets POST http://immich.example:8080/api/search/metadata
   Content-Type [application/json]
   X-Api-Key redacted
-- body start --
{\"page\":84}
-- body end --

2025-08-08T03:59:36-05:00 RESPONSE 102 GetAllAssets POST http://immich.example:8080/api/search/metadata
  Header:
     Content-Type : application/json; charset=utf-8
  Status: 200 OK
-- response body start --
{\"albums\":{}}
-- response body end --

";

/// The exchanges of a trace in which nothing is wrong, and how many entries were passed over.
fn exchanges(trace: &str) -> (Vec<Exchange>, u64) {
    let (exchanges, passed_over, end) = read_all("trace.log", trace);
    assert_eq!(end, None, "{trace}");
    (exchanges, passed_over)
}

fn bodies(trace: &str) -> (Body, Option<Body>) {
    let (mut exchanges, passed_over) = exchanges(trace);
    assert_eq!((exchanges.len(), passed_over), (1, 0), "{trace}");
    let exchange = exchanges.remove(0);
    (exchange.request.unwrap().body, exchange.response.map(|response| response.body))
}

fn text(text: &str) -> Body {
    Body::Text(text.to_owned())
}

fn damaged(text: &str) -> Body {
    Body::Damaged(text.into())
}

#[test]
fn both_layouts_tell_method_address_headers_and_bodies() {
    for (trace, key, sent) in
        [(BLOCK, "abcd***6789", "{\"page\":1,\n\"size\":1000}"), (RECORDS, "redacted", "{\"page\":84}")]
    {
        let (found, _) = exchanges(trace);
        let (request, response) = (found[0].request.as_ref().unwrap(), found[0].response.as_ref().unwrap());
        assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/api/search/metadata"));
        assert_eq!((request.headers.get("x-api-key"), request.media_type()), (Some(key), Some("application/json")));
        assert_eq!((response.status, response.media_type()), (200, Some("application/json; charset=utf-8")));
        assert!(request.headers.is_complete() && response.headers.is_complete());
        assert_eq!(bodies(trace), (text(sent), Some(text("{\"albums\":{}}"))));
    }
}

#[test]
fn bodies_of_blocks_are_written_by_their_type() {
    let dump = |count: usize| {
        let line = "  00000000  7b 22 61 22 3a 31 7d 7b  22 61 22 3a 31 7d 20 7c  |{\"a\":1}{\"a\":1} ||\n";
        format!("  [Binary/HexDump]\n{}", line.repeat(count / 16))
    };
    let answer = "  [JSON]\n  {\"albums\":{}}\n";
    let beginning = "{\"a\":1}{\"a\":1} |".repeat(64);
    for (written, expected) in [
        ("  (empty)\n".to_owned(), Body::Unknown),
        ("  [JSON]\n  {\"albums\":{\n".to_owned(), damaged("{\"albums\":{")),
        ("  [JSON]\n  <html>\n".to_owned(), text("<html>")),
        (dump(16), Body::Bytes(b"{\"a\":1}{\"a\":1} |".to_vec())),
        (dump(1024), damaged(&beginning)),
        (format!("{}  ... truncated (showing first 1024 bytes)\n", dump(1024)), damaged(&beginning)),
    ] {
        assert_eq!(bodies(&BLOCK.replace(answer, &written)).1, Some(expected), "{written}");
    }
    let lines = ["Body:\n  [JSON]\n  {\"albums\":{}}\n", "Status: 200 OK: 200\n"];
    assert_eq!(bodies(&BLOCK.replace(lines[0], "")).1, Some(Body::Unknown));
    let refused = BLOCK.replace(lines[0], "").replace(lines[1], "Error: connection refused\n");
    assert_eq!(bodies(&refused).1, None);
    let sent = "Body:\n  [JSON]\n  {\"page\":1,\n  \"size\":1000}\n";
    assert_eq!(bodies(&BLOCK.replace(sent, "")).0, Body::None);
}

#[test]
fn forms_of_blocks_have_their_parts() {
    let form = "  [Multipart]
  --- Part 1 ---
  Content-Disposition: form-data; name=\"deviceAssetId\"
  Content:
    a.jpg
b
  --- Part 2 ---
  Content-Disposition: form-data; name=\"assetData\"; filename=\"a.jpg\"
  Content-Type: application/octet-stream
  Content: [Binary - HexDump of first 1KB]
    00000000  ff d8                                             |..|
    ... (1000 more bytes)
";
    let sent = "  [JSON]\n  {\"page\":1,\n  \"size\":1000}\n";
    let Body::Parts(parts) = bodies(&BLOCK.replace(sent, form)).0 else { panic!("not a form") };
    let told: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.filename.as_deref(), &part.value)).collect();
    let file = PartValue::Unavailable(Unavailable::Truncated);
    let id = PartValue::Text("a.jpg\nb".to_owned());
    assert_eq!(told, [("deviceAssetId", None, &id), ("assetData", Some("a.jpg"), &file)]);
    let broken = form.replace("  --- Part 2 ---", "  Error reading part 2: unexpected EOF\n  --- Part 2 ---");
    let Body::Damaged(written) = bodies(&BLOCK.replace(sent, &broken)).0 else { panic!("not damaged") };
    assert!(String::from_utf8(written).unwrap().contains("deviceAssetId"));
}

#[test]
fn records_of_refusals_and_forms_have_no_body() {
    let answer = "  Header:\n     Content-Type : application/json; charset=utf-8\n  Status: 200 OK\n-- response body start --\n{\"albums\":{}}\n";
    for (written, expected) in [
        ("  Status: 500 Internal Server Error\n-- response body --\n", Some(Body::Unknown)),
        (
            "  Status: 200 OK\n-- response body start --\n{\"albums\":{}}-- body end --\n\n\n",
            Some(text("{\"albums\":{}}")),
        ),
        ("  Status: 200 OK\n-- response body start --\n{\"albums\":\n", Some(damaged("{\"albums\":"))),
        ("  Error: connection refused\n", None),
    ] {
        assert_eq!(bodies(&RECORDS.replace(answer, written)).1, expected, "{written}");
    }
    let form = "  Post values\n     deviceId:  gl65\n-- binary body not dumped --\n";
    let (found, _) = exchanges(&RECORDS.replace("-- body start --\n{\"page\":84}\n-- body end --\n", form));
    assert_eq!(found[0].request.as_ref().unwrap().body, Body::Unavailable(Unavailable::Omitted));
    assert_eq!(found[0].beside.get("deviceId"), Some("gl65"));
}

#[test]
fn answers_find_their_requests_by_number() {
    let other = RECORDS.replace(" 102 ", " 103 ").replace("84", "85").replace("albums", "assets");
    let [one, two] = [RECORDS, &other].map(|records| records.split_at(records.find("2025-08-08T03:59:36").unwrap()));
    let (found, passed_over) = exchanges(&[one.0, two.0, two.1, one.1, one.1].concat());
    let told: Vec<_> = found.iter().map(|exchange| exchange.response.as_ref().unwrap().body.clone()).collect();
    assert_eq!(told, ["{\"albums\":{}}", "{\"assets\":{}}", "{\"albums\":{}}"].map(text));
    // The last one has lost its request.
    assert!(!found[2].request.as_ref().unwrap().headers.is_complete() && passed_over == 0);
    let jumbled = one.0.replace("-- body end --\n", "") + two.0;
    assert_eq!(exchanges(&jumbled).0[0].request.as_ref().unwrap().body, damaged("{\"page\":84}"));
}

#[test]
fn what_is_cut_off_is_counted_or_said_to_be_cut() {
    let middle = BLOCK.find("Status").unwrap();
    for (trace, found, passed_over) in [
        (format!("{BLOCK}{}", &BLOCK[..middle]), 1, 1),
        (format!("{}{BLOCK}", &BLOCK[BLOCK.find("\\----").unwrap()..]), 1, 1),
        (format!("{}{BLOCK}", &BLOCK[..middle]), 1, 1),
        (RECORDS[..RECORDS.find("  Status").unwrap()].to_owned(), 1, 0),
        (RECORDS[..RECORDS.find("\"page").unwrap()].to_owned(), 1, 0),
    ] {
        let (exchanges, cut) = exchanges(&trace);
        assert_eq!((exchanges.len(), cut), (found, passed_over), "{trace}");
    }
}

#[test]
fn faults_have_a_place() {
    for (trace, line, reason) in [
        (BLOCK.replace("Method:", "Verb:"), 1, "no line `Method:"),
        (format!("{BLOCK}{}", BLOCK.replace("+----", "----")), 22, "no line `+---- response`"),
        (BLOCK.replace("200 OK: 200", "none"), 1, "the status"),
        (RECORDS.replace(" POST http://immich.example:8080/api/search/metadata", ""), 1, "no method and address"),
        (RECORDS.replace("Status: 200", "Status: OK"), 8, "the status"),
    ] {
        let fault = fault_of("trace.log", &trace);
        assert!(fault.starts_with(&format!("trace.log:{line}:1: ")) && fault.contains(reason), "{fault}");
        assert!(fault.ends_with("write it again with --api-trace"), "{fault}");
    }
}
