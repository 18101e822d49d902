//! oasdiff's own test suite as a second opinion: do we call the same pairs breaking?

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use contract::{Contract, Projection, Release, read};
use report::Severity;
use serde_json::{Value, json};
use testkit::material;

/// Why the two do not agree.
const WHY: &[(&str, &[&str])] = &[
    (
        "they are wrong: `maximum` says nothing of a text, and members say nothing of one",
        &[
            "TestBreaking_MaxSmaller",
            "TestRequestBodyMaxDecreasedCheck",
            "TestRequestPropertyMaxDecreasedCheck",
            "TestResponsePropertyFormatChangedCheck",
            "TestResponsePropertyTypeChangedCheck",
        ],
    ),
    (
        "they are wrong: the schema that came or went says what another one says, so that no value is shut out",
        &[
            "TestBreaking_RequestPropertyAllOfAdded",
            "TestBreaking_RequestPropertyAnyOfRemoved",
            "TestBreaking_RequestPropertyOneOfRemoved",
            "TestRequestPropertyAllOfAdded_WithSources_Inline",
        ],
    ),
    (
        "they are wrong: the text of a parameter that is a number or a boolean is a string as well",
        &["TestListOfTypesSpecificPaths_func3", "TestListOfTypesUncoveredPaths_func5"],
    ),
    ("they are wrong: a login is newly required", &["TestAPISecurityAdded"]),
    (
        "they are wrong: an enum was dropped from requests, and any value is right now",
        &["TestBreaking_RequestBodyEnumRemoved"],
    ),
    (
        "they are wrong: the pattern and the format of the old document shut out every value",
        &["TestRequestQueryParamFormatChanged"],
    ),
    ("they are wrong: an object is not text, in XML neither", &["TestResponseBodyTypeLooselyTypedCompatible"]),
    ("they are wrong: a property named \"\" is newly required", &["TestRequestPropertyMarkedOptional"]),
    ("they are wrong: who asks for JSON and nothing else gets none", &["TestSpecializeMediaTypeName"]),
    (
        "opinion: a limit or pattern that was not there, or another pattern; they warn, we show a request that is refused",
        &[
            "TestBreaking_ModifyParameterPattern",
            "TestRequestParameterExclusiveMinSet",
            "TestRequestBodyMaxSetCheck",
            "TestRequestPropertyMaxLengthSetCheck",
            "TestRequestPropertyMaxSetCheck",
        ],
    ),
    (
        "opinion: a body of which nothing is said any more; they warn, we show a response that is new",
        &["TestMediaTypeSchemaExistence__2"],
    ),
    (
        "opinion: the assumed value is no longer told; they call it an error, we warn",
        &["TestBreaking_RemovingOptionalParamDefaultValue", "TestRequestParameterDefaultValueRemoved"],
    ),
    (
        "opinion: what goes breaks its clients, deprecated, sunset or alpha as it was",
        &["TestBreaking_DeprecationPathPast", "TestBreaking_RemovedPathForAlpha"],
    ),
    (
        "opinion: a parameter that is ignored now is a warning, whatever was announced",
        &["TestBreaking_ParameterDeprecationFuture", "TestBreaking_RemoveParameterWithInvalidSunset"],
    ),
    (
        "another subject: dates of `x-sunset` and levels of `x-stability-level`, which are oasdiff's own",
        &[
            "TestApiDeprecated_MessageIncludesSunsetAndStability",
            "TestBreaking_DeprecationWithEarlySunset",
            "TestBreaking_DeprecationWithInvalidStabilityLevel",
            "TestBreaking_InvaidStability",
            "TestBreaking_InvalidStabilityLevelInBase",
            "TestBreaking_ParameterDeprecationWithInvalidSunset",
            "TestBreaking_StabilityLevelDecreased",
            "TestBreaking_SunsetDeletedForDeprecatedParameter",
            "TestBreaking_SunsetModifiedForDeprecatedParameter",
            "TestBreaking_SunsetModifiedFromInvalidForDeprecatedEndpoint",
            "TestBreaking_SunsetModifiedFromInvalidForDeprecatedParameter",
            "TestRequestPropertyDeprecation_WithInvalidSunset",
            "TestRequestPropertyDeprecation_WithoutSunsetWithPolicy",
            "TestRequestPropertyStability_InvalidLevel",
            "TestRequestPropertyStability_StableToDraft_Decreased",
            "TestResponsePropertyDeprecation_WithEarlySunset",
            "TestResponsePropertyDeprecation_WithInvalidSunset",
        ],
    ),
    (
        "opinion: what `not`, `if` and other keywords that hold schemas shut out is compared as a whole; that it changed we \
         warn of, as undecided",
        &[
            "TestNotSubSchemaTraversalModifiedProperty",
            "TestRequestBodyDependentRequiredChanged",
            "TestRequestBodyDependentRequiredRemoved",
            "TestRequestBodyDependentSchemaRemoved",
            "TestRequestBodyIfAdded",
            "TestRequestBodyMinContainsIncreased",
            "TestRequestBodyPatternPropertyAdded",
            "TestRequestBodyPrefixItemsAdded",
            "TestRequestBodyPrefixItemsRemoved",
            "TestRequestBodyPropertyNamesAdded",
            "TestRequestBodyPropertyNamesRemoved",
            "TestRequestPropertyContainsAdded",
            "TestRequestPropertyContainsRemoved",
            "TestRequestPropertyDependentRequiredChanged",
            "TestRequestPropertyDependentSchemaRemoved",
            "TestRequestPropertyIfRemoved",
            "TestRequestPropertyPatternPropertyAdded",
            "TestRequestPropertyPropertyNamesAdded",
            "TestRequestPropertyPropertyNamesRemoved",
            "TestRequestPropertyUnevaluatedAdded",
            "TestRequestPropertyUnevaluatedRemoved",
            "TestSubSchemaTraversalAddedProperty",
            "TestSubSchemaTraversalMinLengthChanged",
        ],
    ),
    (
        "they are wrong: every text is right where two were, and integers as well",
        &["TestTransitionClaims_RealChangeAlongsideTransitionStillReported"],
    ),
    (
        "another subject: how a text is encoded, of which JSON Schema only makes an annotation",
        &["TestRequestPropertyContentUpdated", "TestRequestPropertyContentUpdatedProp"],
    ),
    (
        "opinion: a webhook's body is written by the server; they hold it for a request of the client",
        &["TestWebhookOperationChangesDetected"],
    ),
    ("another subject: `x-extensible-enum`", &["TestRequestPropertyXExtensibleEnumValueRemovedCheck"]),
];

