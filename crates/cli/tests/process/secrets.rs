//! No secret of a capture reaches a report, in whichever format and by whichever command.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::material;

use super::written::WRITERS;
use super::{file, root, run};

/// Every format that a report has.
const FORMATS: [&str; 9] = ["human", "concise", "json", "ndjson", "markdown", "html", "github", "sarif", "junit"];

/// A secret that is like no other.
fn canary(number: usize) -> String {
    format!("cnry{number:05}Zk3Vw8")
}

/// The numbers of the canaries that a text shows.
fn shown(text: &str) -> BTreeSet<usize> {
    let behind = text.split("cnry").skip(1);
    behind.filter_map(|rest| rest.get(..5)?.parse().ok()).collect()
}

/// An exchange in HAR.
#[derive(Clone)]
struct Placed {
    /// What stands there, for a failure.
    place: String,
    entry: Value,
}

fn entry(url: &str, headers: &[(&str, &str)], body: Option<(&str, &str)>, answer: &str) -> Value {
    let headers: Vec<Value> = headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
    let mut request = json!({"method": "POST", "url": url, "headers": headers});
    if let Some((mime_type, text)) = body {
        request["postData"] = json!({"mimeType": mime_type, "text": text});
    }
    let content = json!({"mimeType": "application/json", "text": answer});
    json!({"request": request, "response": {"status": 200, "headers": [], "content": content}})
}

const ADDRESS: &str = "http://server/api/auth/login";
const FINE: &str = "{\"odd\": 1}";

fn in_request(body: &str) -> Value {
    entry(ADDRESS, &[], Some(("application/json", body)), FINE)
}

/// Where a member of a telling name can stand; `NAME` and `CANARY` are put in.
fn of_name(name: &str) -> Vec<(String, Value)> {
    let query = format!("{ADDRESS}?{name}=CANARY");
    let member = format!("{{\"{name}\": \"CANARY\", \"odd\": 1}}");
    let parts = json!([{"name": name, "value": "CANARY"}]);
    let mut multipart = entry(ADDRESS, &[], Some(("multipart/form-data; boundary=x", "")), FINE);
    multipart["request"]["postData"] = json!({"mimeType": "multipart/form-data; boundary=x", "params": parts});
    vec![
        (format!("query {name}"), entry(&query, &[], None, FINE)),
        (format!("header {name}"), entry(ADDRESS, &[(name, "CANARY")], None, FINE)),
        (format!("request body {name}"), in_request(&member)),
        (format!("response body {name}"), entry(ADDRESS, &[], None, &member)),
        (format!("nested {name}"), in_request(&format!("{{\"a\": [{{\"{name}\": [{{\"v\": \"CANARY\"}}]}}]}}"))),
        (
            format!("form {name}"),
            entry(ADDRESS, &[], Some(("application/x-www-form-urlencoded", &format!("a=1&{name}=CANARY"))), FINE),
        ),
        (format!("multipart {name}"), multipart),
    ]
}

/// The members and credentials of the contract whose names tell, found in another way than the tool finds them.
fn names_of_contract() -> BTreeSet<String> {
    let telling = ["password", "token", "secret", "pincode", "licensekey", "activationkey", "apikey", "codeverifier"];
    let mut names = BTreeSet::new();
    for file in std::fs::read_dir(root().join("schemas")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            members(&serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap(), &mut names);
        }
    }
    let is_telling = |name: &String| {
        let plain: String = name.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
        telling.iter().any(|word| plain.ends_with(word))
    };
    // A question, with yes or no for an answer.
    names.retain(|name| is_telling(name) && !name.starts_with("should"));
    names.extend(["x-api-key", "x-immich-share-key", "x-immich-user-token", "immich_access_token"].map(str::to_owned));
    names
}

fn members(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            let properties = object.get("properties").and_then(Value::as_object);
            names.extend(properties.into_iter().flatten().map(|(name, _)| name.clone()));
            object.values().for_each(|below| members(below, names));
        }
        Value::Array(items) => items.iter().for_each(|below| members(below, names)),
        _ => {}
    }
}

