//! `schema` and `openapi`: the contract at one release, in forms that other tools read.

use commands::{Failure, did_you_mean, releases};
use contract::{Contract, Projection, write};
use serde_json::Value;

use crate::args::{At, Schema};
use crate::contracts::{self, Oddities};
use crate::{Exit, output};

/// Prints the JSON Schema of one component, or the names of all.
pub(crate) fn component(args: &Schema) -> Result<Exit, Failure> {
    let contract = contracts::load(&args.at.contract, None, Oddities::Counted)?.contract;
    let view = projection(&contract, &args.at)?;
    let Some(name) = &args.name else {
        output::stdout(|out| view.components().try_for_each(|(name, _)| writeln!(out, "{name}")))?;
        return Ok(Exit::Clean);
    };
    let schema = write::json_schema(view, name).ok_or_else(|| unknown(view, name))?;
    print(&schema)
}

/// Prints the contract as an OpenAPI document.
pub(crate) fn openapi(args: &At) -> Result<Exit, Failure> {
    let contract = contracts::load(&args.contract, None, Oddities::Counted)?.contract;
    print(&write::openapi(projection(&contract, args)?))
}

fn projection<'c>(contract: &'c Contract, at: &At) -> Result<Projection<'c>, Failure> {
    Ok(Projection { contract, release: releases::named(&at.at, contract)? })
}

fn print(document: &Value) -> Result<Exit, Failure> {
    output::stdout(|out| output::json(out, document))?;
    Ok(Exit::Clean)
}

fn unknown(view: Projection<'_>, name: &str) -> Failure {
    let release = view.release;
    if let Some(component) = view.contract.component(name) {
        let life = component.life & view.contract.releases;
        return Failure::new(format!("release {release} has no schema {name}; it exists at {life}"));
    }
    let near = did_you_mean(name, view.components().map(|(name, _)| name));
    Failure::new(format!("the contract has no schema {name}{near}"))
}
