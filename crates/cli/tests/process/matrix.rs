//! `matrix`: captured calls against releases.

use serde_json::{Value, json};
use testkit::material;

use super::{file, run};

const EXAMPLE: &str = "examples/random-assets.har";

fn matrix(args: &[&str]) -> Value {
    let run = run(&[&["matrix", "--format", "json"], args].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn row<'m>(matrix: &'m Value, operation: &str) -> &'m Value {
    matrix["operations"].as_array().unwrap().iter().find(|one| one["operation"] == operation).unwrap()
}

#[test]
fn the_example_says_where_it_fits() {
    let matrix = matrix(&[EXAMPLE]);
    let random = row(&matrix, "getRandom");
    assert_eq!((&random["exists"], &random["accepts"]), (&json!("1.106.0 – 2.7.5"), &json!("1.106.0 – 2.7.5")));
    let visibility = random["breaks"].as_array().unwrap().iter().find(|one| one["place"] == "[].visibility");
    assert_eq!(visibility.unwrap()["effect"], "differs", "an answer without it is none from 1.133.0 on");
    assert_eq!(visibility.unwrap()["releases"], "1.133.0 – 2.7.5");
}

#[test]
fn ignored_and_refused_requests_are_told_apart() {
    let har = |query: &str| {
        json!({"log": {"entries": [{
            "request": {"method": "GET", "url": format!("http://h/api/albums?{query}"), "headers": []},
            "response": {"status": 200, "headers": [], "content": {"text": "[]", "mimeType": "application/json"}},
        }]}})
    };
    for (query, accepts, heeds) in [
        ("shared=true", "1.106.0 –", "1.106.0 – 2.7.5"),
        ("isShared=true", "1.106.0 –", "3.0.0-rc.1 –"),
        ("assetId=0f8fad5b-d9cb-169f-a165-70867728950e", "1.106.0 – 2.7.5", "1.106.0 – 2.7.5"),
    ] {
        let input = file("a.har", har(query).to_string().as_bytes());
        let matrix = matrix(&[&input.path]);
        let albums = row(&matrix, "getAllAlbums");
        assert_eq!((&albums["accepts"], &albums["heeds"]), (&json!(accepts), &json!(heeds)), "{query}");
    }
}

#[test]
fn releases_are_chosen() {
    for (args, printed) in [
        (vec!["--from", "1.132", "--to", "2.0"], "1.132.0 – 2.0.1"),
        (vec!["--releases", "1.132.3,3.0.2"], "1.132.3, 3.0.2"),
        (vec!["--to", "1.106"], "1.106.0 – 1.106.4"),
    ] {
        assert_eq!(matrix(&[vec![EXAMPLE], args].concat())["releases"], printed);
    }
    assert_eq!(run(&["matrix", EXAMPLE, "--releases", "2.7", "--from", "2.0"]).code, Some(2));
    assert_eq!(run(&["matrix", EXAMPLE, "--from", "2.7", "--to", "2.0"]).code, Some(2));
}

#[test]
fn tables_are_for_people() {
    let human = run(&["matrix", EXAMPLE]);
    assert!(human.out.contains("· 3.0.0-rc.1 –: the operation does not exist"), "{}", human.out);
    assert!(human.out.contains("✓ accepted as sent, answered as received"), "the signs are explained");
    let markdown = run(&["matrix", EXAMPLE, "--format", "markdown"]);
    assert!(markdown.out.starts_with("| operation | calls | 1.106.0 – "), "{}", markdown.out);
    let Some(folder) = material::captures() else { return };
    let capture = folder.join("v2.7.5").join("capture.har");
    let human = run(&["matrix", capture.to_str().unwrap()]);
    let widest = human.out.lines().filter(|line| line.contains("✓✓")).map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|widest| widest <= 120), "{widest:?}");
}
