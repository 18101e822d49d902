//! The contract as a site: what its pages say, that they hang together, and that no name breaks out of them.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::release_documents::write;
use super::{Run, file, run, run_in};
use page::{Tag, target};

/// The names that a small API uses.
struct Names<'n> {
    types: [&'n str; 2],
    field: &'n str,
    value: &'n str,
    id: &'n str,
    tag: &'n str,
}

const PLAIN: Names<'_> = Names { types: ["Pet", "Owner"], field: "colour", value: "brown", id: "getPet", tag: "Pets" };

/// A small API at a release: in 1.1.0 the first type gets the field, in 2.0.0 it must be sent and read, and an operation
/// takes over the id.
fn api(names: &Names<'_>, version: &str) -> Value {
    let [pet, owner] = names.types;
    let to =
        |name: &str| json!({"$ref": format!("#/components/schemas/{}", name.replace('~', "~0").replace('/', "~1"))});
    let mut fields = json!({"id": {"type": "string"}, "owner": to(owner)});
    let mut required = vec!["id"];
    if version != "1.0.0" {
        fields[names.field] = json!({"type": "string", "enum": [names.value],
            "x-immich-history": [{"version": "v1.0.0", "state": "Added"}]});
    }
    if version == "2.0.0" {
        required.push(names.field);
    }
    let pet_schema = json!({"type": "object", "properties": fields, "required": required});
    let home = json!({"type": "object", "properties": {"city": {"type": "string"}}, "additionalProperties": to(owner)});
    let owner_schema = json!({"type": "object", "properties": {"homes": {"type": "array", "items": home}}});
    let answers = json!({"200": {"description": "", "content": {"application/json": {"schema": to(pet)}}}});
    let operation = |id: &str| {
        json!({"operationId": id, "tags": [names.tag, format!("{} of others", names.tag)], "responses": answers,
            "parameters": [{"name": names.field, "in": "query", "schema": {"type": "string"}}]})
    };
    let mut paths = json!({"/pet": {"get": operation(if version == "2.0.0" { "findPet" } else { names.id })}});
    if version == "2.0.0" {
        paths["/pets"] = json!({"get": operation("listPets")});
    }
    json!({"openapi": "3.0.0", "info": {"title": "Pets", "version": version}, "paths": paths,
        "components": {"schemas": {pet: pet_schema, owner: owner_schema}}})
}

/// The folder of a built site, with what it was built from.
struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn built(names: &Names<'_>) -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(site.folder.path().join("history")).unwrap();
        for version in ["1.0.0", "1.1.0", "2.0.0"] {
            write(&site.folder.path().join("history"), &format!("v{version}.json"), &api(names, version));
        }
        let built = site.build();
        assert_eq!((built.code, built.out.as_str()), (Some(0), ""), "{}", built.err);
        site
    }

    fn build(&self) -> Run {
        run_in(self.folder.path(), &["site", "-o", "site", "--contract-history", "history"])
    }

    /// Every file of it, by its path from the root.
    fn files(&self) -> BTreeMap<String, String> {
        files(&self.folder.path().join("site"))
    }

    fn pages(&self) -> BTreeMap<String, String> {
        pages(&self.files())
    }
}

fn pages(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let is_page = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "html");
    files.iter().filter(|(path, _)| is_page(path)).map(|(path, html)| (path.clone(), html.clone())).collect()
}

