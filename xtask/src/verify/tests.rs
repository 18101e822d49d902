//! Verify finds nothing in upstream's documents, and every kind of mistake in doctored ones.

use contract::{Projection, Release, write};
use serde_json::{Value, json};
use testkit::material;

use super::documents::Document;
use super::*;

#[test]
fn models_say_what_upstream_says() {
    let derived = models::contract().unwrap();
    let documents = material::upstream().unwrap_or_default().into_iter();
    let covered = documents.filter(|(release, _)| derived.covers(*release));
    let documents: Vec<Document> = covered.map(|(release, path)| Document { release, path }).collect();
    let (comparisons, unreadable) = compare_all(&derived, &documents);
    assert_eq!(differences(&comparisons), [] as [&str; 0]);
    assert!(unreadable.is_empty(), "{unreadable:?}");
    for one in &comparisons {
        assert!(one.facts > 300 && one.schemas > 10, "{}: {} facts, {} schemas", one.release, one.facts, one.schemas);
    }
}

/// The document that upstream should publish, with one mistake in it.
struct Case {
    release: &'static str,
    doctor: fn(&mut Value),
    expected: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case { release: "1.132.3", doctor: |_| {}, expected: &[] },
    Case {
        release: "1.132.3",
        doctor: |document| {
            let properties = object(document, "/components/schemas/AssetResponseDto/properties");
            let property = properties.remove("originalMimeType").unwrap();
            properties.insert("mimeType".to_owned(), property);
        },
        expected: &[
            "1.132.3  AssetResponseDto.mimeType exists: models say nothing, upstream says true",
            "1.132.3  AssetResponseDto.mimeType type: models say nothing, upstream says \"string\"",
            "1.132.3  AssetResponseDto.originalMimeType exists: models say true, upstream says nothing",
            "1.132.3  AssetResponseDto.originalMimeType type: models say \"string\", upstream says nothing",
        ],
    },
    Case {
        release: "1.132.3",
        doctor: |document| *at(document, "/components/schemas/SourceType/enum") = json!(["machine-learning", "exif"]),
        expected: &["1.132.3  SourceType enum: models say [\"\\\"exif\\\"\",\"\\\"machine-learning\\\"\",\
                     \"\\\"manual\\\"\"], upstream says [\"\\\"exif\\\"\",\"\\\"machine-learning\\\"\"]"],
    },
    Case {
        release: "1.132.3",
        doctor: |document| {
            let required = at(document, "/components/schemas/AssetResponseDto/required").as_array_mut().unwrap();
            required.retain(|name| name != "checksum");
            required.push(json!("stack"));
        },
        expected: &[
            "1.132.3  AssetResponseDto.checksum required: models say true, upstream says nothing",
            "1.132.3  AssetResponseDto.stack required: models say nothing, upstream says true",
        ],
    },
    Case {
        release: "3.0.2",
        doctor: |document| *at(document, "/components/schemas/TagResponseDto/properties/id/pattern") = json!("^x$"),
        expected: &["3.0.2  TagResponseDto.id pattern: models say \
                     \"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$\", \
                     upstream says \"^x$\""],
    },
    Case {
        release: "1.132.3",
        doctor: |document| {
            let responses = object(document, "/paths/~1server~1version/get/responses");
            let response = responses.remove("200").unwrap();
            responses.insert("204".to_owned(), response);
        },
        expected: &[
            "1.132.3  GET /server/version 200 application/json exists: models say true, upstream says nothing",
            "1.132.3  GET /server/version 200 application/json reference: models say \"ServerVersionResponseDto\", \
             upstream says nothing",
            "1.132.3  GET /server/version 200 exists: models say true, upstream says nothing",
            "1.132.3  GET /server/version 204 application/json exists: models say nothing, upstream says true",
            "1.132.3  GET /server/version 204 application/json reference: models say nothing, \
             upstream says \"ServerVersionResponseDto\"",
            "1.132.3  GET /server/version 204 exists: models say nothing, upstream says true",
        ],
    },
    Case {
        release: "1.132.3",
        doctor: |document| {
            *at(document, "/paths/~1assets~1random/get/x-immich-history/0/version") = json!("v1.117.0");
        },
        expected: &["1.132.3  GET /assets/random history: models say [[\"Deprecated\",\"v1.116.0\",null]], \
                     upstream says [[\"Deprecated\",\"v1.117.0\",null]]"],
    },
    Case {
        release: "1.132.3",
        doctor: |document| {
            at(document, "/paths/~1assets~1random/get/parameters/0/schema")["minimum"] = json!(0);
        },
        expected: &["1.132.3  GET /assets/random query count minimum: models say 1, upstream says 0"],
    },
    Case {
        release: "1.132.3",
        doctor: |document| {
            at(document, "/components/schemas/SourceType")["x-immich-new"] = json!("odd");
        },
        expected: &["1.132.3  SourceType `x-immich-new`, which is not read: models say nothing, upstream says \"odd\""],
    },
];

fn at<'d>(document: &'d mut Value, pointer: &str) -> &'d mut Value {
    document.pointer_mut(pointer).unwrap_or_else(|| panic!("the document has no {pointer}"))
}

fn object<'d>(document: &'d mut Value, pointer: &str) -> &'d mut serde_json::Map<String, Value> {
    at(document, pointer).as_object_mut().unwrap()
}

#[test]
fn each_mistake_is_named() {
    let derived = models::contract().unwrap();
    for Case { release, doctor, expected } in CASES {
        let release = Release::known(release);
        let mut document = write::openapi(Projection { contract: &derived, release });
        doctor(&mut document);
        let found = compare::bytes_of(&derived, &[release], document.to_string().as_bytes()).unwrap();
        assert_eq!(differences(&found), *expected);
    }
}

#[test]
fn an_unreadable_document_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let derived = models::contract().unwrap();
    let good = write::openapi(Projection { contract: &derived, release: Release::known("2.0.0") }).to_string();
    for (name, text) in [("v1.132.3.json", "{\"openapi\": \"4.0.0\"}"), ("v2.0.0.json", good.as_str())] {
        crate::atomic::write(&folder.path().join(name), text).unwrap();
    }
    let found = documents::find(folder.path(), derived.releases).unwrap();
    let (comparisons, unreadable) = compare_all(&derived, &found.documents);
    assert_eq!(comparisons.len(), 1);
    let error = unreadable.first().unwrap().to_string();
    assert!(error.contains("v1.132.3.json: ") && error.contains("OpenAPI 4.0.0"), "{error}");
    let error = run(folder.path(), Warnings::Shown).unwrap_err().to_string();
    assert_eq!(error, "1 of 2 documents could not be read");
}

#[test]
fn the_verdict_is_wrong_for_any_difference() {
    assert_eq!(verdict(0, &[], 3).unwrap(), Verdict::Fine);
    assert_eq!(verdict(1, &[], 3).unwrap(), Verdict::Failed);
}
