//! Breaks of the contract that users of Immich clients met, each with the payload that shows it: made up, and as small as
//! can be.
//!
//! A break is caught when `check` finds its rule at its place with the payload of the one kind at a release of the other
//! kind, and does not find it at a release of the same kind.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop like a test")]

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use contract::{Contract, Projection, Release, ReleaseSet, read, write};
use report::{Report, Severity, Tool};
use serde_json::{Value, json};
use testkit::material;
use validator::capture::{self, Captures, Hint};
use validator::check::{BodyOf, Checker, Options};

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// What a client or a server sent.
enum Payload {
    /// A value of this component.
    Component(&'static str, Value),
    /// The answer of this operation.
    Answer(&'static str, Value),
    /// An exchange: method, target below the base path, body or form, status.
    Exchange(&'static str, &'static str, Sent, u16),
}

/// What a request carries.
enum Sent {
    Nothing,
    Json(Value),
    Form(&'static [(&'static str, &'static str)]),
}

use Payload::{Answer, Component, Exchange};
use Sent::{Form, Json, Nothing};

/// A break and how it is caught.
struct Break {
    /// Its number in the list of breaks.
    id: u64,
    payload: Payload,
    /// The release at which the payload is wrong.
    wrong: &'static str,
    /// The release at which it is right, as far as the break goes.
    right: &'static str,
    /// The rule and the places at which `check` finds it.
    rule: &'static str,
    places: &'static [&'static str],
}

/// The breaks that the embedded contract shows; [`patched`] and [`before_the_table`] have the two that it cannot.
fn breaks() -> Vec<Break> {
    [responses_of_version_3(), responses_before(), operations(), requests()].into_iter().flatten().collect()
}

fn one(
    id: u64,
    payload: Payload,
    wrong: &'static str,
    right: &'static str,
    rule: &'static str,
    places: &'static [&'static str],
) -> Break {
    Break { id, payload, wrong, right, rule, places }
}

/// The last release of version 2, and the first of version 3.
const TWO: &str = "2.7.5";
const THREE: &str = "3.0.0-rc.1";
const ASSET: &str = "AssetResponseDto";
const ALBUM: &str = "AlbumResponseDto";

#[rustfmt::skip]
fn responses_of_version_3() -> Vec<Break> {
    vec![
        one(1, Component(ASSET, json!({"duration": "0:00:00.00000"})), THREE, TWO, "type-mismatch", &["/duration"]),
        one(1, Component(ASSET, json!({"duration": 0})), TWO, THREE, "type-mismatch", &["/duration"]),
        one(2, Component("AlbumUserResponseDto", json!({"role": "owner"})), TWO, THREE, "enum-value-not-yet-added", &["/role"]),
        one(3, Component(ALBUM, json!({"owner": {}, "ownerId": "a"})), THREE, TWO, "property-removed", &["/owner", "/ownerId"]),
        one(4, Component(ALBUM, json!({"assets": []})), THREE, TWO, "property-removed", &["/assets"]),
        one(4, Component(ALBUM, json!({})), TWO, THREE, "property-missing", &["/assets"]),
        one(5, Component(ASSET, json!({"deviceAssetId": "a", "deviceId": "b"})), THREE, TWO, "property-removed", &["/deviceAssetId", "/deviceId"]),
        one(5, Component(ASSET, json!({})), TWO, THREE, "property-missing", &["/deviceAssetId", "/deviceId"]),
        one(10, Component("ServerVersionResponseDto", json!({"major": 3, "minor": 0, "patch": 0})), THREE, TWO, "property-missing", &["/prerelease"]),
    ]
}

#[rustfmt::skip]
fn responses_before() -> Vec<Break> {
    let stack = json!({"stack": [], "stackCount": 0, "stackParentId": null});
    vec![
        one(6, Answer("getTimeBucket", json!([])), "1.133.0", "1.132.3", "type-mismatch", &[""]),
        one(7, Component(ASSET, json!({})), "1.133.0", "1.132.3", "property-missing", &["/visibility"]),
        one(8, Component("AssetFaceWithoutPersonResponseDto", json!({"sourceType": "manual"})), "1.127.0", "1.128.0", "enum-value-not-yet-added", &["/sourceType"]),
        one(9, Component("LoginResponseDto", json!({})), "1.135.0", "1.134.0", "property-missing", &["/isOnboarded"]),
        one(11, Component(ASSET, json!({})), "2.5.0", "2.4.1", "property-missing", &["/width", "/height", "/isEdited"]),
        one(12, Component(ASSET, stack.clone()), "1.113.0", "1.112.1", "type-mismatch", &["/stack"]),
        one(12, Component(ASSET, stack), "1.113.0", "1.112.1", "property-removed", &["/stackCount", "/stackParentId"]),
        one(13, Component("TagResponseDto", json!({"type": "OBJECT", "userId": "a"})), "1.113.0", "1.112.1", "property-removed", &["/type", "/userId"]),
        one(14, Answer("searchRandom", json!({"albums": {}, "assets": {}})), "1.117.0", "1.116.2", "type-mismatch", &[""]),
        one(15, Component(ASSET, json!({})), "1.140.0", "1.139.4", "property-missing", &["/createdAt"]),
        one(15, Component(ASSET, json!({"createdAt": "2024-05-01T10:00:00.000Z"})), "1.139.4", "1.140.0", "property-not-yet-added", &["/createdAt"]),
    ]
}

#[rustfmt::skip]
fn operations() -> Vec<Break> {
    let here: &[&str] = &[""];
    let asset = "/assets/0f8fad5b-d9cb-469f-a165-70867728950e/original";
    let person = "/people/0f8fad5b-d9cb-469f-a165-70867728950e/assets";
    vec![
        one(16, Exchange("GET", "/assets/random", Nothing, 400), THREE, TWO, "operation-removed", here),
        one(17, Exchange("GET", "/assets/memory-lane?day=1&month=5", Nothing, 400), "1.133.0", "1.132.3", "operation-removed", here),
        one(18, Exchange("GET", "/server-info/version", Nothing, 200), "1.113.0", "1.112.1", "operation-undocumented-but-alive", here),
        one(18, Exchange("GET", "/server-info/version", Nothing, 404), "1.118.0", "1.112.1", "operation-removed", here),
        one(19, Exchange("GET", person, Nothing, 404), "1.118.0", "1.117.0", "operation-removed", here),
        one(20, Exchange("PUT", asset, Nothing, 404), THREE, TWO, "operation-removed", here),
        one(30, Exchange("POST", "/assets", Nothing, 200), "2.4.1", "2.5.0", "status-undeclared", here),
    ]
}

#[rustfmt::skip]
fn requests() -> Vec<Break> {
    let clock: &[_] = &[("duration", "0:00:00.00000")];
    let by_device = Json(json!({"deviceAssetId": "a"}));
    let local = Json(json!({"takenAfter": "2024-05-01T10:00:00"}));
    vec![
        one(22, Exchange("POST", "/assets", Form(clock), 400), THREE, TWO, "type-mismatch", &["/duration"]),
        one(23, Exchange("POST", "/search/metadata", by_device, 200), THREE, TWO, "property-removed", &["/deviceAssetId"]),
        one(24, Exchange("POST", "/search/metadata", local, 400), THREE, TWO, "pattern-mismatch", &["/takenAfter"]),
        one(26, Exchange("GET", "/albums?shared=true", Nothing, 200), THREE, TWO, "parameter-removed", &["/shared"]),
        one(27, Exchange("GET", "/timeline/buckets", Nothing, 400), "1.132.3", "1.133.0", "parameter-missing", &["/size"]),
        one(28, Exchange("POST", "/assets", Form(&[("deviceId", "a")]), 201), "1.140.0", "1.139.4", "property-missing", &["/metadata"]),
        one(29, Exchange("PUT", "/notifications", Json(json!({"ids": []})), 400), "2.5.4", "2.5.3", "array-too-short", &["/ids"]),
    ]
}

impl Payload {
    fn bytes(&self) -> Vec<u8> {
        let Exchange(method, target, sent, status) = self else {
            let (Component(_, value) | Answer(_, value)) = self else { return Vec::new() };
            return value.to_string().into_bytes();
        };
        let content_type =
            |name| json!([{"name": "x-api-key", "value": "made-up"}, {"name": "content-type", "value": name}]);
        let url = format!("http://photos.example/api{target}");
        let mut request = json!({"method": method, "url": url, "headers": content_type("application/json")});
        match sent {
            Nothing => {}
            Json(body) => request["bodyText"] = json!(body.to_string()),
            Form(fields) => {
                request["headers"] = content_type("multipart/form-data; boundary=x");
                let part = |(name, text): &(&str, &str)| json!({"name": name, "bodyText": text});
                request["multipart"] = fields.iter().map(part).collect();
            }
        }
        json!({"request": request, "response": {"status": status}}).to_string().into_bytes()
    }