/// Places that have no name in the contract.
fn other_places() -> Vec<(String, Value)> {
    let headers = [
        ("Authorization", "Bearer CANARY"),
        ("Authorization", "Digest username=\"me\", realm=\"photos\", response=\"CANARY\""),
        ("Cookie", "lang=en; immich_access_token=CANARY"),
        ("Remote-Auth-Token", "CANARY"),
        ("X-Ssh-Private-Key", "CANARY"),
        ("Referer", "http://elsewhere/?magic=1&otp=CANARY"),
    ];
    let addresses = [
        "http://me:CANARY@server/api/auth/login",
        "http://CANARY@server/api/auth/login",
        "http://server/api/auth/login;token=CANARY",
        "http://server/api/auth/login?next=https%3A%2F%2Fserver%2F%3Fcode%3DCANARY",
        "http://server/api/auth/login?user%5Bpassword%5D=CANARY",
        "http://server/api/auth/login#id_token=CANARY",
        "http://server/api/auth/login?say=Bearer+CANARY",
    ];
    let bodies = [
        r#"{"settings": [{"field": "smtp-password", "value": "CANARY"}]}"#,
        r#"{"value": {"deep": ["CANARY"]}, "name": "AWS_SECRET_ACCESS_KEY"}"#,
        r#"{"text": "the answer was {\"session_token\": \"CANARY\"}"}"#,
        r#"{"nested": "{\"refreshToken\": \"CANARY\"}"}"#,
        r#"{"db": "postgres://photos:CANARY@db:5432/photos"}"#,
        r#"{"where": ["see https://server/share?key=CANARY for it"]}"#,
        r#"{"note": "-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----"}"#,
        r#"{"curl": "curl -H 'X-Api-Key: CANARY' http://server"}"#,
        r#"{"password": "CANARY""#,
        r"password=CANARY",
        r"<login><password>CANARY</password></login>",
    ];
    let headers = headers.iter().map(|header| (format!("{header:?}"), entry(ADDRESS, &[*header], None, FINE)));
    let addresses = addresses.iter().map(|address| ((*address).to_owned(), entry(address, &[], None, FINE)));
    let requests = bodies.iter().map(|body| (format!("request {body}"), in_request(body)));
    let answers = bodies.iter().map(|body| (format!("answer {body}"), entry(ADDRESS, &[], None, body)));
    headers.chain(addresses).chain(requests).chain(answers).chain(damaged_answers()).collect()
}

/// Answers that are held against nothing, since they are not what the server sent.
fn damaged_answers() -> Vec<(String, Value)> {
    let damages = [("size", json!(99_999)), ("comment", json!("truncated")), ("encoding", json!("base64"))];
    let answer = |(name, said): (&str, Value)| {
        let mut entry = entry(ADDRESS, &[], None, r#"{"accessToken": "CANARY", "odd": "#);
        entry["response"]["content"][name] = said.clone();
        (format!("answer whose {name} is {said}"), entry)
    };
    damages.map(answer).into()
}

/// Each place with a canary of its own, and exchanges before and behind it in which that comes again.
fn placements(names: &BTreeSet<String>) -> Vec<Placed> {
    let all = names.iter().flat_map(|name| of_name(name)).chain(other_places());
    let placed = all.enumerate().flat_map(|(number, (place, entry_of_place))| {
        let secret = canary(number);
        let encoded = secret.replace('Z', "%5A");
        let echo = |address: String, answer: String| entry(&address, &[], None, &answer);
        let entries = [
            echo(format!("http://server/api/nowhere/{secret}"), FINE.to_owned()),
            serde_json::from_str(&entry_of_place.to_string().replace("CANARY", &secret)).unwrap(),
            echo(format!("{ADDRESS}?{secret}=1&page={encoded}"), json!({"said": format!("no {secret}!")}).to_string()),
            echo(ADDRESS.to_owned(), json!({secret.as_str(): 1, "accessToken": 5}).to_string()),
        ];
        entries.into_iter().map(move |entry| Placed { place: place.clone(), entry })
    });
    placed.collect()
}

fn har(placed: &[Placed]) -> String {
    json!({"log": {"entries": placed.iter().map(|one| &one.entry).collect::<Vec<_>>()}}).to_string()
}

/// A contract of somebody else: a credential and a password whose names tell nothing, and what every exchange breaks.
fn foreign() -> Value {
    let body = json!({"type": "object", "additionalProperties": {"type": "integer"}, "properties": {
        "hint": {"type": "string", "format": "password", "maxLength": 1}}});
    let content = json!({"application/json": {"schema": body}, "application/x-www-form-urlencoded": {"schema": body}});
    json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "/api"}],
        "components": {"securitySchemes": {"door": {"type": "apiKey", "in": "header", "name": "X-Door"}}},
        "paths": {"/auth/login": {"post": {
            "parameters": [{"name": "X-Door", "in": "header", "schema": {"type": "integer"}},
                           {"name": "page", "in": "query", "schema": {"type": "integer"}}],
            "requestBody": {"content": content},
            "responses": {"200": {"description": "", "content": content}}}}}
    })
}

