//! The models of a client's that a configuration names.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::ConfigError;
use crate::position::Position;

/// A model of this client's, for `accepts`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClientEntry {
    /// Its JSON Schema: a file, seen from the configuration, and a place in it: `schemas/asset.json#/$defs/Asset`.
    #[schemars(with = "String", length(min = 1))]
    schema: Spanned<String>,
    /// The type that it stands for, or the operation whose answer it is: `AssetResponseDto`, `getRandom`.
    r#as: String,
    /// Who reads by it: `pydantic`. Without it, what the schema says counts.
    decoder: Option<String>,
    /// Whether the client writes it: requests must be taken by the server.
    #[serde(default)]
    sends: bool,
    /// The releases that it must work with: `2.7..latest`. Without it, all.
    required: Option<String>,
}

/// A model that a configuration names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    file: String,
    position: Position,
    /// The file of its schema and a place in it.
    pub schema: String,
    /// The type or operation of the server.
    pub counterpart: String,
    /// The name of its decoder.
    pub decoder: Option<String>,
    /// Whether the client writes it.
    pub sends: bool,
    /// The releases that it must work with.
    pub required: Option<String>,
}

impl Client {
    pub(crate) fn new(file: &str, text: &str, entry: ClientEntry) -> Self {
        Self {
            file: file.to_owned(),
            position: Position::of(text, entry.schema.span().start),
            schema: entry.schema.into_inner(),
            counterpart: entry.r#as,
            decoder: entry.decoder,
            sends: entry.sends,
            required: entry.required,
        }
    }

    /// Something that is wrong with it, with its place in the configuration.
    pub fn error(&self, message: impl Into<String>) -> ConfigError {
        ConfigError::new(&self.file, Some(self.position), message)
    }
}
