//! The releases of the embedded contract, one after the other.

#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

use std::collections::HashMap;

use contract::{Contract, Projection, Release, read, write};
use immich_contract_diff::{Judgement, Options, Rows, Verdict, changes, judge};
use report::Severity;

fn embedded() -> Contract {
    models::contract().unwrap()
}

fn at<'c>(contract: &'c Contract, version: &str) -> Projection<'c> {
    Projection { contract, release: Release::exact(version).unwrap() }
}

fn between(contract: &Contract, old: &str, new: &str) -> Vec<Judgement> {
    let (old, new) = (at(contract, old), at(contract, new));
    judge(old, new, changes(old, new))
}

/// Breaks that users met: the releases between which they came, and a rule and a place that must be told. From their
/// reports.
const MET: &[(&str, &str, &str, &str)] = &[
    ("2.7.5", "3.0.0-rc.1", "response-type-changed", "AssetResponseDto.duration"),
    ("2.7.5", "3.0.0-rc.1", "response-enum-value-added", "AlbumUserRole"),
    ("2.7.5", "3.0.0-rc.1", "response-property-removed", "AlbumResponseDto.owner"),
    ("2.7.5", "3.0.0-rc.1", "response-property-removed", "AlbumResponseDto.ownerId"),
    ("2.7.5", "3.0.0-rc.1", "response-property-removed", "AlbumResponseDto.assets"),
    ("2.7.5", "3.0.0-rc.1", "response-property-removed", "AssetResponseDto.deviceAssetId"),
    ("2.7.5", "3.0.0-rc.1", "response-property-removed", "AssetResponseDto.deviceId"),
    ("1.132.3", "1.133.0", "response-type-changed", "GET /timeline/bucket 200"),
    ("1.132.3", "1.133.0", "response-required-property-added", "AssetResponseDto.visibility"),
    ("1.127.0", "1.128.0", "response-enum-value-added", "SourceType"),
    ("1.134.0", "1.135.0", "response-required-property-added", "LoginResponseDto.isOnboarded"),
    ("2.7.5", "3.0.0-rc.1", "response-required-property-added", "ServerVersionResponseDto.prerelease"),
    ("2.4.1", "2.5.0", "response-required-property-added", "AssetResponseDto.width"),
    ("2.4.1", "2.5.0", "response-required-property-added", "AssetResponseDto.height"),
    ("2.4.1", "2.5.0", "response-required-property-added", "AssetResponseDto.isEdited"),
    ("1.112.1", "1.113.0", "response-type-changed", "AssetResponseDto.stack"),
    ("1.112.1", "1.113.0", "response-property-removed", "AssetResponseDto.stackCount"),
    ("1.112.1", "1.113.0", "response-optional-property-removed", "AssetResponseDto.stackParentId"),
    ("1.112.1", "1.113.0", "response-property-removed", "TagResponseDto.type"),
    ("1.112.1", "1.113.0", "response-property-removed", "TagResponseDto.userId"),
    ("1.116.2", "1.117.0", "response-type-changed", "POST /search/random 200"),
    ("1.139.4", "1.140.0", "response-required-property-added", "AssetResponseDto.createdAt"),
    ("2.7.5", "3.0.0-rc.1", "operation-removed-after-deprecation", "GET /assets/random"),
    ("1.132.3", "1.133.0", "operation-removed-without-deprecation", "GET /assets/memory-lane"),
    ("1.112.1", "1.113.0", "operation-moved", "GET /server/statistics"),
    ("1.117.0", "1.118.0", "operation-removed-after-deprecation", "GET /people/{id}/assets"),
    ("2.7.5", "3.0.0-rc.1", "operation-removed-after-deprecation", "PUT /assets/{id}/original"),
    ("2.7.5", "3.0.0-rc.1", "request-type-changed", "AssetMediaCreateDto.duration"),
    ("2.7.5", "3.0.0-rc.1", "request-property-removed", "MetadataSearchDto.deviceAssetId"),
    ("2.7.5", "3.0.0-rc.1", "request-pattern-narrowed", "MetadataSearchDto.takenAfter"),
    ("2.7.5", "3.0.0-rc.1", "request-parameter-removed", "GET /albums query shared"),
    ("1.132.3", "1.133.0", "request-parameter-removed", "GET /timeline/buckets query size"),
    ("1.139.4", "1.140.0", "request-required-property-added", "AssetMediaCreateDto.metadata"),
    ("2.4.1", "2.5.0", "request-property-became-optional", "AssetMediaCreateDto.metadata"),
    ("2.5.3", "2.5.4", "request-bound-tightened", "NotificationUpdateAllDto.ids"),
    ("2.4.1", "2.5.0", "response-success-status-added", "POST /assets 200"),
];