fn assert_hidden(placed: &[Placed], text: &str, how: &str) {
    let leaks: Vec<&str> =
        shown(text).iter().filter_map(|number| Some(placed.get(number * 4)?.place.as_str())).collect();
    assert!(leaks.is_empty(), "{how}: {} places leak: {leaks:#?}", leaks.len());
}

#[test]
fn no_secret_of_any_place_shows_in_any_format() {
    let mut names = names_of_contract();
    assert!(names.len() > 15, "{names:?}");
    let (document, builtin) = (file("foreign.json", foreign().to_string().as_bytes()), "builtin".to_owned());
    for contract in [&builtin, &document.path] {
        if contract == &document.path {
            names = ["hint", "X-Door"].map(str::to_owned).into();
        }
        let placed = placements(&names);
        let input = file("a.har", har(&placed).as_bytes());
        for format in FORMATS {
            let basic = ["check", &input.path, "--contract", contract, "--server-version", "2.7.5"];
            let all = [&basic[..], &["--format", format, "-v", "--all", "--refused", "error"]].concat();
            let run = run(&all);
            assert_eq!(run.code, Some(1), "{}", run.err);
            assert!(run.out.contains("***") || format == "markdown", "{format}");
            // What is written as it comes shows what only a later exchange tells to be secret.
            let written_as_it_comes = matches!(format, "ndjson" | "concise");
            let out: String = if written_as_it_comes {
                run.out.lines().filter(|line| !line.contains("nowhere")).collect()
            } else {
                run.out
            };
            assert_hidden(&placed, &(out + &run.err), &format!("{contract} {format}"));
        }
    }
}

/// The same in every other format that can hold it: most places in each.
#[test]
fn no_secret_shows_of_any_capture() {
    let placed = placements(&["password", "accessToken", "x-api-key"].map(str::to_owned).into());
    for (name, write, least) in WRITERS {
        let groups: Vec<Vec<&Value>> =
            placed.chunks(4).map(|group| group.iter().map(|one| &one.entry).collect()).collect();
        let held: Vec<&Value> = groups.iter().filter(|group| write(group).is_some()).flatten().copied().collect();
        assert!(held.len() / 4 >= least, "{name} holds {} of {}", held.len() / 4, groups.len());
        let input = file(name, write(&held).unwrap().as_bytes());
        for format in ["human", "json"] {
            let run = run(&[
                "check",
                &input.path,
                "--server-version",
                "2.7.5",
                "--format",
                format,
                "-v",
                "--all",
                "--refused",
                "error",
            ]);
            assert_eq!(run.code, Some(1), "{name}: {}", run.err);
            assert!(run.out.contains("***"), "{name} {format}");
            assert_hidden(&placed, &(run.out + &run.err), &format!("{name} {format}"));
        }
        let run = run(&["compat", &input.path, "--from", "2.7.5", "--to", "3.0.2", "--format", "json"]);
        assert_hidden(&placed, &(run.out + &run.err), &format!("compat {name}"));
    }
}

#[test]
fn no_command_shows_a_secret() {
    let placed = placements(&["password", "accessToken"].map(str::to_owned).into());
    let input = file("a.har", har(&placed).as_bytes());
    let baseline = file("b.json", b"");
    for args in [
        vec!["compat", &input.path, "--from", "2.7.5", "--to", "3.0.2", "--format", "json"],
        vec!["matrix", &input.path, "--format", "json"],
        vec!["matrix", &input.path],
        vec!["identify", &input.path, "-v"],
        vec!["identify", &input.path, "--format", "json"],
        vec!["check", &input.path, "--server-version", "all"],
        vec!["check", &input.path, "--server-version", "2.7.5", "--write-baseline", &baseline.path],
        vec!["check", &input.path, "--server-version", "2.7.5", "--base-path", "/other"],
    ] {
        let run = run(&args);
        assert_hidden(&placed, &(run.out + &run.err), &args.join(" "));
    }
    assert_hidden(&placed, &std::fs::read_to_string(&baseline.path).unwrap(), "the baseline");
}

