//! No secret of a capture reaches a report, in whichever format.

use serde_json::{Value, json};
use testkit::material;

use super::{file, run};

/// Every format with everything shown.
fn reports(input: &str, contract: &str, release: &str) -> Vec<String> {
    let formats = ["human", "concise", "json", "ndjson"];
    let report = |format: &str| {
        let args =
            ["check", input, "--contract", contract, "--server-version", release, "--format", format, "-v", "--all"];
        let run = run(&args);
        assert!(run.code == Some(0) || run.code == Some(1), "{}", run.err);
        run.out + &run.err
    };
    formats.map(report).to_vec()
}

#[test]
fn made_up_secrets_do_not_show() {
    let secrets = ["head3r-k3y", "b34r3r-t0k3n", "c00k13-t0k3n", "qu3ry-k3y", "b0dy-pa55word", "answ3r-t0k3n"];
    let body = json!({"message": "you sent qu3ry-k3y", "password": "b0dy-pa55word", "accessToken": "answ3r-t0k3n"});
    let har = json!({"log": {"entries": [{
        "request": {
            "method": "GET",
            "url": "http://h/api/assets/random?count=0&key=qu3ry-k3y&password=b0dy-pa55word&nope=answ3r-t0k3n",
            "headers": [
                {"name": "X-Api-Key", "value": "head3r-k3y"},
                {"name": "Authorization", "value": "Bearer b34r3r-t0k3n"},
                {"name": "Cookie", "value": "immich_access_token=c00k13-t0k3n"},
            ],
            "postData": {"mimeType": "application/json", "text": body.to_string()},
        },
        "response": {"status": 200, "headers": [], "content": {"text": json!([body]).to_string(), "mimeType": "application/json"}},
    }]}});
    let input = file("a.har", har.to_string().as_bytes());
    for report in reports(&input.path, "builtin", "1.132.3") {
        assert!(report.contains("count"), "{report}");
        for secret in secrets {
            assert!(!report.contains(secret), "{secret} in {report}");
        }
    }
}

/// Strings of at least eight characters under telling names, found in another way than the tool finds them.
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
        for report in reports(capture.to_str().unwrap(), document.to_str().unwrap(), release.version()) {
            let shown: Vec<&String> = secrets.iter().filter(|secret| report.contains(secret.as_str())).collect();
            assert_eq!(shown, Vec::<&String>::new(), "{release}");
        }
    }
}
