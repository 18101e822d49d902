//! Laws of reading and writing contracts, on every document of upstream.

use contract::facts::{Facts, Scope};
use contract::{Contract, Projection, Release, extended, read, timeline, write};
use testkit::material;

fn facts(contract: &Contract, release: Release) -> Facts {
    Facts::of(Projection { contract, release }, &Scope::of(contract))
}

#[test]
fn what_is_written_reads_back_as_the_same_facts() {
    for (release, path) in material::upstream().unwrap_or_default() {
        let source = read::openapi(&material::bytes(&path)).unwrap().contract;
        let facts_of_source = facts(&source, release);
        assert!(facts_of_source.len() > 1000, "{release}: {} facts", facts_of_source.len());

        let openapi = write::openapi(Projection { contract: &source, release });
        let again = read::openapi(openapi.to_string().as_bytes()).unwrap().contract;
        assert_eq!(facts_of_source.differences(&facts(&again, release)), [], "{release}: OpenAPI");

        let again = read::annotated(&write::annotated(&source)).unwrap().contract;
        assert_eq!(facts_of_source.differences(&facts(&again, release)), [], "{release}: annotated");
    }
}

#[test]
fn a_timeline_projects_to_each_of_its_documents() {
    let documents = material::upstream().unwrap_or_default();
    let read = |(release, path): (Release, _)| (release, read::openapi(&material::bytes(path)).unwrap().contract);
    let documents: Vec<(Release, Contract)> = documents.iter().map(|(release, path)| read((*release, path))).collect();
    let whole = timeline(&documents);
    let again = read::annotated(&write::annotated(&whole)).unwrap().contract;
    for (release, document) in &documents {
        let facts_of_document = facts(document, *release);
        assert_eq!(facts_of_document.differences(&facts(&whole, *release)), [], "{release}");
        assert_eq!(facts_of_document.differences(&facts(&again, *release)), [], "{release}: written and read");
    }
    assert_eq!(read::annotated(&write::annotated(&again)).unwrap().contract, again, "the annotated form is canonical");
}

#[test]
fn a_document_joins_a_contract_of_other_releases() {
    let documents: Vec<(Release, Contract)> = material::upstream()
        .unwrap_or_default()
        .into_iter()
        .step_by(12)
        .map(|(release, path)| (release, read::openapi(&material::bytes(&path)).unwrap().contract))
        .collect();
    for new in [0, documents.len() / 2, documents.len().saturating_sub(1)] {
        let mut others = documents.clone();
        if new < others.len() {
            let late = others.remove(new);
            let joined = extended(timeline(&others), &[late]);
            for (release, document) in &documents {
                assert_eq!(facts(document, *release).differences(&facts(&joined, *release)), [], "{release}");
            }
        }
    }
}