/// A document with what its authors left out and OpenAPI asks for.
fn mended(bytes: &[u8]) -> Value {
    let mut document: Value = serde_json::from_slice(bytes).unwrap();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(|all| all.values_mut());
    for operation in
        paths.filter_map(Value::as_object_mut).flat_map(|item| item.values_mut()).filter_map(Value::as_object_mut)
    {
        operation.retain(|_, value| !value.is_null());
        let responses = operation.entry("responses").or_insert(json!({"200": {}}));
        for response in
            responses.as_object_mut().into_iter().flat_map(|all| all.values_mut()).filter_map(Value::as_object_mut)
        {
            response.entry("description").or_insert(json!(""));
        }
    }
    document
}

fn contract(path: &Path) -> Option<Contract> {
    let document = mended(&material::bytes(path)).to_string();
    Some(read::openapi(document.as_bytes()).ok()?.contract)
}

/// Whether oasdiff calls a pair breaking, whether we do, and both in words; nothing where a side is not OpenAPI 3.0.
fn opinions(case: &Path) -> Option<(bool, bool, String)> {
    let (old, new) = (contract(&case.join("base.json"))?, contract(&case.join("revision.json"))?);
    let view = |contract| Projection { contract, release: Release::latest() };
    let judgements =
        immich_contract_diff::judge(view(&old), view(&new), immich_contract_diff::changes(view(&old), view(&new)));
    let expected: Value = serde_json::from_slice(&material::bytes(&case.join("expected.json"))).unwrap();
    let theirs: BTreeSet<&str> = expected
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["level"] == "ERR")
        .filter_map(|one| one["id"].as_str())
        .collect();
    let ours: BTreeSet<String> = judgements.iter().map(|one| format!("{} {}", one.severity, one.rule.id())).collect();
    let breaks = judgements.iter().any(|one| one.severity == Severity::Error);
    Some((!theirs.is_empty(), breaks, format!("they say {theirs:?}, we {ours:?}")))
}

#[test]
fn where_we_do_not_agree_there_is_a_reason() {
    let Some(folder) = material::cases() else { return };
    let mut cases: Vec<_> = folder.join("oasdiff").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let mut apart: BTreeMap<String, String> = BTreeMap::new();
    let mut unread = 0;
    for case in &cases {
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        match opinions(case) {
            None => unread += 1,
            Some((theirs, ours, words)) if theirs != ours => drop(apart.insert(name, words)),
            Some(_) => {}
        }
    }
    let read = cases.len() - unread;
    println!("{} of {read} pairs are judged alike; {unread} are not OpenAPI 3", read - apart.len());
    let explained: BTreeSet<&str> = WHY.iter().flat_map(|(_, cases)| cases.iter().copied()).collect();
    let unexplained: Vec<_> = apart.iter().filter(|(name, _)| !explained.contains(name.as_str())).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let settled: Vec<_> = explained.iter().filter(|name| !apart.contains_key(**name)).collect();
    assert!(settled.is_empty(), "no disagreement any more: {settled:?}");
}
