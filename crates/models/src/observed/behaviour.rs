//! What servers do though no document says so: one entry a fact, each with where it was seen.
//!
//! Who adds a fact adds an entry. Its life is what the evidence shows, not what seems likely: what was recorded at 1.132.3
//! and at 2.7.5 is taken to hold between the two, and no further. [`contract::Behaviour`] says what each kind means.

use serde::Serialize;

use Kind::{Alive, Body, Content, Credentials, ErrorBody, Routing, Status, Value};

/// A fact.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Fact {
    /// The releases of which it is known.
    life: &'static str,
    #[serde(flatten)]
    kind: Kind,
    /// Where it was seen.
    evidence: &'static str,
}

/// The kinds of facts, as [`contract::Behaviour`] has them.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Kind {
    Alive { path: &'static str },
    Routing { looseness: &'static str },
    Status { operations: Names, status: u16 },
    Content { operations: Names, types: Names },
    Body { operations: Names, status: u16 },
    Value { operations: Names, components: Names, properties: Names, breaks: &'static str, shown: Names },
    ErrorBody,
    Credentials { schemes: Names },
}

type Names = &'static [&'static str];

/// Recorded at 1.132.3 and at 2.7.5.
const BOTH: &str = "1.132.3..3.0.0-rc.1";
/// Recorded at 1.132.3, not at 2.7.5.
const FORMER: &str = "1.132.3..1.133.0";
/// Recorded at 2.7.5, not at 1.132.3.
const LATTER: &str = "2.7.5..3.0.0-rc.1";

/// Whatever credential a request shows.
const ANYBODY: Names = &[];
/// The credentials of who holds a shared link.
const SHARED_LINK: Names = &["query_share_key", "query_share_slug", "share_key", "share_slug"];

/// The members of an asset that the holder of a shared link without metadata does not get.
const METADATA: Names = &[
    "checksum",
    "createdAt",
    "deviceAssetId",
    "deviceId",
    "fileCreatedAt",
    "fileModifiedAt",
    "isArchived",
    "isEdited",
    "isFavorite",
    "isOffline",
    "isTrashed",
    "originalFileName",
    "originalPath",
    "ownerId",
    "updatedAt",
    "visibility",
];

/// The facts.
pub(crate) const FACTS: &[Fact] = &[
    Fact {
        life: "1.113.0..1.118.0",
        kind: Alive { path: "/server-info/*" },
        evidence: "the paths left the document in 1.113.0; what still called them broke with 1.118.0, as users reported",
    },
    Fact {
        life: "..",
        kind: Routing { looseness: "trailing-slash" },
        evidence: "recorded at 1.132.3 and 2.7.5: /albums/ is answered as /albums is; Express, which routes every release, does so",
    },
    Fact {
        life: "..",
        kind: Routing { looseness: "letter-case" },
        evidence: "recorded at 1.132.3 and 2.7.5: /Albums is answered as /albums is; Express, which routes every release, does so",
    },
    Fact {
        life: "..2.5.0",
        kind: Status { operations: &["uploadAsset"], status: 200 },
        evidence: "recorded at 1.132.3: an upload of what is there already answers 200 and its id; documented since 2.5.0",
    },
    Fact {
        life: BOTH,
        kind: Status { operations: &["createActivity"], status: 200 },
        evidence: "recorded at 1.132.3 and 2.7.5: a second like answers 200 and the first",
    },
    Fact {
        life: BOTH,
        kind: Status { operations: &["viewAsset"], status: 302 },
        evidence: "recorded at 1.132.3 and 2.7.5: leads to another size of the picture",
    },
    Fact {
        life: BOTH,
        kind: Status { operations: &["redirectOAuthToMobile"], status: 307 },
        evidence: "recorded at 1.132.3 and 2.7.5: to redirect is what it is for",
    },
    Fact {
        life: "..",
        kind: Content {
            operations: &["downloadAsset", "getPersonThumbnail", "getProfileImage", "playAssetVideo", "viewAsset"],
            types: &["image/*", "video/*"],
        },
        evidence: "recorded at 1.132.3 and 2.7.5, and told by clients of the others: pictures and videos come with their own type",
    },
    Fact {
        life: LATTER,
        kind: Content { operations: &["downloadDatabaseBackup"], types: &["application/gzip"] },
        evidence: "recorded at 2.7.5: a backup comes with its own type",
    },
    Fact {
        life: BOTH,
        kind: Body { operations: &["getSyncStream"], status: 200 },
        evidence: "recorded at 1.132.3 and 2.7.5: a stream of JSON, one event a line",
    },
    Fact {
        life: BOTH,
        kind: Body { operations: &["getServerLicense"], status: 404 },
        evidence: "recorded at 1.132.3 and 2.7.5: the body of a refusal",
    },
    Fact {
        life: "1.107.0..3.0.0-rc.1",
        kind: Value {
            operations: &[],
            components: &["LicenseKeyDto", "LicenseResponseDto", "UserLicense"],
            properties: &["licenseKey"],
            breaks: "pattern",
            shown: ANYBODY,
        },
        evidence: "the pattern has the slashes around a regular expression as a part of it, which no key has",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["getMySharedLink", "sharedLinkLogin"],
            components: &["AssetResponseDto"],
            properties: METADATA,
            breaks: "required",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: the holder of a shared link without metadata gets assets without these",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["getAssetInfo", "getTimeBucket"],
            components: &["AssetResponseDto"],
            properties: METADATA,
            breaks: "required",
            shown: SHARED_LINK,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: the holder of a shared link without metadata gets assets without these",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["getSearchSuggestions"],
            components: &[],
            properties: &[],
            breaks: "type",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: with includeNull the list holds null",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &[],
            components: &["SystemConfigOAuthDto", "SystemConfigServerDto"],
            properties: &["mobileRedirectUri", "externalDomain"],
            breaks: "format",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: an empty string where nothing is set",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["updateAsset"],
            components: &["ExifResponseDto"],
            properties: &["dateTimeOriginal"],
            breaks: "format",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: a time zone can carry the year 9999 into 10000",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["updateMyPreferences"],
            components: &["UserPreferencesResponseDto"],
            properties: &[],
            breaks: "type",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: a section that was sent as [] is stored and answered as []",
    },
    Fact {
        life: BOTH,
        kind: Value {
            operations: &["createTag"],
            components: &["TagCreateDto"],
            properties: &["color"],
            breaks: "pattern",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3 and 2.7.5: small letters pass, too",
    },
    Fact {
        life: LATTER,
        kind: Value {
            operations: &["getNotifications"],
            components: &["NotificationDto"],
            properties: &["data"],
            breaks: "type",
            shown: ANYBODY,
        },
        evidence: "recorded at 2.7.5: a string that holds JSON",
    },
    Fact {
        life: FORMER,
        kind: Value {
            operations: &[],
            components: &["AssetFaceWithoutPersonResponseDto"],
            properties: &["assetId", "deletedAt", "person", "personId"],
            breaks: "declaration",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3: faces of people in getAssetInfo, searchAssets and updateAsset have them",
    },
    Fact {
        life: FORMER,
        kind: Value {
            operations: &["getMemoryLane"],
            components: &["MemoryLaneResponseDto"],
            properties: &["title"],
            breaks: "declaration",
            shown: ANYBODY,
        },
        evidence: "recorded at 1.132.3",
    },
    Fact {
        life: LATTER,
        kind: Value {
            operations: &["getTimeBucket"],
            components: &["TimeBucketAssetResponseDto"],
            properties: &["status"],
            breaks: "declaration",
            shown: ANYBODY,
        },
        evidence: "recorded at 2.7.5",
    },
    Fact {
        life: LATTER,
        kind: Value {
            operations: &["getAssetOcr"],
            components: &["AssetOcrResponseDto"],
            properties: &["isVisible"],
            breaks: "declaration",
            shown: ANYBODY,
        },
        evidence: "recorded at 2.7.5",
    },
    Fact {
        life: "..",
        kind: ErrorBody,
        evidence: "recorded at 1.132.3 and 2.7.5; that version 3 has another shape is from its users' reports",
    },
    Fact {
        life: BOTH,
        kind: Credentials {
            schemes: &["query_api_key", "query_share_key", "query_share_slug", "user_token", "share_key"],
        },
        evidence: "accepted by the servers recorded at 1.132.3 and 2.7.5, a slug by the latter only",
    },
    Fact {
        life: "..",
        kind: Credentials { schemes: &["query_session_key", "session_token", "share_slug"] },
        evidence: "not recorded; upstream's server names them where it looks for credentials",
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use contract::{Behaviour, Contract, Observation, ReleaseSet};

    fn known<'n>(names: &'n [String], is_known: impl Fn(&str) -> bool, what: &str) -> Vec<String> {
        let unknown = names.iter().filter(|name: &&'n String| !is_known(name));
        unknown.map(|name| format!("{what} {name}")).collect()
    }

    /// Names in a fact that the contract does not have in the fact's life.
    fn unknown_names(contract: &Contract, one: &Observation) -> Vec<String> {
        let lives = |life: ReleaseSet| !(life & one.life).is_empty();
        let operation = |id: &str| contract.operations_named(id).any(|operation| lives(operation.life));
        let component = |name: &str| contract.component(name).is_some_and(|component| lives(component.life));
        match &one.behaviour {
            Behaviour::Alive { path } => {
                let start = path.trim_end_matches('*');
                let gone = |life: ReleaseSet| (life & one.life).is_empty();
                let found = contract.operations.iter().any(|one| one.path().starts_with(start) && gone(one.life));
                if found { Vec::new() } else { vec![format!("path {path}")] }
            }
            Behaviour::Status { operations, .. }
            | Behaviour::Content { operations, .. }
            | Behaviour::Body { operations, .. } => known(operations, operation, "operation"),
            Behaviour::Value { operations, components, shown, .. } => {
                let scheme = |name: &str| contract.security_schemes.contains_key(name);
                let bodies = [known(operations, operation, "operation"), known(components, component, "component")];
                [bodies.concat(), known(shown, scheme, "scheme")].concat()
            }
            Behaviour::Credentials { schemes } => {
                known(schemes, |name| contract.security_schemes.contains_key(name), "scheme")
            }
            Behaviour::Routing { .. } | Behaviour::ErrorBody => Vec::new(),
        }
    }

    #[test]
    fn facts_are_about_what_exists_and_say_where_they_were_seen() {
        let contract = crate::contract().unwrap();
        assert_eq!(contract.observations.len(), super::FACTS.len());
        for one in &contract.observations {
            assert_eq!(unknown_names(&contract, one), Vec::<String>::new(), "{one:?}");
            assert!(one.evidence.contains(' ') && !one.evidence.ends_with('.'), "{one:?}");
            assert!(!(one.life & contract.releases).is_empty(), "{one:?}");
        }
    }

    #[test]
    fn every_undocumented_credential_has_evidence() {
        let contract = crate::contract().unwrap();
        let observed = contract.security_schemes.iter().filter(|(_, scheme)| scheme.observed);
        let observed: BTreeSet<&String> = observed.map(|(name, _)| name).collect();
        let told: BTreeSet<&String> = contract
            .observations
            .iter()
            .flat_map(|one| match &one.behaviour {
                Behaviour::Credentials { schemes } => schemes.as_slice(),
                _ => &[],
            })
            .collect();
        assert_eq!(told, observed);
    }
}
