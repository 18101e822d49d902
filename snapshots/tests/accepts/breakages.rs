//! What users of clients met in answers, each with a model as such a client has it: it works on the one side of the break,
//! and on the other it is found at its place.

use std::collections::BTreeSet;

use contract::{Release, ReleaseSet};
use serde_json::{Value, json};
use testkit::material;

use super::{BUILTIN, judged, reads};

/// A model, and where it breaks.
struct Break {
    /// Its number in the list of breaks.
    id: u64,
    /// What the model stands for.
    counterpart: &'static str,
    model: Value,
    /// A release that the model was made for, and one at which it breaks.
    right: &'static str,
    wrong: &'static str,
    rule: &'static str,
    places: &'static [&'static str],
}

/// A model with these members, all of them wanted.
fn with(members: &Value) -> Value {
    let names: Vec<String> = members.as_object().unwrap().keys().cloned().collect();
    json!({"type": "object", "properties": members, "required": names})
}

fn one(
    id: u64,
    (counterpart, model): (&'static str, Value),
    right: &'static str,
    wrong: &'static str,
    rule: &'static str,
    places: &'static [&'static str],
) -> Break {
    Break { id, counterpart, model, right, wrong, rule, places }
}

const TWO: &str = "2.7.5";
const THREE: &str = "3.0.0-rc.1";
const ASSET: &str = "AssetResponseDto";
const ALBUM: &str = "AlbumResponseDto";
const ABSENCE: &str = "absence-not-accepted";
const TYPE: &str = "type-not-accepted";

#[rustfmt::skip]
fn of_version_3() -> Vec<Break> {
    let text = || json!({"type": "string"});
    let album = |members: Value| (ALBUM, with(&members));
    let asset = |members: Value| (ASSET, with(&members));
    let role = json!({"role": {"enum": ["editor", "viewer"]}});
    let device = json!({"deviceAssetId": text(), "deviceId": text()});
    let version = json!({"major": {"type": "integer"}, "prerelease": {"type": ["integer", "null"]}});
    vec![
        one(1, asset(json!({"duration": text()})), TWO, THREE, TYPE, &["`duration`"]),
        one(1, asset(json!({"duration": {"type": ["integer", "null"]}})), THREE, TWO, TYPE, &["`duration`"]),
        one(2, ("AlbumUserResponseDto", with(&role)), TWO, THREE, "value-not-accepted", &["`role`"]),
        one(3, album(json!({"owner": {"type": "object"}, "ownerId": text()})), TWO, THREE, ABSENCE, &["`owner`", "`ownerId`"]),
        one(4, album(json!({"assets": {"type": "array"}})), TWO, THREE, ABSENCE, &["`assets`"]),
        one(5, asset(device), TWO, THREE, ABSENCE, &["`deviceAssetId`", "`deviceId`"]),
        one(10, ("ServerVersionResponseDto", with(&version)), THREE, TWO, ABSENCE, &["`prerelease`"]),
    ]
}

#[rustfmt::skip]
fn before() -> Vec<Break> {
    let text = || json!({"type": "string"});
    let flag = || json!({"type": "boolean"});
    let asset = |members: Value| (ASSET, with(&members));
    let assets = || json!({"type": "array", "items": with(&json!({"id": text()}))});
    let found = with(&json!({"albums": {"type": "object"}, "assets": {"type": "object"}}));
    let sources = json!({"properties": {"sourceType": {"enum": ["machine-learning", "exif"]}}});
    let size = json!({"width": {"type": ["number", "null"]}, "height": {"type": ["number", "null"]}, "isEdited": flag()});
    let stack = || json!({"type": "object", "properties": {"stack": {"type": "array"}}});
    vec![
        one(6, ("getTimeBucket", assets()), "1.132.3", "1.133.0", TYPE, &["the whole"]),
        one(7, asset(json!({"visibility": text()})), "1.133.0", "1.132.3", ABSENCE, &["`visibility`"]),
        one(8, ("AssetFaceWithoutPersonResponseDto", sources), "1.127.0", "1.128.0", "value-not-accepted", &["`sourceType`"]),
        one(9, ("LoginResponseDto", with(&json!({"isOnboarded": flag()}))), "1.135.0", "1.134.0", ABSENCE, &["`isOnboarded`"]),
        one(11, asset(size), "2.5.0", "2.4.1", ABSENCE, &["`width`", "`height`", "`isEdited`"]),
        one(12, (ASSET, stack()), "1.112.1", "1.113.0", TYPE, &["`stack`"]),
        one(12, asset(json!({"stackCount": {"type": ["integer", "null"]}})), "1.112.1", "1.113.0", ABSENCE, &["`stackCount`"]),
        one(13, ("TagResponseDto", with(&json!({"type": text(), "userId": text()}))), "1.112.1", "1.113.0", ABSENCE, &["`type`", "`userId`"]),
        one(14, ("searchRandom", found), "1.116.2", "1.117.0", TYPE, &["the whole"]),
        one(15, asset(json!({"createdAt": text()})), "1.140.0", "1.139.4", ABSENCE, &["`createdAt`"]),
    ]
}

