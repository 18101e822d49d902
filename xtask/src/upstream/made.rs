//! Types that no document names, and the names that the tool chose for them.

use super::flat::Era;
use super::types::{Ty, Typed};
use super::{decisions, words};

/// What a type is that was made because a schema has no name of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Form {
    /// An object, from its eras.
    Object(Vec<Era>),
    /// One of several types, each with the name of its variant.
    Choice { variants: Vec<(String, Ty)>, exactly_one: bool },
    /// A type with what it does not say by itself.
    Scalar { typed: Typed, eras: Vec<Era> },
}

/// The types that were made.
#[derive(Default)]
pub(crate) struct Made {
    /// Those that are not written yet.
    pub(crate) open: Vec<(String, Form)>,
    pub(crate) chosen: Vec<Chosen>,
    /// Place, form and name of each.
    known: Vec<(String, Form, String)>,
}

/// A name that the tool chose, for a schema at some place.
pub(crate) struct Chosen {
    place: String,
    pub(crate) name: String,
}

impl Chosen {
    /// What was chosen, as a line of the table that can say otherwise.
    pub(crate) fn told(&self) -> String {
        let Self { place, name } = self;
        format!("`({place:?}, {name:?}),`")
    }
}

impl Made {
    /// The name of the type for the schema at a place; `decided` is a name that somebody gave it.
    pub(crate) fn named(
        &mut self,
        place: &str,
        decided: Option<&str>,
        taken: impl Fn(&str) -> bool,
        form: Form,
    ) -> String {
        let by_place = decisions::SCHEMA_NAMES.iter().find(|(known, _)| *known == place).map(|(_, name)| *name);
        let decided = by_place.or(decided);
        let same = |(at, other, name): &&(String, Form, String)| {
            *other == form && decided.map_or_else(|| at == place, |decided| name == decided)
        };
        if let Some((.., name)) = self.known.iter().find(same) {
            return name.clone();
        }
        let name = self.free(&decided.map_or_else(|| proposal(place), str::to_owned), taken);
        if decided != Some(name.as_str()) {
            self.chosen.push(Chosen { place: place.to_owned(), name: name.clone() });
        }
        self.known.push((place.to_owned(), form.clone(), name.clone()));
        self.open.push((name.clone(), form));
        name
    }

    /// The name, or the first with a number behind it that nothing else has.
    fn free(&self, name: &str, taken: impl Fn(&str) -> bool) -> String {
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let is_free = |name: &String| !taken(name) && !self.known.iter().any(|(.., known)| known == name);
        std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
    }
}

/// `WorkflowResponseDto.steps` is a `WorkflowStep`; what holds one of several is named in the singular.
fn proposal(place: &str) -> String {
    let mut parts = place.split(['.', ' ']).filter(|part| !part.is_empty());
    let owner = parts.next().unwrap_or_default();
    let stem = owner.strip_suffix("Dto").unwrap_or(owner);
    let stem = stem.strip_suffix("Response").filter(|stem| !stem.is_empty()).unwrap_or(stem);
    let rest: String = parts.map(|part| words::pascal(part.strip_suffix('s').unwrap_or(part))).collect();
    let name = format!("{}{rest}", words::capital(stem));
    if rest.is_empty() { name + "Value" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_places() {
        for (place, expected) in [
            ("WorkflowResponseDto.steps", "WorkflowStep"),
            ("LicenseResponseDto", "LicenseValue"),
            ("GetThing 200", "GetThing200"),
            ("SearchDto.filter.tags", "SearchFilterTag"),
        ] {
            assert_eq!(proposal(place), expected);
        }
    }
}