#[test]
fn bare_bodies_show_no_secret() {
    let lines: Vec<String> = (0..100)
        .map(|number| {
            let secret = canary(number);
            json!({"accessToken": secret, "userEmail": 1, "name": format!("it is {secret}"), secret.as_str(): 1})
                .to_string()
        })
        .collect();
    let input = file("a.ndjson", lines.join("\n").as_bytes());
    for releases in ["2.7.5", "1.106.0..2.7.5", "all"] {
        for format in FORMATS {
            let args = [
                "check",
                &input.path,
                "--lines",
                "--schema",
                "LoginResponseDto",
                "--server-version",
                releases,
                "--format",
                format,
                "-v",
                "--all",
            ];
            let run = run(&args);
            assert_eq!(run.code, Some(1), "{}", run.err);
            assert_eq!(shown(&(run.out + &run.err)), BTreeSet::new(), "{format} at {releases}");
        }
    }
}

#[test]
fn errors_show_no_secret() {
    let secret = canary(1);
    for text in [
        format!(
            "{{\"log\": {{\"entries\": [{{\"request\": {{\"method\": 1, \"url\": \"http://h/?key={secret}\"}}}}]}}}}"
        ),
        format!("{{\"log\": {{\"entries\": [{{\"request\": {{\"url\": \"http://me:{secret}@h/\"}}}}]}}}}"),
        format!("{{\"request\": {{\"password\": \"{secret}\""),
        format!("{{\"log\": {{\"entries\": [], \"password\": \"{secret}"),
        format!("{{\"version\": 1, \"interactions\": [], \"{secret}\": 1, \"{secret}\": 2}}"),
        format!("{{\"version\": \"{secret}\", \"interactions\": []}}"),
        format!("interactions:\n- request: {{method: {secret}, uri: [{secret}]}}\n  response: {{}}\n"),
        format!("interactions: &x\n- *{secret}\n"),
        format!("curl 'http://me:{secret}@h/"),
        format!("GET / HTTP/1.1\n{secret}\n"),
        format!("/---- client #1\nVerb: {secret}\n\\---- client #1\n"),
        format!(
            "{{\"request_method\": \"GET\", \"request_uri\": \"/?key={secret}\", \"status\": 200}}\n{{\"{secret}\"\n{{}}\n"
        ),
        format!("{{\"info\": {{\"schema\": \"getpostman.com/json/collection/{secret}\"}}, \"item\": []}}"),
    ] {
        let input = file("a.har", text.as_bytes());
        let run = run(&["check", &input.path]);
        assert_eq!(run.code, Some(2), "{text}");
        assert!(!(run.out + &run.err).contains(&secret), "{text}");
    }
}

/// Strings of at least sixteen characters under telling names, found in another way than the tool finds them.
fn gather(name: &str, value: &Value, found: &mut Vec<String>) {
    let telling = ["password", "x-api-key", "authorization", "token", "secret", "cookie", "pincode", "activationkey"];
    match value {
        Value::Object(members) => {
            if let (Some(name), Some(value)) = (members.get("name").and_then(Value::as_str), members.get("value")) {
                gather(name, value, found);
            }
            members.iter().for_each(|(name, value)| gather(name, value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(name, item, found)),
        Value::String(text) if name == "text" => {
            if let Ok(body) = serde_json::from_str(text) {
                gather("", &body, found);
            }
        }
        Value::String(text) => {
            let name = name.to_lowercase();
            if telling.iter().any(|word| name.ends_with(word)) {
                let tokens = text.split([' ', ';', '=', ',']).filter(|token| token.len() >= 16);
                found.extend(tokens.map(str::to_owned));
            }
        }
        _ => {}
    }
}

#[test]
fn secrets_of_real_captures_do_not_show() {
    let (Some(captures), Some(upstream)) = (material::captures(), material::upstream()) else { return };
    for (release, document) in upstream {
        let capture = captures.join(format!("v{release}")).join("capture.har");
        if !capture.is_file() {
            continue;
        }
        let mut secrets = Vec::new();
        gather("", &serde_json::from_slice(&material::bytes(&capture)).unwrap(), &mut secrets);
        secrets.sort();
        secrets.dedup();
        assert!(secrets.len() > 10, "{release}: {} secrets", secrets.len());
        for format in ["human", "json", "ndjson"] {
            let (capture, document) = (capture.to_str().unwrap(), document.to_str().unwrap());
            let at = ["--server-version", release.version(), "--format", format, "-v", "--all"];
            let run = run(&[&["check", capture, "--contract", document][..], &at].concat());
            let shown: Vec<&String> = secrets.iter().filter(|secret| run.out.contains(secret.as_str())).collect();
            assert_eq!(shown, Vec::<&String>::new(), "{release}");
        }
    }
}
