//! An operation whose id, or the name of whose parameter in the path, changed is one operation.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use immich_contract_contract::facts::{Facts, Scope};
use immich_contract_contract::{Contract, Projection, Release, read, timeline, write};
use serde_json::{Value, json};

/// A document with `PUT /jobs/{NAME}` under an id, and another operation.
fn document(id: &str, name: &str, other: (&str, &str)) -> Value {
    let parameter = json!([{"name": name, "in": "path", "required": true, "schema": {"type": "string"}}]);
    json!({
        "openapi": "3.0.0", "info": {"title": "T", "version": "1"},
        "paths": {
            (format!("/jobs/{{{name}}}")): {"put": {"operationId": id, "parameters": parameter, "responses": {}}},
            (other.0): {"post": {"operationId": other.1, "responses": {}}},
        },
    })
}

fn read_openapi(document: &Value) -> Contract {
    read::openapi(document.to_string().as_bytes()).unwrap().contract
}

fn documents() -> [(Release, Value); 2] {
    let old = document("sendCommand", "id", ("/partners", "createPartner"));
    let new = document("runCommand", "name", ("/people", "sendCommand"));
    [(Release::known("2.2.3"), old), (Release::known("2.3.0"), new)]
}

fn joined() -> Contract {
    let parts: Vec<_> = documents().iter().map(|(release, one)| (*release, read_openapi(one))).collect();
    timeline(&parts)
}

#[test]
fn one_operation_has_both_ids_and_both_paths() {
    let contract = joined();
    let jobs: Vec<_> = contract.operations.iter().filter(|one| one.path().starts_with("/jobs")).collect();
    let [one] = jobs.as_slice() else { panic!("{} operations", jobs.len()) };
    let at = |release| (one.id_at(Release::known(release)), one.path_at(Release::known(release)));
    assert_eq!(at("2.2.3"), ("sendCommand", "/jobs/{id}"));
    assert_eq!(at("2.3.0"), ("runCommand", "/jobs/{name}"));
    assert_eq!((one.id(), one.path()), ("runCommand", "/jobs/{name}"));
}

#[test]
fn each_release_says_what_its_document_said() {
    let contract = joined();
    let scope = Scope::of(&contract);
    let written = read::annotated(&write::annotated(&contract)).unwrap().contract;
    assert_eq!(written.operations, contract.operations, "written and read again");
    for (release, document) in documents() {
        let document = read_openapi(&document);
        let said = Facts::of(Projection { contract: &document, release }, &scope);
        let view = Projection { contract: &written, release };
        assert_eq!(Facts::of(view, &scope).differences(&said), [], "{release}");
        let exported = read_openapi(&write::openapi(view));
        assert_eq!(Facts::of(Projection { contract: &exported, release }, &scope).differences(&said), [], "{release}");
    }
}

#[test]
fn an_id_means_who_has_it_at_a_release() {
    let contract = joined();
    let meant = |id: &str, release: &str| {
        let all = contract.operations_meant(id).into_iter();
        let there = all.filter(|(_, releases)| releases.contains(Release::known(release)));
        there.map(|(operation, _)| operation.path().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(meant("runCommand", "2.2.3"), ["/jobs/{name}"], "the newer id, before it was given");
    assert_eq!(meant("sendCommand", "2.2.3"), ["/jobs/{name}"]);
    assert_eq!(meant("sendCommand", "2.3.0"), ["/people"], "another operation has the id now");
    assert_eq!(meant("createPartner", "2.3.0"), [] as [&str; 0]);
}

#[test]
fn operations_of_one_document_stay_apart() {
    let mut document = document("a", "id", ("/jobs/{name}", "b"));
    document["paths"]["/jobs/{other}"] = json!({"put": {"operationId": "c", "responses": {}}});
    let contract = timeline(&[(Release::latest(), read_openapi(&document))]);
    let mut ids: Vec<&str> = contract.operations.iter().map(immich_contract_contract::Operation::id).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "b", "c"]);
}