#[test]
fn what_users_met_is_told() {
    let contract = embedded();
    let mut known: HashMap<(&str, &str), Vec<Judgement>> = HashMap::new();
    let missed: Vec<String> = MET
        .iter()
        .filter(|(old, new, rule, place)| {
            let judgements = known.entry((old, new)).or_insert_with(|| between(&contract, old, new));
            !judgements.iter().any(|one| one.rule.id() == *rule && one.change.location.to_string() == *place)
        })
        .map(|case| format!("{case:?}"))
        .collect();
    assert_eq!(missed, [""; 0]);
}

/// Upstream's 1.124.0 only began to document what its servers checked; another tool calls 435 rows of it breaks. Twelve more
/// are limits of the lists of a library's paths.
#[test]
fn a_release_that_documents_better_has_few_errors() {
    let contract = embedded();
    let judgements = between(&contract, "1.123.0", "1.124.0");
    let (limits, others): (Vec<_>, Vec<_>) = judgements
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .partition(|one| one.rule.id() == "request-size-limited");
    assert!(others.len() <= 16 && limits.len() <= 12, "{} and {}", others.len(), limits.len());
}

#[test]
fn a_dropped_enum_is_found_and_nothing_is_cried_about() {
    let contract = embedded();
    let judgements = between(&contract, "2.4.0", "2.7.5");
    let errors: Vec<(&str, String)> = judgements
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .map(|one| (one.rule.id(), one.change.location.to_string()))
        .collect();
    assert!(errors.contains(&("response-enum-removed", "AssetMetadataResponseDto.key".to_owned())), "{errors:?}");
    // Enums of answers that gained values, one that became any text, empty lists that are refused, a part of the settings
    // that must be there: by reading both documents.
    let kinds = [
        "response-enum-removed",
        "response-enum-value-added",
        "request-bound-tightened",
        "request-required-property-added",
    ];
    assert!(errors.iter().all(|(rule, _)| kinds.contains(rule)), "{errors:?}");
}

#[test]
fn every_break_by_values_has_its_witness_and_totals_stay() {
    let contract = embedded();
    let mut totals = [0; 3];
    let mut undecided = 0;
    let covered: Vec<Release> =
        contract.releases.iter().filter(|release| *release < Release::known("3.0.0-rc.1")).collect();
    for pair in covered.windows(2) {
        let [old, new] = pair else { panic!("windows of two") };
        for one in between(&contract, old.version(), new.version()) {
            totals[one.severity as usize] += 1;
            let untold = matches!(one.verdict, Verdict::Undecided(_)) && !one.change.is_unreferenced();
            undecided += usize::from(untold);
            if one.severity == Severity::Error && one.change.fact.area() == immich_contract_diff::Area::Values {
                assert!(one.witness.is_some(), "{} {}", one.rule.id(), one.change.location);
            }
        }
    }
    let [notes, warnings, errors] = totals;
    // oasdiff 1.28 has 814 errors, 650 warnings and 3,646 notes for these releases.
    println!("{errors} errors, {warnings} warnings, {notes} notes, {undecided} undecided");
    assert!(errors < 200 && warnings < 200 && undecided < 5, "{totals:?} {undecided}");
}

