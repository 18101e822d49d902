//! `identify`: which releases can have written this?

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use contract::{Release, ReleaseSet};
use serde_json::{Value, json};
use testkit::material;

use super::{file, run_with};

const EXAMPLE: &str = "examples/random-assets.har";

/// The JSON answer of a run that must end with this exit code.
fn identified(args: &[&str], input: &[u8], code: i32) -> Value {
    let run = run_with(&[&["identify", "--format", "json"], args].concat(), input);
    assert_eq!(run.code, Some(code), "{args:?}: {}{}", run.out, run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn releases(source: &Value) -> String {
    source["releases"].as_str().unwrap().to_owned()
}

/// Whether a printed set of releases has one.
fn has(printed: &str, release: Release) -> bool {
    let known = |version: &str| Release::exact(version.trim()).unwrap();
    let run = |range: &str| match range.split_once('–') {
        None => ReleaseSet::only(known(range)),
        Some((first, last)) if last.trim().is_empty() => ReleaseSet::between(known(first), None),
        Some((first, last)) => ReleaseSet::between(known(first), None) & !after(known(last)),
    };
    printed != "none" && printed.split(',').any(|range| run(range).contains(release))
}

fn after(release: Release) -> ReleaseSet {
    Release::all().filter(|one| *one > release).collect()
}

#[test]
fn bodies_tell_their_release() {
    // Added in 1.126.0 to the person of a face, and the document of no release before has it.
    let person = json!({"id": "1", "name": "", "birthDate": null, "thumbnailPath": "", "isHidden": false,
        "updatedAt": "2024-01-01T00:00:00.000Z", "isFavorite": true, "faces": []});
    let args = ["--schema", "PersonWithFacesResponseDto", "-"];
    let answer = identified(&args, person.to_string().as_bytes(), 0);
    let source = &answer["sources"][0];
    assert_eq!((source["checked"].as_u64(), source["fits"].as_u64()), (Some(1), Some(1)));
    assert_eq!(source["first"], "1.126.0");
    let lower = source["evidence"].as_array().unwrap().iter().find(|one| one["ends"] == json!(["lower"])).unwrap();
    let expected = json!({"operation": null, "place": "isFavorite", "pointer": "/isFavorite", "kind": "present",
        "value": null, "releases": "1.126.0 –", "sureness": "undeclared", "count": 1, "ends": ["lower"]});
    assert_eq!(*lower, expected);
    let human = run_with(&[&["identify"], &args[..]].concat(), person.to_string().as_bytes());
    assert!(human.out.contains("  lower end: `isFavorite` is there: ≥ 1.126.0 (likely)\n"), "{}", human.out);
}

#[test]
fn what_no_release_writes_is_exit_code_1() {
    let wrong = json!({"major": "2", "minor": 7, "patch": 5}).to_string();
    let args = ["--schema", "ServerVersionResponseDto", "-"];
    let answer = identified(&args, wrong.as_bytes(), 1);
    assert_eq!(answer["sources"][0]["releases"], "none");
    let told = "<stdin>: no release fits\n  `major` is a string: no release (sure)\n";
    let human = run_with(&[&["identify"], &args[..]].concat(), wrong.as_bytes());
    assert!(human.out.starts_with(told), "{}", human.out);
    let silent = run_with(&["identify", "-"], br#"{"log": {"entries": []}}"#);
    assert_eq!((silent.code, silent.out.as_str()), (Some(1), ""));
}

#[test]
fn lines_and_captures_are_told_together() {
    let line = json!({"major": 2, "minor": 7, "patch": 5}).to_string();
    let broken = json!({"major": 2, "minor": 7}).to_string();
    let args = ["--operation", "getServerVersion", "--lines", "-"];
    let answer = identified(&args, format!("{line}\n{broken}\n{line}\n").as_bytes(), 0);
    let source = &answer["sources"][0];
    assert_eq!((source["checked"].as_u64(), source["fits"].as_u64()), (Some(3), Some(2)));
    // `/server/version` came in 1.113.0: no earlier release can have left out what it does not answer.
    let why = json!({"place": "patch", "kind": "missing", "releases": "1.106.0 – 1.112.1", "sureness": "documented"});
    let misfit = json!({"entry": 1, "line": 2, "operation": "getServerVersion", "releases": "none", "why": why});
    assert_eq!(source["misfits"], json!([misfit]));
    let example = identified(&[EXAMPLE], b"", 0);
    assert!(has(&releases(&example["sources"][0]), Release::known("1.132.3")), "{example}");
}

#[test]
fn of_many_answers_that_do_not_fit_the_first_are_named() {
    let right = format!("{}\n", json!({"major": 2, "minor": 7, "patch": 5})).repeat(400);
    let broken = format!("{}\n", json!({"major": 2, "minor": "7", "patch": 5})).repeat(300);
    let args = ["--schema", "ServerVersionResponseDto", "--lines", "-"];
    let answer = identified(&args, (right.clone() + &broken).as_bytes(), 0);
    let source = &answer["sources"][0];
    assert_eq!((source["checked"].as_u64(), source["fits"].as_u64()), (Some(700), Some(400)));
    assert_eq!(source["misfitting"], 300);
    let misfits = source["misfits"].as_array().unwrap();
    assert_eq!((misfits.len(), &misfits[0]["line"], &misfits[99]["line"]), (100, &json!(401), &json!(500)));
    let human = run_with(&[&["identify", "-v"], &args[..]].concat(), (right + &broken).as_bytes());
    assert!(human.out.ends_with("  does not fit: 200 more\n"), "{}", human.out);
}

#[test]
fn unreadable_input_is_exit_code_2() {
    let bare = file("asset.json", b"{}");
    for (args, input, word) in [
        (vec![bare.path.as_str()], "", "--schema NAME"),
        (vec!["--schema", "AssetResponseDt", &bare.path], "", "did you mean AssetResponseDto?"),
        (vec!["--operation", "nope", &bare.path], "", "no operation nope"),
        (vec!["--lines", "-"], "{}", "--lines needs"),
        (vec!["--schema", "ServerVersionResponseDto", "--lines", "-"], "{}\n{\n", "<stdin>:2"),
        (vec!["no/such/file.har"], "", "no/such/file.har"),
    ] {
        let run = run_with(&[vec!["identify"], args].concat(), input.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}

#[test]
fn no_value_of_a_payload_is_shown() {
    let body = json!([{"originalFileName": "s3cret-name.jpg", "type": "S3CRET-TYPE", "checksum": 7,
        "people": [{"name": "s3cret-person", "isFavorite": "s3cret-flag"}]}]);
    for format in ["human", "json"] {
        let args = ["identify", "--operation", "getRandom", "-v", "--format", format, "-"];
        let run = run_with(&args, body.to_string().as_bytes());
        assert!(run.out.contains("type") && !(run.out + &run.err).to_lowercase().contains("s3cret"));
    }
}

/// The releases of which there are captures, with the folder of each.
fn recorded() -> Vec<(Release, PathBuf)> {
    let Some(folder) = material::captures() else { return Vec::new() };
    let path = |release: Release| folder.join(format!("v{release}"));
    Release::all().map(|release| (release, path(release))).filter(|(_, path)| path.is_dir()).collect()
}

/// The operation or schema of a captured body, by the name of its file. Left out is what is known to be broken: assets
/// that a link shows without metadata, and refusals.
fn kind_of(path: &Path, body: &Value) -> Option<[&'static str; 2]> {
    let name = path.file_name()?.to_str()?;
    let broken = name.contains("nometa") || name.contains("sharedlink") || body.get("statusCode").is_some();
    match name {
        _ if broken => None,
        _ if name.starts_with("getRandom") => Some(["--operation", "getRandom"]),
        _ if name.starts_with("getAssetInfo") => Some(["--schema", "AssetResponseDto"]),
        _ => None,
    }
}

#[test]
fn captured_assets_name_the_release_of_their_server() {
    for (release, folder) in recorded() {
        let mut widths = Vec::new();
        for kind in [["--operation", "getRandom"], ["--schema", "AssetResponseDto"]] {
            let bodies = std::fs::read_dir(folder.join("bodies")).unwrap().map(|entry| entry.unwrap().path());
            let of_kind =
                |path: &PathBuf| kind_of(path, &serde_json::from_slice(&material::bytes(path)).unwrap()) == Some(kind);
            let paths: Vec<String> = bodies.filter(of_kind).map(|path| path.to_str().unwrap().to_owned()).collect();
            let args: Vec<&str> = kind.into_iter().chain(paths.iter().map(String::as_str)).collect();
            let answer = identified(&args, b"", 0);
            for source in answer["sources"].as_array().unwrap() {
                assert!(has(&releases(source), release), "{release}: {source:#}");
                widths.push(source["width"].as_u64().unwrap());
            }
        }
        widths.sort_unstable();
        assert!(widths.len() >= 8, "{release}: {} bodies", widths.len());
        println!("{release}: {} asset bodies, median width {} releases", widths.len(), widths[widths.len() / 2]);
    }
}

/// The exchanges whose answers an independent checker has something against.
fn reproached(folder: &Path) -> BTreeSet<u64> {
    let text = String::from_utf8(material::bytes(&folder.join("expected.ndjson"))).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let of_answer = lines.filter(|line| line["part"].as_str().unwrap().starts_with("response."));
    of_answer.filter_map(|line| line.get("entry")?.as_u64()).collect()
}

/// The answers with which all went well and the checker is content, as one capture: if all of them fit the releases that
/// fit most, and the server's is one of these, it is one of those of each.
#[test]
fn captured_answers_name_the_release_of_their_server() {
    for (release, folder) in recorded() {
        let reproached = reproached(&folder);
        let capture = folder.join("capture.har");
        let mut har: Value = serde_json::from_slice(&material::bytes(&capture)).unwrap();
        let mut at = 0..;
        har["log"]["entries"].as_array_mut().unwrap().retain(|entry| {
            let well = (200..300).contains(&entry["response"]["status"].as_u64().unwrap());
            at.next().is_some_and(|at| well && !reproached.contains(&at))
        });
        let answer = identified(&["-"], har.to_string().as_bytes(), 0);
        let good = &answer["sources"][0];
        assert!(has(&releases(good), release), "{release}: {}", releases(good));
        assert_eq!(good["fits"], good["checked"], "{release}");
        assert!(good["checked"].as_u64().unwrap() > 20, "{release}: {}", good["checked"]);
        let whole = identified(&[capture.to_str().unwrap()], b"", 0);
        let whole = &whole["sources"][0];
        assert!(has(&releases(whole), release), "{release}: {}", releases(whole));
        let told = |source: &Value| format!("{} for {} of {}", releases(source), source["fits"], source["checked"]);
        println!("{release}: right answers {}; the whole capture {}", told(good), told(whole));
    }
}

/// What `POST /search/metadata` answers when nothing is found; each document before 3.2.0, which asks for `nextCursor`, says so.
fn nothing_found() -> Value {
    let none = || json!({"total": 0, "count": 0, "items": [], "facets": []});
    let mut body = json!({"albums": none(), "assets": none()});
    body["assets"]["nextPage"] = Value::Null;
    body
}

#[test]
fn an_operation_goes_by_each_of_its_ids() {
    let body = nothing_found().to_string();
    // The id was renamed in 1.122.0, the operation is as old as the contract.
    for id in ["searchMetadata", "searchAssets"] {
        let answer = identified(&["--operation", id, "-"], body.as_bytes(), 0);
        assert_eq!(releases(&answer["sources"][0]), "1.106.0 – 3.1.0", "{id}");
        for release in ["1.121.0", "1.122.0", "3.0.2"] {
            let args = ["check", "-", "--operation", id, "--server-version", release];
            let run = run_with(&args, body.as_bytes());
            assert_eq!(run.code, Some(0), "{id} at {release}: {}{}", run.out, run.err);
        }
    }
    // This id is of another operation since 1.142.0, which took its place.
    let partner = json!({"id": 1}).to_string();
    let run =
        run_with(&["check", "-", "--operation", "createPartner", "--server-version", "2.7.5"], partner.as_bytes());
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
}

#[test]
fn findings_name_the_id_of_their_release() {
    let mut body = nothing_found();
    body["assets"]["total"] = json!("none");
    for (release, id) in [("1.121.0", "searchMetadata"), ("1.122.0", "searchAssets")] {
        let args = ["check", "-", "--operation", "searchMetadata", "--server-version", release, "--format", "json"];
        let run = run_with(&args, body.to_string().as_bytes());
        let report: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["findings"][0]["operation"], id, "{}", run.out);
    }
}
