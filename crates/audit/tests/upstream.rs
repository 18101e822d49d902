//! What is known to be wrong in upstream's documents, found in them.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use contract::{Contract, Release, read, timeline};
use report::Finding;
use testkit::material;

/// What is known: rule, element, and what the finding must tell of claim and evidence. From reading the documents.
const KNOWN: &[(&str, &str, &[&str])] = &[
    ("added-marker-false", "GET /plugins/triggers", &["v2.3.0", "2.5.0", "present in 2.5.0 to 2.7.5", "2.4.1"]),
    ("added-marker-false", "POST /duplicates/resolve", &["v3.0.0", "first seen in 2.7.0"]),
    ("deprecated-marker-false", "GET /people/{id}/assets", &["v1.113.0", "1.112.0", "present in 1.106.0 to 1.117.0"]),
    ("deprecated-marker-false", "POST /partners/{id}", &["v1.141.0", "1.142.0"]),
    ("marker-version-malformed", "query parameter includeNull of GET /search/suggestions", &["v111.0.0", "Added"]),
    ("deprecated-marker-false", "AlbumResponseDto.sharedUsers", &["v1.102.0", "1.103.0"]),
    ("deprecated-marker-false", "AddUsersDto.sharedUserIds", &["v1.102.0", "1.103.0"]),
    ("added-marker-missing", "AssetResponseDto.visibility", &["1.133.0", "the document of 1.132.3 does not have it"]),
    ("removed-without-deprecation", "AssetResponseDto.deviceId", &["gone in 3.0.0-rc.1"]),
    ("operation-moved-without-deprecation", "GET /asset/random", &["gone in 1.106.0", "GET /assets/random"]),
    ("marker-rewritten", "GET /assets/random", &["v1.116.0", "since 2.3.0 it claims v1"]),
    ("marker-lost", "GET /workflows", &["Alpha in v2.3.0", "3.0.0-rc.1"]),
    ("deprecated-marker-unflagged", "SearchAssetResponseDto.total", &["v3.0.0"]),
];

/// Elements of which a rule has nothing to say.
const RIGHT: &[(&str, &str)] = &[
    // Added in 1.126.0, as it claims.
    ("added-marker-false", "PersonResponseDto.isFavorite"),
    ("added-marker-missing", "PersonResponseDto.isFavorite"),
    // Deprecated since 1.116.0, as it claims, and gone in 3.0.0-rc.1.
    ("deprecated-marker-false", "GET /assets/random"),
    ("removed-without-deprecation", "GET /assets/random"),
    // The path parameter changed its name, the operation did not.
    ("removed-without-deprecation", "PUT /jobs/{id}"),
    ("added-marker-false", "PUT /jobs/{name}"),
];

fn findings() -> Option<Vec<Finding>> {
    let read = |(release, path): (Release, _)| (release, read::openapi(&material::bytes(path)).unwrap().contract);
    let documents = material::upstream()?;
    let documents: Vec<(Release, Contract)> = documents.iter().map(|(release, path)| read((*release, path))).collect();
    Some(immich_contract_audit::audit(&timeline(&documents), "upstream"))
}

#[test]
fn known_faults_of_the_documents_are_found() {
    let Some(findings) = findings() else { return };
    let of = |rule: &str, element: &str| -> Vec<&Finding> {
        findings.iter().filter(|one| one.rule.id() == rule && one.subject.as_deref() == Some(element)).collect()
    };
    for (rule, element, told) in KNOWN {
        let found = of(rule, element);
        assert_eq!(found.len(), 1, "{rule}: {element}");
        let words: Vec<&str> =
            found.iter().flat_map(|one| one.notes.iter().chain([&one.message])).map(String::as_str).collect();
        for word in *told {
            assert!(words.iter().any(|line| line.contains(word)), "{rule}: {element}: no {word:?} in {words:?}");
        }
    }
    for (rule, element) in RIGHT {
        assert!(of(rule, element).is_empty(), "{rule}: {element}");
    }
}