    /// Rule, place and severity of everything that `check` finds.
    fn findings(&self, contract: &Contract, release: &str) -> Vec<(&'static str, String, Severity)> {
        let (hint, body) = match self {
            Component(name, _) => (Hint::Body, Some(BodyOf::Component((*name).to_owned()))),
            Answer(id, _) => (Hint::Body, Some(BodyOf::Operation((*id).to_owned()))),
            Exchange(..) => (Hint::Detect, None),
        };
        let captures = Captures::from_bytes("payload", self.bytes(), capture::Options { hint, ..Default::default() });
        let options = Options { body, ..Options::default() };
        let mut checker = Checker::new(contract, ReleaseSet::only(Release::known(release)), options).unwrap();
        let mut report = Report::new(Tool { name: String::new(), version: String::new() }, "builtin", release);
        let read = captures.for_each(|item| {
            checker.check(&item, &mut report);
            ControlFlow::Continue(())
        });
        read.unwrap();
        let told = |one: &report::Finding| (one.rule.id(), one.location.pointer.clone(), one.severity);
        report.findings().iter().map(told).collect()
    }
}

impl Break {
    /// The places of the break that its rule finds at a release.
    fn caught(&self, contract: &Contract, release: &str) -> BTreeSet<String> {
        let found = self.payload.findings(contract, release).into_iter().filter(|(rule, _, _)| *rule == self.rule);
        found.map(|(_, at, _)| at).filter(|at| self.places.contains(&at.as_str())).collect()
    }

