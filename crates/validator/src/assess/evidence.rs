//! Facts as evidence: what in a value or an exchange speaks against some releases.

use std::collections::HashMap;

use contract::{Kind, ReleaseSet};
use report::Part;
use serde_json::Value;

use crate::engine::Violation;
use crate::fact::Fact;
use crate::fact::Fact as F;

/// Something that speaks against some releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where, for people: `[].people[].isFavorite`. `[]` stands for any item, `*` for a name that is not the
    /// contract's. Empty: the value as a whole.
    pub place: String,
    /// Where it was first seen, as a JSON Pointer. Of a missing property: where it should stand.
    pub pointer: String,
    /// What was seen.
    pub kind: EvidenceKind,
    /// The releases that it leaves.
    pub releases: ReleaseSet,
    /// How sure that is.
    pub confidence: Confidence,
    /// At how many places of this name it was seen.
    pub count: usize,
}

/// What was seen at a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// What the whole value is said to be exists: the operation that it answers, or its type.
    Exists,
    /// Something is there.
    Present,
    /// Something is not there.
    Missing,
    /// A value is of this type.
    Type(Kind),
    /// A value is this one of an enum.
    Constant(String),
    /// A value has a form (pattern, format, bounds, alternatives) that not every release admits.
    Form,
    /// A body has this media type.
    Media(String),
    /// An answer has this status.
    Status(u16),
}

/// How sure a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The other releases promise otherwise.
    Documented,
    /// The other releases do not declare what is there. Servers do send what no document declares.
    Undeclared,
}

impl EvidenceKind {
    /// What it is in one word: `present`, `missing` or `value`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exists | Self::Present => "present",
            Self::Missing => "missing",
            Self::Type(_) | Self::Constant(_) | Self::Form | Self::Media(_) | Self::Status(_) => "value",
        }
    }
}

impl Confidence {
    /// Its name: `documented` or `undeclared`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Undeclared => "undeclared",
        }
    }
}

/// How a fact bears on the question whether a release takes a request, or can have written an answer; nothing for what
/// says nothing of that. A table: what bears alike stands together.
#[rustfmt::skip]
fn bearing(fact: Fact) -> Option<Confidence> {
    match fact {
        F::Type | F::Null | F::Enum | F::EnumRemoved | F::EnumNotYetAdded | F::Const | F::Format | F::Pattern
        | F::MinLength | F::MaxLength | F::Minimum | F::Maximum | F::ExclusiveMinimum | F::ExclusiveMaximum
        | F::MultipleOf | F::MinItems | F::MaxItems | F::UniqueItems | F::MinProperties | F::MaxProperties
        | F::Required | F::AdditionalProperties | F::AnyOf | F::OneOf | F::Schema | F::BodyNotJson
        | F::PartRepeated | F::ContentType | F::OperationRemoved | F::OperationNotYetAdded
        | F::OperationUndocumented | F::ParameterMissing | F::ParameterStyle | F::ValueNotJson
        | F::RequestBodyMissing | F::StatusUndeclared => Some(Confidence::Documented),
        F::PropertyUndeclared | F::PropertyRemoved | F::PropertyNotYetAdded | F::ParameterUndeclared
        | F::ParameterRemoved | F::ParameterNotYetAdded | F::RequestBodyUndeclared => Some(Confidence::Undeclared),
        F::SchemaUnusable | F::PatternNotJudged | F::PropertyDeprecated | F::PropertyReadOnly
        | F::PropertyWriteOnly | F::DuplicateKey | F::OperationAlive | F::OperationDeprecated
        | F::ParameterDeprecated | F::AuthenticationMissing | F::AuthenticationOther | F::RequestRefused
        | F::ErrorBodyUnknown | F::ResponseBodyMissing | F::ResponseBodyUndeclared | F::ContentTypeMissing
        | F::NotOfApi | F::HeadOfGet => None,
    }
}

