//! Profiles of decoders: what a decoder does with values that the schema of its type does not allow.
//!
//! A profile is a file of data in `decoders/`, which names its source in the decoder's documentation. What a decoder makes a
//! value of the declared type of is *converted*: nobody is hurt. What it lets through as it is, is *passed*: nothing fails,
//! and whoever reads it gets what the type does not say.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The profiles, by name.
const FILES: &[(&str, &str)] = &[
    ("freezed", include_str!("../decoders/freezed.toml")),
    ("go", include_str!("../decoders/go.toml")),
    ("json-schema", include_str!("../decoders/json-schema.toml")),
    ("kotlinx", include_str!("../decoders/kotlinx.toml")),
    ("kotlinx-lenient", include_str!("../decoders/kotlinx-lenient.toml")),
    ("mashumaro", include_str!("../decoders/mashumaro.toml")),
    ("moshi", include_str!("../decoders/moshi.toml")),
    ("msgspec", include_str!("../decoders/msgspec.toml")),
    ("newtonsoft", include_str!("../decoders/newtonsoft.toml")),
    ("pydantic", include_str!("../decoders/pydantic.toml")),
    ("pydantic-strict", include_str!("../decoders/pydantic-strict.toml")),
    ("serde", include_str!("../decoders/serde.toml")),
    ("swift", include_str!("../decoders/swift.toml")),
    ("typescript", include_str!("../decoders/typescript.toml")),
    ("zod", include_str!("../decoders/zod.toml")),
];

/// What a decoder lets pass.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decoder {
    #[serde(skip)]
    name: &'static str,
    /// What people call it.
    title: String,
    /// Where its documentation says so.
    source: Vec<String>,
    /// Members that the type does not have.
    pub(crate) unknown_members: UnknownMembers,
    /// Members that the schema wants and that are missing.
    pub(crate) missing: Outcome,
    /// Whether a missing member that may be null is null.
    #[serde(default)]
    pub(crate) missing_is_null: bool,
    /// Whether null stands for the default of a member that has one.
    #[serde(default)]
    pub(crate) null_is_default: bool,
    /// Texts that are not in an enum.
    pub(crate) unknown_values: Outcome,
    /// Whether limits, lengths and patterns are checked.
    pub(crate) checks_limits: bool,
    /// The formats that are checked: by name, or all.
    pub(crate) formats: Formats,
    /// What becomes a value of a type or format, as JSON Schemas.
    #[serde(default)]
    pub(crate) converts: BTreeMap<String, Vec<Value>>,
    /// What is let through as it is where a type or format is declared.
    #[serde(default)]
    pub(crate) passes: BTreeMap<String, Vec<Value>>,
}

/// What becomes of members that the type does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum UnknownMembers {
    /// They are ignored, whatever the schema says.
    Ignored,
    /// They are refused, whatever the schema says.
    Refused,
    /// The schema says it.
    AsDeclared,
}

/// What becomes of something that the schema does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// Decoding fails.
    Refused,
    /// Nothing fails, and what is read is not what the type says.
    Passed,
}

/// Formats that are checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Formats {
    /// `"all"`.
    All(All),
    /// Those of these names.
    Named(Vec<String>),
}

/// The word for all.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum All {
    /// All.
    All,
}

/// A name that is not that of a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no decoder {name}; there are: {}", known())]
pub struct UnknownDecoder {
    /// The name.
    name: String,
}

fn known() -> String {
    Decoder::names().collect::<Vec<_>>().join(", ")
}

impl Decoder {
    /// The profile of the JSON Schema itself: what it says is what is taken.
    pub const DEFAULT: &'static str = "json-schema";

    /// The names of all profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// The profile of this name.
    pub fn named(name: &str) -> Result<Self, UnknownDecoder> {
        let unknown = || UnknownDecoder { name: name.to_owned() };
        let (name, text) = FILES.iter().find(|(known, _)| *known == name).ok_or_else(unknown)?;
        // That each file can be read a test says.
        let decoder: Self = toml::from_str(text).map_err(|_| unknown())?;
        Ok(Self { name, ..decoder })
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What people call it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Where its documentation says what it does.
    pub fn source(&self) -> &[String] {
        &self.source
    }

    /// Whether it lets anything through as it is.
    pub(crate) fn passes_anything(&self) -> bool {
        self.missing == Outcome::Passed || self.unknown_values == Outcome::Passed || !self.passes.is_empty()
    }

    /// Whether a format is checked.
    pub(crate) fn checks(&self, format: &str) -> bool {
        match &self.formats {
            Formats::All(All::All) => true,
            Formats::Named(names) => names.iter().any(|name| name == format),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{Decoder, FILES};

    #[test]
    fn every_file_is_a_profile_with_a_source() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("decoders");
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files: BTreeSet<String> =
            files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        assert_eq!(files, Decoder::names().map(str::to_owned).collect());
        for (name, text) in FILES {
            toml::from_str::<Decoder>(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let decoder = Decoder::named(name).unwrap();
            assert!(decoder.source.iter().all(|source| source.starts_with("https://")), "{name}");
            assert!(!decoder.source.is_empty() && !decoder.title.is_empty(), "{name}");
            for schema in decoder.converts.values().chain(decoder.passes.values()).flatten() {
                reference::compile(schema).unwrap_or_else(|error| panic!("{name}: {schema}: {error}"));
            }
        }
    }

    #[test]
    fn an_unknown_name_is_told_with_those_that_there_are() {
        let error = Decoder::named("pydantc").unwrap_err().to_string();
        assert!(error.contains("no decoder pydantc") && error.contains("pydantic, pydantic-strict"), "{error}");
    }
}