    fn assert_caught(&self, wrong: &Contract, right: &Contract) {
        let places: BTreeSet<String> = self.places.iter().map(|at| (*at).to_owned()).collect();
        let Self { id, rule, .. } = self;
        assert_eq!(self.caught(wrong, self.wrong), places, "break {id}, {rule} at {}", self.wrong);
        assert_eq!(self.caught(right, self.right), BTreeSet::new(), "break {id}, {rule} at {}", self.right);
    }
}

#[test]
fn each_break_is_caught_where_it_is_one() {
    for one in breaks() {
        one.assert_caught(&BUILTIN, &BUILTIN);
    }
}

/// The contract that upstream's document of a release would give if it said this.
fn patched(release: &str, change: impl FnOnce(&mut Value)) -> Contract {
    let mut document = write::openapi(Projection { contract: &BUILTIN, release: Release::known(release) });
    change(&mut document);
    read::openapi(document.to_string().as_bytes()).unwrap().contract
}

/// Break 25 came with 3.0.3, a release after those of the table: a document says what it changed.
const AFTER_THE_TABLE: u64 = 25;

#[test]
fn a_format_that_a_patch_release_changed() {
    let document = |format: &str| {
        patched("3.0.2", |document| {
            let parameters = document["paths"]["/memories"]["get"]["parameters"].as_array_mut().unwrap();
            let day = parameters.iter_mut().find(|one| one["name"] == "for").unwrap();
            day["schema"] = json!({"type": "string", "format": format});
        })
    };
    let payload = Exchange("GET", "/memories?for=2024-05-01T00:00:00.000Z", Nothing, 200);
    let one = one(AFTER_THE_TABLE, payload, "3.0.2", "3.0.2", "format-invalid", &["/for"]);
    one.assert_caught(&document("date"), &document("date-time"));
    assert_eq!(one.caught(&BUILTIN, "3.0.2"), BTreeSet::new(), "up to 3.0.2 it is a date-time");
}

/// Break 21 came with 1.106.0, the first release that the models describe. With them, a path of before is only one that
/// no release has; that it was one takes a document of before, for which stands one with the path of then.
const BEFORE_THE_TABLE: u64 = 21;

#[test]
fn paths_that_became_plural() {
    let before = patched("1.106.0", |document| {
        let paths = document["paths"].as_object_mut().unwrap();
        let albums = paths.remove("/albums").unwrap();
        paths.insert("/album".to_owned(), albums);
    });
    let payload = Exchange("GET", "/album", Nothing, 404);
    let one = one(BEFORE_THE_TABLE, payload, "1.106.0", "1.106.0", "operation-undocumented", &[""]);
    one.assert_caught(&BUILTIN, &before);
}

#[test]
fn no_break_of_the_list_is_forgotten() {
    let Some(folder) = material::cases() else { return };
    let list: Vec<Value> = serde_json::from_slice(&material::bytes(&folder.join("breakages.json"))).unwrap();
    let listed: BTreeSet<u64> = list.iter().map(|one| one["id"].as_u64().unwrap()).collect();
    let shown = breaks().iter().map(|one| one.id).chain([AFTER_THE_TABLE, BEFORE_THE_TABLE]).collect();
    assert_eq!(listed, shown);
    // The releases are those of the list, except for a break whose server followed its document later.
    for one in breaks().iter().filter(|one| one.rule != "operation-removed") {
        let theirs = &list.iter().find(|listed| listed["id"] == one.id).unwrap();
        let releases =
            BTreeSet::from(["last_release_before", "first_release_after"].map(|key| theirs[key].as_str().unwrap()));
        assert_eq!(BTreeSet::from([one.wrong, one.right]), releases, "break {}", one.id);
    }
}
