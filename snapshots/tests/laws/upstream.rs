//! The laws of checking on some of upstream's own documents, which hold what the models do not have yet: choices without
//! lives, `allOf`, closed and open maps, cycles.

use contract::{Contract, Release, read};
use proptest::prelude::*;
use proptest::sample::{self, Index};
use testkit::material;

use crate::checking::{BREAKS, accepted, each_break_found};
use crate::run::{Made, hold, made};

/// One of each notation: `allOf` with siblings, choices, a pattern on every identifier.
const DOCUMENTS: [&str; 3] = ["1.132.3", "2.7.5", "3.0.2"];

/// Tried in each document that has them, for what is special about them.
const SPECIAL: [&str; 8] = [
    "AlbumResponseDto",             // assets in it, and in their stacks
    "AssetEditActionItemDto",       // a choice between objects
    "AssetFaceResponseDto",         // null or a reference
    "AssetMetadataBulkResponseDto", // properties of any name
    "CreateLibraryDto",             // items that may not repeat
    "LoginCredentialDto",           // a password
    "MetadataSearchDto",            // many optional properties
    "SystemConfigDto",              // deep, and all required
];

/// The contract of each document, for the rest of the program.
fn documents() -> Vec<(Release, &'static Contract)> {
    let all = material::upstream().unwrap_or_default().into_iter();
    let chosen = all.filter(|(release, _)| DOCUMENTS.contains(&release.version()));
    let read = chosen.map(|(release, path)| {
        let contract = read::openapi(&material::bytes(&path)).unwrap().contract;
        (release, &*Box::leak(Box::new(contract)))
    });
    read.collect()
}

/// Values of any component of a document, the special ones before all.
fn any_component(contract: &'static Contract, release: Release) -> impl Strategy<Value = (&'static str, Made)> {
    let names: Vec<&'static str> = contract.components.keys().map(String::as_str).collect();
    let special = SPECIAL.into_iter().filter(|name| names.contains(name)).collect::<Vec<_>>();
    let name = prop_oneof![sample::select(special), sample::select(names)];
    name.prop_flat_map(move |name| (Just(name), made(contract, name, vec![release])))
}

#[test]
fn what_is_made_right_is_accepted() {
    for (release, contract) in documents() {
        hold(250, release.version(), &any_component(contract, release), |(name, made)| accepted(contract, name, &made));
    }
}

#[test]
fn what_is_broken_in_one_place_is_found_there() {
    for (release, contract) in documents() {
        let strategy = (any_component(contract, release), any::<[Index; BREAKS]>());
        hold(250, release.version(), &strategy, |((name, made), picks)| {
            each_break_found(contract, name, &made, &picks)
        });
    }
}
