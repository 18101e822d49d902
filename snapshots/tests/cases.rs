//! What goes wrong in practice, each with the rule that says so, and the same without the mistake.
//!
//! Values are made up, in the shape that servers give them.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop like a test")]

use std::ops::ControlFlow;
use std::sync::LazyLock;

use contract::{Contract, Release, ReleaseSet};
use report::{Part, Report, Severity, Tool};
use serde_json::{Value, json};
use validator::capture::{self, Captures, Hint};
use validator::check::{BodyOf, Checker, Options};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// Rule, part and pointer of a finding.
type ScanOutcome = (&'static str, Part, String);

/// One thing to check at one release.
struct Sample {
    release: &'static str,
    bytes: Vec<u8>,
    /// The component that the bytes are; without it they are exchanges.
    component: Option<&'static str>,
}

impl Sample {
    /// Every finding of this severity or worse.
    fn told(&self, least: Severity) -> Vec<(ScanOutcome, Severity)> {
        let body = self.component.map(|name| BodyOf::Component(name.to_owned()));
        let hint = if body.is_some() { Hint::Body } else { Hint::Detect };
        let captures =
            Captures::from_bytes("sample", self.bytes.clone(), capture::Options { hint, ..Default::default() });
        let mut checker = Checker::new(
            &BUILTIN,
            ReleaseSet::only(Release::known(self.release)),
            Options { body, ..Options::default() },
        )
        .unwrap();
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "builtin", self.release);
        let read = captures.for_each(|item| {
            checker.check(&item, &mut report);
            ControlFlow::Continue(())
        });
        read.unwrap();
        assert_eq!(report.summary.exchanges, 1, "one sample is one item");
        let worth = report.findings().iter().filter(|finding| finding.severity >= least);
        let told = worth.map(|finding| {
            let place = &finding.location;
            ((finding.rule.id(), place.part, place.pointer.clone()), finding.severity)
        });
        told.collect()
    }

    fn assert_tells(&self, expected: &[(&'static str, Part, &str)], what: &str) {
        let told: Vec<ScanOutcome> = self.told(Severity::Warning).into_iter().map(|(told, _)| told).collect();
        let expected: Vec<ScanOutcome> =
            expected.iter().map(|(rule, part, at)| (*rule, *part, (*at).to_owned())).collect();
        assert_eq!(told, expected, "{what} at {}", self.release);
    }
}

/// A body that is said to be a component.
fn body(release: &'static str, component: &'static str, value: &Value) -> Sample {
    Sample { release, bytes: value.to_string().into_bytes(), component: Some(component) }
}

/// An exchange with an API key.
fn exchange(release: &'static str, target: &str, status: u16, answer: &Value) -> Sample {
    exchange_with(release, &json!([{"name": "x-api-key", "value": "made-up"}]), target, status, answer)
}

fn exchange_with(release: &'static str, headers: &Value, target: &str, status: u16, answer: &Value) -> Sample {
    let url = format!("http://photos.example{target}");
    let line = json!({
        "request": {"method": "GET", "url": url, "headers": headers},
        "response": {
            "status": status,
            "headers": [{"name": "content-type", "value": "application/json; charset=utf-8"}],
            "bodyText": answer.to_string(),
        },
    });
    Sample { release, bytes: line.to_string().into_bytes(), component: None }
}

/// An asset that is right from 1.113.0 up to 1.132.3, with one person in it.
fn asset() -> Value {
    json!({
        "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "deviceAssetId": "IMG_0001.jpg-12345",
        "ownerId": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        "deviceId": "phone",
        "libraryId": null,
        "type": "IMAGE",
        "originalPath": "upload/library/admin/2024/IMG_0001.jpg",
        "originalFileName": "IMG_0001.jpg",
        "originalMimeType": "image/jpeg",
        "thumbhash": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
        "fileCreatedAt": "2024-05-01T10:00:00.000Z",
        "fileModifiedAt": "2024-05-01T10:00:00.000Z",
        "localDateTime": "2024-05-01T12:00:00.000Z",
        "updatedAt": "2024-05-02T08:30:00.000Z",
        "isFavorite": false,
        "isArchived": false,
        "isTrashed": false,
        "isOffline": false,
        "hasMetadata": true,
        "duration": "0:00:00.00000",
        "checksum": "3vRbjYb0gZ6MH0pL0zT0b8QkXQk=",
        "exifInfo": {"make": "Camera Works", "fileSizeInByte": 2_345_678, "iso": 100, "latitude": null},
        "people": [{
            "id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
            "name": "Ada",
            "birthDate": "1990-12-31",
            "thumbnailPath": "upload/thumbs/ada.jpeg",
            "isHidden": false,
            "faces": [{
                "id": "6fa459ea-ee8a-4ca4-894e-db77e160355e",
                "boundingBoxX1": 10, "boundingBoxX2": 110, "boundingBoxY1": 20, "boundingBoxY2": 140,
                "imageWidth": 1440, "imageHeight": 1080,
            }],
        }],
    })
}

/// The same asset as version 3 has it.
fn asset_of_version_3() -> Value {
    let mut asset = with(asset(), "/visibility", json!("timeline"));
    for (name, value) in [
        ("/createdAt", json!("2024-05-01T10:00:05.000Z")),
        ("/isEdited", json!(false)),
        ("/width", json!(4000)),
        ("/height", json!(3000)),
        ("/duration", json!(null)),
    ] {
        asset = with(asset, name, value);
    }
    for name in ["/deviceAssetId", "/deviceId", "/libraryId", "/people/0/faces"] {
        asset = without(asset, name);
    }
    asset
}

fn parent<'v>(value: &'v mut Value, pointer: &str) -> (&'v mut serde_json::Map<String, Value>, String) {
    let (above, name) = pointer.rsplit_once('/').unwrap();
    (value.pointer_mut(above).and_then(Value::as_object_mut).unwrap(), name.to_owned())
}

fn with(mut value: Value, pointer: &str, new: Value) -> Value {
    let (members, name) = parent(&mut value, pointer);
    members.insert(name, new);
    value
}

fn without(mut value: Value, pointer: &str) -> Value {
    let (members, name) = parent(&mut value, pointer);
    members.shift_remove(&name).unwrap();
    value
}

const ASSET: &str = "AssetResponseDto";

#[test]
fn the_unbroken_samples_are_right() {
    for release in ["1.113.0", "1.125.7", "1.132.3"] {
        body(release, ASSET, &asset()).assert_tells(&[], "the asset");
    }
    body("1.133.0", ASSET, &with(asset(), "/visibility", json!("archive"))).assert_tells(&[], "the asset");
    body("3.0.2", ASSET, &asset_of_version_3()).assert_tells(&[], "the asset");
}

#[test]
fn bodies_that_break_in_one_place() {
    let face = "/people/0/faces/0/id";
    let no_dashes = json!("6fa459eaee8a4ca4894edb77e160355e");
    let table = [
        ("1.132.3", with(asset(), "/type", json!("PHOTO")), "enum-value-unknown", "/type"),
        ("1.132.3", with(asset(), "/visibility", json!("timeline")), "property-not-yet-added", "/visibility"),
        ("1.133.0", asset(), "property-missing", "/visibility"),
        ("3.0.2", with(asset_of_version_3(), "/deviceId", json!("phone")), "property-removed", "/deviceId"),
        (
            "1.125.7",
            with(asset(), "/people/0/isFavorite", json!(true)),
            "property-not-yet-added",
            "/people/0/isFavorite",
        ),
        ("1.132.3", with(asset(), "/people/0/birthDate", json!("2023-02-29")), "format-invalid", "/people/0/birthDate"),
        ("1.132.3", with(asset(), "/updatedAt", json!("2023-02-29T00:00:00Z")), "format-invalid", "/updatedAt"),
        ("1.132.3", with(asset(), face, no_dashes), "format-invalid", face),
        ("1.132.3", with(asset(), "/exifInfo", json!(null)), "null-not-allowed", "/exifInfo"),
        ("1.132.3", without(asset(), "/thumbhash"), "property-missing", "/thumbhash"),
        (
            "1.132.3",
            with(asset(), "/exifInfo/fileSizeInByte", json!(9_223_372_036_854_775_808_u64)),
            "format-invalid",
            "/exifInfo/fileSizeInByte",
        ),
        ("1.132.3", with(asset(), "/exifInfo/fileSizeInByte", json!(1.5)), "type-mismatch", "/exifInfo/fileSizeInByte"),
    ];
    for (release, value, rule, pointer) in table {
        body(release, ASSET, &value).assert_tells(&[(rule, Part::Document, pointer)], pointer);
    }
}

#[test]
fn what_is_right_though_it_looks_odd() {
    for (pointer, value) in [
        ("/exifInfo/fileSizeInByte", json!(3.0)),
        ("/exifInfo/fileSizeInByte", json!(i64::MAX)),
        ("/people/0/birthDate", json!("2024-02-29")),
        ("/people/0/birthDate", json!(null)),
        ("/thumbhash", json!(null)),
        ("/stack", json!(null)),
    ] {
        body("1.132.3", ASSET, &with(asset(), pointer, value)).assert_tells(&[], pointer);
    }
}

#[test]
fn a_key_twice() {
    let text = asset().to_string().replacen(r#""checksum":"#, r#""checksum":"","checksum":"#, 1);
    let sample = Sample { release: "1.132.3", bytes: text.into_bytes(), component: Some(ASSET) };
    sample.assert_tells(&[("key-duplicated", Part::Document, "/checksum")], "checksum twice");
}

/// Before 1.116.0, when the operation was not deprecated yet.
const RANDOM_AT: &str = "1.115.0";

#[test]
fn queries() {
    let right = ["", "?count=1", "?count=3", "?count=1e2"];
    let table = [
        ("?count=0", "number-too-small", "/count"),
        ("?count=-1", "number-too-small", "/count"),
        ("?count=abc", "type-mismatch", "/count"),
        ("?count=", "type-mismatch", "/count"),
        ("?count=1&count=2", "type-mismatch", "/count"),
        ("?count=1&size=2", "parameter-undeclared", "/size"),
    ];
    let told = table.into_iter().map(|(query, rule, at)| (query, vec![(rule, Part::RequestQuery, at)]));
    for (query, told) in right.into_iter().map(|query| (query, Vec::new())).chain(told) {
        let target = format!("/api/assets/random{query}");
        exchange(RANDOM_AT, &target, 200, &json!([asset()])).assert_tells(&told, query);
    }
}

#[test]
fn operations_out_of_their_life() {
    let version = json!({"major": 1, "minor": 106, "patch": 0});
    let random = "/api/assets/random?count=1";
    for (release, target, answer, expected) in [
        ("3.0.2", random, json!([]), Some("operation-removed")),
        ("2.7.5", random, json!([]), Some("operation-deprecated")),
        (RANDOM_AT, random, json!([]), None),
        ("1.106.0", "/api/server/version", version.clone(), Some("operation-not-yet-added")),
        ("1.113.0", "/api/server/version", version.clone(), None),
        ("1.106.0", "/api/server-info/version", version.clone(), None),
        ("1.113.0", "/api/server-info/version", version.clone(), Some("operation-undocumented-but-alive")),
        ("1.117.0", "/api/server-info/version", version.clone(), Some("operation-undocumented-but-alive")),
        ("1.118.0", "/api/server-info/version", version, Some("operation-removed")),
    ] {
        let told: Vec<_> = expected.into_iter().map(|rule| (rule, Part::RequestPath, "")).collect();
        exchange(release, target, 200, &answer).assert_tells(&told, target);
    }
}

/// The severities of the findings that a rule makes.
fn known(sample: &Sample, rule: &str) -> Vec<Severity> {
    let told = sample.told(Severity::Note).into_iter().filter(|((id, _, _), _)| *id == rule);
    told.map(|(_, severity)| severity).collect()
}

#[test]
fn what_servers_are_known_to_do_is_milder() {
    let config = |uri: &str| json!({"externalDomain": uri, "loginPageMessage": "", "publicUsers": true});
    let shared = without(asset(), "/checksum");
    let asset_path = |query: &str| format!("/api/assets/4f4e1bbf-2a9c-4c0e-8f0c-111111111111{query}");
    for (sample, rule, severity) in [
        (exchange("1.132.3", "/api/albums", 304, &json!([])), "status-undeclared", Severity::Note),
        (exchange("1.106.0", "/api/albums", 304, &json!([])), "status-undeclared", Severity::Note),
        (exchange("1.132.3", "/api/albums", 206, &json!([])), "status-undeclared", Severity::Warning),
        (body("1.132.3", "SystemConfigServerDto", &config("")), "format-invalid", Severity::Warning),
        (body("1.130.0", "SystemConfigServerDto", &config("")), "format-invalid", Severity::Error),
        (exchange("1.132.3", "/api/shared-links/me", 200, &shared), "property-missing", Severity::Error),
        (exchange("1.132.3", &asset_path(""), 200, &shared), "property-missing", Severity::Error),
        (exchange("1.132.3", &asset_path("?key=made-up"), 200, &shared), "property-missing", Severity::Warning),
        (
            exchange("2.7.5", "/api/search/suggestions?type=city", 200, &json!([null])),
            "null-not-allowed",
            Severity::Warning,
        ),
        (exchange("1.132.3", "/api/Albums", 200, &json!([])), "operation-undocumented-but-alive", Severity::Warning),
        (exchange("3.0.2", "/api/Albums", 200, &json!([])), "operation-undocumented-but-alive", Severity::Warning),
        (exchange("1.132.3", "/api/Albums", 404, &json!({})), "operation-undocumented", Severity::Note),
        (exchange("1.113.0", "/api/server-info/version", 404, &json!({})), "operation-removed", Severity::Error),
    ] {
        let told = known(&sample, rule);
        assert!(!told.is_empty() && told.iter().all(|one| *one == severity), "{rule} at {}: {told:?}", sample.release);
    }
}

#[test]
fn credentials() {
    let nothing = [("authentication-missing", Part::RequestHeader, "")];
    let other = [("authentication-of-other-kind", Part::RequestHeader, "")];
    for (name, value, told) in [
        ("accept", "application/json", &nothing[..]),
        ("cookie", "theme=dark", &nothing),
        ("authorization", "Basic bWFkZTp1cA==", &other),
        ("authorization", "Bearer made-up", &[]),
        ("cookie", "theme=dark; immich_access_token=made-up", &[]),
        ("X-Api-Key", "made-up", &[]),
        ("x-immich-share-key", "made-up", &[]),
    ] {
        let headers = json!([{"name": name, "value": value}]);
        exchange_with(RANDOM_AT, &headers, "/api/assets/random", 200, &json!([])).assert_tells(told, name);
    }
    let none = exchange_with(RANDOM_AT, &json!([]), "/api/assets/random?key=made-up", 200, &json!([]));
    none.assert_tells(&[], "a key of a shared link in the query");
}

#[test]
fn a_refused_request_is_told_in_notes() {
    let refusal = json!({
        "message": ["count must not be less than 1"], "error": "Bad Request", "statusCode": 400, "correlationId": "abc",
    });
    let told = exchange(RANDOM_AT, "/api/assets/random?count=0", 400, &refusal).told(Severity::Note);
    let expected = [
        ("number-too-small", Part::RequestQuery, "/count".to_owned()),
        ("request-refused", Part::ResponseStatus, String::new()),
    ];
    assert_eq!(told, expected.map(|told| (told, Severity::Note)));
}

#[test]
fn bodies_of_refusals_have_the_shape_of_their_version() {
    let two = json!({"message": ["no"], "error": "Bad Request", "statusCode": 400, "correlationId": "abc"});
    let three = json!({"message": "no", "errors": [{"path": ["id"], "message": "must be a UUID"}]});
    let unknown = [("error-body-unknown", Part::ResponseBody, "")];
    for (release, answer, told) in
        [("2.7.5", &two, &[][..]), ("3.0.2", &three, &[]), ("3.0.2", &two, &unknown), ("2.7.5", &three, &unknown)]
    {
        exchange(release, "/api/server/version", 400, answer).assert_tells(told, "a refusal");
    }
}