/// What a fact shows.
fn kind(fact: &Violation<'_>) -> EvidenceKind {
    let actual = fact.actual.as_ref();
    let text = || actual.and_then(Value::as_str).unwrap_or_default().to_owned();
    match fact.fact {
        Fact::Required | Fact::ParameterMissing | Fact::RequestBodyMissing => EvidenceKind::Missing,
        Fact::Type | Fact::Null => actual.and_then(kind_of).map_or(EvidenceKind::Form, EvidenceKind::Type),
        Fact::EnumRemoved | Fact::EnumNotYetAdded if actual.is_some_and(Value::is_string) => {
            EvidenceKind::Constant(text())
        }
        Fact::ContentType => EvidenceKind::Media(text()),
        Fact::StatusUndeclared => {
            let status = actual.and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
            EvidenceKind::Status(status.unwrap_or_default())
        }
        Fact::AdditionalProperties => EvidenceKind::Present,
        other if bearing(other) == Some(Confidence::Undeclared) => EvidenceKind::Present,
        _ => EvidenceKind::Form,
    }
}

/// The narrowest type of a value.
fn kind_of(value: &Value) -> Option<Kind> {
    let kinds = [Kind::Null, Kind::Boolean, Kind::Integer, Kind::Number, Kind::String, Kind::Array, Kind::Object];
    kinds.into_iter().find(|kind| kind.admits(value))
}

/// The evidence of facts, in their order, each kind once for each part. It takes facts a few at a time: what is said of one
/// place must be among the same few.
#[derive(Default)]
pub(crate) struct EvidenceTally {
    all: Vec<(Part, Evidence)>,
    known: HashMap<(Part, String, EvidenceKind, ReleaseSet, Confidence), usize>,
}

/// What facts about one place show together.
struct Seen<'f> {
    part: Part,
    fact: &'f Violation<'f>,
    kind: EvidenceKind,
    confidence: Confidence,
    against: ReleaseSet,
}

impl EvidenceTally {
    /// Takes facts. `asked` are the releases that were asked about. What all of them ignore does not tell them apart, and is
    /// left out.
    pub(crate) fn add(&mut self, asked: ReleaseSet, facts: &[(Part, Violation<'_>)]) {
        let mut seen: Vec<Seen<'_>> = Vec::new();
        let mut places: HashMap<(Part, &str, EvidenceKind, Confidence), usize> = HashMap::new();
        for (part, fact) in facts {
            let Some(confidence) = bearing(fact.fact) else { continue };
            let kind = kind(fact);
            let index = *places.entry((*part, &fact.pointer, kind.clone(), confidence)).or_insert(seen.len());
            match seen.get_mut(index) {
                Some(known) => known.against = known.against | fact.at,
                None => seen.push(Seen { part: *part, fact, kind, confidence, against: fact.at }),
            }
        }
        let ignored_by_all =
            |seen: &Seen<'_>| seen.confidence == Confidence::Undeclared && asked.is_subset(seen.against);
        seen.retain(|seen| !ignored_by_all(seen));
        for seen in seen {
            self.fold(asked, seen);
        }
    }

    /// Evidence that is the same at places of the same name is one.
    fn fold(&mut self, asked: ReleaseSet, Seen { part, fact, kind, confidence, against }: Seen<'_>) {
        let Self { all, known } = self;
        let releases = asked - against;
        let index = *known.entry((part, fact.place.clone(), kind.clone(), releases, confidence)).or_insert(all.len());
        if let Some((_, evidence)) = all.get_mut(index) {
            evidence.count += 1;
        } else {
            let (place, pointer) = (fact.place.clone(), fact.pointer.clone());
            all.push((part, Evidence { place, pointer, kind, releases, confidence, count: 1 }));
        }
    }

    /// All evidence.
    pub(crate) fn all(self) -> Vec<(Part, Evidence)> {
        self.all
    }
}