fn files(root: &Path) -> BTreeMap<String, String> {
    let (mut found, mut open) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn pages_tell_lives() {
    let site = Site::built(&PLAIN);
    let pages = site.pages();
    let pet = page::text(&pages["types/Pet.html"]);
    for said in ["1.1.0 optional, string, one of \"brown\"", "2.0.0 – required, string", "1.0.0 – optional, Owner"]
    {
        assert!(pet.contains(said), "{said}: {pet}");
    }
    for said in ["claims: Added v1.0.0", "Pet.colour claims to be added in v1.0.0, and is first seen in 1.1.0"] {
        assert!(pet.contains(said), "{said}: {pet}");
    }
    let owner = page::text(&pages["types/Owner.html"]);
    for said in ["homes 1.0.0 – optional, list of object", "homes[].city 1.0.0 – optional, string", "each Owner"] {
        assert!(owner.contains(said), "{said}: {owner}");
    }
    assert!(owner.contains("Pet.owner") && owner.contains("listPets 2.0.0 –"), "{owner}");
    let operation = page::text(&pages["operations/listPets.html"]);
    assert!(operation.contains("GET /pets") && operation.contains("2.0.0 – Pet"), "{operation}");
    let release = page::text(&pages["releases/2.0.0.html"]);
    let broken = "Breaks clients of 2.0.0 on servers of 1.1.0, or may";
    assert!(release.contains("What changed since 1.1.0") && release.contains(broken), "{release}");
    assert!(release.contains("Pet.colour"), "{release}");
    let rows = page::tags(&pages["changes.html"]).into_iter().filter(|tag| tag.get("data-at").is_some()).count();
    let diff = run_in(
        site.folder.path(),
        &["diff", "--history", "1.0..2.0", "--contract-history", "history", "--format", "json", "-v"],
    );
    let diff: Value = serde_json::from_str(&diff.out).unwrap();
    assert_eq!(rows, diff["findings"].as_array().unwrap().len(), "the table has what `diff --history` finds");
    assert!(site.files()["search-index.js"].contains(r#"["field","colour",null,"1.1.0 –"]"#));
}

#[test]
fn an_id_that_an_operation_had_leads_to_it() {
    let pages = Site::built(&PLAIN).pages();
    let before = page::text(&pages["operations/getPet.html"]);
    assert!(before.contains("1.0.0 – 1.1.0: this was the id of GET /pet, which is findPet now"), "{before}");
    assert!(page::text(&pages["operations/findPet.html"]).contains("Its id was getPet 1.0.0 – 1.1.0"));
}

/// Every address in a page leads to something in the site, and none leaves it.
fn assert_linked(pages: &BTreeMap<String, String>, files: &BTreeMap<String, String>) {
    let places: BTreeMap<&str, Vec<String>> =
        pages.iter().map(|(path, html)| (path.as_str(), page::ids(html))).collect();
    let mut reached = BTreeSet::new();
    for (path, html) in pages {
        let ids = &places[path.as_str()];
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: two places of one name: {ids:?}");
        for tag in page::tags(html) {
            for address in [tag.get("href"), tag.get("src")].into_iter().flatten() {
                let (file, place) =
                    target(path, address).unwrap_or_else(|| panic!("{path}: {address} leaves the site"));
                assert!(files.contains_key(&file), "{path}: {address} leads to {file}, which is not there");
                // The table of changes reads which steps are meant.
                let steps = place.split_once("..").filter(|_| file == "changes.html");
                let has = |version: &str| files.contains_key(&format!("releases/{version}.html"));
                let is_there = place.is_empty()
                    || places[file.as_str()].contains(&place)
                    || steps.is_some_and(|(from, to)| has(from) && has(to));
                assert!(is_there, "{path}: {address}: there is no such place");
                reached.insert(file);
            }
        }
    }
    let lost: Vec<&String> = pages.keys().filter(|path| !reached.contains(*path)).collect();
    assert_eq!(lost, [""; 0], "no page leads to these");
}

#[test]
fn pages_lead_to_each_other_and_nowhere_else() {
    let site = Site::built(&PLAIN);
    assert_linked(&site.pages(), &site.files());
}

/// The policy of each page: nothing but the style and the script that stand beside it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

fn assert_strict(pages: &BTreeMap<String, String>) {
    for (path, html) in pages {
        let tags = page::tags(html);
        let policies: Vec<&Tag> =
            tags.iter().filter(|tag| tag.get("http-equiv") == Some("Content-Security-Policy")).collect();
        let [policy] = policies.as_slice() else { panic!("{path}: {} policies", policies.len()) };
        assert_eq!(policy.get("content"), Some(POLICY), "{path}");
        let scripts: Vec<&Tag> = tags.iter().filter(|tag| tag.name == "script").collect();
        let [script] = scripts.as_slice() else { panic!("{path}: {} scripts", scripts.len()) };
        assert!(script.get("src").is_some_and(|src| src.ends_with("site.js")), "{path}");
        assert!(!tags.iter().any(|tag| ["style", "img", "iframe", "base"].contains(&tag.name.as_str())), "{path}");
        let forbidden = |name: &str| name.starts_with("on") || name == "style";
        let odd = tags.iter().find(|tag| tag.attributes.iter().any(|(name, _)| forbidden(name)));
        assert!(odd.is_none(), "{path}: {odd:?}");
    }
}

#[test]
fn each_page_has_the_strict_policy() {
    assert_strict(&Site::built(&PLAIN).pages());
}

#[test]
fn the_same_contract_gives_the_same_bytes() {
    let site = Site::built(&PLAIN);
    let before = site.files();
    let again = site.build();
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_eq!(site.files(), before);
    let beside: BTreeSet<_> = site.folder.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, BTreeSet::from(["history".into(), "site".into()]), "nothing stays beside it");
}

fn is_about_changes(path: &str) -> bool {
    path.starts_with("releases/") || path == "changes.html"
}

#[test]
fn names_are_text_wherever_they_stand() {
    let plain = Site::built(&PLAIN);
    // Each page as its tags alone: markup that came from a name would be one more. What a release breaks depends on what
    // can be decided of such names; there, no other tags are to be seen than where all names are plain.
    let shapes = |site: &Site| -> Vec<Vec<String>> {
        let pages = site.pages().into_iter().filter(|(path, _)| !is_about_changes(path));
        let mut shapes: Vec<Vec<String>> = pages.map(|(_, html)| page::names(&html)).collect();
        shapes.sort();
        shapes
    };
    let of_changes = |site: &Site| -> BTreeSet<String> {
        let pages = site.pages().into_iter().filter(|(path, _)| is_about_changes(path));
        pages.flat_map(|(_, html)| page::names(&html)).collect()
    };
    for hostile in [
        "</script><img src=x onerror=alert(1)>",
        "\"><svg onload='alert(1)'>",
        "javascript:alert(1)",
        "../../../escaped",
        "\u{202e}gpj.exe\u{202c}\u{2066}",
        "a\u{0}b\nc\td",
        "{{ 7 * 7 }}{% raw %}",
        "CON",
        ".",
    ] {
        let other = format!("{hostile} too");
        let names = Names { types: [hostile, &other], field: hostile, value: hostile, id: hostile, tag: hostile };
        let site = Site::built(&names);
        assert_eq!(shapes(&site), shapes(&plain), "{hostile:?}");
        assert!(of_changes(&site).is_subset(&of_changes(&plain)), "{hostile:?}");
        assert_linked(&site.pages(), &site.files());
        assert_strict(&site.pages());
        for (path, text) in site.files() {
            let hides = |c: char| "\u{202e}\u{202c}\u{2066}\u{0}\t".contains(c);
            assert!(!text.contains(hides), "{hostile:?}: {path}");
        }
    }
}

#[test]
fn names_that_differ_by_case_alone_have_files_of_their_own() {
    let names = Names { types: ["pet", "Pet"], ..PLAIN };
    let pages = Site::built(&names).pages();
    let folded: BTreeSet<String> = pages.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), pages.len(), "{:?}", pages.keys());
    assert!(pages.contains_key("types/pet.html") && pages.contains_key("types/~50et.html"), "{:?}", pages.keys());
}

