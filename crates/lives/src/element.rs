//! From elements to runs.

use contract::{Component, Contract, EnumValue, Operation, Property, Release, ReleaseSet};
use pages::{Axis, Life, Look, Run, Strip, Tick};

use crate::{Piece, pieces, shape};

/// The releases of a contract, oldest first; none where it does not tell them apart.
pub fn axis(contract: &Contract) -> Axis {
    axis_of(if contract.has_releases { contract.releases } else { ReleaseSet::NONE })
}

/// These releases, oldest first.
pub fn axis_of(releases: ReleaseSet) -> Axis {
    let tick = |release: Release| Tick { version: release.version().to_owned(), date: release.date().to_owned() };
    Axis::new(releases.iter().map(tick).collect())
}

/// What is said at each of some releases, on their axis; neighbours of which the same is said are one run.
pub fn strip_of(releases: ReleaseSet, said: impl Fn(Release) -> Option<(Look, String)>) -> Strip {
    let mut runs: Vec<Run> = Vec::new();
    for (position, release) in releases.iter().enumerate() {
        let Some((look, words)) = said(release) else { continue };
        match runs.last_mut() {
            Some(run) if run.last + 1 == position && run.look == look && run.words == words => run.last = position,
            _ => runs.push(Run { first: position, last: position, look, words }),
        }
    }
    Strip { runs }
}

/// The positions of these releases on the axis of a contract: first and last of each run.
pub fn marks(contract: &Contract, releases: ReleaseSet) -> Vec<(usize, usize)> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    let marked = contract.releases.iter().enumerate().filter(|(_, release)| releases.contains(*release));
    for (position, _) in marked {
        match marks.last_mut() {
            Some((_, last)) if *last + 1 == position => *last = position,
            _ => marks.push((position, position)),
        }
    }
    marks
}

/// The life of a property of a component, or of a parameter of an operation, where `owner` lives.
pub fn property(contract: &Contract, owner: (&str, ReleaseSet), property: &Property) -> Life {
    let (name, life) = owner;
    let said = |release: Release| {
        let (look, said) = property_at(property, release);
        (look, said.iter().map(ToString::to_string).collect())
    };
    Life { name: format!("{name}.{}", property.name), strip: strip(contract, property.life & life, said) }
}

/// What a property is at a release at which it lives: `required, deprecated, ` and what its value may be.
pub fn property_at(property: &Property, release: Release) -> (Look, Vec<Piece>) {
    let (required, deprecated) = (property.required.contains(release), property.is_deprecated_at(release));
    let must = if required { "required" } else { "optional" };
    let gone = if deprecated { ", deprecated" } else { "" };
    let said = std::iter::once(Piece::Text(format!("{must}{gone}, "))).chain(pieces(&property.schema, release));
    (look(required, deprecated), said.collect())
}

/// The life of an operation.
pub fn operation(contract: &Contract, operation: &Operation) -> Life {
    let said = |release: Release| {
        let is_deprecated = operation.is_deprecated_at(release);
        let gone = if is_deprecated { ", deprecated" } else { "" };
        let (id, path) = (operation.id_at(release), operation.path_at(release));
        (look(true, is_deprecated), format!("{id}, {} {path}{gone}", operation.method))
    };
    Life { name: operation.id().to_owned(), strip: strip(contract, operation.life, said) }
}

/// The life of a component.
pub fn component(contract: &Contract, name: &str, component: &Component) -> Life {
    let said = |release: Release| (Look::Required, shape(&component.schema, release));
    Life { name: name.to_owned(), strip: strip(contract, component.life, said) }
}

/// The life of a value of an enum, where `owner` lives.
pub fn value(contract: &Contract, owner: (&str, ReleaseSet), value: &EnumValue) -> Life {
    let (name, life) = owner;
    let said = |_: Release| (Look::Required, "allowed".to_owned());
    Life { name: format!("{name}: {}", value.value), strip: strip(contract, value.life & life, said) }
}

fn look(required: bool, deprecated: bool) -> Look {
    match (required, deprecated) {
        (true, false) => Look::Required,
        (false, false) => Look::Optional,
        (true, true) => Look::RequiredDeprecated,
        (false, true) => Look::OptionalDeprecated,
    }
}

/// What is said at each release of a life.
pub fn strip(contract: &Contract, life: ReleaseSet, said: impl Fn(Release) -> (Look, String)) -> Strip {
    strip_of(contract.releases, |release| life.contains(release).then(|| said(release)))
}
