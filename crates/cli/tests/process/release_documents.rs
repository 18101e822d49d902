//! Documents of releases that the tool does not know: `--release-document`, the configuration, and `--contract-history`.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;

use serde_json::{Value, json};

use super::{file, run, run_in};

/// The built-in contract at its newest release as a document of a release that is to come, in which each asset has a mood.
pub(super) fn newer(version: &str) -> Value {
    let mut document: Value = serde_json::from_str(&run(&["openapi"]).out).unwrap();
    document["info"]["version"] = json!(version);
    let asset = &mut document["components"]["schemas"]["AssetResponseDto"];
    asset["properties"]["mood"] = json!({"type": "string"});
    asset["required"].as_array_mut().unwrap().push(json!("mood"));
    document
}

pub(super) fn write(folder: &Path, name: &str, document: &Value) -> String {
    let path = folder.join(name);
    std::fs::File::create(&path).unwrap().write_all(document.to_string().as_bytes()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn every_command_knows_the_release_of_a_document() {
    let folder = tempfile::tempdir().unwrap();
    let document = write(folder.path(), "new.json", &newer("99.1.0"));
    let with = |args: &[&str]| run(&[args, &["--release-document", &document]].concat());
    let latest = contract::Release::latest().version();
    let asset = with(&["schema", "AssetResponseDto", "--at", "99.1.0"]);
    assert!(asset.out.contains("\"mood\""), "{}{}", asset.out, asset.err);
    assert!(!with(&["schema", "AssetResponseDto", "--at", latest]).out.contains("\"mood\""));
    let diff = with(&["diff", latest, "99.1.0"]);
    assert!(diff.out.contains("AssetResponseDto.mood: responses now always have this property"), "{}", diff.out);
    let example = "examples/random-assets.har";
    let check = with(&["check", example, "--server-version", "99.1.0", "-v"]);
    assert!(check.err.is_empty() && check.out.contains("against 99.1.0"), "{}{}", check.out, check.err);
    let compat = with(&["compat", example, "--to", "99.1.0", "--format", "json"]);
    assert!(compat.out.contains("99.1.0"), "{}{}", compat.out, compat.err);
    let matrix = with(&["matrix", example, "--releases", "99.1.0", "--format", "json"]);
    assert!(matrix.out.contains("99.1.0"), "{}{}", matrix.out, matrix.err);
    let audit = with(&["audit", "--format", "json"]);
    assert!(audit.out.contains("builtin, ") && audit.code == Some(0), "{}", audit.err);
}

#[test]
fn what_came_with_the_document_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let document = write(folder.path(), "new.json", &newer("99.1.0"));
    let asset = file("x.json", br#"{"id": "x"}"#);
    let at = ["--schema", "AssetResponseDto", "--server-version", "99.1.0"];
    let check = run(&[&["check", &asset.path, "--release-document", &document][..], &at].concat());
    assert!(check.out.contains("`mood` was added in 99.1.0; this server is 99.1.0"), "{}", check.out);
}

#[test]
fn who_says_which_release_it_is_of() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = newer("tomorrow");
    let unsaid = write(folder.path(), "new.json", &document);
    let failed = run(&["openapi", "--release-document", &unsaid]);
    assert_eq!(failed.code, Some(2));
    assert!(failed.err.contains("\"tomorrow\" is not a version like 3.4.0; write VERSION="), "{}", failed.err);
    let at = |version: &str, named: &str| run(&["openapi", "--at", version, "--release-document", named]);
    assert_eq!(at("98.0.0", &format!("v98.0.0={unsaid}")).code, Some(0));
    let named = write(folder.path(), "v98.1.0.json", &document);
    assert_eq!(at("98.1.0", &named).code, Some(0));
    document["info"]["version"] = json!("v98.2.0-rc.1");
    let said = write(folder.path(), "v98.3.0.json", &document);
    assert_eq!(at("98.2.0-rc.1", &said).code, Some(0));
    let twice = run(&["openapi", "--release-document", &named, "--release-document", &format!("98.1.0={unsaid}")]);
    assert!(twice.err.contains("are both of release 98.1.0; name one of them"), "{}", twice.err);
}

#[test]
fn what_is_known_of_a_release_gives_way_to_its_document() {
    let folder = tempfile::tempdir().unwrap();
    let latest = contract::Release::latest().version();
    let document = write(folder.path(), "new.json", &newer(latest));
    let asset = run(&["schema", "AssetResponseDto", "--at", latest, "--release-document", &document]);
    assert!(asset.out.contains("\"mood\""), "{}", asset.out);
    let told = format!("says of {latest} otherwise than the built-in contract in");
    assert!(asset.err.contains(&told) && asset.err.contains("AssetResponseDto.mood"), "{}", asset.err);
    let same: Value = serde_json::from_str(&run(&["openapi"]).out).unwrap();
    let same = write(folder.path(), "same.json", &same);
    assert_eq!(run(&["openapi", "--release-document", &same]).err, "", "the document says what is known");
}

#[test]
fn a_document_of_another_api_is_refused() {
    let pets = file("x.json", pets("99.0.0", false).to_string().as_bytes());
    let failed = run(&["openapi", "--release-document", &pets.path]);
    assert_eq!(failed.code, Some(2));
    assert!(failed.err.contains("no document of the Immich API: 0 of its 1 operations"), "{}", failed.err);
    assert!(failed.err.contains("--contract-history"), "{}", failed.err);
    let text = file("x.txt", b"hello");
    for (named, words) in [
        ("3.4=x.json", "3.4 is not a version like 3.4.0"),
        (&*text.path, "this is no OpenAPI document: it has no `openapi`"),
    ] {
        let failed = run(&["openapi", "--release-document", named]);
        assert!(failed.code == Some(2) && failed.err.contains(words), "{}", failed.err);
    }
    let gone = run(&["openapi", "--release-document", "nowhere.json"]);
    assert!(gone.code == Some(2) && gone.err.contains("nowhere.json: cannot read"), "{}", gone.err);
}

#[test]
fn the_configuration_names_documents_too() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "v99.1.0.json", &newer("99.1.0"));
    let config = folder.path().join("immich-contract.toml");
    let configure = |text: &str| std::fs::File::create(&config).unwrap().write_all(text.as_bytes()).unwrap();
    for named in ["v99.1.0.json", "."] {
        configure(&format!("[contract]\ndocuments = [\"{named}\"]\n\n[severity]\nproperty-removed = \"note\"\n"));
        let asset = run_in(folder.path(), &["schema", "AssetResponseDto", "--at", "99.1.0"]);
        assert!(asset.out.contains("\"mood\""), "{}", asset.err);
    }
    let audit = run_in(folder.path(), &["audit", "--format", "json"]);
    let contract = serde_json::from_str::<Value>(&audit.out).unwrap()["contract"].clone();
    assert!(
        contract.as_str().unwrap().starts_with("builtin, ") && contract.as_str().unwrap().ends_with("v99.1.0.json")
    );
    configure("[contract]\ndocument = \"v99.1.0.json\"\n");
    let failed = run_in(folder.path(), &["schema", "AssetResponseDto"]);
    assert!(failed.code == Some(2) && failed.err.contains("immich-contract.toml:2:1"), "{}", failed.err);
}