#[test]
fn a_document_of_one_release_has_no_pictures() {
    let document = file("openapi.json", api(&PLAIN, "2.0.0").to_string().as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let built = run_in(folder.path(), &["site", "-o", "site", "--contract", &document.path]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let files = files(&folder.path().join("site"));
    let pages = pages(&files);
    assert_linked(&pages, &files);
    assert!(!pages.keys().any(|path| path.starts_with("releases") || path == "changes.html"), "{:?}", pages.keys());
    let pet = &pages["types/Pet.html"];
    assert!(!pet.contains("<svg") && page::text(pet).contains("colour required, string"), "{pet}");
}

#[test]
fn a_folder_with_other_things_stays_as_it_is() {
    let site = Site::built(&PLAIN);
    let root = site.folder.path().join("site");
    fs::File::create(root.join("CNAME")).unwrap();
    let before = site.files();
    let refused = site.build();
    assert_eq!(refused.code, Some(2));
    for said in ["site: holds CNAME", "did not write", "name a new or an empty one"] {
        assert!(refused.err.contains(said), "{}", refused.err);
    }
    assert_eq!(site.files(), before);
    fs::remove_file(root.join("CNAME")).unwrap();
    fs::remove_file(root.join(".immich-contract-site")).unwrap();
    assert_eq!(site.build().code, Some(2), "a folder of pages that nobody says are ours");
}

#[test]
fn places_that_cannot_be_a_folder_are_told() {
    let site = Site::built(&PLAIN);
    let folder = site.folder.path();
    let to = |place: &str| run_in(folder, &["site", "-o", place, "--contract-history", "history"]);
    assert!(to("history/v1.0.0.json").err.contains("is a file; name a folder"));
    assert!(to("not/there").err.contains("not/there: cannot write"));
    fs::create_dir(folder.join("empty")).unwrap();
    assert_eq!(to("empty").code, Some(0), "an empty folder is free");
    let here = run_in(&folder.join("site"), &["site", "-o", ".", "--contract-history", "../history"]);
    assert!(here.code == Some(2) && here.err.contains("the folder that you are in"), "{}", here.err);
    let nobody = run(&["site"]);
    assert!(nobody.code == Some(2) && nobody.err.contains("--output <DIR>"), "{}", nobody.err);
}
