//! `identify`: which releases can have written this?

mod human;
mod json;
mod misfit;

use std::ops::ControlFlow;
use std::sync::Arc;

use contract::{Contract, ReleaseSet};
use validator::capture::Passes;
use validator::exchange::{Item, Place};
use validator::releases::{Identifier, Tally, UnknownName, Verdict};

use crate::args::{Identify, Shape, When};
use crate::contracts::{self, Oddities};
use crate::failure::{Failure, did_you_mean};
use crate::progress::Progress;
use crate::{Exit, output};
use misfit::{Misfit, Spoken};

/// What one source tells.
struct Told<'c> {
    source: Arc<str>,
    verdict: Verdict<'c>,
    /// The answers that do not fit the releases of the verdict, in the order in which they were read.
    misfits: Vec<Misfit<'c>>,
}

/// What one source has told so far.
struct Source<'c> {
    name: Arc<str>,
    tally: Tally<'c>,
    answers: Vec<Spoken<'c>>,
}

impl<'c> Source<'c> {
    fn told(self, covers: ReleaseSet) -> Told<'c> {
        let verdict = self.tally.verdict(covers);
        let misfits = self.answers.into_iter().filter_map(|answer| answer.misfit(verdict.releases)).collect();
        Told { source: self.name, verdict, misfits }
    }
}

/// Says of each source which releases can have written it.
pub(crate) fn run(args: &Identify, color: When) -> Result<Exit, Failure> {
    let contract = contracts::load(&args.contract.contract, Oddities::Counted)?;
    if contract.covers == ReleaseSet::ALL {
        eprintln!("note: this contract knows no releases, so that it cannot tell them apart");
    }
    let told = sources(args, &contract)?;
    let fits = told.iter().all(|one| !one.verdict.releases.is_empty());
    output::stdout(|out| match args.format {
        Shape::Human => human::write(out, &told, args, contract.covers, output::color(color, false)),
        Shape::Json => json::write(out, &told, args, contract.covers),
    })?;
    Ok(if fits && !told.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The verdict on each source, in the order in which they were read.
fn sources<'c>(args: &Identify, contract: &'c Contract) -> Result<Vec<Told<'c>>, Failure> {
    let body = args.inputs.body();
    let identifier = Identifier::new(contract, &args.inputs.base_path, body.as_ref());
    let mut identifier = identifier.map_err(|error| unknown(contract, &error))?;
    let captures = args.inputs.open(Passes::Once)?;
    let progress = Progress::counting();
    let mut sources: Vec<Source<'c>> = Vec::new();
    let mut failure = None;
    captures.for_each(|item| {
        if let Err(error) = add(&mut identifier, &item, body.is_some(), &mut sources) {
            failure = Some(error);
            return ControlFlow::Break(());
        }
        progress.advance();
        ControlFlow::Continue(())
    })?;
    drop(progress);
    match failure {
        Some(failure) => Err(failure),
        None => Ok(sources.into_iter().map(|source| source.told(contract.covers)).collect()),
    }
}

/// Adds what an item tells to the tally of its source.
fn add<'c>(
    identifier: &mut Identifier<'c>,
    item: &Item,
    is_told: bool,
    sources: &mut Vec<Source<'c>>,
) -> Result<(), Failure> {
    let place = item.place();
    if matches!(item, Item::Body(_)) && !is_told {
        let source = &place.source;
        return Err(Failure::new(format!(
            "{source}: this is a bare JSON body; say what it is with --operation ID or --schema NAME"
        )));
    }
    let answer =
        identifier.answer(item).map_err(|error| Failure::new(format!("{}: no JSON: {error}", named(place))))?;
    if sources.last().is_none_or(|source| source.name != place.source) {
        sources.push(Source { name: Arc::clone(&place.source), tally: Tally::default(), answers: Vec::new() });
    }
    if let (Some(source), Some(answer)) = (sources.last_mut(), answer) {
        // Where nothing speaks against any release, it fits whatever the others tell.
        source.answers.extend(Spoken::of(item, &answer));
        source.tally.add(answer);
    }
    Ok(())
}

fn named(place: &Place) -> String {
    let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", place.source)
}

fn unknown(contract: &Contract, error: &UnknownName) -> Failure {
    let near = match error {
        UnknownName::Operation(id) => did_you_mean(id, contract.operations.iter().map(|one| one.id.as_str())),
        UnknownName::Component(name) => did_you_mean(name, contract.components.keys().map(String::as_str)),
    };
    Failure::new(format!("{error}{near}"))
}
