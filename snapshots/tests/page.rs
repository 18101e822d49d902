//! The one page of documentation that the project started from, of `getRandom`, and the releases that it is true of.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of tests stops like a test")]

use std::collections::BTreeMap;

use contract::marker::History;
use contract::{Kind, Node, Operation, ParameterLocation, Projection, Property, Release, ReleaseSet};

/// What the page says of each object: names with a type or format (`[]`: a list), `?` for one that may be absent,
/// values of an enum between `|`, bounds, and versions that the page claims. It does not say what may be null.
const PAGE: &[(&str, &str)] = &[
    ("getRandom", "is deprecated@v1.116.0"),
    ("query", "count number≥1?"),
    (
        "answer",
        "checksum string, deviceAssetId string, deviceId string, duplicateId string?, duration string, \
         exifInfo object?, fileCreatedAt date-time, fileModifiedAt date-time, hasMetadata boolean, id string, \
         isArchived boolean, isFavorite boolean, isOffline boolean, isTrashed boolean, \
         libraryId string? deprecated@v1.106.0, livePhotoVideoId string?, localDateTime date-time, \
         originalFileName string, originalMimeType string?, originalPath string, owner object?, ownerId string, \
         people object[]?, resized boolean? deprecated@v1.113.0, stack object?, tags object[]?, thumbhash string, \
         type IMAGE|VIDEO|AUDIO|OTHER, unassignedFaces object[]?, updatedAt date-time",
    ),
    (
        "answer.exifInfo",
        "city string?, country string?, dateTimeOriginal date-time?, description string?, exifImageHeight number?, \
         exifImageWidth number?, exposureTime string?, fNumber number?, fileSizeInByte int64?, focalLength number?, \
         iso number?, latitude number?, lensModel string?, longitude number?, make string?, model string?, \
         modifyDate date-time?, orientation string?, projectionType string?, rating number?, state string?, \
         timeZone string?",
    ),
    (
        "answer.owner",
        "avatarColor primary|pink|red|yellow|blue|green|purple|orange|gray|amber, email string, id string, \
         name string, profileChangedAt date-time, profileImagePath string",
    ),
    (
        "answer.people",
        "birthDate date, color string? added@v1.126.0, faces object[], id string, isFavorite boolean? added@v1.126.0, \
         isHidden boolean, name string, thumbnailPath string, updatedAt date-time? added@v1.107.0",
    ),
    ("answer.people.faces", FACE),
    ("answer.stack", "assetCount integer, id string, primaryAssetId string"),
    (
        "answer.tags",
        "color string?, createdAt date-time, id string, name string, parentId string?, updatedAt date-time, \
         value string",
    ),
    ("answer.unassignedFaces", FACE),
];

const FACE: &str = "boundingBoxX1 integer, boundingBoxX2 integer, boundingBoxY1 integer, boundingBoxY2 integer, \
                    id uuid, imageHeight integer, imageWidth integer, sourceType machine-learning|exif|manual?";

/// Object to name to what is said of it.
type Said = BTreeMap<String, BTreeMap<String, String>>;

fn page() -> Said {
    let entry = |entry: &str| entry.split_once(' ').map(|(name, what)| (name.to_owned(), what.to_owned())).unwrap();
    let entries = |text: &str| text.split(", ").map(entry).collect();
    PAGE.iter().map(|(object, text)| ((*object).to_owned(), entries(text))).collect()
}

/// What the models say of `getRandom` at one release, in the notation of [`PAGE`].
struct Flat<'c> {
    view: Projection<'c>,
    said: Said,
}

impl<'c> Flat<'c> {
    fn of(view: Projection<'c>) -> Said {
        let mut flat = Self { view, said: Said::new() };
        if let Some(operation) = view.operations().find(|one| one.id() == "getRandom") {
            flat.operation(operation);
        }
        flat.said
    }

    fn put(&mut self, object: &str, name: &str, what: String) {
        self.said.entry(object.to_owned()).or_default().insert(name.to_owned(), what);
    }

    fn operation(&mut self, operation: &'c Operation) {
        if operation.deprecated.contains(self.view.release) {
            let claims = claims(operation.markers.at(self.view.release));
            self.put("getRandom", "is", claims.trim_start().to_owned());
        }
        for parameter in self.view.parameters(operation) {
            assert_eq!(parameter.place, ParameterLocation::Query);
            self.property("query", &parameter.property);
        }
        let media = &operation.response(200).unwrap().content[0];
        let (answer, list) = self.target(self.view.node(media.schema.as_ref().unwrap()).unwrap());
        assert_eq!(list, "[]");
        self.object("answer", answer);
    }

    fn object(&mut self, path: &str, node: &Node) {
        for property in &node.properties {
            if property.life.contains(self.view.release) {
                self.property(path, property);
            }
        }
    }

    fn property(&mut self, path: &str, property: &Property) {
        let release = self.view.release;
        let (node, list) = self.target(property.schema.at(release).unwrap());
        let optional = if property.required.contains(release) { "" } else { "?" };
        let what = format!("{}{list}{optional}{}", kind(node, release), claims(property.markers.at(release)));
        self.put(path, &property.name, what);
        // A stack was once a list of assets, which may have stacks, and so on.
        if path.split('.').all(|part| part != property.name) {
            let node = node.clone();
            self.object(&format!("{path}.{}", property.name), &node);
        }
    }

    /// What a node stands for behind references, and `[]` if that is the item of a list.
    fn target<'n>(&self, node: &'n Node) -> (&'n Node, &'static str)
    where
        'c: 'n,
    {
        if let Some(name) = &node.reference {
            return self.target(self.view.component(name).unwrap());
        }
        match &node.items {
            Some(items) => (self.target(items.at(self.view.release).unwrap()).0, "[]"),
            None => (node, ""),
        }
    }
}

fn kind(node: &Node, release: Release) -> String {
    let word = |name: &str| node.keywords.iter().find(|(keyword, _)| keyword.name() == name).map(|(_, value)| value);
    let values: Vec<&str> = node.values_at(release).map(|value| value.as_str().unwrap()).collect();
    let kind = match word("format") {
        Some(format) => format.as_str().unwrap().to_owned(),
        None if values.is_empty() => node.kind.unwrap().name().to_owned(),
        None => {
            assert_eq!(node.kind, Some(Kind::String));
            values.join("|")
        }
    };
    let mut limits = String::new();
    for (name, sign) in [("minimum", "≥"), ("maximum", "≤"), ("pattern", "~")] {
        limits.extend(word(name).map(|value| format!("{sign}{value}")));
    }
    kind + &limits
}

fn claims(history: Option<&History>) -> String {
    let claims = history.map(|history| history.0.as_slice()).unwrap_or_default().iter();
    claims
        .flat_map(|claim| [" ".to_owned(), claim.state.to_string().to_lowercase(), format!("@{}", claim.version)])
        .collect()
}

#[test]
fn the_page_says_what_the_models_say_of_its_release() {
    let contract = &models::contract().unwrap();
    let said = Flat::of(Projection { contract, release: Release::known("1.132.3") });
    let page = page();
    assert_eq!(said.keys().collect::<Vec<_>>(), page.keys().collect::<Vec<_>>());
    for (object, entries) in &page {
        assert_eq!(&said[object], entries, "{object}");
    }
}

#[test]
fn the_page_is_true_of_these_releases_and_no_other() {
    let contract = &models::contract().unwrap();
    let page = page();
    let same = contract.releases.iter().filter(|&release| Flat::of(Projection { contract, release }) == page);
    assert_eq!(same.collect::<ReleaseSet>().to_string(), "1.128.0 – 1.132.3");
}