#[test]
fn an_address_is_asked_once() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/openapi.json", server.local_addr().unwrap());
    let body = newer("99.1.0").to_string();
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = server.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        stream.write_all(&[head.as_bytes(), body.as_bytes()].concat()).unwrap();
    });
    let cache = tempfile::tempdir().unwrap();
    for asked in [true, false] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_immich-contract"))
            .args(["schema", "AssetResponseDto", "--at", "99.1.0", "--release-document", &address])
            .env("XDG_CACHE_HOME", cache.path())
            .env("HOME", cache.path())
            .output()
            .unwrap();
        let err = String::from_utf8(run.stderr).unwrap();
        assert!(String::from_utf8(run.stdout).unwrap().contains("\"mood\""), "{err}");
        assert_eq!(err.contains("is kept in"), asked, "{err}");
    }
    serving.join().unwrap();
}

/// A small API at a version, whose pets have an age or not.
fn pets(version: &str, have_age: bool) -> Value {
    let mut pet = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}});
    if have_age {
        pet["properties"]["age"] = json!({"type": "integer"});
        pet["required"] = json!(["name", "age"]);
    }
    let answer =
        json!({"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}});
    json!({"openapi": "3.0.0", "info": {"title": "Pets", "version": version},
        "paths": {"/pet": {"get": {"operationId": "pet", "responses": {"200": answer}}}},
        "components": {"schemas": {"Pet": pet}}})
}

#[test]
fn a_history_makes_a_contract_of_any_api() {
    let folder = tempfile::tempdir().unwrap();
    for (name, version, have_age) in [("v1.0.0.json", "?", false), ("b.json", "1.1.0", true), ("a.json", "2.0.0", true)]
    {
        write(folder.path(), name, &pets(version, have_age));
    }
    write(folder.path(), "package.json", &json!({"name": "pets"}));
    std::fs::File::create(folder.path().join("notes.json")).unwrap().write_all(b"{notes").unwrap();
    let history = folder.path().to_str().unwrap();
    let with = |args: &[&str]| run(&[args, &["--contract-history", history]].concat());
    let pet = file("x.json", br#"{"name": "Rex"}"#);
    let check = with(&["check", &pet.path, "--schema", "Pet", "--server-version", "2.0.0"]);
    assert!(
        check.code == Some(1) && check.out.contains("`age` was added in 1.1.0; this server is 2.0.0"),
        "{}",
        check.out
    );
    let identify = with(&["identify", &pet.path, "--schema", "Pet"]);
    assert!(identify.out.contains("`age` is missing: ≤ 1.0.0 (sure)"), "{}", identify.out);
    let diff = with(&["diff", "1.0.0", "latest", "--format", "json"]);
    assert!(diff.out.contains("Pet.age"), "{}{}", diff.out, diff.err);
    assert!(diff.err.contains("note: passed over: ") && diff.err.contains("notes.json"), "{}", diff.err);
    let unknown = with(&["schema", "Pet", "--at", "0.9.0"]);
    assert!(unknown.err.contains("older than the oldest known one, 1.0.0"), "{}", unknown.err);
    let empty = tempfile::tempdir().unwrap();
    let failed = run(&["openapi", "--contract-history", empty.path().to_str().unwrap()]);
    assert!(failed.code == Some(2) && failed.err.contains("no OpenAPI document in this folder"), "{}", failed.err);
}