/// Those that hurt only who refuses what he does not know: a model of the old side that is closed.
#[rustfmt::skip]
fn of_closed_models() -> Vec<Break> {
    // What upstream's contract has at the release before, closed.
    let closed = |name: &str, release: &str| {
        let component = BUILTIN.component(name).unwrap();
        let node = component.schema.at(Release::known(release)).unwrap();
        let lives = node.properties.iter().filter(|one| one.life.contains(Release::known(release)));
        let members: serde_json::Map<String, Value> = lives.map(|one| (one.name.clone(), json!({}))).collect();
        json!({"type": "object", "properties": members, "additionalProperties": false})
    };
    let one = |id, name, right, wrong, places| one(id, (name, closed(name, right)), right, wrong, "member-not-accepted", places);
    vec![
        one(7, ASSET, "1.132.3", "1.133.0", &["`visibility`"]),
        one(9, "LoginResponseDto", "1.134.0", "1.135.0", &["`isOnboarded`"]),
        one(10, "ServerVersionResponseDto", TWO, THREE, &["`prerelease`"]),
        one(11, ASSET, "2.4.1", "2.5.0", &["`width`", "`height`", "`isEdited`"]),
        one(15, ASSET, "1.139.4", "1.140.0", &["`createdAt`"]),
    ]
}

fn all() -> Vec<Break> {
    [of_version_3(), before(), of_closed_models()].into_iter().flatten().collect()
}

#[test]
fn each_break_is_found_where_it_is_one() {
    for one in all() {
        let Break { id, right, wrong, rule, .. } = one;
        let verdict = judged(&BUILTIN, &reads(&one.model, one.counterpart, "json-schema"));
        let at = |release: &str| -> BTreeSet<String> {
            let release = Release::known(release);
            let here = verdict.refusals.iter().filter(|one| one.rule() == rule && one.releases().contains(release));
            here.map(accepts::Refusal::place).filter(|place| one.places.contains(&place.as_str())).collect()
        };
        let places: BTreeSet<String> = one.places.iter().map(|place| (*place).to_owned()).collect();
        assert_eq!(at(wrong), places, "break {id}, {rule} at {wrong}: {verdict:?}");
        assert_eq!(at(right), BTreeSet::new(), "break {id}, {rule} at {right}");
        assert!(verdict.works.contains(Release::known(right)), "break {id}: the model works at {right}: {verdict:?}");
        assert!(!verdict.works.contains(Release::known(wrong)), "break {id}: the model breaks at {wrong}");
        let shown = verdict.refusals.iter().filter(|one| one.rule() == rule && one.rule() != "counterpart-absent");
        assert!(shown.clone().all(|one| one.witness().is_some()), "break {id}: each has a witness");
    }
}

#[test]
fn no_break_of_answers_is_forgotten() {
    let Some(folder) = material::cases() else { return };
    let list: Vec<Value> = serde_json::from_slice(&material::bytes(&folder.join("breakages.json"))).unwrap();
    let answers = list.iter().filter(|one| one["kind"] == "response");
    let listed: BTreeSet<u64> = answers.clone().map(|one| one["id"].as_u64().unwrap()).collect();
    assert_eq!(listed, all().iter().map(|one| one.id).collect());
    for one in all() {
        let theirs = answers.clone().find(|listed| listed["id"] == one.id).unwrap();
        let releases =
            BTreeSet::from(["last_release_before", "first_release_after"].map(|key| theirs[key].as_str().unwrap()));
        assert_eq!(BTreeSet::from([one.wrong, one.right]), releases, "break {}", one.id);
    }
}

#[test]
fn requests_are_held_against_what_the_server_takes() {
    let text = json!({"type": "string"});
    let by_device = json!({"type": "object", "properties": {"deviceAssetId": text}});
    let verdict = judged(&BUILTIN, &super::sends(&by_device, "MetadataSearchDto"));
    let [ignored] = verdict.refusals.as_slice() else { panic!("{verdict:?}") };
    assert_eq!((ignored.rule(), ignored.releases().first()), ("sent-member-ignored", Some(Release::known(THREE))));
    let none = json!({"type": "object", "properties": {"ids": {"type": "array", "items": {"type": "string", "format": "uuid"}}}, "required": ["ids"]});
    let verdict = judged(&BUILTIN, &super::sends(&none, "updateNotifications"));
    let limit = verdict.refusals.iter().find(|one| one.rule() == "limit-not-accepted").unwrap();
    assert_eq!((limit.place().as_str(), limit.releases().first()), ("`ids`", Some(Release::known("2.5.4"))));
    assert_eq!(limit.witness().unwrap().value, json!({"ids": []}));
    assert!((verdict.releases & ReleaseSet::all()).contains(Release::known(TWO)));
}
