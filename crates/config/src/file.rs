//! `immich-contract.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use contract::ReleaseSet;
use report::Rule;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;
use wildmatch::WildMatch;

use crate::client::{Client, ClientEntry};
use crate::position::Position;
use crate::severity::{Level, Severities};
use crate::{ConfigError, Ids, Suppression, releases};

/// What a configuration says.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) file: String,
    pub(crate) severities: Severities,
    pub(crate) suppressions: Vec<Suppression>,
    pub(crate) clients: Vec<Client>,
    pub(crate) ids: Ids,
}

/// Which findings are accepted, and how bad findings are.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// What the contract is put together of.
    #[serde(default)]
    contract: ContractTable,
    /// How bad what a rule finds is, by the rule's id.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Level>", extend("propertyNames" = {"$ref": "#/$defs/RuleId"}))]
    severity: BTreeMap<Spanned<String>, Level>,
    /// Findings that are counted and not shown.
    #[serde(default)]
    suppress: Vec<Entry>,
    /// The models of this client's, for `accepts`.
    #[serde(default)]
    client: Vec<ClientEntry>,
}

/// What the contract is put together of.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ContractTable {
    /// OpenAPI documents of releases that join the built-in contract: files, folders, and https addresses; paths begin at
    /// this file's folder. `VERSION=` before one says which release it is of.
    #[serde(default)]
    documents: Vec<String>,
}

/// A kind of findings that is accepted. One that matches nothing is itself a finding.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The rule's id.
    #[schemars(with = "String", extend("$ref" = "#/$defs/RuleId"))]
    rule: Spanned<String>,
    /// Only in operations of this operationId; `*` stands for anything.
    #[schemars(with = "Option<String>")]
    operation: Option<Spanned<String>>,
    /// Only in the component of this name, or the member: `AssetResponseDto.*`.
    #[schemars(with = "Option<String>")]
    component: Option<Spanned<String>>,
    /// Only at these releases: `..2.0.0`, `1.120..2.7`.
    #[schemars(with = "Option<String>")]
    releases: Option<Spanned<String>>,
    /// Why.
    #[schemars(with = "String", length(min = 1))]
    reason: Spanned<String>,
    /// The first day on which it no longer holds.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    expires: Option<Spanned<Datetime>>,
}

/// The documents that the text of `file` names. Fails where the text is no TOML, or has a key that means nothing. Asks for no
/// release, so that the documents can say which there are.
pub fn documents(file: &str, text: &str) -> Result<Vec<String>, ConfigError> {
    let reading = Reading { file, text, known: &|_| None };
    Ok(reading.parsed()?.contract.documents)
}

/// A file while it is read.
struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    known: &'a dyn Fn(&str) -> Option<&'static Rule>,
}

impl Config {
    /// Reads the text of `file`. `known` finds a rule by its id or former id. Fails, with line and column, where the text is
    /// no TOML, has a key that means nothing, or a value that cannot be.
    pub fn read(file: &str, text: &str, known: &dyn Fn(&str) -> Option<&'static Rule>) -> Result<Self, ConfigError> {
        let reading = Reading { file, text, known };
        let parsed = reading.parsed()?;
        let entries = parsed.suppress.into_iter().enumerate();
        let suppressions =
            entries.map(|(index, entry)| reading.suppression(index, &entry)).collect::<Result<_, _>>()?;
        let severities = parsed.severity.iter().map(|(id, level)| Ok((reading.rule(id)?.id(), *level)));
        let severities = Severities(severities.collect::<Result<_, _>>()?);
        let clients = parsed.client.into_iter().map(|entry| Client::new(file, text, entry)).collect();
        Ok(Self { file: file.to_owned(), severities, suppressions, clients, ids: Ids::default() })
    }

    /// The models of the client's, in the order of the file.
    pub fn clients(&self) -> &[Client] {
        &self.clients
    }

    /// The same, by whichever of its ids a suppression names an operation.
    #[must_use]
    pub fn with_ids(self, ids: Ids) -> Self {
        Self { ids, ..self }
    }
}

impl Reading<'_> {
    fn parsed(&self) -> Result<File, ConfigError> {
        toml::from_str(self.text).map_err(|error| self.fail(error.span(), error.message()))
    }

    fn fail(&self, span: Option<Range<usize>>, message: impl Into<String>) -> ConfigError {
        ConfigError::new(self.file, span.map(|span| Position::of(self.text, span.start)), message)
    }

    fn suppression(&self, index: usize, entry: &Entry) -> Result<Suppression, ConfigError> {
        let position = Position::of(self.text, entry.rule.span().start);
        Ok(Suppression {
            rule: self.rule(&entry.rule)?,
            operation: self.pattern(entry.operation.as_ref())?,
            component: self.pattern(entry.component.as_ref())?,
            releases: entry.releases.as_ref().map(|releases| self.releases(releases)).transpose()?,
            reason: self.reason(&entry.reason)?,
            expires: entry.expires.as_ref().map(|day| self.day(day)).transpose()?,
            index,
            position,
        })
    }

    fn rule(&self, id: &Spanned<String>) -> Result<&'static Rule, ConfigError> {
        (self.known)(id.get_ref()).ok_or_else(|| {
            let message = format!("there is no rule {:?}; `immich-contract explain` lists them", id.get_ref());
            self.fail(Some(id.span()), message)
        })
    }

    fn pattern(&self, pattern: Option<&Spanned<String>>) -> Result<Option<WildMatch>, ConfigError> {
        match pattern {
            Some(empty) if empty.get_ref().trim().is_empty() => {
                Err(self
                    .fail(Some(empty.span()), "an empty name matches nothing; leave the key out for all, or write *"))
            }
            pattern => Ok(pattern.map(|pattern| WildMatch::new(pattern.get_ref()))),
        }
    }

    fn releases(&self, releases: &Spanned<String>) -> Result<ReleaseSet, ConfigError> {
        releases::parse(releases.get_ref()).map_err(|why| self.fail(Some(releases.span()), why))
    }

    fn reason(&self, reason: &Spanned<String>) -> Result<String, ConfigError> {
        match reason.get_ref().trim() {
            "" => Err(self.fail(Some(reason.span()), "say why: the reason must not be empty")),
            said => Ok(said.to_owned()),
        }
    }

    fn day(&self, day: &Spanned<Datetime>) -> Result<NaiveDate, ConfigError> {
        let fail = || self.fail(Some(day.span()), "`expires` is a day, written 2027-01-31 without quotes");
        let Datetime { date: Some(date), time: None, offset: None } = day.get_ref() else { return Err(fail()) };
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day)).ok_or_else(fail)
    }
}
