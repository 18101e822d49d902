//! What changed in the contract, as a review in Markdown that can go into a pull request as it is.

use std::collections::{BTreeMap, BTreeSet};

use contract::facts::{Difference, Facts, Scope};
use contract::{Contract, Projection, Release, ReleaseSet};
use serde_json::Value;

use super::modules::Placing;
use super::{operations, words};

/// How long a value is shown at most, in letters.
const SHOWN: usize = 80;

/// Lines, each with the releases that it is true of.
type Lines = BTreeMap<String, ReleaseSet>;

/// What two contracts say differently at some releases.
#[derive(Default)]
struct Review {
    operations: Lines,
    schemas: Lines,
    /// By tag.
    changed: BTreeMap<String, Lines>,
}

/// A contract before and after it was learnt anew from the documents of `releases`.
pub(crate) fn markdown(before: &Contract, after: &Contract, releases: ReleaseSet) -> String {
    let mut review = Review::default();
    let tags = Tags::of(after);
    for release in releases.iter() {
        review.release(&tags, before, after, release);
    }
    let count = releases.iter().count();
    let several = |lines: &Lines| {
        let line = |(line, set): (&String, &ReleaseSet)| {
            let when = if count > 1 { format!(" ({set})") } else { String::new() };
            format!("- {line}{when}\n")
        };
        lines.iter().map(line).collect::<String>()
    };
    let names = releases
        .runs()
        .into_iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} – {last}") });
    let mut text = format!("# The contract of {}\n\n", names.collect::<Vec<_>>().join(", "));
    let mut section = |title: String, body: String| {
        if !body.is_empty() {
            text += &format!("{title}\n\n{body}\n");
        }
    };
    section("## Operations".to_owned(), several(&review.operations));
    section("## Schemas".to_owned(), several(&review.schemas));
    for (tag, lines) in &review.changed {
        section(format!("## Changed: {tag}"), several(lines));
    }
    if review.operations.is_empty() && review.schemas.is_empty() && review.changed.is_empty() {
        text += "Nothing changed but the table of releases.\n";
    }
    text
}

/// A section of lines under a title and what it is about; nothing where there are none.
pub(crate) fn list(head: &str, lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    if lines.is_empty() { lines } else { format!("## {head}\n\n{lines}\n") }
}

/// Tags of operations and components.
struct Tags {
    operations: BTreeMap<String, String>,
    placing: Placing,
}

impl Tags {
    fn of(contract: &Contract) -> Self {
        let routes = |one: &contract::Operation| {
            let tag = operations::tag(one);
            let all = one.paths.iter().map(|(_, path)| (format!("{} {path}", one.method), tag.clone()));
            all.collect::<Vec<_>>()
        };
        Self { operations: contract.operations.iter().flat_map(routes).collect(), placing: Placing::of(contract) }
    }

    fn tag(&self, owner: &str) -> String {
        let tag = self.operations.get(owner).cloned();
        tag.unwrap_or_else(|| words::capital(&self.placing.module(owner).replace('_', " ")))
    }
}

impl Review {
    fn release(&mut self, tags: &Tags, before: &Contract, after: &Contract, release: Release) {
        let scope = Scope::of(after);
        let facts = |contract| Facts::of(Projection { contract, release }, &scope);
        let mut elements: BTreeMap<String, Vec<Difference>> = BTreeMap::new();
        for one in facts(before).differences(&facts(after)) {
            elements.entry(one.subject.element.clone()).or_default().push(one);
        }
        let whole: BTreeSet<String> =
            elements.iter().filter(|(_, all)| came_or_went(all).is_some()).map(|(name, _)| name.clone()).collect();
        for (element, differences) in &elements {
            if within(&whole, element) {
                continue;
            }
            self.element(tags, element, differences, release, &elements);
        }
    }