/// A reader sees facts, not each operation that they reach: another tool has 5,110 rows for all pairs.
#[test]
fn facts_are_told_once() {
    let contract = embedded();
    let covered: Vec<Release> = contract.releases.iter().filter(|one| *one <= Release::known("2.7.5")).collect();
    let facts: usize = covered
        .windows(2)
        .map(|pair| {
            let [old, new] = pair else { panic!("windows of two") };
            between(&contract, old.version(), new.version()).len()
        })
        .sum();
    println!("{facts} facts over {} pairs", covered.len() - 1);
    assert!((400..1_200).contains(&facts), "{facts}");
    let source = |name: &str| immich_contract_diff::Source::named(name);
    let options = Options { old: source("1.112.1"), new: source("1.113.0"), rows: Rows::Kind, releases: None };
    let rows = immich_contract_diff::findings(&between(&contract, "1.112.1", "1.113.0"), &options);
    // Notes are counted, not shown, unless asked for.
    let shown = rows.iter().filter(|row| row.severity > Severity::Note).count();
    println!("{shown} of {} rows shown for 1.112.1 → 1.113.0", rows.len());
    assert!(shown < 60, "{shown}");
}

/// What version 3 asks of identifiers is one fact, not one at each of 176 places, and no place of it is lost.
#[test]
fn a_change_at_many_places_is_one_finding_with_each_of_them() {
    let contract = embedded();
    let judgements = between(&contract, "2.7.5", "3.0.2");
    let source = |name: &str| immich_contract_diff::Source::named(name);
    let of = |rows| {
        let options = Options { old: source("2.7.5"), new: source("3.0.2"), rows, releases: None };
        let mut findings = immich_contract_diff::findings(&judgements, &options);
        findings.retain(|finding| finding.severity == Severity::Error);
        findings
    };
    let (facts, kinds) = (of(Rows::Fact), of(Rows::Kind));
    println!("{} errors at {} places", kinds.len(), facts.len());
    assert!(kinds.len() <= 90, "{}", kinds.len());
    let fingerprints = |findings: Vec<report::Finding>| -> Vec<String> {
        let mut all: Vec<String> = findings.iter().map(|finding| finding.fingerprint().to_string()).collect();
        all.sort();
        all
    };
    assert_eq!(kinds.iter().map(|finding| finding.count).sum::<u64>(), facts.len() as u64);
    let each: Vec<report::Finding> = kinds.iter().flat_map(report::Finding::by_place).collect();
    assert_eq!(fingerprints(each), fingerprints(facts), "a baseline knows them");
    let largest = kinds.iter().max_by_key(|finding| finding.count).unwrap();
    assert!(largest.message.starts_with("identifiers in requests must now match "), "{}", largest.message);
    let handed_out =
        largest.notes.iter().any(|note| note.starts_with("values that the server itself handed out satisfy it"));
    assert!(handed_out && largest.count > 150, "{largest:?}");
}

#[test]
fn what_is_written_is_what_was_read() {
    let contract = embedded();
    let mut before: Option<Projection<'_>> = None;
    for release in contract.releases.iter() {
        let view = Projection { contract: &contract, release };
        assert_eq!(changes(view, view), [], "{release} and itself");
        // What is as the release before is written as that.
        if before.replace(view).is_some_and(|before| changes(before, view).is_empty()) {
            continue;
        }
        let written = write::openapi(view).to_string();
        let read = read::openapi(written.as_bytes()).unwrap().contract;
        let read = Projection { contract: &read, release: Release::latest() };
        assert_eq!(changes(view, read), [], "{release} written");
        assert_eq!(changes(read, view), [], "{release} written");
    }
}

/// Going back undoes what going forth did: the same facts, mirrored.
#[test]
fn the_way_back_mirrors_the_way_there() {
    let contract = embedded();
    let covered: Vec<Release> = contract.releases.iter().collect();
    for pair in covered.windows(2) {
        let [old, new] = pair else { panic!("windows of two") };
        let (old, new) =
            (Projection { contract: &contract, release: *old }, Projection { contract: &contract, release: *new });
        let facts = |old, new, turned: bool| {
            let fact = |change: &immich_contract_diff::Change| {
                let action = if turned { change.fact.action().mirrored() } else { change.fact.action() };
                // A deprecated operation that goes comes back as any other.
                let aspect = change.fact.name().replace("deprecated-operation", "operation");
                let (old, new) = if turned { (&change.new, &change.old) } else { (&change.old, &change.new) };
                (aspect, action, change.reach.len(), old.to_string(), new.to_string())
            };
            let mut all: Vec<_> = changes(old, new).iter().map(fact).collect();
            all.sort();
            all
        };
        assert_eq!(facts(old, new, false), facts(new, old, true), "{} and {}", old.release, new.release);
    }
}