    fn element(
        &mut self,
        tags: &Tags,
        element: &str,
        differences: &[Difference],
        release: Release,
        all: &BTreeMap<String, Vec<Difference>>,
    ) {
        let owner = owner(element);
        let tag = tags.tag(owner);
        let is_operation = element.contains(' ') && owner.contains(" /");
        let lines = match (element == owner, is_operation) {
            (true, true) if came_or_went(differences).is_some() || is_flag(differences) => &mut self.operations,
            (true, false) if came_or_went(differences).is_some() => &mut self.schemas,
            _ => self.changed.entry(tag.clone()).or_default(),
        };
        let name = place(element, owner);
        let line = match came_or_went(differences) {
            Some(Way::Came) if element == owner => format!("added: {name} ({tag}){}", members(element, all)),
            Some(Way::Went) if element == owner => format!("removed: {name} ({tag})"),
            Some(Way::Came) => format!("{name}: added{}", summary(differences)),
            Some(Way::Went) => format!("{name}: removed"),
            None => format!("{name}: {}", differences.iter().map(said).collect::<Vec<_>>().join("; ")),
        };
        let set = lines.entry(line).or_insert(ReleaseSet::NONE);
        set.insert(release);
    }
}

#[derive(Clone, Copy)]
enum Way {
    Came,
    Went,
}

/// Whether the element as a whole is new or gone.
fn came_or_went(differences: &[Difference]) -> Option<Way> {
    let one = differences.iter().find(|one| ["exists", "operationId"].contains(&one.subject.aspect.as_str()))?;
    match (&one.left, &one.right) {
        (None, Some(_)) => Some(Way::Came),
        (Some(_), None) => Some(Way::Went),
        _ => None,
    }
}

/// Whether all that is different is that the element is deprecated now, or no longer.
fn is_flag(differences: &[Difference]) -> bool {
    differences.iter().all(|one| ["deprecated", "history"].contains(&one.subject.aspect.as_str()))
        && differences.iter().any(|one| one.subject.aspect == "deprecated")
}

/// The operation or the component that an element belongs to.
fn owner(element: &str) -> &str {
    let mut spaces = element.match_indices(' ').map(|(at, _)| at);
    let first = spaces.next();
    if first.is_some_and(|at| element.get(at + 1..).is_some_and(|rest| rest.starts_with('/'))) {
        return spaces.next().and_then(|end| element.get(..end)).unwrap_or(element);
    }
    element.split(['.', '[', ' ']).next().unwrap_or(element)
}

/// Whether one of the elements that came or went holds this one.
fn within(whole: &BTreeSet<String>, element: &str) -> bool {
    whole.iter().any(|outer| {
        let rest = element.strip_prefix(outer.as_str());
        rest.is_some_and(|rest| rest.starts_with(['.', '[', ' ']))
    })
}

/// `GET /assets/random`, query `count`; `AssetResponseDto.duration`.
fn place(element: &str, owner: &str) -> String {
    match element.strip_prefix(owner).map(str::trim_start) {
        Some("") | None => format!("`{element}`"),
        Some(rest) if owner.contains(' ') => format!("`{owner}`, {}", inside(rest)),
        Some(_) => format!("`{element}`"),
    }
}

fn inside(rest: &str) -> String {
    match rest.split_once(' ') {
        Some((place, name)) if ["query", "path", "header", "cookie"].contains(&place) => format!("{place} `{name}`"),
        _ => rest.to_owned(),
    }
}

/// The parts that came with an operation or a component.
fn members(element: &str, all: &BTreeMap<String, Vec<Difference>>) -> String {
    let is_operation = element.contains(" /");
    let part = |name: &String| {
        let rest = name.strip_prefix(element)?;
        let rest = rest.strip_prefix('.').or_else(|| rest.strip_prefix(' ').filter(|rest| rest.contains(' ')))?;
        let is_part = !rest.contains(['.', '[', '*']) && (is_operation || !rest.contains(' '));
        is_part.then(|| format!("`{rest}`"))
    };

    let names: Vec<String> = all.keys().filter_map(part).collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

/// What is new of something new: `, string, required`.
fn summary(differences: &[Difference]) -> String {
    let aspects = differences.iter().filter(|one| one.subject.aspect != "exists");
    let words = aspects.map(|one| match (one.subject.aspect.as_str(), one.right.as_ref()) {
        ("type" | "reference", Some(Value::String(name))) => format!("`{name}`"),
        (aspect, Some(Value::Bool(true))) => aspect.to_owned(),
        (aspect, value) => format!("{aspect} {}", shown(value)),
    });
    words.map(|word| format!(", {word}")).collect()
}

/// One aspect, before and after.
fn said(one: &Difference) -> String {
    let aspect = &one.subject.aspect;
    match (&one.left, &one.right) {
        (None | Some(Value::Bool(false)), Some(Value::Bool(true))) => format!("now {aspect}"),
        (Some(Value::Bool(true)), None | Some(Value::Bool(false))) => format!("no longer {aspect}"),
        (Some(Value::Array(before)), Some(Value::Array(after))) if aspect == "enum" => values(before, after),
        (_, Some(Value::Array(claims))) if aspect == "history" => format!("upstream says {}", history(claims)),
        (before, after) => format!("{aspect} {} → {}", shown(before.as_ref()), shown(after.as_ref())),
    }
}

/// `added v1, deprecated v3.1.0`.
fn history(claims: &[Value]) -> String {
    let word = |claim: &Value, at: usize| claim.get(at).and_then(Value::as_str).map(str::to_owned);
    let told = claims.iter().map(|claim| {
        let instead = word(claim, 2).map(|name| format!(" for `{name}`"));
        let (state, version) = (word(claim, 0).unwrap_or_default(), word(claim, 1).unwrap_or_default());
        format!("{} {version}{}", state.to_lowercase(), instead.unwrap_or_default())
    });
    told.collect::<Vec<_>>().join(", ")
}

fn values(before: &[Value], after: &[Value]) -> String {
    let list = |from: &[Value], without: &[Value]| {
        let some: Vec<String> = from.iter().filter(|one| !without.contains(one)).map(|one| shown(Some(one))).collect();
        some.join(", ")
    };
    let (new, gone) = (list(after, before), list(before, after));
    let parts = [("new value", new), ("no more", gone)].into_iter().filter(|(_, list)| !list.is_empty());
    parts.map(|(word, list)| format!("{word} {list}")).collect::<Vec<_>>().join(", ")
}

fn shown(value: Option<&Value>) -> String {
    let text = match value {
        None => return "nothing".to_owned(),
        Some(Value::String(text)) => text.trim_matches('"').to_owned(),
        Some(other) => other.to_string(),
    };
    let short: String = text.chars().take(SHOWN).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("`{short}{more}`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::write;
    use serde_json::json;

    #[test]
    fn elements_have_owners() {
        for (element, expected) in [
            ("AssetResponseDto", "AssetResponseDto"),
            ("AssetResponseDto.people[].id", "AssetResponseDto"),
            ("AssetResponseDto anyOf 0", "AssetResponseDto"),
            ("GET /assets/random", "GET /assets/random"),
            ("GET /assets/random query count", "GET /assets/random"),
        ] {
            assert_eq!(owner(element), expected);
        }
    }

    #[test]
    fn a_change_is_told_before_and_after() {
        let before = models::contract().unwrap();
        let release = Release::latest();
        let mut document = write::openapi(Projection { contract: &before, release });
        let mut set = |pointer: &str, value: Value| *document.pointer_mut(pointer).unwrap() = value;
        set("/components/schemas/AlbumUserRole/enum", json!(["editor", "viewer", "guest"]));
        set("/components/schemas/TagResponseDto/properties/name", json!({"type": "integer"}));
        set("/components/schemas/TagResponseDto/properties/color", json!({"type": "string", "nullable": true}));
        set(
            "/paths/~1albums/get",
            json!({"operationId": "x", "responses": {}, "deprecated": true, "tags": ["Albums"]}),
        );
        let after = contract::read::openapi(document.to_string().as_bytes()).unwrap().contract;
        let text = markdown(&before, &after, ReleaseSet::only(release));
        for line in [
            "- `AlbumUserRole`: new value `guest`, no more `owner`\n",
            "- `TagResponseDto.name`: type `string` → `integer`\n",
            "- `GET /albums`: now deprecated; ",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let same = markdown(&before, &before, ReleaseSet::only(release));
        assert!(same.ends_with("\n\nNothing changed but the table of releases.\n"), "{same}");
    }
}
